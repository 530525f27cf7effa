using System.Text.Json;

namespace Marque.Cli.Tests;

public sealed class WhereTests : IDisposable
{
    private readonly LiveData live = new();

    [Theory]
    [InlineData("CVE-2026-0001")]
    [InlineData("GHSA-aaaa-aaaa-aaaa")]
    public void Every_affected_release_is_found_by_any_id(string id)
    {
        Portfolio();
        live.WithFeeds();
        Assert.Equal(["p 1.0", "p 1.1", "q 7"], Releases(Where(id)));
        Assert.Equal(["q 7"], Releases(Where("CVE-2026-0002")));
        var hit = Where(id).GetProperty("affected")[0];
        Assert.Equal(("pkg:npm/left@1.0.0", "1.2.0"), (hit.GetProperty("component").GetProperty("purl").GetString(), hit.GetProperty("fixed")[0].GetString()));
    }

    [Fact]
    public void It_does_not_matter_whether_feeds_or_releases_come_first()
    {
        live.WithFeeds();
        Portfolio();
        Assert.Equal(["p 1.0", "p 1.1", "q 7"], Releases(Where("CVE-2026-0001")));
    }

    [Fact]
    public void A_new_advisory_reaches_what_is_there_and_one_that_is_withdrawn_leaves_it()
    {
        live.WithFeeds();
        Portfolio();
        Assert.Empty(Releases(Where("D-1")));
        live.With("new.json", LiveData.Advisory("D-1", "other", "5.0.0"));
        Assert.Equal(1, live.Run("feeds", "import", "new.json", "--format", "json").Json.GetProperty("rematched").GetInt32());
        Assert.Equal(["p 1.1"], Releases(Where("D-1")));
        live.With("new.json", LiveData.Advisory("D-1", "other", "5.0.0", modified: "2026-11-22T00:00:00Z", more: "\"withdrawn\":\"2026-11-22T00:00:00Z\","));
        live.Run("feeds", "import", "new.json");
        Assert.Empty(Releases(Where("D-1")));
    }

    [Fact]
    public void A_release_tells_whether_it_is_supported_and_on_the_market()
    {
        using var sample = new Sample();
        live.WithFeeds();
        var sbom = LiveData.Sbom("left@1.0.0");
        sample.With("case/artefacts/sbom.json", sbom).With("case/evidence/sbom.yaml", Sample.Series("sbom", "artefacts/sbom.json", Sample.Sha256(sbom), "cyclonedx"))
            .With("case/releases/1.0.0.yaml", "version: \"1.0.0\"\nline: 1.x\nsupported: false\nplacing: { first: 2026-01-02, last: 2026-02-03 }\n");
        Assert.Equal((Exit.Done, ""), (live.Run("sbom", "import", sample.Case) is var ran ? ran.Code : 0, ran.Error));
        var hits = Where("CVE-2026-0001").GetProperty("affected").EnumerateArray().Select(h => (h.GetProperty("product").GetString(), h.GetProperty("release").GetString(), h.GetProperty("supported").GetRawText(), h.GetProperty("firstPlaced").GetString(), h.GetProperty("lastPlaced").GetString())).ToList();
        Assert.Equal(("gateway", "1.1.0"), (hits[0].Item1, hits[0].Item2));
        Assert.Equal(("gateway", "1.0.0", "false", "2026-01-02", "2026-02-03"), hits[1]);
        Assert.Contains("not supported", live.Run("where", "CVE-2026-0001").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_no_feed_knows_says_nothing_of_the_releases()
    {
        live.WithFeeds();
        Portfolio();
        var text = live.Run("where", "CVE-2019-9999").Out;
        Assert.Contains("that says nothing of the releases", text, StringComparison.Ordinal);
        Assert.DoesNotContain("none matched", text, StringComparison.Ordinal);
        Assert.Contains("none matched of 3 releases", live.Run("where", "GHSA-dddd-dddd-dddd").Out + live.With("d.json", LiveData.Advisory("GHSA-dddd-dddd-dddd", "nowhere", "1.0.0")).Run("feeds", "import", "d.json").Out + live.Run("where", "GHSA-dddd-dddd-dddd").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cve-2026-0001")]
    [InlineData("ghsa-AAAA-aaaa-aaaa")]
    [InlineData(" CVE-2026-0001 ")]
    public void An_id_may_be_typed_in_any_case(string id)
    {
        live.WithFeeds();
        Portfolio();
        Assert.Equal(["p 1.0", "p 1.1", "q 7"], Releases(Where(id)));
    }

    [Theory]
    [InlineData("log4j")]
    [InlineData("log4j-core")]
    [InlineData("pkg:npm/left@1.0.0")]
    [InlineData("CVE-2021-442")]
    [InlineData("CVE-2021-44228x")]
    [InlineData("GHSA-jfh8-c2jp")]
    [InlineData("CVE")]
    public void What_is_no_id_is_bad_usage(string typed)
    {
        live.WithFeeds();
        var ran = live.Run("where", typed);
        Assert.Equal((Exit.BadInput, ""), (ran.Code, ran.Out));
        Assert.Contains($"'{typed}' is no id of a vulnerability", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_records_about_a_component_are_one_row()
    {
        live.WithFeeds().With("also.json", LiveData.Advisory("X-2026-1", "left", "1.2.0", cve: "CVE-2026-0001"));
        Portfolio();
        live.Run("feeds", "import", "also.json");
        var lines = live.Wide("200", "where", "CVE-2026-0001").Lines;
        Assert.Equal(3, lines.Count(l => l.Contains("left@1.", StringComparison.Ordinal)));
        Assert.Contains(lines, l => l.Contains("osv GHSA-aaaa-aaaa-aaaa, osv X-2026-1: introduced 0, fixed 1.2.0", StringComparison.Ordinal));
        Assert.Contains(lines, l => l == "  EPSS 50.0 %");
        Assert.Contains("exploited, known since 2026-11-01", live.Run("where", "CVE-2026-0002").Out, StringComparison.Ordinal);
    }

    public void Dispose() => live.Dispose();

    private static string[] Releases(JsonElement where) => [.. where.GetProperty("affected").EnumerateArray().Select(h => $"{h.GetProperty("product").GetString()} {h.GetProperty("release").GetString()}").Distinct(StringComparer.Ordinal)];

    private void Portfolio()
    {
        live.With("1.json", LiveData.Sbom("left@1.0.0")).With("2.json", LiveData.Sbom("left@1.1.0", "other@4.0.0")).With("3.json", LiveData.Sbom("left@9.0.0")).With("4.json", LiveData.Sbom("right@2.0.0", "left@1.1.0"));
        foreach (var (file, product, release) in new[] { ("1.json", "p", "1.0"), ("2.json", "p", "1.1"), ("4.json", "q", "7") }) Assert.Equal((Exit.Done, ""), (live.Run("sbom", "import", file, "--product", product, "--release", release) is var ran ? ran.Code : 0, ran.Error));
    }

    private JsonElement Where(string id)
    {
        var ran = live.Run("where", id, "--format", "json");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Empty(Beside.Errors("where", ran.Json));
        Assert.True(ran.Json.GetProperty("current").GetBoolean());
        return ran.Json;
    }
}
