using Marque.Assessments;
using Marque.Legal;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>Routes: the best one counts, and the weakest component of it.</summary>
public sealed class RouteTests
{
    private static World Scored { get; } = World.Empty.Demonstrate("CR 4.1").Demonstrate("CR 4.3").Demonstrate("CR 1.5").Demonstrate("privacy.confidentiality-all-data");

    [Fact]
    public void An_adopted_bridge_with_every_required_pair_and_remainder_item_demonstrated_is_demonstrated()
    {
        var assessed = Scored.Adopt("I.2.e").Assess();
        Assert.Equal(Verdict.Demonstrated, assessed["I.2.e"]);
        Assert.Equal(Verdict.Demonstrated, assessed.Route("I.2.e", "bridge"));
        Assert.Null(assessed.Route("I.2.e", "standard"));
        Assert.Null(assessed.Route("I.2.e", "direct"));
    }

    [Theory]
    [InlineData("CR 4.1")]
    [InlineData("CR 4.3")]
    [InlineData("CR 1.5")]
    [InlineData("privacy.confidentiality-all-data")]
    public void The_weakest_pair_or_remainder_item_decides_the_bridge(string missing)
    {
        var assessed = (Scored.Adopt("I.2.e") with { Statements = [.. Scored.Statements.Where(s => s.Requirement != missing)] }).Assess();
        Assert.Equal(Verdict.Gap, assessed["I.2.e"]);
        Assert.Equal(missing, assessed.Point("I.2.e").Weakest);
    }

    [Fact]
    public void A_bridge_that_is_not_adopted_scores_at_most_claimed()
    {
        var assessed = Scored.Assess();
        Assert.Equal(Verdict.Claimed, assessed["I.2.e"]);
        Assert.Contains("the bridge iec62443-to-cra is not adopted for I.2.e: at most claimed", assessed.Texts("I.2.e"));
    }

    [Fact]
    public void A_bridge_adopted_for_another_point_scores_at_most_claimed() =>
        Assert.Equal(Verdict.Claimed, Scored.Adopt("I.2.b").Assess()["I.2.e"]);

    [Fact]
    public void A_bridge_adopted_by_another_digest_scores_at_most_claimed()
    {
        var w = Scored.Adopt("I.2.e");
        var other = (w with { Adopts = [new AdoptionSpec("iec62443-to-cra", Marque.Text.Digest.Of([1]), "I.2.e")] }).Decide(new DecisionSpec("bridge:iec62443-to-cra", "adopts"));
        Assert.Equal(Verdict.Claimed, other.Assess()["I.2.e"]);
        Assert.Contains("the bridge iec62443-to-cra is not the one that was adopted: its digest differs", other.Assess().Texts("I.2.e"));
    }

    [Fact]
    public void An_edited_bridge_is_no_longer_the_adopted_one()
    {
        var w = Scored.Adopt("I.2.e");
        var edited = w.Law.Bridges[0] with { Digest = Marque.Text.Digest.Of([2]) };
        Assert.Equal(Verdict.Claimed, (w with { Law = w.Law with { Bridges = [edited] } }).Assess()["I.2.e"]);
    }

    [Fact]
    public void An_adoption_that_nobody_attested_scores_at_most_claimed()
    {
        Assert.Equal(Verdict.Claimed, Scored.Adopt("I.2.e").ChangeLast(d => d with { Signers = [] }).Assess()["I.2.e"]);
        var undecided = Scored.Adopt("I.2.e");
        Assert.Equal(Verdict.Claimed, (undecided with { Decisions = undecided.Decisions.RemoveAt(undecided.Decisions.Length - 1) }).Assess()["I.2.e"]);
    }

    [Fact]
    public void An_adoption_changed_after_it_was_decided_is_suspect()
    {
        var w = Scored.Adopt("I.2.b");
        var widened = w with { Adopts = [w.Adopts[0] with { Points = ["I.2.b", "I.2.e"] }] };
        Assert.Equal(Verdict.Claimed, widened.Assess()["I.2.e"]);
        Assert.Contains("decision is suspect: the adoption changed since it was made", widened.Assess().Texts("I.2.e"));
    }

