using Marque.Assessments;
using Marque.Legal;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>Obligations beyond Annex I, by role: standing duties, event duties, what feeds them.</summary>
public sealed class ObligationTests
{
    public static TheoryData<string> EventDuties => new(Laws.Shipped.Obligations.Where(o => o.Event is not null && o.Roles.Contains(Role.Manufacturer)).Select(o => o.Id));

    [Fact]
    public void Every_obligation_of_the_role_is_there_once_and_no_other()
    {
        foreach (var (word, role) in new[] { ("manufacturer", Role.Manufacturer), ("authorised-representative", Role.AuthorisedRepresentative), ("importer", Role.Importer), ("distributor", Role.Distributor), ("steward", Role.Steward) })
        {
            var listed = (World.Empty with { OperatorRole = word }).Assess().Result.Obligations;
            Assert.Equal(Laws.Shipped.Obligations.Where(o => o.Roles.Contains(role)).Select(o => o.Id), listed.Select(o => o.Obligation.Id));
            Assert.NotEmpty(listed);
        }
    }

    [Fact]
    public void S_5_an_importer_has_no_duty_under_Article_14() =>
        Assert.DoesNotContain((World.Empty with { OperatorRole = "importer" }).Assess().Result.Obligations, o => o.Obligation.Id.StartsWith("14", StringComparison.Ordinal));

    [Fact]
    public void S_6_an_authorised_representative_has_none_of_the_duties_it_may_not_be_mandated_for()
    {
        var listed = (World.Empty with { OperatorRole = "authorised-representative" }).Assess().Result.Obligations.Select(o => o.Obligation.Id).ToList();
        Assert.DoesNotContain(listed, id => Enumerable.Range(1, 11).Any(i => id == $"13({i})") || id is "13(12)" or "13(14)");
    }

    [Theory]
    [MemberData(nameof(EventDuties))]
    public void An_event_duty_is_not_triggered_until_its_event_is_recorded(string id)
    {
        var before = World.Empty.Assess();
        Assert.Equal(Verdict.NotTriggered, before[id]);
        Assert.StartsWith("event not recorded: ", before.Texts(id)[0], StringComparison.Ordinal);
        var trigger = Laws.Shipped.Obligations.First(o => o.Id == id).Event!;
        Assert.NotEqual(Verdict.NotTriggered, (World.Empty with { Events = [(trigger == "reportable" ? "severe-incident" : trigger, new(2026, 11, 1))] }).Assess()[id]);
    }

    [Fact]
    public void R_1_and_R_2_are_two_triggers()
    {
        var exploited = (World.Empty with { Events = [("actively-exploited-vulnerability", new(2026, 11, 1))] }).Assess();
        Assert.Equal(Verdict.Open, exploited["14(2)(a)"]);
        Assert.Equal(Verdict.NotTriggered, exploited["14(4)(a)"]);
        Assert.Equal(Verdict.Open, exploited["14(8)"]);
        var incident = (World.Empty with { Events = [("severe-incident", new(2026, 11, 1))] }).Assess();
        Assert.Equal(Verdict.NotTriggered, incident["14(2)(a)"]);
        Assert.Equal(Verdict.Open, incident["14(4)(a)"]);
    }

