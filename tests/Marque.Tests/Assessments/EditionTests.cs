using Marque.Assessments;
using Marque.Facts;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>An edition map proposes which statements to carry over; it decides nothing.</summary>
public sealed class EditionTests
{
    private static readonly World Old = World.Empty with
    {
        Catalogs =
        [
            new CatalogSpec("acme", "Same", "Moved", "One", "Left", "Right", "Gone", "Forgotten") { Edition = "1" },
            new CatalogSpec("acme", "Same", "Other", "Two", "Three", "Both", "Fresh") { Edition = "2", Title = "a new item" },
        ],
        Pins = [("acme", "2")],
        Maps =
        [
            new MapSpec("acme-1-to-2", "acme", "1", "2", ("unchanged", ["Same"], []), ("renumbered", ["Moved"], ["Other"]), ("split", ["One"], ["Two", "Three"]), ("merged", ["Left", "Right"], ["Both"]), ("deleted", ["Gone"], []), ("new", [], ["Fresh"])),
        ],
    };

    private static World Stated(string id, string series = "t") => Old.Test(series).State($"acme@1:{id}", series);

    [Theory]
    [InlineData("Same", "Same")]
    [InlineData("Moved", "Other")]
    [InlineData("One", "Two")]
    [InlineData("One", "Three")]
    public void A_statement_of_the_old_edition_is_proposed_as_undecided(string old, string now)
    {
        var assessed = Stated(old).Assess();
        Assert.Equal(Verdict.Claimed, assessed[now]);
        Assert.Superset(new HashSet<string> { "carried-over", "undecided" }, assessed.Rules(now).ToHashSet());
        var over = assessed.Why(now).Grounds.Single(g => g.Rule == "carried-over");
        Assert.Equal(("acme@1:" + old, "acme-1-to-2", "undecided"), (over["requirement"], over["map"], over["link"]));
        Assert.StartsWith("controls/all.yaml:", over["statement"], StringComparison.Ordinal);
        Assert.Contains("the link is undecided", GroundText.Of(over), StringComparison.Ordinal);
    }

    [Fact]
    public void No_decision_of_the_old_edition_counts_for_the_new()
    {
        var w = Stated("Moved").Decide("acme@1:Moved", "t");
        Assert.Equal(Verdict.Claimed, w.Assess()["Other"]);
        // The same with the old edition pinned is demonstrated: the decision itself is a good one.
        Assert.Equal(Verdict.Demonstrated, (w with { Pins = [("acme", "1")] }).Assess()["Moved"]);
    }

    [Theory]
    [InlineData("Moved", "Other")]
    [InlineData("One", "Three")]
    [InlineData("Same", "Same")]
    public void A_decision_on_the_new_requirement_counts_as_ever(string old, string now)
    {
        var w = Stated(old).Decide($"acme:{now}", "t");
        var assessed = w.Assess();
        Assert.Equal(Verdict.Demonstrated, assessed[now]);
        Assert.Equal("decided", assessed.Why(now).Grounds.Single(g => g.Rule == "carried-over")["link"]);
        var index = w.Ready().Index;
        Assert.Equal(w.Decisions[^1].StoodOn.Select(s => s.Digest).Order(), StandsOn.Of(index, index.Case.Decisions[^1], release: null).Select(s => s.Digest).Order());
    }

    [Fact]
    public void It_stands_on_the_carried_statement()
    {
        var w = Stated("Moved").Decide("acme:Other", "t");
        var changed = w with { Statements = [w.Statements[0] with { How = "in another way" }] };
        Assert.Equal(Verdict.Claimed, changed.Assess()["Other"]);
        Assert.Contains("suspect", changed.Assess().Rules("Other"));
    }

    [Theory]
    [InlineData("partly")]
    [InlineData("planned")]
    [InlineData("not-implemented")]
    public void What_was_missing_stays_a_gap(string status) =>
        Assert.Equal(Verdict.Gap, Old.State(new StatementSpec("acme@1:One", status)).Assess()["Two"]);

    [Fact]
    public void A_contradiction_caps_until_it_is_rebutted_on_the_new_requirement()
    {
        var against = new FactSpec("it fails", Days.Observed) { Content = Outcome.Contradicts };
        var w = Old.Add(new SeriesSpec("t") { Facts = [against] }).State("acme@1:Moved", "t");
        Assert.Equal(Verdict.Gap, w.Assess()["Other"]);
        Assert.Equal(Verdict.Gap, w.Decide(new DecisionSpec("acme@1:Moved", "rebuts") { FactDigests = [against.Sha256] }).Assess()["Other"]);
        Assert.Equal(Verdict.Claimed, w.Decide(new DecisionSpec("acme:Other", "rebuts") { FactDigests = [against.Sha256] }).Assess()["Other"]);
    }

