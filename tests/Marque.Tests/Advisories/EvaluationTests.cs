namespace Marque.Tests.Advisories;

/// <summary>The evaluation of the OSV schema ("Evaluation", and the examples of docs/schema.md), event by event.</summary>
public sealed class EvaluationTests
{
    // events | versions that are affected | versions that are not
    [Theory]
    [InlineData("i0", "0.0.0-0 0.0.1 1.0.0 99.0.0", "")]
    [InlineData("i0 f1.0.2", "0.0.0-0 1.0.1 1.0.2-rc.1", "1.0.2 1.0.3 2.0.0")]
    [InlineData("i1.0.0 f1.0.2 i3.0.0 f3.2.5", "1.0.0 1.0.1 3.0.0 3.2.4 3.2.5-0", "1.0.0-0 1.0.2 2.0.0 3.0.0-rc.1 3.2.5 4.0.0")]
    [InlineData("f3.2.5 i3.0.0 f1.0.2 i1.0.0", "1.0.0 1.0.1 3.0.0 3.2.4", "0.9.0 1.0.2 2.9.9 3.2.5")]
    [InlineData("i0 l2.1.214", "0.1.0 2.1.213 2.1.214", "2.1.215 3.0.0")]
    [InlineData("i1.0.0 l1.2.0 i2.0.0 l2.2.0", "1.0.0 1.2.0 2.0.0 2.2.0", "0.9.0 1.2.1 1.9.9 2.2.1")]
    [InlineData("i1.0.0 l1.0.0", "1.0.0", "0.9.9 1.0.1")]
    [InlineData("i1.0.0 m2.0.0", "1.0.0 1.9.9", "0.9.0 2.0.0 3.0.0")]
    [InlineData("i1.0.0 m*", "1.0.0 9.9.9", "0.9.0")]
    [InlineData("i1.0.0 m2.0.0 m3.0.0", "1.5.0 2.5.0", "3.0.0")]
    [InlineData("i1.0.0 f1.5.0 m2.0.0", "1.4.9", "1.5.0 2.0.0")]
    [InlineData("i0 f1.0.0 i1.0.0 f2.0.0", "0.5.0 1.0.0 1.9.9", "2.0.0")]
    [InlineData("i1.0.0 f1.0.0", "", "0.9.9 1.0.0 1.0.1")]
    [InlineData("i1.0.0 i2.0.0 f3.0.0", "1.0.0 2.5.0", "0.9.0 3.0.0")]
    [InlineData("i1.0.0 f2.0.0 f3.0.0", "1.0.0", "2.0.0 2.5.0 3.0.0")]
    [InlineData("i0.0.0-0 f1.0.0", "0.0.0-0 0.9.0", "1.0.0")]
    public void Events_decide_as_the_specification_says(string events, string affected, string not)
    {
        foreach (var type in new[] { "SEMVER", "ECOSYSTEM" })
        {
            var index = Records.Index(Records.Osv("GHSA-1", "npm", "a", events, type));
            foreach (var version in affected.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Assert.True(index.Found($"pkg:npm/a@{version}") == "GHSA-1", $"{type} {events}: {version} should be affected");
            foreach (var version in not.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var match = index.Match($"pkg:npm/a@{version}");
                Assert.True(match.Findings.Count + match.NotJudged.Count == 0, $"{type} {events}: {version} should not be affected");
            }
        }
    }

    [Fact]
    public void Any_range_and_any_listed_version_suffices()
    {
        var index = Records.Index(Records.Osv("GHSA-1", "npm", "a", "i1.0.0 f1.1.0", affected: ""","versions":["3.3.3"]"""), Records.Osv("GHSA-2", "npm", "a", "i2.0.0"));
        Assert.Equal("GHSA-1", index.Found("pkg:npm/a@1.0.5"));
        Assert.Equal("GHSA-2", index.Found("pkg:npm/a@2.0.0"));
        Assert.Equal("GHSA-1 GHSA-2", index.Found("pkg:npm/a@3.3.3"));
        Assert.Equal("", index.Found("pkg:npm/a@1.1.0"));
    }

    [Fact]
    public void A_listed_version_is_the_same_when_its_ecosystem_calls_it_equal()
    {
        var index = Records.Index(Listed("GHSA-1", "PyPI", "1.0", "2.0.post1"));
        Assert.Equal("GHSA-1", index.Found("pkg:pypi/a@1.0"));
        Assert.Equal("GHSA-1", index.Found("pkg:pypi/a@1.0.0"));
        Assert.Equal("", index.Found("pkg:pypi/a@1.0.1"));
    }

    [Fact]
    public void Among_a_hundred_thousand_listed_versions_each_is_found_and_none_else()
    {
        var index = Records.Index(Listed("GHSA-1", "npm", [.. Enumerable.Range(0, 100_000).Select(n => $"1.{n}.0")]));
        foreach (var n in new[] { 0, 1, 9, 10, 4711, 99_999 }) Assert.Equal("GHSA-1", index.Found($"pkg:npm/a@1.{n}.0"));
        Assert.Equal("", index.Found("pkg:npm/a@1.100000.0"));
        Assert.Equal("", index.Found("pkg:npm/a@2.0.0"));
    }

    [Fact]
    public void A_version_that_does_not_compare_is_never_taken_for_unaffected()
    {
        var index = Records.Index(Records.Osv("GHSA-1", "npm", "a", "i1.0.0 f2.0.0"), Records.Osv("GHSA-2", "npm", "a", "ioddity f2.0.0"), Listed("GHSA-3", "npm", "latest"));
        var match = index.Match("pkg:npm/a@latest");
        Assert.Equal("GHSA-3", Assert.Single(match.Findings).Vulnerability);
        Assert.Equal(["GHSA-1", "GHSA-2"], match.NotJudged.Select(n => n.Record).Order(StringComparer.Ordinal));
        Assert.Contains("oddity", Assert.Single(index.Match("pkg:npm/a@1.5.0").NotJudged, n => n.Record == "GHSA-2").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_record_leaves_open_is_told()
    {
        var index = Records.Index(
            Records.Osv("GHSA-1", "npm", "a", "f2.0.0"),
            """{"id":"GHSA-2","modified":"2026-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":"a"}}]}""",
            """{"id":"GHSA-3","modified":"2026-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":"a"},"ranges":[{"type":"GIT","repo":"https://github.com/x/a","events":[{"introduced":"0"},{"fixed":"0123456789012345678901234567890123456789"}]}]}]}""");
        var match = index.Match("pkg:npm/a@1.0.0");
        Assert.Empty(match.Findings);
        Assert.Equal(["GHSA-1", "GHSA-2", "GHSA-3"], match.NotJudged.Select(n => n.Record).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_ecosystem_nobody_orders_is_judged_by_listed_versions_alone()
    {
        var index = Records.Index(Records.Osv("OSV-1", "GIT", "github.com/x/a", "i0 f2", affected: ""","versions":["v1.0"]"""));
        Assert.Equal("OSV-1", index.Found("pkg:github/x/a@v1.0"));
        Assert.Equal("OSV-1", index.Found("pkg:github/x/a@1.0"));
    }

    private static string Listed(string id, string ecosystem, params IEnumerable<string> versions) =>
        $$$"""{"id":"{{{id}}}","modified":"2026-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"{{{ecosystem}}}","name":"a"},"versions":[{{{string.Join(',', versions.Select(v => $"\"{v}\""))}}}]}]}""";
}
