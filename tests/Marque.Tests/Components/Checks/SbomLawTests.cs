using Marque.Components;
using Marque.Components.Checks;

namespace Marque.Tests.Components.Checks;

/// <summary>What the law asks of a bill of materials: rules B-1, B-2, B-3 and N-4, and nothing else.</summary>
public class SbomLawTests
{
    private static readonly string Two = $"{Boms.Library("a")}, {Boms.Library("b")}";

    [Fact]
    public void B_1_and_N_4_the_top_level_is_covered_where_the_subject_leads_to_listed_components()
    {
        var check = Boms.Check(Boms.Cyclone(Two, Boms.Graph("app: a", "a: b", "b:")), "cra.top-level");
        Assert.Equal((QualityResult.Met, "app@1.0.0 has 1 direct dependency of 2 components; whether they are complete the file does not say"), (check.Result, check.Because));
        Assert.Equal(["B-1", "N-4"], check.Rule.Rules);
        Assert.Equal(("LAW", "Annex I Part II(1)"), (check.Set.Tag, check.Rule.Source));
    }

    [Fact]
    public void B_1_a_flat_list_does_not_tell_its_top_level()
    {
        Is(QualityResult.Unknown, "the file states no dependencies", Boms.Cyclone(Two));
        Is(QualityResult.Unknown, "nothing is stated of the dependencies of app@1.0.0", Boms.Cyclone(Two, Boms.Graph("a: b")));
        Is(QualityResult.Unknown, "the file does not say what it is about", Boms.Cyclone(Two, Boms.Graph("a: b"), metadata: ""));
    }

    [Fact]
    public void B_1_a_subject_that_depends_on_nothing_beside_components_is_not_met() =>
        Is(QualityResult.NotMet, "by the file app@1.0.0 depends on nothing, and 2 components are listed to which nothing leads from it", Boms.Cyclone(Two, Boms.Graph("app:", "a: b", "b:")));

    [Fact]
    public void B_1_a_dependency_that_is_named_and_not_listed_is_not_met()
    {
        var sbom = Boms.Cyclone(Two, Boms.Graph("app: a gone", "a:", "b:"));
        Is(QualityResult.NotMet, "app@1.0.0 names 1 direct dependency that the file does not list", sbom);
        Assert.Equal("gone", Assert.Single(Boms.Check(sbom, "cra.top-level").Examples).Name);
        // Further down it is not asked for.
        Is(QualityResult.Met, "1 direct dependency", Boms.Cyclone(Two, Boms.Graph("app: a", "a: gone")));
    }

    [Fact]
    public void B_1_what_another_document_describes_is_not_looked_at() =>
        Is(QualityResult.Unknown, "1 direct dependency that other documents describe", Boms.Cyclone(Two, Boms.Graph("app: a urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1#b")));

    [Theory]
    [InlineData("incomplete", "incomplete")]
    [InlineData("unknown", "unknown")]
    [InlineData("incomplete_third_party_only", "incomplete third party only")]
    public void B_1_what_the_file_itself_calls_incomplete_is_unknown(string aggregate, string said)
    {
        var graph = Boms.Graph("app: a", "a: b", "b:");
        Is(QualityResult.Unknown, $"the file itself says they are {said}", Boms.Cyclone(Two, $$"""{{graph}}, "compositions": [{ "aggregate": "{{aggregate}}", "dependencies": ["app"] }]"""));
        Is(QualityResult.Unknown, $"the file itself says they are {said}", Boms.Cyclone(Two, $$"""{{graph}}, "compositions": [{ "aggregate": "{{aggregate}}" }]"""));
        // Of another component it is no matter of the top level.
        Is(QualityResult.Met, "whether they are complete the file does not say", Boms.Cyclone(Two, $$"""{{graph}}, "compositions": [{ "aggregate": "{{aggregate}}", "dependencies": ["a"] }]"""));
    }

    [Fact]
    public void B_1_a_complete_top_level_is_said_to_be_so() =>
        Is(QualityResult.Met, "the file says they are complete", Boms.Cyclone(Two, $$"""{{Boms.Graph("app: a b")}}, "compositions": [{ "aggregate": "complete", "dependencies": ["app"] }]"""));

    [Fact]
    public void B_1_a_product_of_one_piece_needs_the_word_complete()
    {
        Is(QualityResult.Unknown, "a tool that found nothing writes the same", Boms.Cyclone("", Boms.Graph("app:")));
        Is(QualityResult.Met, "depends on nothing, and that is complete", Boms.Cyclone("", $$"""{{Boms.Graph("app:")}}, "compositions": [{ "aggregate": "complete", "dependencies": ["app"] }]"""));
    }

    [Fact]
    public void B_1_and_N_4_hold_of_SPDX_relationships_both_ways()
    {
        var packages = $"{Boms.Package("a")}, {Boms.Package("b")}";
        Is(QualityResult.Met, "2 direct dependencies of 2 components", Boms.Spdx(packages, "app DEPENDS_ON a", "b DEPENDENCY_OF app"));
        Is(QualityResult.Met, "1 direct dependency of 2 components, 1 reached by no way", Boms.Spdx(packages, "app CONTAINS a"));
        Is(QualityResult.Unknown, "NOASSERTION", Boms.Spdx(packages, "app DEPENDS_ON NOASSERTION"));
        Is(QualityResult.NotMet, "names 1 direct dependency that the file does not list", Boms.Spdx(packages, "app DEPENDS_ON a", "app DEPENDS_ON gone"));
        Is(QualityResult.Unknown, "other documents describe", Boms.Spdx(packages, "app DEPENDS_ON DocumentRef-other:SPDXRef-x"));
        Is(QualityResult.Unknown, "states no dependencies", Boms.Spdx(packages));
    }