    [Fact]
    public void A_refusal_of_the_old_edition_is_remembered_until_a_later_decision()
    {
        var refused = Stated("Moved").Decide(new DecisionSpec("acme@1:Moved", "not-satisfied") { Facts = ["t"], On = Days.Decided.PlusDays(-9) });
        Assert.Equal(Verdict.Gap, refused.Assess()["Other"]);
        Assert.Equal(Verdict.Claimed, refused.Decide("acme@1:Moved", "t").Assess()["Other"]);
        Assert.Equal(Verdict.Demonstrated, refused.Decide("acme:Other", "t").Assess()["Other"]);
        Assert.Equal(Verdict.Gap, refused.Decide(new DecisionSpec("acme:Other") { Facts = ["t"], On = Days.Decided.PlusDays(-10) }).Assess()["Other"]);
    }

    [Fact]
    public void What_is_merged_is_as_weak_as_the_weakest()
    {
        var one = Stated("Left");
        Assert.Equal(Verdict.Gap, one.Assess()["Both"]);
        Assert.Contains("carried-incomplete", one.Assess().Rules("Both"));
        // A decision cannot stand in for a statement that nobody made.
        Assert.Equal(Verdict.Gap, one.Decide("acme:Both", "t").Assess()["Both"]);
        Assert.Equal(Verdict.Claimed, one.State("acme@1:Right", "t").Assess()["Both"]);
        Assert.Equal(Verdict.Gap, one.State(new StatementSpec("acme@1:Right", "partly")).Assess()["Both"]);
        Assert.Equal(Verdict.Demonstrated, one.State("acme@1:Right", "t").Decide("acme:Both", "t").Assess()["Both"]);
    }

    [Fact]
    public void A_statement_on_the_new_requirement_stands_in_the_place_of_what_is_carried_over()
    {
        var w = Old.Test("t").State(new StatementSpec("acme@1:Moved", "partly")).State("acme:Other", "t").Decide("acme:Other", "t");
        Assert.Equal(Verdict.Demonstrated, w.Assess()["Other"]);
        Assert.DoesNotContain("carried-over", w.Assess().Rules("Other"));
    }

    [Fact]
    public void What_did_not_apply_is_proposed_too()
    {
        var w = Old.Exclude("acme@1:Moved");
        Assert.Equal(Verdict.Claimed, w.Assess()["Other"]);
        Assert.Contains("carried-not-applicable", w.Assess().Rules("Other"));
        Assert.Equal(Verdict.Claimed, w.Decide(new DecisionSpec("acme:Other", "not-applicable")).Assess()["Other"]);
        Assert.Equal(Verdict.NotApplicable, w.Exclude("acme:Other").Assess()["Other"]);
        var applies = w with { Risk = w.Risk! with { Applicability = w.Risk.Applicability.Add(new ApplicabilitySpec("acme:Other")) } };
        Assert.Equal(Verdict.Open, applies.Assess()["Other"]);
    }

    [Fact]
    public void What_is_deleted_or_left_out_or_new_carries_nothing_and_is_named()
    {
        var w = Stated("Gone").State("acme@1:Forgotten", "t");
        var assessed = w.Assess();
        Assert.All(assessed.Result.Catalogs.Where(d => d.What is "Same" or "Other" or "Two" or "Three" or "Both" or "Fresh"), d => Assert.Equal(Verdict.Open, d.Verdict));
        Assert.Contains(assessed.Result.Notices, n => n.StartsWith("acme@1:Gone is no longer asked by acme@2 (edition map acme-1-to-2)", StringComparison.Ordinal) && n.Contains("controls/all.yaml:", StringComparison.Ordinal));
        Assert.Contains(assessed.Result.Notices, n => n.StartsWith("edition map acme-1-to-2 does not say what becomes of Forgotten of acme@1", StringComparison.Ordinal));
        Assert.DoesNotContain("Gone", assessed.Result.Catalogs.Select(d => d.What));
    }

    [Fact]
    public void An_id_that_both_editions_have_with_another_meaning_is_named()
    {
        var w = Old with { Maps = [Old.Maps[0] with { Entries = [("renumbered", ["Same"], ["Fresh"]), ("new", [], ["Same"])] }] };
        Assert.Contains(w.State("acme:Same").Assess().Result.Notices, n => n.StartsWith("Same without an edition means acme@2:Same", StringComparison.Ordinal));
        Assert.DoesNotContain(w.State("acme@2:Same").Assess().Result.Notices, n => n.Contains("without an edition", StringComparison.Ordinal));
        // What is written without an edition is of the pinned one, and carries nothing to where the old one went.
        Assert.Equal((Verdict.Claimed, Verdict.Open), (w.State("acme:Same").Assess()["Same"], w.State("acme:Same").Assess()["Fresh"]));
        Assert.Equal((Verdict.Open, Verdict.Claimed), (w.State("acme@1:Same").Assess()["Same"], w.State("acme@1:Same").Assess()["Fresh"]));
    }

