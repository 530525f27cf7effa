using Marque.Documents.Blocks;

namespace Marque.Rendering.Html;

/// <summary>The links to the sections of a page.</summary>
internal sealed record Outline(IReadOnlyList<Heading> Headings)
{
    public static Outline Of(Document document) => new([.. document.Body.OfType<Heading>().Where(h => h.Level == 2)]);

    public void Write(Markup html)
    {
        if (Headings.Count == 0) return;
        html.Raw("<nav aria-label=\"Sections\"><ul>");
        foreach (var heading in Headings)
        {
            html.Raw("<li><a").Attribute("href", "#" + heading.Id).Raw(">");
            InlineMarkup.Write(html, heading.Text);
            html.Raw("</a></li>");
        }

        html.Raw("</ul></nav>\n");
    }
}
