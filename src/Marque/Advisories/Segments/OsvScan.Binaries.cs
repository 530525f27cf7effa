using System.Text.Json;
using System.Text.Unicode;

namespace Marque.Advisories.Segments;

/// <content>Binary packages that distributors list for a source package (<c>affected[].ecosystem_specific</c>; OSV schema, "Defined ecosystems": Ubuntu, SUSE, openSUSE, openEuler).</content>
internal sealed partial class OsvScan
{
    private readonly BlobWriter binaryName = new(64), binaryVersion = new(64), fileName = new(64), property = new(64);

    /// <summary>The lists of binary packages of all records read.</summary>
    public BinaryLists Lists { get; } = new();

    private void Binaries(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                Files(ref reader, told: true);
                break;
            case JsonTokenType.StartObject:
                Named(ref reader);
                break;
            case JsonTokenType.Null:
                break;
            default:
                reader.Skip();
                Note("ecosystem_specific: binaries: not a list");
                break;
        }
    }

    // Texts are names of files or packages, objects name packages.
    private void Files(ref Utf8JsonReader reader, bool told)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject && told)
            {
                Named(ref reader);
                continue;
            }

            fileName.Cut();
            if (!OsvToken.Text(ref reader, fileName))
            {
                if (told) Note("ecosystem_specific: binaries: an entry is not understood");
            }
            else if (fileName.Written.EndsWith(".rpm"u8)) Rpm(fileName.Written[..^4]);
            else if (told) Lists.Add(fileName.Written, default);
        }
    }

    // {"binary_name": "libssl3", "binary_version": "3.0.2-1"}, or {"libssl3": "3.0.2-1", "openssl": "3.0.2-1"}, or file names by architecture.
    private void Named(ref Utf8JsonReader reader)
    {
        binaryName.Cut();
        binaryVersion.Cut();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            property.Cut();
            var isText = Property(ref reader, property);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray) Files(ref reader, told: true);
            else if (property.Written.SequenceEqual("binary_name"u8)) OsvToken.Text(ref reader, binaryName);
            else if (property.Written.SequenceEqual("binary_version"u8)) OsvToken.Text(ref reader, binaryVersion);
            else
            {
                scratch.Cut();
                if (isText && OsvToken.Text(ref reader, scratch)) Lists.Add(property.Written, scratch.Written);
                else
                {
                    reader.Skip();
                    Note("ecosystem_specific: binaries: an entry is not understood");
                }
            }
        }

        Lists.Add(binaryName.Written, binaryVersion.Written);
    }

    // name-version-release.architecture
    private void Rpm(ReadOnlySpan<byte> file)
    {
        var dot = file.LastIndexOf((byte)'.');
        if (dot > 0 && file[(dot + 1)..].EndsWith("src"u8)) return;
        file = file[..Math.Max(0, dot)];
        var release = file.LastIndexOf((byte)'-');
        var version = release < 0 ? -1 : file[..release].LastIndexOf((byte)'-');
        if (version > 0) Lists.Add(file[..version], file[(version + 1)..]);
        else Note("ecosystem_specific: the name of a file is not that of an RPM");
    }

    private static bool Property(ref Utf8JsonReader reader, BlobWriter into)
    {
        if (!reader.ValueIsEscaped)
        {
            into.Raw(reader.ValueSpan);
            return Utf8.IsValid(reader.ValueSpan);
        }

        var room = into.Take(reader.ValueSpan.Length);
        into.Cut(reader.CopyString(room));
        return true;
    }
}
