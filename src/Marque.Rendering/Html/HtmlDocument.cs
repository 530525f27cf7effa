using System.Security.Cryptography;
using System.Text;
using Marque.Documents.Blocks;

namespace Marque.Rendering.Html;

/// <summary>A document as one self-contained HTML page: no other file, no network, nothing runs but its own script, which only filters. The same document gives the same bytes.</summary>
public static class HtmlDocument
{
    /// <summary>The page, in UTF-8.</summary>
    /// <param name="document">The document.</param>
    public static byte[] Of(Document document)
    {
        var outline = Outline.Of(document);
        var facets = FacetValues.Of(document.Body);
        var body = new Markup();
        var blocks = new BlockMarkup(body);
        body.Raw("<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<main id=\"main\">\n<header class=\"page\">\n");
        blocks.Write(document.Opening);
        body.Raw("</header>\n");
        outline.Write(body);
        facets.Write(body);
        blocks.WriteSections(document.Body);
        body.Raw("</main>\n<footer>\n");
        blocks.Write(document.Closing);
        body.Raw("</footer>\n");

        var style = PageFiles.Style + blocks.Widths();
        var script = facets.Any ? PageFiles.Script : "";
        var page = new Markup();
        page.Raw("<!DOCTYPE html>\n<html").Attribute("lang", document.Language).Raw(">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{Hash(style)}'{(script.Length > 0 ? $"; script-src '{Hash(script)}'" : "")}; base-uri 'none'; form-action 'none'\">\n")
            .Element("title", document.Title).Raw("\n<style>").Raw(style).Raw("</style>\n</head>\n<body>\n").Append(body);
        if (script.Length > 0) page.Raw("<script>").Raw(script).Raw("</script>\n");
        return page.Raw("</body>\n</html>\n").Bytes();
    }

    // Content Security Policy Level 3, section 2.3.1: only these very bytes may style and run.
    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
