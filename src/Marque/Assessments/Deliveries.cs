using Marque.Cases;
using Marque.Facts;
using NodaTime;

namespace Marque.Assessments;

/// <summary>What a series owes to a release, and whether it is there.</summary>
/// <param name="Series">The series.</param>
/// <param name="Kind">The kind as declared or, failing that, as found; null: neither.</param>
/// <param name="IsOfBuild">Whether a build delivers it: results of kinds that recur (tests, scans, bills of materials, attestations, commits), and of kinds not known yet. The others are documents.</param>
/// <param name="Current">The newest result in scope; null: none.</param>
/// <param name="Why">Why there is no sound result; null: there is one.</param>
/// <param name="Contradictions">Results that say no, and that no later sound one has lifted.</param>
/// <param name="Statements">The statements in force for the release that name the series.</param>
public sealed record Delivery(Series Series, FactKind? Kind, bool IsOfBuild, RegisteredFact? Current, Ground? Why, IReadOnlyList<RegisteredFact> Contradictions, IReadOnlyList<Statement> Statements)
{
    /// <summary>Whether the release has what the series owes it.</summary>
    public bool IsDelivered => Why is null && Contradictions.Count == 0;
}

/// <summary>What is expected of a build: every series that a statement in force for the release names.</summary>
public static class Deliveries
{
    /// <summary>The deliveries by series id.</summary>
    /// <param name="index">The case.</param>
    /// <param name="seen">What was seen of the artefacts.</param>
    /// <param name="release">The release; null: of a case without releases.</param>
    /// <param name="at">The instant.</param>
    public static IReadOnlyList<Delivery> Of(CaseIndex index, Observations seen, string? release, Instant at)
    {
        var named = index.Case.Statements.Where(s => index.History.Covers(s.Releases, release))
            .SelectMany(s => s.Evidence.Select(e => e.Series).Distinct(StringComparer.Ordinal).Select(e => (Series: e, Statement: s)))
            .ToLookup(s => s.Series, s => s.Statement, StringComparer.Ordinal);
        return
        [
            .. FactStates.Of(index, seen, release, at).Where(s => named.Contains(s.Series.Series.Id)).Select(s => new Delivery(
                s.Series.Series,
                s.Kind,
                s.Kind?.Recurs() ?? true,
                s.Current,
                s.IsSound ? null : s.Grounds[0],
                [.. s.Contradictions.Select(c => c.Fact)],
                [.. named[s.Series.Series.Id]])),
        ];
    }
}