    [Fact]
    public void B_1_a_file_about_several_things_is_as_good_as_the_weakest_of_them()
    {
        static Sbom Two(string relations) => Boms.Read($$"""
            { "spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "name": "doc", "documentNamespace": "https://example.com/doc", "documentDescribes": ["SPDXRef-x", "SPDXRef-y"],
              "packages": [{{Boms.Package("x")}}, {{Boms.Package("y")}}, {{Boms.Package("a")}}], "relationships": [{{relations}}] }
            """);
        const string X = """{ "spdxElementId": "SPDXRef-x", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "SPDXRef-a" }""";
        Is(QualityResult.Unknown, "of 2 things the file is about, one does not show it: nothing is stated of the dependencies of y@1.0.0", Two(X));
        Is(QualityResult.Met, "of 2 things the file is about, each has some: x@1.0.0 has 1 direct dependency", Two($"{X}, {X.Replace("SPDXRef-x", "SPDXRef-y", StringComparison.Ordinal)}"));
        // One that another depends on is no top of its own.
        Is(QualityResult.Met, "x@1.0.0 has 2 direct dependencies", Two($"{X}, {X.Replace("SPDXRef-a", "SPDXRef-y", StringComparison.Ordinal)}"));
    }

    [Fact]
    public void B_1_only_software_elements_count()
    {
        var device = """{ "type": "device", "bom-ref": "d", "name": "board" }""";
        Is("cra.software", QualityResult.NotMet, "only hardware is listed (1)", Boms.Cyclone(device));
        Is("cra.software", QualityResult.Met, "1 software component; 1 of hardware beside them, which are not asked for", Boms.Cyclone($"{device}, {Boms.Library("a")}"));
        Is("cra.software", QualityResult.NotMet, "no software is listed among 1", Boms.Cyclone("""{ "type": "data", "name": "table" }"""));
        Is("cra.software", QualityResult.Unknown, "no component is listed beside the subject", Boms.Cyclone(""));
        Is("cra.software", QualityResult.NotMet, "the file lists nothing", Boms.Cyclone("", metadata: ""));
    }

    [Fact]
    public void B_3_and_N_4_no_format_and_no_version_of_one_is_asked_for()
    {
        Is("cra.format", QualityResult.Met, "read as CycloneDX 1.2 (JSON)", Boms.Cyclone(Two, version: "1.2"));
        Is("cra.format", QualityResult.Met, "read as SPDX 2.3 (JSON)", Boms.Spdx(""));
        Assert.Equal(["B-1", "B-3", "N-4"], Boms.Check(Boms.Spdx(""), "cra.format").Rule.Rules);
    }

    [Fact]
    public void B_2_it_is_the_bill_of_the_release_asked_for()
    {
        var sbom = Boms.Cyclone(Two);
        Is("cra.subject", QualityResult.Met, "it is about app@1.0.0, which is release 1.0.0", sbom, "1.0.0");
        Is("cra.subject", QualityResult.Met, "which is release v1.0.0", sbom, "v1.0.0");
        Is("cra.subject", QualityResult.NotMet, "not about release 1.0.1", sbom, "1.0.1");
        Is("cra.subject", QualityResult.Met, "it is about app@1.0.0", sbom);
        var unversioned = Boms.Cyclone(Two, metadata: """, "component": { "type": "application", "name": "app" }""");
        Is("cra.subject", QualityResult.Unknown, "whether that is release 1.0.0 cannot be told", unversioned, "1.0.0");
        Is("cra.subject", QualityResult.Met, "no version is stated", unversioned);
        Is("cra.subject", QualityResult.Unknown, "does not say what it is about", Boms.Cyclone(Two, metadata: ""), "1.0.0");
        Assert.Equal(["B-2"], Boms.Check(sbom, "cra.subject").Rule.Rules);
    }

    [Fact]
    public void Nothing_else_is_law() =>
        Assert.Equal(["cra.format", "cra.software", "cra.top-level", "cra.subject"], QualityRules.All.Where(s => s.Tag == "LAW").SelectMany(s => s.Rules).Select(r => r.Id));

    [Fact]
    public void Practice_lowers_no_check_of_the_law()
    {
        // No time, no hash, no licence, no supplier, an old version, a vulnerability in the file: all of the law's checks hold.
        var poor = Boms.Read("""{ "bomFormat": "CycloneDX", "specVersion": "1.4", "metadata": { "component": { "type": "application", "bom-ref": "app", "name": "app", "version": "1" } }, "components": [{ "type": "library", "bom-ref": "a", "name": "a" }], "dependencies": [{ "ref": "app", "dependsOn": ["a"] }], "vulnerabilities": [{ "id": "CVE-2026-1" }] }""");
        var checks = Quality.Check(poor, new QualityQuestion("bom.json", "1"), QualityRules.All);
        Assert.All(checks.Where(c => c.Set.Tag == "LAW"), c => Assert.Equal(QualityResult.Met, c.Result));
        Assert.Empty(Quality.FallingShort(checks, "LAW"));
        Assert.True(Quality.FallingShort(checks, "PRACTICE").Count() > 10);
    }

    private static void Is(QualityResult result, string because, Sbom sbom) => Is("cra.top-level", result, because, sbom);

    private static void Is(string id, QualityResult result, string because, Sbom sbom, string? release = null)
    {
        var check = Boms.Check(sbom, id, release);
        Assert.Contains(because, check.Because, StringComparison.Ordinal);
        Assert.Equal(result, check.Result);
    }
}
