using Marque.Advisories;

namespace Marque.Tests.Advisories;

/// <summary>One finding for each vulnerability, with all its ids, how it was found, how severe it is and what fixes it.</summary>
public sealed class FoldingTests
{
    private const string High = """{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}""";
    private const string Low = """{"type":"CVSS_V3","score":"CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N"}""";

    [Fact]
    public void Records_are_folded_by_aliases_symmetric_and_transitive()
    {
        var index = Records.Index(
            Records.Osv("PYSEC-1", "PyPI", "a", "i0 f2.0", more: ""","aliases":["CVE-1"]"""),
            Records.Osv("GHSA-1", "PyPI", "a", "i0 f1.9", more: ""","aliases":["EUVD-1"]"""),
            Records.Bare("EUVD-1", ""","aliases":["CVE-1"]"""),
            Records.Osv("GHSA-2", "PyPI", "a", "i0", more: ""","related":["CVE-1"],"upstream":["CVE-1"]"""));
        var findings = index.Match("pkg:pypi/a@1.0").Findings;
        Assert.Equal(["GHSA-1", "GHSA-2"], findings.Select(f => f.Vulnerability));
        Assert.Equal(["CVE-1", "EUVD-1", "PYSEC-1"], findings[0].Aliases);
        Assert.Equal([new Hit("osv", "GHSA-1", "PyPI a", "ECOSYSTEM: introduced 0, fixed 1.9"), new Hit("osv", "PYSEC-1", "PyPI a", "ECOSYSTEM: introduced 0, fixed 2.0")], findings[0].Hits);
        Assert.Equal(["1.9", "2.0"], findings[0].Fixed);
        Assert.Equal(["CVE-1"], findings[1].Upstream);
        Assert.Empty(findings[1].Aliases);
    }

    [Fact]
    public void Records_that_all_name_one_id_are_one_vulnerability_also_beyond_the_bound_of_what_is_followed()
    {
        var index = Records.Index(Enumerable.Range(0, 3000).Select(i => Records.Osv($"X-{i}", "PyPI", "a", "i0", more: ""","aliases":["CVE-1"]""")));
        var finding = Assert.Single(index.Match("pkg:pypi/a@1.0").Findings);
        Assert.Equal(3000, finding.Hits.Count);
        Assert.Contains("CVE-1", finding.Aliases);
        Assert.InRange(finding.Aliases.Count, 900, 1100);
    }

    [Fact]
    public void A_withdrawn_record_joins_nothing()
    {
        var index = Records.Index(
            Records.Osv("GHSA-1", "npm", "a", "i0"),
            Records.Osv("GHSA-2", "npm", "a", "i0"),
            Records.Bare("CVE-1", ""","aliases":["GHSA-1","GHSA-2"],"withdrawn":"2026-01-01T00:00:00Z" """));
        Assert.Equal("GHSA-1 GHSA-2", index.Found("pkg:npm/a@1.0.0"));
    }

    [Fact]
    public void Aliases_in_a_circle_and_of_themselves_end()
    {
        var index = Records.Index(
            Records.Osv("GHSA-1", "npm", "a", "i0", more: ""","aliases":["GHSA-1","CVE-1"]"""),
            Records.Osv("CVE-1", "npm", "a", "i0", more: ""","aliases":["GHSA-2"]"""),
            Records.Osv("GHSA-2", "npm", "a", "i0", more: ""","aliases":["GHSA-1"]"""));
        Assert.Equal(["CVE-1", "GHSA-2"], Assert.Single(index.Match("pkg:npm/a@1.0.0").Findings).Aliases);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_aliases_is_bounded()
    {
        var index = Records.Index(Enumerable.Range(0, 100_000).Select(n => Records.Bare($"X-{n}", $$""","aliases":["X-{{n + 1}}"]""")).Append(Records.Osv("X-100001", "npm", "a", "i0", more: ""","aliases":["X-0"]""")));
        Assert.InRange(Assert.Single(index.Match("pkg:npm/a@1.0.0").Findings).Aliases.Count, 900, 1100);
    }

    [Fact]
    public void Fixed_versions_begin_with_the_nearest_above()
    {
        var index = Records.Index(Records.Osv("GHSA-1", "npm", "a", "i1.0.0 f1.10.0 i2.0.0 f2.5.0 i3.0.0 f3.1.0"));
        Assert.Equal(["2.5.0", "3.1.0", "1.10.0"], Assert.Single(index.Match("pkg:npm/a@2.1.0").Findings).Fixed);
        Assert.Equal(["1.10.0", "2.5.0", "3.1.0"], Assert.Single(index.Match("pkg:npm/a@1.9.0").Findings).Fixed);
    }

    [Theory]
    // of the package itself; of the record; of an alias; of what it is about; in words; unknown
    [InlineData("", ""","severity":[""" + Low + "]", "low", 1.8)]
    [InlineData(""","severity":[""" + High + "," + Low + "]", "", "critical", 9.8)]
    [InlineData(""","aliases":["CVE-9"]""", "", "critical", 9.8)]
    [InlineData(""","upstream":["CVE-9"]""", "", "critical", 9.8)]
    [InlineData(""","database_specific":{"severity":"MODERATE"}""", "", "medium", null)]
    [InlineData("", ""","ecosystem_specific":{"urgency":"unimportant"}""", "low", null)]
    [InlineData("", ""","severity":[{"type":"Ubuntu","score":"high"}]""", "high", null)]
    [InlineData(""","severity":[{"type":"CVSS_V3","score":"CVSS:3.1/nonsense"}],"database_specific":{"severity":"CRITICAL"}""", "", "critical", null)]
    [InlineData("", "", "unknown", null)]
    public void Severity_is_the_highest_score_nearest_to_the_package_or_else_a_word(string record, string package, string level, double? score)
    {
        var index = Records.Index(Records.Osv("GHSA-1", "npm", "a", "i0", more: record, affected: package), Records.Bare("CVE-9", ""","severity":[""" + High + "]"));
        var rating = Assert.Single(index.Match("pkg:npm/a@1.0.0").Findings).Rating;
        Assert.Equal((level, score), (rating.Level.Word(), rating.Score));
        if (level != "unknown") Assert.NotEmpty(rating.Because);
    }

    [Fact]
    public void The_last_known_range_of_a_database_is_told_and_not_evaluated()
    {
        var index = Records.Index(Records.Osv("GHSA-1", "npm", "a", "i0", affected: ""","database_specific":{"last_known_affected_version_range":"<= 1.0.0"}"""));
        Assert.Contains("last known affected: <= 1.0.0", Assert.Single(Assert.Single(index.Match("pkg:npm/a@5.0.0").Findings).Hits).Because, StringComparison.Ordinal);
    }
}
