using Marque.Rendering.Pdf.Pages;
using Marque.Rendering.Pdf.Tags;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>A line of words across the page.</summary>
/// <param name="line">The line.</param>
/// <param name="x">Its left edge.</param>
/// <param name="look">The look that its height follows.</param>
/// <param name="element">What it belongs to.</param>
internal sealed class LineStrip(Line line, double x, Look look, Element element) : Strip
{
    /// <summary>What stands before its first line: a bullet, a number; null: nothing.</summary>
    public Marker? Marker { get; init; }

    /// <summary>Told where the line came to stand; null: nobody asks.</summary>
    public Action<Page, double>? Placed { get; init; }

    public override double Height => look.Leading;

    public override void Draw(Page page, double top)
    {
        var baseline = Baseline(top, look);
        Placed?.Invoke(page, top);
        Marker?.Draw(page, baseline);
        page.Show(line, x, baseline, element);
    }

    /// <summary>Where letters stand in a line whose upper edge is known: their capitals in its middle.</summary>
    public static double Baseline(double top, Look look) => top + (look.Leading / 2) + (look.Size * 0.36);
}

/// <summary>A bullet or number of a list.</summary>
/// <param name="Line">Its words.</param>
/// <param name="X">Its left edge.</param>
/// <param name="Element">What it belongs to.</param>
internal sealed record Marker(Line Line, double X, Element Element)
{
    public void Draw(Page page, double baseline) => page.Show(Line, X, baseline, Element);
}
