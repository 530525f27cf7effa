using Marque.Components;
using Marque.Components.Checks;

namespace Marque.Tests.Components.Checks;

/// <summary>What practice asks of a bill of materials.</summary>
public class SbomPracticeTests
{
    private const string Everything = """
        , "supplier": { "name": "Example AB" }, "manufacturer": { "name": "Example AB", "url": ["https://example.com"], "contact": [{ "email": "psirt@example.com" }] },
        "hashes": [{ "alg": "SHA-512", "content": "2F2B3E749B61A43F2AB8E35A024455F647BC0E0113D02C015BDD4D7898CC547646BD144D3BC0E475179815F08138272F329CC9782DC3B8BAE946E9ED627ABD23" }],
        "licenses": [{ "expression": "MIT", "acknowledgement": "concluded" }],
        "properties": [{ "name": "bsi:component:filename", "value": "a.jar" }, { "name": "bsi:component:executable", "value": "executable" }, { "name": "bsi:component:archive", "value": "archive" }, { "name": "bsi:component:structured", "value": "structured" }]
        """;

    [Theory]
    [InlineData("bsi.component-name")]
    [InlineData("bsi.component-version")]
    [InlineData("bsi.component-creator")]
    [InlineData("bsi.filename")]
    [InlineData("bsi.executable")]
    [InlineData("bsi.archive")]
    [InlineData("bsi.structured")]
    [InlineData("bsi.distribution-licences")]
    [InlineData("bsi.identifiers")]
    [InlineData("ntia.supplier")]
    [InlineData("ntia.version")]
    [InlineData("ntia.identifiers")]
    [InlineData("cisa.hash")]
    [InlineData("cisa.producer")]
    public void A_field_that_every_component_has_is_met(string id)
    {
        var sbom = Boms.Cyclone(Boms.Library("a", more: Everything), metadata: "");
        Assert.Equal((QualityResult.Met, 1, 0), Boms.Check(sbom, id) is var check ? (check.Result, check.Of, check.Failing) : default);
    }

    [Theory]
    [InlineData("bsi.component-creator", 2)]
    [InlineData("bsi.filename", 2)]
    [InlineData("bsi.executable", 2)]
    [InlineData("ntia.supplier", 2)]
    [InlineData("cisa.hash", 2)]
    public void A_field_that_one_component_lacks_is_not_met_and_names_it_with_its_line(string id, int line)
    {
        var sbom = Boms.Read($$"""
            { "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
            {{Boms.Library("bare")}},
            {{Boms.Library("a", more: Everything)}} ] }
            """);
        var check = Boms.Check(sbom, id);
        Assert.Equal((QualityResult.NotMet, "1 of 2 components has none"), (check.Result, check.Because));
        var example = Assert.Single(check.Examples);
        Assert.Equal(("pkg:npm/bare@1.0.0", line), (example.Name, example.Place.Line));
    }

    [Fact]
    public void Many_components_are_counted_and_few_are_named()
    {
        var check = Boms.Check(Boms.Cyclone(string.Join(", ", Enumerable.Range(0, 40).Select(i => Boms.Library($"l{i}"))), metadata: ""), "cisa.hash");
        Assert.Equal((40, 40, Quality.MostExamples), (check.Of, check.Failing, check.Examples.Count));
        Assert.Equal("all 40 components have none", check.Because);
    }

    [Theory]
    [InlineData("""{ "name": "bsi:component:executable", "value": "yes" }""", "bsi.executable")]
    [InlineData("""{ "name": "bsi:component:archive", "value": "non-archive" }""", "bsi.archive")]
    [InlineData("""{ "name": "bsi:component:filename", "value": "lib/a.jar" }""", "bsi.filename")]
    public void A_property_with_a_value_that_the_taxonomy_does_not_have_is_none(string property, string id) =>
        Assert.Equal(QualityResult.NotMet, Boms.Check(Boms.Cyclone(Boms.Library("a", more: $", \"properties\": [{property}]"), metadata: ""), id).Result);

    [Theory]
    [InlineData("\"expression\": \"MIT\"", QualityResult.Unknown, QualityResult.Unknown)]
    [InlineData("\"expression\": \"MIT OR Apache-2.0\", \"acknowledgement\": \"concluded\"", QualityResult.Met, QualityResult.Unknown)]
    [InlineData("\"expression\": \"MIT\", \"acknowledgement\": \"declared\"", QualityResult.NotMet, QualityResult.Met)]
    [InlineData("\"license\": { \"name\": \"Our licence\" }", QualityResult.NotMet, QualityResult.Unknown)]
    [InlineData("\"expression\": \"NOASSERTION\", \"acknowledgement\": \"concluded\"", QualityResult.NotMet, QualityResult.Unknown)]
    public void Licences_count_by_who_says_them(string licence, QualityResult distribution, QualityResult original)
    {
        var sbom = Boms.Cyclone(Boms.Library("a", more: $", \"licenses\": [{{ {licence} }}]"), metadata: "");
        Assert.Equal(distribution, Boms.Check(sbom, "bsi.distribution-licences").Result);
        // Original licences are asked for where they exist: what is missing is unknown, never not met.
        Assert.Equal(original, Boms.Check(sbom, "bsi.original-licences").Result);
    }

