using System.Collections.Immutable;
using Marque.Assessments;
using Marque.Facts;
using Marque.Tests.Assessments.Kit;
using NodaTime;

namespace Marque.Tests.Assessments;

/// <summary>A contradicting fact caps every route until a later sound result of its series or an attested rebuttal.</summary>
public sealed class ContradictionTests
{
    private static readonly FactSpec Fails = new("it fails", Days.Observed + Duration.FromDays(1)) { Content = Outcome.Contradicts };

    private static World Adopted => World.Empty.Adopt("I.2.e").Demonstrate("CR 4.1").Demonstrate("CR 4.3").Demonstrate("CR 1.5").Demonstrate("privacy.confidentiality-all-data");

    [Fact]
    public void A_contradiction_caps_the_item_at_gap_and_names_the_finding()
    {
        var assessed = Adopted.Add("cr-4.1", Fails).Assess();
        Assert.Equal(Verdict.Gap, assessed["CR 4.1"]);
        Assert.Contains("cr-4.1: contradicts: the content contradicts", assessed.Texts("CR 4.1"));
        Assert.Equal(Verdict.Gap, assessed["I.2.e"]);
    }

    [Fact]
    public void A_contradiction_on_the_bridge_caps_the_direct_route_too()
    {
        var w = Adopted.Demonstrate("I.2.e");
        Assert.Equal(Verdict.Demonstrated, w.Assess()["I.2.e"]);
        var assessed = w.Add("cr-4.1", Fails).Assess();
        Assert.Equal(Verdict.Gap, assessed["I.2.e"]);
        Assert.All(assessed.Point("I.2.e").Routes, r => Assert.Equal(Verdict.Gap, r.Verdict));
    }

    // What was not recorded at registration cannot be remembered; the assessment says where that is so.
    [Fact]
    public void Facts_registered_without_an_outcome_are_named_in_a_notice()
    {
        Assert.DoesNotContain(Adopted.Assess().Result.Notices, n => n.Contains("record 'found'", StringComparison.Ordinal));
        var unrecorded = Adopted.Add("cr-4.1", Fails with { Recorded = false, Sight = Sight.Missing }).Assess();
        Assert.NotEqual(Verdict.Gap, unrecorded["CR 4.1"]);
        Assert.Contains("registered without what the check found, so a contradiction would be forgotten with the file (record 'found'): cr-4.1", unrecorded.Result.Notices);
    }

    [Theory]
    [InlineData((int)Sight.Missing)]
    [InlineData((int)Sight.Altered)]
    [InlineData((int)Sight.Unchecked)]
    [InlineData((int)Sight.NotLookedFor)]
    public void Deleting_or_spoiling_the_failing_report_keeps_the_contradiction(int sight)
    {
        var assessed = Adopted.Demonstrate("I.2.e").Add("cr-4.1", Fails with { Sight = (Sight)sight }).Assess();
        Assert.Equal(Verdict.Gap, assessed["I.2.e"]);
        Assert.Contains("contradiction", assessed.Rules("I.2.e"));
    }

    [Fact]
    public void Ageing_the_failing_report_keeps_the_contradiction() =>
        Assert.Equal(Verdict.Gap, Adopted.Add("cr-4.1", Fails with { ValidUntil = Bare.Of(Days.Now - Duration.FromDays(2)) }).Assess()["CR 4.1"]);