    [Fact]
    public void A_short_id_that_only_the_old_edition_has_is_of_the_old_edition()
    {
        Assert.Equal(Verdict.Claimed, Old.State("acme:Moved").Assess()["Other"]);
        Assert.Equal(Verdict.Claimed, Old.State("Moved").Assess()["Other"]);
    }

    [Fact]
    public void Without_a_map_an_old_id_is_an_error()
    {
        var w = Old with { Maps = [] };
        Assert.Equal("case.unknown-requirement", Assert.Single(w.State("acme:Moved").Problems()).Code);
        var other = Assert.Single(w.State("acme@1:Moved").Problems());
        Assert.Equal("case.other-edition", other.Code);
        Assert.Contains("acme@2", other.Message, StringComparison.Ordinal);
        Assert.Equal("case.unknown-edition", Assert.Single(w.State("acme@3:Moved").Problems()).Code);
        Assert.Empty(w.State("acme@2:Other").Problems());
    }

    [Fact]
    public void Maps_never_chain()
    {
        var three = Old with
        {
            Catalogs = Old.Catalogs.Add(new CatalogSpec("acme", "Last", "Both") { Edition = "3", Title = "the newest item" }), Pins = [("acme", "3")],
            Maps = Old.Maps.Add(new MapSpec("acme-2-to-3", "acme", "2", "3", ("renumbered", ["Other"], ["Last"]))),
        };
        Assert.Equal("case.other-edition", Assert.Single(three.State("acme@1:Moved").Problems()).Code);
        Assert.Contains(three.Assess().Result.Notices, n => n.StartsWith("edition map acme-1-to-2 leads to acme@2, which the case does not pin", StringComparison.Ordinal));
        Assert.Equal(Verdict.Claimed, three.State("acme@2:Other").Assess()["Last"]);
        var direct = three with { Maps = three.Maps.Add(new MapSpec("acme-1-to-3", "acme", "1", "3", ("renumbered", ["Moved"], ["Last"]))) };
        Assert.Equal(Verdict.Claimed, direct.State("acme@1:Moved").Assess()["Last"]);
        // A short id that two of the old editions have says not enough.
        var both = direct with { Catalogs = [new CatalogSpec("acme", "Same", "Moved") { Edition = "1" }, .. direct.Catalogs.Skip(1)], Maps = [.. direct.Maps.Skip(1)], Pins = [("acme", "3")] };
        Assert.Equal("case.ambiguous-requirement", Assert.Single(both.State("acme:Same").Problems()).Code);
    }

    [Fact]
    public void What_names_an_old_id_elsewhere_is_told_the_new_one()
    {
        var bridged = Old with { Bridges = [new BridgeSpec("acme-to-cra", "I.2.e", ("acme:One", true))] };
        var problem = Assert.Single(bridged.Problems());
        Assert.Equal("case.other-edition", problem.Code);
        Assert.Contains("acme:Two, acme:Three", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bridge_from_the_new_edition_sees_no_more_than_a_claim()
    {
        var w = Old with { Bridges = [new BridgeSpec("acme-to-cra", "I.2.e", ("acme:Other", true))] };
        w = w with { Adopts = [new AdoptionSpec("acme-to-cra", w.Ready().Index.Case.Bridges[0].Digest)] };
        w = w.Decide(new DecisionSpec("bridge:acme-to-cra", "adopts")).Test("t").State("acme@1:Moved", "t").Decide("acme@1:Moved", "t");
        Assert.NotEqual(Verdict.Demonstrated, w.Assess().Route("I.2.e", "bridge"));
        Assert.Contains("carried-over", w.Assess().Rules("I.2.e"));
    }

    [Fact]
    public void The_map_is_an_input()
    {
        var w = Stated("Moved");
        var other = w with { Maps = [w.Maps[0] with { Review = "reviewed" }] };
        Assert.NotEqual(w.Assess().Result.Inputs, other.Assess().Result.Inputs);
        Assert.Equal(w.Assess()["Other"], other.Assess()["Other"]);
    }

    [Fact]
    public void It_holds_for_the_parts_and_releases_of_the_statement()
    {
        var w = (Old with { Parts = [new("app"), new("cloud", null)], Releases = [new("1.0"), new("2.0", "1.0")] }).Test("t")
            .State(new StatementSpec("acme@1:Moved") { Evidence = ["t"], Parts = ["app"], Releases = new RangeSpec(Until: "1.0") });
        Assert.Equal(Verdict.Gap, w.Assess(release: "1.0")["Other"]);
        Assert.Equal(Verdict.Open, w.Assess(release: "2.0")["Other"]);
        Assert.Equal(Verdict.Claimed, w.State(new StatementSpec("acme:Other") { Parts = ["cloud"] }).Assess(release: "1.0")["Other"]);
    }
}
