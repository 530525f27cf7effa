using Marque.Assessments;
using Marque.Legal;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>Conformity assessment procedures, Article 32 (rules ).</summary>
public sealed class ProcedureTests
{
    private static readonly string[] AllPoints = [.. Laws.Shipped.Points.Select(p => p.Id)];

    [Fact]
    public void Q_1_without_a_class_no_module_is_open()
    {
        var assessed = World.Empty.Assess();
        Assert.Null(assessed.Result.Procedures.Class);
        Assert.Equal(Verdict.Open, assessed.Result.Procedures.Classification.Verdict);
        Assert.All(assessed.Result.Procedures.Modules, m => Assert.False(m.Open));
    }

    [Fact]
    public void Q_1_class_and_category_come_from_an_attested_decision()
    {
        Assert.Equal(Verdict.Demonstrated, World.Empty.Classify("important-I", "III-I-12").Assess().Result.Procedures.Classification.Verdict);
        var declared = (World.Empty with { Class = new ClassSpec("important-I", "III-I-12") }).Assess();
        Assert.Equal(Verdict.Claimed, declared.Result.Procedures.Classification.Verdict);
        Assert.Contains("the classification is declared, and no attested decision stands on it", declared.Result.Notices);
    }

    [Fact]
    public void Q_1_a_changed_class_turns_the_decision_suspect()
    {
        var w = World.Empty.Classify("important-I", "III-I-12") with { Class = new ClassSpec("default") };
        var classification = w.Assess().Result.Procedures.Classification;
        Assert.Equal(Verdict.Claimed, classification.Verdict);
        Assert.Contains(classification.Grounds, g => g.Rule == "suspect");
    }

    [Fact]
    public void Q_1_a_refused_class_is_a_gap_until_a_newer_decision()
    {
        var w = World.Empty.Classify("default").Decide(new DecisionSpec("classification", "not-satisfied") { On = Days.Decided.PlusDays(1) });
        Assert.Equal(Verdict.Gap, w.Assess().Result.Procedures.Classification.Verdict);
        Assert.Equal(Verdict.Demonstrated, w.Decide(new DecisionSpec("classification", "classifies") { On = Days.Decided.PlusDays(2) }).Assess().Result.Procedures.Classification.Verdict);
    }

    [Fact]
    public void Q_1_a_category_of_another_class_is_refused() =>
        Assert.Contains((World.Empty with { Class = new ClassSpec("important-II", "III-I-12") }).Problems(), p => p.Code == "case.category-class");

    // The table of Q-2, with no instrument in effect.
    [Theory]
    [InlineData("default", null, "Art. 32(1)", true, true, true, false)]
    [InlineData("important-I", "III-I-12", "Art. 32(2)", false, true, true, false)]
    [InlineData("important-II", "III-II-2", "Art. 32(3)", false, true, true, false)]
    [InlineData("critical", "IV-1", "Art. 32(4)", false, true, true, false)]
    public void Q_2_each_class_has_its_modules_with_their_paragraph(string @class, string? category, string basis, bool a, bool bc, bool h, bool scheme)
    {
        var modules = World.Empty.Classify(@class, category).Assess().Result.Procedures.Modules;
        Assert.Equal([("A", a), ("B+C", bc), ("H", h), ("scheme", scheme)], modules.Select(m => (m.Name, m.Open)));
        Assert.All(modules, m => Assert.Equal(basis, m.Basis));
        Assert.All(modules, m => Assert.NotEmpty(m.Because));
    }

    [Theory]
    [InlineData("important-I", "III-I-12")]
    [InlineData("important-II", "III-II-2")]
    public void Q_2_free_and_open_source_software_of_Annex_III_with_public_documentation_may_use_module_A(string @class, string category)
    {
        var w = World.Empty.Classify(@class, category) with { FreeAndOpenSource = true, PublicDocumentation = true };
        var module = w.Assess().Module("A");
        Assert.True(module.Open);
        Assert.Equal("Art. 32(5)", module.Basis);
        Assert.False((w with { PublicDocumentation = false }).Assess().Module("A").Open);
        Assert.False((w with { FreeAndOpenSource = false }).Assess().Module("A").Open);
    }

    [Fact]
    public void Q_2_free_and_open_source_software_of_Annex_IV_stays_critical()
    {
        var module = (World.Empty.Classify("critical", "IV-1") with { FreeAndOpenSource = true, PublicDocumentation = true }).Assess().Module("A");
        Assert.False(module.Open);
        Assert.Equal("Art. 32(4)", module.Basis);
    }

    [Fact]
    public void Q_3_class_I_may_use_module_A_when_a_standard_is_applied_in_full_for_every_point()
    {
        var w = Applied(AllPoints).Classify("important-I", "III-I-12");
        Assert.Empty(w.Assess().Result.Procedures.ThirdParty);
        Assert.True(w.Assess().Module("A").Open);
    }

    [Theory]
    [InlineData("I.1")]
    [InlineData("I.2.e")]
    [InlineData("II.8")]
    public void Q_3_one_point_without_a_standard_closes_module_A_and_is_named(string missing)
    {
        var assessed = Applied([.. AllPoints.Where(p => p != missing)]).Classify("important-I", "III-I-12").Assess();
        Assert.Equal([missing], assessed.Result.Procedures.ThirdParty);
        Assert.False(assessed.Module("A").Open);
        Assert.Equal("no harmonised standard, common specification or scheme of Article 27 is applied in full for 1 of 22 points", assessed.Module("A").Because);
    }

    [Fact]
    public void Q_3_a_standard_applied_in_full_does_not_open_module_A_to_class_II() =>
        Assert.False(Applied(AllPoints).Classify("important-II", "III-II-2").Assess().Module("A").Open);

