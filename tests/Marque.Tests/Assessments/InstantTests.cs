using CsCheck;
using Marque.Assessments;
using Marque.Legal;
using Marque.Tests.Assessments.Kit;
using NodaTime;

namespace Marque.Tests.Assessments;

/// <summary>Instants: what counts when, in Brussels days.</summary>
public sealed class InstantTests
{
    private static World Decided { get; } = World.Empty.Demonstrate("CR 1.1", "login");

    [Fact]
    public void A_decision_counts_from_the_start_of_its_day_in_Brussels()
    {
        // 20 November starts in Brussels at 23:00 UTC of the 19th.
        var start = Instant.FromUtc(2026, 11, 19, 23, 0);
        Assert.Equal(Verdict.Claimed, Decided.Assess(start)["CR 1.1"]);
        Assert.Equal(Verdict.Demonstrated, Decided.Assess(start + Duration.Epsilon)["CR 1.1"]);
    }

    [Fact]
    public void A_bare_date_means_its_end_and_does_not_see_the_decisions_of_the_next_day()
    {
        Assert.Equal(Verdict.Claimed, Decided.Assess(BrusselsDay.EndOf(new(2026, 11, 19)))["CR 1.1"]);
        Assert.Equal(Verdict.Demonstrated, Decided.Assess(BrusselsDay.EndOf(new(2026, 11, 20)))["CR 1.1"]);
    }

    [Fact]
    public void A_last_day_counts_to_its_end_in_Brussels()
    {
        var w = Decided.ChangeLast(d => d with { Until = new(2026, 11, 22) });
        var end = Instant.FromUtc(2026, 11, 22, 23, 0);
        Assert.Equal(Verdict.Demonstrated, w.Assess(end)["CR 1.1"]);
        Assert.Equal(Verdict.Claimed, w.Assess(end + Duration.Epsilon)["CR 1.1"]);
    }

    [Theory]
    // Summer time ends: 25 October 2026 has 25 hours, and 02:30 occurs twice in it.
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")]
    // Summer time starts: 28 March 2027 has 23 hours, and 02:30 does not occur in it.
    [InlineData("2027-03-28", "2027-03-27T23:00:00Z", "2027-03-28T22:00:00Z")]
    public void Days_of_25_and_23_hours_count_from_their_start_to_their_end(string day, string starts, string ends)
    {
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        var (start, end) = (NodaTime.Text.InstantPattern.ExtendedIso.Parse(starts).Value, NodaTime.Text.InstantPattern.ExtendedIso.Parse(ends).Value);
        var w = World.Empty.Add(new SeriesSpec("login") { Facts = [new FactSpec("ok", start - Duration.FromDays(10))] }).State("CR 1.1", "login");
        w = w.Decide(new DecisionSpec("CR 1.1") { Facts = ["login"], On = on, Until = on });
        Assert.Equal(Verdict.Claimed, w.Assess(start)["CR 1.1"]);
        Assert.Equal(Verdict.Demonstrated, w.Assess(start + Duration.FromSeconds(1))["CR 1.1"]);
        Assert.Equal(Verdict.Demonstrated, w.Assess(end)["CR 1.1"]);
        Assert.Equal(Verdict.Claimed, w.Assess(end + Duration.FromSeconds(1))["CR 1.1"]);
    }

    [Fact]
    public void A_fact_counts_from_when_it_was_received()
    {
        var w = Decided.ChangeFacts("login", f => f with { ReceivedAt = Instant.FromUtc(2026, 11, 22, 9, 0) });
        var before = w.Assess(Instant.FromUtc(2026, 11, 22, 8, 59));
        Assert.Equal(Verdict.Claimed, before["CR 1.1"]);
        Assert.Contains("login: not yet received at the instant (2026-11-22T09:00:00Z)", before.Texts("CR 1.1"));
        Assert.Equal(Verdict.Demonstrated, w.Assess(Instant.FromUtc(2026, 11, 22, 9, 0))["CR 1.1"]);
    }

    [Fact]
    public void A_bare_date_of_validity_means_its_end_in_Brussels()
    {
        var w = Decided.ChangeFacts("login", f => f with { ValidUntil = Bare.Of(new LocalDate(2026, 11, 22)) });
        Assert.Equal(Verdict.Demonstrated, w.Assess(Instant.FromUtc(2026, 11, 22, 23, 0))["CR 1.1"]);
        Assert.Equal(Verdict.Claimed, w.Assess(Instant.FromUtc(2026, 11, 22, 23, 0) + Duration.Epsilon)["CR 1.1"]);
    }

    [Fact]
    public void An_event_counts_from_the_start_of_its_day()
    {
        var w = World.Empty with { Events = [("recall", new(2026, 11, 22))] };
        Assert.Equal(Verdict.NotTriggered, w.Assess(BrusselsDay.EndOf(new(2026, 11, 21)))["13(21)"]);
        Assert.Equal(Verdict.Open, w.Assess(BrusselsDay.EndOf(new(2026, 11, 22)))["13(21)"]);
    }

    [Fact]
    public void What_is_received_or_decided_after_the_instant_changes_no_verdict() =>
        Gen.Select(Worlds.Any, Gen.Int[0, 500]).Sample(
            (w, hours) =>
            {
                // The end of a day is the start of the next, where a decision of the next day counts as not yet dated.
                var at = Days.Now - Duration.FromHours(hours);
                var known = w with
                {
                    Series = [.. w.Series.Select(s => s with { Facts = [.. s.Facts.Where(f => f.ObservedAt <= at && (f.ReceivedAt ?? f.ObservedAt) <= at)] })],
                    Decisions = [.. w.Decisions.Where(d => d.On <= BrusselsDay.AsOf(at))],
                };
                Dump.Same(string.Join('\n', Compare.Of(known.Assess(at))), string.Join('\n', Compare.Of(w.Assess(at))));
            }, iter: Iterations.Of(100));
}
