using CsCheck;
using Marque.Assessments;
using Marque.Cases;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>What a decision made today stands on, and whether it would count.</summary>
public sealed class StandsOnTests
{
    public static TheoryData<string> Kinds => ["requirement", "process", "excluded", "adopted", "classified", "risk", "rebutted", "used"];

    // The kit reads the format by itself, from the records' own text.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_what_the_format_says(string kind)
    {
        var w = kind switch
        {
            "requirement" => World.Empty.Adopt().Demonstrate("CR 1.1", "login"),
            "process" => World.Empty.Adopt().DemonstrateProcess("SM-9"),
            "excluded" => World.Empty.Exclude("CR 2.2"),
            "adopted" => World.Empty.Adopt("I.2.d", "I.2.e"),
            "classified" => World.Empty.Classify("default"),
            "risk" => World.Empty.AssessRisk(),
            "rebutted" => World.Empty.Test("login").State("CR 1.1", "login").Decide(new DecisionSpec("CR 1.1", "rebuts") { FactDigests = [Marque.Text.Digest.Of([1])] }),
            _ => World.Empty.Adopt().Use("sdl", (World.Empty with { Id = "sdl", IsProcess = true }).State("SM-9")).Document("record", "practised").Decide("SM-9", "record"),
        };
        var index = w.Ready().Index;
        var decision = index.Case.Decisions.OrderBy(d => d.Place).Last(d => d.Process is null);
        var stands = StandsOn.Of(index, decision, release: null);
        Assert.Equal(w.Decisions[^1].StoodOn.Select(s => s.Digest).Order(), stands.Select(s => s.Digest).Order());
        Assert.Equal(decision.StoodOn.Select(s => s.Name.Split(':')[0]).Order(StringComparer.Ordinal), stands.Select(s => s.Name.Split(':')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_bridges_to_one_point_are_two_names()
    {
        var w = World.Empty.Adopt() with { Bridges = [new BridgeSpec("own", "I.2.d", ("iec62443-4-2:CR 1.1", true))] };
        var own = w.Ready().Index.Case.Bridges[0];
        w = (w with { Adopts = w.Adopts.Add(new AdoptionSpec("own", own.Digest)) }).Decide(new DecisionSpec("bridge:own", "adopts")).Demonstrate("CR 1.1", "login");
        var index = w.Ready().Index;
        var stands = StandsOn.Of(index, index.Case.Decisions.First(d => d.Subject.Id.Item == "CR 1.1"), release: null);
        Assert.Equal(["pair:I.2.d", "pair:I.2.d:own"], stands.Select(s => s.Name).Where(n => n.StartsWith("pair:I.2.d", StringComparison.Ordinal)));
        Assert.Equal(stands.Count, stands.Select(s => s.Name).Distinct(StringComparer.Ordinal).Count());
        // Recorded so, the decision carries both routes.
        var decided = w.ChangeLast(d => d with { StoodOn = [.. stands] }).Assess();
        Assert.DoesNotContain("suspect", decided.Rules("I.2.d"));
        Assert.Contains("suspect", w.ChangeLast(d => d with { StoodOn = [.. stands.Where(s => s.Name != "pair:I.2.d:own")] }).Assess().Rules("I.2.d"));
    }

    [Fact]
    public void Statements_of_the_same_parts_for_other_releases_are_two_names()
    {
        var w = (World.Empty with { Releases = [new("1.0"), new("2.0", "1.0")] }).Test("login")
            .State(new StatementSpec("CR 1.1") { Evidence = ["login"], Parts = ["app"], Releases = new RangeSpec(Until: "1.0") })
            .State(new StatementSpec("CR 1.1") { Evidence = ["login"], Parts = ["app"], Releases = new RangeSpec(From: "2.0") })
            .Decide("CR 1.1", "login");
        var index = w.Ready().Index;
        var names = StandsOn.Of(index, index.Case.Decisions[0], release: null).Select(s => s.Name).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, names.Count(n => n.StartsWith("statement", StringComparison.Ordinal)));
    }

    /// <summary>Law: what is refused before signing carries no verdict, and what is let pass carries one.</summary>
    [Fact]
    public void Whether_a_decision_would_count_is_what_the_engine_does_with_it() => Gen.Select(Worlds.Any, Gen.Int[0, 7], Gen.Int[-300, 0]).Sample(
        (world, at, day) =>
        {
            if (world.Statements.IsEmpty) return;
            var s = world.Statements[at % world.Statements.Length];
            var ready = world.Decide(new DecisionSpec(s.Requirement) { Facts = s.Evidence, On = Days.Decided.PlusDays(day), Rationale = "one more" }).Ready();
            var judging = new Judging(ready.Index, ready.Seen, ready.Index.NewestSupported(Days.Now), Days.Now);
            var decision = ready.Index.Decisions.First(d => d.Decision.Rationale == "one more");
            if (ready.Index.Find(decision.Decision.Subject.Id) is not { } item || item.Decisions.Exists(d => d.Decision.Judgement == Judgement.NotSatisfied)) return;
            foreach (var (part, why) in judging.Counting(decision))
            {
                var carries = judging.Of(item, part).Valid.Contains(decision);
                if (why is null) Assert.True(carries, $"{item.Id} {part}");
                else if (why.Rule is not ("suspect-process" or "all-parts-not-applicable")) Assert.False(carries, $"{item.Id} {part}: {GroundText.Of(why)}");
            }
        }, iter: Iterations.Of(300));
}
