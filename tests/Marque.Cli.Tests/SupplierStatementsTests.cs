namespace Marque.Cli.Tests;

/// <summary>Statements of suppliers beside the findings of a scan: of a component inside a product where that product is, and nowhere else.</summary>
public sealed class SupplierStatementsTests : IDisposable
{
    private readonly LiveData live = new();

    [Theory]
    [InlineData("pkg:generic/gateway@2.4", """[{"@id":"pkg:generic/gateway@2.4","subcomponents":[{"@id":"pkg:npm/left"}]}]""", "inside pkg:generic/gateway@2.4 alone")]
    [InlineData("pkg:generic/gateway@2.4", """[{"@id":"pkg:generic/gateway@2.3","subcomponents":[{"@id":"pkg:npm/left"}]}]""", null)]
    [InlineData("pkg:generic/other@2.4", """[{"@id":"pkg:generic/gateway@2.4","subcomponents":[{"@id":"pkg:npm/left"}]}]""", null)]
    [InlineData("pkg:generic/gateway@2.4", """[{"@id":"pkg:generic/gateway@2.4"}]""", "of pkg:generic/gateway@2.4 as a whole")]
    [InlineData("pkg:generic/gateway@2.4", """[{"@id":"https://example.com/gateway","subcomponents":[{"@id":"pkg:npm/left@1.0.0"}]}]""", "inside id:https://example.com/gateway alone")]
    [InlineData("pkg:generic/gateway@2.4", """[{"@id":"pkg:npm/left@1.0.0"}]""", "")]
    public void A_statement_is_shown_where_it_speaks(string subject, string products, string? shown)
    {
        live.With("osv/a.json", LiveData.Advisory("GHSA-aaaa-aaaa-aaaa", "left", "1.2.0", "CVE-2026-0001"))
            .With("vex.json", $$"""{"@context":"https://openvex.dev/ns/v0.2.0","@id":"https://example.com/vex/1","author":"Example AB","timestamp":"2026-11-02T00:00:00Z","version":1,"statements":[{"vulnerability":{"name":"CVE-2026-0001"},"products":{{products}},"status":"not_affected","justification":"vulnerable_code_not_in_execute_path"}]}""")
            .With("sbom.json", LiveData.Sbom("left@1.0.0").Replace("\"version\":1,", $$$"""
                "version":1,"metadata":{"component":{"type":"application","name":"g","bom-ref":"g","purl":"{{{subject}}}"}},
                """, StringComparison.Ordinal));
        foreach (var feed in new[] { "osv", "vex.json" }) Assert.Equal(Exit.Done, live.Run("feeds", "import", feed).Code);
        var finding = Assert.Single(live.Run("scan", "sbom.json", "--format", "json").Json.GetProperty("findings").EnumerateArray());
        var statements = finding.GetProperty("statements").EnumerateArray().ToList();
        Assert.Equal(shown is null ? 0 : 1, statements.Count);
        if (shown is null) return;
        Assert.Equal(("Example AB", "not_affected"), (statements[0].GetProperty("supplier").GetString(), statements[0].GetProperty("status").GetString()));
        Assert.EndsWith(shown, statements[0].GetProperty("because").GetString(), StringComparison.Ordinal);
        // It never removes the finding.
        Assert.Equal("open", finding.GetProperty("status").GetString());
    }

