using Marque.Assessments;
using Marque.Comparisons;
using Marque.Facts;
using Marque.Legal;
using Marque.Tests.Assessments.Kit;
using NodaTime;

namespace Marque.Tests.Comparisons;

/// <summary>What changed between two sides, which verdicts moved, and what made them move.</summary>
public sealed class ComparisonTests
{
    private static World Demonstrated { get; } = World.Empty.Demonstrate("CR 1.1", "login");

    [Fact]
    public void Nothing_differs_between_a_case_and_itself()
    {
        var same = Compare(Demonstrated, Demonstrated);
        Assert.Empty(same.Changes);
        Assert.Empty(same.Moved);
        Assert.False(same.GotWorse);
    }

    [Fact]
    public void A_removed_decision_is_the_cause_of_a_verdict_that_got_worse()
    {
        var c = Compare(Demonstrated, Demonstrated with { Decisions = [] });
        var moved = Assert.Single(c.Moved);
        Assert.Equal(("catalog", "CR 1.1", Verdict.Demonstrated, Verdict.Claimed, Direction.Worse), (moved.Kind, moved.Id, moved.From, moved.To, moved.Direction));
        var turn = Assert.Single(moved.Turns);
        Assert.Equal(["decided"], turn.Before.Select(g => g.Rule));
        Assert.Contains("undecided", turn.After.Select(g => g.Rule));
        var change = c.Changes[Assert.Single(turn.Reasons).Input];
        Assert.Equal(("decision", "CR 1.1 satisfied on 2026-11-20 by lead", Change.Removed), (change.Kind, change.Id, change.Change));
    }

    [Fact]
    public void A_changed_statement_is_named_with_its_fields_and_makes_its_decision_suspect()
    {
        var c = Compare(Demonstrated, Demonstrated with { Statements = [Demonstrated.Statements[0] with { How = "by accounts" }] });
        var change = Assert.Single(c.Changes);
        Assert.Equal("statement", change.Kind);
        Assert.Equal([new FieldChange("how", "as designed", "by accounts")], change.Fields);
        var turn = Assert.Single(Assert.Single(c.Moved).Turns);
        Assert.Contains("suspect", turn.After.Select(g => g.Rule));
        Assert.Contains(turn.Reasons, r => r.Kind == ReasonKind.Input && c.Changes[r.Input] == change);
    }

    [Fact]
    public void A_changed_edition_map_is_named_by_its_entry_and_moves_what_it_carries()
    {
        var w = (World.Empty with
        {
            Catalogs = [new CatalogSpec("acme", "A", "B") { Edition = "1" }, new CatalogSpec("acme", "C", "D") { Edition = "2" }], Pins = [("acme", "2")],
            Maps = [new MapSpec("acme-1-to-2", "acme", "1", "2", ("renumbered", ["A"], ["C"]), ("deleted", ["B"], []))],
        }).Test("t").State("acme@1:A", "t");
        var c = Compare(w, w with { Maps = [w.Maps[0] with { Entries = [("renumbered", ["A"], ["D"]), ("deleted", ["B"], [])] }] });
        var change = Assert.Single(c.Changes);
        Assert.Equal(("edition-entry", "acme-1-to-2 A", Change.Changed), (change.Kind, change.Id, change.Change));
        Assert.Equal([new FieldChange("to", "C", "D")], change.Fields);
        Assert.Equal([("C", Verdict.Claimed, Verdict.Open), ("D", Verdict.Open, Verdict.Claimed)], c.Moved.Select(m => (m.Id, m.From, m.To)).Order());
        Assert.All(c.Moved, m => Assert.Contains(m.Turns.SelectMany(t => t.Reasons), r => r.Kind == ReasonKind.Input && c.Changes[r.Input] == change));
        Assert.Contains(Compare(w with { Maps = [], Statements = [] }, w).Changes, x => x is { Kind: "edition-map", Id: "acme-1-to-2", Change: Change.Added });
    }

    [Fact]
    public void A_contradicting_result_is_the_cause_up_to_the_point()
    {
        var w = World.Empty.Demonstrate("I.2.d", "login");
        var c = Compare(w, w.Add("login", new FactSpec("failing", Days.Observed + Duration.FromDays(1)) { Content = Outcome.Contradicts }));
        var point = c.Moved.First(m => m.Id == "I.2.d");
        Assert.Equal((Verdict.Demonstrated, Verdict.Gap), (point.From, point.To));
        Assert.True(c.GotWorse);
        Assert.Contains(point.Turns.SelectMany(t => t.Reasons), r => r.Kind == ReasonKind.Input && c.Changes[r.Input] is { Kind: "fact", Change: Change.Added });
    }

    [Fact]
    public void What_moved_because_time_passed_says_so()
    {
        var w = Demonstrated.ChangeLast(d => d with { Until = new(2026, 12, 1) });
        var c = Compare(w, w, later: Instant.FromUtc(2026, 12, 5, 0, 0));
        Assert.Empty(c.Changes);
        var turn = Assert.Single(Assert.Single(c.Moved).Turns);
        Assert.Equal([new Reason(ReasonKind.Time)], turn.Reasons);
        Assert.Contains("expired", turn.After.Select(g => g.Rule));
    }

