using Marque.Cases.Declared;
using Marque.Triage;

namespace Marque.Tests.Triage;

public sealed class TriageDecisionsTests
{
    private static readonly TriageDecision InTwoFour = Decided.Of(Decided.NotAffected + "releases: { only: [\"2.4.*\"] }\n" + Decided.Head);

    [Theory]
    [InlineData("release: 2.4.0", "2.4.0")]
    [InlineData("releases: { only: [\"2.4.*\"] }", "2.4.0 2.4.1")]
    [InlineData("releases: { only: [2.3.0, \"2.4.*\"] }", "2.3.0 2.4.0 2.4.1")]
    [InlineData("releases: { from: 2.4.0 }", "2.4.0 2.4.1 2.5.0")]
    [InlineData("releases: { from: 2.4.0, until: 2.4.1 }", "2.4.0 2.4.1")]
    [InlineData("releases: { from: 2.4.1, lines: [2.x, 3.x] }", "2.4.1 2.5.0 3.0.0")]
    [InlineData("releases: { lines: [3.x] }", "3.0.0")]
    [InlineData("releases: { from: 2.4.0, only: [\"2.4.*\"] }", "2.4.0 2.4.1")]
    public void It_holds_for_the_releases_that_it_names_and_for_no_other(string set, string holds)
    {
        var decisions = Decided.With(Decided.Of(Decided.NotAffected + set + "\n" + Decided.Head));
        Assert.Equal(holds.Split(' '), Decided.Versions.Where(v => decisions.Of(Decided.Subject(v)).State == TriageState.InForce));
        Assert.All(Decided.Versions.Except(holds.Split(' ')), v => Assert.Equal(TriageAnswer.None, decisions.Of(Decided.Subject(v))));
    }

    [Fact]
    public void What_a_release_gets_by_following_a_line_is_said()
    {
        var decisions = Decided.With(Decided.Of(Decided.NotAffected + "releases: { from: 2.4.0 }\n" + Decided.Head));
        Assert.Empty(decisions.Of(Decided.Subject("2.4.0")).Reasons);
        Assert.Equal(new TriageReason("carried", "carried to 2.5.0 by its release set: from 2.4.0"), Assert.Single(decisions.Of(Decided.Subject("2.5.0")).Reasons));
    }

    [Fact]
    public void Another_version_of_the_component_reopens_it()
    {
        var answer = Decided.With(InTwoFour).Of(Decided.Subject("2.4.1", "pkg:npm/left@1.1.0"));
        Assert.Equal((TriageState.Reopened, (TriageStatus?)null, false), (answer.State, answer.Status, answer.IsSettled));
        Assert.Equal(new TriageReason("version", "it was decided for version 1.0.0, and here is 1.1.0"), Assert.Single(answer.Reasons));
        var any = Decided.Of(Decided.NotAffected.Replace("left@1.0.0", "left", StringComparison.Ordinal) + "release: 2.4.1\n" + Decided.Head);
        Assert.True(Decided.With(any).Of(Decided.Subject("2.4.1", "pkg:npm/left@1.1.0")).IsSettled);
    }

    [Fact]
    public void An_entry_among_the_known_exploited_reopens_it()
    {
        var answer = Decided.With(InTwoFour).Of(Decided.Subject("2.4.1") with { Exploited = true });
        Assert.Equal((TriageState.Reopened, "exploited"), (answer.State, Assert.Single(answer.Reasons).Rule));
        var known = Decided.Of(Decided.NotAffected.Replace("exploited: false", "exploited: true", StringComparison.Ordinal) + "release: 2.4.1\n" + Decided.Head);
        Assert.True(Decided.With(known).Of(Decided.Subject("2.4.1") with { Exploited = true }).IsSettled);
    }

    [Fact]
    public void A_new_range_reopens_it_and_one_that_went_does_not()
    {
        var answer = Decided.With(InTwoFour).Of(Decided.Subject("2.4.1") with { Ranges = ["npm left: <2", "npm left: <3"] });
        Assert.Equal((TriageState.Reopened, new TriageReason("range", "it is found by what was not known when it was decided: npm left: <3")), (answer.State, Assert.Single(answer.Reasons)));
        Assert.True(Decided.With(InTwoFour).Of(Decided.Subject("2.4.1") with { Ranges = [] }).IsSettled);
    }