    [Fact]
    public void Q_3_a_point_covered_in_part_needs_the_third_party()
    {
        var w = Applied(AllPoints).Demonstrate("privacy.minimisation").Classify("important-I", "III-I-12");
        w = w with { Law = w.Law.Changing(s => s with { Coverage = [.. s.Coverage.Select(c => c.Point == "I.2.g" ? c with { Extent = Extent.Partial, Leaves = ["privacy.minimisation"] } : c)] }) };
        Assert.Equal(Verdict.Demonstrated, w.Assess()["I.2.g"]);
        Assert.Equal(["I.2.g"], w.Assess().Result.Procedures.ThirdParty);
    }

    [Fact]
    public void Q_3_a_clause_that_is_not_applied_leaves_every_point_to_the_third_party() =>
        Assert.Equal(22, (Applied(AllPoints) with { Decisions = [] }).Classify("important-I", "III-I-12").Assess().Result.Procedures.ThirdParty.Count);

    [Fact]
    public void Q_4_today_a_class_I_product_has_no_module_A_and_no_notified_body_is_known()
    {
        var assessed = World.Empty.Classify("important-I", "III-I-12").Assess();
        Assert.Equal(22, assessed.Result.Procedures.ThirdParty.Count);
        Assert.False(assessed.Module("A").Open);
        Assert.Equal(0, assessed.Result.Procedures.NotifiedBodies.Count);
        Assert.Contains($"no notified body is known to be designated as of {assessed.Result.Procedures.NotifiedBodies.AsOf:uuuu-MM-dd}", assessed.Module("B+C").Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Q_4_how_many_bodies_are_known_is_data()
    {
        var w = World.Empty.Classify("important-I", "III-I-12") with { Law = Laws.Shipped with { NotifiedBodies = (3, new(2026, 11, 1)) } };
        Assert.Equal((3, new NodaTime.LocalDate(2026, 11, 1)), w.Assess().Result.Procedures.NotifiedBodies);
        Assert.DoesNotContain("no notified body", w.Assess().Module("H").Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("basic", false)]
    [InlineData("substantial", true)]
    [InlineData("high", true)]
    public void Q_2_a_certificate_takes_the_place_of_the_third_party_from_substantial_on(string? level, bool enough)
    {
        var w = Applied(AllPoints).Classify("important-I", "III-I-12");
        w = w with { Law = w.Law.Changing(s => s with { Kind = InstrumentKind.CertificationScheme }), Instruments = [w.Instruments[0] with { Certificate = (new(2026, 1, 1), null), Level = level }] };
        Assert.Equal(enough, w.Assess().Module("A").Open);
        // Article 27(8) itself knows no least level.
        Assert.Equal(Verdict.Presumed, w.Assess()["I.2.e"]);
    }

    [Fact]
    public void Q_7_a_scheme_that_no_delegated_act_names_is_closed()
    {
        Assert.Contains(Laws.Shipped.Standards, s => s.Kind == InstrumentKind.CertificationScheme);
        var module = World.Empty.Classify("critical", "IV-1").Assess().Module("scheme");
        Assert.False(module.Open);
        Assert.Equal("no scheme is specified by a delegated act under Article 27(9)", module.Because);
    }

    [Fact]
    public void F_4_a_scheme_that_a_delegated_act_names_is_a_procedure_of_its_own()
    {
        var w = World.Empty.Classify("critical", "IV-1") with { Law = Laws.Shipped.With(Laws.Standard("I.2.e") with { Kind = InstrumentKind.CertificationScheme }) };
        Assert.True(w.Assess().Module("scheme").Open);
        Assert.False(w.Assess(BrusselsDay.EndOf(new(2026, 5, 31))).Module("scheme").Open);
    }

    [Fact]
    public void Q_5_the_number_of_the_notified_body_is_a_duty_of_its_own_that_has_a_condition()
    {
        // Module H alone puts it beside the mark; any other procedure takes 30(4) out by its own words.
        var duty = Laws.Shipped.Obligations.First(o => o.Id == "30(4)");
        Assert.NotNull(duty.Condition);
    }

    [Fact]
    public void Q_6_nothing_is_asked_of_the_manufacturer_by_the_fee_rule() =>
        Assert.DoesNotContain(Laws.Shipped.Obligations, o => o.Id == "32(6)");

    [Fact]
    public void A_chosen_procedure_that_is_closed_is_a_gap_and_says_why()
    {
        var w = World.Empty.Classify("important-II", "III-II-2") with { Procedure = "A" };
        var assessed = w.Assess();
        Assert.Equal(Verdict.Gap, assessed["32(1)"]);
        Assert.Contains("procedure A is closed: important product of class II (Art. 32(3))", assessed.Texts("32(1)"));
    }

    [Fact]
    public void A_chosen_procedure_that_is_open_is_claimed_until_it_is_recorded_as_completed()
    {
        var w = World.Empty.Classify("default") with { Procedure = "A" };
        Assert.Equal(Verdict.Claimed, w.Assess()["32(1)"]);
        Assert.Equal(Verdict.Demonstrated, w.Demonstrate("32(1)").Assess()["32(1)"]);
    }

    // A standard for every category, cited, with its clauses demonstrated.
    private static World Applied(IReadOnlyList<string> points) => (World.Empty with
    {
        Law = Laws.Citing(points), Catalogs = [new CatalogSpec("inv", "C-1") { For = Laws.Invented }], Instruments = [new InstrumentSpec(Laws.Invented, "inv")],
    }).Demonstrate("inv:C-1");
}
