using Marque.Components;
using Marque.Components.Checks;

namespace Marque.Tests.Components;

/// <summary>The forms that the published JSON Schema of SPDX 3.0.1 allows for one content.</summary>
public sealed class Spdx3FormsTests
{
    private const string Creation = """{"type":"CreationInfo","@id":"_:c","specVersion":"3.0.1","created":"2026-11-24T10:00:00Z","createdBy":["urn:x:me"]}, {"type":"Person","spdxId":"urn:x:me","name":"Product security","creationInfo":"_:c"}""";

    [Fact]
    public void A_document_without_a_list_of_elements_holds_them_where_they_are_referred_to()
    {
        var sbom = Samples.Read("""
            {
              "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
              "type": "SpdxDocument", "spdxId": "urn:x:document", "name": "inline",
              "creationInfo": { "type": "CreationInfo", "specVersion": "3.0.1", "created": "2026-11-24T10:00:00Z", "createdBy": [{ "type": "Person", "spdxId": "urn:x:me", "name": "Product security", "creationInfo": "_:c" }] },
              "rootElement": [{ "type": "software_Package", "spdxId": "urn:x:app", "name": "app", "creationInfo": "_:c" }],
              "element": [
                { "type": "Relationship", "spdxId": "urn:x:r", "creationInfo": "_:c", "relationshipType": "dependsOn", "from": "urn:x:app",
                  "to": [{ "type": "software_Package", "name": "lib", "software_packageVersion": "1.0", "creationInfo": "_:c", "suppliedBy": { "type": "Organization", "spdxId": "urn:x:org", "name": "Example AB", "creationInfo": "_:c" } }] }
              ]
            }
            """);
        Assert.Empty(sbom.Findings);
        Assert.Equal(("3.0.1", "2026-11-24T10:00:00Z", "inline", "Product security"), (sbom.SpecVersion, sbom.Created, sbom.DocumentName, sbom.Authors.Single().Name));
        Assert.Equal("app", sbom.Subject?.Name);
        var lib = sbom.Components.Single(c => c.Name == "lib");
        Assert.Equal(("1.0", "Example AB", 1), (lib.Version, lib.Supplier?.Name, sbom.Graph.DepthOf(lib.Index)));
    }

    [Fact]
    public void A_list_of_one_element_may_stand_without_being_a_list() =>
        Assert.Equal("app", Samples.Read("""{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":{"type":"software_Package","spdxId":"urn:x:app","name":"app","creationInfo":{"type":"CreationInfo","created":"2026-11-24T10:00:00Z"}}}""").Components.Single().Name);

    [Fact]
    public void Hashes_identifiers_and_references_may_stand_apart_as_blank_nodes()
    {
        var component = Graph("""
            {"type":"software_Package","spdxId":"urn:x:a","name":"a","creationInfo":"_:c","verifiedUsing":["_:h","_:v"],"externalIdentifier":"_:i","externalRef":["_:r"]},
            {"type":"Hash","@id":"_:h","algorithm":"sha256","hashValue":"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"},
            {"type":"PackageVerificationCode","@id":"_:v","algorithm":"sha1","hashValue":"aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"},
            {"type":"ExternalIdentifier","@id":"_:i","externalIdentifierType":"cpe23","identifier":"cpe:2.3:a:x:a:1:*:*:*:*:*:*:*"},
            {"type":"ExternalRef","@id":"_:r","externalRefType":"vcs","locator":["https://example.com/a.git"]}
            """).Components.Single();
        Assert.Equal(["SHA-256"], component.Hashes.Select(h => h.Algorithm));
        Assert.Equal("cpe:2.3:a:x:a:1:*:*:*:*:*:*:*", Assert.Single(component.Cpes));
        Assert.Equal(("vcs", "https://example.com/a.git"), component.ExternalReferences.Select(r => (r.Type, r.Url)).Single());
    }