    [Fact]
    public void An_event_that_triggers_nothing_is_refused_with_the_known_ones()
    {
        var problem = Assert.Single((World.Empty with { Events = [("full-moon", new(2026, 11, 1))] }).Problems());
        Assert.Equal("case.unknown-event", problem.Code);
        Assert.Contains("recall", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_standing_duty_uses_the_scale_without_presumed()
    {
        Assert.Equal(Verdict.Open, World.Empty.Assess()["13(15)"]);
        Assert.Equal(Verdict.Gap, World.Empty.State(new StatementSpec("13(15)", "planned")).Assess()["13(15)"]);
        Assert.Equal(Verdict.Claimed, World.Empty.State("13(15)").Assess()["13(15)"]);
        Assert.Equal(Verdict.Demonstrated, World.Empty.Demonstrate("13(15)").Assess()["13(15)"]);
    }

    [Fact]
    public void What_rests_on_presumed_points_is_demonstrated()
    {
        var w = World.Empty with { Law = Laws.Citing([.. Laws.Shipped.Points.Select(p => p.Id)]), Catalogs = [new CatalogSpec("inv", "C-1") { For = Laws.Invented }], Instruments = [new InstrumentSpec(Laws.Invented, "inv")] };
        var assessed = w.Demonstrate("inv:C-1").Assess();
        Assert.All(assessed.Result.Requirements, r => Assert.Equal(Verdict.Presumed, r.Verdict));
        Assert.Equal(Verdict.Demonstrated, assessed["13(1)"]);
        Assert.DoesNotContain(assessed.Result.Obligations, o => o.Verdict == Verdict.Presumed);
    }

    [Fact]
    public void An_obligation_is_the_weakest_of_what_feeds_it()
    {
        var assessed = World.Empty.AssessRisk().Assess();
        Assert.Equal(Verdict.Demonstrated, assessed.Why("Annex VII(3)").From.First(d => d.What == "risk assessment").Verdict);
        Assert.Equal(Verdict.Demonstrated, assessed["Annex VII(3)"]);
        Assert.Equal(Verdict.Claimed, (World.Empty with { Risk = RiskSpec.Complete }).Assess()["Annex VII(3)"]);
        Assert.Equal(Verdict.Open, World.Empty.Assess()["Annex VII(3)"]);
    }

    [Fact]
    public void The_law_items_of_the_remainder_feed_their_obligation()
    {
        var items = Laws.Shipped.Remainder.Where(r => r.Target == "13(3)" && r.Tag == Tag.Law).Select(r => r.Id).ToList();
        Assert.NotEmpty(items);
        var whole = items.Aggregate(World.Empty.AssessRisk(), (w, item) => w.Demonstrate(item));
        Assert.Equal(Verdict.Demonstrated, whole.Assess()["13(3)"]);
        foreach (var item in items) Assert.Equal(Verdict.Gap, (whole with { Statements = [.. whole.Statements.Where(s => s.Requirement != item)] }).Assess()["13(3)"]);
    }

    [Fact]
    public void Practice_guidance_and_readings_never_lower_a_verdict_of_the_law()
    {
        // Everything that is not LAW, recorded as not implemented: no verdict of the law moves.
        var beside = Laws.Shipped.Remainder.Where(r => r.Tag != Tag.Law).Select(r => r.Id).Concat(Laws.Shipped.Obligations.Where(o => o.Tag != Tag.Law).Select(o => o.Id)).ToList();
        var law = World.Empty.AssessRisk().Adopt().Demonstrate("remote.in-scope").Demonstrate("I.2.e").Demonstrate("privacy.minimisation").Demonstrate("support.minimum-length").Demonstrate("13(15)");
        law = Laws.Shipped.Remainder.Where(r => r is { Tag: Tag.Law, Target: "13(8)" or "13(19)" } && r.Id != "support.minimum-length").Aggregate(law, (w, r) => w.Demonstrate(r.Id));
        var against = beside.Aggregate(law, (w, id) => w.State(new StatementSpec(id, "not-implemented")));
        var (before, after) = (law.Assess(), against.Assess());
        Assert.Equal(before.Result.Requirements.Select(r => r.Verdict), after.Result.Requirements.Select(r => r.Verdict));
        Assert.Equal(before.Result.Obligations.Where(o => o.Obligation.Tag == Tag.Law).Select(o => o.Verdict), after.Result.Obligations.Where(o => o.Obligation.Tag == Tag.Law).Select(o => o.Verdict));
        Assert.Contains(after.Result.Requirements, r => r.Verdict == Verdict.Demonstrated);
    }

    [Fact]
    public void No_obligation_of_the_law_is_fed_by_one_that_is_none()
    {
        var beside = Laws.Shipped.Obligations.Where(o => o.Tag != Tag.Law).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Laws.Shipped.Obligations.Where(o => o.Tag == Tag.Law).SelectMany(o => o.Feeds), beside.Contains);
    }

    [Theory]
    [InlineData("A", "Annex VIII Part I(2)", "Annex VIII Part II(3)", "Annex VIII Part IV(2)")]
    [InlineData("B+C", "Annex VIII Part II(3)", "Annex VIII Part I(2)", "Annex VIII Part IV(2)")]
    [InlineData("H", "Annex VIII Part IV(2)", "Annex VIII Part I(2)", "Annex VIII Part III(2)")]
    public void The_duties_of_another_module_than_the_chosen_do_not_apply(string chosen, string its, params string[] others)
    {
        var assessed = (World.Empty with { Procedure = chosen }).Assess();
        Assert.NotEqual(Verdict.NotApplicable, assessed[its]);
        Assert.All(others, o => Assert.Equal(Verdict.NotApplicable, assessed[o]));
    }

    [Fact]
    public void Duties_of_another_class_do_not_apply_once_the_class_is_decided()
    {
        Assert.Equal(Verdict.NotApplicable, World.Empty.Classify("important-I", "III-I-12").Assess()["32(3)"]);
        var declared = (World.Empty with { Class = new ClassSpec("important-I", "III-I-12") }).Assess();
        Assert.Equal(Verdict.Claimed, declared["32(3)"]);
        Assert.Contains("for another class than declared, but the classification is not decided", declared.Texts("32(3)"));
    }

    [Fact]
    public void A_permission_binds_only_whoever_uses_it()
    {
        var permission = Laws.Shipped.Obligations.First(o => o.IsPermission && o.Classes.Count == 0 && o.Event is null);
        Assert.Equal(Verdict.NotTriggered, World.Empty.Assess()[permission.Id]);
        Assert.Equal(Verdict.Gap, World.Empty.State(new StatementSpec(permission.Id, "planned")).Assess()[permission.Id]);
    }

    [Fact]
    public void N_4_a_bill_of_materials_to_an_authority_is_due_only_on_its_request() =>
        Assert.Equal(Verdict.NotTriggered, World.Empty.Assess()["Annex VII(8)"]);
}
