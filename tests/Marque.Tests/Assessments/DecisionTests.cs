using System.Collections.Immutable;
using Marque.Assessments;
using Marque.Tests.Assessments.Kit;
using Marque.Text;

namespace Marque.Tests.Assessments;

/// <summary>Decisions stand on digests: whatever changes afterwards turns them suspect; and on their own dates.</summary>
public sealed class DecisionTests
{
    private static World Decided { get; } = World.Empty.Demonstrate("CR 4.1", "tls");

    [Fact]
    public void An_edited_requirement_turns_the_decision_suspect()
    {
        var law = Decided.Law with { Catalogs = [.. Decided.Law.Catalogs.Select(c => c with { Items = [.. c.Items.Select(i => i.Id == "CR 4.1" ? i with { Digest = Digest.Of([4]) } : i)] })] };
        Suspect(Decided with { Law = law }, "decision is suspect: the text of CR 4.1 changed since it was made");
    }

    [Fact]
    public void An_edited_statement_turns_the_decision_suspect() =>
        Suspect(Decided with { Statements = [Decided.Statements[0] with { How = "another way" }] }, "decision is suspect: the statement changed since it was made");

    [Fact]
    public void An_edited_series_definition_turns_the_decision_suspect() =>
        Suspect(Decided.Change("tls", s => s with { Title = "other tests" }), "decision is suspect: the definition of series tls changed since it was made");

    [Fact]
    public void More_evidence_on_the_statement_asks_for_a_new_decision() =>
        Suspect((Decided with { Statements = [Decided.Statements[0] with { Evidence = ["tls", "more"] }] }).Test("more"), "decision is suspect: the statement changed since it was made");

    [Theory]
    [InlineData("requirement")]
    [InlineData("statement")]
    [InlineData("series:tls")]
    public void A_decision_that_did_not_record_what_it_stood_on_does_not_stand(string name) =>
        Assert.Equal(Verdict.Claimed, Decided.ChangeLast(d => d with { StoodOn = d.StoodOn.RemoveAll(s => s.Name == name) }).Assess()["CR 4.1"]);

    [Fact]
    public void An_edited_pair_turns_the_decision_suspect_for_its_point_alone()
    {
        var w = Bridged();
        Assert.Equal(Verdict.Demonstrated, w.Assess()["I.2.e"]);
        var edited = (w with { Law = w.Law with { Bridges = [Edited(w, "I.2.e")] } }).Readopt();
        Assert.Equal(Verdict.Claimed, edited.Assess()["I.2.e"]);
        Assert.Contains("decision is suspect: the mapping to I.2.e changed since it was made", edited.Assess().Texts("I.2.e"));
        Assert.Equal(Verdict.Demonstrated, edited.Assess()["CR 4.1"]);
    }

    [Fact]
    public void A_pair_that_a_decision_did_not_record_is_a_new_undecided_link()
    {
        var w = Bridged();
        w = w with { Decisions = [.. w.Decisions.Select(d => d.Requirement == "CR 4.1" ? d with { StoodOn = d.StoodOn.RemoveAll(s => s.Name == "pair:I.2.e") } : d)] };
        Assert.Equal(Verdict.Claimed, w.Assess()["I.2.e"]);
        Assert.Contains("decision was made before the mapping to I.2.e existed: the link is undecided", w.Assess().Texts("I.2.e"));
    }

    [Fact]
    public void A_decision_that_recorded_no_pair_relies_on_the_adoption()
    {
        var w = Bridged();
        w = w with { Decisions = [.. w.Decisions.Select(d => d with { StoodOn = d.StoodOn.RemoveAll(s => s.Name.StartsWith("pair:", StringComparison.Ordinal)) })] };
        Assert.Equal(Verdict.Demonstrated, w.Assess()["I.2.e"]);
    }

    [Fact]
    public void Two_bridges_that_map_the_same_item_to_the_same_point_are_recorded_side_by_side()
    {
        var own = new BridgeSpec("own", "I.2.e", ("CR 4.1", true));
        var pair = Rendering.Record(own.PairYaml(own.Pairs[0]));
        var w = World.Empty with { Bridges = [own] };
        w = w.Demonstrate("CR 4.1").ChangeLast(d => d with { StoodOn = d.StoodOn.Add(("pair:I.2.e:own", pair)) }).Demonstrate("CR 4.3").Demonstrate("CR 1.5").Demonstrate("privacy.confidentiality-all-data").Adopt("I.2.e");
        w = (w with { Adopts = w.Adopts.Add(new AdoptionSpec("own", w.Ready().Index.Case.Bridges[0].Digest)) }).Decide(new DecisionSpec("bridge:own", "adopts"));
        Assert.Equal(Verdict.Demonstrated, w.Assess().Route("I.2.e", "bridge"));
        Assert.Equal(Verdict.Demonstrated, w.Assess().Route("I.2.e", "bridge:own"));
    }

    [Fact]
    public void A_decision_expires_after_its_last_day()
    {
        var w = Decided.ChangeLast(d => d with { Until = new(2026, 11, 24) });
        Assert.Equal(Verdict.Demonstrated, w.Assess(Marque.Legal.BrusselsDay.EndOf(new(2026, 11, 24)))["CR 4.1"]);
        var after = w.Assess(Marque.Legal.BrusselsDay.EndOf(new(2026, 11, 25)));
        Assert.Equal(Verdict.Claimed, after["CR 4.1"]);
        Assert.Contains("decision expired on 2026-11-24", after.Texts("CR 4.1"));
    }

