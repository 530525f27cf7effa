using Marque.Advisories;
using Marque.Advisories.Suppliers;
using Marque.Tests.Advisories.Feeds;
using NodaTime;

namespace Marque.Tests.Advisories.Suppliers;

/// <summary>CSAF documents as statements.</summary>
public sealed class SupplierCsafTests
{
    private const string Head = """{"category":"csaf_vex","csaf_version":"2.0","title":"t","publisher":{"category":"vendor","name":"Example ProductCERT","namespace":"https://psirt.example.com"},"tracking":{"id":"EX-1","version":"2","status":"final","current_release_date":"2026-03-03T11:00:00.000Z"}}""";

    private const string Tree =
        """
        {"branches":[{"category":"vendor","name":"Example","branches":[{"category":"product_name","name":"ABC","branches":[
          {"category":"product_version","name":"4.2","product":{"name":"Example ABC 4.2","product_id":"P42","product_identification_helper":{"purl":"pkg:npm/abc@4.2","cpe":"cpe:2.3:a:example:abc:4.2:*:*:*:*:*:*:*","model_numbers":["M-1"],"hashes":[{"file_hashes":[{"algorithm":"sha256","value":"00ff"}],"filename":"f"}]}}},
          {"category":"product_version_range","name":"vers:npm/>=1|<4","product":{"name":"Example ABC 1 to 4","product_id":"P1"}}]}]}],
         "full_product_names":[{"name":"Example OS 9","product_id":"OS","product_identification_helper":{"cpe":"cpe:/o:example:os:9"}},{"name":"libssl","product_id":"SSL","product_identification_helper":{"purl":"pkg:rpm/example/openssl@1.1"}}],
         "relationships":[{"category":"default_component_of","product_reference":"SSL","relates_to_product_reference":"OS","full_product_name":{"name":"openssl of OS 9","product_id":"OS:SSL"}}],
         "product_groups":[{"group_id":"G","product_ids":["P42","OS:SSL"]}]}
        """;

    [Fact]
    public void A_document_is_read_with_its_statements()
    {
        var reading = Read($$"""
            {"document":{{Head}},"product_tree":{{Tree}},"vulnerabilities":[{"cve":"CVE-2026-1","ids":[{"system_name":"GHSA","text":"GHSA-aaaa-bbbb-cccc"}],
             "product_status":{"known_affected":["P1"],"known_not_affected":["P42","OS:SSL"],"fixed":["OS"],"recommended":["P42"]},
             "flags":[{"label":"vulnerable_code_not_present","group_ids":["G"]}],
             "threats":[{"category":"impact","details":"The class was removed.","product_ids":["P42"]},{"category":"exploit_status","details":"none"}],
             "remediations":[{"category":"vendor_fix","details":"Update to 4.2.","product_ids":["P1"]},{"category":"workaround","details":"Unplug it."}]}]}
            """);
        Assert.Equal("", reading.Problem);
        Assert.Empty(reading.Refused);
        Assert.Equal(new SupplierDocument("csaf", "EX-1") { Version = "2", Publisher = "Example ProductCERT", Namespace = "https://psirt.example.com", Title = "t", State = "final", Released = Instant.FromUtc(2026, 3, 3, 11, 0) }, reading.Document);
        Assert.Equal(4, reading.Statements.Count);
        Assert.All(reading.Statements, s => Assert.Equal(["CVE-2026-1", "GHSA-aaaa-bbbb-cccc"], s.Vulnerabilities));
        Assert.All(reading.Statements, s => Assert.Equal(Instant.FromUtc(2026, 3, 3, 11, 0), s.At));

        var affected = reading.Statements.Single(s => s.Status == SupplierStatus.Affected);
        Assert.Equal("vendor_fix: Update to 4.2.; workaround: Unplug it.", affected.Action);
        var range = Assert.Single(affected.Products);
        Assert.Equal(("ABC", "Example", "", "vers:npm/>=1|<4"), (range.Name, range.Vendor, range.Version, range.Range));

        var one = reading.Statements.Single(s => s.Impact.Length > 0);
        Assert.Equal((SupplierStatus.NotAffected, "vulnerable_code_not_present", "The class was removed."), (one.Status, one.Justification, one.Impact));
        var abc = Assert.Single(one.Products);
        Assert.Equal(("ABC", "4.2", "pkg:npm/abc@4.2"), (abc.Name, abc.Version, Assert.Single(abc.Purls).ToString()));
        Assert.Equal(["cpe:2.3:a:example:abc:4.2:*:*:*:*:*:*:*"], abc.Cpes);
        Assert.Equal(["sha256:00ff", "model:M-1"], abc.Others);
    }

    [Fact]
    public void A_component_of_a_product_is_that_product_with_a_subcomponent()
    {
        var reading = Read($$"""{"document":{{Head}},"product_tree":{{Tree}},"vulnerabilities":[{"cve":"CVE-2026-1","product_status":{"under_investigation":["OS:SSL"]} }]}""");
        var statement = Assert.Single(reading.Statements);
        Assert.Equal(SupplierStatus.UnderInvestigation, statement.Status);
        var product = Assert.Single(statement.Products);
        Assert.Equal("openssl of OS 9", product.Name);
        Assert.Equal(["cpe:/o:example:os:9"], product.Cpes);
        Assert.Empty(product.Purls);
        Assert.Equal("pkg:rpm/example/openssl@1.1", Assert.Single(Assert.Single(product.Subcomponents).Purls).ToString());
    }