    [Theory]
    [InlineData("", 0.11, false)]
    [InlineData("", 0.12, true)]
    [InlineData("review: { epss: 0.5 }\n", 0.12, false)]
    [InlineData("review: { epss: 0.5 }\n", 0.5, true)]
    public void A_leap_of_the_probability_of_exploitation_reopens_it(string review, double now, bool reopened)
    {
        var answer = Decided.With(Decided.Of(Decided.NotAffected + "release: 2.4.1\n" + review + Decided.Head)).Of(Decided.Subject("2.4.1") with { Epss = now });
        Assert.Equal(reopened ? TriageState.Reopened : TriageState.InForce, answer.State);
        Assert.Equal(reopened ? ["epss"] : Array.Empty<string>(), answer.Reasons.Select(r => r.Rule));
    }

    [Fact]
    public void One_whose_date_has_passed_is_not_in_force()
    {
        var expired = Decided.With(Decided.Of(Decided.NotAffected + "release: 2.4.1\nuntil: 2026-11-23\n" + Decided.Head)).Of(Decided.Subject("2.4.1"));
        Assert.Equal((TriageState.Expired, false, "it was in force until 2026-11-23"), (expired.State, expired.IsSettled, Assert.Single(expired.Reasons).Text));
        Assert.True(Decided.With(Decided.Of(Decided.NotAffected + "release: 2.4.1\nuntil: 2026-11-24\n" + Decided.Head)).Of(Decided.Subject("2.4.1")).IsSettled);
    }

    [Fact]
    public void One_of_a_later_day_does_not_count_yet() =>
        Assert.Equal(TriageAnswer.None, new TriageDecisions([InTwoFour], Decided.History, Decided.At("2026-11-19T22:59:59Z"), _ => null).Of(Decided.Subject("2.4.1")));

    [Fact]
    public void One_that_is_not_attested_settles_nothing_and_supersedes_none_that_is()
    {
        var later = Decided.Of(Decided.NotAffected.Replace("status: not_affected\njustification: code_not_reachable", "status: affected\naction: Update.", StringComparison.Ordinal) + "release: 2.4.1\n" + Decided.Head.Replace("11-20", "11-22", StringComparison.Ordinal));
        var decisions = new TriageDecisions([InTwoFour, later], Decided.History, Decided.Now, d => d == later ? "not signed" : null);
        var answer = decisions.Of(Decided.Subject("2.4.1"));
        Assert.Equal((TriageState.InForce, InTwoFour), (answer.State, answer.Decision));
        Assert.Equal([later], answer.Superseded);
        var alone = new TriageDecisions([later], Decided.History, Decided.Now, _ => "not signed").Of(Decided.Subject("2.4.1"));
        Assert.Equal((TriageState.Proposed, (TriageStatus?)null, new TriageReason("unattested", "not signed")), (alone.State, alone.Status, alone.Reasons[0]));
    }

    [Fact]
    public void A_later_one_supersedes_an_earlier_one_and_the_earlier_one_is_kept()
    {
        var later = Decided.Of(Decided.NotAffected.Replace("status: not_affected\njustification: code_not_reachable", "status: fixed", StringComparison.Ordinal) + "release: 2.4.1\n" + Decided.Head.Replace("11-20", "11-22", StringComparison.Ordinal));
        var answer = Decided.With(later, InTwoFour).Of(Decided.Subject("2.4.1"));
        Assert.Equal((later, TriageStatus.Fixed), (answer.Decision, answer.Status));
        Assert.Equal([InTwoFour], answer.Superseded);
    }

    [Fact]
    public void Of_two_on_one_day_the_one_that_clears_less_stands_unless_the_other_names_it()
    {
        var affected = Decided.Of(Decided.NotAffected.Replace("status: not_affected\njustification: code_not_reachable", "status: affected\naction: Update.", StringComparison.Ordinal) + "release: 2.4.1\n" + Decided.Head);
        var answer = Decided.With(InTwoFour, affected).Of(Decided.Subject("2.4.1"));
        Assert.Equal((affected, "contradicted"), (answer.Decision, Assert.Single(answer.Reasons).Rule));
        var named = Decided.Of(Decided.NotAffected + $"release: 2.4.1\nsupersedes: [{affected.Digest}]\n" + Decided.Head);
        answer = Decided.With(affected, named).Of(Decided.Subject("2.4.1"));
        Assert.Equal((named, 0), (answer.Decision, answer.Reasons.Count));
        Assert.Equal([affected], answer.Superseded);
    }

