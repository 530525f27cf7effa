using Marque.Cases;
using Marque.Legal;
using Marque.Text;
using NodaTime;

namespace Marque.Comparisons;

/// <summary>Which records count for the release and at the instant of a side.</summary>
internal static class CountingRecords
{
    /// <summary>The records that count, with the assessed release as one of its own.</summary>
    public static List<Declared> Of(Side side, List<Declared> all)
    {
        var (at, day) = (side.Assessment.AsOf, BrusselsDay.AsOf(side.Assessment.AsOf));
        var counting = new List<Declared>();
        foreach (var record in all)
        {
            switch (record.Kind)
            {
                case "statement" when !Covers(record):
                case "fact" or "sbom" when !Covers(record) || Instant(record, "receivedAt", "observedAt") > at || Instant(record, "observedAt") > at:
                case "decision" when !Covers(record) || Reading(record).Date("on") > day:
                case "triage" when Reading(record).Date("on") > day:
                case "event" when Reading(record).Date("on") > day:
                case "release" when record.Id != side.Assessment.Release: break;
                case "release": counting.Add(record with { Kind = "assessed-release", Id = "assessed-release" }); break;
                default: counting.Add(record); break;
            }
        }

        return counting;

        bool Covers(Declared record) => side.Index.History.Covers(ReleaseFile.Range(Reading(record)), side.Assessment.Release);
    }

    // What does not read was a problem before.
    private static Fields Reading(Declared record) => new(record.Fields, []);

    private static Instant? Instant(Declared record, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Reading(record).Instant(key) is { } instant) return instant;
        }

        return null;
    }
}
