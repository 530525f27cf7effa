using Marque.Advisories;
using Marque.Components.Purls;

namespace Marque.Tests.Advisories;

public sealed class UpgradeTests
{
    // events | version | the part of the range that it is in
    [Theory]
    [InlineData("i0 f1.5.18 i1.6.0 f1.6.18", "1.4.0", "introduced 0, fixed 1.5.18")]
    [InlineData("i0 f1.5.18 i1.6.0 f1.6.18", "1.6.0", "introduced 1.6.0, fixed 1.6.18")]
    [InlineData("f1.6.18 i1.6.0 f1.5.18 i0", "1.6.17", "introduced 1.6.0, fixed 1.6.18")]
    [InlineData("i1.0.0 l1.2.0 i2.0.0 l2.2.0", "2.2.0", "introduced 2.0.0, last affected 2.2.0")]
    [InlineData("i1.0.0 l1.0.0 i2.0.0", "1.0.0", "introduced 1.0.0, last affected 1.0.0")]
    [InlineData("i1.0.0 l1.0.0 i2.0.0", "9.0.0", "introduced 2.0.0")]
    [InlineData("i1.0.0 i2.0.0 f3.0.0", "1.5.0", "introduced 1.0.0, fixed 3.0.0")]
    [InlineData("i1.0.0 f2.0.0 f3.0.0", "1.5.0", "introduced 1.0.0, fixed 2.0.0")]
    [InlineData("i1.0.0 m2.0.0 m3.0.0", "1.5.0", "introduced 1.0.0, limit 2.0.0")]
    [InlineData("i1.0.0 m*", "1.5.0", "introduced 1.0.0")]
    [InlineData("i1.0.0 f1.5.0 m2.0.0", "1.4.0", "introduced 1.0.0, fixed 1.5.0")]
    [InlineData("i0", "1.0.0", "introduced 0")]
    public void The_part_of_a_range_that_hit_is_told(string events, string version, string expected)
    {
        var finding = Assert.Single(Records.Index(Records.Osv("GHSA-1", "npm", "a", events)).Match($"pkg:npm/a@{version}").Findings);
        Assert.Equal($"ECOSYSTEM: {expected}", Assert.Single(finding.Hits).Because);
    }

    [Fact]
    public void Versions_matched_one_after_the_other_are_each_told_their_own_part()
    {
        var index = Records.Index(Records.Osv("GHSA-1", "npm", "a", "i1.0.0 f1.5.0 i2.0.0 f2.5.0"));
        var matches = Match.Run(index, [.. new[] { "1.0.0", "2.1.0", "1.4.0" }.Select(v => Purl.Read($"pkg:npm/a@{v}").Purl!)], threads: 1, TestContext.Current.CancellationToken);
        Assert.Equal(["introduced 1.0.0, fixed 1.5.0 1.5.0 2.5.0 2", "introduced 2.0.0, fixed 2.5.0 2.5.0 1.5.0 1", "introduced 1.0.0, fixed 1.5.0 1.5.0 2.5.0 2"],
            matches.Select(m => m.Findings[0]).Select(f => $"{f.Hits[0].Because["ECOSYSTEM: ".Length..]} {string.Join(' ', f.Fixed)} {f.FixedAbove}"));
    }

    // records, parted by a comma: events | version | what to upgrade to, how many it fixes, how many remain, how many others hit it
    [Theory]
    [InlineData("i0 f1.2.0, i0 f1.10.0, i0 f1.3.0", "1.0.0", "1.10.0 3 0 0")]
    [InlineData("i0 f1.5.18 i1.6.0 f1.6.18, i0 f1.6.5", "1.4.0", "1.6.18 2 0 0")]
    [InlineData("i0 f2.0.0, i0", "1.0.0", "2.0.0 1 1 0")]
    [InlineData("i0, i0 l3.0.0", "1.0.0", " 0 2 0")]
    [InlineData("i0 f2.0.0, i2.0.0 f3.0.0", "1.0.0", "2.0.0 1 0 1")]
    [InlineData("i1.0.0 f1.5.0 i2.0.0, i1.0.0 f2.0.0", "1.0.0", "2.0.0 1 1 0")]
    [InlineData("i1.0.0 f1.5.0 i1.7.0, i1.0.0 f1.6.0", "1.0.0", "1.6.0 2 0 0")]
    [InlineData("i0 f1.0.0 i2.0.0", "2.5.0", " 0 1 0")]
    [InlineData("i0 l1.0.0, i0 f1.2.0", "1.0.0", "1.2.0 2 0 0")]
    public void The_smallest_version_that_fixes_all_is_chosen(string records, string version, string expected)
    {
        var index = Records.Index(records.Split(", ").Select((events, at) => Records.Osv($"GHSA-{at}", "npm", "a", events)));
        var match = index.Match($"pkg:npm/a@{version}");
        var upgrade = Assert.Single(Upgrade.Of(index, [(match.Purl, match.Findings)], threads: 2, TestContext.Current.CancellationToken));
        Assert.Equal(expected, $"{upgrade.To} {upgrade.Fixes.Count} {upgrade.Remaining.Count} {upgrade.Others.Count}");
        Assert.Equal(match.Findings.Count, upgrade.Fixes.Count + upgrade.Remaining.Count);
    }

    [Fact]
    public void A_binary_package_is_upgraded_as_its_source_is()
    {
        var index = Records.Index(Records.Osv("DSA-1", "Debian:12", "openssl", "i0 f3.0.11-1~deb12u2"), Records.Osv("DSA-2", "Debian:12", "openssl", "i0 f3.0.9-1"));
        var match = index.Match("pkg:deb/debian/libssl3@3.0.8-1%2Bb1?upstream=openssl%403.0.8-1&distro=debian-12");
        Assert.Equal("3.0.11-1~deb12u2", Assert.Single(Upgrade.Of(index, [(match.Purl, match.Findings)], threads: 1, TestContext.Current.CancellationToken)).To);
    }

    [Fact]
    public void Commits_are_no_versions_to_upgrade_to()
    {
        var index = Records.Index("""{"id":"GHSA-1","modified":"2026-01-01T00:00:00Z","affected":[{"ranges":[{"type":"GIT","repo":"https://github.com/a/b","events":[{"introduced":"0"},{"fixed":"1111111111111111111111111111111111111111"}]}],"versions":["v1.0.0"]}]}""");
        var match = index.Match("pkg:github/a/b@v1.0.0");
        Assert.Null(Assert.Single(Upgrade.Of(index, [(match.Purl, match.Findings)], threads: 1, TestContext.Current.CancellationToken)).To);
    }
}
