using Marque.Assessments;
using Marque.Facts;
using Marque.Tests.Assessments.Kit;
using NodaTime;

namespace Marque.Tests.Assessments;

/// <summary>A process case taken up by its digest: what stood on another digest turns suspect, and its people decide within it.</summary>
public sealed class ProcessCaseTests
{
    private static World Process { get; } = (World.Empty with { Id = "sdl", IsProcess = true }).DemonstrateProcess("SM-9");

    // The same people sign for the process here; whose case a decision stands in decides what it may say.
    private static World Taken { get; } = World.Empty.Use("sdl", Process);

    [Fact]
    public void A_process_case_counts_as_if_it_stood_in_the_product_case() =>
        Assert.Equal(Verdict.Demonstrated, Taken.Assess()["SM-9"]);

    [Fact]
    public void A_process_case_with_another_digest_turns_suspect_what_stood_on_it()
    {
        var changed = Process.Document("another");
        var w = Taken with { Uses = [Taken.Uses[0] with { Process = changed }] };
        var assessed = w.Assess();
        Assert.Equal(Verdict.Claimed, assessed["SM-9"]);
        Assert.Contains("stands on process case sdl, which is not the one taken up", assessed.Texts("SM-9"));
        Assert.Contains(assessed.Result.Notices, n => n.StartsWith("process case sdl is not the one taken up", StringComparison.Ordinal));
    }

    [Fact]
    public void Taking_up_the_new_digest_restores_what_the_process_case_decided_itself()
    {
        var changed = Process.Document("another");
        Assert.Equal(Verdict.Demonstrated, (World.Empty.Use("sdl", changed)).Assess()["SM-9"]);
    }

    [Fact]
    public void A_decision_of_the_product_on_the_process_is_suspect_once_another_digest_is_taken_up()
    {
        var undecided = Process with { Decisions = [] };
        var w = World.Empty.Use("sdl", undecided).Decide("SM-9", "sm-9-procedure", "sm-9-record");
        Assert.Equal(Verdict.Demonstrated, w.Assess()["SM-9"]);
        var changed = undecided.Document("another");
        var assessed = (w with { Uses = World.Empty.Use("sdl", changed).Uses }).Assess();
        Assert.Equal(Verdict.Claimed, assessed["SM-9"]);
        Assert.Contains("decision is suspect: process case sdl changed since it was made", assessed.Texts("SM-9"));
    }

    [Fact]
    public void A_product_adds_its_own_record_to_the_procedure_of_the_process_case()
    {
        var undecided = Process with { Decisions = [], Series = [.. Process.Series.Where(s => s.Role == "defined")], Statements = [Process.Statements[0] with { Evidence = ["sm-9-procedure"] }] };
        var w = World.Empty.Use("sdl", undecided).Document("own-record", "practised").Decide("SM-9", "sm-9-procedure", "own-record");
        Assert.Equal(Verdict.Demonstrated, w.Assess()["SM-9"]);
    }

    [Fact]
    public void The_people_of_a_process_case_do_not_decide_on_statements_of_the_product()
    {
        var product = World.Empty.Demonstrate("CR 1.1");
        Assert.Equal(Verdict.Demonstrated, product.Assess()["CR 1.1"]);
        Assert.Equal(Verdict.Claimed, Smuggled(product)["CR 1.1"]);
    }

    [Fact]
    public void The_people_of_a_process_case_do_not_decide_that_something_does_not_apply()
    {
        var product = World.Empty.Exclude("I.2.m");
        Assert.Equal(Verdict.NotApplicable, product.Assess()["I.2.m"]);
        Assert.Equal(Verdict.Claimed, Smuggled(product)["I.2.m"]);
    }

    [Fact]
    public void The_people_of_a_process_case_decide_neither_risk_assessment_nor_class_nor_adoption()
    {
        var product = World.Empty.AssessRisk().Classify("default").Adopt().Demonstrate("CR 4.1").Demonstrate("CR 4.3").Demonstrate("CR 1.5").Demonstrate("privacy.confidentiality-all-data");
        var honest = product.Assess();
        Assert.Equal(Verdict.Demonstrated, honest.Result.RiskAssessment.Verdict);
        Assert.Equal(Verdict.Demonstrated, honest.Result.Procedures.Classification.Verdict);
        Assert.Equal(Verdict.Demonstrated, honest["I.2.e"]);
        var smuggled = Smuggled(product, d => d.Judgement is "adopts" or "classifies" || d.Requirement == "risk-assessment");
        Assert.Equal(Verdict.Claimed, smuggled.Result.RiskAssessment.Verdict);
        Assert.Equal(Verdict.Claimed, smuggled.Result.Procedures.Classification.Verdict);
        Assert.Equal(Verdict.Claimed, smuggled["I.2.e"]);
    }

    [Fact]
    public void The_people_of_a_process_case_do_not_rebut_what_the_product_shows()
    {
        var fails = new FactSpec("it fails", Days.Observed + Duration.FromDays(1)) { Content = Outcome.Contradicts };
        var product = World.Empty.Demonstrate("CR 1.1").Add("cr-1.1", fails).Decide(new DecisionSpec("CR 1.1", "rebuts") { FactDigests = [fails.Sha256] });
        Assert.Equal(Verdict.Claimed, product.Assess()["CR 1.1"]);
        Assert.Equal(Verdict.Gap, Smuggled(product, d => d.Judgement == "rebuts")["CR 1.1"]);
    }

    [Fact]
    public void A_process_case_names_no_parts() =>
        Assert.Contains((World.Empty.Use("sdl", Process with { Statements = [Process.Statements[0] with { Parts = ["app"] }] })).Problems(), p => p.Code == "case.process-parts");

    /// <summary>The same decisions, moved into a process case that the product uses.</summary>
    private static Assessed Smuggled(World product, Func<DecisionSpec, bool>? which = null)
    {
        which ??= _ => true;
        // The process case names series of the product, which is where it would try to judge them.
        var process = World.Empty with { Id = "sdl", IsProcess = true, Decisions = [.. product.Decisions.Where(which)] };
        return (product with { Decisions = [.. product.Decisions.Where(d => !which(d))] }).Use("sdl", process).Assess();
    }
}
