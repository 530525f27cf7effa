using Marque.Documents.Blocks;
using Marque.Rendering.Office;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>Widths of columns by the rule of all paper, with words measured as they are set.</summary>
internal static class Columns
{
    // Whole numbers of these: twentieths of a point.
    private const int Unit = 20;

    /// <summary>The widths, points.</summary>
    /// <param name="setter">Sets words.</param>
    /// <param name="table">The table.</param>
    /// <param name="look">How its words look.</param>
    /// <param name="width">Points it may have.</param>
    /// <param name="space">Points between columns.</param>
    public static double[] Of(Setter setter, Table table, Look look, double width, double space)
    {
        var words = table.Columns.Select((column, i) => table.Rows.Take(ColumnWidths.MostRows).Select(r => setter.Of(r.Cells[i], column.IsKey ? look.Bold : look)).Append(setter.Of(column.Title, look)).ToList()).ToList();
        var widths = ColumnWidths.Of(table, (int)(width * Unit), longest => [.. words.Select((column, i) =>
            (int)Math.Ceiling(Unit * (column.Max(w => Lines.Widest(w, longest)) + (i < words.Count - 1 ? space : 0))))]);
        return [.. widths.Select(w => (double)w / Unit)];
    }
}