    [Fact]
    public void A_verification_code_is_no_hash_of_the_package_and_a_content_identifier_none_either()
    {
        var component = Graph("""
            {"type":"software_Package","spdxId":"urn:x:a","name":"a","creationInfo":"_:c",
             "verifiedUsing":[{"type":"PackageVerificationCode","algorithm":"sha1","hashValue":"aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"}],
             "software_contentIdentifier":[{"type":"software_ContentIdentifier","software_contentIdentifierType":"gitoid","software_contentIdentifierValue":"gitoid:blob:sha1:261eeb9e9f8b2b4b0d119366dda99c6fd7d35c64"}]}
            """).Components.Single();
        Assert.Empty(component.Hashes);
        Assert.Equal("gitoid", Assert.Single(component.ExternalReferences).Type);
    }

    [Fact]
    public void The_file_that_a_package_is_distributed_as_gives_it_file_name_hash_and_purpose()
    {
        var sbom = Graph($$"""
            {"type":"software_Package","spdxId":"urn:x:a","name":"a","creationInfo":"_:c","software_additionalPurpose":["library"]},
            {"type":"software_File","spdxId":"urn:x:f","name":"./a.jar","creationInfo":"_:c","software_primaryPurpose":"archive","software_additionalPurpose":["executable"],"verifiedUsing":[{"type":"Hash","algorithm":"sha512","hashValue":"{{new string('a', 128)}}"}]},
            {"type":"Relationship","spdxId":"urn:x:r","creationInfo":"_:c","from":"urn:x:a","relationshipType":"hasDistributionArtifact","to":["urn:x:f"]}
            """);
        var component = sbom.Components.Single();
        Assert.Equal(ComponentKind.Library, component.Kind);
        Assert.Equal(new string('a', 128), component.Hashes.Single(h => h.Algorithm == "SHA-512").Value);
        foreach (var id in (string[])["bsi.filename", "bsi.hash", "bsi.executable", "bsi.archive"]) Assert.Equal((id, QualityResult.Met), (id, Boms.Check(sbom, id).Result));
        Assert.Equal(QualityResult.Unknown, Boms.Check(sbom, "bsi.structured").Result);
        Assert.Equal(1, sbom.Files);
    }

