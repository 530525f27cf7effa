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

    public void Dispose() => live.Dispose();
}
