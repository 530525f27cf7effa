using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Marque.Documents.Blocks;
using Marque.Rendering.Docx;
using Marque.Rendering.Tests.Kit;
using Marque.Rendering.Tests.Office;

namespace Marque.Rendering.Tests.Docx;

public sealed class DocxDocumentTests
{
    private static readonly Lazy<byte[]> Example = new(() => DocxDocument.Of(Reports.Example));

    [Fact]
    public void The_report_of_the_example_has_no_error_by_the_schemas_of_the_format() => Valid(Example.Value);

    [Fact]
    public void Every_kind_of_block_is_valid_with_hostile_and_with_long_text()
    {
        Valid(DocxDocument.Of(Samples.All(Samples.Hostile)));
        Valid(DocxDocument.Of(Samples.All(Samples.Long)));
        Valid(DocxDocument.Of(Samples.Of()));
        Valid(DocxDocument.Of(Samples.Of(new Terms(), new Tally("none", []), new ItemList([[], [new PageBreak(), new Documents.Blocks.Table("t", [new("A", 1)], [])]]), new SignatureBlock(), new Callout("alone"))));
    }

    [Fact]
    public void A_letter_with_logo_colour_and_room_to_sign_is_valid_on_both_sides_of_the_paper()
    {
        Valid(DocxDocument.Of(Letters.Signed("gateway")));
        Valid(DocxDocument.Of(Letters.Signed(Samples.Hostile, isLandscape: true)));
    }

    [Fact]
    public void Hostile_text_is_shown_as_text_in_every_block()
    {
        var xml = Part(DocxDocument.Of(Samples.All(Samples.Hostile)), "word/document.xml");
        Assert.DoesNotContain("<script", xml, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(xml.EnumerateRunes(), r => (Rune.IsControl(r) && r.Value is not ('\n' or '\r' or '\t')) || r.Value == 0x202e);
        Assert.True(Regex.Count(xml, Regex.Escape("&lt;script&gt;alert(1)")) > 25);
    }

    [Fact]
    public void Headings_are_headings_and_every_link_leads_to_a_bookmark_of_its_own()
    {
        using var docx = Open(Example.Value);
        var body = docx.MainDocumentPart!.Document!.Body!;
        var headings = Reports.Example.Body.OfType<Heading>().Where(h => h.Level == 2).Select(h => string.Concat(h.Text.OfType<Documents.Blocks.Run>().Select(r => r.Text))).ToList();
        Assert.Equal(headings, body.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Heading2").Select(p => p.InnerText));
        var marks = body.Descendants<BookmarkStart>().Select(b => b.Name!.Value!).ToList();
        Assert.Equal(marks.Count, marks.Distinct(StringComparer.Ordinal).Count());
        var anchors = body.Descendants<Hyperlink>().Select(h => h.Anchor?.Value).OfType<string>().ToList();
        Assert.True(anchors.Count > 200);
        Assert.Empty(anchors.Except(marks));
        // Every style that is used is one of the document's own.
        var styles = docx.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(s => s.StyleId!.Value!).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(body.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value!).Concat(body.Descendants<RunStyle>().Select(s => s.Val!.Value!)).Where(s => !styles.Contains(s)).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Tables_repeat_their_header_and_break_between_rows_only()
    {
        using var docx = Open(Example.Value);
        var tables = docx.MainDocumentPart!.Document!.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>().Where(t => t.Descendants<TableStyle>().First().Val == "MarqueTable").ToList();
        Assert.True(tables.Count > 10);
        Assert.All(tables, t => Assert.Single(t.Elements<TableRow>().First().Descendants<TableHeader>()));
        Assert.All(tables.SelectMany(t => t.Elements<TableRow>()), r => Assert.Single(r.TableRowProperties!.Elements<CantSplit>()));
    }

    [Fact]
    public void A_file_beside_the_document_is_linked_relative_to_it_and_nowhere_else()
    {
        using var docx = Open(DocxDocument.Of(Samples.Of(new Heading(2, "a", "A"), new Documents.Blocks.Paragraph(new FileLink("evidence/a:b #1.xml", "file")))));
        Assert.Equal("./evidence/a%3Ab%20%231.xml", Assert.Single(docx.MainDocumentPart!.HyperlinkRelationships).Uri.OriginalString);
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static void Valid(byte[] bytes)
    {
        using var docx = Open(bytes);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(docx, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}").Take(10));
    }

    private static string Part(byte[] bytes, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
