using System.Text;
using System.Text.Json.Nodes;
using Marque.Csaf;

namespace Marque.Tests.Csaf;

/// <summary>What the published test files leave out: optional and informative tests, places, hostile documents.</summary>
public sealed class CsafCheckTests
{
    [Fact]
    public void A_document_in_order_fails_nothing() => Assert.Empty(Draft.Fails(_ => { }));

    [Fact]
    public void Every_section_has_its_test_and_its_weight()
    {
        Assert.Equal((43, 20, 11), (CsafTests.All.Count(t => t.Kind == CsafTestKind.Mandatory), CsafTests.All.Count(t => t.Kind == CsafTestKind.Optional), CsafTests.All.Count(t => t.Kind == CsafTestKind.Informative)));
        Assert.Equal(CsafTestKind.Schema, CsafTests.Schema.Kind);
    }

    [Theory]
    [InlineData("6.2.4", """{"number":"2+build","version":"2"}""")]
    [InlineData("6.2.10", """{"label":null}""")]
    [InlineData("6.2.12", """{"lang":null}""")]
    [InlineData("6.2.14", """{"lang":"qtx"}""")]
    [InlineData("6.2.14", """{"lang":"en-x-private"}""")]
    [InlineData("6.2.14", """{"lang":"de-Qaaa"}""")]
    [InlineData("6.2.14", """{"lang":"en-XA"}""")]
    [InlineData("6.2.15", """{"lang":"i-default"}""")]
    [InlineData("6.1.12", """{"lang":"EZ"}""")]
    [InlineData("6.1.12", """{"lang":"en-EN"}""")]
    [InlineData("6.1.12", """{"lang":"en-abcde"}""")]
    [InlineData("6.1.12", """{"lang":"en-a-bbb-a-ccc"}""")]
    [InlineData("6.1.28", """{"lang":"en-GB","source_lang":"en-gb"}""")]
    [InlineData("6.2.5", """{"initial_release_date":"2026-11-18T10:00:00Z"}""")]
    [InlineData("6.2.6", """{"current_release_date":"2026-11-20T10:59:00+01:00"}""")]
    public void The_head_of_a_document(string test, string values) => Assert.Contains(test, Draft.Fails(document =>
    {
        var head = document["document"]!;
        foreach (var (name, value) in Draft.Json(values).AsObject().ToList())
        {
            switch (name)
            {
                case "label": head["distribution"]!["tlp"]!.AsObject().Remove("label"); break;
                case "number": document.Tracking()["revision_history"]![1]!["number"] = value!.DeepClone(); break;
                case "lang" or "source_lang" when value is null: head.AsObject().Remove(name); break;
                case "lang" or "source_lang": head[name] = value.DeepClone(); break;
                default: document.Tracking()[name] = value!.DeepClone(); break;
            }
        }
    }));

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant-TW")]
    [InlineData("sl-rozaj-biske")]
    [InlineData("zh-yue-HK")]
    [InlineData("de-DE-u-co-phonebk")]
    [InlineData("i-mingo")]
    [InlineData("en-GB-oxendict")]
    public void A_language_of_the_registry_is_one(string tag) => Assert.DoesNotContain(Draft.Fails(d => d["document"]!["lang"] = tag), t => t is "6.1.12" or "6.2.14");

    [Theory]
    [InlineData("6.2.1", "product_status", """{"known_affected":["P-1"],"known_not_affected":["P-2"]}""", true)]
    [InlineData("6.2.2", "remediations", "[]", false)]
    [InlineData("6.2.3", "scores", "[]", false)]
    [InlineData("6.2.7", "involvements", """[{"party":"vendor","status":"completed"}]""", false)]
    [InlineData("6.2.17", "ids", """[{"system_name":"CVE","text":"CVE-2026-1000"}]""", false)]
    [InlineData("6.3.3", "cve", null, false)]
    [InlineData("6.3.4", "cwe", null, false)]
    [InlineData("6.1.11", "cwe", """{"id":"CWE-264","name":"Permissions, Privileges, and Access Controls"}""", false)]
    [InlineData("6.1.24", "involvements", """[{"date":"2026-11-20T10:00:00Z","party":"vendor","status":"completed"},{"date":"2026-11-20T11:00:00+01:00","party":"vendor","status":"open"}]""", false)]
    [InlineData("6.1.33", "flags", """[{"label":"component_not_present","group_ids":["G-1"]},{"label":"vulnerable_code_not_present","product_ids":["P-2"]}]""", false)]
    public void A_vulnerability(string test, string field, string? value, bool spoilTree) => Assert.Contains(test, Draft.Fails(document =>
    {
        if (value is null) document.Vulnerability().Remove(field);
        else document.Vulnerability()[field] = Draft.Json(value);
        if (spoilTree) document["product_tree"]!.AsObject()["full_product_names"] = Draft.Json("""[{"name":"Another","product_id":"P-3"}]""");
    }));

