using System.Buffers.Binary;

namespace Marque.Advisories.Segments;

/// <summary>Gathers which record has, or names, which id: sorted by hash, then by the id itself, so that ids made to collide cost a look-up no more than halving.</summary>
internal sealed class IdTable
{
    private readonly List<ulong> hashes = [];
    private readonly List<Entry> entries = [];
    private readonly List<ReadOnlyMemory<byte>> heads = [];
    private byte[] table = [];

    /// <summary>Adds the ids of a record; records are numbered in the order in which they are added.</summary>
    public void Add(int record, in SegmentItem item)
    {
        heads.Add(item.Head[8..]);
        var reader = new BlobReader(item.Head.Span[8..]);
        Add(ref reader, record, IdKind.Own);
        reader.Number();
        reader.Number();
        for (var left = reader.Count(); left > 0; left--) Add(ref reader, record, IdKind.Alias);
        for (var left = reader.Count(); left > 0; left--) Add(ref reader, record, IdKind.Upstream);
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
            if (next - first > 1) values.AsSpan(first, next - first).Sort(Compare);
        }

        table = new byte[keys.Length * Layout.IdSize];
        for (var at = 0; at < keys.Length; at++)
        {
            var entry = table.AsSpan(at * Layout.IdSize);
            BinaryPrimitives.WriteUInt64LittleEndian(entry, keys[at]);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], values[at].Record);
            BinaryPrimitives.WriteInt32LittleEndian(entry[12..], values[at].At << Layout.IdKindBits | (int)values[at].Kind);
        }
    }

    private void Add(ref BlobReader reader, int record, IdKind kind)
    {
        var at = heads[^1].Length - reader.Left.Length;
        hashes.Add(Layout.IdHash(reader.Text()));
        entries.Add(new Entry(record, at, kind));
    }

    // A record before those that name its id.
    private int Compare(Entry a, Entry b)
    {
        if (Text(a).SequenceCompareTo(Text(b)) is var byText and not 0) return byText;
        if (a.Kind != b.Kind) return a.Kind.CompareTo(b.Kind);
        return a.Record != b.Record ? a.Record.CompareTo(b.Record) : a.At.CompareTo(b.At);
    }

    private ReadOnlySpan<byte> Text(Entry entry) => new BlobReader(heads[entry.Record].Span[entry.At..]).Text();

    private readonly record struct Entry(int Record, int At, IdKind Kind);
}
