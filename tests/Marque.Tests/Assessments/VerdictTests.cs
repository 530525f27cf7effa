using System.Collections.Immutable;
using Marque.Assessments;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>Verdicts: what each means, and the two roles of process evidence.</summary>
public sealed class VerdictTests
{
    [Fact]
    public void What_nobody_has_recorded_is_open()
    {
        var assessed = World.Empty.Assess();
        Assert.Equal(Verdict.Open, assessed["CR 1.1"]);
        Assert.Equal(["nobody has recorded how CR 1.1 is met"], assessed.Texts("CR 1.1"));
    }

    [Fact]
    public void In_an_empty_case_every_point_is_open() =>
        Assert.All(World.Empty.Assess().Result.Requirements, r => Assert.Equal(Verdict.Open, r.Verdict));

    [Theory]
    [InlineData("partly", "recorded as partly implemented")]
    [InlineData("planned", "recorded as planned")]
    [InlineData("not-implemented", "recorded as not implemented")]
    public void What_is_recorded_as_missing_planned_or_partly_done_is_a_gap(string status, string text)
    {
        var w = World.Empty.Test("login").State(new StatementSpec("CR 1.1", status) { Evidence = ["login"] }).Decide("CR 1.1", "login");
        Assert.Equal(Verdict.Gap, w.Assess()["CR 1.1"]);
        Assert.Equal([text], w.Assess().Texts("CR 1.1"));
    }

    [Fact]
    public void A_statement_without_evidence_is_claimed()
    {
        var assessed = World.Empty.State("CR 1.1").Assess();
        Assert.Equal(Verdict.Claimed, assessed["CR 1.1"]);
        Assert.Equal(["implemented by statement only: no evidence is named"], assessed.Texts("CR 1.1"));
    }

    [Fact]
    public void A_new_link_to_evidence_is_undecided_not_suspect()
    {
        var assessed = World.Empty.Test("login").State("CR 1.1", "login").Assess();
        Assert.Equal(Verdict.Claimed, assessed["CR 1.1"]);
        Assert.Equal(["evidence is linked, and nobody has decided that it satisfies the requirement"], assessed.Texts("CR 1.1"));
    }

    [Fact]
    public void Implemented_with_a_decision_in_force_on_sound_facts_is_demonstrated()
    {
        var assessed = World.Empty.Demonstrate("CR 1.1").Assess();
        Assert.Equal(Verdict.Demonstrated, assessed["CR 1.1"]);
        Assert.Equal(["decided by lead, on sound facts"], assessed.Texts("CR 1.1"));
    }

    [Fact]
    public void A_decision_that_names_no_facts_demonstrates_nothing()
    {
        var assessed = World.Empty.Test("login").State("CR 1.1", "login").Decide("CR 1.1").Assess();
        Assert.Equal(Verdict.Claimed, assessed["CR 1.1"]);
        Assert.Contains("decision names no facts", assessed.Texts("CR 1.1"));
    }

    [Fact]
    public void A_process_requirement_with_a_procedure_and_a_record_is_demonstrated() =>
        Assert.Equal(Verdict.Demonstrated, World.Empty.DemonstrateProcess("SM-9").Assess()["SM-9"]);

    [Theory]
    [InlineData("defined", "decided, but no evidence shows that the process is practised (record of this release or period)")]
    [InlineData("practised", "decided, but no evidence shows that the process is defined (procedure, or certificate with scope and edition)")]
    [InlineData(null, "decided, but the evidence does not say whether it shows the process defined or practised")]
    public void A_process_requirement_with_one_role_of_evidence_is_claimed(string? role, string text)
    {
        var assessed = World.Empty.Document("paper", role).State("SM-9", "paper").Decide("SM-9", "paper").Assess();
        Assert.Equal(Verdict.Claimed, assessed["SM-9"]);
        Assert.Contains(text, assessed.Texts("SM-9"));
    }

    [Fact]
    public void The_two_roles_may_come_from_two_decisions()
    {
        var w = World.Empty.Document("procedure", "defined").Document("record", "practised").State("SM-9", "procedure", "record").Decide("SM-9", "procedure").Decide("SM-9", "record");
        Assert.Equal(Verdict.Demonstrated, w.Assess()["SM-9"]);
    }

    [Fact]
    public void A_point_of_part_II_asks_for_both_roles_on_its_direct_route_too()
    {
        Assert.Equal(Verdict.Demonstrated, World.Empty.DemonstrateProcess("II.5").Assess()["II.5"]);
        Assert.Equal(Verdict.Claimed, World.Empty.Demonstrate("II.5").Assess()["II.5"]);
    }

