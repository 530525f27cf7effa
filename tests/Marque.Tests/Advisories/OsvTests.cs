using System.Text;
using Marque.Advisories;
using NodaTime;
using NodaTime.Text;

namespace Marque.Tests.Advisories;

/// <summary>Records of the OSV schema: strict about what identifies one, tolerant of the rest, and nothing dropped in silence.</summary>
public sealed class OsvTests
{
    [Fact]
    public void Every_field_that_means_something_is_kept()
    {
        var read = Read("""
            {"schema_version":"1.7.5","id":"GHSA-aaaa-bbbb-cccc","modified":"2026-02-03T04:05:06.789Z","published":"2026-01-01T00:00:00Z","withdrawn":"2026-03-01T00:00:00Z",
             "aliases":["CVE-2026-1"],"related":["CVE-2026-2"],"upstream":["CVE-2026-3"],"summary":"Caf\u00e9","details":"long","severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
             "affected":[{"package":{"ecosystem":"npm","name":"a","purl":"pkg:npm/a"},
               "ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"1.2.0"}]},{"type":"GIT","repo":"https://example.com/a","events":[{"introduced":"0"},{"limit":"ffffffffffffffffffffffffffffffffffffffff"}]}],
               "versions":["1.0.0","1.1.0"],"severity":[{"type":"Ubuntu","score":"low"}],"ecosystem_specific":{"severity":"minor"},"database_specific":{"last_known_affected_version_range":"<= 1.1.9","cwes":[{"severity":"x"}]}}],
             "references":[{"type":"WEB","url":"https://example.com/1"},{"url":"https://example.com/2","type":"FIX"}],"credits":[{"name":"somebody"}],"database_specific":{"severity":"HIGH","nested":{"severity":"LOW"}},"unknown":{"deep":[[1,2],{"id":"X-1"}]}}
            """).Advisory!;
        Assert.Equal(("GHSA-aaaa-bbbb-cccc", "Café", "HIGH"), (read.Id, read.Summary, read.DatabaseSeverity));
        Assert.Equal(Instant.FromUtc(2026, 2, 3, 4, 5, 6).PlusNanoseconds(789_000_000), read.Modified);
        Assert.Equal((Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 3, 1, 0, 0)), (read.Published!.Value, read.Withdrawn!.Value));
        Assert.Equal(["CVE-2026-1"], read.Aliases);
        Assert.Equal(["CVE-2026-2"], read.Related);
        Assert.Equal(["CVE-2026-3"], read.Upstream);
        Assert.Equal([new Severity("CVSS_V3", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")], read.Severities);
        Assert.Equal([new Reference("WEB", "https://example.com/1"), new Reference("FIX", "https://example.com/2")], read.References);
        Assert.Empty(read.NotApplied);
        var affected = Assert.Single(read.Affected);
        Assert.Equal(("npm", "a", "pkg:npm/a", "minor", "<= 1.1.9"), (affected.Ecosystem, affected.Name, affected.Purl, affected.DatabaseSeverity, affected.LastKnown));
        Assert.Equal(["1.0.0", "1.1.0"], affected.Versions);
        Assert.Equal([new Severity("Ubuntu", "low")], affected.Severities);
        Assert.Equal([RangeType.SemVer, RangeType.Git], affected.Ranges.Select(r => r.Type));
        Assert.Equal([new RangeEvent(RangeEventKind.Introduced, "0"), new RangeEvent(RangeEventKind.Fixed, "1.2.0")], affected.Ranges[0].Events);
        Assert.Equal("https://example.com/a", affected.Ranges[1].Repository);
        Assert.Equal(new RangeEvent(RangeEventKind.Limit, "ffffffffffffffffffffffffffffffffffffffff"), affected.Ranges[1].Events[1]);
    }

    [Theory]
    [InlineData("""{"modified":"2026-01-01T00:00:00Z"}""", "no id")]
    [InlineData("""{"id":"GHSA-1"}""", "no time it was modified")]
    [InlineData("""{"id":"nohyphen","modified":"2026-01-01T00:00:00Z"}""", "not of the form")]
    [InlineData("""{"id":"CVE-","modified":"2026-01-01T00:00:00Z"}""", "not of the form")]
    [InlineData("""{"id":"CVE-1 2","modified":"2026-01-01T00:00:00Z"}""", "not of the form")]
    [InlineData("""{"id":"CVE-1/../2","modified":"2026-01-01T00:00:00Z"}""", "not of the form")]
    [InlineData("""{"id":7,"modified":"2026-01-01T00:00:00Z"}""", "not of the form")]
    [InlineData("""{"id":"CVE-\ud800","modified":"2026-01-01T00:00:00Z"}""", "not of the form")]
    [InlineData("""{"id":"CVE-1","modified":"2026-01-01"}""", "not an RFC 3339 time")]
    [InlineData("""{"id":"CVE-1","modified":"2026-02-30T00:00:00Z"}""", "not an RFC 3339 time")]
    [InlineData("""{"id":"CVE-1","modified":"2026-01-01T00:00:00+01:00"}""", "not an RFC 3339 time")]
    [InlineData("""{"id":"CVE-1","id":"CVE-2","modified":"2026-01-01T00:00:00Z"}""", "id is stated twice")]
    [InlineData("""{"id":"CVE-1","modified":"2026-01-01T00:00:00Z","affected":[],"affected":[]}""", "affected is stated twice")]
    [InlineData("""{"id":"CVE-1","modified":"2026-01-01T00:00:00Z","affected":[{"ranges":[],"r\u0061nges":[]}]}""", "ranges is stated twice")]
    [InlineData("""{"id":"CVE-1","modified":"2026-01-01T00:00:00Z","affected":{}}""", "affected is not a list")]
    [InlineData("""{"id":"CVE-1","modified":"2026-01-01T00:00:00Z","\ud800":1}""", "no characters")]
    [InlineData("""{"id":"CVE-1","modified":"2026-01-01T00:00:00Z"} {}""", "not JSON")]
    [InlineData("""{"id":"CVE-1","modified":"2026-01-01T00:00:00Z",}""", "not JSON")]
    [InlineData("""{"id":"CVE-1",""", "not JSON")]
    [InlineData("""[]""", "not a JSON object")]
    [InlineData("", "not JSON")]
    public void What_does_not_identify_itself_is_refused(string record, string reason)
    {
        var read = Read(record);
        Assert.Null(read.Advisory);
        Assert.Contains(reason, read.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_record_keeps_its_id_for_the_report() => Assert.Equal("CVE-1", Read("""{"id":"CVE-1","modified":"today"}""").Id);

    [Theory]
    [InlineData("""{"type":"ODD","events":[{"introduced":"0"}]}""", "its type 'ODD' is not known")]
    [InlineData("""{"events":[{"introduced":"0"}]}""", "its type '' is not known")]
    [InlineData("""{"type":"SEMVER","events":[{"fixed":"1"}]}""", "no event says where it begins")]
    [InlineData("""{"type":"SEMVER","events":[]}""", "no event says where it begins")]
    [InlineData("""{"type":"SEMVER"}""", "no event says where it begins")]
    [InlineData("""{"type":"SEMVER","events":[{"introduced":"0","fixed":"1"}]}""", "an event states several things")]
    [InlineData("""{"type":"SEMVER","events":[{"introduced":"0"},{"repaired":"1"}]}""", "an event says nothing that is known")]
    [InlineData("""{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":1}]}""", "not a text")]
    [InlineData("""{"type":"SEMVER","events":[{"introduced":"0"},"fixed"]}""", "not an object")]
    [InlineData("""{"type":"SEMVER","type":"GIT","events":[{"introduced":"0"}]}""", "stated twice")]
    [InlineData("7", "not an object")]
    public void A_range_that_is_not_understood_leaves_the_others_and_is_told(string range, string reason)
    {
        var read = Read($$$"""{"id":"CVE-1","modified":"2026-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":"a"},"ranges":[{{{range}}},{"type":"SEMVER","events":[{"introduced":"2"}]}]}]}""").Advisory!;
        Assert.Equal("2", Assert.Single(Assert.Single(read.Affected).Ranges).Events[0].Version);
        Assert.Contains(reason, Assert.Single(read.NotApplied), StringComparison.Ordinal);
        Assert.StartsWith("affected[0]", read.NotApplied[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Databases_that_write_empty_fields_beside_the_one_that_counts_are_understood()
    {
        var read = Read("""{"id":"CVE-1","modified":"2026-01-01T00:00:00Z","aliases":null,"affected":[{"package":{"ecosystem":"npm","name":"a"},"severity":null,"ranges":[{"type":"SEMVER","events":[{"introduced":"0","fixed":"","limit":null}]}],"versions":null}],"references":null}""").Advisory!;
        Assert.Equal([new RangeEvent(RangeEventKind.Introduced, "0")], Assert.Single(Assert.Single(read.Affected).Ranges).Events);
        Assert.Empty(read.NotApplied);
    }

    [Fact]
    public void A_hundred_thousand_versions_come_back_whole()
    {
        var versions = Enumerable.Range(0, 100_000).Select(n => $"{n % 97}.{n}").ToList();
        var read = Read($$$"""{"id":"CVE-1","modified":"2026-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":"a"},"versions":[{{{string.Join(',', versions.Select(v => $"\"{v}\""))}}}]}]}""").Advisory!;
        Assert.Equal(versions.Order(StringComparer.Ordinal), Assert.Single(read.Affected).Versions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Depth_is_bounded() => Assert.Contains("not JSON", Read($$"""{"id":"CVE-1","modified":"2026-01-01T00:00:00Z","x":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}""").Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("2024-02-29T23:59:59.9999999Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void Times_are_those_of_RFC_3339(string time) =>
        Assert.Equal(InstantPattern.ExtendedIso.Parse(time).Value, Read(Records.Bare("CVE-1", modified: time)).Advisory!.Modified);

    private static OsvReading Read(string record) => Osv.Read(Encoding.UTF8.GetBytes(record));
}
