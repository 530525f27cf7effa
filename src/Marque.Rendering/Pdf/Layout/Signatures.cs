using Marque.Documents.Blocks;
using Marque.Rendering.Pdf.Pages;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>Lines to write on, each with its name below, together on one page.</summary>
internal static class Signatures
{
    private const double LeastWidth = 130, Space = 28, ToWrite = 46;

    public static void Write(Composer to, SignatureBlock block, Place place)
    {
        var columns = Math.Clamp((int)((place.Width + Space) / (LeastWidth + Space)), 1, Math.Max(1, block.Fields.Count));
        var width = (place.Width - (Space * (columns - 1))) / columns;
        var look = Scale.Plain(Scale.Table).Soft;
        var outer = to.Structure.Add(place.Parent, "Div");
        for (var from = 0; from < block.Fields.Count; from += columns)
        {
            var cells = block.Fields.Skip(from).Take(columns).Select((field, i) =>
                new Cell(Lines.Of(to.Setter.Of(field, look), width), place.X + (i * (width + Space)), look, to.Structure.Add(outer, "P"))).ToList();
            to.Put(new FieldStrip(cells, width) { Before = to.Gap(0), Frame = place.Frame, KeepsWithNext = from + columns < block.Fields.Count });
        }

        to.Leave(20);
    }

    private sealed class FieldStrip(List<Cell> cells, double width) : Strip
    {
        private const double BelowLine = 3;

        // The room to write belongs to it: at the head of a page too.
        public override double Height => ToWrite + BelowLine + cells.Max(c => c.Height);

        public override void Draw(Page page, double top)
        {
            foreach (var cell in cells)
            {
                page.Fill(cell.X, top + ToWrite, width, 0.5, Inks.Ink);
                cell.Draw(page, top + ToWrite + BelowLine, cell.Element);
            }
        }
    }
}
