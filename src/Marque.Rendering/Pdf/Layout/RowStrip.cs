using Marque.Documents.Blocks;
using Marque.Rendering.Pdf.Pages;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>Cells beside each other with a line below them.</summary>
/// <param name="cells">The cells.</param>
/// <param name="x">The left edge of the line.</param>
/// <param name="width">Its length.</param>
/// <param name="padding">Free above and below the words.</param>
internal sealed class RowStrip(IReadOnlyList<Cell> cells, double x, double width, double padding) : Strip
{
    private readonly double words = cells.Count == 0 ? 0 : cells.Max(c => c.Height);

    /// <summary>The colour of the line; null: there is none.</summary>
    public Colour? Rule { get; init; }

    /// <summary>Told where the row came to stand; null: nobody asks.</summary>
    public Action<Page, double>? Placed { get; init; }

    public override double Height => words + (2 * padding);

    public override void Draw(Page page, double top) => Draw(page, top, isAgain: false);

    public override void DrawAgain(Page page, double top) => Draw(page, top, isAgain: true);

    public override (Strip First, Strip Remainder)? Split(double room)
    {
        var leading = cells.Max(c => c.Look.Leading);
        var fits = (int)((room - (2 * padding)) / leading);
        if (fits < 1 || cells.All(c => c.Lines.Count <= fits)) return null;
        return (new RowStrip([.. cells.Select(c => c.To(fits))], x, width, padding) { Frame = Frame, Before = Before, Repeated = Repeated, Placed = Placed },
            new RowStrip([.. cells.Select(c => c.From(fits))], x, width, padding) { Frame = Frame, Repeated = Repeated, Rule = Rule, KeepsWithNext = KeepsWithNext });
    }

    private void Draw(Page page, double top, bool isAgain)
    {
        if (!isAgain) Placed?.Invoke(page, top);
        foreach (var cell in cells) cell.Draw(page, top + padding, isAgain ? null : cell.Element);
        if (Rule is { } rule) page.Fill(x, top + Height - 0.5, width, 0.5, rule);
    }
}