    [Fact]
    public void A_requirement_is_the_weakest_over_the_parts_it_applies_to()
    {
        ImmutableArray<PartSpec> parts = [new("app"), new("agent", "embedded-device")];
        var both = (World.Empty with { Parts = parts }).Demonstrate("CR 1.1");
        Assert.Equal(Verdict.Demonstrated, both.Assess()["CR 1.1"]);
        var one = (World.Empty with { Parts = parts }).Test("login").State(new StatementSpec("CR 1.1") { Evidence = ["login"], Parts = ["app"] }).Decide("CR 1.1", "login");
        // The other part is open; once something is recorded, what is open counts as a gap.
        Assert.Equal(Verdict.Gap, one.Assess()["CR 1.1"]);
        Assert.Contains("as weak as part agent", one.Assess().Texts("CR 1.1"));
    }

    [Fact]
    public void Evidence_that_speaks_of_another_part_does_not_count()
    {
        var w = (World.Empty with { Parts = [new("app"), new("agent")] }).Add(new SeriesSpec("login") { Parts = ["app"], Facts = [new FactSpec("ok", Days.Observed)] }).State("CR 1.1", "login").Decide("CR 1.1", "login");
        Assert.Equal(Verdict.Claimed, w.Assess()["CR 1.1"]);
        Assert.Contains("login: speaks of other parts, not of agent", w.Assess().Texts("CR 1.1"));
    }

    [Fact]
    public void A_decision_for_one_part_does_not_reach_another()
    {
        var w = (World.Empty with { Parts = [new("app"), new("agent")] }).Test("login").State("CR 1.1", "login").Decide(new DecisionSpec("CR 1.1") { Facts = ["login"], Parts = ["app"] });
        Assert.Equal(Verdict.Claimed, w.Assess()["CR 1.1"]);
        Assert.Equal([Verdict.Demonstrated, Verdict.Claimed], w.Assess().Why("CR 1.1").From.Select(p => p.Verdict));
    }

    [Fact]
    public void The_counts_add_up_to_the_22_points()
    {
        var counts = World.Empty.Demonstrate("I.2.e").State("I.2.m").Exclude("I.2.l").Assess().Result.Counts;
        Assert.Equal(22, counts.Sum(c => c.Count));
        Assert.Equal(1, counts.First(c => c.Verdict == Verdict.Demonstrated).Count);
        Assert.Equal(1, counts.First(c => c.Verdict == Verdict.NotApplicable).Count);
        Assert.Equal(1, counts.First(c => c.Verdict == Verdict.Claimed).Count);
    }

    [Fact]
    public void Words_are_those_of_the_vocabulary() =>
        Assert.Equal(["open", "gap", "claimed", "demonstrated", "presumed", "not-applicable", "not-triggered"], Enum.GetValues<Verdict>().Select(v => v.Word()));

    [Fact]
    public void An_automatic_rule_judges_what_a_content_check_decides()
    {
        var assessed = World.Empty.Add(new SeriesSpec("sbom", "cyclonedx") { Facts = [new FactSpec("sbom", Days.Observed)] }).State("sbom.drawn-up", "sbom").Assess();
        Assert.Equal(Verdict.Demonstrated, assessed["sbom.drawn-up"]);
        Assert.Equal(["decided by the automatic rule sbom-drawn-up@1 on sbom"], assessed.Texts("sbom.drawn-up"));
    }

    [Fact]
    public void An_automatic_rule_is_rerun_on_the_newest_result()
    {
        var w = World.Empty.Add(new SeriesSpec("sbom", "cyclonedx") { Facts = [new FactSpec("sbom", Days.Observed)] }).State("sbom.drawn-up", "sbom");
        Assert.Equal(Verdict.Claimed, w.ChangeFacts("sbom", f => f with { Counts = [("components", 0)] }).Assess()["sbom.drawn-up"]);
        Assert.Equal(Verdict.Claimed, w.ChangeFacts("sbom", f => f with { Sight = Sight.Altered }).Assess()["sbom.drawn-up"]);
    }

    [Fact]
    public void An_automatic_rule_judges_only_the_part_that_its_result_speaks_of()
    {
        var w = (World.Empty with { Parts = [new("app"), new("agent")] }).Add(new SeriesSpec("sbom", "cyclonedx") { Parts = ["app"], Facts = [new FactSpec("sbom", Days.Observed)] }).State("sbom.drawn-up", "sbom");
        Assert.Equal([Verdict.Demonstrated, Verdict.Claimed], w.Assess().Why("sbom.drawn-up").From.Select(p => p.Verdict));
    }

    [Fact]
    public void Automatic_rules_judge_remainder_items_and_nothing_else()
    {
        var rule = Laws.Shipped.AutomaticRules[0];
        var law = Laws.Shipped with { AutomaticRules = [.. new[] { "I.1", "I.2.e", "CR 1.1", "13(15)" }.Select(r => rule with { Requirement = r })] };
        var w = (World.Empty with { Law = law }).Add(new SeriesSpec("sbom", "cyclonedx") { Facts = [new FactSpec("sbom", Days.Observed)] }).State("I.1", "sbom").State("I.2.e", "sbom").State("CR 1.1", "sbom").State("13(15)", "sbom");
        Assert.DoesNotContain(w.Assess().Tops().SelectMany(Assessed.All).SelectMany(d => d.Grounds), g => g.Rule == "automatic");
    }
}
