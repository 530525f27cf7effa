using Marque.Documents.Blocks;
using Marque.Rendering.Pdf.Objects;
using Marque.Rendering.Pdf.Pages;
using Marque.Rendering.Pdf.Tags;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>Tables: rows whole where a page can hold them, the header above them on each page.</summary>
internal static class Tables
{
    private const double Space = 10;

    public static void Write(Composer to, Canvas canvas, Table table, Place place)
    {
        foreach (var row in table.Rows)
        {
            if (row.Cells.Count != table.Columns.Count) throw new ArgumentException($"A row has {row.Cells.Count} cells under {table.Columns.Count} columns.", nameof(table));
        }

        var look = place.Look.At(table.IsDense ? Scale.Small : Scale.Table);
        var padding = table.IsDense ? 2.5 : 3.5;
        var widths = Columns.Of(to.Setter, table, look, place.Width, Space);
        var caption = Syntax.Text(Documents.Visible.Text(table.Caption));
        var element = to.Structure.Add(place.Parent, "Table", $"/A <</O /Table /Summary {caption}>>");
        to.Leave(10);
        if (table.HasTitle) to.Lines(to.Setter.Of(table.Caption, look.Bold), look.Bold, place, to.Structure.Add(element, "Caption"), 12, keeps: true);
        var header = Header(to, table, element, place, look, widths);
        to.Put(header);
        if (table.Rows.Count == 0) return;
        var body = to.Structure.Add(element, "TBody");
        foreach (var row in table.Rows)
        {
            var line = to.Structure.Add(body, "TR");
            var cells = new List<Cell>(row.Cells.Count);
            var x = place.X;
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var isKey = table.Columns[i].IsKey;
                var set = isKey ? look.Bold : look;
                var owner = isKey ? to.Structure.Add(line, "TH", "/A <</O /Table /Scope /Row>>") : to.Structure.Add(line, "TD");
                cells.Add(new Cell(Lines.Of(to.Setter.Of(row.Cells[i], set), widths[i] - Between(i, row.Cells.Count)), x, look, owner));
                x += widths[i];
            }

            var id = row.Id;
            to.Put(new RowStrip(cells, place.X, place.Width, padding)
            {
                Frame = place.Frame,
                Repeated = header,
                Rule = Inks.Line,
                Placed = id is null ? null : (page, top) => canvas.Mark(id, page, top),
            });
        }

        to.Leave(14);
    }

    private static RowStrip Header(Composer to, Table table, Element element, Place place, Look look, double[] widths)
    {
        var line = to.Structure.Add(to.Structure.Add(element, "THead"), "TR");
        var cells = new List<Cell>();
        var x = place.X;
        for (var i = 0; i < widths.Length; i++)
        {
            cells.Add(new Cell(Lines.Of(to.Setter.Of(table.Columns[i].Title, look.Soft), widths[i] - Between(i, widths.Length)), x, look, to.Structure.Add(line, "TH", "/A <</O /Table /Scope /Column>>")));
            x += widths[i];
        }

        return new RowStrip(cells, place.X, place.Width, 3) { Before = to.Gap(0), Frame = place.Frame, Rule = Inks.Rule, KeepsWithNext = table.Rows.Count > 0 };
    }

    private static double Between(int column, int count) => column < count - 1 ? Space : 0;
}
