using Marque.Assessments;
using Marque.Legal;
using Marque.Tests.Assessments.Kit;
using NodaTime;

namespace Marque.Tests.Assessments;

/// <summary>Presumption, Article 27: each condition of the rules F-1 to F-10 that fails names itself.</summary>
public sealed class PresumptionTests
{
    // A cited standard with its clauses demonstrated: everything that is needed.
    private static World Whole { get; } = (World.Empty with
    {
        Law = Laws.Citing("I.2.e", "II.5"), Catalogs = [new CatalogSpec("inv", "C-1", "C-2") { For = Laws.Invented }], Instruments = [new InstrumentSpec(Laws.Invented, "inv")],
    }).Demonstrate("inv:C-1").Demonstrate("inv:C-2");

    [Fact]
    public void F_1_a_cited_harmonised_standard_applied_in_full_presumes_what_it_covers()
    {
        var assessed = Whole.Assess();
        Assert.Equal(Verdict.Presumed, assessed["I.2.e"]);
        Assert.Equal(Verdict.Presumed, assessed["II.5"]);
        Assert.Contains("EN 99999-1:2027: presumed (Art. 27(1)), Implementing Decision (EU) 2026/1", assessed.Texts("I.2.e"));
    }

    [Fact]
    public void F_2_a_common_specification_in_force_presumes_alike() =>
        Assert.Equal(Verdict.Presumed, (Whole with { Law = Whole.Law.Changing(s => s with { Kind = InstrumentKind.CommonSpecification }) }).Assess()["I.2.e"]);

    [Fact]
    public void F_3_a_certificate_presumes_only_while_valid()
    {
        var scheme = Whole with { Law = Whole.Law.Changing(s => s with { Kind = InstrumentKind.CertificationScheme }) };
        Assert.Contains("EN 99999-1:2027: no certificate is named", scheme.Assess().Texts("I.2.e"));
        World Valid(LocalDate from, LocalDate? until) => scheme with { Instruments = [scheme.Instruments[0] with { Certificate = (from, until) }] };
        Assert.Equal(Verdict.Presumed, Valid(new(2026, 1, 1), new(2026, 11, 24)).Assess()["I.2.e"]);
        Assert.Equal(Verdict.Presumed, Valid(new(2026, 11, 24), null).Assess()["I.2.e"]);
        Assert.Contains("EN 99999-1:2027: the certificate is not valid on 2026-11-24", Valid(new(2026, 1, 1), new(2026, 11, 23)).Assess().Texts("I.2.e"));
        Assert.Contains("EN 99999-1:2027: the certificate is not valid on 2026-11-24", Valid(new(2026, 11, 25), null).Assess().Texts("I.2.e"));
    }

    [Fact]
    public void F_1_what_is_no_candidate_for_citation_presumes_nothing()
    {
        var assessed = (Whole with { Law = Whole.Law.Changing(s => s with { Kind = InstrumentKind.Other }) }).Assess();
        Assert.Equal(Verdict.Open, assessed["I.2.e"]);
        Assert.Contains(assessed.Texts("I.2.e"), t => t.Contains("another technical specification (Annex VII(5)), which presumes nothing", StringComparison.Ordinal));
    }

    [Fact]
    public void F_5_a_point_outside_the_coverage_is_not_presumed()
    {
        var assessed = Whole.Assess();
        Assert.NotEqual(Verdict.Presumed, assessed["I.2.f"]);
        Assert.Contains("EN 99999-1:2027: whether it covers I.2.f is unknown; unknown coverage never presumes", assessed.Texts("I.2.f"));
    }

    [Theory]
    [InlineData(Extent.Unknown, "EN 99999-1:2027: whether it covers I.2.e is unknown; unknown coverage never presumes")]
    [InlineData(Extent.None, "EN 99999-1:2027: does not cover I.2.e")]
    public void F_6_unknown_or_absent_coverage_never_presumes(Extent extent, string text)
    {
        var assessed = Covering(new Coverage("I.2.e", extent, "as stated", [], [])).Assess();
        Assert.Equal(Verdict.Open, assessed["I.2.e"]);
        Assert.Contains(text, assessed.Texts("I.2.e"));
    }