    [Theory]
    [InlineData("6.3.10", "product_version_range", "vers:generic/>=1.0|<2.0")]
    [InlineData("6.2.18", "product_version_range", ">=1.0")]
    [InlineData("6.3.9", "patch_level", "1.0")]
    [InlineData("6.3.11", "product_version", "v1.0")]
    [InlineData("6.1.31", "product_version", "Prior to 1.0")]
    public void A_branch(string test, string category, string name) => Assert.Contains(test, Draft.Fails(document =>
    {
        var branch = document["product_tree"]!["branches"]![0]!["branches"]![0]!["branches"]![0]!;
        (branch["category"], branch["name"]) = (category, name);
    }));

    [Theory]
    [InlineData("6.2.8", """[{"algorithm":"md5","value":"6ae24620ea9656230f49234efd078935"}]""")]
    [InlineData("6.2.9", """[{"algorithm":"sha1","value":"e067035314dd8673fe1c9fc6b01414fe0950fdc4"}]""")]
    [InlineData("6.3.5", """[{"algorithm":"md4","value":"3202b50e2e5b2fcd75e284c3d9d5f8d6"}]""")]
    public void Hashes(string test, string hashes) => Assert.Contains(test, Draft.Fails(d => Second(d)["product_identification_helper"]!["hashes"]![0]!["file_hashes"] = Draft.Json(hashes)));

    [Fact]
    public void A_product_without_anything_that_identifies_it_is_told() => Assert.Contains("6.2.16", Draft.Fails(d => Second(d).Remove("product_identification_helper")));

    [Theory]
    [InlineData("""{"baseScore":9.8,"baseSeverity":"CRITICAL","vectorString":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H","version":"3.1"}""", true)]
    [InlineData("""{"baseScore":9.8,"baseSeverity":"CRITICAL","environmentalScore":0,"vectorString":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/MC:N/MI:N/MA:N","version":"3.1"}""", false)]
    [InlineData("""{"baseScore":9.8,"baseSeverity":"CRITICAL","vectorString":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/MC:N/MI:N/MA:N","version":"3.1"}""", false)]
    [InlineData("""{"baseScore":9.8,"baseSeverity":"CRITICAL","modifiedConfidentialityImpact":"NONE","modifiedIntegrityImpact":"NONE","modifiedAvailabilityImpact":"NONE","vectorString":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H","version":"3.1"}""", false)]
    public void The_score_of_a_fixed_product(string cvss, bool fails)
    {
        var tests = Draft.Fails(document =>
        {
            document.Vulnerability()["product_status"] = Draft.Json("""{"fixed":["P-1"],"known_not_affected":["P-2"]}""");
            document.Vulnerability()["scores"]![0]!["cvss_v3"] = Draft.Json(cvss);
        });
        Assert.Equal(fails, tests.Contains("6.2.19"));
        Assert.DoesNotContain(tests, t => t.StartsWith("6.1.", StringComparison.Ordinal));
    }

    [Fact]
    public void Scores_of_old_versions_are_told()
    {
        const string Old = """{"baseScore":10.0,"vectorString":"AV:N/AC:L/Au:N/C:C/I:C/A:C","version":"2.0"}""";
        Assert.Contains("6.3.1", Draft.Fails(d => d.Vulnerability()["scores"] = Draft.Json($$"""[{"cvss_v2":{{Old}},"products":["P-1"]}]""")));
        Assert.DoesNotContain("6.3.1", Draft.Fails(d => d.Vulnerability()["scores"]!.AsArray().Add(Draft.Json($$"""{"cvss_v2":{{Old}},"products":["P-1"]}"""))));
        Assert.Contains("6.3.2", Draft.Fails(d => d.Vulnerability()["scores"]![0]!["cvss_v3"] = Draft.Json("""{"baseScore":9.8,"baseSeverity":"CRITICAL","vectorString":"CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H","version":"3.0"}""")));
    }

    [Fact]
    public void Keys_out_of_order_and_keys_of_nobody_are_told()
    {
        var report = CsafCheck.Run(Draft.With(d => d["document"]!["a_key"] = 1), TestContext.Current.CancellationToken);
        Assert.True(report.Valid);
        Assert.Equal(["6.2.13 /document/a_key", "6.2.20 /document/a_key"], report.Findings.Select(f => $"{f.Test} {f.Location}"));
    }

    [Fact]
    public void An_object_has_as_many_fields_as_the_schema_allows()
    {
        Assert.Contains("schema", Draft.Fails(d => d["product_tree"]!["branches"]![0]!["note"] = "x"));
        Assert.Contains("schema", Draft.Fails(d => d["document"]!["distribution"] = new JsonObject()));
    }

    [Fact]
    public void The_canonical_URL_ends_with_the_name_of_the_file() =>
        Assert.Contains("6.2.11", Draft.Fails(d => d["document"]!["references"]![0]!["url"] = "https://psirt.example.com/csaf/2026/EX-2026-1.json"));

