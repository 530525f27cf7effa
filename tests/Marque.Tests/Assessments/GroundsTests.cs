using CsCheck;
using Marque.Assessments;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>Law: every verdict has a non-empty chain of grounds that ends in inputs or in their absence, and "weakest" names the first cause.</summary>
public sealed class GroundsTests
{
    // What a leaf may end in: a record of the case, an artefact, the law, the registry, or the lack of one.
    private static readonly string[] Inputs = ["evidence", "decision", "statement", "applicability", "place", "law", "standard", "requirement", "part", "event", "risk", "subject", "class", "procedure", "path", "bridge"];

    [Fact]
    public void Every_verdict_has_grounds_down_to_inputs_or_their_absence() => Worlds.Any.Sample(
        w =>
        {
            var tops = w.Assess().Tops().ToList();
            var names = tops.Select(d => d.What).ToHashSet(StringComparer.Ordinal);
            foreach (var d in tops.SelectMany(Assessed.All))
            {
                Assert.NotEmpty(d.Grounds);
                foreach (var g in d.Grounds) Assert.True(Worded(g), $"{d.What}: {g.Rule} {string.Join(' ', g.Refs)}: {GroundText.Of(g)}");
                // A point, obligation or requirement that something else rests on is told again without what stands below it; it has a chain of its own.
                if (d.From.Count > 0) continue;
                if (d.Grounds.Any(g => g.Rule is "weakest" or "weakest-part" or "best-route" or "all-parts-not-applicable"))
                {
                    Assert.Contains(d.What, names);
                    continue;
                }

                Assert.True(d.Grounds.Any(g => g.Refs.Any(r => Inputs.Contains(r.Split(':')[0]))), $"{d.What} {d.Kind} ends in nothing: {string.Join(", ", d.Grounds.Select(GroundText.Of))}");
            }
        }, iter: Iterations.Of(100));

    [Fact]
    public void Weakest_names_the_first_cause() => Worlds.Any.Sample(
        w =>
        {
            foreach (var r in w.Assess().Result.Requirements)
            {
                if (!r.Verdict.FallsShort())
                {
                    Assert.Null(r.Weakest);
                    continue;
                }

                Assert.NotNull(r.Weakest);
                var cause = Cause.Of(r.Why)!;
                Assert.Equal(r.Weakest, cause.What);
                Assert.Contains(cause, Assessed.All(r.Why));
                // The cause is never better than what it causes; an open one may make a gap, once nothing is recorded as a gap beside it.
                Assert.True(cause.Verdict <= r.Verdict, $"{r.Point.Id} is {r.Verdict} because {cause.What} is {cause.Verdict}");
            }
        }, iter: Iterations.Of(100));

    [Fact]
    public void A_gap_is_named_before_an_open_part() => Worlds.Any.Sample(
        w =>
        {
            foreach (var d in w.Assess().Tops().SelectMany(Assessed.All).Where(d => d.Verdict.FallsShort()))
            {
                // At every level: an entry that is open is named only where no other entry beside it is a gap. Inside the named gap an open part may be the cause.
                var branches = Cause.Branches(d);
                if (branches.Any(b => b.Verdict == Verdict.Gap)) Assert.Equal(Verdict.Gap, Weakest.Of(branches).Cause!.Verdict);
            }
        }, iter: Iterations.Of(60));

    [Fact]
    public void Presumed_never_appears_with_the_shipped_legal_set() => Worlds.Any.Sample(
        w =>
        {
            if (w.Law == Laws.Shipped) Assert.DoesNotContain(w.Assess().Tops().SelectMany(Assessed.All), d => d.Verdict == Verdict.Presumed);
        }, iter: Iterations.Of(100));

    [Fact]
    public void An_empty_case_says_for_every_verdict_what_is_lacking() =>
        Assert.All(World.Empty.Assess().Tops().SelectMany(Assessed.All), d => Assert.NotEmpty(d.Grounds));

    [Fact]
    public void A_point_that_falls_short_has_a_next_step_unless_nothing_is_left_to_do()
    {
        var assessed = World.Empty.Adopt("I.2.e").Demonstrate("CR 4.1").Demonstrate("CR 4.3").Demonstrate("privacy.confidentiality-all-data").Assess();
        var step = Assert.Single(assessed.Result.NextOf("I.2.e"));
        Assert.Equal("State how CR 1.5 (app) is met, with its evidence", step.Action);
        Assert.Contains("I.2.e", step.Settles);
        // It stands in the way of other points too, which need more.
        Assert.Contains("I.2.b", step.Unblocks);
        Assert.DoesNotContain("I.2.b", step.Settles);
    }

    [Fact]
    public void The_next_step_that_settles_a_point_settles_it()
    {
        var w = World.Empty.Adopt("I.2.e").Demonstrate("CR 4.1").Demonstrate("CR 4.3").Demonstrate("privacy.confidentiality-all-data");
        Assert.Equal(Verdict.Gap, w.Assess()["I.2.e"]);
        Assert.Equal(Verdict.Demonstrated, w.Demonstrate("CR 1.5").Assess()["I.2.e"]);
    }

    // A sentence of its own, with nothing left empty in it.
    private static bool Worded(Ground g)
    {
        var text = GroundText.Of(g);
        return text.Length > 0 && (g.Rule is "stated" or "contradicts" || text != g.Rule.Replace('-', ' ')) && !text.Contains("  ", StringComparison.Ordinal) && !text.StartsWith(':') && !text.EndsWith(' ') && !text.Contains("()", StringComparison.Ordinal) && !text.Contains(" :", StringComparison.Ordinal);
    }
}
