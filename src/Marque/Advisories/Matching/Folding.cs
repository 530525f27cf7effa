using Marque.Versions;

namespace Marque.Advisories.Matching;

/// <summary>Folds records about the same vulnerability into one finding: aliases are symmetric and transitive (OSV schema, "aliases"), also over records that do not hit.</summary>
internal static class Folding
{
    /// <summary>The findings of one component, by id.</summary>
    public static IReadOnlyList<Finding> Fold(AdvisoryIndex index, Vectors vectors, List<RecordHit> hits)
    {
        if (hits.Count == 1) return [Single(index, vectors, hits[0])];
        var findings = new List<Finding>();
        foreach (var about in hits.GroupBy(h => h.Facts.Group))
        {
            List<RecordHit> list = [.. about];
            findings.Add(list.Count == 1 ? Single(index, vectors, list[0]) : Finding(index, vectors, about.Key, list));
        }

        findings.Sort((a, b) => string.CompareOrdinal(a.Vulnerability, b.Vulnerability));
        return findings;
    }

    // Nearly every finding is one record by one range: made once, whatever the number of versions it hits.
    private static Finding Single(AdvisoryIndex index, Vectors vectors, RecordHit hit)
    {
        if (!hit.IsPlain || hit.Facts.Single(hit.Where) is not { } made)
        {
            made = Finding(index, vectors, hit.Facts.Group, [hit]);
            if (hit.IsPlain) hit.Facts.Keep(hit.Where, made);
            return made;
        }

        if (made.Fixed.Count == 0) return made;
        if (made.Fixed.Count == 1 && IsAbove(hit, made.Fixed[0]) == (made.FixedAbove == 1)) return made;
        var (stated, above) = Fixed([hit]);
        return made.FixedAbove == above && made.Fixed.SequenceEqual(stated, StringComparer.Ordinal) ? made : made with { Fixed = stated, FixedAbove = above };
    }

    private static Finding Finding(AdvisoryIndex index, Vectors vectors, AliasGroup group, List<RecordHit> hits)
    {
        hits.Sort((a, b) => Rank(a.Id).CompareTo(Rank(b.Id)) is var byKind and not 0 ? byKind : string.CompareOrdinal(a.Id, b.Id));
        var id = hits[0].Id;
        var summary = hits.Find(h => h.Facts.Head.Summary.Length > 0).Facts?.Head.Summary ?? group.Summary;
        string[] upstream = hits.TrueForAll(h => h.Facts.Head.Upstream.Length == 0) ? [] : [.. hits.SelectMany(h => h.Facts.Head.Upstream).Where(u => !group.Ids.Contains(u)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var (stated, above) = Fixed(hits);
        return new Finding(id, Array.FindAll(group.Sorted, i => i != id), upstream, summary, Ratings.Of(index, vectors, group, hits), stated, hits.Count == 1 ? [hits[0].Told] : [.. hits.Select(h => h.Told).Distinct()]) { FixedAbove = above, Scheme = hits[0].Facts.Scheme };
    }

    // Reviewed databases first; the rest by name.
    private static int Rank(string id) => id.StartsWith("GHSA-", StringComparison.Ordinal) ? 0 : id.StartsWith("CVE-", StringComparison.Ordinal) ? 2 : 1;

    // The nearest above the present version first, then the others above, then those of older lines.
    private static (List<string> Stated, int Above) Fixed(List<RecordHit> hits)
    {
        var all = new List<(string Text, bool Above, VersionScheme Scheme)>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hit in hits)
        {
            foreach (var text in hit.Fixed)
            {
                if (met.Add(text)) all.Add((text, IsAbove(hit, text), hit.Facts.Scheme));
            }
        }

        all.Sort((a, b) =>
        {
            if (a.Above != b.Above) return a.Above ? -1 : 1;
            return VersionOrder.TryCompare(a.Scheme, a.Text, b.Text, out var order) && order != 0 ? order : string.CompareOrdinal(a.Text, b.Text);
        });
        return (all.ConvertAll(f => f.Text), all.Count(f => f.Above));
    }

    private static bool IsAbove(in RecordHit hit, string text) => VersionOrder.TryCompare(hit.Facts.Scheme, text, hit.Target.Version, out var order) && order > 0;
}
