using System.Text;
using Marque.Advisories.Segments;

namespace Marque.Advisories;

/// <summary>What became of one record.</summary>
public enum Addition
{
    /// <summary>It is in the segment.</summary>
    Added,

    /// <summary>The index that is known already holds these bytes under this id; nothing was added.</summary>
    Unchanged,

    /// <summary>A newer record with this id is known; nothing was added.</summary>
    Older,

    /// <summary>It is not understood; nothing was added.</summary>
    Refused,
}

/// <summary>What became of one record, with its id and, when it is refused, why.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Id">Its id, as far as it could be read.</param>
/// <param name="Reason">Why it is refused; empty otherwise.</param>
public readonly record struct Added(Addition Kind, string Id, string Reason);

/// <summary>Gathers OSV records and writes them as one segment of an advisory index. Not for several threads: use one on each, and open or merge what they write.</summary>
/// <param name="source">The feed the records come from, as findings name it.</param>
/// <param name="known">What is known already: records that are there unchanged, or newer, are not added again.</param>
public sealed class AdvisoryIndexBuilder(string source, AdvisoryIndex? known = null)
{
    private readonly OsvScan scan = new();
    private readonly ByteStore store = new();
    private readonly List<SegmentItem> items = [];
    private readonly string feed = source;
    private long records;

    /// <summary>How many records and tombstones it holds.</summary>
    public int Count => items.Count;

    /// <summary>About how many bytes the segment will have; begin another builder before it passes <see cref="AdvisoryIndex.MaxSegment"/>.</summary>
    public long Size => records + 2 * scan.Lists.Size;

    /// <summary>The newest <c>modified</c> of all records that were given and understood, unchanged ones among them; null when there was none.</summary>
    public NodaTime.Instant? Newest { get; private set; }

    /// <summary>Adds a record.</summary>
    /// <param name="record">Its JSON, UTF-8.</param>
    /// <param name="deflated">The same bytes compressed with deflate (RFC 1951), as a ZIP holds them: kept instead, to save space. Empty: the record is kept as it is.</param>
    public Added Add(ReadOnlySpan<byte> record, ReadOnlySpan<byte> deflated = default) => Add(record, deflated, default);

    /// <summary>Adds a record whose compressed bytes stay as they are until the segment is written, as those of a mapped file do: they are not copied.</summary>
    /// <param name="record">Its JSON, UTF-8.</param>
    /// <param name="deflated">The same bytes compressed with deflate (RFC 1951).</param>
    public Added AddShared(ReadOnlySpan<byte> record, ReadOnlyMemory<byte> deflated) => Add(record, deflated.Span, deflated);

    private Added Add(ReadOnlySpan<byte> record, ReadOnlySpan<byte> deflated, ReadOnlyMemory<byte> shared)
    {
        var reason = scan.Read(record);
        var id = Encoding.UTF8.GetString(scan.Id);
        if (reason is not null) return new(Addition.Refused, id, reason);
        var modified = Osv.Time(scan.Modified);
        if (Newest is null || modified > Newest) Newest = modified;
        var checksum = Checksum.Of(record);
        switch (known?.Compare(scan.Id, scan.Modified, record.Length, checksum))
        {
            case Addition.Unchanged: return new(Addition.Unchanged, id, "");
            case Addition.Older: return new(Addition.Older, id, "");
        }

        var kept = deflated.IsEmpty || deflated.Length >= record.Length ? record : deflated;
        var flags = (scan.Withdrawn == 0 ? RecordFlags.None : RecordFlags.Withdrawn) | (kept == record ? RecordFlags.None : RecordFlags.Deflated);
        items.Add(new(scan.Modified, flags, 0, record.Length, checksum, store.Keep(scan.Head.Written), store.Keep(scan.Affected.Written), scan.Starts.Count, kept == deflated && !shared.IsEmpty ? shared : store.Keep(kept)));
        records += 128 + scan.Head.Length + 2L * scan.Affected.Length + kept.Length;
        return new(Addition.Added, id, "");
    }

    /// <summary>Adds a tombstone: a record with this id in an earlier segment, or added before, counts no longer.</summary>
    public void Delete(string id)
    {
        var head = new BlobWriter();
        var start = head.Begin();
        head.Text(Encoding.UTF8.GetBytes(id));
        for (var empty = 0; empty < 8; empty++) head.Number(0);
        head.End(start);
        items.Add(new(0, RecordFlags.Tombstone, 0, 0, 0, store.Keep(head.Written), default, 0, default));
        records += 128;
    }

    /// <summary>Writes the segment: the same records in the same order give the same bytes.</summary>
    public void Write(Stream output) => Write(output, [this]);

    /// <summary>Writes what several builders hold as one segment: who added which record does not show, but for records with the same id and time, of which the one in the last builder stands.</summary>
    public static void Write(Stream output, params IReadOnlyList<AdvisoryIndexBuilder> builders)
    {
        var sources = builders.Select(b => b.feed).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var all = new List<SegmentItem>(builders.Sum(b => b.items.Count));
        foreach (var builder in builders)
        {
            var source = (ushort)sources.IndexOf(builder.feed);
            foreach (var item in builder.items) all.Add(item with { Source = source });
        }

        var lists = new Dictionary<UInt128, ReadOnlyMemory<byte>>();
        foreach (var builder in builders)
        {
            foreach (var (id, blob) in builder.scan.Lists.Kept) lists.TryAdd(id, blob);
        }

        SegmentWriter.Write(output, [.. all], sources, lists);
    }
}
