using Marque.Assessments;
using Marque.Text;

namespace Marque.Comparisons;

/// <summary>Which inputs of two assessments differ.</summary>
internal static class InputChanges
{
    /// <summary>The differing records, in the order of kind and name.</summary>
    public static List<InputChange> Between(Side from, Side to)
    {
        var changes = new List<InputChange>();
        if (from.Index.Law.Digest != to.Index.Law.Digest || from.Index.Law.Official != to.Index.Law.Official)
        {
            changes.Add(new InputChange("legal-set", "legal set", "legal-set", Change.Changed, [new FieldChange("version", Version(from), Version(to))], null, null, null));
        }

        var before = Declarations.Of(from.Source);
        var after = ReferenceEquals(from.Source, to.Source) ? before : Declarations.Of(to.Source);
        var records = before == after ? [] : Records(before, after);
        if (from.Assessment.Release != to.Assessment.Release || from.Assessment.AsOf != to.Assessment.AsOf)
        {
            var known = records.Select(r => (r.Kind, r.Id, r.Process)).ToHashSet();
            foreach (var counting in Records(CountingRecords.Of(from, before), CountingRecords.Of(to, after)))
            {
                if (!known.Contains((counting.Kind, counting.Id, counting.Process))) records.Add(counting with { Change = counting.Change switch { Change.Added => Change.CountsNow, Change.Removed => Change.CountsNoLonger, var other => other } });
            }
        }

        if (!ReferenceEquals(from.Seen, to.Seen)) Observations(from, to, records);
        return [.. changes, .. records.OrderBy(c => Array.IndexOf(Order, c.Kind)).ThenBy(c => c.Process, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal).ThenBy(c => c.Change)];
    }

    // In the order of a case's files.
    private static readonly string[] Order =
    [
        "legal-set", "product", "part", "variant", "adoption", "instrument", "process-case", "release-line", "event", "people", "person", "role", "risk-assessment", "asset", "risk", "applicability", "update-trigger",
        "catalog", "catalog-item", "bridge", "bridge-point", "bridge-pair", "edition-map", "edition-entry", "assessed-release", "release", "statement", "series", "fact", "sbom", "observation", "decision", "triage", "file",
    ];

    private static List<InputChange> Records(List<Declared> before, List<Declared> after)
    {
        var found = new List<InputChange>();
        var left = before.GroupBy(Key).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var group in after.GroupBy(Key))
        {
            var old = left.GetValueOrDefault(group.Key) ?? [];
            var now = group.ToList();
            // Several may have one name (statements for different releases): the same ones first, then in their order.
            foreach (var record in now.ToList())
            {
                if (old.FindIndex(o => o.Digest == record.Digest) is var same && same < 0) continue;
                old.RemoveAt(same);
                now.Remove(record);
            }

            for (var i = 0; i < Math.Max(old.Count, now.Count); i++)
            {
                if (i >= old.Count) found.Add(Of(now[i], Change.Added, null, now[i].Fields.Place));
                else if (i >= now.Count) found.Add(Of(old[i], Change.Removed, old[i].Fields.Place, null));
                else found.Add(Of(now[i], Change.Changed, old[i].Fields.Place, now[i].Fields.Place) with { Fields = FieldChange.Between(old[i].Fields, now[i].Fields) });
            }

            old.Clear();
        }

        foreach (var gone in before.Where(b => left[Key(b)].Count > 0 && left[Key(b)].Contains(b))) found.Add(Of(gone, Change.Removed, gone.Fields.Place, null));
        return found;

        static (string?, string, string) Key(Declared d) => (d.Process, d.Kind, d.Id);
        static InputChange Of(Declared d, Change change, Place? was, Place? now) => new(d.Kind, d.Id, d.About, change, [], was, now, d.Process);
    }

    // A fact registered on both sides whose bytes are not the same to look at: altered, lost, found again.
    private static void Observations(Side from, Side to, List<InputChange> into)
    {
        foreach (var series in to.Index.Case.Series.OrderBy(s => s.Id, StringComparer.Ordinal))
        {
            foreach (var fact in series.Facts)
            {
                var (was, now) = (from.Seen.Seen.GetValueOrDefault((series.Id, fact.Digest)), to.Seen.Seen.GetValueOrDefault((series.Id, fact.Digest)));
                if (was is null || now is null || (was.Sha256 == now.Sha256 && was.Check?.Outcome == now.Check?.Outcome)) continue;
                into.Add(new InputChange("observation", $"{series.Id} {fact.Sha256.Short}", series.Id, Change.Changed, [new FieldChange("found", Words(was), Words(now))], fact.Place, fact.Place, series.Process));
            }
        }
    }

    private static string Words(Observation o) => o.Sha256 is { } digest ? $"sha256 {digest.Short}, {o.Check?.Outcome.ToString().ToLowerInvariant() ?? "not checked"}" : o.Because ?? "missing";

    private static string Version(Side side) => $"{side.Index.Law.Version} ({side.Index.Law.Digest.Short}{(side.Index.Law.Official ? "" : ", unofficial")})";
}
