using Marque.Cases;
using Marque.Facts;
using NodaTime;

namespace Marque.Assessments;

/// <summary>The whole life of a registered fact: what it is at an instant, until when it is good, and what stands on it.</summary>
/// <param name="Series">Its series.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Kind">The kind as declared or, failing that, as found; null: neither.</param>
/// <param name="Why">Why it is not sound; null: it is sound and supports.</param>
/// <param name="State">One word for that: <c>sound</c>, <c>contradicting</c>, <c>replaced</c>, <c>altered</c>, <c>missing</c>, <c>stale</c> ...</param>
/// <param name="GoodUntil">The last instant at which its age does not speak against it; null: no end is set.</param>
/// <param name="GoodBecause">Where that end comes from: <c>validUntil</c>, <c>everyDays</c>, <c>policy</c>; null without an end.</param>
/// <param name="CurrentFor">The releases of which it is the current result of its series.</param>
/// <param name="ContradictsFor">The releases against which it stands, no later sound result having lifted it.</param>
/// <param name="Statements">The statements that name its series.</param>
/// <param name="Decisions">The decisions that name its series or its digest, and why each is not attested (null: it is).</param>
public sealed record FactLife(
    Series Series,
    RegisteredFact Fact,
    FactKind? Kind,
    Ground? Why,
    string State,
    Instant? GoodUntil,
    string? GoodBecause,
    IReadOnlyList<string> CurrentFor,
    IReadOnlyList<string> ContradictsFor,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<(Decision Decision, string? WhyNotAttested)> Decisions);

/// <summary>The lives of the facts of a case.</summary>
public static class FactLives
{
    /// <summary>What a release is called where a case declares none.</summary>
    public const string NoRelease = "";

    /// <summary>The facts by series id, then time of observation.</summary>
    /// <param name="index">The case.</param>
    /// <param name="seen">What was seen of the artefacts.</param>
    /// <param name="at">The instant.</param>
    public static IReadOnlyList<FactLife> Of(CaseIndex index, Observations seen, Instant at)
    {
        string?[] releases = index.Case.Releases.Count == 0 ? [null] : [.. index.Case.Releases.Select(r => r.Version)];
        var states = releases.Select(r => (Release: r ?? NoRelease, States: FactStates.Of(index, seen, r, at))).ToList();
        var lives = new List<FactLife>();
        foreach (var series in index.Series)
        {
            var statements = index.Case.Statements.Where(s => s.Evidence.Any(e => e.Series == series.Series.Id)).ToList();
            foreach (var fact in series.Facts)
            {
                var observed = seen.Seen.GetValueOrDefault((series.Series.Id, fact.Digest));
                var why = fact.ReceivedAt > at || fact.ObservedAt > at
                    ? new Ground("not-yet-received", series.Ref, $"place:{fact.Place}", $"instant:{(fact.ReceivedAt > fact.ObservedAt ? fact.ReceivedAt : fact.ObservedAt)}")
                    : FactStates.Unsound(series, fact, observed, at);
                var (until, because) = Good(series, fact);
                lives.Add(new FactLife(
                    series.Series,
                    fact,
                    series.Series.Kind ?? observed?.Check?.Kind,
                    why,
                    Word(series, fact, observed, why),
                    until,
                    because,
                    [.. states.Where(s => s.States[series.Number].Current == fact).Select(s => s.Release)],
                    [.. states.Where(s => s.States[series.Number].Contradictions.Exists(c => c.Fact == fact)).Select(s => s.Release)],
                    statements,
                    [.. index.Decisions.Where(d => d.Decision.Facts.Any(f => f.Series == series.Series.Id) || d.Decision.FactDigests.Contains(fact.Sha256)).Select(d => (d.Decision, index.WhyNotAttested(d.Decision)))]));
            }
        }

        return lives;
    }

    private static (Instant? Until, string? Because) Good(IndexedSeries series, RegisteredFact fact)
    {
        if (fact.ValidUntil is { } until) return (until, "validUntil");
        var ends = new List<(Instant, string)>();
        if (series.FreshnessDays is { } days) ends.Add((fact.ObservedAt + Duration.FromDays(days), "policy"));
        if (series.Series.EveryDays is { } every) ends.Add((fact.ObservedAt + Duration.FromDays(every), "everyDays"));
        return ends.Count == 0 ? (null, null) : ends.Min();
    }

    private static string Word(IndexedSeries series, RegisteredFact fact, Observation? observed, Ground? why) => why?.Rule switch
    {
        null => "sound",
        // A later registered result stands at its place; its own bytes are no longer kept.
        "altered" when series.Facts.Any(f => f.ObservedAt > fact.ObservedAt && f.Sha256 == observed?.Sha256 && (f.Path ?? series.Series.Path) == (fact.Path ?? series.Series.Path)) => "replaced",
        "contradicts" or "contradicted-at-registration" => "contradicting",
        "stale-by-policy" => "stale",
        "not-yet-received" => "not yet received",
        "other-kind" => "other kind",
        var rule => rule,
    };
}
