using System.Buffers.Binary;

namespace Marque.Advisories.Segments;

/// <summary>Gathers which package is spoken of where, and which binary packages are of which source.</summary>
internal sealed class KeyTable(IReadOnlyDictionary<UInt128, ReadOnlyMemory<byte>> lists)
{
    private readonly BlobWriter keys = new(1 << 16), scratch = new(), names = new(1 << 16);
    private readonly BinaryKeys binaries = new(lists);
    private readonly List<ulong> hashes = [];
    private readonly List<Entry> entries = [];
    private readonly BlobWriter table = new(1 << 16);
    private byte[] postings = [];
    private int count;

    /// <summary>The names, once <see cref="Make"/> is done.</summary>
    public ReadOnlySpan<byte> Names => names.Written;

    /// <summary>The lists of binary packages that the records name, in the order of what names them.</summary>
    public IEnumerable<KeyValuePair<UInt128, ReadOnlyMemory<byte>>> Lists => binaries.Used;

    /// <summary>Adds the packages of a record, whose blobs begin at <paramref name="offset"/> of the part.</summary>
    public void Add(int record, in SegmentItem item, uint offset)
    {
        var blobs = item.Affected.Span;
        var at = 0u;
        for (var one = 0; one < item.AffectedCount; one++)
        {
            // Whoever made the item has checked it.
            var payload = BlobReader.Payload(blobs, at);
            var view = new AffectedView(payload);
            if (!view.Name.IsEmpty) Add(PackageName.Base(view.Ecosystem), PackageName.Release(view.Ecosystem), view.Name, record, offset + at);
            binaries.Begin(ref view);
            for (var left = view.RangeCount; left > 0 && !view.Failed; left--)
            {
                var range = view.Range();
                binaries.Range(range);
                if (range.Type == RangeType.Git && !range.Repository.IsEmpty) Add(PackageName.Git, default, range.Repository, record, offset + at);
            }

            binaries.End(ref view, Alias);
            at += (uint)payload.Length + 8;
        }
    }

    /// <summary>Adds which binary packages another segment knows.</summary>
    public void Add(Segment segment)
    {
        for (var key = 0; key < segment.KeyCount; key++)
        {
            if (segment.TryKeyName(key, out var ecosystem, out var source, out var name) && ecosystem is [.., PackageName.Binary]) Alias(ecosystem, source, name);
        }
    }

    /// <summary>Writes what <see cref="Make"/> made.</summary>
    public void Write(PartWriter target)
    {
        target.Part(table.Written);
        target.Part(postings.AsSpan(0, count * Layout.PostingSize));
    }

    /// <summary>Makes keys and postings, and lays out the names.</summary>
    public void Make()
    {
        var order = Sorted();
        postings = new byte[order.Length * Layout.PostingSize];
        for (int first = 0, next; first < order.Length; first = next)
        {
            var start = count;
            Entry? before = null;
            for (next = first; next < order.Length && (next == first || Compare(order[first], order[next]) == 0); next++)
            {
                var entry = entries[order[next]];
                // Several ranges of one package may name the same repository; what a binary package is of stands in no record alone.
                if (entry == before || entry.Record < 0) continue;
                before = entry;
                BinaryPrimitives.WriteInt32LittleEndian(postings.AsSpan(count * Layout.PostingSize), entry.Record);
                BinaryPrimitives.WriteUInt32LittleEndian(postings.AsSpan(count++ * Layout.PostingSize + 4), entry.Affected);
            }

            var key = table.Take(Layout.KeySize);
            BinaryPrimitives.WriteUInt64LittleEndian(key, hashes[order[first]]);
            BinaryPrimitives.WriteInt32LittleEndian(key[8..], names.Length);
            BinaryPrimitives.WriteInt32LittleEndian(key[12..], start);
            BinaryPrimitives.WriteInt32LittleEndian(key[16..], count - start);
            names.Raw(Key(order[first]));
        }
    }

    private void Add(ReadOnlySpan<byte> ecosystem, ReadOnlySpan<byte> release, ReadOnlySpan<byte> name, int record, uint affected)
    {
        scratch.Cut();
        PackageName.Write(ecosystem, name, scratch);
        hashes.Add(Layout.KeyHash(ecosystem, scratch.Written));
        var start = keys.Length;
        keys.Text(ecosystem);
        keys.Text(scratch.Written);
        keys.Text(release);
        keys.Fixed(Checksum.Of(release));
        entries.Add(new Entry(start, keys.Length - start, record, affected));
    }

    private void Alias(ReadOnlySpan<byte> ecosystem, ReadOnlySpan<byte> source, ReadOnlySpan<byte> name) => Add(ecosystem, source, name, -1, 0);

    private int[] Sorted()
    {
        var order = new int[entries.Count];
        for (var at = 0; at < order.Length; at++) order[at] = at;
        var sorted = hashes.ToArray();
        Array.Sort(sorted, order);
        for (int first = 0, next; first < order.Length; first = next)
        {
            for (next = first + 1; next < order.Length && sorted[next] == sorted[first];) next++;
            if (next - first == 1) continue;
            // Entries were added in the order of the records; mostly all are of one package.
            var run = order.AsSpan(first, next - first);
            run.Sort();
            var same = 1;
            while (same < run.Length && Key(run[same]).SequenceEqual(Key(run[0]))) same++;
            if (same < run.Length) run.Sort((a, b) => Compare(a, b) is var byKey and not 0 ? byKey : a.CompareTo(b));
        }

        return order;
    }

    private ReadOnlySpan<byte> Key(int entry) => keys.Written.Slice(entries[entry].Key, entries[entry].Length);

    private int Compare(int a, int b)
    {
        if (hashes[a].CompareTo(hashes[b]) is var byHash and not 0) return byHash;
        BlobReader one = new(Key(a)), other = new(Key(b));
        var ecosystem = one.Text();
        var name = one.Text();
        return Order(ecosystem, name, other.Text(), other.Text()) is var byName and not 0 ? byName : one.Text().SequenceCompareTo(other.Text());
    }

    /// <summary>The order of keys with the same hash, but for their releases.</summary>
    internal static int Order(ReadOnlySpan<byte> ecosystem, ReadOnlySpan<byte> name, ReadOnlySpan<byte> otherEcosystem, ReadOnlySpan<byte> otherName) =>
        name.SequenceCompareTo(otherName) is var byName and not 0 ? byName : ecosystem.SequenceCompareTo(otherEcosystem);

    private readonly record struct Entry(int Key, int Length, int Record, uint Affected)
    {
        public bool Equals(Entry other) => Record == other.Record && Affected == other.Affected;

        public override int GetHashCode() => HashCode.Combine(Record, Affected);
    }
}
