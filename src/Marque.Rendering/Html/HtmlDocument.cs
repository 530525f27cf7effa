using System.Security.Cryptography;
using System.Text;
using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Rendering.Html;

/// <summary>A document as one self-contained HTML page: no other file, no network, nothing runs but its own script, which only filters. The same document gives the same bytes.</summary>
public static class HtmlDocument
{
    /// <summary>The page, in UTF-8.</summary>
    /// <param name="document">The document.</param>
    public static byte[] Of(Document document)
    {
        var texts = Texts.In(document.Language) ?? throw new ArgumentException($"No texts in '{document.Language}'.", nameof(document));
        var outline = Outline.Of(document);
        var facets = FacetValues.Of(document.Body);
        var body = new Markup();
        var blocks = new BlockMarkup(body, texts);
        body.Raw("<a class=\"skip\" href=\"#main\">").Text(texts["page.skip"]).Raw("</a>\n<main id=\"main\">\n<header class=\"page\">\n");
        BrandMarkup.Write(body, document.Brand);
        blocks.Write(document.Opening);
        body.Raw("</header>\n");
        outline.Write(body, texts);
        facets.Write(body, texts);
        blocks.WriteSections(document.Body);
        body.Raw("</main>\n<footer>\n");
        blocks.Write(document.Closing);
        body.Raw("</footer>\n");

        var style = PageFiles.Style + blocks.Widths() + BrandMarkup.Style(document.Brand);
        var script = facets.Any ? PageFiles.Script : "";
        var page = new Markup();
        page.Raw("<!DOCTYPE html>\n<html").Attribute("lang", document.Language).Raw(">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{Hash(style)}'{(document.Brand.Logo is null ? "" : "; img-src data:")}{(script.Length > 0 ? $"; script-src '{Hash(script)}'" : "")}; base-uri 'none'; form-action 'none'\">\n")
            .Element("title", document.Title).Raw("\n<style>").Raw(style).Raw("</style>\n</head>\n<body>\n").Append(body);
        if (script.Length > 0) page.Raw("<script>").Raw(script).Raw("</script>\n");
        return page.Raw("</body>\n</html>\n").Bytes();
    }

    // Content Security Policy Level 3, section 2.3.1: only these very bytes may style and run.
    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