    // Version 2.1 lists package URLs, and knows products whose status is unknown.
    [Fact]
    public void Version_2_1_is_read()
    {
        var reading = Read($$$"""{"document":{{{Head.Replace("\"2.0\"", "\"2.1\"", StringComparison.Ordinal)}}},"product_tree":{"full_product_names":[{"name":"a","product_id":"A","product_identification_helper":{"purls":["pkg:npm/a@1","pkg:npm/b","npm/c"]}}]},"vulnerabilities":[{"ids":[{"text":"X-1"}],"product_status":{"last_affected":["A"],"unknown":["B"]}}]}""");
        var product = Assert.Single(Assert.Single(reading.Statements).Products);
        Assert.Equal(["pkg:npm/a@1", "pkg:npm/b"], product.Purls.Select(p => p.ToString()));
        Assert.StartsWith("purl:npm/c (", Assert.Single(product.Others), StringComparison.Ordinal);
        Assert.Equal("X-1", Assert.Single(reading.Refused).Id);
        Assert.Contains("unknown to the supplier", reading.Refused[0].Reason, StringComparison.Ordinal);
    }

    // Mandatory tests 6.1.1 and 6.1.6 of the specification.
    [Fact]
    public void Products_that_are_missing_or_contradicted_are_told_and_state_nothing()
    {
        var reading = Read($$"""{"document":{{Head}},"product_tree":{{Tree}},"vulnerabilities":[{"cve":"CVE-2026-1","product_status":{"known_affected":["P1","GONE"],"known_not_affected":["P1","P42"]} }]}""");
        Assert.Equal(["the product P1 has statuses that contradict each other", "the product GONE is not in the product tree"], reading.Refused.Select(r => r.Reason));
        Assert.Equal(SupplierStatus.NotAffected, Assert.Single(reading.Statements).Status);
    }

    [Fact]
    public void A_vulnerability_without_id_and_one_of_a_withdrawn_document_state_nothing()
    {
        Assert.Equal("vulnerability 1", Assert.Single(Read($$"""{"document":{{Head}},"product_tree":{{Tree}},"vulnerabilities":[{"product_status":{"fixed":["P1"]} }]}""").Refused).Id);
        var withdrawn = Read($$"""{"document":{{Head.Replace("csaf_vex", "csaf_withdrawn", StringComparison.Ordinal)}},"product_tree":{{Tree}},"vulnerabilities":[{"cve":"CVE-2026-1","product_status":{"fixed":["P1"]} }]}""");
        Assert.Empty(withdrawn.Statements);
        Assert.Contains("withdrawn", Assert.Single(withdrawn.Refused).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Relationships_in_a_circle_or_without_end_lead_nowhere()
    {
        static string Relationship(string id, string part, string whole) => $$$"""{"category":"installed_on","product_reference":"{{{part}}}","relates_to_product_reference":"{{{whole}}}","full_product_name":{"name":"{{{id}}}","product_id":"{{{id}}}"}}""";
        var circle = string.Join(',', [Relationship("A", "B", "B"), Relationship("B", "A", "A")]);
        var chain = string.Join(',', Enumerable.Range(0, 20_000).Select(i => Relationship($"R{i}", $"R{i + 1}", $"R{i + 1}")));
        var reading = Read($$"""{"document":{{Head}},"product_tree":{"relationships":[{{circle}},{{chain}}]},"vulnerabilities":[{"cve":"CVE-2026-1","product_status":{"fixed":["A","B","R0","R19999"]} }]}""");
        Assert.Empty(reading.Statements);
        Assert.Equal(4, reading.Refused.Count);
    }

    [Fact]
    public void Groups_that_multiply_are_refused()
    {
        var ids = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"P{i}\""));
        var flags = string.Join(',', Enumerable.Repeat("{\"label\":\"x\",\"group_ids\":[\"G\"]}", 5_000));
        var reading = Read($$"""{"document":{{Head}},"product_tree":{"product_groups":[{"group_id":"G","product_ids":[{{ids}}]}]},"vulnerabilities":[{"cve":"CVE-2026-1","product_status":{},"flags":[{{flags}}]}]}""");
        Assert.Contains("more than", reading.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("[]", "not one JSON object")]
    [InlineData("{}", "csaf_version")]
    [InlineData("""{"document":{"csaf_version":"1.2"}}""", "csaf_version")]
    [InlineData("""{"document":{"csaf_version":"2.0"}}""", "tracking.id")]
    [InlineData("""{"document":{"csaf_version":"2.0","csaf_version":"2.1"}}""", "stands twice")]
    [InlineData("""{"document":{"csaf_version":"2.0"},"\ud800":1}""", "")]
    public void A_document_that_is_none_says_why(string text, string problem)
    {
        var reading = Read(text);
        Assert.Null(reading.Document);
        Assert.NotEqual("", reading.Problem);
        Assert.Contains(problem, reading.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_types_and_broken_texts_are_passed_over()
    {
        var reading = Read($$"""{"document":{{Head}},"product_tree":{"branches":{"a":1},"full_product_names":[7,{"product_id":"A","name":"\ud800"}],"relationships":"x"},"vulnerabilities":[5,{"cve":"CVE-2026-1","product_status":{"fixed":["A",7,"\udc00"],"known_affected":"B"},"flags":7,"threats":[{}]}]}""");
        Assert.Equal("", reading.Problem);
        Assert.Equal("", Assert.Single(Assert.Single(reading.Statements).Products).Name);
    }

    [Fact]
    public void Nesting_without_end_is_refused() => Assert.NotEqual("", Read(string.Concat(Enumerable.Repeat("{\"document\":", 100_000))).Problem);

    private static SupplierReading Read(string text) => SupplierCsaf.Read(FeedKit.Utf8(text));
}
