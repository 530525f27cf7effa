using System.Security;
using System.Text;
using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Pdf.Fonts;
using Marque.Rendering.Pdf.Images;
using Marque.Rendering.Pdf.Layout;
using Marque.Rendering.Pdf.Objects;
using Marque.Rendering.Pdf.Pages;
using Marque.Rendering.Pdf.Tags;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf;

/// <summary>A document as PDF 1.7 (ISO 32000-1) on A4: tagged, with bookmarks and links, every font in it, declared as PDF/A-3B (ISO 19005-3). The same document gives the same bytes.</summary>
public static class PdfFile
{
    /// <summary>The file.</summary>
    /// <param name="document">The document.</param>
    /// <exception cref="ArgumentException">There are no texts in its language, a row has not as many cells as its table has columns, or its logo cannot be read.</exception>
    public static byte[] Of(Document document)
    {
        var texts = Texts.In(document.Language) ?? throw new ArgumentException($"No texts in '{document.Language}'.", nameof(document));
        using var file = new ObjectFile();
        var canvas = new Canvas(file, new FontSet(), new Structure(file), new Sheet(document.IsLandscape));
        var setter = new Setter(canvas.Fonts, texts, Targets.Of(document));
        var flow = new Flow(canvas);
        var bookmarks = new Bookmarks(texts);
        var contents = new Contents(bookmarks, setter);
        var to = new Composer(canvas, flow, setter, bookmarks, document.Brand.Accent);
        var place = new Place(Sheet.Side, canvas.Sheet.TextWidth, canvas.Structure.Document, Scale.Plain(Scale.Body));
        var logo = Logo(to, document.Brand.Logo, file, place);
        to.Write(document.Opening, place);
        if (document.HasContents)
        {
            contents.Write(to, document, texts, place, document.Brand.Accent);
            to.Write([new PageBreak()], place);
        }

        to.Write(document.Body, place);
        if (document.Closing.Count > 0) to.Leave(28);
        to.Write(document.Closing, place with { Look = place.Look.At(Scale.Table).Soft });
        flow.Finish();
        contents.Complete();
        Margins.Write(document, texts, setter, flow.Pages, canvas.Sheet);
        return Finish(document, canvas, flow.Pages, bookmarks, logo);
    }

    private static int? Logo(Composer to, Logo? logo, ObjectFile file, Place place)
    {
        if (logo is null) return null;
        var number = Picture.Put(file, logo);
        to.Put(new LogoStrip(logo, place.X, to.Structure.Add(place.Parent, "Figure", $"/Alt {Syntax.Text(Visible.Text(logo.Text))}")) { KeepsWithNext = true });
        to.Leave(20);
        return number;
    }

    private static byte[] Finish(Document document, Canvas canvas, IReadOnlyList<Page> pages, Bookmarks bookmarks, int? logo)
    {
        var file = canvas.File;
        var title = Visible.Text(document.Title);
        var (tree, resources) = (file.Reserve(), file.Reserve());
        foreach (var page in pages) page.Put(tree, resources);
        file.Put(tree, $"<</Type /Pages /Kids {Syntax.Refs(pages.Select(p => p.Number))} /Count {Syntax.Number(pages.Count)} /MediaBox [0 0 {Syntax.Number(canvas.Sheet.Width)} {Syntax.Number(canvas.Sheet.Height)}]>>");
        file.Put(resources, $"<</Font <<{canvas.Fonts.Put(file)}>>{(logo is { } picture ? $" /XObject <</{LogoStrip.Name} {Syntax.Ref(picture)}>>" : "")}>>");
        var structure = canvas.Structure.Put();
        var names = canvas.PutDestinations();
        var outline = bookmarks.Put(file) is { } number ? $" /Outlines {Syntax.Ref(number)} /PageMode /UseOutlines" : "";
        var profile = file.PutStream("/N 3", SrgbProfile.Bytes());
        var metadata = file.Reserve();
        file.PutRaw(metadata, "/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(Metadata(title, document.Language)));
        var information = file.Put($"<</Title {Syntax.Text(title)} /Producer (Marque)>>");
        var catalog = file.Put($"<</Type /Catalog /Pages {Syntax.Ref(tree)} /Lang {Syntax.Ascii(document.Language)} /MarkInfo <</Marked true>> /StructTreeRoot {Syntax.Ref(structure)} /Names {Syntax.Ref(names)} /Metadata {Syntax.Ref(metadata)} /ViewerPreferences <</DisplayDocTitle true>> /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC 61966-2-1) /DestOutputProfile {Syntax.Ref(profile)}>>]{outline}>>");
        return file.Finish(catalog, information);
    }

    // ISO 19005-3, 6.6: without a time, since a document is a function of what it says; title and producer as in the information dictionary.
    private static string Metadata(string title, string language) =>
        $"""
        <?xpacket begin="{'\ufeff'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
        <pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
        <dc:format>application/pdf</dc:format>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(title)}</rdf:li></rdf:Alt></dc:title>
        <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
        <pdf:Producer>Marque</pdf:Producer>
        </rdf:Description>
        </rdf:RDF></x:xmpmeta>
        <?xpacket end="r"?>
        """.ReplaceLineEndings("\n");
}
