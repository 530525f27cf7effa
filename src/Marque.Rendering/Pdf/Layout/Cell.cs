using Marque.Rendering.Pdf.Pages;
using Marque.Rendering.Pdf.Tags;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>Lines below each other at a place of their own beside others.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="X">Their left edge.</param>
/// <param name="Look">The look that their height follows.</param>
/// <param name="Element">What they belong to.</param>
internal sealed record Cell(IReadOnlyList<Line> Lines, double X, Look Look, Element? Element)
{
    public double Height => Lines.Count * Look.Leading;

    public void Draw(Page page, double top, Element? element)
    {
        for (var i = 0; i < Lines.Count; i++) page.Show(Lines[i], X, LineStrip.Baseline(top + (i * Look.Leading), Look), element);
    }

    public Cell From(int line) => this with { Lines = [.. Lines.Skip(line)] };

    public Cell To(int line) => this with { Lines = [.. Lines.Take(line)] };
}
