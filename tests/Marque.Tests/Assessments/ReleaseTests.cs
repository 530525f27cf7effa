using Marque.Assessments;
using Marque.Legal;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>Releases: ranges along the line of predecessors, and which release is assessed.</summary>
public sealed class ReleaseTests
{
    // 1.0 - 1.1 - 1.2, and 2.0 - 2.1 from 1.1.
    private static World Tree { get; } = World.Empty with { Releases = [new("1.0"), new("1.1", "1.0"), new("1.2", "1.1"), new("2.0", "1.1"), new("2.1", "2.0")] };

    [Theory]
    [InlineData("1.0", false)]
    [InlineData("1.1", true)]
    [InlineData("1.2", true)]
    [InlineData("2.0", true)]
    [InlineData("2.1", true)]
    public void From_reaches_the_release_and_all_that_descend_from_it(string release, bool covered) => Covers(new RangeSpec("1.1"), release, covered);

    [Theory]
    [InlineData("1.1", false)]
    [InlineData("1.2", false)]
    [InlineData("2.0", true)]
    [InlineData("2.1", true)]
    public void From_does_not_reach_another_branch(string release, bool covered) => Covers(new RangeSpec("2.0"), release, covered);

    [Theory]
    [InlineData("1.0", true)]
    [InlineData("1.1", true)]
    [InlineData("1.2", false)]
    [InlineData("2.1", false)]
    public void Until_is_the_last_along_its_line(string release, bool covered) => Covers(new RangeSpec(Until: "1.1"), release, covered);

    [Theory]
    [InlineData("1.0", false)]
    [InlineData("1.2", true)]
    [InlineData("2.0", false)]
    [InlineData("2.1", true)]
    public void Only_names_single_releases(string release, bool covered) => Covers(new RangeSpec(Only: ["1.2", "2.1"]), release, covered);

    [Fact]
    public void Without_a_range_a_record_holds_for_every_release() =>
        Assert.All(Tree.Releases, r => Assert.Equal(Verdict.Demonstrated, Tree.Demonstrate("CR 1.1").Assess(release: r.Version)["CR 1.1"]));

    [Fact]
    public void A_fact_and_a_decision_have_ranges_of_their_own()
    {
        var w = Tree.Demonstrate("CR 1.1", "login");
        Assert.Equal(Verdict.Claimed, w.ChangeFacts("login", f => f with { Releases = new RangeSpec("2.0") }).Assess(release: "1.2")["CR 1.1"]);
        Assert.Equal(Verdict.Claimed, w.ChangeLast(d => d with { Releases = new RangeSpec("2.0") }).Assess(release: "1.2")["CR 1.1"]);
        Assert.Equal(Verdict.Demonstrated, w.ChangeLast(d => d with { Releases = new RangeSpec("2.0") }).Assess(release: "2.1")["CR 1.1"]);
    }

    [Fact]
    public void Later_knowledge_reaches_older_releases()
    {
        var w = Tree.Test("login").State("CR 1.1", "login");
        Assert.Equal(Verdict.Claimed, w.Assess(release: "1.0")["CR 1.1"]);
        Assert.Equal(Verdict.Demonstrated, w.Decide("CR 1.1", "login").Assess(release: "1.0")["CR 1.1"]);
    }

    [Fact]
    public void The_newest_supported_release_is_assessed_by_default()
    {
        Assert.Equal("2.1", Tree.Assess().Result.Release);
        var lines = Tree with { Lines = [("1", true), ("2", false)], Releases = [.. Tree.Releases.Select(r => r with { Line = r.Version[..1] })] };
        Assert.Equal("1.2", lines.Assess().Result.Release);
        Assert.Equal("1.1", (lines with { Releases = [.. lines.Releases.Select(r => r.Version == "1.2" ? r with { Supported = false } : r)] }).Assess().Result.Release);
        Assert.Equal("2.1", (lines with { Releases = [.. lines.Releases.Select(r => r with { Supported = false })] }).Assess().Result.Release);
    }

    [Fact]
    public void A_release_that_was_not_placed_yet_at_the_instant_is_passed_over_and_that_is_said()
    {
        var w = World.Empty with { Releases = [new("1.0") { First = new(2026, 3, 2) }, new("1.1", "1.0") { First = new(2026, 8, 3) }, new("1.2", "1.1")] };
        // The newest is in the making, and follows one that is on the market.
        var now = w.Assess().Result;
        Assert.Equal("1.2", now.Release);
        Assert.DoesNotContain(now.Notices, n => n.StartsWith("no release was asked for", StringComparison.Ordinal));
        // Before its predecessor was placed, it was not there either.
        var early = w.Assess(BrusselsDay.EndOf(new(2026, 8, 2))).Result;
        Assert.Equal("1.0", early.Release);
        Assert.Contains("no release was asked for: 1.0 is the newest supported one that was there on 2026-08-02; 1.2 was not placed on the market before 2026-08-03", early.Notices);
        Assert.Equal("1.2", w.Assess(BrusselsDay.EndOf(new(2026, 8, 3))).Result.Release);
        // Before all of them there is none to prefer.
        var before = w.Assess(BrusselsDay.EndOf(new(2026, 3, 1))).Result;
        Assert.Equal("1.2", before.Release);
        Assert.Contains("no release was asked for: 1.2 is the newest supported one; no supported release was there on 2026-03-01, it was not placed on the market before 2026-08-03", before.Notices);
        // Whoever asks for a release gets it, without a word.
        Assert.DoesNotContain(w.Assess(BrusselsDay.EndOf(new(2026, 3, 1)), "1.1").Result.Notices, n => n.StartsWith("no release was asked for", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_placings_the_case_does_not_tell_what_was_there() => Assert.Equal("2.1", Tree.Assess(BrusselsDay.EndOf(new(2020, 1, 1))).Result.Release);

    [Fact]
    public void Versions_are_numbers_and_a_pre_release_comes_before_its_release()
    {
        World Of(params string[] versions) => World.Empty with { Releases = [.. versions.Select(v => new ReleaseSpec(v))] };
        Assert.Equal("1.10.0", Of("1.9.0", "1.10.0", "1.2.0").Assess().Result.Release);
        Assert.Equal("2.0.0", Of("2.0.0-rc.1", "2.0.0", "2.0.0-rc.2").Assess().Result.Release);
        Assert.Equal("2.0.0-rc.10", Of("2.0.0-rc.9", "2.0.0-rc.10", "1.9.9").Assess().Result.Release);
    }

    [Fact]
    public void A_case_without_releases_is_assessed_as_it_stands() => Assert.Null(World.Empty.Assess().Result.Release);

    [Fact]
    public void An_unknown_release_is_refused() => Assert.Throws<ArgumentException>(() => Tree.Assess(release: "9.9"));

    private static void Covers(RangeSpec range, string release, bool covered)
    {
        var w = Tree.State(new StatementSpec("CR 1.1") { Releases = range });
        Assert.Equal(covered ? Verdict.Claimed : Verdict.Open, w.Assess(release: release)["CR 1.1"]);
    }
}
