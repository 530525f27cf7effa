using Marque.Cases;
using Marque.Facts;
using Marque.Legal;
using Marque.Text;

namespace Marque.Assessments;

/// <summary>The digests that a decision stands on today, by the names that <c>stoodOn</c> records: all that the engine compares.</summary>
public static class StandsOn
{
    /// <summary>Today's digests.</summary>
    /// <param name="index">The case.</param>
    /// <param name="d">The decision: its subject, judgement, parts, facts, day and releases; what it recorded does not count.</param>
    /// <param name="release">The release that is looked at, whose documents come first; null: the newest of all.</param>
    /// <returns>Names and digests, each name once; empty when the case does not hold what the decision is about.</returns>
    public static IReadOnlyList<(string Name, Digest Digest)> Of(CaseIndex index, Decision d, string? release)
    {
        var c = index.Case;
        if (d.Subject.Id.Catalog == "bridge") return [.. Suffixed("adoption", c.Adoptions.Where(a => a.Bridge == d.Subject.Id.Item).Select(a => (string.Join('+', a.Points.Select(p => p.Id.Item)), a.Digest)))];
        if (d.Subject.Id.Item == "risk-assessment") return c.Risk is { } risk ? [("risk-assessment", risk.Digest)] : [];
        if (d.Subject.Id.Item == "classification") return c.Product?.Classification is { } declared ? [("classification", declared.Digest)] : [];
        if (d.Subject.Id.Catalog == "instrument") return [.. Restrictions(index, d.Subject.Id.Item)];
        if (index.Find(d.Subject.Id) is not { } item) return [];
        return d.Judgement switch
        {
            Judgement.Rebuts => [("requirement", item.Digest)],
            Judgement.NotApplicable => [("requirement", item.Digest), .. Inapplicable(c, item, d)],
            _ => [("requirement", item.Digest), .. Implemented(index, item, d, release)],
        };
    }

    // The words of each restriction of a citation, and the answer that it does not hit this product.
    private static IEnumerable<(string, Digest)> Restrictions(CaseIndex index, string reference)
    {
        var restrictions = index.Law.Standards.FirstOrDefault(s => s.Reference == reference)?.Citations.SelectMany(c => c.Restrictions).DistinctBy(r => r.Digest).ToList() ?? [];
        var answers = index.Case.Instruments.Where(i => i.Reference == reference).SelectMany(i => i.Restrictions).Where(a => !a.Hits && restrictions.Exists(r => r.Id == a.Id)).DistinctBy(a => a.Id, StringComparer.Ordinal).ToList();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var restriction in restrictions.Where(r => answers.Exists(a => a.Id == r.Id))) yield return (Once(named, $"restriction:{restriction.Id}"), restriction.Digest);
        foreach (var answer in answers) yield return ($"answer:{answer.Id}", answer.Digest);
    }

    private static IEnumerable<(string, Digest)> Inapplicable(Case c, Item item, Decision d)
    {
        var entries = item.Inapplicable.Select(a => a.Entry).Where(a => Meet(a.Parts, d.Parts)).ToList();
        foreach (var entry in Suffixed("applicability", entries.Select(a => (string.Join('+', a.Parts), a.Digest)))) yield return entry;
        foreach (var id in entries.SelectMany(a => a.Risks.Select(r => r.Risk)).Distinct(StringComparer.Ordinal))
        {
            if (c.Risk?.Risks.FirstOrDefault(r => r.Id == id) is { } risk) yield return ($"risk:{id}", risk.Digest);
        }
    }

    private static IEnumerable<(string, Digest)> Implemented(CaseIndex index, Item item, Decision d, string? release)
    {
        // A process case's people decide on what it says itself; a product decides on both.
        var statements = item.AllStatements.Select(s => s.Statement).Where(s => Meet(s.Parts, d.Parts) && MeetIn(index, s.Releases, d.Releases)).ToList();
        foreach (var s in Suffixed("statement", statements.Select(s => (string.Join('+', s.Parts), s.Digest)))) yield return s;
        foreach (var pair in Pairs(index, item)) yield return pair;
        var series = d.Facts.Select(f => f.Series).Distinct(StringComparer.Ordinal).Select(id => index.SeriesById.GetValueOrDefault(id)).OfType<IndexedSeries>().ToList();
        foreach (var s in series) yield return ($"series:{s.Series.Id}", s.Series.Digest);
        foreach (var s in series)
        {
            // A document binds by its bytes: the newest that the person can have seen.
            if (s.Series.Kind is { } kind && kind.Recurs()) continue;
            if (Newest(index, s.Series, d, release) is { } fact) yield return ($"fact:{s.Series.Id}", fact.Sha256);
        }

        foreach (var process in statements.Select(s => s.Process).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (d.Process is null && index.Case.Uses.FirstOrDefault(u => u.Id == process) is { } use) yield return ($"process:{process}", use.Digest);
        }
    }

    private static RegisteredFact? Newest(CaseIndex index, Series series, Decision d, string? release)
    {
        var received = series.Facts.Where(f => f.ReceivedAt < BrusselsDay.EndOf(d.On)).ToList();
        return received.Where(f => release is null || index.History.Covers(f.Releases, release)).MaxBy(f => f.ObservedAt) ?? received.MaxBy(f => f.ObservedAt);
    }

    // In a process case, whose users are not known, the bridges of the legal set. Where two bridges map the item to one point, the later names itself.
    private static IEnumerable<(string, Digest)> Pairs(CaseIndex index, Item item)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (bridge, _) in index.Bridges)
        {
            foreach (var point in bridge.Points.Where(p => index.Case.Product is null || index.Case.Adoptions.Any(a => a.Bridge == bridge.Id && (a.Points.Count == 0 || a.Points.Any(x => x.Id.Item == p.Point)))))
            {
                foreach (var pair in point.Pairs.Where(p => p.Item == item.Id && (p.Catalog.Length == 0 || p.Catalog == item.Catalog)))
                {
                    yield return (Once(named, $"pair:{point.Point}", $"pair:{point.Point}:{bridge.Id}"), pair.Digest);
                }
            }
        }
    }

    private static IEnumerable<(string, Digest)> Suffixed(string name, IEnumerable<(string Suffix, Digest Digest)> entries)
    {
        var all = entries.ToList();
        if (all.Count == 1) return [(name, all[0].Digest)];
        var named = new HashSet<string>(StringComparer.Ordinal);
        return all.Select(e => (Once(named, $"{name}:{(e.Suffix.Length == 0 ? "all" : e.Suffix)}"), e.Digest));
    }

    // Statements on the same parts for other releases would share a name.
    private static string Once(HashSet<string> named, string name, string? other = null)
    {
        if (named.Add(name)) return name;
        for (var i = 1; ; i++)
        {
            var next = i == 1 && other is not null ? other : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{other ?? name}:{(other is null ? i + 1 : i)}");
            if (named.Add(next)) return next;
        }
    }

    private static bool Meet(IReadOnlyList<string> a, IReadOnlyList<string> b) => a.Count == 0 || b.Count == 0 || a.Intersect(b, StringComparer.Ordinal).Any();

    private static bool MeetIn(CaseIndex index, ReleaseRange a, ReleaseRange b) =>
        index.Case.Releases.Count == 0 || index.Case.Releases.Any(r => index.History.Covers(a, r.Version) && index.History.Covers(b, r.Version));
}