    [Fact]
    public void F_6_partial_coverage_gives_at_most_demonstrated_with_the_split_shown()
    {
        var partial = Covering(new Coverage("I.2.e", Extent.Partial, "data in transit", ["privacy.confidentiality-all-data"], []));
        // The rest is open, the share covered is not: an open item counts as a gap.
        Assert.Equal(Verdict.Gap, partial.Assess()["I.2.e"]);
        var rest = partial.Demonstrate("privacy.confidentiality-all-data").Assess();
        Assert.Equal(Verdict.Demonstrated, rest["I.2.e"]);
        Assert.Contains("EN 99999-1:2027: presumed to that extent (Art. 27(1)): data in transit; the rest by other means", rest.Texts("I.2.e"));
    }

    [Fact]
    public void F_6_partial_coverage_that_does_not_say_what_it_leaves_is_at_most_claimed() =>
        Assert.Equal(Verdict.Claimed, Covering(new Coverage("I.2.e", Extent.Partial, "some of it", [], [])).Assess()["I.2.e"]);

    [Fact]
    public void F_6_a_rest_that_the_legal_set_does_not_know_is_not_taken_for_done() =>
        Assert.Equal(Verdict.Claimed, Covering(new Coverage("I.2.e", Extent.Partial, "some of it", ["no.such-item"], [])).Assess()["I.2.e"]);

    [Fact]
    public void F_7_an_adopted_standard_without_citation_presumes_nothing()
    {
        var assessed = (Whole with { Law = Whole.Law.Changing(s => s with { Citations = [], Status = "published as EN" }) }).Assess();
        Assert.Equal(Verdict.Open, assessed["I.2.e"]);
        Assert.Contains("EN 99999-1:2027: not cited in the Official Journal for Regulation (EU) 2024/2847 on 2026-11-24 (registry as of 2026-10-07)", assessed.Texts("I.2.e"));
    }

    [Theory]
    [InlineData("2026-05-31", false)]
    [InlineData("2026-06-01", true)]
    [InlineData("2027-03-31", true)]
    [InlineData("2027-04-01", false)]
    public void F_7_presumption_holds_from_the_first_to_the_last_day_of_the_citation(string day, bool cited)
    {
        var w = Whole with { Law = Whole.Law.Changing(s => s with { Citations = [new Citation("Decision", new(2026, 6, 1), new(2027, 3, 31), [])] }) };
        w = w with { Series = [.. w.Series.Select(s => s with { Facts = [s.Facts[0] with { ObservedAt = Instant.FromUtc(2026, 1, 1, 0, 0) }] })], Decisions = [] };
        w = w.Decide(new DecisionSpec("inv:C-1") { Facts = ["c-1"], On = new(2026, 1, 2) }).Decide(new DecisionSpec("inv:C-2") { Facts = ["c-2"], On = new(2026, 1, 2) });
        var at = BrusselsDay.EndOf(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value);
        Assert.Equal(cited ? Verdict.Presumed : Verdict.Open, w.Assess(at)["I.2.e"]);
    }

    [Fact]
    public void F_6_a_restriction_that_hits_the_product_takes_the_presumption()
    {
        var w = Restricted();
        Assert.Contains("EN 99999-1:2027: restriction R-1 of the citation is not answered: not for radio", w.Assess().Texts("I.2.e"));
        var hit = w with { Instruments = [w.Instruments[0] with { Restrictions = [("R-1", true)] }] };
        Assert.Equal(Verdict.Open, hit.Assess()["I.2.e"]);
        Assert.Contains("EN 99999-1:2027: restriction R-1 of the citation hits this product: not for radio", hit.Assess().Texts("I.2.e"));
        Assert.Equal(Verdict.Presumed, Answered(w).Decide(AnswersRight).Assess()["I.2.e"]);
    }

    [Fact]
    public void F_6_that_a_restriction_does_not_hit_is_a_judgement_and_at_most_claimed_until_it_is_decided()
    {
        var w = Answered(Restricted());
        Assert.Equal(Verdict.Claimed, w.Assess()["I.2.e"]);
        Assert.Contains("EN 99999-1:2027: that restriction R-1 of the citation does not hit this product is not decided: not for radio", w.Assess().Texts("I.2.e"));
        Assert.Equal(22, w.Assess().Result.Procedures.ThirdParty.Count);
        Assert.Contains($"Decide, attested, that the answers to the restrictions of {Laws.Invented} are right", w.Assess().Result.NextOf("I.2.e").Select(n => n.Action));
        var decided = w.Decide(AnswersRight);
        Assert.DoesNotContain("I.2.e", decided.Assess().Result.Procedures.ThirdParty);
        Assert.Equal(Verdict.Claimed, decided.ChangeLast(d => d with { Signers = [] }).Assess()["I.2.e"]);
        Assert.Equal(Verdict.Claimed, decided.ChangeLast(d => d with { Until = new(2026, 11, 23) }).Assess()["I.2.e"]);
        // A role that decides requirements only.
        Assert.Equal(Verdict.Claimed, decided.ChangeLast(d => d with { By = "second", Role = "narrow", Signers = [Signer.Second] }).Assess()["I.2.e"]);
    }

