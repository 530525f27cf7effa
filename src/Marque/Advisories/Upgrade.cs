using Marque.Advisories.Matching;
using Marque.Components.Purls;
using Marque.Versions;

namespace Marque.Advisories;

/// <summary>What to upgrade a component to: the smallest version stated to fix something that no finding hits any more.</summary>
/// <param name="To">The version, as an advisory states it; null: no fix above the present version is known.</param>
/// <param name="Fixes">The findings that do not hit it.</param>
/// <param name="Remaining">The findings that hit it still, or of which that cannot be told.</param>
/// <param name="Others">Vulnerabilities that hit it and not the present version.</param>
public sealed record Upgrade(string? To, IReadOnlyList<Finding> Fixes, IReadOnlyList<Finding> Remaining, IReadOnlyList<string> Others)
{
    // Records may state thousands of versions; so many are tried.
    private const int MostTried = 64;

    /// <summary>Finds them on several threads; the answers stand in the order of what was asked.</summary>
    /// <param name="index">The advisories.</param>
    /// <param name="components">Components, each with all that was found of it.</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static IReadOnlyList<Upgrade> Of(AdvisoryIndex index, IReadOnlyList<(Purl Purl, IReadOnlyList<Finding> Findings)> components, int threads, CancellationToken stop = default)
    {
        var answers = new Upgrade[components.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = stop };
        Parallel.For(0, components.Count, options, () => new Matcher(index), (at, _, matcher) =>
        {
            answers[at] = Of(matcher, components[at].Purl, components[at].Findings);
            return matcher;
        }, _ => { });
        return answers;
    }

    private static Upgrade Of(Matcher matcher, Purl purl, IReadOnlyList<Finding> findings)
    {
        Upgrade? best = null;
        foreach (var version in Candidates(findings))
        {
            var match = matcher.Match(purl, version);
            var hit = match.Findings.SelectMany(f => f.Ids.Prepend(f.Vulnerability)).Concat(match.NotJudged.Select(n => n.Record)).ToHashSet(StringComparer.Ordinal);
            var groups = findings.ToLookup(f => f.Hits.Any(h => hit.Contains(h.Record)) || hit.Contains(f.Vulnerability));
            if (best is not null && groups[true].Count() >= best.Remaining.Count) continue;
            var known = findings.SelectMany(f => f.Ids).ToHashSet(StringComparer.Ordinal);
            best = new(version, [.. groups[false]], [.. groups[true]], [.. match.Findings.Where(f => !f.Ids.Any(known.Contains)).Select(f => f.Vulnerability)]);
            if (best.Remaining.Count <= findings.Count(f => f.FixedAbove == 0)) break;
        }

        return best is { Fixes.Count: > 0 } ? best : new(null, [], findings, []);
    }

    // Nothing below the furthest of the nearest fixes fixes all; what is below it is tried last, for want of better.
    private static IEnumerable<string> Candidates(IReadOnlyList<Finding> findings)
    {
        var scheme = findings.Select(f => f.Scheme).FirstOrDefault(s => s != VersionScheme.Unknown);
        int Order(string a, string b) => VersionOrder.TryCompare(scheme, a, b, out var order) && order != 0 ? order : string.CompareOrdinal(a, b);
        List<string> all = [.. findings.SelectMany(f => f.Fixed.Take(f.FixedAbove)).Distinct(StringComparer.Ordinal)];
        if (all.Count == 0) return [];
        all.Sort(Order);
        var least = findings.Where(f => f.FixedAbove > 0).Select(f => f.Fixed[0]).Aggregate((a, b) => Order(a, b) >= 0 ? a : b);
        return all.Where(v => Order(v, least) >= 0).Concat(all.Where(v => Order(v, least) < 0)).Take(MostTried);
    }
}
