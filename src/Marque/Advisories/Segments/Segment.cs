using System.Buffers.Binary;
using System.Text;

namespace Marque.Advisories.Segments;

/// <summary>One opened segment.</summary>
internal sealed class Segment
{
    private readonly ReadOnlyMemory<byte> memory;
    private readonly (int Offset, int Length)[] parts = new (int, int)[Layout.Parts];

    private Segment(ReadOnlyMemory<byte> memory) => this.memory = memory;

    /// <summary>How many records and tombstones it holds.</summary>
    public int Count => parts[Layout.Records].Length / Layout.RecordSize;

    /// <summary>Its feeds.</summary>
    public string[] Sources { get; private set; } = [];

    /// <summary>Its length in bytes.</summary>
    public int Length => memory.Length;

    /// <summary>Opens a segment: reads its footer and checks its tables.</summary>
    /// <param name="memory">It.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="older">Whether one of layout 1 is opened too: its records can be read, and nothing looked up.</param>
    /// <returns>Why it is refused; null when it is not.</returns>
    public static string? Open(ReadOnlyMemory<byte> memory, out Segment segment, bool older = false)
    {
        segment = new Segment(memory);
        var bytes = memory.Span;
        if (bytes.Length < 8 || !bytes[..7].SequenceEqual(Layout.Mark[..7])) return "not a segment of an advisory index, or cut short";
        if (bytes[7] != Layout.Mark[7] && !(older && bytes[7] == 1)) return $"a segment of layout {bytes[7]}; this program reads {AdvisoryIndex.Version}";
        var order = Layout.Order(bytes[7]);
        var footerSize = Layout.FooterSize - (Layout.Parts - order.Length) * Layout.PartSize;
        if (bytes.Length < 8 + footerSize) return "not a segment of an advisory index, or cut short";
        var footer = bytes[^footerSize..];
        if (!footer[^8..].SequenceEqual(bytes[..8])) return "cut short";
        if (Checksum.Of(footer[..^12]) != BinaryPrimitives.ReadUInt32LittleEndian(footer[^12..])) return "damaged: its footer does not have its checksum";
        if (BinaryPrimitives.ReadInt64LittleEndian(footer[^20..]) != bytes.Length) return "cut short, or something stands behind it";
        var position = (long)Layout.Mark.Length;
        for (var at = 0; at < order.Length; at++)
        {
            var part = order[at];
            var entry = footer[(4 + at * Layout.PartSize)..];
            var (offset, length) = (BinaryPrimitives.ReadInt64LittleEndian(entry), BinaryPrimitives.ReadInt64LittleEndian(entry[8..]));
            if (offset != position || length < 0 || length > bytes.Length - footerSize - offset) return "damaged: its parts do not follow each other";
            segment.parts[part] = ((int)offset, (int)length);
            position += length;
            if (part < Layout.Checked && Checksum.Of(segment.Part(part)) != BinaryPrimitives.ReadUInt32LittleEndian(entry[16..])) return "damaged: a table does not have its checksum";
        }

        if (position != bytes.Length - footerSize) return "damaged: its parts do not fill it";
        var sources = new BlobReader(segment.Part(Layout.Sources));
        segment.Sources = sources.Strings();
        return null;
    }

    public ReadOnlySpan<byte> Part(int part) => memory.Span.Slice(parts[part].Offset, parts[part].Length);

    /// <summary>A record's entry.</summary>
    public RecordEntry Record(int number) => RecordEntry.Read(Part(Layout.Records)[(number * Layout.RecordSize)..]);

    /// <summary>A record's feed.</summary>
    public string Source(in RecordEntry entry) => entry.Source < Sources.Length ? Sources[entry.Source] : "";

    /// <summary>The payload of a record's head; false when it is damaged.</summary>
    public bool TryHead(scoped in RecordEntry entry, out ReadOnlySpan<byte> payload) => BlobReader.TryOpen(Part(Layout.Heads), entry.Head, out payload);

    /// <summary>A record's head; null when it is damaged.</summary>
    public HeadView? Head(in RecordEntry entry) => TryHead(entry, out var payload) ? HeadView.Read(payload) : null;

