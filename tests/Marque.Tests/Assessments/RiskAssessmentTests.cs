using System.Collections.Immutable;
using Marque.Assessments;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>The risk assessment, Article 13(2) to (4) and (7), and I.1, which is computed from it.</summary>
public sealed class RiskAssessmentTests
{
    // Everything I.1 asks for: a decided assessment, its treating requirement, its remainder.
    private static World Whole { get; } = World.Empty.Demonstrate("I.2.e").AssessRisk().Demonstrate("remote.in-scope");

    public static TheoryData<string, string> Lacks => new()
    {
        { "purpose", "intended purpose" }, { "use", "reasonably foreseeable use" }, { "misuse", "reasonably foreseeable misuse" }, { "conditions", "conditions of use" },
        { "assets", "assets to be protected" }, { "time", "time in use" }, { "risks", "risks" }, { "I.1", "how I.1 is met" }, { "II", "how Part II is met" }, { "triggers", "update triggers" },
        { "I.2.a", "applicability of I.2.a" }, { "I.2.m", "applicability of I.2.m" },
    };

    [Fact]
    public void Without_a_risk_assessment_it_is_open()
    {
        var why = World.Empty.Assess().Result.RiskAssessment;
        Assert.Equal(Verdict.Open, why.Verdict);
        Assert.Equal("there is no cybersecurity risk assessment (Art. 13(2))", GroundText.Of(why.Grounds[0]));
    }

    [Fact]
    public void A_complete_one_is_demonstrated_once_a_person_decides() =>
        Assert.Equal(Verdict.Demonstrated, World.Empty.AssessRisk().Assess().Result.RiskAssessment.Verdict);

    [Fact]
    public void A_complete_one_that_nobody_decided_is_claimed()
    {
        var why = (World.Empty with { Risk = RiskSpec.Complete }).Assess().Result.RiskAssessment;
        Assert.Equal(Verdict.Claimed, why.Verdict);
        Assert.Equal("no attested decision on today's risk-assessment", GroundText.Of(why.Grounds[0]));
    }

    [Fact]
    public void A_decision_on_an_earlier_version_is_suspect()
    {
        var w = World.Empty.AssessRisk() with { Risk = RiskSpec.Complete with { Purpose = "boil milk" } };
        Assert.Equal(Verdict.Claimed, w.Assess().Result.RiskAssessment.Verdict);
        Assert.Contains(w.Assess().Result.RiskAssessment.Grounds, g => GroundText.Of(g) == "decision is suspect: the risk assessment changed since it was made");
    }

    [Fact]
    public void A_role_that_may_not_decide_on_it_does_not_count() =>
        Assert.Equal(Verdict.Claimed, World.Empty.AssessRisk().ChangeLast(d => d with { By = "second", Role = "narrow", Signers = [Signer.Second] }).Assess().Result.RiskAssessment.Verdict);

    [Fact]
    public void A_refusal_counts_until_a_newer_decision()
    {
        var w = World.Empty.AssessRisk().Decide(new DecisionSpec("risk-assessment", "not-satisfied") { On = Days.Decided.PlusDays(1) });
        Assert.Equal(Verdict.Gap, w.Assess().Result.RiskAssessment.Verdict);
        Assert.Equal(Verdict.Demonstrated, w.Decide(new DecisionSpec("risk-assessment") { On = Days.Decided.PlusDays(2) }).Assess().Result.RiskAssessment.Verdict);
    }

    [Fact]
    public void Of_two_contrary_decisions_of_one_day_the_refusal_counts() =>
        Assert.Equal(Verdict.Gap, World.Empty.AssessRisk().Decide(new DecisionSpec("risk-assessment", "not-satisfied")).Assess().Result.RiskAssessment.Verdict);

    [Theory]
    [MemberData(nameof(Lacks))]
    public void Each_element_that_is_missing_is_a_gap_and_named(string without, string named)
    {
        var complete = RiskSpec.Complete;
        var risk = without switch
        {
            "purpose" => complete with { Purpose = null },
            "use" => complete with { Use = null },
            "misuse" => complete with { Misuse = null },
            "conditions" => complete with { Conditions = null },
            "assets" => complete with { Assets = [], Risks = [] },
            "time" => complete with { TimeInUse = null },
            "risks" => complete with { Risks = [] },
            "I.1" => complete with { MeetsPartOnePointOne = null },
            "II" => complete with { MeetsPartTwo = null },
            "triggers" => complete with { Triggers = [] },
            _ => complete with { Applicability = [.. complete.Applicability.Where(a => a.Requirement != without)] },
        };
        var why = World.Empty.AssessRisk(risk).Assess().Result.RiskAssessment;
        Assert.Equal(Verdict.Gap, why.Verdict);
        Assert.Contains(why.From, d => d.What == named && d.Verdict == Verdict.Gap);
        Assert.Equal("risk-incomplete", why.Grounds[0].Rule);
    }

    [Fact]
    public void Applicability_is_stated_for_every_part()
    {
        var complete = RiskSpec.Complete;
        var one = complete with { Applicability = [.. complete.Applicability.Select(a => a.Requirement == "I.2.e" ? a with { Parts = ["app"] } : a)] };
        Assert.Equal(Verdict.Demonstrated, World.Empty.AssessRisk(one).Assess().Result.RiskAssessment.Verdict);
        Assert.Equal(Verdict.Gap, (World.Empty with { Parts = [new("app"), new("cloud", null)] }).AssessRisk(one).Assess().Result.RiskAssessment.Verdict);
    }

