using Marque.Assessments;
using Marque.Facts;
using Marque.Tests.Assessments.Kit;
using NodaTime;

namespace Marque.Tests.Assessments;

/// <summary>Sound facts: each decay with its own words, and how decisions bind to series and to bytes.</summary>
public sealed class SoundFactTests
{
    private static World Tested { get; } = World.Empty.Demonstrate("CR 1.1", "login");

    private static World Reviewed { get; } = World.Empty.Document("review").State("CR 1.1", "review").Decide("CR 1.1", "review");

    [Theory]
    [InlineData((int)Sight.Missing, "login: artefacts/login is missing: no such file")]
    [InlineData((int)Sight.NotLookedFor, "login: artefacts/login is missing: it was not looked for")]
    [InlineData((int)Sight.Altered, "login: artefacts/login is altered: its digest is not the registered one")]
    [InlineData((int)Sight.Unchecked, "login: the content was not checked")]
    public void What_cannot_be_seen_as_registered_proves_nothing(int sight, string text) => Decays(f => f with { Sight = (Sight)sight }, text);

    [Theory]
    [InlineData(Outcome.Vacuous, "login: vacuous: the content vacuous")]
    [InlineData(Outcome.Unreadable, "login: unreadable: the content unreadable")]
    public void Content_that_proves_nothing_says_so(Outcome outcome, string text) => Decays(f => f with { Content = outcome }, text);

    [Fact]
    public void Content_of_another_kind_than_declared_does_not_count() => Decays(f => f with { Kind = FactKind.Text }, "login: the content is text, not junit");

    [Fact]
    public void A_fact_past_its_own_date_is_stale()
    {
        Decays(f => f with { ValidUntil = Bare.Of(Days.Now - Duration.FromSeconds(1)) }, "login: stale: valid until 2026-11-24T11:59:59Z");
        Assert.Equal(Verdict.Demonstrated, Tested.ChangeFacts("login", f => f with { ValidUntil = Bare.Of(Days.Now) }).Assess()["CR 1.1"]);
    }

    [Fact]
    public void A_fact_older_than_its_kinds_policy_is_stale()
    {
        var w = World.Empty.Add(new SeriesSpec("model", "threat-dragon") { Facts = [new FactSpec("model", Days.Now - Duration.FromDays(366))] }).State("CR 1.1", "model").Decide("CR 1.1", "model");
        Assert.Equal(Verdict.Demonstrated, w.Assess()["CR 1.1"]);
        Assert.Equal(Verdict.Claimed, w.Assess(Days.Now + Duration.FromSeconds(1))["CR 1.1"]);
        Assert.Contains("model: stale: older than 366 days", w.Assess(Days.Now + Duration.FromSeconds(1)).Texts("CR 1.1"));
    }

    [Fact]
    public void A_scheduled_test_that_is_overdue_does_not_count()
    {
        var w = World.Empty.Add(new SeriesSpec("pentest") { EveryDays = 30, Facts = [new FactSpec("ok", Days.Now - Duration.FromDays(30))] }).State("II.3", "pentest").State("CR 1.1", "pentest").Decide("CR 1.1", "pentest");
        Assert.Equal(Verdict.Demonstrated, w.Assess()["CR 1.1"]);
        var late = w.Assess(Days.Now + Duration.FromDays(1));
        Assert.Equal(Verdict.Claimed, late["CR 1.1"]);
        Assert.Contains("pentest: overdue: due every 30 days, last due 2026-11-24T12:00:00Z", late.Texts("CR 1.1"));
    }

    [Fact]
    public void A_fact_of_another_release_is_stale()
    {
        var w = (Tested with { Releases = [new("1.0"), new("2.0", "1.0")] }).ChangeFacts("login", f => f with { Release = "1.0" });
        Assert.Equal(Verdict.Demonstrated, w.Assess(release: "1.0")["CR 1.1"]);
        Assert.Equal(Verdict.Claimed, w.Assess(release: "2.0")["CR 1.1"]);
        Assert.Contains("login: stale: observed on another release (1.0), not on 2.0", w.Assess(release: "2.0").Texts("CR 1.1"));
    }

    [Fact]
    public void A_series_without_facts_says_so()
    {
        var w = Tested.Change("login", s => s with { Facts = [] });
        Assert.Equal(Verdict.Claimed, w.Assess()["CR 1.1"]);
        Assert.Contains("login: no fact is registered", w.Assess().Texts("CR 1.1"));
    }

