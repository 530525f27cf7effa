using Marque.Assessments;
using Marque.Facts;
using Marque.Legal;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>Article 27(1), "to that extent": what a partial coverage leaves counts in the standard route, however far the standard is applied.</summary>
public sealed class PartialCoverageTests
{
    private const string Rest = "privacy.confidentiality-all-data";

    // A cited standard that covers a part of I.2.e, with nothing shown of its clauses yet.
    private static World Cited { get; } = World.Empty with
    {
        Law = Laws.Citing("I.2.e").Changing(s => s with { Coverage = [new Coverage("I.2.e", Extent.Partial, "data in transit", [Rest], [])] }),
        Catalogs = [new CatalogSpec("inv", "C-1") { For = Laws.Invented }],
        Instruments = [new InstrumentSpec(Laws.Invented, "inv")],
    };

    private static World Claimed { get; } = Cited.Test("c-1").State("inv:C-1", "c-1");

    private static World Applied { get; } = Cited.Demonstrate("inv:C-1");

    private static Verdict? Standard(World w) => w.Assess().Route("I.2.e", "standard");

    [Fact]
    public void Applying_the_clauses_never_lowers_the_route_whatever_is_recorded_of_the_rest()
    {
        World[] clauses = [Cited, Cited.State(new StatementSpec("inv:C-1", "planned")), Claimed, Applied];
        Func<World, World>[] rests = [w => w, w => w.State(new StatementSpec(Rest, "planned")), w => w.Test("rest").State(Rest, "rest"), w => w.Demonstrate(Rest)];
        Assert.All(rests, rest => Assert.Equal(clauses.Select(c => Standard(rest(c))).Order(), clauses.Select(c => Standard(rest(c)))));
        Assert.All(clauses, c => Assert.Equal(rests.Select(r => Standard(r(c))).Order(), rests.Select(r => Standard(r(c)))));
    }

    [Fact]
    public void A_standard_applied_by_statement_only_is_as_weak_as_the_rest()
    {
        Assert.Equal(Verdict.Gap, Standard(Claimed.State(new StatementSpec(Rest, "planned"))));
        Assert.Contains($"as weak as {Rest}", Claimed.State(new StatementSpec(Rest, "planned")).Assess().Texts("I.2.e"));
        Assert.Equal(Verdict.Claimed, Standard(Claimed.Demonstrate(Rest)));
    }

    [Fact]
    public void An_open_rest_is_a_gap_once_something_is_recorded_and_open_before()
    {
        Assert.Equal(Verdict.Open, Standard(Cited));
        Assert.Equal(Verdict.Gap, Standard(Claimed));
        Assert.Equal(Verdict.Gap, Standard(Applied));
        Assert.Equal(Verdict.Gap, Standard(Cited.Demonstrate(Rest)));
    }

    [Fact]
    public void A_standard_without_a_clause_catalog_leaves_the_rest_over_too()
    {
        var w = Cited with { Instruments = [new InstrumentSpec(Laws.Invented, null)] };
        Assert.Equal(Verdict.Gap, Standard(w));
        Assert.Equal(Verdict.Claimed, Standard(w.Demonstrate(Rest)));
    }

    [Fact]
    public void An_unofficial_legal_set_leaves_the_rest_over_too() =>
        Assert.Equal(Verdict.Gap, Standard(Applied with { Law = Applied.Law with { Official = false } }));

    [Fact]
    public void Of_two_leftovers_one_that_nobody_knows_does_not_hide_the_gap_in_the_other()
    {
        var w = Applied with { Law = Applied.Law.Changing(s => s with { Coverage = [s.Coverage[0] with { Leaves = ["no.such-item", Rest] }] }) };
        Assert.Equal(Verdict.Gap, Standard(w.State(new StatementSpec(Rest, "planned"))));
        Assert.Equal(Verdict.Claimed, Standard(w.Demonstrate(Rest)));
    }

    [Fact]
    public void A_leftover_that_validly_does_not_apply_is_neutral()
    {
        // Not applicable only through the condition in its own text, "where such data can be transferred".
        const string conditional = "transfer.secure";
        var w = Applied with { Law = Applied.Law.Changing(s => s with { Coverage = [s.Coverage[0] with { Leaves = [conditional] }] }) };
        Assert.Equal(Verdict.Gap, Standard(w));
        Assert.Equal(Verdict.Demonstrated, Standard(w.Exclude(conditional)));
    }

    [Fact]
    public void A_contradiction_in_the_leftovers_caps_the_other_routes_too()
    {
        // An item of another point, which no other route to this one would score.
        const string other = "transfer.secure";
        var w = Cited with { Law = Cited.Law.Changing(s => s with { Coverage = [s.Coverage[0] with { Leaves = [other] }] }) };
        w = w.Demonstrate("I.2.e").Add(new SeriesSpec("rest") { Facts = [new FactSpec("sent in plain text", Days.Observed) { Content = Outcome.Contradicts }] });
        Assert.Equal(Verdict.Demonstrated, w.Assess()["I.2.e"]);
        Assert.Equal(Verdict.Gap, w.State(other, "rest").Assess()["I.2.e"]);
    }

    [Theory]
    [InlineData("mitigation.build-hardening", Tag.Practice)]
    [InlineData("access.unique-users", Tag.Standard)]
    [InlineData("confidentiality.state-of-the-art", Tag.Reading)]
    [InlineData("vulns.known-at-placing", Tag.Guidance)]
    public void A_leftover_that_is_not_of_the_law_is_shown_and_lowers_nothing(string leaf, Tag tag)
    {
        Assert.Equal(tag, Applied.Law.Remainder.Single(r => r.Id == leaf).Tag);
        World Leaving(params string[] leaves) => Applied with { Law = Applied.Law.Changing(s => s with { Coverage = [s.Coverage[0] with { Leaves = leaves }] }) };
        var w = Leaving(Rest, leaf).Demonstrate(Rest);
        Assert.Equal(Verdict.Demonstrated, Standard(w));
        Assert.Equal(Verdict.Demonstrated, Standard(w.State(new StatementSpec(leaf, "planned"))));
        var contradicted = w.Add(new SeriesSpec("no") { Facts = [new FactSpec("it fails", Days.Observed) { Content = Outcome.Contradicts }] }).State(leaf, "no");
        Assert.Equal(Verdict.Demonstrated, Standard(contradicted));
        Assert.Equal(Verdict.Demonstrated, contradicted.Assess()["I.2.e"]);
        // What the law leaves over is not said by it.
        Assert.Equal(Verdict.Claimed, Standard(Leaving(leaf).Demonstrate(leaf)));
    }

    [Fact]
    public void Full_coverage_leaves_nothing_over() =>
        Assert.Equal(Verdict.Presumed, Standard(Applied with { Law = Applied.Law.Changing(s => s with { Coverage = [s.Coverage[0] with { Extent = Extent.Full }] }) }));
}