    [Fact]
    public void A_SHA_512_at_the_component_is_not_where_the_guideline_maps_it_to()
    {
        Assert.Equal(QualityResult.Unknown, Boms.Check(Boms.Cyclone(Boms.Library("a", more: Everything), metadata: ""), "bsi.hash").Result);
        Assert.Equal(QualityResult.NotMet, Boms.Check(Boms.Cyclone(Boms.Library("a"), metadata: ""), "bsi.hash").Result);
    }

    [Theory]
    [InlineData("SHA-512", "distribution", QualityResult.Met, QualityResult.Unknown)]
    [InlineData("SHA-256", "distribution", QualityResult.NotMet, QualityResult.Unknown)]
    [InlineData("SHA-256", "source-distribution", QualityResult.NotMet, QualityResult.Met)]
    [InlineData("SHA-512", "website", QualityResult.NotMet, QualityResult.Unknown)]
    public void A_hash_counts_at_the_reference_to_what_it_is_of(string algorithm, string type, QualityResult deployable, QualityResult source)
    {
        var reference = $$""", "externalReferences": [{ "type": "{{type}}", "url": "https://example.com/a", "hashes": [{ "alg": "{{algorithm}}", "content": "00" }] }]""";
        var json = Boms.Cyclone(Boms.Library("a", more: reference), metadata: "");
        var xml = Boms.Read($"""<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components><component type="library"><name>a</name><externalReferences><reference type="{type}"><url>https://example.com/a</url><hashes><hash alg="{algorithm}">00</hash></hashes></reference></externalReferences></component></components></bom>""");
        Assert.All([json, xml], sbom => Assert.Equal((deployable, source), (Boms.Check(sbom, "bsi.hash").Result, Boms.Check(sbom, "bsi.source-hash").Result)));
    }

    [Fact]
    public void A_signature_is_seen_and_not_believed()
    {
        Assert.Equal((QualityResult.Unknown, "one stands in the file and is not verified here"), Boms.Check(Boms.Cyclone("", """, "signature": { "algorithm": "ES256", "value": "AA" }"""), "cisa.signature") is var check ? (check.Result, check.Because) : default);
        Assert.Equal(QualityResult.Unknown, Boms.Check(Boms.Cyclone(""), "cisa.signature").Result);
    }

    [Theory]
    [InlineData("1.5", QualityResult.NotMet)]
    [InlineData("1.6", QualityResult.Met)]
    [InlineData("1.7", QualityResult.Met)]
    public void The_guideline_asks_for_CycloneDX_from_1_6(string version, QualityResult result) => Assert.Equal(result, Boms.Check(Boms.Cyclone("", version: version), "bsi.format").Result);

    [Fact]
    public void The_guideline_asks_for_SPDX_from_3_0_1() => Assert.Equal((QualityResult.NotMet, "SPDX 2.3 (JSON); asked for is SPDX 3.0.1 or later"), Boms.Check(Boms.Spdx(""), "bsi.format") is var check ? (check.Result, check.Because) : default);

    [Theory]
    [InlineData(""", "manufacturer": { "name": "Example AB", "url": ["https://example.com"] }""", QualityResult.Met)]
    [InlineData(""", "manufacturer": { "contact": [{ "email": "psirt@example.com" }] }""", QualityResult.Met)]
    [InlineData(""", "manufacturer": { "name": "Example AB" }""", QualityResult.NotMet)]
    [InlineData(""", "authors": [{ "name": "Somebody", "email": "psirt@example.com" }]""", QualityResult.Unknown)]
    [InlineData(""", "supplier": { "name": "Example AB", "url": ["https://example.com"] }""", QualityResult.Unknown)]
    [InlineData("", QualityResult.NotMet)]
    public void The_creator_of_the_file_can_be_reached_or_not(string metadata, QualityResult result) => Assert.Equal(result, Boms.Check(Boms.Cyclone("", metadata: metadata), "bsi.sbom-creator").Result);

    [Fact]
    public void The_creator_in_SPDX_is_an_organisation_with_an_address() => Assert.Equal(QualityResult.Met, Boms.Check(Boms.Spdx(""), "bsi.sbom-creator").Result);

    [Theory]
    [InlineData(""", "tools": { "components": [{ "type": "application", "name": "maker", "version": "1" }] }""", QualityResult.NotMet, QualityResult.Met)]
    [InlineData(""", "tools": { "components": [{ "type": "application", "name": "maker" }] }""", QualityResult.NotMet, QualityResult.NotMet)]
    [InlineData(""", "authors": [{ "name": "Somebody" }]""", QualityResult.Met, QualityResult.NotMet)]
    public void A_tool_is_no_author(string metadata, QualityResult author, QualityResult tool)
    {
        var sbom = Boms.Cyclone("", metadata: metadata);
        Assert.Equal(author, Boms.Check(sbom, "ntia.author").Result);
        Assert.Equal(tool, Boms.Check(sbom, "cisa.tool").Result);
    }

