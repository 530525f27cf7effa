using Marque.Facts;

namespace Marque.Tests.Facts;

public class BillsOfMaterialsTests
{
    private const string Cdx = """
        {"bomFormat":"CycloneDX","specVersion":"1.6","serialNumber":"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
         "metadata":{"component":{"type":"firmware","group":"acme","name":"gateway","version":"2.4.1","components":[{"type":"library","name":"inner"}]}},
         "components":[{"type":"library","name":"a","components":[{"type":"library","name":"b"}]},{"type":"library","name":"c"}],"services":[{"name":"s"}]}
        """;

    private const string Spdx2 = """
        {"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","name":"doc","documentNamespace":"https://example.com/doc",
         "packages":[{"SPDXID":"SPDXRef-1","name":"gateway","versionInfo":"2.4.1"},{"SPDXID":"SPDXRef-2","name":"zlib","versionInfo":"1.3"}],
         "relationships":[{"spdxElementId":"SPDXRef-DOCUMENT","relationshipType":"DESCRIBES","relatedSpdxElement":"SPDXRef-1"}]}
        """;

    private const string Spdx3 = """
        {"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[
         {"type":"SpdxDocument","spdxId":"https://example.com/doc","name":"doc","rootElement":["https://example.com/sbom"]},
         {"type":"software_Sbom","spdxId":"https://example.com/sbom","rootElement":["https://example.com/p1"]},
         {"type":"software_Package","spdxId":"https://example.com/p1","name":"gateway","software_packageVersion":"2.4.1"},
         {"type":"software_Package","spdxId":"https://example.com/p2","name":"zlib","software_packageVersion":"1.3"},
         {"type":"Relationship","spdxId":"https://example.com/r","relationshipType":"contains"}]}
        """;

    [Fact]
    public void CycloneDX_components_count_at_every_level()
    {
        var check = Checked.Of(FactKind.CycloneDx, Cdx);
        Checked.Supports(check);
        Assert.Equal([("components", 4), ("services", 1), ("dependencies", 0), ("vulnerabilities", 0)], check.Counts);
        Assert.Equal([("specVersion", "1.6"), ("serialNumber", "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79"), ("subject", "gateway"), ("subjectVersion", "2.4.1")], check.Identity);
    }

    [Fact]
    public void SPDX_2_and_3_of_the_same_software_give_the_same_subject()
    {
        foreach (var text in new[] { Spdx2, Spdx3 })
        {
            var check = Checked.Of(FactKind.Spdx, text);
            Checked.Supports(check);
            Assert.Equal((2, 1), (check.Count("components"), check.Count("relationships")));
            Assert.Equal(("gateway", "2.4.1"), (check.Named("subject"), check.Named("subjectVersion")));
        }
    }

    [Fact]
    public void Another_subject_or_version_proves_nothing()
    {
        foreach (var (kind, text) in new[] { (FactKind.CycloneDx, Cdx), (FactKind.Spdx, Spdx2), (FactKind.Spdx, Spdx3) })
        {
            Checked.Supports(Checked.Of(kind, text, new Expectation { Subject = "gateway", SubjectVersion = "2.4.1" }));
            Checked.Is(Outcome.Vacuous, "subject.other", Checked.Of(kind, text, new Expectation { Subject = "zlib" }));
            Checked.Is(Outcome.Vacuous, "subject.other-version", Checked.Of(kind, text, new Expectation { SubjectVersion = "2.4.0" }));
        }

        Checked.Supports(Checked.Of(FactKind.CycloneDx, Cdx, new Expectation { Subject = "acme/gateway" }));
    }

    [Fact]
    public void Too_few_components_prove_nothing()
    {
        Checked.Is(Outcome.Vacuous, "cyclonedx.too-few", Checked.Of(FactKind.CycloneDx, Cdx, new Expectation { MinComponents = 5 }));
        Checked.Is(Outcome.Vacuous, "cyclonedx.no-components", Checked.Of(FactKind.CycloneDx, """{"bomFormat":"CycloneDX","specVersion":"1.5","components":[]}"""));
        Checked.Is(Outcome.Vacuous, "spdx.no-components", Checked.Of(FactKind.Spdx, """{"spdxVersion":"SPDX-2.3","packages":[]}"""));
    }

    [Theory]
    [InlineData(FactKind.CycloneDx, """{"specVersion":"1.6"}""", "cyclonedx.format")]
    [InlineData(FactKind.CycloneDx, """{"bomFormat":"CycloneDX","specVersion":"9.0"}""", "cyclonedx.version")]
    [InlineData(FactKind.CycloneDx, """{"bomFormat":"CycloneDX"}""", "cyclonedx.version")]
    [InlineData(FactKind.CycloneDx, """{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"name":"a"},"component":{"name":"b"}}}""", "cyclonedx.duplicate-field")]
    [InlineData(FactKind.Spdx, """{"spdxVersion":"SPDX-7.3"}""", "spdx.version")]
    [InlineData(FactKind.Spdx, """{"packages":[]}""", "spdx.version")]
    [InlineData(FactKind.Spdx, """{"@context":"https://example.com/other","@graph":[]}""", "spdx.version")]
    public void Other_formats_and_versions_are_refused(FactKind kind, string json, string code) => Checked.Is(Outcome.Unreadable, code, Checked.Of(kind, json));

    [Fact]
    public void UTF_16_with_its_mark_is_read()
    {
        var check = Checked.Of(FactKind.Spdx, [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes(Spdx2)]);
        Checked.Supports(check);
        Assert.Equal(2, check.Count("components"));
    }
}