    [Fact]
    public void A_contradiction_that_registration_recorded_counts_even_if_the_content_reads_well_today()
    {
        var w = Tested.ChangeFacts("login", f => f with { Found = Outcome.Contradicts });
        Assert.Equal(Verdict.Gap, w.Assess()["CR 1.1"]);
        // Rebutted, it no longer speaks against the requirement; nor does it speak for it.
        Assert.False(w.Assess().Result.Facts.Single().Sound);
        Assert.Equal(Verdict.Claimed, w.Decide(new DecisionSpec("CR 1.1", "rebuts") { FactDigests = [w.Series[0].Facts[0].Sha256] }).Assess()["CR 1.1"]);
    }

    [Fact]
    public void A_requirement_that_asks_for_another_verification_method_is_not_shown()
    {
        var policy = Laws.Shipped.Methods.First(m => m is { Catalog: "iec62443-4-1" } && m.Methods.Contains("test") && !m.Methods.Contains("review"));
        var w = World.Empty.Document("procedure", "defined").Add(new SeriesSpec("run") { Role = "practised", Facts = [new FactSpec("ok", Days.Observed)] }).State(policy.Item, "procedure", "run").Decide(policy.Item, "procedure", "run");
        Assert.Equal(Verdict.Demonstrated, w.Assess()[policy.Item]);
        var reviewed = World.Empty.Document("procedure", "defined").Add(new SeriesSpec("run", "pdf") { Role = "practised", Method = "review", Facts = [new FactSpec("ok", Days.Observed)] }).State(policy.Item, "procedure", "run").Decide(policy.Item, "procedure", "run");
        Assert.Equal(Verdict.Claimed, reviewed.Assess()[policy.Item]);
        Assert.Contains(reviewed.Assess().Texts(policy.Item), t => t.StartsWith("run: wrong method: review, where ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_sound_result_carries_the_decision_forward_by_rule()
    {
        var assessed = Tested.Add("login", new FactSpec("the nightly run", Days.Now - Duration.FromHours(1))).Assess();
        Assert.Equal(Verdict.Demonstrated, assessed["CR 1.1"]);
        Assert.Equal(["decided; carried by rule to a newer sound result of login"], assessed.Texts("CR 1.1"));
    }

    [Fact]
    public void A_result_of_the_day_of_the_decision_needs_no_carrying() =>
        Assert.Equal(["decided by lead, on sound facts"], Tested.Add("login", new FactSpec("same day", Instant.FromUtc(2026, 11, 20, 20, 0))).Assess().Texts("CR 1.1"));

    [Theory]
    [InlineData(Outcome.Vacuous)]
    [InlineData(Outcome.Unreadable)]
    public void A_newer_result_that_proves_nothing_is_not_replaced_by_an_older_good_one(Outcome outcome) =>
        Assert.Equal(Verdict.Claimed, Tested.Add("login", new FactSpec("the nightly run", Days.Now - Duration.FromHours(1)) { Content = outcome }).Assess()["CR 1.1"]);

    [Fact]
    public void Of_two_results_of_one_moment_the_worse_counts()
    {
        var at = Tested.Series[0].Facts[0].ObservedAt;
        Assert.Equal(Verdict.Claimed, Tested.Add("login", new FactSpec("nothing ran", at) { Content = Outcome.Vacuous }).Assess()["CR 1.1"]);
        Assert.Equal(Verdict.Gap, Tested.Add("login", new FactSpec("it fails", at) { Content = Outcome.Contradicts }).Assess()["CR 1.1"]);
    }

    [Fact]
    public void A_single_document_binds_by_its_bytes()
    {
        Assert.Equal(Verdict.Demonstrated, Reviewed.Assess()["CR 1.1"]);
        // Another document under the same name: the one that was judged is gone.
        var replaced = Reviewed.Change("review", s => s with { Facts = [s.Facts[0] with { Bytes = "text of review, second edition" }] });
        Assert.Equal(Verdict.Claimed, replaced.Assess()["CR 1.1"]);
        Assert.Contains("decision is suspect: the document of review changed since it was made", replaced.Assess().Texts("CR 1.1"));
    }

    [Fact]
    public void A_newer_document_beside_it_changes_nothing_until_somebody_decides()
    {
        var w = Reviewed.Add("review", new FactSpec("second edition", Days.Now - Duration.FromHours(1)));
        Assert.Equal(Verdict.Demonstrated, w.Assess()["CR 1.1"]);
        Assert.Equal(["decided by lead, on sound facts"], w.Assess().Texts("CR 1.1"));
    }

    [Fact]
    public void A_document_that_decays_takes_the_decision_with_it()
    {
        Assert.Contains("review: artefacts/review is altered: its digest is not the registered one", Reviewed.ChangeFacts("review", f => f with { Sight = Sight.Altered }).Assess().Texts("CR 1.1"));
        Assert.Equal(Verdict.Claimed, Reviewed.ChangeFacts("review", f => f with { Sight = Sight.Missing }).Assess()["CR 1.1"]);
    }

    [Fact]
    public void A_document_contradicted_by_a_newer_one_carries_no_decision_even_if_the_statement_does_not_name_it()
    {
        var w = World.Empty.Document("review").Document("other").State("CR 1.1", "other").Decide("CR 1.1", "review");
        Assert.Equal(Verdict.Demonstrated, w.Assess()["CR 1.1"]);
        var contradicted = w.Add("review", new FactSpec("the tester got in", Days.Now) { Content = Outcome.Contradicts });
        Assert.Equal(Verdict.Claimed, contradicted.Assess()["CR 1.1"]);
    }

    [Fact]
    public void Without_a_declared_kind_a_sound_result_tells_how_a_decision_binds()
    {
        var nightly = World.Empty.Add(new SeriesSpec("any", null) { Facts = [new FactSpec("ok", Days.Observed) { Kind = FactKind.JUnit }] }).State("CR 1.1", "any").Decide("CR 1.1", "any");
        Assert.Equal(Verdict.Demonstrated, nightly.Add("any", new FactSpec("next", Days.Now) { Kind = FactKind.JUnit }).Assess()["CR 1.1"]);
        var paper = World.Empty.Add(new SeriesSpec("any", null) { Facts = [new FactSpec("one", Days.Observed) { Kind = FactKind.Pdf }] }).State("CR 1.1", "any").Decide("CR 1.1", "any");
        Assert.Equal(Verdict.Demonstrated, paper.Assess()["CR 1.1"]);
        Assert.Equal(Verdict.Claimed, paper.Change("any", s => s with { Facts = [s.Facts[0] with { Bytes = "two" }] }).Assess()["CR 1.1"]);
    }

    [Fact]
    public void Without_a_declared_kind_deleting_a_result_does_not_choose_an_easier_binding()
    {
        var w = World.Empty.Add(new SeriesSpec("any", null) { Facts = [new FactSpec("old", Days.Observed) { Kind = FactKind.Pdf }, new FactSpec("new", Days.Observed + Duration.FromDays(1)) { Kind = FactKind.JUnit, Content = Outcome.Vacuous }] }).State("CR 1.1", "any");
        w = w.Decide(new DecisionSpec("CR 1.1") { Facts = ["any"] }).ChangeLast(d => d with { StoodOn = d.StoodOn.RemoveAll(s => s.Name == "fact:any").Add(("fact:any", w.Series[0].Facts[0].Sha256)) });
        Assert.Equal(Verdict.Claimed, w.Assess()["CR 1.1"]);
        Assert.Equal(Verdict.Claimed, w.ChangeFacts("any", f => f.Bytes == "new" ? f with { Sight = Sight.Missing } : f).Assess()["CR 1.1"]);
    }

    [Fact]
    public void A_decision_may_rest_on_single_facts_by_digest()
    {
        var w = World.Empty.Test("login").State("CR 1.1", "login");
        w = w.Decide(new DecisionSpec("CR 1.1") { FactDigests = [w.Series[0].Facts[0].Sha256] });
        Assert.Equal(Verdict.Demonstrated, w.Assess()["CR 1.1"]);
        Assert.Equal(Verdict.Claimed, w.ChangeFacts("login", f => f with { Sight = Sight.Altered }).Assess()["CR 1.1"]);
    }

    [Fact]
    public void The_state_of_every_series_is_listed()
    {
        var fact = Tested.ChangeFacts("login", f => f with { Content = Outcome.Contradicts }).Assess().Result.Facts.Single();
        Assert.Equal(("login", false, true), (fact.Series.Id, fact.Sound, fact.Contradicts));
        Assert.True(Tested.Assess().Result.Facts.Single().Sound);
    }

    private static void Decays(Func<FactSpec, FactSpec> change, string text)
    {
        var assessed = Tested.ChangeFacts("login", change).Assess();
        Assert.Equal(Verdict.Claimed, assessed["CR 1.1"]);
        Assert.Contains(text, assessed.Texts("CR 1.1"));
    }
}
