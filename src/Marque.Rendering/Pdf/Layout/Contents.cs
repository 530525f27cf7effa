using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Pdf.Objects;
using Marque.Rendering.Pdf.Pages;
using Marque.Rendering.Pdf.Tags;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>The table of contents: its lines are put at their place, the numbers when every page is known.</summary>
/// <param name="bookmarks">Knows the headings.</param>
/// <param name="setter">Sets words.</param>
internal sealed class Contents(Bookmarks bookmarks, Setter setter)
{
    private const double ForNumber = 34;

    private readonly List<(string Id, Page Page, double Baseline, double From, double To, Look Look, Element Element)> entries = [];

    public void Write(Composer to, Document document, Texts texts, Place place, Colour? accent)
    {
        var headings = document.Body.OfType<Heading>().Where(h => h.Level <= 2).ToList();
        if (headings.Count == 0) return;
        var title = Scale.Heading(2, accent);
        to.Lines(setter.Of(texts["page.contents"], title), title, place, to.Structure.Add(place.Parent, "H2"), Scale.Above(2), keeps: true);
        to.Leave(Scale.Below(2) + 2);
        var list = to.Structure.Add(place.Parent, "TOC");
        // Where several subjects follow each other, their sections stand below them.
        var hasSubjects = headings.Exists(h => h.Level == 1);
        foreach (var heading in headings)
        {
            var isSubject = hasSubjects && heading.Level == 1;
            var indent = hasSubjects && !isSubject ? 14 : 0;
            var look = isSubject ? place.Look.Bold : place.Look;
            Write(to, heading, place with { X = place.X + indent, Width = place.Width - indent, Look = look }, to.Structure.Add(list, "TOCI"), isSubject ? 8 : 2);
        }
    }

    /// <summary>Adds the numbers.</summary>
    public void Complete()
    {
        foreach (var (id, page, baseline, from, to, look, element) in entries)
        {
            if (bookmarks.PageOf(id) is not { } found) continue;
            var line = setter.Line(Syntax.Number(found.Index + 1), look);
            page.Show(line, to - line.Width, baseline, element);
            if (to - line.Width - from > 16) page.Dot(from + 6, to - line.Width - 6, baseline, Inks.Rule);
        }
    }

    private void Write(Composer to, Heading heading, Place place, Element item, double above)
    {
        var lines = Lines.Of(setter.Of(bookmarks.Plain(heading.Text), place.Look, heading.Id), place.Width - ForNumber);
        for (var i = 0; i < lines.Count; i++)
        {
            var isLast = i == lines.Count - 1;
            var line = lines[i];
            to.Put(new LineStrip(line, place.X, place.Look, item)
            {
                Before = i == 0 ? to.Gap(above) : 0,
                KeepsWithNext = !isLast,
                Placed = isLast ? (page, top) => entries.Add((heading.Id, page, LineStrip.Baseline(top, place.Look), place.X + line.Width, place.X + place.Width, place.Look, item)) : null,
            });
        }
    }
}