    [Fact]
    public void An_older_decision_that_no_longer_stands_is_superseded_by_a_newer_one_that_does()
    {
        var w = (Decided with { Statements = [Decided.Statements[0] with { How = "another way" }] }).Decide(new DecisionSpec("CR 4.1") { Facts = ["tls"], On = Days.Decided.PlusDays(1) });
        Assert.Equal(Verdict.Demonstrated, w.Assess()["CR 4.1"]);
        Assert.Contains("an older decision is superseded by one that stands", w.Assess().Texts("CR 4.1"));
    }

    [Fact]
    public void A_newer_decision_that_does_not_stand_takes_nothing_away()
    {
        var w = Decided.Decide(new DecisionSpec("CR 4.1") { Facts = ["tls"], On = Days.Decided.PlusDays(1), Signers = [] });
        Assert.Equal(Verdict.Demonstrated, w.Assess()["CR 4.1"]);
        Assert.DoesNotContain("an older decision is superseded by one that stands", w.Assess().Texts("CR 4.1"));
    }

    [Fact]
    public void A_refusal_is_a_gap_until_a_newer_decision()
    {
        var refused = Decided.Decide(new DecisionSpec("CR 4.1", "not-satisfied") { Facts = ["tls"], On = Days.Decided.PlusDays(1) });
        Assert.Equal(Verdict.Gap, refused.Assess()["CR 4.1"]);
        Assert.Contains("decided as not satisfied by lead", refused.Assess().Texts("CR 4.1"));
        Assert.Equal(Verdict.Demonstrated, refused.Decide(new DecisionSpec("CR 4.1") { Facts = ["tls"], On = Days.Decided.PlusDays(2) }).Assess()["CR 4.1"]);
    }

    [Fact]
    public void Of_two_contrary_decisions_of_one_day_the_refusal_counts() =>
        Assert.Equal(Verdict.Gap, Decided.Decide(new DecisionSpec("CR 4.1", "not-satisfied") { Facts = ["tls"] }).Assess()["CR 4.1"]);

    [Fact]
    public void A_second_refusal_sets_aside_what_was_decided_between()
    {
        var w = Decided.Decide(new DecisionSpec("CR 4.1", "not-satisfied") { On = Days.Decided.PlusDays(-1) });
        Assert.Equal(Verdict.Demonstrated, w.Assess()["CR 4.1"]);
        Assert.Equal(Verdict.Gap, w.Decide(new DecisionSpec("CR 4.1", "not-satisfied") { On = Days.Decided.PlusDays(1) }).Assess()["CR 4.1"]);
    }

    [Fact]
    public void What_a_refusal_set_aside_lends_no_role_to_a_newer_decision()
    {
        var w = World.Empty.Document("procedure", "defined").Document("record", "practised").State("SM-9", "procedure", "record").Decide("SM-9", "procedure");
        w = w.Decide(new DecisionSpec("SM-9") { Facts = ["record"], On = Days.Decided.PlusDays(1) });
        Assert.Equal(Verdict.Demonstrated, w.Assess()["SM-9"]);
        Assert.Equal(Verdict.Claimed, w.Decide(new DecisionSpec("SM-9", "not-satisfied")).Assess()["SM-9"]);
    }

    [Fact]
    public void An_unattested_refusal_does_not_supersede_an_attested_decision() =>
        Assert.Equal(Verdict.Demonstrated, Decided.Decide(new DecisionSpec("CR 4.1", "not-satisfied") { Facts = ["tls"], On = Days.Decided.PlusDays(1), Signers = [] }).Assess()["CR 4.1"]);

    [Fact]
    public void Comments_key_order_and_layout_turn_nothing_suspect()
    {
        // The same record, keys in another order and with comments: the digest is that of the fields.
        var ready = Decided.Ready(source => source with { Files = [.. source.Files.Select(f => f.Path == "controls/all.yaml" ? (f.Path, Turned(f.Bytes)) : f)] });
        Assert.Equal(Verdict.Demonstrated, ready.Assess()["CR 4.1"]);
    }

    private static ReadOnlyMemory<byte> Turned(ReadOnlyMemory<byte> bytes)
    {
        Assert.Contains("tls", System.Text.Encoding.UTF8.GetString(bytes.Span), StringComparison.Ordinal);
        return """
            statements:
              # reviewed
              - evidence: [ tls ]   # the tests
                how: 'as designed'

                status: "implemented"
                requirement: CR 4.1
            """u8.ToArray();
    }

    private static World Bridged() => Decided.Demonstrate("CR 4.3").Demonstrate("CR 1.5").Demonstrate("privacy.confidentiality-all-data").Adopt("I.2.e");

    private static Marque.Legal.Bridge Edited(World w, string point)
    {
        var bridge = w.Law.Bridges[0];
        return bridge with { Digest = Digest.Of([6]), Points = [.. bridge.Points.Select(p => p.Point != point ? p : p with { Pairs = [.. p.Pairs.Select(x => x.Item == "CR 4.1" ? x with { Digest = Digest.Of([7]) } : x)] })] };
    }

    private static void Suspect(World w, string text)
    {
        Assert.Equal(Verdict.Demonstrated, Decided.Assess()["CR 4.1"]);
        Assert.Equal(Verdict.Claimed, w.Assess()["CR 4.1"]);
        Assert.Contains(text, w.Assess().Texts("CR 4.1"));
    }
}

/// <summary>Worlds whose bridge changed.</summary>
internal static class Readoption
{
    /// <summary>Adopts the bridge as it is now, in the place of the earlier adoption.</summary>
    public static World Readopt(this World w) =>
        (w with { Adopts = ImmutableArray<AdoptionSpec>.Empty, Decisions = [.. w.Decisions.Where(d => d.Judgement != "adopts")] }).Adopt("I.2.e");
}
