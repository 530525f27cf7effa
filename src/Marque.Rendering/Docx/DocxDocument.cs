using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Rendering.Office;
using Blocks = Marque.Documents.Blocks;
using Document = Marque.Documents.Blocks.Document;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Marque.Rendering.Docx;

/// <summary>A document as an Office Open XML text document (ISO/IEC 29500, DOCX): styles, headings, contents, tables with repeated headers, links. The same document gives the same bytes.</summary>
public static class DocxDocument
{
    // A4 with margins of 20 mm, at the sides 15 mm, in twentieths of a point.
    private const int PageWidth = 11906, PageHeight = 16838, Margin = 1134, Side = 850;

    // More headings than a page of contents holds are found by the outline.
    private const int MostEntries = 45;

    /// <summary>The bytes.</summary>
    /// <param name="document">The document.</param>
    public static byte[] Of(Document document)
    {
        using var package = new MemoryStream();
        using (var docx = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            // Ids that are not given are random.
            var main = docx.AddMainDocumentPart();
            docx.ChangeIdOfPart(main, "document");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = StyleSheet.Build(document.Language);
            main.AddNewPart<NumberingDefinitionsPart>("lists").Numbering = StyleSheet.Lists();
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }), new ThemeFontLanguages { Val = document.Language });
            main.AddNewPart<HeaderPart>("header").Header = new Header(new Word.Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = StyleSheet.Header }), Runs.Text(document.Title)));
            main.AddNewPart<FooterPart>("footer").Footer = new Footer(new Word.Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = StyleSheet.Footer }, new Justification { Val = JustificationValues.Right }), .. Field("PAGE", "1"), Runs.Text(" / "), .. Field("NUMPAGES", "1")]));
            Properties(docx, document);
            Write(main, document);
        }

        return Repacked.Of(package);
    }

    private static void Write(MainDocumentPart main, Document document)
    {
        var anchors = new Anchors(document);
        var related = new Dictionary<string, string>(StringComparer.Ordinal);
        var runs = new Runs(anchors, Relate);
        using var writer = OpenXmlWriter.Create(main);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Word.Document());
        writer.WriteStartElement(new Word.Body());
        var body = new Body(writer.WriteElement, anchors, runs, PageWidth - (2 * Side));
        body.Write(document.Opening);
        Contents(writer, document, anchors, runs);
        body.Write(document.Body);
        body.Write(document.Closing);
        writer.WriteElement(new SectionProperties(new HeaderReference { Type = HeaderFooterValues.Default, Id = "header" }, new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" }, new PageSize { Width = PageWidth, Height = PageHeight }, new PageMargin { Top = Margin, Right = Side, Bottom = Margin, Left = Side, Header = 567, Footer = 567, Gutter = 0 }));
        writer.WriteEndElement();
        writer.WriteEndElement();

        // Relative, each segment escaped: a name with ':' or '#' leads to that file and nowhere else.
        string Relate(string path)
        {
            if (related.TryGetValue(path, out var known)) return known;
            var id = string.Create(CultureInfo.InvariantCulture, $"f{related.Count + 1}");
            main.AddHyperlinkRelationship(new Uri("./" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), UriKind.Relative), isExternal: true, id);
            return related[path] = id;
        }
    }

    // A field that an editor can update; until then it holds the headings as links, without pages, which only a layout knows.
    private static void Contents(OpenXmlWriter writer, Document document, Anchors anchors, Runs runs)
    {
        var all = document.Body.Select(b => b is Entry entry ? entry.Heading : b as Heading).OfType<Heading>().Where(h => h.Level <= 3).ToList();
        var deepest = all.Count <= MostEntries ? 3 : 2;
        List<Heading> entries = [.. all.Where(h => h.Level <= deepest)];
        if (entries.Count < 2) return;
        writer.WriteElement(new Word.Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = StyleSheet.Contents }), Runs.Text(Titles.Contents(document.Language))));
        for (var i = 0; i < entries.Count; i++)
        {
            var paragraph = new Word.Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = StyleSheet.ContentsOf(entries[i].Level <= 2 ? 1 : 2) }));
            if (i == 0) paragraph.Append(Begin(string.Create(CultureInfo.InvariantCulture, $" TOC \\o \"1-{deepest}\" \\h \\z \\u ")));
            paragraph.Append(new Hyperlink(Runs.Text(string.Concat(entries[i].Text.Select(Plain)))) { Anchor = Anchors.Name(anchors.Number(entries[i].Id)!.Value), History = true });
            if (i == entries.Count - 1) paragraph.Append(new Word.Run(new FieldChar { FieldCharType = FieldCharValues.End }));
            writer.WriteElement(paragraph);
        }
    }

    private static string Plain(Inline inline) => inline switch
    {
        Blocks.Run run => run.Text,
        Link link => link.Text,
        Cite cite => cite.Citation,
        VerdictMark mark => mark.Word ?? mark.Verdict.Words(),
        _ => "",
    };

    private static IEnumerable<Word.Run> Begin(string code) =>
    [
        new(new FieldChar { FieldCharType = FieldCharValues.Begin }), new(new FieldCode(code) { Space = SpaceProcessingModeValues.Preserve }), new(new FieldChar { FieldCharType = FieldCharValues.Separate }),
    ];

    private static IEnumerable<Word.Run> Field(string name, string shown) => [.. Begin($" {name} "), Runs.Text(shown), new(new FieldChar { FieldCharType = FieldCharValues.End })];

    // Times are left out: the document's own words say as of when it speaks.
    private static void Properties(WordprocessingDocument docx, Document document)
    {
        var core = docx.AddCoreFilePropertiesPart();
        docx.ChangeIdOfPart(core, "core");
        using var stream = core.GetStream(FileMode.Create);
        using var xml = System.Xml.XmlWriter.Create(stream, new System.Xml.XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) });
        xml.WriteStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        xml.WriteElementString("dc", "title", "http://purl.org/dc/elements/1.1/", Visible.Text(document.Title));
        xml.WriteElementString("dc", "language", "http://purl.org/dc/elements/1.1/", document.Language);
        xml.WriteEndElement();
    }
}
