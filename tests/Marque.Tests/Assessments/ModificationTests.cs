using Marque.Assessments;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>A substantial modification (Article 3(30), rule T-6) reopens conformity assessment, declaration and support period.</summary>
public sealed class ModificationTests
{
    private static readonly ReleaseSpec[] Line = [new("1.0"), new("2.0", "1.0") { Substantial = true }, new("2.1", "2.0") { Substantial = false }];

    public static TheoryData<string> Reopened => ["28(1)", "32(1)", "13(12)", "13(8)", "support.minimum-length", "support.reasons-documented"];

    private static World Modified => World.Empty with { Releases = [.. Line] };

    [Theory]
    [MemberData(nameof(Reopened))]
    public void T_6_what_was_decided_for_the_versions_before_does_not_carry(string id)
    {
        var w = Modified.Demonstrate(id);
        Assert.Equal(Verdict.Demonstrated, Own(w, id, "1.0"));
        foreach (var release in new[] { "2.0", "2.1" })
        {
            Assert.Equal(Verdict.Claimed, Own(w, id, release));
            Assert.Contains(Entries(w, release).Where(d => d.What == id).SelectMany(d => d.Grounds), g => g.Rule == "reopened" && GroundText.Of(g).Contains("the versions before 2.0 too", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Reopened))]
    public void T_6_a_decision_from_the_modification_on_counts_for_it_and_what_follows(string id)
    {
        var w = Modified.Test("anew").State(id, "anew").Decide(new DecisionSpec(id) { Facts = ["anew"], Releases = new("2.0") });
        Assert.Equal(Verdict.Demonstrated, Own(w, id, "2.0"));
        Assert.Equal(Verdict.Demonstrated, Own(w, id, "2.1"));
        Assert.Equal(Verdict.Claimed, Own(w, id, "1.0"));
        var only = Modified.Test("anew").State(id, "anew").Decide(new DecisionSpec(id) { Facts = ["anew"], Releases = new(null, null, ["2.1"]) });
        Assert.Equal(Verdict.Demonstrated, Own(only, id, "2.1"));
    }

    [Fact]
    public void T_6_a_further_modification_reopens_again()
    {
        var w = (Modified with { Releases = [.. Line, new("3.0", "2.1") { Substantial = true }] }).Test("anew").State("28(1)", "anew").Decide(new DecisionSpec("28(1)") { Facts = ["anew"], Releases = new("2.0") });
        Assert.Equal(Verdict.Demonstrated, Own(w, "28(1)", "2.1"));
        Assert.Equal(Verdict.Claimed, Own(w, "28(1)", "3.0"));
    }

    [Fact]
    public void What_a_modification_does_not_reopen_carries_on_and_one_that_is_not_substantial_reopens_nothing()
    {
        Assert.Equal(Verdict.Demonstrated, Modified.Demonstrate("I.2.e").Assess(release: "2.1")["I.2.e"]);
        Assert.Equal(Verdict.Demonstrated, Own((World.Empty with { Releases = [new("1.0"), new("1.1", "1.0") { Substantial = false }] }).Demonstrate("28(1)"), "28(1)", "1.1"));
        // A decision that it is not satisfied stands for every version.
        Assert.Equal(Verdict.Gap, Own(Modified.Test("anew").State("28(1)", "anew").Decide(new DecisionSpec("28(1)", "not-satisfied") { Facts = ["anew"] }), "28(1)", "2.0"));
    }

    [Fact]
    public void T_6_the_assessment_says_so_and_what_is_not_decided()
    {
        var w = World.Empty with { Releases = [.. Line, new("3.0", "2.1"), new("4.0", "1.0") { Substantial = false, Because = null }] };
        Assert.Contains("2.0 is a substantial modification (Art. 3(30)): what was decided for the versions before does not carry for 13(12), 32(1), 28(1), 13(8)", w.Assess(release: "2.0").Result.Notices);
        Assert.Contains(w.Assess(release: "2.1").Result.Notices, n => n.StartsWith("2.1 follows 2.0, which is a substantial modification", StringComparison.Ordinal));
        Assert.Contains("no reason is recorded why 4.0 is not a substantial modification (Art. 3(30))", w.Assess(release: "4.0").Result.Notices);
        Assert.Empty(w.Assess(release: "1.0").Result.Notices);
    }

    [Fact]
    public void T_6_it_is_asked_of_a_release_without_a_predecessor_too_when_another_is_on_the_market()
    {
        var w = World.Empty with { Releases = [new("1.0") { First = new(2026, 3, 1) }, new("2.0")] };
        Assert.Contains("it is not decided whether 2.0 is a substantial modification (Art. 3(30))", w.Assess(release: "2.0").Result.Notices);
        Assert.Empty(w.Assess(release: "1.0").Result.Notices);
        Assert.Contains("it is not decided whether 1.1 is a substantial modification (Art. 3(30))", (World.Empty with { Releases = [new("1.0"), new("1.1", "1.0")] }).Assess(release: "1.1").Result.Notices);
    }

    private static Verdict Own(World w, string id, string release) => Entries(w, release).First(d => d.What == id && d.Kind is "statement" or "remainder").Verdict;

    private static IEnumerable<Derivation> Entries(World w, string release) => w.Assess(release: release).Tops().SelectMany(Assessed.All);
}