    [Fact]
    public void Nothing_and_nothing_said_are_no_dependency_that_is_missing()
    {
        var sbom = Graph("""
            {"type":"software_Package","spdxId":"urn:x:a","name":"a","creationInfo":"_:c"},
            {"type":"SpdxDocument","spdxId":"urn:x:d","creationInfo":"_:c","rootElement":["urn:x:a"]},
            {"type":"Relationship","spdxId":"urn:x:r","creationInfo":"_:c","from":"urn:x:a","relationshipType":"dependsOn","to":["NoAssertionElement"]},
            {"type":"Relationship","spdxId":"urn:x:s","creationInfo":"_:c","from":"urn:x:a","relationshipType":"hasConcludedLicense","to":["https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoAssertionLicense"]}
            """);
        Assert.Empty(sbom.Findings);
        Assert.Empty(sbom.Components.Single().Licences);
        Assert.Contains("NOASSERTION", Boms.Check(sbom, "cra.top-level").Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Licences_made_of_elements_are_read_as_the_expression_they_mean()
    {
        var component = Graph("""
            {"type":"software_Package","spdxId":"urn:x:a","name":"a","creationInfo":"_:c"},
            {"type":"expandedlicensing_DisjunctiveLicenseSet","spdxId":"urn:x:or","creationInfo":"_:c","expandedlicensing_member":["https://spdx.org/licenses/MIT","urn:x:and"]},
            {"type":"expandedlicensing_ConjunctiveLicenseSet","spdxId":"urn:x:and","creationInfo":"_:c","expandedlicensing_member":["urn:x:with","urn:x:later","urn:x:LicenseRef-own"]},
            {"type":"expandedlicensing_WithAdditionOperator","spdxId":"urn:x:with","creationInfo":"_:c","expandedlicensing_subjectAddition":"https://spdx.org/licenses/LLVM-exception","expandedlicensing_subjectExtendableLicense":{"type":"expandedlicensing_ListedLicense","spdxId":"https://spdx.org/licenses/Apache-2.0","name":"Apache","creationInfo":"_:c"}},
            {"type":"expandedlicensing_OrLaterOperator","spdxId":"urn:x:later","creationInfo":"_:c","expandedlicensing_subjectLicense":"https://spdx.org/licenses/EPL-1.0"},
            {"type":"expandedlicensing_CustomLicense","spdxId":"urn:x:LicenseRef-own","name":"Our own","creationInfo":"_:c","simplelicensing_licenseText":"..."},
            {"type":"Relationship","spdxId":"urn:x:r","creationInfo":"_:c","from":"urn:x:a","relationshipType":"hasDeclaredLicense","to":["urn:x:or"]}
            """).Components.Single();
        var licence = Assert.Single(component.Licences);
        Assert.Equal("MIT OR (Apache-2.0 WITH LLVM-exception AND EPL-1.0+ AND LicenseRef-own)", licence.Text);
    }

    [Fact]
    public void A_licence_made_of_itself_ends() =>
        Assert.Empty(Graph("""
            {"type":"software_Package","spdxId":"urn:x:a","name":"a","creationInfo":"_:c"},
            {"type":"expandedlicensing_DisjunctiveLicenseSet","spdxId":"urn:x:or","creationInfo":"_:c","expandedlicensing_member":["urn:x:or","urn:x:or"]},
            {"type":"Relationship","spdxId":"urn:x:r","creationInfo":"_:c","from":"urn:x:a","relationshipType":"hasDeclaredLicense","to":["urn:x:or"]}
            """).Components.Single().Licences);

    [Fact]
    public void Names_of_other_vocabularies_are_not_taken_for_those_of_spdx()
    {
        var sbom = Graph("""
            {"type":"software_Package","spdxId":"urn:x:a","name":"a","creationInfo":"_:c","acme_name":"other","https://example.com/terms/packageVersion":"9","spdx:Software/packageVersion":"1","extension":[{"type":"https://example.com/terms/Package","name":"x"}]},
            {"type":"https://example.com/terms/Package","spdxId":"urn:x:b","name":"b","creationInfo":"_:c"},
            {"spdxId":"urn:x:n","creationInfo":"_:c"}
            """);
        Assert.Equal(("a", "1"), (sbom.Components.Single().Name, sbom.Components.Single().Version));
        Assert.Equal(["the type 'https://example.com/terms/Package' is none of SPDX 3; the element is not read", "an element does not say its type; it is not read"], sbom.Findings.Select(f => f.Message));
    }

    [Fact]
    public void An_element_of_another_document_is_not_lost()
    {
        const string Rest = """{"type":"software_Package","spdxId":"urn:x:a","name":"a","creationInfo":"_:c"}, {"type":"Relationship","spdxId":"urn:x:r","creationInfo":"_:c","from":"urn:x:a","relationshipType":"dependsOn","to":["urn:other:b"]}""";
        Assert.Equal("sbom.lost-reference", Assert.Single(Graph(Rest).Findings).Code);
        Assert.Empty(Graph(Rest + """, {"type":"SpdxDocument","spdxId":"urn:x:d","creationInfo":"_:c","rootElement":["urn:x:a"],"import":[{"type":"ExternalMap","externalSpdxId":"urn:other:b"}]}""").Findings);
        Assert.Empty(Graph(Rest + """, {"type":"SpdxDocument","spdxId":"urn:x:d","creationInfo":"_:c","rootElement":["urn:x:a"],"import":["_:m"]}, {"type":"ExternalMap","@id":"_:m","externalSpdxId":"urn:other:b"}""").Findings);
    }

    [Fact]
    public void Licences_made_of_each_other_cost_no_more_than_is_read()
    {
        const int Levels = 40;
        var sets = string.Join(',', Enumerable.Range(1, Levels).Select(i => $$"""{"type":"expandedlicensing_ConjunctiveLicenseSet","spdxId":"urn:x:l{{i}}","creationInfo":"_:c","expandedlicensing_member":["urn:x:l{{i - 1}}","urn:x:l{{i - 1}}"]}"""));
        var sbom = Graph(Licensed($"urn:x:l{Levels}") + $$"""{"type":"expandedlicensing_ListedLicense","spdxId":"urn:x:l0","name":"MIT","creationInfo":"_:c"},{{sets}}""");
        Assert.Empty(sbom.Components.Single().Licences);
        Assert.Equal("sbom.licence", Assert.Single(sbom.Findings).Code);
    }

    [Fact]
    public void A_licence_that_is_a_part_of_itself_is_told()
    {
        var sbom = Graph(Licensed("urn:x:l") + """{"type":"expandedlicensing_DisjunctiveLicenseSet","spdxId":"urn:x:l","creationInfo":"_:c","expandedlicensing_member":["urn:x:l","urn:x:l"]}""");
        Assert.Empty(sbom.Components.Single().Licences);
        Assert.Equal("sbom.licence", Assert.Single(sbom.Findings).Code);
    }

    [Fact]
    public void A_relationship_starts_from_one_element()
    {
        var sbom = Graph("""
            {"type":"software_Package","spdxId":"urn:x:a","name":"a","creationInfo":"_:c"}, {"type":"software_Package","spdxId":"urn:x:b","name":"b","creationInfo":"_:c"},
            {"type":"Relationship","spdxId":"urn:x:r","creationInfo":"_:c","from":["urn:x:a","urn:x:b"],"relationshipType":"dependsOn","to":["urn:x:a","urn:x:b"]}
            """);
        Assert.Equal("sbom.several-from", sbom.Findings.First(f => f.Code != "sbom.self-dependency").Code);
        Assert.Equal(2, sbom.Relationships.Count());
    }

    [Fact]
    public void A_file_that_many_packages_are_delivered_as_costs_each_little()
    {
        var packages = string.Join(',', Enumerable.Range(0, 300).Select(i => $$"""{"type":"software_Package","spdxId":"urn:x:p{{i}}","name":"p","creationInfo":"_:c"},{"type":"Relationship","creationInfo":"_:c","from":"urn:x:p{{i}}","relationshipType":"hasDistributionArtifact","to":["urn:x:f"]}"""));
        var purposes = string.Join(',', Enumerable.Range(0, 300).Select(i => $"\"purpose-{i}\"").Prepend("\"archive\"").Prepend("\"archive\""));
        var sbom = Graph($$"""{"type":"software_File","spdxId":"urn:x:f","name":"f","creationInfo":"_:c","software_additionalPurpose":[{{purposes}}]},{{packages}}""");
        Assert.Equal("sbom.too-many", Assert.Single(sbom.Findings).Code);
        Assert.All(sbom.Components, c => Assert.Equal(65, c.Properties.Count));
    }

    [Fact]
    public void The_last_of_several_primary_purposes_counts_and_stands_first()
    {
        var component = Graph("""{"type":"software_Package","spdxId":"urn:x:a","name":"a","creationInfo":"_:c","software_additionalPurpose":["archive"],"software_primaryPurpose":"library","software_primaryPurpose":"application"}""").Components.Single();
        Assert.Equal(ComponentKind.Application, component.Kind);
        Assert.Equal(["application", "archive"], component.Properties.Select(p => p.Value));
    }

    private static string Licensed(string licence) => $$"""{"type":"software_Package","spdxId":"urn:x:a","name":"a","creationInfo":"_:c"}, {"type":"Relationship","spdxId":"urn:x:r","creationInfo":"_:c","from":"urn:x:a","relationshipType":"hasDeclaredLicense","to":["{{licence}}"]},""";

    private static Sbom Graph(string elements) => Samples.Read($$"""{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[{{Creation}},{{elements}}]}""");
}
