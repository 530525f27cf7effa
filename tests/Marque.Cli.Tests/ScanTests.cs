namespace Marque.Cli.Tests;

public sealed class ScanTests : IDisposable
{
    private readonly LiveData live = new();

    [Fact]
    public void What_is_exploited_stands_first_then_what_is_severe_and_each_finding_says_how_it_was_found()
    {
        live.WithFeeds().With("sbom.json", LiveData.Sbom("left@1.0.0", "right@2.0.0", "other@1.0.0", "nameless"));
        var ran = live.Run("scan", "sbom.json", "--format", "json");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Empty(Beside.Errors("scan", ran.Json));
        var findings = ran.Json.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(["GHSA-bbbb-bbbb-bbbb", "GHSA-aaaa-aaaa-aaaa", "GHSA-cccc-cccc-cccc"], findings.Select(f => f.GetProperty("vulnerability").GetString()));
        Assert.Equal([true, false, false], findings.Select(f => f.GetProperty("kev").GetBoolean()));
        var critical = findings[1];
        Assert.Equal(("critical", 9.8, 0.5, "1.2.0", "2"), (critical.GetProperty("severity").GetString(), critical.GetProperty("cvss").GetDouble(), critical.GetProperty("epss").GetDouble(), critical.GetProperty("fixed")[0].GetString(), critical.GetProperty("component").GetProperty("line").ToString()));
        Assert.Contains("fixed 1.2.0", critical.GetProperty("because").GetString(), StringComparison.Ordinal);
        Assert.Equal(("Example AB", "not_affected"), (critical.GetProperty("statements")[0].GetProperty("supplier").GetString(), critical.GetProperty("statements")[0].GetProperty("status").GetString()));
        Assert.Equal("no package URL", ran.Json.GetProperty("unmatched")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public void A_table_ends_with_what_was_found_what_was_not_looked_at_and_how_old_the_feeds_are()
    {
        live.WithFeeds().With("sbom.json", LiveData.Sbom("left@1.0.0", "right@2.0.0", "nameless")).With("sound.json", LiveData.Sbom("left@9.0.0"));
        var found = live.Run("scan", "sbom.json").Out;
        Assert.Contains("3 findings in 2 of 3 components: 1 exploited; 1 critical, 1 low, 1 not rated; 1 component unmatched:", found.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("1: no package URL: nameless", found, StringComparison.Ordinal);
        Assert.Contains("osv as of 2026-11-20T00:00:00Z (4 d old)", found.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("Example AB states not affected", found, StringComparison.Ordinal);
        var sound = live.Run("scan", "sound.json").Out;
        Assert.StartsWith("none matched of 1 component; 0 components unmatched\nfeeds: ", sound, StringComparison.Ordinal);
        foreach (var text in new[] { found, sound }) Assert.DoesNotContain("no vulnerabilities", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("80")]
    [InlineData("100")]
    [InlineData("200")]
    public void A_table_stands_by_package_with_the_smallest_version_that_fixes_all_of_it(string width)
    {
        live.With("osv/a.json", LiveData.Advisory("A-1", "left", "1.2.0")).With("osv/b.json", LiveData.Advisory("A-2", "left", "1.10.0")).With("osv/c.json", LiveData.Advisory("C-1", "right", "9.0.0", vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"))
            .With("osv/d.json", """{"schema_version":"1.6.7","id":"C-2","modified":"2026-11-20T00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":"right"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"}]}]}]}""")
            .With("osv/e.json", """{"schema_version":"1.6.7","id":"C-3","modified":"2026-11-20T00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":"right"},"ranges":[{"type":"SEMVER","events":[{"introduced":"8.0.0"},{"fixed":"9.9.0"}]}]}]}""")
            .With("sbom.json", LiveData.Sbom("left@1.0.0", "right@2.0.0", "left@1.0.0"));
        live.Run("feeds", "import", "osv");
        var lines = live.Wide(width, "scan", "sbom.json").Lines;
        Assert.All(lines, l => Assert.True(l.Length <= int.Parse(width, System.Globalization.CultureInfo.InvariantCulture), l));
        var text = string.Join(' ', lines.Select(l => l.Trim()));
        Assert.Contains("right@2.0.0: upgrade to 9.0.0, which fixes 1 of 2, not C-2; but C-3 hits that version", text, StringComparison.Ordinal);
        Assert.Contains("left@1.0.0 (2 times): upgrade to 1.10.0, which fixes all 2", text, StringComparison.Ordinal);
        var starts = lines.Select(l => l.TrimStart()).ToList();
        Assert.Equal(["right@2.0.0", "critical 9.8", "not rated", "left@1.0.0 (2", "not rated", "not rated"], starts.Select(l => new[] { "right@2.0.0", "critical 9.8", "not rated", "left@1.0.0 (2" }.FirstOrDefault(w => l.StartsWith(w, StringComparison.Ordinal))).OfType<string>());
        var upgrades = live.Run("scan", "sbom.json", "--format", "json").Json.GetProperty("upgrades").EnumerateArray().Select(u => (u.GetProperty("package").GetString(), u.GetProperty("to").GetString(), u.GetProperty("fixes").GetArrayLength(), u.GetProperty("remaining").GetArrayLength(), u.GetProperty("others").GetArrayLength(), u.GetProperty("components").GetArrayLength()));
        Assert.Equal([("npm right", "9.0.0", 1, 1, 1, 1), ("npm left", "1.10.0", 2, 0, 0, 2)], upgrades);
    }

    [Fact]
    public void A_fix_of_an_older_line_is_told_as_below()
    {
        live.With("osv/a.json", """{"schema_version":"1.6.7","id":"A-1","modified":"2026-11-20T00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":"left"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"1.0.0"},{"introduced":"2.0.0"}]}]}]}""").With("sbom.json", LiveData.Sbom("left@2.5.0"));
        live.Run("feeds", "import", "osv");
        var text = live.Run("scan", "sbom.json").Out;
        Assert.Contains("left@2.5.0: no fix known", text, StringComparison.Ordinal);
        Assert.Contains("none above; below: 1.0.0", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Old_feeds_are_warned_of_in_words_and_fresh_ones_are_not()
    {
        live.WithFeeds().With("sbom.json", LiveData.Sbom("left@1.0.0"));
        Assert.DoesNotContain("old:", live.Run("scan", "sbom.json").Out, StringComparison.Ordinal);
        foreach (var command in new[] { new[] { "scan", "sbom.json" }, ["where", "CVE-2026-0001"], ["feeds", "status"] })
        {
            Assert.Contains("old: epss (90 d), kev (94 d), osv (94 d): what became known since is missing", live.Run([.. command, "--as-of", "2027-02-22T00:00:00Z"]).Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
            Assert.All(live.Run([.. command, "--as-of", "2027-02-22T00:00:00Z", "--format", "json"]).Json.GetProperty("feeds").EnumerateArray(), f => Assert.Equal(f.GetProperty("kind").GetString() != "openvex", f.GetProperty("stale").GetBoolean()));
        }
    }

    [Fact]
    public void Every_format_tells_the_same_findings()
    {
        live.WithFeeds().With("sbom.json", LiveData.Sbom("left@1.0.0", "right@2.0.0", "other@1.0.0", "nameless"));
        var json = live.Run("scan", "sbom.json", "--format", "json").Json;
        var run = live.Run("scan", "sbom.json", "--format", "sarif").Json.GetProperty("runs")[0];
        var table = live.Run("scan", "sbom.json", "--all").Out;
        var ids = json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("vulnerability").GetString()!).ToList();
        Assert.Equal(ids, run.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("ruleId").GetString()));
        Assert.All(ids, id => Assert.Contains(id, table, StringComparison.Ordinal));
        Assert.Equal((json.GetProperty("unmatchedCount").GetInt32(), json.GetProperty("notJudged").GetArrayLength(), json.GetProperty("feeds").EnumerateArray().Select(f => f.GetProperty("name").GetString()).Order().Aggregate((a, b) => $"{a} {b}")), (run.GetProperty("properties").GetProperty("unmatched").GetInt32(), run.GetProperty("properties").GetProperty("notJudged").GetInt32(), run.GetProperty("properties").GetProperty("feeds").EnumerateArray().Select(f => f.GetProperty("name").GetString()).Order().Aggregate((a, b) => $"{a} {b}")));
    }

    [Fact]
    public void Code_scanning_output_follows_the_published_schema()
    {
        live.WithFeeds().With("a b#?%.json", LiveData.Sbom("left@1.0.0", "right@2.0.0", "nameless")).With("empty.json", LiveData.Sbom());
        foreach (var sbom in new[] { "a b#?%.json", "empty.json" }) Assert.Empty(Beside.Errors(Beside.Sarif, live.Run("scan", sbom, "--format", "sarif").Json));
    }

    [Fact]
    public void Nothing_to_look_at_is_said()
    {
        live.WithFeeds().With("empty.json", LiveData.Sbom());
        Assert.StartsWith("the bill of materials lists no component", live.Run("scan", "empty.json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void No_gate_holds_where_nothing_was_looked_at()
    {
        live.WithFeeds().With("empty.json", LiveData.Sbom());
        Assert.Equal((1, "gate: empty.json: it lists no component, so no rule can hold\n"), live.Run("scan", "empty.json", "--gate", "kev", "--gate", "unmatched") is var ran ? (ran.Code, ran.Error) : default);
        Assert.Equal((0, ""), live.Run("scan", "empty.json", "--gate", "none") is var none ? (none.Code, none.Error) : default);
    }

    [Theory]
    [InlineData("kev", 1)]
    [InlineData("critical", 1)]
    [InlineData("any", 1)]
    [InlineData("unmatched", 1)]
    [InlineData("none", 0)]
    public void A_gate_that_fails_gives_exit_code_1_and_is_named(string rule, int code)
    {
        live.WithFeeds().With("sbom.json", LiveData.Sbom("left@1.0.0", "right@2.0.0", "nameless"));
        var ran = live.Run("scan", "sbom.json", "--gate", rule);
        Assert.Equal(code, ran.Code);
        Assert.Equal(code == 1, ran.Error.StartsWith($"gate: {rule}: fails for ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_severity_gate_takes_that_severity_and_above()
    {
        live.With("osv/a.json", LiveData.Advisory("A-1", "left", "2.0.0", vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N")).With("sbom.json", LiveData.Sbom("left@1.0.0"));
        live.Run("feeds", "import", "osv");
        Assert.Equal([0, 1, 1, 1, 0], new[] { "critical", "high", "medium", "low", "kev" }.Select(g => live.Run("scan", "sbom.json", "--gate", g).Code));
    }

    [Fact]
    public void Without_advisories_there_is_no_scan_but_a_way_to_one()
    {
        live.With("sbom.json", LiveData.Sbom("left@1.0.0")).With("kev.json", LiveData.Kev);
        for (var i = 0; i < 2; i++)
        {
            var ran = live.Run("scan", "sbom.json");
            Assert.Equal((Exit.BadInput, ""), (ran.Code, ran.Out));
            Assert.Contains("'marque feeds import FILE' imports them", ran.Error, StringComparison.Ordinal);
            live.Run("feeds", "import", "kev.json");
        }
    }

    [Fact]
    public void A_limit_leaves_out_and_says_so()
    {
        live.WithFeeds().With("sbom.json", LiveData.Sbom("left@1.0.0", "right@2.0.0"));
        Assert.Contains("... and 2 more; --all shows them", live.Run("scan", "sbom.json", "--limit", "1").Out, StringComparison.Ordinal);
        var json = live.Run("scan", "sbom.json", "--limit", "1", "--format", "json").Json;
        Assert.Equal((1, 3), (json.GetProperty("findings").GetArrayLength(), json.GetProperty("findingCount").GetInt32()));
        Assert.Equal(Exit.BadInput, live.Run("scan", "sbom.json", "--limit", "0").Code);
        Assert.Equal(Exit.BadInput, live.Run("scan", "sbom.json", "--limit", "3", "--all").Code);
    }

    [Fact]
    public void Code_scanning_gets_a_result_at_the_line_of_each_component()
    {
        live.WithFeeds().With("sbom.json", LiveData.Sbom("left@1.0.0", "right@2.0.0"));
        var log = live.Run("scan", "sbom.json", "--format", "sarif").Json;
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        var run = log.GetProperty("runs")[0];
        Assert.Equal([("GHSA-bbbb-bbbb-bbbb", "error", 3), ("GHSA-aaaa-aaaa-aaaa", "error", 2), ("GHSA-cccc-cccc-cccc", "note", 2)], run.GetProperty("results").EnumerateArray().Select(r => (r.GetProperty("ruleId").GetString()!, r.GetProperty("level").GetString()!, r.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32())));
        Assert.All(run.GetProperty("results").EnumerateArray(), r => Assert.Equal(r.GetProperty("ruleId").GetString(), run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[r.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
    }

    [Fact]
    public void A_case_is_scanned_by_what_it_registers_for_the_release()
    {
        using var sample = new Sample();
        live.WithFeeds();
        var (old, now) = (LiveData.Sbom("left@1.0.0"), LiveData.Sbom("left@9.0.0"));
        sample.With("case/artefacts/old.cdx.json", old).With("case/artefacts/new.cdx.json", now)
            .With("case/evidence/old-sbom.yaml", Sample.Series("old-sbom", "artefacts/old.cdx.json", Sample.Sha256(old), "cyclonedx", "releases: { only: [\"1.0.0\"] }"))
            .With("case/evidence/new-sbom.yaml", Sample.Series("new-sbom", "artefacts/new.cdx.json", Sample.Sha256(now), "cyclonedx", "releases: { only: [\"1.1.0\"] }"));
        Assert.StartsWith("none matched", live.Run("scan", sample.Case).Out, StringComparison.Ordinal);
        Assert.Equal(2, live.Run("scan", sample.Case, "--release", "1.0.0", "--format", "json").Json.GetProperty("findingCount").GetInt32());
        Assert.Contains("the case has no release '7'", live.Run("scan", sample.Case, "--release", "7").Error, StringComparison.Ordinal);
        var two = live.Run("scan", sample.With("case/evidence/also.yaml", Sample.Series("also", "artefacts/old.cdx.json", Sample.Sha256(old), "cyclonedx", "releases: { only: [\"1.1.0\"] }")).Case, "--format", "json").Json;
        Assert.Empty(Beside.Errors("scan", two));
        Assert.Equal([2, 0], two.GetProperty("scans").EnumerateArray().Select(s => s.GetProperty("findingCount").GetInt32()).OrderDescending());
        Assert.Equal(["schema", "scans"], two.EnumerateObject().Select(p => p.Name));
        sample.With("case/artefacts/new.cdx.json", old);
        Assert.Contains("is registered in the case", live.Run("scan", sample.Case).Error, StringComparison.Ordinal);
    }

    public void Dispose() => live.Dispose();
}
