using Marque.Assessments;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>Not applicable: where the law allows it, with a reason and a risk, decided; and never elsewhere.</summary>
public sealed class NotApplicableTests
{
    public static TheoryData<string> Always => new(["I.1", .. Enumerable.Range(1, 8).Select(i => $"II.{i}")]);

    [Theory]
    [MemberData(nameof(Always))]
    public void I_1_and_Part_II_always_apply(string point)
    {
        var problem = Assert.Single((World.Empty with { Risk = RiskSpec.Complete.Excludes(point) }).Problems());
        Assert.Equal("applicability.never", problem.Code);
        Assert.Equal($"{point} always applies: the law has no \"where applicable\" there (CRA Annex I, 13(4))", problem.Message);
    }

    [Theory]
    [InlineData("not relevant")]
    [InlineData("N/A")]
    [InlineData("n/a.")]
    [InlineData("it is not needed")]
    [InlineData("                     ")]
    public void Marking_I_2_m_not_applicable_without_a_justification_is_refused(string because) =>
        Assert.Contains((World.Empty with { Risk = Said("I.2.m", because, "R1") }).Problems(), p => p.Code is "applicability.justification");

    [Fact]
    public void Marking_I_2_m_not_applicable_without_a_risk_is_refused() =>
        Assert.Contains((World.Empty with { Risk = Said("I.2.m", "the device stores nothing that a user could remove") }).Problems(), p => p.Code == "applicability.risks");

    [Fact]
    public void Marking_I_2_m_not_applicable_by_a_risk_that_does_not_exist_is_refused() =>
        Assert.Contains((World.Empty with { Risk = Said("I.2.m", "the device stores nothing that a user could remove", "R9") }).Problems(), p => p.Code == "case.unknown-reference");

    [Fact]
    public void A_point_said_not_to_apply_counts_as_claimed_while_undecided()
    {
        var assessed = (World.Empty with { Risk = RiskSpec.Complete.Excludes("I.2.m") }).Assess();
        Assert.Equal(Verdict.Claimed, assessed["I.2.m"]);
        Assert.Contains("said not to apply, but no attested decision on today's digests says so", assessed.Texts("I.2.m"));
    }

    [Fact]
    public void A_point_decided_not_to_apply_is_not_applicable()
    {
        var assessed = World.Empty.Exclude("I.2.m").Assess();
        Assert.Equal(Verdict.NotApplicable, assessed["I.2.m"]);
        Assert.Null(assessed.Point("I.2.m").Weakest);
    }

    [Fact]
    public void An_unattested_decision_leaves_it_claimed() =>
        Assert.Equal(Verdict.Claimed, World.Empty.Exclude("I.2.m").ChangeLast(d => d with { Signers = [] }).Assess()["I.2.m"]);

    [Fact]
    public void A_role_that_may_not_decide_on_applicability_leaves_it_claimed() =>
        Assert.Equal(Verdict.Claimed, World.Empty.Exclude("I.2.m").ChangeLast(d => d with { By = "second", Role = "narrow", Signers = [Signer.Second] }).Assess()["I.2.m"]);

    [Fact]
    public void A_changed_risk_turns_it_suspect()
    {
        var w = World.Empty.Exclude("I.2.m");
        var changed = w with { Risk = w.Risk! with { Risks = [w.Risk.Risks[0] with { Title = "settings are sold" }] } };
        Assert.Equal(Verdict.Claimed, changed.Assess()["I.2.m"]);
        Assert.Contains("decision is suspect: risk R1 changed since it was made", changed.Assess().Texts("I.2.m"));
    }

    [Fact]
    public void A_changed_reason_turns_it_suspect()
    {
        var w = World.Empty.Exclude("I.2.m");
        var changed = w with { Risk = w.Risk! with { Applicability = [.. w.Risk.Applicability.Select(a => a.Applies ? a : a with { Because = "quite another reason than before" })] } };
        Assert.Equal(Verdict.Claimed, changed.Assess()["I.2.m"]);
        Assert.Contains("decision is suspect: the applicability entry changed since it was made", changed.Assess().Texts("I.2.m"));
    }

    [Fact]
    public void A_changed_requirement_turns_it_suspect()
    {
        var w = World.Empty.Exclude("I.2.m");
        var law = w.Law with { Points = [.. w.Law.Points.Select(p => p.Id == "I.2.m" ? p with { Digest = Marque.Text.Digest.Of([3]) } : p)] };
        Assert.Equal(Verdict.Claimed, (w with { Law = law }).Assess()["I.2.m"]);
    }

    [Fact]
    public void A_part_it_does_not_apply_to_is_neutral()
    {
        var w = (World.Empty with { Parts = [new("app"), new("cloud", null)] }).Exclude("I.2.m", "cloud").Test("wipe").State(new StatementSpec("I.2.m") { Parts = ["app"], Evidence = ["wipe"] }).Decide("I.2.m", "wipe");
        Assert.Equal(Verdict.Demonstrated, w.Assess()["I.2.m"]);
    }

    [Fact]
    public void A_62443_item_is_taken_out_by_the_statement_of_applicability()
    {
        Assert.Equal(Verdict.Claimed, (World.Empty with { Risk = RiskSpec.Complete.Excludes("CR 1.3") }).Assess()["CR 1.3"]);
        Assert.Equal(Verdict.NotApplicable, World.Empty.Exclude("CR 1.3").Assess()["CR 1.3"]);
    }

    [Fact]
    public void A_62443_item_is_never_taken_out_by_the_level_alone()
    {
        var assessed = (World.Empty with { Parts = [new("app", Level: 1)] }).Assess();
        Assert.Equal(Verdict.Open, assessed["CR 2.1 RE(1)"]);
    }

    [Fact]
    public void A_62443_item_of_another_component_type_does_not_apply()
    {
        var assessed = World.Empty.Assess();
        Assert.Equal(Verdict.NotApplicable, assessed["NDR 1.6"]);
        Assert.Equal(["does not exist for the component type software-application of app"], assessed.Texts("NDR 1.6"));
    }

    [Fact]
    public void A_remainder_item_does_not_apply_only_through_the_condition_in_its_own_text()
    {
        Assert.Contains((World.Empty with { Risk = RiskSpec.Complete.Excludes("removal.easy") }).Problems(), p => p.Code == "applicability.never");
        Assert.Equal(Verdict.NotApplicable, World.Empty.Exclude("transfer.secure").Assess()["transfer.secure"]);
    }

    [Fact]
    public void An_obligation_does_not_apply_only_through_the_condition_in_its_own_text()
    {
        Assert.Contains((World.Empty with { Risk = RiskSpec.Complete.Excludes("13(15)") }).Problems(), p => p.Code == "applicability.never" && p.Message.Contains("its provision has no condition", StringComparison.Ordinal));
        Assert.Equal(Verdict.NotApplicable, World.Empty.Exclude("30(4)").Assess()["30(4)"]);
    }

    [Fact]
    public void A_statement_where_there_is_one_is_judged_as_usual_while_undecided() =>
        Assert.Equal(Verdict.Gap, (World.Empty with { Risk = RiskSpec.Complete.Excludes("CR 1.3") }).State(new StatementSpec("CR 1.3", "planned")).Assess()["CR 1.3"]);

    private static RiskSpec Said(string requirement, string because, params string[] risks) =>
        RiskSpec.Complete with { Applicability = [.. RiskSpec.Complete.Applicability.Where(a => a.Requirement != requirement), new ApplicabilitySpec(requirement) { Applies = false, Because = because, Risks = [.. risks] }] };
}