    [Fact]
    public void Two_components_and_two_parts_have_answers_of_their_own()
    {
        var right = Decided.Of(Decided.NotAffected.Replace("npm/left", "npm/right", StringComparison.Ordinal).Replace("status: not_affected\njustification: code_not_reachable", "status: affected\naction: Update.", StringComparison.Ordinal) + "release: 2.4.1\n" + Decided.Head);
        var app = Decided.Of(Decided.NotAffected.Replace("status: not_affected\njustification: code_not_reachable", "status: under_investigation", StringComparison.Ordinal) + "release: 2.4.1\nparts: [app]\n" + Decided.Head.Replace("11-20", "11-22", StringComparison.Ordinal));
        var decisions = Decided.With(InTwoFour, right, app);
        Assert.Equal(TriageStatus.NotAffected, decisions.Of(Decided.Subject("2.4.1")).Status);
        Assert.Equal(TriageStatus.Affected, decisions.Of(Decided.Subject("2.4.1", "pkg:npm/right@1.0.0") with { Ranges = [] }).Status);
        Assert.Equal(TriageStatus.UnderInvestigation, decisions.Of(Decided.Subject("2.4.1") with { Parts = ["app"] }).Status);
    }

    [Fact]
    public void A_decision_for_one_part_does_not_settle_the_others()
    {
        var firmware = Decided.Of(Decided.NotAffected + "release: 2.4.1\nparts: [firmware]\n" + Decided.Head);
        var both = Decided.Subject("2.4.1") with { Parts = ["firmware", "app"] };
        var answer = Decided.With(firmware).Of(both);
        Assert.Equal((TriageState.Undecided, false, "part"), (answer.State, answer.IsSettled, Assert.Single(answer.Reasons).Rule));
        Assert.Equal([("firmware", TriageState.InForce), ("app", TriageState.Undecided)], answer.ByPart.Select(p => (p.Part, p.Answer.State)));
        var app = Decided.Of(Decided.NotAffected.Replace("status: not_affected\njustification: code_not_reachable", "status: fixed", StringComparison.Ordinal) + "release: 2.4.1\nparts: [app]\n" + Decided.Head);
        answer = Decided.With(firmware, app).Of(both);
        Assert.True(answer.IsSettled);
        Assert.Equal([TriageStatus.NotAffected, TriageStatus.Fixed], answer.ByPart.Select(p => p.Answer.Status!.Value));
        Assert.False(Decided.With(firmware).Of(Decided.Subject("2.4.1") with { Parts = [] }).IsSettled);
        Assert.Empty(Decided.With(InTwoFour).Of(both).ByPart);
    }

    [Fact]
    public void What_is_affected_is_settled_only_where_it_cannot_be_exploited()
    {
        const string Affected = "vulnerability: CVE-2026-1\ncomponent: pkg:npm/left@1.0.0\nrelease: 2.4.1\nstatus: affected\naction: Wait.\nseen: { ranges: [\"npm left: <2\"] }\n";
        Assert.False(Decided.With(Decided.Of(Affected + Decided.Head)).Of(Decided.Subject("2.4.1") with { Epss = null }).IsSettled);
        Assert.False(Decided.With(Decided.Of(Affected + "acceptedRisk: It is low.\n" + Decided.Head)).Of(Decided.Subject("2.4.1") with { Epss = null }).IsSettled);
        var cannot = Decided.Of(Affected + "notExploitable: The port is soldered.\nsecond: { by: head, role: security }\n" + Decided.Head);
        Assert.True(cannot.NeedsSecond);
        Assert.True(Decided.With(cannot).Of(Decided.Subject("2.4.1") with { Epss = null }).IsSettled);
    }

    [Fact]
    public void A_decision_of_which_no_finding_speaks_is_still_there()
    {
        var own = Decided.Of("vulnerability: ACME-1\nrelease: 2.4.1\nstatus: fixed\n" + Decided.Head);
        var decisions = Decided.With(own, InTwoFour);
        Assert.Equal([own, InTwoFour], decisions.InForceBesides("2.4.1", new HashSet<TriageDecision>()));
        Assert.Equal([own], decisions.InForceBesides("2.4.1", new HashSet<TriageDecision> { InTwoFour }));
        Assert.Empty(decisions.InForceBesides("2.5.0", new HashSet<TriageDecision>()));
    }
}