    [Fact]
    public void F_6_an_answer_decided_as_wrong_is_a_restriction_that_hits()
    {
        var w = Answered(Restricted()).Decide(AnswersRight).Decide(AnswersRight with { Judgement = "not-satisfied", On = Days.Decided.PlusDays(1) });
        Assert.Equal(Verdict.Open, w.Assess()["I.2.e"]);
        Assert.Contains("decided-not-satisfied", w.Assess().Rules("I.2.e"));
    }

    [Fact]
    public void F_6_a_changed_answer_or_restriction_leaves_the_decision_suspect()
    {
        var decided = Answered(Restricted()).Decide(AnswersRight);
        var reworded = decided with { Law = Restricted(text: "not for radio or cellular modems").Law };
        Assert.Equal(Verdict.Claimed, reworded.Assess()["I.2.e"]);
        Assert.Contains("decision is suspect: restriction R-1 of the citation changed since it was made", reworded.Assess().Texts("I.2.e"));
        var other = decided.ChangeLast(d => d with { StoodOn = [.. d.StoodOn.Select(s => s.Name == "answer:R-1" ? (s.Name, Marque.Text.Digest.Of([])) : s)] });
        Assert.Contains("decision is suspect: the answer to restriction R-1 changed since it was made", other.Assess().Texts("I.2.e"));
        Assert.Equal(Verdict.Claimed, other.Assess()["I.2.e"]);
    }

    [Fact]
    public void A_decision_on_an_instrument_that_the_registry_does_not_know_is_a_problem() =>
        Assert.Contains((World.Empty with { Decisions = [new DecisionSpec("instrument:EN 99999-9:2027")] }).Problems(), p => p.Code == "case.unknown-standard");

    [Fact]
    public void F_6_a_restriction_of_other_points_does_not_matter() =>
        Assert.Equal(Verdict.Presumed, Restricted("II.5").Assess()["I.2.e"]);

    [Fact]
    public void F_5_a_standard_for_another_category_is_out_of_scope()
    {
        var vertical = Whole with { Law = Whole.Law.Changing(s => s with { Horizontal = false, Categories = ["III-I-12"] }) };
        Assert.Contains("EN 99999-1:2027: not in scope for the core functionality (category none)", vertical.Assess().Texts("I.2.e"));
        Assert.Contains("EN 99999-1:2027: not in scope for the core functionality (category III-I-2)", vertical.Classify("important-I", "III-I-2").Assess().Texts("I.2.e"));
        Assert.Equal(Verdict.Presumed, vertical.Classify("important-I", "III-I-12").Assess()["I.2.e"]);
    }

    [Fact]
    public void F_5_the_scope_rests_on_an_attested_classification()
    {
        var vertical = Whole with { Law = Whole.Law.Changing(s => s with { Horizontal = false, Categories = ["III-I-12"] }), Class = new ClassSpec("important-I", "III-I-12") };
        Assert.Equal(Verdict.Claimed, vertical.Assess()["I.2.e"]);
        Assert.Contains("EN 99999-1:2027: the classification is not decided", vertical.Assess().Texts("I.2.e"));
    }

    [Fact]
    public void F_5_without_a_clause_catalog_applied_is_at_most_claimed()
    {
        var assessed = (Whole with { Instruments = [new InstrumentSpec(Laws.Invented)] }).Assess();
        Assert.Equal(Verdict.Claimed, assessed["I.2.e"]);
        Assert.Contains("EN 99999-1:2027: no clause catalog is supplied, so applied in full cannot be shown", assessed.Texts("I.2.e"));
    }

    [Fact]
    public void F_5_each_clause_must_be_demonstrated()
    {
        var assessed = (Whole with { Decisions = [Whole.Decisions[0]] }).Assess();
        Assert.Equal(Verdict.Claimed, assessed["I.2.e"]);
        Assert.Contains("EN 99999-1:2027: clause C-2 is neither demonstrated nor validly excluded", assessed.Texts("I.2.e"));
        Assert.Equal("C-2", assessed.Point("I.2.e").Weakest);
    }

