using System.Buffers.Binary;

namespace Marque.Advisories.Segments;

/// <summary>Gathers which record has, or names, which id.</summary>
internal sealed class IdTable
{
    private readonly List<ulong> hashes = [];
    private readonly List<long> entries = [];
    private byte[] table = [];

    /// <summary>Adds the ids of a record.</summary>
    public void Add(int record, in SegmentItem item)
    {
        var reader = new BlobReader(item.Head.Span[8..]);
        Add(reader.Text(), record, IdKind.Own);
        reader.Number();
        reader.Number();
        for (var left = reader.Count(); left > 0; left--) Add(reader.Text(), record, IdKind.Alias);
        for (var left = reader.Count(); left > 0; left--) Add(reader.Text(), record, IdKind.Upstream);
    }

    /// <summary>Writes what <see cref="Make"/> made.</summary>
    public void Write(PartWriter target) => target.Part(table);

    /// <summary>Makes the table.</summary>
    public void Make()
    {
        var keys = hashes.ToArray();
        var values = entries.ToArray();
        Array.Sort(keys, values);
        for (int first = 0, next; first < keys.Length; first = next)
        {
            for (next = first + 1; next < keys.Length && keys[next] == keys[first];) next++;
            if (next - first > 1) values.AsSpan(first, next - first).Sort();
        }

        table = new byte[keys.Length * Layout.IdSize];
        for (var at = 0; at < keys.Length; at++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(table.AsSpan(at * Layout.IdSize), keys[at]);
            BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(at * Layout.IdSize + 8), (int)(values[at] & int.MaxValue));
            BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(at * Layout.IdSize + 12), (int)(values[at] >> 32));
        }
    }

    private void Add(ReadOnlySpan<byte> id, int record, IdKind kind)
    {
        hashes.Add(Layout.IdHash(id));
        entries.Add((long)kind << 32 | (uint)record);
    }
}