    [Fact]
    public void A_decision_made_between_two_instants_counts_now()
    {
        var c = Compare(Demonstrated, Demonstrated, earlier: Instant.FromUtc(2026, 11, 15, 0, 0));
        Assert.Equal(("decision", Change.CountsNow), (Assert.Single(c.Changes).Kind, c.Changes[0].Change));
        Assert.Equal(Direction.Better, Assert.Single(c.Moved).Direction);
        Assert.Equal([ReasonKind.Input, ReasonKind.Time], c.Moved[0].Turns[0].Reasons.Select(r => r.Kind));
    }

    [Fact]
    public void What_counts_for_one_release_only_is_told_between_releases()
    {
        var w = (World.Empty with { Releases = [new("1.0"), new("2.0", "1.0")] }).Demonstrate("CR 1.1", "login").ChangeFacts("login", f => f with { Release = "1.0" });
        var ready = w.Ready();
        var source = Rendering.Source(w);
        var c = Comparison.Of(Side.Of("1.0", source, ready.Index, ready.Seen, "1.0", Days.Now), Side.Of("2.0", source, ready.Index, ready.Seen, "2.0", Days.Now));
        Assert.Contains(c.Changes, x => x is { Kind: "fact", About: "login", Change: Change.CountsNoLonger });
        Assert.Equal([new FieldChange("version", "1.0", "2.0"), new FieldChange("predecessor", null, "1.0")], Assert.Single(c.Changes, x => x.Kind == "assessed-release").Fields);
        var turn = Assert.Single(Assert.Single(c.Moved).Turns);
        Assert.Contains(new Reason(ReasonKind.Release), turn.Reasons);
        Assert.Contains("other-release", turn.After.Select(g => g.Rule));
    }

    [Fact]
    public void Bytes_that_are_altered_are_told_though_no_declaration_changed()
    {
        var altered = Demonstrated.ChangeFacts("login", f => f with { Sight = Sight.Altered });
        var c = Compare(Demonstrated, altered);
        var change = Assert.Single(c.Changes);
        Assert.Equal(("observation", "login"), (change.Kind, change.About));
        Assert.Contains(Assert.Single(c.Moved).Turns[0].Reasons, r => r.Kind == ReasonKind.Input && r.Input == 0);
    }

    [Fact]
    public void Another_legal_set_is_told_as_the_cause()
    {
        var w = (World.Empty with { Catalogs = [new CatalogSpec("inv", "C-1") { For = Laws.Invented }], Instruments = [new InstrumentSpec(Laws.Invented, "inv")] }).Demonstrate("inv:C-1");
        var cited = Laws.Citing("I.2.e") with { Digest = Marque.Text.Digest.Of("cited"u8) };
        var not = Laws.Citing("I.2.e").Changing(s => s with { Citations = [] });
        var c = Compare(w with { Law = not }, w with { Law = cited });
        Assert.Equal("legal-set", Assert.Single(c.Changes).Kind);
        var moved = c.Moved.First(m => m.Id == "I.2.e");
        Assert.Equal((Verdict.Open, Verdict.Presumed), (moved.From, moved.To));
        Assert.All(moved.Turns, t => Assert.Contains(new Reason(ReasonKind.LegalSet), t.Reasons));
    }

    [Fact]
    public void What_rests_on_a_point_follows_it_and_is_not_explained_twice()
    {
        // 13(16) asks for what Annex II(1) has the user told.
        var w = World.Empty.Demonstrate("Annex II(1)", "manual");
        var c = Compare(w, w.ChangeLast(d => d with { Signers = [] }));
        Assert.Equal([new Reason(ReasonKind.Follows, Id: "Annex II(1)")], c.Moved.First(m => m.Id == "13(16)").Turns.SelectMany(t => t.Reasons));
    }

    [Theory]
    [InlineData(Verdict.Demonstrated, Verdict.Claimed, Direction.Worse)]
    [InlineData(Verdict.Gap, Verdict.Open, Direction.Other)]
    [InlineData(Verdict.Open, Verdict.Gap, Direction.Other)]
    [InlineData(Verdict.Claimed, Verdict.Gap, Direction.Worse)]
    [InlineData(Verdict.Claimed, Verdict.Open, Direction.Worse)]
    [InlineData(Verdict.Open, Verdict.Claimed, Direction.Better)]
    [InlineData(Verdict.Gap, Verdict.Claimed, Direction.Better)]
    [InlineData(Verdict.Claimed, Verdict.Presumed, Direction.Better)]
    [InlineData(Verdict.NotApplicable, Verdict.Claimed, Direction.Worse)]
    [InlineData(Verdict.NotTriggered, Verdict.Open, Direction.Worse)]
    [InlineData(Verdict.NotApplicable, Verdict.Demonstrated, Direction.Other)]
    [InlineData(Verdict.Gap, Verdict.NotApplicable, Direction.Other)]
    [InlineData(null, Verdict.Open, Direction.Worse)]
    [InlineData(null, Verdict.Demonstrated, Direction.Other)]
    [InlineData(Verdict.Demonstrated, null, Direction.Other)]
    public void A_move_has_a_direction(Verdict? from, Verdict? to, Direction direction) => Assert.Equal(direction, new MovedVerdict("point", "cra", "I.1", "", Tag.Law, from, to, []).Direction);

