using System.Xml;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Office;

namespace Marque.Rendering.Docx;

/// <summary>A document as an Office Open XML text document (ISO/IEC 29500, DOCX): styles, headings, contents, tables with repeated headers, links. The same document gives the same bytes.</summary>
public static class DocxDocument
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>The bytes.</summary>
    /// <param name="document">The document.</param>
    /// <exception cref="ArgumentException">The program has no texts in the document's language, or a row has not as many cells as there are columns.</exception>
    public static byte[] Of(Document document)
    {
        var texts = Texts.In(document.Language) ?? throw new ArgumentException($"No texts in '{document.Language}'.", nameof(document));
        var page = Page.Of(document);
        var logo = document.Brand.Logo;
        using var package = new Package(
            [
                ("word/document.xml", Word + "document.main+xml"), .. ((string[])["styles", "numbering", "settings", "header", "footer"]).Select(p => ($"word/{p}.xml", $"{Word}{p}+xml")),
                .. logo is null ? Array.Empty<(string, string)>() : [("word/" + Picture.Name(logo), logo.MediaType)],
            ],
            "word/document.xml", xml => CoreProperties.Write(xml, document));
        var anchors = new Anchors(document);
        var files = new Files();
        Lists? lists = null;
        Part(package, "document", (xml, w) => lists = Write(xml, w, document, texts, page, anchors, files));
        Part(package, "styles", (_, w) => StyleSheet.Write(w, document, page));
        Part(package, "numbering", (_, w) => lists!.Write(w));
        Part(package, "settings", (_, w) => w.Open("settings").Open("compat").Empty("compatSetting", ("name", "compatibilityMode"), ("uri", "http://schemas.microsoft.com/office/word"), ("val", "15")).Close().Value("themeFontLang", document.Language).Close());
        Part(package, "header", (_, w) => Edges.Head(w, new Runs(w, texts, anchors, files), document));
        Part(package, "footer", (_, w) => Edges.Foot(w, new Runs(w, texts, anchors, files), document, texts));
        if (logo is not null) package.Part("word/" + Picture.Name(logo), logo.Bytes);
        package.Part("word/_rels/document.xml.rels",
        [
            .. ((string[])["styles", "numbering", "settings", "header", "footer"]).Select(p => new Relation(p, p, p + ".xml")),
            .. logo is null ? Array.Empty<Relation>() : [new("logo", "image", Picture.Name(logo))],
            .. files.All,
        ]);
        return package.Bytes();
    }

    private static Lists Write(XmlWriter xml, Elements w, Document document, Texts texts, Page page, Anchors anchors, Files files)
    {
        w.Open("document");
        xml.WriteAttributeString("xmlns", "r", null, Package.Relations);
        w.Open("body");
        if (document.Brand.Logo is { } logo) Picture.Write(xml, w, logo);
        var body = new Body(w, texts, anchors, files, page.Text);
        if (document.Opening is [Heading { Level: 1 } title, ..]) body.Title(title);
        body.Write([.. document.Opening.Skip(document.Opening is [Heading { Level: 1 }, ..] ? 1 : 0)]);
        Contents.Write(w, body, document, texts, anchors);
        body.Write(document.Body);
        body.Write(document.Closing);
        page.Write(w);
        w.Close().Close();
        return body.Lists;
    }

    private static void Part(Package package, string name, Action<XmlWriter, Elements> write) => package.Part($"word/{name}.xml", xml => write(xml, new Elements(xml, "w", Main)));
}