    [Fact]
    public void What_is_refused_of_a_document_is_told_with_its_reason()
    {
        live.With("csaf.json", Csaf("2026-11-02", "A-1", "A-2"));
        var json = live.Run("feeds", "import", "csaf.json", "--format", "json").Json;
        var refused = Assert.Single(json.GetProperty("refused").EnumerateArray());
        Assert.Equal("EX-1: CVE-2026-0001", refused.GetProperty("id").GetString());
        Assert.Contains("A-2 is not in the product tree", refused.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal((1, 1), (json.GetProperty("imported").GetInt32(), json.GetProperty("refusedCount").GetInt32()));
    }

    [Fact]
    public void A_document_that_states_nothing_is_neither_imported_nor_unchanged()
    {
        live.With("csaf/a.json", Csaf("2026-11-02", "A-1")).With("csaf/b.json", """{"document":{"category":"csaf_base","csaf_version":"2.0","publisher":{"category":"vendor","name":"Example AB","namespace":"https://example.com"},"title":"News","tracking":{"id":"EX-9","status":"final","version":"1","current_release_date":"2026-11-02T00:00:00Z"}}}""");
        foreach (var imported in new[] { 1, 0 })
        {
            var json = live.Run("feeds", "import", "csaf", "--format", "json").Json;
            Assert.Empty(Beside.Errors("feed-import", json));
            Assert.Equal((imported, 1 - imported, 1), (json.GetProperty("imported").GetInt32(), json.GetProperty("unchanged").GetInt32(), json.GetProperty("withoutStatement").GetInt32()));
        }

        Assert.StartsWith("csaf  2 read, 0 imported, 1 unchanged, 0 refused, 1 without a statement on a product\n", live.Run("feeds", "import", "csaf").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_version_of_a_document_does_not_come_back()
    {
        foreach (var (day, imported) in new[] { ("2026-11-02", 1), ("2026-11-01", 0), ("2026-11-03", 1) })
        {
            live.With("csaf.json", Csaf(day, "A-1"));
            Assert.Equal(imported, live.Run("feeds", "import", "csaf.json", "--format", "json").Json.GetProperty("imported").GetInt32());
        }
    }

    [Theory]
    [InlineData("""{"document":{"csaf_version":"2.0"},"vulnerabilities":[]}""", "a CSAF document")]
    [InlineData("""{"@context":"https://openvex.dev/ns/v0.2.0","@id":"a","statements":[]}""", "an OpenVEX document")]
    [InlineData("""{"schema_version":"1.7.0","id":"GHSA-aaaa-aaaa-aaaa","affected":[]}""", "an advisory in the OSV format")]
    public void A_scan_of_a_feed_says_what_it_is_and_where_it_goes(string content, string what)
    {
        live.With("osv/a.json", LiveData.Advisory("GHSA-aaaa-aaaa-aaaa", "left", "1.2.0", "CVE-2026-0001")).With("it.json", content);
        Assert.Equal(Exit.Done, live.Run("feeds", "import", "osv").Code);
        var run = live.Run("scan", "it.json");
        Assert.Equal(Exit.BadInput, run.Code);
        Assert.Contains($"this is {what}; 'marque feeds import' takes it", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_European_database_is_as_old_as_its_newest_record()
    {
        live.With("euvd.json", """{"id":"EUVD-2026-1","aliases":"CVE-2026-0001\n","datePublished":"Jun 20, 2026, 11:57:00 AM","dateUpdated":"Jul 8, 2026, 9:55:16 AM"}""");
        Assert.Equal("2026-07-08T09:55:16Z", live.Run("feeds", "import", "euvd.json", "--format", "json").Json.GetProperty("asOf").GetString());
    }

    [Fact]
    public void All_names_every_unmatched_component()
    {
        live.With("osv/a.json", LiveData.Advisory("GHSA-aaaa-aaaa-aaaa", "left", "1.2.0", "CVE-2026-0001"))
            .With("sbom.json", """{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":[{"type":"library","name":"un-1"},{"type":"library","name":"un-2"},{"type":"library","name":"un-3"},{"type":"library","name":"un-4"}]}""");
        Assert.Equal(Exit.Done, live.Run("feeds", "import", "osv").Code);
        var few = live.Run("scan", "sbom.json").Out;
        Assert.Contains("and 1 more", few, StringComparison.Ordinal);
        Assert.Contains("--all names every one", few, StringComparison.Ordinal);
        Assert.Contains("un-4", live.Run("scan", "sbom.json", "--all").Out, StringComparison.Ordinal);
    }

    private static string Csaf(string day, params string[] affected) => $$$"""
        {"document":{"category":"csaf_vex","csaf_version":"2.0","title":"T","publisher":{"category":"vendor","name":"Example AB","namespace":"https://example.com"},
        "tracking":{"id":"EX-1","version":"{{{day}}}","status":"final","current_release_date":"{{{day}}}T00:00:00Z"}},
        "product_tree":{"full_product_names":[{"product_id":"A-1","name":"left","product_identification_helper":{"purl":"pkg:npm/left@1.0.0"}}]},
        "vulnerabilities":[{"cve":"CVE-2026-0001","product_status":{"known_affected":[{{{string.Join(",", affected.Select(a => '"' + a + '"'))}}}] } } ] }
        """;

    public void Dispose() => live.Dispose();
}