    [Theory]
    [InlineData("2022_#01-A", "2022_01-a.json")]
    [InlineData("Example Company - 2019-YH3234", "example_company_-_2019-yh3234.json")]
    [InlineData("RHBA-2019:0024", "rhba-2019_0024.json")]
    [InlineData("a+b", "a+b.json")]
    public void The_name_of_a_file(string id, string name) => Assert.Equal(name, CsafFileName.Of(id));

    [Fact]
    public void URLs_that_cannot_resolve_are_told_without_asking()
    {
        Assert.Contains("6.3.6", Draft.Fails(d => d["document"]!["references"]!.AsArray().Add(Draft.Json("""{"summary":"x","url":"https://example.invalid"}"""))));
        Assert.Contains("6.3.7", Draft.Fails(d => d["document"]!["references"]!.AsArray().Add(Draft.Json("""{"category":"self","summary":"x","url":"https://example.invalid/a"}"""))));
        // Elsewhere these may well have an address.
        foreach (var host in new[] { "localhost", "psirt.test", "psirt.example" }) Assert.DoesNotContain("6.3.6", Draft.Fails(d => d["document"]!["references"]!.AsArray().Add(Draft.Json($$"""{"summary":"x","url":"https://{{host}}/a"}"""))));
        Assert.Contains(CsafCheck.Run(Draft.With(_ => { }), TestContext.Current.CancellationToken).NotRun, n => n.Test.Id == "6.3.8");
    }

    [Fact]
    public void A_finding_has_its_line_and_that_of_what_is_missing_is_what_it_misses_in()
    {
        var text = Encoding.UTF8.GetBytes(JsonNode.Parse(Draft.With(d => d.Vulnerability().Remove("remediations")))!.ToJsonString(new() { WriteIndented = true }));
        var lines = Encoding.UTF8.GetString(text).Split('\n');
        var finding = Assert.Single(CsafCheck.Run(text, TestContext.Current.CancellationToken).Findings, f => f.Test.Id == "6.1.27.10");
        Assert.Equal("/vulnerabilities/0/product_status/known_affected/0", finding.Location);
        Assert.Contains("\"P-1\"", lines[finding.Line - 1], StringComparison.Ordinal);
        var missing = Assert.Single(CsafCheck.Run(Draft.With(d => d["document"]!.AsObject().Remove("distribution")), TestContext.Current.CancellationToken).Findings);
        Assert.Equal(("6.2.10", 1), (missing.Test.Id, missing.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"document\":")]
    [InlineData("{\"document\":{},\"document\":{}}")]
    [InlineData("{\"document\":{\"title\":\"\\ud800\"}}")]
    [InlineData("{\"document\":[],\"product_tree\":3,\"vulnerabilities\":{\"a\":[]}}")]
    [InlineData("{\"vulnerabilities\":[null,1,[{}],{\"scores\":[{\"cvss_v3\":{\"baseScore\":1e999}}],\"cve\":[]}]}")]
    public void What_is_no_advisory_is_not_valid_and_no_fault(string text) => Assert.False(CsafCheck.Run(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken).Valid);

    [Fact]
    public void Groups_that_name_products_again_and_again_are_bounded()
    {
        static JsonArray Many(int count, string prefix) => new([.. Enumerable.Range(0, count).Select(i => (JsonNode)$"{prefix}{i}")]);
        var report = CsafCheck.Run(Draft.With(document =>
        {
            document["product_tree"]!["product_groups"] = new JsonArray([.. Enumerable.Range(0, 200).Select(g => new JsonObject { ["group_id"] = $"G-{g}", ["product_ids"] = Many(2_000, "P-") })]);
            var one = document.Vulnerability();
            one["flags"] = new JsonArray(new JsonObject { ["label"] = "component_not_present", ["group_ids"] = Many(200, "G-") });
            for (var i = 0; i < 100; i++) document["vulnerabilities"]!.AsArray().Add(one.DeepClone());
        }), TestContext.Current.CancellationToken);
        Assert.False(report.Valid);
        Assert.Contains(report.Findings, f => f.Message.Contains("more than 20 million products through groups", StringComparison.Ordinal));
        Assert.Equal(CsafTests.All.Count, report.NotRun.Count);
    }

    [Fact]
    public void A_circle_of_many_products_is_found_and_a_chain_of_many_is_none()
    {
        static JsonNode Relationships(int count, bool closed) => new JsonArray([.. Enumerable.Range(0, count).Select(i => Draft.Json($$"""{"category":"installed_on","full_product_name":{"name":"r","product_id":"R-{{i}}"},"product_reference":"P-1","relates_to_product_reference":"{{(i > 0 ? $"R-{i - 1}" : closed ? $"R-{count - 1}" : "P-2")}}"}"""))]);
        Assert.Contains("6.1.3", Draft.Fails(d => d["product_tree"]!["relationships"] = Relationships(20_000, closed: true)));
        Assert.DoesNotContain("6.1.3", Draft.Fails(d => d["product_tree"]!["relationships"] = Relationships(20_000, closed: false)));
    }

    private static JsonObject Second(JsonNode document) => document["product_tree"]!["branches"]![0]!["branches"]![0]!["branches"]![1]!["product"]!.AsObject();
}