    [Fact]
    public void A_later_sound_result_of_the_series_lifts_it()
    {
        var w = Adopted.Add("cr-4.1", Fails).Add("cr-4.1", new FactSpec("it passes", Days.Observed + Duration.FromDays(2)));
        Assert.Equal(Verdict.Demonstrated, w.Assess()["I.2.e"]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_sound_result_of_the_same_moment_or_earlier_does_not_lift_it(int before)
    {
        var w = Adopted.Add("cr-4.1", Fails).Add("cr-4.1", new FactSpec("it passes", Fails.ObservedAt - Duration.FromDays(before == 1 ? 0 : 1)));
        Assert.Equal(Verdict.Gap, w.Assess()["I.2.e"]);
    }

    [Fact]
    public void Of_one_moment_neither_comes_later_however_the_records_are_sorted() =>
        Assert.All(Enumerable.Range(0, 8), i => Assert.Equal(Verdict.Gap, Adopted.Add("cr-4.1", Fails).Add("cr-4.1", new FactSpec($"it passes {i}", Fails.ObservedAt)).Assess()["CR 4.1"]));

    [Theory]
    [InlineData(Outcome.Vacuous)]
    [InlineData(Outcome.Unreadable)]
    public void A_later_result_that_proves_nothing_does_not_lift_it(Outcome outcome) =>
        Assert.Equal(Verdict.Gap, Adopted.Add("cr-4.1", Fails).Add("cr-4.1", new FactSpec("nothing ran", Days.Observed + Duration.FromDays(2)) { Content = outcome }).Assess()["I.2.e"]);

    [Fact]
    public void A_later_sound_result_of_another_series_does_not_lift_it() =>
        Assert.Equal(Verdict.Gap, Adopted.Add("cr-4.1", Fails).Add("cr-4.3", new FactSpec("it passes", Days.Observed + Duration.FromDays(2))).Assess()["I.2.e"]);

    [Fact]
    public void An_attested_rebuttal_that_names_the_fact_lifts_it()
    {
        var w = Adopted.Demonstrate("I.2.e").Add("cr-4.1", Fails).Decide(Rebuttal(Fails));
        // The item itself stays claimed: its newest result supports nothing. The direct route is free again.
        Assert.Equal(Verdict.Claimed, w.Assess()["CR 4.1"]);
        Assert.Equal(Verdict.Demonstrated, w.Assess()["I.2.e"]);
    }

    [Fact]
    public void An_unattested_rebuttal_lifts_nothing() =>
        Assert.Equal(Verdict.Gap, Adopted.Add("cr-4.1", Fails).Decide(Rebuttal(Fails) with { Signers = [] }).Assess()["CR 4.1"]);

    [Fact]
    public void A_rebuttal_by_a_role_that_may_not_rebut_lifts_nothing() =>
        Assert.Equal(Verdict.Gap, Adopted.Add("cr-4.1", Fails).Decide(Rebuttal(Fails) with { By = "second", Role = "narrow", Signers = [Signer.Second] }).Assess()["CR 4.1"]);

    [Fact]
    public void A_rebuttal_of_another_fact_or_of_another_requirement_lifts_nothing()
    {
        Assert.Equal(Verdict.Gap, Adopted.Add("cr-4.1", Fails).Decide(Rebuttal(new FactSpec("something else", Days.Observed))).Assess()["CR 4.1"]);
        Assert.Equal(Verdict.Gap, Adopted.Add("cr-4.1", Fails).Decide(Rebuttal(Fails) with { Requirement = "CR 4.3" }).Assess()["CR 4.1"]);
    }

    [Fact]
    public void A_contradiction_caps_presumption()
    {
        var w = Adopted with
        {
            Law = Laws.Citing("I.2.e"), Catalogs = [new CatalogSpec("inv", "C-1") { For = Laws.Invented }], Instruments = [new InstrumentSpec(Laws.Invented, "inv")],
        };
        w = w.Demonstrate("inv:C-1");
        Assert.Equal(Verdict.Presumed, w.Assess()["I.2.e"]);
        var assessed = w.Add("cr-4.1", Fails).Assess();
        Assert.Equal(Verdict.Gap, assessed["I.2.e"]);
        Assert.Equal(Verdict.Gap, assessed.Route("I.2.e", "standard"));
    }

    [Fact]
    public void A_contradiction_in_what_only_supports_does_not_enter()
    {
        var supporting = Laws.Shipped.Bridges[0].Points.First(p => p.Point == "I.2.e").Pairs.First(p => p.Role == Marque.Legal.PairRole.Supporting && p.Catalog == "iec62443-4-2").Item;
        Assert.Equal(Verdict.Demonstrated, Adopted.Demonstrate(supporting, "extra").Add("extra", Fails).Assess()["I.2.e"]);
    }

    [Fact]
    public void A_contradiction_of_another_release_does_not_count()
    {
        var w = Adopted with { Releases = [new("1.0"), new("2.0", "1.0")] };
        w = w.Add("cr-4.1", Fails with { Release = "1.0" });
        Assert.Equal(Verdict.Gap, w.Assess(release: "1.0")["I.2.e"]);
        Assert.Equal(Verdict.Demonstrated, w.Assess(release: "2.0")["I.2.e"]);
    }

    [Fact]
    public void A_contradiction_of_a_remainder_item_caps_a_part_that_has_no_bridge_route()
    {
        var w = (World.Empty with { Parts = [new("cloud", null)] }).Demonstrate("I.2.e").Demonstrate("privacy.confidentiality-all-data");
        Assert.Equal(Verdict.Demonstrated, w.Assess()["I.2.e"]);
        Assert.Equal(Verdict.Gap, w.Add("privacy.confidentiality-all-data", Fails).Assess()["I.2.e"]);
    }

    [Fact]
    public void A_cap_never_raises_what_is_open()
    {
        // The part has no bridge route to I.2.b, and nobody has stated anything on I.2.b itself.
        var w = (World.Empty with { Parts = [new("cloud", null)] }).Test("design").State("SD-4", "design");
        Assert.Equal(Verdict.Open, w.Assess()["I.2.b"]);
        Assert.Equal(Verdict.Open, w.Add("design", Fails).Assess()["I.2.b"]);
    }

    private static DecisionSpec Rebuttal(params ImmutableArray<FactSpec> facts) => new("CR 4.1", "rebuts") { FactDigests = [.. facts.Select(f => f.Sha256)] };
}
