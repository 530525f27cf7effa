using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Rendering.Html;

/// <summary>The links to the sections of a page.</summary>
internal sealed record Outline(IReadOnlyList<Heading> Headings)
{
    public static Outline Of(Document document) => new([.. document.Body.OfType<Heading>().Where(h => h.Level == 2)]);

    public void Write(Markup html, Texts texts)
    {
        if (Headings.Count == 0) return;
        var inline = new InlineMarkup(html, texts);
        html.Raw("<nav").Attribute("aria-label", texts["page.sections"]).Raw("><ul>");
        foreach (var heading in Headings)
        {
            html.Raw("<li><a").Attribute("href", "#" + heading.Id).Raw(">");
            inline.Write(heading.Text);
            html.Raw("</a></li>");
        }

        html.Raw("</ul></nav>\n");
    }
}
