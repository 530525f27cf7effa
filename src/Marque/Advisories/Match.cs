using Marque.Advisories.Matching;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Advisories;

/// <summary>Components against advisories.</summary>
public static class Match
{
    private const int Batch = 256;

    /// <summary>Matches one component.</summary>
    public static ComponentMatch Component(AdvisoryIndex index, Purl purl) => new Matcher(index).Match(purl);

    /// <summary>Matches many components on several threads; the answers stand in the order of the components.</summary>
    /// <param name="index">The advisories.</param>
    /// <param name="components">The components; each distinct one is matched once.</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static IReadOnlyList<ComponentMatch> Run(AdvisoryIndex index, IReadOnlyList<Purl> components, int threads, CancellationToken stop = default)
    {
        var answers = new ComponentMatch[components.Count];
        var firsts = new Dictionary<Purl, int>(components.Count);
        var distinct = new List<int>(components.Count);
        for (var at = 0; at < components.Count; at++)
        {
            if (firsts.TryAdd(components[at], at)) distinct.Add(at);
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = stop };
        Parallel.For(0, (distinct.Count + Batch - 1) / Batch, options, () => new Matcher(index), (batch, _, matcher) =>
        {
            for (var at = batch * Batch; at < Math.Min(distinct.Count, (batch + 1) * Batch); at++) answers[distinct[at]] = matcher.Match(components[distinct[at]]);
            return matcher;
        }, _ => { });
        for (var at = 0; at < answers.Length; at++) answers[at] ??= answers[firsts[components[at]]];
        return answers;
    }

    /// <summary>Matches a bill of materials on several threads. Components of which nothing is to be told, as most are, are let go at once.</summary>
    /// <param name="index">The advisories.</param>
    /// <param name="sbom">The bill of materials.</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static MatchedSbom Sbom(AdvisoryIndex index, Sbom sbom, int threads, CancellationToken stop = default)
    {
        var components = SoughtComponent.Asked(sbom);
        var told = new List<MatchedComponent>?[(components.Count + Batch - 1) / Batch];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = stop };
        Parallel.For(0, told.Length, options, () => new Matcher(index), (batch, _, matcher) =>
        {
            for (var at = batch * Batch; at < Math.Min(components.Count, (batch + 1) * Batch); at++)
            {
                var sought = SoughtComponent.Of(components[at], out var targets);
                var match = sought.Purl is null ? null : matcher.Match(sought.Purl, targets);
                if (sought.Unmatched is null && match is { IsSilent: true }) continue;
                (told[batch] ??= []).Add(new(sought, match));
            }

            return matcher;
        }, _ => { });
        return new(components.Count, [.. told.SelectMany(t => t ?? [])]);
    }
}
