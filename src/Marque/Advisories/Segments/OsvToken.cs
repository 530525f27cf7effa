using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Marque.Advisories.Segments;

/// <summary>The fields of an OSV record that mean something here.</summary>
internal enum OsvField
{
    Other,
    Id,
    Modified,
    Published,
    Withdrawn,
    Aliases,
    Related,
    Upstream,
    Summary,
    Severity,
    Affected,
    References,
    DatabaseSpecific,
    EcosystemSpecific,
    Package,
    Ecosystem,
    Name,
    Purl,
    Ranges,
    Versions,
    Type,
    Repo,
    Events,
    Introduced,
    Fixed,
    LastAffected,
    Limit,
    Score,
    Url,
    Urgency,
    LastKnown,
    Binaries,
}

/// <summary>Tokens of an OSV record.</summary>
internal static class OsvToken
{
    /// <summary>Which field a name is.</summary>
    public static OsvField Field(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
        {
            Span<byte> plain = stackalloc byte[64];
            return reader.ValueSpan.Length > plain.Length ? OsvField.Other : Field(plain[..reader.CopyString(plain)]);
        }

        return Field(reader.ValueSpan);
    }

    /// <summary>The text of the current value, with escapes undone; false when it is none, or its bytes are no characters. A list or an object is passed over.</summary>
    public static bool Text(ref Utf8JsonReader reader, BlobWriter into)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return false;
        }

        if (!reader.ValueIsEscaped)
        {
            if (!Utf8.IsValid(reader.ValueSpan)) return false;
            into.Raw(reader.ValueSpan);
            return true;
        }

        var start = into.Length;
        try
        {
            var room = into.Take(reader.ValueSpan.Length);
            into.Cut(start + reader.CopyString(room));
            return true;
        }
        catch (InvalidOperationException)
        {
            into.Cut(start);
            return false;
        }
    }

    /// <summary>A text with its length before it.</summary>
    public static bool Sized(ref Utf8JsonReader reader, BlobWriter into, BlobWriter scratch)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped)
        {
            if (!Utf8.IsValid(reader.ValueSpan)) return false;
            into.Text(reader.ValueSpan);
            return true;
        }

        scratch.Cut();
        if (!Text(ref reader, scratch)) return false;
        into.Text(scratch.Written);
        return true;
    }

    /// <summary>UTF-8 for a message, shortened.</summary>
    public static string Quoted(ReadOnlySpan<byte> utf8) => $"'{Encoding.UTF8.GetString(utf8[..Math.Min(80, utf8.Length)])}'";

    private static OsvField Field(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("id"u8) => OsvField.Id,
        3 when name.SequenceEqual("url"u8) => OsvField.Url,
        4 when name.SequenceEqual("type"u8) => OsvField.Type,
        4 when name.SequenceEqual("name"u8) => OsvField.Name,
        4 when name.SequenceEqual("purl"u8) => OsvField.Purl,
        4 when name.SequenceEqual("repo"u8) => OsvField.Repo,
        5 when name.SequenceEqual("fixed"u8) => OsvField.Fixed,
        5 when name.SequenceEqual("limit"u8) => OsvField.Limit,
        5 when name.SequenceEqual("score"u8) => OsvField.Score,
        6 when name.SequenceEqual("events"u8) => OsvField.Events,
        6 when name.SequenceEqual("ranges"u8) => OsvField.Ranges,
        7 when name.SequenceEqual("package"u8) => OsvField.Package,
        7 when name.SequenceEqual("aliases"u8) => OsvField.Aliases,
        7 when name.SequenceEqual("summary"u8) => OsvField.Summary,
        7 when name.SequenceEqual("related"u8) => OsvField.Related,
        7 when name.SequenceEqual("urgency"u8) => OsvField.Urgency,
        8 when name.SequenceEqual("binaries"u8) => OsvField.Binaries,
        8 when name.SequenceEqual("affected"u8) => OsvField.Affected,
        8 when name.SequenceEqual("versions"u8) => OsvField.Versions,
        8 when name.SequenceEqual("modified"u8) => OsvField.Modified,
        8 when name.SequenceEqual("severity"u8) => OsvField.Severity,
        8 when name.SequenceEqual("upstream"u8) => OsvField.Upstream,
        9 when name.SequenceEqual("ecosystem"u8) => OsvField.Ecosystem,
        9 when name.SequenceEqual("published"u8) => OsvField.Published,
        9 when name.SequenceEqual("withdrawn"u8) => OsvField.Withdrawn,
        10 when name.SequenceEqual("introduced"u8) => OsvField.Introduced,
        10 when name.SequenceEqual("references"u8) => OsvField.References,
        13 when name.SequenceEqual("last_affected"u8) => OsvField.LastAffected,
        17 when name.SequenceEqual("database_specific"u8) => OsvField.DatabaseSpecific,
        18 when name.SequenceEqual("ecosystem_specific"u8) => OsvField.EcosystemSpecific,
        33 when name.SequenceEqual("last_known_affected_version_range"u8) => OsvField.LastKnown,
        _ => OsvField.Other,
    };
}