    /// <summary>The bytes of a record as they were kept; empty when the entry points elsewhere.</summary>
    public ReadOnlyMemory<byte> Stored(in RecordEntry entry)
    {
        var (offset, length) = parts[Layout.Originals];
        return entry.Original < 0 || entry.StoredLength < 0 || entry.Original > length - entry.StoredLength ? default : memory.Slice(offset + (int)entry.Original, entry.StoredLength);
    }

    /// <summary>A list of binary packages, as a blob; false when it is not there, or damaged.</summary>
    public bool TryList(ReadOnlySpan<byte> id, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        var table = Part(Layout.Lists);
        var (low, high) = (0, table.Length / Layout.ListSize);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var entry = table.Slice(middle * Layout.ListSize, Layout.ListSize);
            var order = entry[..BinaryListView.IdSize].SequenceCompareTo(id);
            if (order == 0) return BlobReader.TryOpen(Part(Layout.Binaries), BinaryPrimitives.ReadUInt32LittleEndian(entry[BinaryListView.IdSize..]), out payload);
            if (order < 0) low = middle + 1;
            else high = middle;
        }

        return false;
    }

    /// <summary>Adds its lists of binary packages to others, but for damaged ones.</summary>
    public void AddLists(Dictionary<UInt128, ReadOnlyMemory<byte>> lists)
    {
        var table = Part(Layout.Lists);
        for (; table.Length >= Layout.ListSize; table = table[Layout.ListSize..])
        {
            var offset = BinaryPrimitives.ReadUInt32LittleEndian(table[BinaryListView.IdSize..]);
            if (BlobReader.TryOpen(Part(Layout.Binaries), offset, out var payload)) lists[BinaryPrimitives.ReadUInt128BigEndian(table)] = memory.Slice(parts[Layout.Binaries].Offset + (int)offset, payload.Length + 8);
        }
    }

    /// <summary>A record on its way into another segment; false when its head or a package is damaged.</summary>
    public bool TryItem(int number, Func<ushort, ushort> source, out SegmentItem item)
    {
        item = default;
        var entry = Record(number);
        if (!TryHead(entry, out var head)) return false;
        var heads = memory.Slice(parts[Layout.Heads].Offset + (int)entry.Head, head.Length + 8);
        var (offset, length) = parts[Layout.Affected];
        if (entry.Affected + (long)entry.AffectedLength > length) return false;
        var affected = memory.Slice(offset + (int)entry.Affected, (int)entry.AffectedLength);
        var at = 0u;
        for (var one = 0; one < entry.AffectedCount; one++)
        {
            if (!BlobReader.TryOpen(affected.Span, at, out var payload)) return false;
            at += (uint)payload.Length + 8;
        }

        item = new(entry.Modified, entry.Flags, source(entry.Source), entry.RawLength, entry.RawChecksum, heads, affected, entry.AffectedCount, Stored(entry));
        return true;
    }

    /// <summary>The first key with this hash or a later one.</summary>
    public int FirstKey(ulong hash) => First(Part(Layout.Keys), Layout.KeySize, hash);

    /// <summary>The first key of this package, or the place where it would stand. Among equal hashes, which only chance or malice makes, by halves as well.</summary>
    public int FirstKey(ulong hash, ReadOnlySpan<byte> ecosystem, ReadOnlySpan<byte> name)
    {
        var low = FirstKey(hash);
        // The usual: it stands there, or nothing with this hash does.
        if (low >= KeyCount || Key(low).Hash != hash || !TryKeyName(low, out var ofFirst, out _, out var first) || (first.SequenceEqual(name) && ofFirst.SequenceEqual(ecosystem))) return low;
        var high = hash == ulong.MaxValue ? KeyCount : FirstKey(hash + 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (!TryKeyName(middle, out var other, out _, out var named)) return middle;
            if (KeyTable.Order(other, named, ecosystem, name) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The first entry of an id, or the place where it would stand. Among equal hashes by halves.</summary>
    public int FirstId(ulong hash, ReadOnlySpan<byte> id)
    {
        var low = First(Part(Layout.Ids), Layout.IdSize, hash);
        if (low >= IdCount) return low;
        var first = Id(low, out var found, out _, out _);
        // The usual: it stands there, or nothing with this hash does. What is damaged cannot be passed over.
        if (found != hash || first.IsEmpty || first.SequenceEqual(id)) return low;
        var high = hash == ulong.MaxValue ? IdCount : First(Part(Layout.Ids), Layout.IdSize, hash + 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var text = Id(middle, out _, out _, out _);
            if (text.IsEmpty) return low;
            if (text.SequenceCompareTo(id) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>A key's hash, first posting and number of postings.</summary>
    public (ulong Hash, uint Name, int First, int Count) Key(int number)
    {
        var entry = Part(Layout.Keys).Slice(number * Layout.KeySize, Layout.KeySize);
        return (BinaryPrimitives.ReadUInt64LittleEndian(entry), BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]), BinaryPrimitives.ReadInt32LittleEndian(entry[12..]), BinaryPrimitives.ReadInt32LittleEndian(entry[16..]));
    }

    /// <summary>How many keys there are.</summary>
    public int KeyCount => parts[Layout.Keys].Length / Layout.KeySize;

    /// <summary>How many entries of ids there are.</summary>
    public int IdCount => parts[Layout.Ids].Length / Layout.IdSize;

    /// <summary>An entry of the ids; its text is empty where the record's head is damaged.</summary>
    public ReadOnlySpan<byte> Id(int number, out ulong hash, out int record, out IdKind kind)
    {
        var entry = Part(Layout.Ids).Slice(number * Layout.IdSize, Layout.IdSize);
        hash = BinaryPrimitives.ReadUInt64LittleEndian(entry);
        record = BinaryPrimitives.ReadInt32LittleEndian(entry[8..]);
        var place = BinaryPrimitives.ReadUInt32LittleEndian(entry[12..]);
        kind = (IdKind)(place & ((1 << Layout.IdKindBits) - 1));
        var at = place >> Layout.IdKindBits;
        return record < Count && TryHead(Record(record), out var head) && at < (uint)head.Length ? new BlobReader(head[(int)at..]).Text() : default;
    }

    /// <summary>A posting: the record, and where its affected package stands.</summary>
    public (int Record, uint Affected) Posting(int number)
    {
        var entry = Part(Layout.Postings).Slice(number * Layout.PostingSize, Layout.PostingSize);
        return (BinaryPrimitives.ReadInt32LittleEndian(entry), BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]));
    }

    /// <summary>A key's base, release and name; false when they are damaged, which their hash shows.</summary>
    public bool TryKeyName(int number, out ReadOnlySpan<byte> ecosystem, out ReadOnlySpan<byte> release, out ReadOnlySpan<byte> name)
    {
        var (hash, at, _, _) = Key(number);
        var names = Part(Layout.Names);
        var reader = new BlobReader(at > (uint)names.Length ? default : names[(int)at..]);
        ecosystem = reader.Text();
        name = reader.Text();
        release = reader.Text();
        var check = reader.Take(4);
        return !reader.Failed && Layout.KeyHash(ecosystem, name) == hash && BinaryPrimitives.ReadUInt32LittleEndian(check) == Checksum.Of(release);
    }

    // Hashes are spread evenly, so where one stands can be guessed; from there in steps that double, then by halves: hashes chosen to collide cost no more than a binary search.
    private static int First(ReadOnlySpan<byte> table, int size, ulong hash)
    {
        var count = table.Length / size;
        if (count == 0) return 0;
        var guess = (int)Math.BigMul(hash, (ulong)count, out _);
        int low, high;
        if (At(table, size, guess) >= hash)
        {
            high = guess;
            low = guess;
            for (var step = 4; low > 0 && At(table, size, low) >= hash; step *= 4) (high, low) = (low, (int)Math.Max(0L, low - (long)step));
            if (low == 0 && At(table, size, 0) >= hash) return 0;
        }
        else
        {
            low = guess;
            high = guess;
            for (var step = 4; high < count && At(table, size, high) < hash; step *= 4) (low, high) = (high, (int)Math.Min(count, high + (long)step));
        }

        // At(low) < hash, and high is the end or At(high) >= hash.
        while (high - low > 1)
        {
            var middle = (low + high) >>> 1;
            if (At(table, size, middle) < hash) low = middle;
            else high = middle;
        }

        return high;
    }

    private static ulong At(ReadOnlySpan<byte> table, int size, int number) => BinaryPrimitives.ReadUInt64LittleEndian(table[(number * size)..]);

    /// <summary>UTF-8 of a text, for look-ups.</summary>
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
