using System.IO.Compression;
using System.Text;
using Marque.Advisories.Segments;
using Marque.Text;

namespace Marque.Advisories;

/// <summary>A record of an index: which segment, and which record of it.</summary>
/// <param name="Segment">The segment's place in the list.</param>
/// <param name="Record">The record's number in the segment.</param>
public readonly record struct RecordAt(int Segment, int Record);

/// <summary>
/// Advisories, ready to be looked up: one or more immutable segments. Where several hold the same id, the record changed last counts, and among equals the one in
/// the later segment; a tombstone ends what earlier segments say. Safe for any number of threads.
/// </summary>
public sealed partial class AdvisoryIndex
{
    /// <summary>The largest segment, in bytes.</summary>
    public const int MaxSegment = 1_600_000_000;

    /// <summary>The version of the byte layout this program reads and writes.</summary>
    public const int Version = 2;

    private readonly Segment[] segments;

    private AdvisoryIndex(Segment[] segments) => this.segments = segments;

    /// <summary>An index without a record.</summary>
    public static AdvisoryIndex Empty { get; } = new([]);

    /// <summary>Opens segments, oldest first: reads their footers and checks their tables. A damaged, truncated or foreign segment is a problem that names its place in the list, and there is no index.</summary>
    public static Read<AdvisoryIndex> Open(IReadOnlyList<ReadOnlyMemory<byte>> segments)
    {
        var opened = new Segment[segments.Count];
        var problems = new List<Problem>();
        for (var at = 0; at < opened.Length; at++)
        {
            if (Segment.Open(segments[at], out opened[at]) is { } reason) problems.Add(new Problem(new Place($"segment {at}"), "index.segment", reason, "import the feeds again"));
        }

        return new(problems.Count == 0 ? new AdvisoryIndex(opened) : null, problems);
    }

    /// <summary>Whether it holds nothing.</summary>
    public bool IsEmpty => Array.TrueForAll(segments, s => s.Count == 0);

    /// <summary>How many segments it is made of.</summary>
    public int SegmentCount => segments.Length;

    /// <summary>The records with this id: their own, or among their aliases, and with <paramref name="upstream"/> among their upstream ids. Withdrawn ones too; those that count no longer are left out.</summary>
    /// <param name="id">The id.</param>
    /// <param name="upstream">Whether records count that name it as upstream.</param>
    /// <param name="most">So many are found, and the rest is not looked for.</param>
    public IReadOnlyList<RecordAt> ById(string id, bool upstream = false, int most = int.MaxValue)
    {
        var found = new List<RecordAt>();
        Ids(Encoding.UTF8.GetBytes(id), upstream, most, found);
        return found;
    }

    /// <summary>Whether there is a record of this very id that counts and was not withdrawn.</summary>
    public bool Stands(string id) => ById(id).Any(at => HeadAt(at) is { Withdrawn: 0 } head && head.Id == id);

    /// <summary>A record's original bytes; null when they are damaged.</summary>
    public byte[]? Record(RecordAt at) => Original(segments[at.Segment], segments[at.Segment].Record(at.Record));

    private static byte[]? Original(Segment segment, in RecordEntry entry)
    {
        var stored = segment.Stored(entry);
        if (entry.RawLength is < 0 or > Osv.MaxRecord) return null;
        var raw = new byte[entry.RawLength];
        if (!entry.Flags.HasFlag(RecordFlags.Deflated))
        {
            if (stored.Length != raw.Length) return null;
            stored.CopyTo(raw);
        }
        else
        {
            try
            {
                using var inflate = new DeflateStream(new MemoryStream(stored.ToArray()), CompressionMode.Decompress);
                inflate.ReadExactly(raw);
            }
            catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
            {
                return null;
            }
        }

        return Checksum.Of(raw) == entry.RawChecksum ? raw : null;
    }

    /// <summary>A record, read from its original bytes; null when they are damaged.</summary>
    public Advisory? Advisory(RecordAt at) => Record(at) is { } bytes ? Osv.Read(bytes).Advisory : null;

    /// <summary>The feed a record comes from.</summary>
    public string Source(RecordAt at) => segments[at.Segment].Source(segments[at.Segment].Record(at.Record));

    /// <summary>Whether a record counts: no later segment replaces or deletes it.</summary>
    internal bool Counts(int segment, int record, ReadOnlySpan<byte> id)
    {
        if (segments.Length == 1) return true;
        var modified = segments[segment].Record(record).Modified;
        for (var other = segments.Length - 1; other >= 0; other--)
        {
            if (other == segment || Own(segments[other], id) is not { } entry) continue;
            // What stands before a tombstone is gone, and cannot replace anything either.
            if (entry.Flags.HasFlag(RecordFlags.Tombstone)) return other < segment;
            if (entry.Modified > modified || (entry.Modified == modified && other > segment)) return false;
        }

        return true;
    }

    internal Segment SegmentAt(int number) => segments[number];

    internal HeadView? HeadAt(RecordAt at) => segments[at.Segment].Head(segments[at.Segment].Record(at.Record));

    // What a record read anew is to what is known.
    internal Addition Compare(ReadOnlySpan<byte> id, long modified, int length, uint checksum)
    {
        for (var at = segments.Length - 1; at >= 0; at--)
        {
            if (Own(segments[at], id) is not { } entry) continue;
            if (entry.Flags.HasFlag(RecordFlags.Tombstone)) return Addition.Added;
            if (entry.Modified > modified) return Addition.Older;
            if (entry.Modified == modified && entry.RawLength == length && entry.RawChecksum == checksum) return Addition.Unchanged;
        }

        return Addition.Added;
    }

    private void Ids(ReadOnlySpan<byte> id, bool upstream, int most, List<RecordAt> found)
    {
        var hash = Layout.IdHash(id);
        for (var at = 0; at < segments.Length; at++)
        {
            var segment = segments[at];
            // A record may name an id several times; mostly only one names it at all.
            var first = -1;
            HashSet<int>? met = null;
            for (var number = segment.FirstId(hash, id); number < segment.IdCount && found.Count < most; number++)
            {
                var text = segment.Id(number, out var other, out var of, out var kind);
                if (other != hash) break;
                if (text.IsEmpty) continue;
                if (!text.SequenceEqual(id)) break;
                if (kind == IdKind.Upstream && !upstream) continue;
                var record = segment.Record(of);
                if (record.Flags.HasFlag(RecordFlags.Tombstone) || !segment.TryHead(record, out var head)) continue;
                if (first < 0) first = of;
                else if (of == first || !(met ??= []).Add(of)) continue;
                if (Counts(at, of, new BlobReader(head).Text())) found.Add(new RecordAt(at, of));
            }
        }
    }

    // The record of an id stands before those that name it.
    private static RecordEntry? Own(Segment segment, ReadOnlySpan<byte> id)
    {
        var hash = Layout.IdHash(id);
        for (var number = segment.FirstId(hash, id); number < segment.IdCount; number++)
        {
            var text = segment.Id(number, out var other, out var record, out var kind);
            if (other != hash) break;
            if (text.IsEmpty) continue;
            return kind == IdKind.Own && text.SequenceEqual(id) ? segment.Record(record) : null;
        }

        return null;
    }
}