    [Theory]
    [InlineData("2026-11-30T10:00:00Z", QualityResult.Met)]
    [InlineData("2026-11-30T10:00:00.123+01:00", QualityResult.Met)]
    [InlineData("2026-11-30", QualityResult.NotMet)]
    [InlineData("yesterday", QualityResult.NotMet)]
    public void A_time_is_one_of_RFC_3339(string time, QualityResult result) =>
        Assert.Equal(result, Boms.Check(Boms.Read($$"""{ "bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": { "timestamp": "{{time}}" } }"""), "ntia.timestamp").Result);

    [Fact]
    public void Vulnerabilities_do_not_belong_into_the_file_by_the_guideline()
    {
        var check = Boms.Check(Boms.Cyclone("", """, "vulnerabilities": [{ "id": "CVE-2026-1" }]"""), "bsi.vulnerability-free");
        Assert.Equal((QualityResult.NotMet, "it speaks of 1 vulnerability"), (check.Result, check.Because));
    }

    [Fact]
    public void Dependencies_are_stated_by_each_component_in_CycloneDX()
    {
        var two = $"{Boms.Library("a")}, {Boms.Library("b")}";
        Assert.Equal(QualityResult.Met, Boms.Check(Boms.Cyclone(two, Boms.Graph("app: a", "a: b", "b:")), "bsi.dependencies").Result);
        Assert.Equal("1 of 3 components has none", Boms.Check(Boms.Cyclone(two, Boms.Graph("app: a", "a: b")), "bsi.dependencies").Because);
        Assert.Equal(QualityResult.Unknown, Boms.Check(Boms.Spdx(Boms.Package("a"), "app DEPENDS_ON a"), "bsi.dependencies").Result);
    }

    [Fact]
    public void Dependencies_are_resolved_along_each_path_or_it_is_not_known()
    {
        var two = $"{Boms.Library("a")}, {Boms.Library("b")}";
        Assert.Equal(QualityResult.Met, Boms.Check(Boms.Cyclone(two, Boms.Graph("app: a", "a: b", "b:")), "bsi.recursive").Result);
        Assert.Equal(QualityResult.NotMet, Boms.Check(Boms.Cyclone(two, Boms.Graph("app: a b")), "bsi.recursive").Result);
        Assert.Equal(QualityResult.Unknown, Boms.Check(Boms.Cyclone(two, Boms.Graph("app: a", "a: b")), "bsi.recursive").Result);
    }

    [Fact]
    public void Completeness_is_said_of_each_component()
    {
        var one = Boms.Library("a");
        Assert.Equal(QualityResult.NotMet, Boms.Check(Boms.Cyclone(one), "bsi.completeness").Result);
        Assert.Equal(QualityResult.Unknown, Boms.Check(Boms.Cyclone(one, """, "compositions": [{ "aggregate": "complete" }]"""), "bsi.completeness").Result);
        Assert.Equal(QualityResult.Met, Boms.Check(Boms.Cyclone(one, """, "compositions": [{ "aggregate": "complete", "dependencies": ["app"] }, { "aggregate": "unknown", "assemblies": ["a"] }]"""), "bsi.completeness").Result);
        Assert.Equal("1 of 2 components has none", Boms.Check(Boms.Cyclone(one, """, "compositions": [{ "aggregate": "complete", "dependencies": ["app"] }]"""), "bsi.completeness").Because);
    }

    [Fact]
    public void A_relation_leads_from_the_subject_to_each_component()
    {
        var two = $"{Boms.Library("a")}, {Boms.Library("b")}";
        Assert.Equal(QualityResult.Met, Boms.Check(Boms.Cyclone(two, Boms.Graph("app: a", "a: b")), "ntia.dependencies").Result);
        var check = Boms.Check(Boms.Cyclone(two, Boms.Graph("app: a")), "ntia.dependencies");
        Assert.Equal((QualityResult.NotMet, "to 1 of 2 components no way leads from the subject", "pkg:npm/b@1.0.0"), (check.Result, check.Because, Assert.Single(check.Examples).Name));
        Assert.Equal(QualityResult.NotMet, Boms.Check(Boms.Cyclone(two), "ntia.dependencies").Result);
    }

    [Fact]
    public void What_is_asked_for_where_it_exists_is_never_not_met()
    {
        var checks = Quality.Check(Boms.Cyclone(Boms.Library("a")), new QualityQuestion("bom.json"), QualityRules.All);
        Assert.DoesNotContain(checks, c => c.Rule.Level != QualityLevel.Required && c.Result == QualityResult.NotMet);
        Assert.DoesNotContain(checks, c => c.Rule.Level != QualityLevel.Required && c.FallsShort);
    }

    [Fact]
    public void An_SPDX_file_is_not_blamed_for_properties_of_CycloneDX() =>
        Assert.Equal(QualityResult.Unknown, Boms.Check(Boms.Spdx(Boms.Package("a")), "bsi.executable").Result);
}
