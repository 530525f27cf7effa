using System.Buffers.Binary;
using System.Text;

namespace Marque.Facts;

/// <summary>Ids, names and versions of many packages, one behind the other: no objects, no strings until they are asked for.</summary>
internal sealed class SpdxNames
{
    /// <summary>The most bytes kept; packages beyond it cannot be the subject.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private byte[] bytes = new byte[4096];
    private int length;

    /// <summary>Adds a package.</summary>
    public void Add(ReadOnlySpan<byte> id, ReadOnlySpan<byte> name, ReadOnlySpan<byte> version)
    {
        var needed = 12L + id.Length + name.Length + version.Length;
        if (id.IsEmpty || length + needed > MaxBytes) return;
        if (length + needed > bytes.Length) Array.Resize(ref bytes, (int)Math.Min(MaxBytes, Math.Max(bytes.Length * 2L, length + needed)));
        Append(id);
        Append(name);
        Append(version);
    }

    /// <summary>Name and version of the packages with these ids, in file order.</summary>
    public IReadOnlyList<(string? Name, string? Version)> Find(HashSet<string> ids)
    {
        var found = new List<(string?, string?)>();
        if (ids.Count == 0) return found;
        for (var at = 0; at < length;)
        {
            var id = Next(ref at);
            var name = Next(ref at);
            var version = Next(ref at);
            if (found.Count < ids.Count && ids.Contains(Encoding.UTF8.GetString(id))) found.Add((Text(name), Text(version)));
        }

        return found;
    }

    private static string? Text(ReadOnlySpan<byte> text) => text.IsEmpty ? null : Encoding.UTF8.GetString(text);

    private void Append(ReadOnlySpan<byte> text)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(length), text.Length);
        text.CopyTo(bytes.AsSpan(length + 4));
        length += 4 + text.Length;
    }

    private ReadOnlySpan<byte> Next(ref int at)
    {
        var size = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
        var text = bytes.AsSpan(at + 4, size);
        at += 4 + size;
        return text;
    }
}