    [Fact]
    public void F_5_a_clause_may_be_validly_excluded()
    {
        var w = Whole with { Decisions = [Whole.Decisions[0]], Statements = [Whole.Statements[0]], Risk = RiskSpec.Complete.Excludes("inv:C-2") };
        Assert.Equal(Verdict.Claimed, w.Assess().Route("I.2.e", "standard"));
        Assert.Equal(Verdict.Presumed, w.Decide(new DecisionSpec("inv:C-2", "not-applicable")).Assess()["I.2.e"]);
    }

    [Fact]
    public void F_5_a_catalog_all_of_whose_clauses_are_excluded_shows_nothing()
    {
        var w = Whole with { Statements = [], Decisions = [], Risk = RiskSpec.Complete.Excludes("inv:C-1").Excludes("inv:C-2") };
        w = w.Decide(new DecisionSpec("inv:C-1", "not-applicable")).Decide(new DecisionSpec("inv:C-2", "not-applicable"));
        Assert.Equal(Verdict.Claimed, w.Assess()["I.2.e"]);
        Assert.Contains("EN 99999-1:2027: the clause catalog has no clause that applies", w.Assess().Texts("I.2.e"));
    }

    [Fact]
    public void F_5_only_the_named_part_need_be_applied_for_a_point()
    {
        var named = Covering(new Coverage("I.2.e", Extent.Full, "clause C-1", [], ["C-1"])) with { Decisions = [Whole.Decisions[0]] };
        Assert.Equal(Verdict.Presumed, named.Assess()["I.2.e"]);
        // Applied in part only: no standard applied in full, Article 32(2).
        Assert.Contains("I.2.e", named.Assess().Result.Procedures.ThirdParty);
    }

    [Fact]
    public void F_5_a_catalog_that_leaves_out_a_clause_of_the_coverage_does_not_presume()
    {
        var short_ = Covering(new Coverage("I.2.e", Extent.Full, "clauses C-1 and C-9", [], ["C-1", "C-9"]));
        Assert.Equal(Verdict.Claimed, short_.Assess()["I.2.e"]);
        Assert.Contains("EN 99999-1:2027: clause C-9, on which its coverage rests, is not in the clause catalog", short_.Assess().Texts("I.2.e"));
    }

    [Fact]
    public void F_5_the_clauses_of_one_standard_do_not_show_another() =>
        Assert.Contains((Whole with { Catalogs = [new CatalogSpec("inv", "C-1", "C-2") { For = "IEC 62443-4-1:2018" }] }).Problems(), p => p.Code == "case.other-clauses");

    [Fact]
    public void F_8_I_1_is_presumed_only_where_a_standard_covers_it()
    {
        Assert.NotEqual(Verdict.Presumed, Whole.Assess()["I.1"]);
        Assert.Equal(Verdict.Presumed, Covering(new Coverage("I.1", Extent.Full, "as stated", [], [])).Assess()["I.1"]);
    }

    [Fact]
    public void F_9_a_presumed_point_does_not_make_up_for_a_risk_left_for_cost()
    {
        var w = Whole.AssessRisk(RiskSpec.Complete with { Risks = [new RiskEntry("R1") { TreatedBy = ["I.2.e"], AcceptedBecause = ["cost"] }] });
        Assert.Equal(Verdict.Presumed, w.Assess()["I.2.e"]);
        Assert.Equal(Verdict.Gap, w.Assess()["I.1"]);
    }

    [Fact]
    public void F_10_the_standard_route_to_I_2_a_stays_as_it_was_at_the_last_placing()
    {
        var w = Covering(new Coverage("I.2.a", Extent.Full, "as stated", [], [])) with { Releases = [new ReleaseSpec("1.0") { First = new(2026, 8, 1), Last = new(2026, 11, 22) }] };
        Assert.Equal(Verdict.Presumed, w.Assess()["I.2.a"]);
        // Cited only after the last placing: what is known of I.2.a is judged at placing.
        var later = w with { Law = w.Law.Changing(s => s with { Citations = [new Citation("Decision", new(2026, 11, 23), null, [])] }) };
        Assert.Equal(Verdict.Open, later.Assess()["I.2.a"]);
    }

