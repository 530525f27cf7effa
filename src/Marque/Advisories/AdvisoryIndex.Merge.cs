using Marque.Advisories.Segments;
using NodaTime;

namespace Marque.Advisories;

/// <summary>How much an index holds.</summary>
/// <param name="Records">Records that count, withdrawn ones among them.</param>
/// <param name="Withdrawn">How many of them are withdrawn.</param>
/// <param name="Newest">The newest <c>modified</c> of them; null when there is none.</param>
/// <param name="Ecosystems">Records by ecosystem (without release), in ordinal order; a record about several counts in each.</param>
/// <param name="Sources">Records by feed, in ordinal order.</param>
/// <param name="Damaged">Records whose bytes are damaged.</param>
public sealed record AdvisoryStatistics(int Records, int Withdrawn, Instant? Newest, IReadOnlyList<KeyValuePair<string, int>> Ecosystems, IReadOnlyList<KeyValuePair<string, int>> Sources, int Damaged);

public sealed partial class AdvisoryIndex
{
    /// <summary>Writes all that counts as one segment, so that opening it alone gives the same answers. Tombstones are not needed there: it replaces every segment of the index.</summary>
    /// <returns>How many records were left behind because they are damaged.</returns>
    public static int Merge(AdvisoryIndex index, Stream output)
    {
        var sources = index.segments.SelectMany(s => s.Sources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var items = new List<SegmentItem>(index.segments.Sum(s => s.Count));
        var damaged = 0;
        for (var at = 0; at < index.segments.Length; at++)
        {
            var segment = index.segments[at];
            var map = segment.Sources.Select(s => (ushort)sources.IndexOf(s)).ToArray();
            for (var record = 0; record < segment.Count; record++)
            {
                if (!segment.TryItem(record, s => s < map.Length ? map[s] : (ushort)0, out var item)) damaged++;
                else if (!item.Flags.HasFlag(RecordFlags.Tombstone) && index.Counts(at, record, item.Id)) items.Add(item);
            }
        }

        var lists = new Dictionary<UInt128, ReadOnlyMemory<byte>>();
        foreach (var segment in index.segments) segment.AddLists(lists);
        SegmentWriter.Write(output, [.. items], sources, lists, index.segments);
        return damaged;
    }

    /// <summary>How much it holds. Walks over all records.</summary>
    public AdvisoryStatistics Statistics()
    {
        var (records, withdrawn, damaged, newest) = (0, 0, 0, long.MinValue);
        var ecosystems = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var sources = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < segments.Length; at++)
        {
            var segment = segments[at];
            var counted = new bool[segment.Count];
            for (var record = 0; record < segment.Count; record++)
            {
                var entry = segment.Record(record);
                if (entry.Flags.HasFlag(RecordFlags.Tombstone)) continue;
                if (!segment.TryHead(entry, out var head))
                {
                    damaged++;
                    continue;
                }

                if (!Counts(at, record, new BlobReader(head).Text())) continue;
                counted[record] = true;
                records++;
                if (entry.Flags.HasFlag(RecordFlags.Withdrawn)) withdrawn++;
                newest = Math.Max(newest, entry.Modified);
                var source = segment.Source(entry);
                sources[source] = sources.GetValueOrDefault(source) + 1;
            }

            foreach (var (ecosystem, inIt) in ByEcosystem(segment)) ecosystems[ecosystem] = ecosystems.GetValueOrDefault(ecosystem) + inIt.Count(r => counted[r]);
        }

        return new(records, withdrawn, records == 0 ? null : Osv.Time(newest), [.. ecosystems.Where(e => e.Value > 0)], [.. sources], damaged);
    }

    private static Dictionary<string, HashSet<int>> ByEcosystem(Segment segment)
    {
        var records = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        var lookup = records.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> text = stackalloc char[64];
        for (var key = 0; key < segment.KeyCount; key++)
        {
            if (!segment.TryKeyName(key, out var ecosystem, out _, out _)) continue;
            var length = System.Text.Encoding.UTF8.GetChars(ecosystem[..Math.Min(64, ecosystem.Length)], text);
            if (!lookup.TryGetValue(text[..length], out var inIt)) lookup[text[..length]] = inIt = [];
            var (_, _, first, count) = segment.Key(key);
            for (var posting = first; posting < first + count; posting++) inIt.Add(segment.Posting(posting).Record);
        }

        return records;
    }
}