    [Fact]
    public void What_is_recorded_as_missing_got_neither_better_nor_worse()
    {
        var planned = World.Empty.State(new StatementSpec("I.2.d", "planned"));
        foreach (var c in new[] { Compare(World.Empty, planned), Compare(planned, World.Empty) })
        {
            var point = c.Moved.First(m => m.Id == "I.2.d");
            Assert.Equal([Verdict.Open, Verdict.Gap], new[] { point.From, point.To }.Order().Select(v => v!.Value));
            Assert.Equal(Direction.Other, point.Direction);
            Assert.False(c.GotWorse);
        }
    }

    [Fact]
    public void A_catalog_item_or_a_practice_that_got_worse_is_shown_and_is_not_worse_for_the_law()
    {
        var c = Compare(Demonstrated, Demonstrated with { Decisions = [] });
        Assert.Equal(Direction.Worse, Assert.Single(c.Moved).Direction);
        Assert.False(c.GotWorse);
    }

    [Fact]
    public void Order_and_layout_of_files_are_no_difference()
    {
        var w = Demonstrated.Demonstrate("CR 1.3", "accounts");
        Assert.Empty(Compare(w, w with { Statements = [.. w.Statements.Reverse()], Series = [.. w.Series.Reverse()], Decisions = [.. w.Decisions.Reverse()] }).Changes);
    }

    [Fact]
    public void Every_move_has_turns_and_every_turn_a_reason()
    {
        var w = World.Empty.AssessRisk().Adopt().Demonstrate("CR 1.1", "login").DemonstrateProcess("SM-9").Demonstrate("I.2.f");
        foreach (var other in new[] { w with { Decisions = [] }, w with { Statements = [] }, w with { Risk = null, Decisions = [] }, w with { Parts = [new PartSpec("app", "embedded-device", 1)] }, w with { People = null } })
        {
            var c = Compare(w, other);
            Assert.NotEmpty(c.Moved);
            Assert.All(c.Moved, m => Assert.NotEmpty(m.Turns));
            Assert.All(c.Moved.SelectMany(m => m.Turns), t => Assert.NotEmpty(t.Reasons));
            // One difference, and it can always be told.
            Assert.DoesNotContain(c.Moved.SelectMany(m => m.Turns).SelectMany(t => t.Reasons), r => r.Kind == ReasonKind.Together);
        }
    }

    [Theory]
    [InlineData("cyclonedx", "sbom")]
    [InlineData("spdx", "sbom")]
    [InlineData("junit", "fact")]
    public void A_fact_in_a_file_of_its_own_is_of_the_kind_of_one_in_its_series(string kind, string told)
    {
        const string fact = """{ sha256: 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae, path: artefacts/made, observedAt: "2026-11-20T00:00:00Z" }""";
        var empty = Files(("evidence/made.yaml", $"series: made\nkind: {kind}\n"));
        var inline = Files(("evidence/made.yaml", $"series: made\nkind: {kind}\nfacts: [{fact}]\n"));
        var apart = Files(("evidence/made.yaml", $"series: made\nkind: {kind}\n"), ("evidence/made/one.yaml", $"factOf: made\n{fact[2..^2].Replace(", ", "\n", StringComparison.Ordinal)}\n"));
        foreach (var side in new[] { inline, apart })
        {
            var change = Assert.Single(Comparison.Of(empty, side).Changes);
            Assert.Equal((told, "made 2c26b46b68ff", "made", Change.Added), (change.Kind, change.Id, change.About, change.Change));
        }

        // Where it stands does not count.
        Assert.Empty(Comparison.Of(inline, apart).Changes);
    }

    private static Side Files(params (string Path, string Text)[] evidence)
    {
        var source = Rendering.Source(World.Empty);
        source = source with { Files = [.. source.Files, .. evidence.Select(e => (e.Path, (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(e.Text)))] };
        var read = Marque.Cases.CaseFile.Read(source);
        Assert.Empty(read.Problems);
        return Side.Of("files", source, CaseIndex.Build(Laws.Shipped, read.Value!, []).Value!, new Observations(new Dictionary<(string, Marque.Text.Digest), Observation>()), null, Days.Now);
    }

    private static Comparison Compare(World a, World b, Instant? earlier = null, Instant? later = null)
    {
        var first = Of("before", a, earlier ?? Days.Now);
        return Comparison.Of(first, ReferenceEquals(a, b) ? first with { Assessment = Assess.Run(first.Index, first.Seen, null, later ?? Days.Now) } : Of("after", b, later ?? Days.Now));
    }

    private static Side Of(string name, World w, Instant at)
    {
        var ready = w.Ready();
        return Side.Of(name, Rendering.Source(w), ready.Index, ready.Seen, null, at);
    }
}