    [Fact]
    public void F_10_while_placing_is_ongoing_I_2_a_is_judged_at_the_instant()
    {
        // The last placing is still to come: nothing is seen ahead of the instant.
        var w = World.Empty with { Releases = [new ReleaseSpec("1.0") { First = new(2026, 8, 1), Last = new(2026, 12, 31) }] };
        w = w.Test("scan").State("I.2.a", "scan").Decide(new DecisionSpec("I.2.a") { Facts = ["scan"], On = new(2026, 12, 1) });
        Assert.Equal(Verdict.Claimed, w.Assess()["I.2.a"]);
        Assert.Equal(Verdict.Demonstrated, w.Assess(BrusselsDay.EndOf(new(2026, 12, 1)))["I.2.a"]);
        Assert.DoesNotContain("frozen", w.Assess(BrusselsDay.EndOf(new(2026, 12, 31))).Rules("I.2.a"));
        Assert.Contains("as it stood at the last placing on the market, 2026-12-31", w.Assess(BrusselsDay.EndOf(new(2027, 1, 1))).Texts("I.2.a"));
    }

    [Fact]
    public void An_unofficial_legal_set_presumes_nothing_and_every_output_says_so()
    {
        var assessed = (Whole with { Law = Whole.Law with { Official = false } }).Assess();
        Assert.Equal(Verdict.Claimed, assessed["I.2.e"]);
        Assert.Contains("EN 99999-1:2027: unofficial legal set", assessed.Texts("I.2.e"));
        Assert.Contains("unofficial legal set: no presumption, the standard route stays at most claimed", assessed.Result.Notices);
        Assert.False(assessed.Result.LegalSet.Official);
        Assert.Equal(22, assessed.Result.Procedures.ThirdParty.Count);
    }

    [Fact]
    public void A_partial_standard_of_an_unofficial_set_is_at_most_claimed_too()
    {
        var partial = Covering(new Coverage("I.2.e", Extent.Partial, "data in transit", ["privacy.confidentiality-all-data"], [])).Demonstrate("privacy.confidentiality-all-data");
        Assert.Equal(Verdict.Claimed, (partial with { Law = partial.Law with { Official = false } }).Assess().Route("I.2.e", "standard"));
    }

    [Fact]
    public void Claiming_presumption_with_IEC_62443_4_1_2018_today_is_refused_with_reason_and_date()
    {
        var w = (World.Empty with { Catalogs = [new CatalogSpec("own", "C-1") { For = "IEC 62443-4-1:2018" }], Instruments = [new InstrumentSpec("IEC 62443-4-1:2018", "own")] }).Demonstrate("own:C-1");
        var assessed = w.Assess();
        Assert.All(assessed.Result.Requirements, r => Assert.Equal(Verdict.Open, r.Verdict));
        var asOf = Laws.Shipped.Standards.First(s => s.Reference == "IEC 62443-4-1:2018").AsOf;
        Assert.Contains($"IEC 62443-4-1:2018: not cited on 2026-11-24 and no candidate for citation: another technical specification (Annex VII(5)), which presumes nothing (registry as of {asOf:uuuu-MM-dd})", assessed.Texts("I.2.e"));
    }

    [Fact]
    public void No_standard_of_the_shipped_set_presumes_anything_today()
    {
        // Every instrument of the registry, each with a clause catalog that is demonstrated in full.
        var w = World.Empty.Classify("important-I", "III-I-12");
        foreach (var (standard, i) in Laws.Shipped.Standards.Select((s, i) => (s, i)))
        {
            w = w with { Catalogs = w.Catalogs.Add(new CatalogSpec($"own{i}", $"C-{i}") { For = standard.Reference }), Instruments = w.Instruments.Add(new InstrumentSpec(standard.Reference, $"own{i}") { Certificate = (new(2026, 1, 1), null), Level = "high" }) };
            w = w.Demonstrate($"own{i}:C-{i}");
        }

        var assessed = w.Assess();
        Assert.DoesNotContain(assessed.Result.Requirements, r => r.Verdict == Verdict.Presumed);
        Assert.All(assessed.Result.Requirements, r => Assert.Equal(Verdict.Open, r.Routes.First(x => x.Route == "standard").Verdict));
    }

    private static World Covering(params IReadOnlyList<Coverage> coverage) => Whole with { Law = Whole.Law.Changing(s => s with { Coverage = coverage }) };

    private static DecisionSpec AnswersRight { get; } = new($"instrument:{Laws.Invented}");

    private static World Answered(World w) => w with { Instruments = [w.Instruments[0] with { Restrictions = [("R-1", false)] }] };

    private static World Restricted(string? point = null, string text = "not for radio") =>
        Whole with { Law = Whole.Law.Changing(s => s with { Citations = [new Citation("Decision", new(2026, 6, 1), null, [new Restriction("R-1", text, point is null ? [] : [point], Marque.Text.Digest.Of(System.Text.Encoding.UTF8.GetBytes(text)))])] }) };
}