    [Theory]
    [InlineData("cost")]
    [InlineData("appetite")]
    public void F_9_cost_or_appetite_alone_is_refused_as_a_reason(string reason)
    {
        var why = Risks(new RiskEntry("R1") { TreatedBy = ["I.2.e"], AcceptedBecause = [reason] });
        Assert.Equal(Verdict.Gap, why.Verdict);
        Assert.Contains(why.From.SelectMany(d => d.Grounds), g => g.Rule == "accepted-for-cost");
    }

    [Fact]
    public void F_9_cost_beside_a_reason_of_substance_is_no_obstacle() =>
        Assert.Equal(Verdict.Demonstrated, Risks(new RiskEntry("R1") { TreatedBy = ["I.2.e"], AcceptedBecause = ["cost", "state-of-the-art"] }).Verdict);

    [Fact]
    public void Every_risk_is_treated_by_a_named_requirement()
    {
        Assert.Contains(Risks(new RiskEntry("R1")).From.SelectMany(d => d.Grounds), g => g.Rule == "no-treatment");
        Assert.Contains(Risks(new RiskEntry("R1") { AcceptedBecause = ["environment"] }).From.SelectMany(d => d.Grounds), g => g.Rule == "accepted-untreated");
    }

    [Fact]
    public void A_trigger_that_occurred_and_was_not_heeded_is_a_gap_from_that_day()
    {
        var risk = RiskSpec.Complete with { Triggers = [("incident", new(2026, 11, 22), null)] };
        Assert.Equal(Verdict.Gap, World.Empty.AssessRisk(risk).Assess(Marque.Legal.BrusselsDay.EndOf(new(2026, 11, 22))).Result.RiskAssessment.Verdict);
        Assert.Equal(Verdict.Demonstrated, World.Empty.AssessRisk(risk).Assess(Marque.Legal.BrusselsDay.EndOf(new(2026, 11, 21))).Result.RiskAssessment.Verdict);
        var heeded = RiskSpec.Complete with { Triggers = [("incident", new(2026, 11, 22), new(2026, 11, 24))] };
        Assert.Equal(Verdict.Demonstrated, World.Empty.AssessRisk(heeded).Assess().Result.RiskAssessment.Verdict);
        Assert.Equal(Verdict.Gap, World.Empty.AssessRisk(heeded).Assess(Marque.Legal.BrusselsDay.EndOf(new(2026, 11, 23))).Result.RiskAssessment.Verdict);
    }

    [Fact]
    public void F_8_I_1_holds_when_the_assessment_is_complete_and_what_treats_the_risks_holds()
    {
        var assessed = Whole.Assess();
        Assert.Equal(Verdict.Demonstrated, assessed["I.1"]);
        Assert.Equal(Verdict.Demonstrated, assessed.Route("I.1", "computed"));
    }

    [Fact]
    public void F_8_I_1_is_never_demonstrated_by_a_statement_of_its_own()
    {
        var assessed = World.Empty.Demonstrate("I.1").Assess();
        Assert.NotEqual(Verdict.Demonstrated, assessed["I.1"]);
        Assert.Null(assessed.Route("I.1", "direct"));
        Assert.Null(assessed.Route("I.1", "bridge"));
    }

    [Fact]
    public void F_8_a_treating_requirement_that_falls_short_lowers_I_1()
    {
        var w = Whole with { Decisions = [.. Whole.Decisions.Where(d => d.Requirement != "I.2.e")] };
        Assert.Equal(Verdict.Claimed, w.Assess()["I.1"]);
        Assert.Equal("I.2.e", w.Assess().Point("I.1").Weakest);
    }

    [Fact]
    public void F_8_a_risk_treated_only_by_something_that_does_not_apply_is_not_treated()
    {
        var w = Whole.Exclude("I.2.e").Decide(new DecisionSpec("risk-assessment"));
        Assert.Equal(Verdict.NotApplicable, w.Assess()["I.2.e"]);
        Assert.Equal(Verdict.Gap, w.Assess()["I.1"]);
        Assert.Contains("risk R1 is to be treated by I.2.e, which does not apply", w.Assess().Texts("I.1"));
    }

    [Fact]
    public void F_8_where_2_a_to_m_do_not_suffice_additional_measures_are_needed()
    {
        var beyond = World.Empty.Demonstrate("I.2.e").Demonstrate("remote.in-scope").AssessRisk(RiskSpec.Complete with { Risks = [new RiskEntry("R1") { TreatedBy = ["I.2.e"], Beyond = true }] });
        Assert.Equal(Verdict.Gap, beyond.Assess()["I.1"]);
        Assert.Equal(Verdict.Demonstrated, beyond.Demonstrate("I.1").Assess()["I.1"]);
    }

    [Fact]
    public void F_8_I_1_needs_the_law_items_of_its_remainder()
    {
        var w = World.Empty.Demonstrate("I.2.e").AssessRisk();
        Assert.Equal(Verdict.Gap, w.Assess()["I.1"]);
        Assert.Equal("remote.in-scope", w.Assess().Point("I.1").Weakest);
    }

    [Fact]
    public void A_contradiction_of_a_measure_beyond_caps_I_1()
    {
        var w = Whole.Test("more").State("I.1", "more").Add("more", new FactSpec("it fails", Days.Now) { Content = Marque.Facts.Outcome.Contradicts });
        Assert.Equal(Verdict.Gap, w.Assess()["I.1"]);
    }

    private static Derivation Risks(params ImmutableArray<RiskEntry> risks) => World.Empty.AssessRisk(RiskSpec.Complete with { Risks = risks }).Assess().Result.RiskAssessment;
}
