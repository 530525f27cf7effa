using Marque.Versions;

namespace Marque.Advisories.Matching;

/// <summary>Folds records about the same vulnerability into one finding: aliases are symmetric and transitive (OSV schema, "aliases"), also over records that do not hit.</summary>
internal sealed class Folding(AdvisoryIndex index)
{
    // The ids of each vulnerability that was met, by each of them.
    private readonly Dictionary<string, AliasGroup> groups = new(StringComparer.Ordinal);

    /// <summary>The findings of one component, by id.</summary>
    public IReadOnlyList<Finding> Fold(List<RecordHit> hits)
    {
        if (hits.Count == 1) return [Finding(Group(hits[0].Head), hits)];
        var findings = new List<Finding>();
        foreach (var about in hits.GroupBy(h => Group(h.Head))) findings.Add(Finding(about.Key, [.. about]));
        findings.Sort((a, b) => string.CompareOrdinal(a.Vulnerability, b.Vulnerability));
        return findings;
    }

    private AliasGroup Group(Segments.HeadView head)
    {
        if (groups.TryGetValue(head.Id, out var known)) return known;
        var group = AliasGroup.Of(index, head);
        foreach (var id in group.Ids) groups.TryAdd(id, group);
        return group;
    }

    private Finding Finding(AliasGroup group, List<RecordHit> hits)
    {
        hits.Sort((a, b) => Rank(a.Head.Id).CompareTo(Rank(b.Head.Id)) is var byKind and not 0 ? byKind : string.CompareOrdinal(a.Head.Id, b.Head.Id));
        var id = hits[0].Head.Id;
        var summary = hits.Find(h => h.Head.Summary.Length > 0)?.Head.Summary ?? group.Summary;
        var told = hits.Select(h => new Hit(h.Source, h.Head.Id, h.Package, h.LastKnown.Length == 0 ? h.Because : $"{h.Because}; last known affected: {h.LastKnown}")).Distinct().ToList();
        var upstream = hits.SelectMany(h => h.Head.Upstream).Where(u => !group.Ids.Contains(u)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new Finding(id, [.. group.Ids.Where(i => i != id).Order(StringComparer.Ordinal)], [.. upstream], summary, Ratings.Of(index, group, hits), Fixed(hits), told);
    }

    // Reviewed databases first; the rest by name.
    private static int Rank(string id) => id.StartsWith("GHSA-", StringComparison.Ordinal) ? 0 : id.StartsWith("CVE-", StringComparison.Ordinal) ? 2 : 1;

    // The nearest above the present version first, then the others above, then those of older lines.
    private static IReadOnlyList<string> Fixed(List<RecordHit> hits)
    {
        var all = new List<(string Text, RecordHit Hit)>();
        foreach (var hit in hits)
        {
            foreach (var text in hit.Fixes ?? [])
            {
                if (!all.Exists(f => f.Text == text)) all.Add((text, hit));
            }
        }

        if (all.Count < 2) return [.. all.Select(f => f.Text)];
        all.Sort((a, b) =>
        {
            var (aboveA, aboveB) = (Above(a.Text, a.Hit), Above(b.Text, b.Hit));
            if (aboveA != aboveB) return aboveA ? -1 : 1;
            return VersionOrder.TryCompare(a.Hit.Scheme, a.Text, b.Text, out var order) && order != 0 ? order : string.CompareOrdinal(a.Text, b.Text);
        });
        return [.. all.Select(f => f.Text)];
    }

    private static bool Above(string text, RecordHit hit) => VersionOrder.TryCompare(hit.Scheme, text, hit.Version, out var order) && order > 0;
}