    [Fact]
    public void The_best_route_counts()
    {
        var assessed = Scored.Demonstrate("I.2.e").Assess();
        Assert.Equal(Verdict.Claimed, assessed.Route("I.2.e", "bridge"));
        Assert.Equal(Verdict.Demonstrated, assessed.Route("I.2.e", "direct"));
        Assert.Equal(Verdict.Demonstrated, assessed["I.2.e"]);
        Assert.Contains("best route: direct", assessed.Texts("I.2.e"));
    }

    [Fact]
    public void A_supporting_pair_is_shown_and_never_scored()
    {
        var supporting = Laws.Shipped.Bridges[0].Points.First(p => p.Point == "I.2.e").Pairs.Where(p => p.Role == PairRole.Supporting).Select(p => p.Item).ToHashSet(StringComparer.Ordinal);
        var without = Scored.Adopt("I.2.e");
        foreach (var item in supporting) without = without.State(new StatementSpec(item, "not-implemented"));
        var assessed = without.Assess();
        Assert.Equal(Verdict.Demonstrated, assessed["I.2.e"]);
        var shown = Assessed.All(assessed.Why("I.2.e")).Where(d => d.IsShownOnly && d.Kind == "pair").Select(d => d.What);
        Assert.Superset(supporting, shown.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void A_practice_item_of_the_remainder_is_listed_and_never_scored()
    {
        var w = World.Empty.Demonstrate("privacy.minimisation").State(new StatementSpec("privacy.telemetry-opt-in", "not-implemented")).State(new StatementSpec("privacy.inventory", "planned"));
        var assessed = w.Assess();
        Assert.Equal(Verdict.Demonstrated, assessed["I.2.g"]);
        Assert.Equal(Verdict.Gap, assessed["privacy.telemetry-opt-in"]);
    }

    [Fact]
    public void The_bridge_of_I_2_g_is_its_remainder_alone()
    {
        var assessed = World.Empty.Demonstrate("privacy.minimisation").Assess();
        Assert.Equal(Verdict.Demonstrated, assessed.Route("I.2.g", "bridge"));
        Assert.All(Assessed.All(assessed.Why("I.2.g")), d => Assert.NotEqual("pair", d.Kind));
    }

    [Fact]
    public void A_target_level_below_the_first_level_of_a_required_item_is_a_gap()
    {
        // CR 2.1 RE(1) is asked from level 2; I.2.d requires it.
        var pairs = Laws.Shipped.Bridges[0].Points.First(p => p.Point == "I.2.d").Pairs.Where(p => p.Role == PairRole.Required).Select(p => p.Item).Where(i => !i.StartsWith("NDR", StringComparison.Ordinal));
        World Level(int level) => pairs.Aggregate((World.Empty with { Parts = [new("app", Level: level)] }).Adopt("I.2.d"), (w, item) => w.Demonstrate(item)).Demonstrate("access.report-unauthorised").Exclude("remote.access");
        Assert.Equal(Verdict.Demonstrated, Level(2).Assess()["I.2.d"]);
        var below = Level(1).Assess();
        Assert.Equal(Verdict.Gap, below["I.2.d"]);
        Assert.Contains("app has target level 1; CR 2.1 RE(1) is asked from level 2 (\"appropriate\" is not bounded by the level)", below.Texts("I.2.d"));
        Assert.Equal(Verdict.Demonstrated, below["CR 2.1 RE(1)"]);
    }

    [Fact]
    public void Below_the_floor_a_decision_by_risk_takes_the_item_out()
    {
        var required = Laws.Shipped.Bridges[0].Points.First(p => p.Point == "I.2.d").Pairs.Where(p => p.Role == PairRole.Required).Select(p => p.Item).Where(i => !i.StartsWith("NDR", StringComparison.Ordinal)).ToList();
        var above = Laws.Shipped.Catalogs.First(c => c.Id == "iec62443-4-2").Items.Where(i => required.Contains(i.Id) && i.FirstLevel > 1).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var w = (World.Empty with { Parts = [new("app", Level: 1)] }).Adopt("I.2.d");
        w = required.Where(r => !above.Contains(r)).Aggregate(w, (x, item) => x.Demonstrate(item)).Demonstrate("access.report-unauthorised");
        w = above.Append("remote.access").Aggregate(w, (x, item) => x with { Risk = (x.Risk ?? RiskSpec.Complete).Excludes(item) });
        // Said, and not decided: a gap still.
        Assert.Equal(Verdict.Gap, w.Assess()["I.2.d"]);
        w = above.Append("remote.access").Aggregate(w, (x, item) => x.Decide(new DecisionSpec(item, "not-applicable")));
        Assert.Equal(Verdict.Demonstrated, w.Assess()["I.2.d"]);
    }

    [Fact]
    public void A_part_without_a_component_type_has_no_bridge_route_and_needs_another()
    {
        var w = (Scored with { Parts = [new("cloud", null)] }).Adopt("I.2.e");
        Assert.Null(w.Assess().Route("I.2.e", "bridge"));
        Assert.Equal(Verdict.Open, w.Assess()["I.2.e"]);
        Assert.Equal(Verdict.Demonstrated, w.Demonstrate("I.2.e").Assess()["I.2.e"]);
    }

    [Fact]
    public void A_part_without_a_component_type_has_the_bridge_route_to_process_points()
    {
        var w = (World.Empty with { Parts = [new("cloud", null)] }).Adopt("II.5");
        w = w.DemonstrateProcess("DM-1").DemonstrateProcess("DM-5").Demonstrate("cvd.policy");
        Assert.Equal(Verdict.Demonstrated, w.Assess()["II.5"]);
    }

    [Fact]
    public void Other_component_types_are_neutral()
    {
        // EDR, HDR and NDR 3.10 exist for other types than a software application.
        var w = World.Empty.Adopt("I.2.c").DemonstrateProcess("SUM-2").DemonstrateProcess("SUM-4").Demonstrate("CR 3.4").Demonstrate("CR 3.4 RE(1)");
        foreach (var item in new[] { "updates.automatic-by-default", "updates.opt-out", "updates.notify-available", "updates.postpone", "updates.every-part-updatable" }) w = w.Demonstrate(item);
        var assessed = w.Assess();
        Assert.Equal(Verdict.NotApplicable, assessed["EDR 3.10"]);
        Assert.Equal(Verdict.Demonstrated, assessed["I.2.c"]);
    }

    [Fact]
    public void A_bridge_none_of_whose_required_items_applies_is_absent_not_passed()
    {
        var w = World.Empty.Adopt("I.2.e").Demonstrate("privacy.confidentiality-all-data");
        w = w with { Risk = RiskSpec.Complete.Excludes("CR 4.1").Excludes("CR 4.3").Excludes("CR 1.5") };
        w = w.Decide(new DecisionSpec("CR 4.1", "not-applicable")).Decide(new DecisionSpec("CR 4.3", "not-applicable")).Decide(new DecisionSpec("CR 1.5", "not-applicable"));
        var assessed = w.Assess();
        Assert.Equal(Verdict.NotApplicable, assessed["CR 4.1"]);
        Assert.Null(assessed.Route("I.2.e", "bridge"));
        Assert.Equal(Verdict.Open, assessed["I.2.e"]);
    }

    [Fact]
    public void A_route_is_open_only_if_all_its_items_are()
    {
        Assert.Equal(Verdict.Open, World.Empty.Adopt("I.2.e").Assess()["I.2.e"]);
        var assessed = World.Empty.Adopt("I.2.e").Demonstrate("CR 4.1").Assess();
        Assert.Equal(Verdict.Gap, assessed["I.2.e"]);
        // What is open is the first cause, since nothing is recorded as a gap.
        Assert.Equal("CR 4.3", assessed.Point("I.2.e").Weakest);
    }

    [Fact]
    public void Weakest_names_a_gap_before_an_open_part()
    {
        var w = World.Empty.Adopt("I.2.e").State(new StatementSpec("CR 1.5", "planned"));
        Assert.Equal("CR 1.5", w.Assess().Point("I.2.e").Weakest);
    }

    [Fact]
    public void A_bridge_of_the_case_is_a_route_of_its_own_and_needs_adoption_too()
    {
        var own = (World.Empty with { Catalogs = [new CatalogSpec("acme", "AR-1")], Bridges = [new BridgeSpec("acme-to-cra", "I.2.e", ("acme:AR-1", true))] }).Demonstrate("acme:AR-1").Demonstrate("privacy.confidentiality-all-data");
        Assert.Equal(Verdict.Claimed, own.Assess().Route("I.2.e", "bridge:acme-to-cra"));
        var digest = own.Ready().Index.Case.Bridges[0].Digest;
        var adopted = (own with { Adopts = [new AdoptionSpec("acme-to-cra", digest, "I.2.e")] }).Decide(new DecisionSpec("bridge:acme-to-cra", "adopts"));
        Assert.Equal(Verdict.Demonstrated, adopted.Assess().Route("I.2.e", "bridge:acme-to-cra"));
        Assert.Equal(Verdict.Demonstrated, adopted.Assess()["I.2.e"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("draft")]
    public void A_bridge_of_the_case_that_nobody_has_reviewed_gives_at_most_claimed(string? review)
    {
        var own = (World.Empty with { Catalogs = [new CatalogSpec("acme", "AR-1")], Bridges = [new BridgeSpec("acme-to-cra", "I.2.e", ("acme:AR-1", true)) { Review = review }] }).Demonstrate("acme:AR-1").Demonstrate("privacy.confidentiality-all-data");
        var adopted = (own with { Adopts = [new AdoptionSpec("acme-to-cra", own.Ready().Index.Case.Bridges[0].Digest, "I.2.e")] }).Decide(new DecisionSpec("bridge:acme-to-cra", "adopts"));
        Assert.Equal(Verdict.Claimed, adopted.Assess().Route("I.2.e", "bridge:acme-to-cra"));
        Assert.Contains("the bridge acme-to-cra is a draft that nobody has reviewed: at most claimed", adopted.Assess().Texts("I.2.e"));
    }

    [Fact]
    public void A_bridge_of_the_case_that_requires_nothing_is_no_route()
    {
        var own = (World.Empty with { Catalogs = [new CatalogSpec("acme", "AR-1")], Bridges = [new BridgeSpec("acme-to-cra", "I.2.e", ("acme:AR-1", false))] }).Demonstrate("privacy.confidentiality-all-data");
        Assert.Null(own.Assess().Route("I.2.e", "bridge:acme-to-cra"));
        // The legal bridge asks for its pairs: the remainder alone does not pass.
        Assert.Equal(Verdict.Gap, own.Assess()["I.2.e"]);
    }

    [Fact]
    public void There_is_no_inference_over_two_bridges()
    {
        // The case maps its rule to CR 4.1 in words only; nothing but a pair from a catalog to a point counts.
        var own = World.Empty with { Catalogs = [new CatalogSpec("acme", "AR-1")], Bridges = [new BridgeSpec("acme-to-62443", "CR 4.1", ("acme:AR-1", true))] };
        Assert.Contains(own.Problems(), p => p.Code == "bridge.unknown-point");
    }

    [Fact]
    public void A_case_may_not_take_the_names_of_the_legal_set()
    {
        Assert.Contains((World.Empty with { Bridges = [new BridgeSpec("iec62443-to-cra", "I.2.e", ("CR 4.1", true))] }).Problems(), p => p.Code == "bridge.reserved");
        Assert.Contains((World.Empty with { Catalogs = [new CatalogSpec("remainder", "X")] }).Problems(), p => p.Code == "catalog.reserved");
    }

    [Fact]
    public void The_product_needs_each_part_to_have_a_route()
    {
        var w = (Scored with { Parts = [new("app"), new("cloud", null)] }).Adopt("I.2.e");
        Assert.Equal(Verdict.Gap, w.Assess()["I.2.e"]);
        Assert.Equal([Verdict.Demonstrated, Verdict.Open], w.Assess().Why("I.2.e").From.Select(p => p.Verdict));
        var direct = w.Test("cloud").State(new StatementSpec("I.2.e") { Evidence = ["cloud"], Parts = ["cloud"] }).Decide("I.2.e", "cloud");
        Assert.Equal(Verdict.Demonstrated, direct.Assess()["I.2.e"]);
    }
}
