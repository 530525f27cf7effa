using System.Diagnostics;
using Marque.Assessments;
using Marque.Documents;
using Marque.Documents.Blocks;

namespace Marque.Rendering.Html;

/// <summary>Words as HTML.</summary>
internal static class InlineMarkup
{
    public static void Write(Markup html, IReadOnlyList<Inline> words)
    {
        for (var i = 0; i < words.Count; i++) Write(html, words[i]);
    }

    private static void Write(Markup html, Inline inline)
    {
        switch (inline)
        {
            case Run { Setting: Setting.Plain } run: html.Text(run.Text); break;
            case Run { Setting: Setting.Strong } run: html.Element("strong", run.Text); break;
            case Run { Setting: Setting.Code } run: html.Element("code", run.Text); break;
            case Run run: html.Raw("<span class=\"soft\">").Text(run.Text).Raw("</span>"); break;
            case VerdictMark mark: Mark(html, mark); break;
            case TagMark tag: html.Raw("<span class=\"tag\">").Text(tag.Tag.Word()).Raw("</span>"); break;
            case Link link: html.Raw("<a").Attribute("href", "#" + link.Target).Raw(">").Text(link.Text).Raw("</a>"); break;
            case Cite cite: html.Raw("<span class=\"cite\">").Text(cite.Citation).Raw("</span>"); break;
            case FileLink file: html.Raw("<a class=\"file\"").Attribute("href", Address(file.Path)).Raw(">").Text(file.Text).Raw("</a>"); break;
            case LineBreak: html.Raw("<br>"); break;
            default: throw new UnreachableException($"No HTML for {inline.GetType().Name}.");
        }
    }

    // The shape is for eyes; the word is read in every case, and the verdict too where another word stands in its place.
    private static void Mark(Markup html, VerdictMark mark)
    {
        html.Raw("<span class=\"v ").Raw(mark.Verdict.Word()).Raw("\"><span class=\"s\" aria-hidden=\"true\">").Raw(mark.Verdict.Shape().ToString()).Raw("</span>\u00a0").Text(mark.Word ?? mark.Verdict.Words()).Raw("</span>");
    }

    // Relative, each segment escaped: a name with ':' or '#' must lead to that file and nowhere else.
    private static string Address(string path) => "./" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
