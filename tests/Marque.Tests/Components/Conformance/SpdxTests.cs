using Marque.Components.Conformance;

namespace Marque.Tests.Components.Conformance;

public class SpdxTests
{
    private const string Two = """
        {"SPDXID":"SPDXRef-DOCUMENT","spdxVersion":"SPDX-2.3","dataLicense":"CC0-1.0","name":"n","documentNamespace":"https://example.com/n",
        "creationInfo":{"created":"2026-11-25T01:41:41Z","creators":["Tool: maker-1"]},
        "packages":[{"SPDXID":"SPDXRef-a","name":"a","downloadLocation":"NOASSERTION"},
        {"SPDXID":"SPDXRef-b","name":"b","downloadLocation":"NOASSERTION"}],
        "relationships":[{"spdxElementId":"SPDXRef-DOCUMENT","relationshipType":"DESCRIBES","relatedSpdxElement":"SPDXRef-a"}]}
        """;

    private const string Three = """
        {"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[
        {"type":"CreationInfo","@id":"_:made","specVersion":"3.0.1","created":"2026-11-25T01:41:41Z","createdBy":["https://example.com/us"]},
        {"type":"software_Package","spdxId":"https://example.com/a","creationInfo":"_:made","name":"a","verifiedUsing":[{"type":"Hash","algorithm":"sha256","hashValue":"00"}]}]}
        """;

    private const string Tagged = """
        SPDXVersion: SPDX-2.2
        DataLicense: CC0-1.0
        SPDXID: SPDXRef-DOCUMENT
        DocumentName: n
        DocumentNamespace: https://example.com/n
        Creator: Organization: Example
        Created: 2026-11-25T01:41:41Z

        # what it is about
        PackageName: a
        SPDXID: SPDXRef-a
        PackageDownloadLocation: NOASSERTION
        FilesAnalyzed: false
        PackageChecksum: SHA1: 0123456789abcdef0123456789abcdef01234567
        PackageLicenseConcluded: MIT
        PackageLicenseDeclared: MIT
        PackageCopyrightText: <text>one
        and PackageName: two</text>
        Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-a
        """;

    [Fact]
    public void Documents_in_all_three_forms_conform()
    {
        Assert.Equal(("SPDX", "2.3", "JSON"), Conforming(Two));
        Assert.Equal(("SPDX", "3.0.1", "JSON-LD"), Conforming(Three));
        Assert.Equal(("SPDX", "2.2", "tag-value"), Conforming(Tagged));
        Assert.Equal(("SPDX", "2.2", "tag-value"), Conforming(Tagged.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Equal(("SPDX", "2.2", "tag-value"), Conforming(Tagged.Replace("\n", "\r", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"name\":\"b\",", "", "/packages/1", "required", Demand.Schema)]
    [InlineData("\"SPDX-2.3\"", "\"SPDX-2.2\"", "/packages/0", "required", Demand.Schema)]
    [InlineData("DESCRIBES", "DESCRIBE", "/relationships/0/relationshipType", "enum", Demand.Schema)]
    [InlineData("\"DESCRIBES\"", "\"CONTAINS\"", "", "spdx-describes", Demand.Rule)]
    [InlineData("\"relatedSpdxElement\":\"SPDXRef-a\"", "\"relatedSpdxElement\":\"SPDXRef-z\"", "/relationships/0/relatedSpdxElement", "spdx-id-resolves", Demand.Rule)]
    [InlineData("SPDXRef-b", "SPDXRef-a", "/packages/1/SPDXID", "spdx-id-unique", Demand.Rule)]
    [InlineData("SPDXRef-b", "SPDXRef-b_c", "/packages/1/SPDXID", "value-form", Demand.Rule)]
    [InlineData("Tool: maker-1", "maker-1", "/creationInfo/creators/0", "value-form", Demand.Rule)]
    [InlineData("CC0-1.0", "MIT", "/dataLicense", "value-form", Demand.Rule)]
    public void Mistakes_in_JSON_are_told_with_what_they_offend(string old, string with, string location, string rule, Demand demand) =>
        Assert.Contains(Checked.Of(Two.Replace(old, with, StringComparison.Ordinal)).Problems, p => (p.Location, p.Rule, p.Demand) == (location, rule, demand));

    [Theory]
    [InlineData("\"algorithm\":\"sha256\"", "\"algorithm\":\"sha-256\"", "/@graph/1/verifiedUsing/0/algorithm", "enum")]
    [InlineData("\"hashValue\":\"00\"", "\"hash\":\"00\"", "/@graph/1/verifiedUsing/0", "required")]
    [InlineData("\"creationInfo\":\"_:made\",\"name\"", "\"name\"", "/@graph/1", "required")]
    [InlineData("\"creationInfo\":\"_:made\",\"name\"", "\"creationInfo\":\"_:other\",\"name\"", "/@graph/1/creationInfo", "spdx-id-resolves")]
    [InlineData("\"name\":\"a\"", "\"nome\":\"a\"", "/@graph/1", "unevaluatedProperties")]
    [InlineData("2026-11-25T01:41:41Z", "2026-11-25", "/@graph/0/created", "pattern")]
    public void Mistakes_in_JSON_LD_are_told_at_their_place(string old, string with, string location, string rule) =>
        Assert.Contains(Checked.Of(Three.Replace(old, with, StringComparison.Ordinal)).Problems, p => (p.Location, p.Rule) == (location, rule));

    [Theory]
    [InlineData("PackageCopyrightText: <text>one\nand PackageName: two</text>\n", "", 10, "tag-required")]
    [InlineData("FilesAnalyzed: false", "FilesAnalyzed: no", 13, "tag-form")]
    [InlineData("FilesAnalyzed: false\n", "", 10, "files-analyzed")]
    [InlineData("DocumentName: n", "DocumentName: n\nDocumentName: m", 5, "tag-once")]
    [InlineData("DocumentName: n", "DocumentNam: n", 4, "tag-unknown")]
    [InlineData("SHA1: 0123456789abcdef0123456789abcdef01234567", "SHA1: 0123", 14, "tag-form")]
    [InlineData("PackageLicenseConcluded: MIT", "PrimaryPackagePurpose: LIBRARY\nPackageLicenseConcluded: MIT", 15, "tag-version")]
    [InlineData("DESCRIBES SPDXRef-a", "DESCRIBES SPDXRef-z", 19, "spdx-id-resolves")]
    [InlineData("and PackageName: two</text>", "and PackageName: two", 17, "tag-value")]
    [InlineData("# what it is about", "SnippetComment: early", 9, "tag-order")]
    [InlineData("# what it is about", "no tag at all", 9, "tag-value")]
    public void Mistakes_in_tag_value_are_told_with_their_line(string old, string with, int line, string rule)
    {
        Assert.Contains(old, Tagged, StringComparison.Ordinal);
        Assert.Contains(Checked.Of(Tagged.Replace(old, with, StringComparison.Ordinal)).Problems, p => (p.Line, p.Rule) == (line, rule));
    }

    [Fact]
    public void Remedies_in_tag_value_name_the_clause() =>
        Assert.EndsWith("(SPDX, 7.8)", Assert.Single(Checked.Of(Tagged.Replace("FilesAnalyzed: false", "FilesAnalyzed: no", StringComparison.Ordinal)).Problems, p => p.Rule == "tag-form").Remedy, StringComparison.Ordinal);

    private static (string, string, string) Conforming(string document)
    {
        var result = Checked.Of(document);
        Assert.Empty(result.Problems);
        Assert.True(result.Conforms);
        return (result.Format, result.Version, result.Serialization);
    }
}
