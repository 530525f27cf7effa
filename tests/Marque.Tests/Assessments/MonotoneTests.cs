using CsCheck;
using Marque.Assessments;
using Marque.Facts;
using Marque.Tests.Assessments.Kit;
using NodaTime;

namespace Marque.Tests.Assessments;

/// <summary>Law: more support never lowers a verdict, more contradiction never raises one, and spoiling a fact never raises one.</summary>
public sealed class MonotoneTests
{
    private static readonly Gen<(World World, int At, int Day)> Chosen = Gen.Select(Worlds.Any, Gen.Int[0, 7], Gen.Int[-300, 0]);

    [Fact]
    public void A_sound_supporting_fact_never_lowers_a_verdict() => Chosen.Sample(
        c =>
        {
            var (w, series) = (c.World, c.World.Series[c.At]);
            var kind = series.Facts.FirstOrDefault()?.Kind;
            Never(Compare.Lowered(w.Assess(), w.Add(series.Id, new FactSpec("one more", Days.Observed + Duration.FromDays(c.Day)) { Kind = series.Kind is null ? kind : null }).Assess()));
        }, iter: Iterations.Of(200));

    [Fact]
    public void An_attested_supporting_decision_never_lowers_a_verdict() => Chosen.Sample(
        c =>
        {
            var w = c.World;
            if (w.Statements.IsEmpty) return;
            var s = w.Statements[c.At % w.Statements.Length];
            Never(Compare.Lowered(w.Assess(), w.Decide(new DecisionSpec(s.Requirement) { Facts = s.Evidence, On = Days.Decided.PlusDays(c.Day), Rationale = "one more" }).Assess()));
        }, iter: Iterations.Of(200));

    [Fact]
    public void A_contradicting_fact_never_raises_a_verdict() => Chosen.Sample(
        c =>
        {
            var w = c.World;
            var against = new FactSpec("it fails", Days.Observed + Duration.FromDays(c.Day)) { Content = Outcome.Contradicts };
            Never(Compare.Lowered(w.Add(w.Series[c.At].Id, against).Assess(), w.Assess()));
        }, iter: Iterations.Of(200));

    [Fact]
    public void Spoiling_a_fact_never_raises_a_verdict() => Gen.Select(Worlds.Any, Gen.Int[0, 5]).Sample(
        c =>
        {
            var (w, way) = c;
            var ready = w.Ready();
            var before = ready.Assess();
            foreach (var series in w.Series)
            {
                for (var i = 0; i < series.Facts.Length; i++)
                {
                    var at = i;
                    var spoiled = w.Change(series.Id, s => s with { Facts = s.Facts.SetItem(at, Spoil(s.Facts[at], way)) });
                    // Only ageing changes what is registered; all else changes what is seen.
                    var after = way == 4 ? spoiled.Assess() : (ready with { Seen = Rendering.Observe(spoiled, ready.Index.Case) }).Assess();
                    Never(Compare.Lowered(after, before));
                }
            }
        }, iter: Iterations.Of(80));

    private static FactSpec Spoil(FactSpec fact, int way) => way switch
    {
        0 => fact with { Sight = Sight.Missing },
        1 => fact with { Sight = Sight.Altered },
        2 => fact with { Sight = Sight.Unchecked },
        3 => fact with { Sight = Sight.NotLookedFor },
        4 => fact with { ValidUntil = Bare.Of(Days.Now - Duration.FromDays(1)) },
        // The bytes now say nothing; what registration recorded stays.
        _ => fact with { Found = fact.Found ?? fact.Content, Content = Outcome.Vacuous },
    };

    private static void Never(IReadOnlyList<string> lowered) => Assert.True(lowered.Count == 0, string.Join('\n', lowered));
}
