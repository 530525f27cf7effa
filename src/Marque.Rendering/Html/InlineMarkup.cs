using System.Diagnostics;
using Marque.Assessments;
using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Rendering.Html;

/// <summary>Words as HTML.</summary>
internal sealed class InlineMarkup(Markup html, Texts texts)
{
    public void Write(IReadOnlyList<Inline> words)
    {
        for (var i = 0; i < words.Count; i++) Write(words[i]);
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case Run { Setting: Setting.Plain } run: html.Text(run.Text); break;
            case Run { Setting: Setting.Strong } run: html.Element("strong", run.Text); break;
            case Run { Setting: Setting.Code } run: html.Element("code", run.Text); break;
            case Run run: html.Raw("<span class=\"soft\">").Text(run.Text).Raw("</span>"); break;
            case VerdictMark mark: Mark(mark); break;
            case TagMark tag: html.Raw("<span class=\"tag\">").Text(texts[$"tag.{tag.Tag.Word().ToLowerInvariant()}"]).Raw("</span>"); break;
            case Link link: html.Raw("<a").Attribute("href", "#" + link.Target).Raw(">").Text(link.Text).Raw("</a>"); break;
            case Cite cite: html.Raw("<span class=\"cite\">").Text(cite.Citation).Raw("</span>"); break;
            case FileLink file: html.Raw("<a class=\"file\"").Attribute("href", Address(file.Path)).Raw(">").Text(file.Text).Raw("</a>"); break;
            case LineBreak: html.Raw("<br>"); break;
            default: throw new UnreachableException($"No HTML for {inline.GetType().Name}.");
        }
    }

    // The shape is for eyes; the word is read in every case, and the verdict too where another word stands in its place.
    private void Mark(VerdictMark mark)
    {
        html.Raw("<span class=\"v ").Raw(mark.Verdict.Word()).Raw("\"><span class=\"s\" aria-hidden=\"true\">").Raw(mark.Verdict.Shape().ToString()).Raw("</span>\u00a0").Text(mark.Word ?? texts[$"verdict.{mark.Verdict.Word()}"]).Raw("</span>");
    }

    // Relative, each segment escaped: a name with ':' or '#' must lead to that file and nowhere else.
    private static string Address(string path) => "./" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
