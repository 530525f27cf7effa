using System.Text;
using Marque.Components;
using Marque.Components.Conformance;

namespace Marque.Tests.Components;

/// <summary>Tag-value text as tools write it: any end of line, with and without byte order mark, texts of several lines, every section.</summary>
public sealed class TagValueFormsTests
{
    private const string Text = """
        SPDXVersion: SPDX-2.3
        DataLicense: CC0-1.0
        SPDXID: SPDXRef-DOCUMENT
        DocumentName: d
        DocumentNamespace: https://example.com/d
        Creator: Tool: t-1
        Created: 2026-11-24T10:00:00Z
        DocumentComment: <text>PackageName: none
        SPDXID: none

        # no comment</text>

        PackageName: a
        SPDXID: SPDXRef-a
        PackageVersion: 1.0
        PackageDownloadLocation: NOASSERTION
        FilesAnalyzed: false
        PackageCopyrightText: <text>Copyright
          of two lines</text>

        FileName: ./a.c
        SPDXID: SPDXRef-file
        FileChecksum: SHA1: d6a770ba38583ed4bb4525bd96e50461655d2758
        LicenseConcluded: MIT

        SnippetSPDXID: SPDXRef-snippet
        SnippetFromFileSPDXID: SPDXRef-file
        SnippetByteRange: 1:2
        SnippetLicenseConcluded: <text>MIT</text>

        PackageName: b
        SPDXID: SPDXRef-b
        PackageVersion: 2.0
        PackageDownloadLocation: NOASSERTION
        FilesAnalyzed: false

        Annotator: Person: Somebody
        AnnotationDate: 2026-11-24T10:00:00Z
        AnnotationType: OTHER
        SPDXREF: SPDXRef-b
        AnnotationComment: <text>Of b:
        PackageVersion: 3.0</text>

        Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-a
        Relationship: SPDXRef-a DEPENDS_ON SPDXRef-b
        Relationship: SPDXRef-b DEPENDS_ON SPDXRef-gone
        """;

    public static TheoryData<string, bool, bool> Forms => new MatrixTheoryData<string, bool, bool>(["\n", "\r\n", "\r"], [false, true], [false, true]);

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_end_of_line_and_byte_order_mark_means_the_same(string lineEnd, bool hasMark, bool isWide)
    {
        var text = Text.ReplaceLineEndings(lineEnd);
        var sbom = Samples.Read(text, isWide ? new UnicodeEncoding(bigEndian: hasMark, byteOrderMark: true) : new UTF8Encoding(hasMark));
        Assert.Equal([("a", "1.0", 13), ("b", "2.0", 31)], sbom.Components.Select(c => (c.Name, c.Version, c.Line)));
        Assert.Equal("Copyright|  of two lines", sbom.Components[0].Copyright.ReplaceLineEndings("|"));
        Assert.Equal((1, 1, 1, "a"), (sbom.Files, sbom.Snippets, sbom.Annotations, sbom.Subject?.Name));
        Assert.Equal(("sbom.lost-reference", 46), (Assert.Single(sbom.Findings).Code, sbom.Findings[0].Place.Line));
        Assert.Equal([1], sbom.Graph.DependenciesOf(0));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void The_check_of_the_format_counts_the_same_lines(string lineEnd)
    {
        var problem = Assert.Single(ConformanceCheck.Run(new MemoryStream(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings(lineEnd))), TestContext.Current.CancellationToken).Problems, p => p.Demand != Demand.Note);
        Assert.Equal((46, "spdx-id-resolves"), (problem.Line, problem.Rule));
    }

    [Fact]
    public void A_text_of_several_lines_across_the_pieces_that_are_read_is_whole()
    {
        var comment = string.Concat(Enumerable.Range(0, 5000).Select(i => $"line {i} PackageName: x\r\n"));
        var sbom = Samples.Read($"SPDXVersion: SPDX-2.3\r\nDocumentComment: <text>{comment}</text>\r\nPackageName: a\r\nPackageVersion: 1\r\n");
        Assert.Equal(("a", 5003), (sbom.Components.Single().Name, sbom.Components.Single().Line));
    }
}
