using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Office;

namespace Marque.Rendering.Xlsx;

/// <summary>Widths of columns on a sheet: so that nine cells of ten hold their lines as they are, within bounds.</summary>
internal static class SheetWidths
{
    private const int Least = 8, Most = 74;

    // A digest stays on one line, since readers show a link as one; longer words break into lines of one length.
    private const int LongestWord = 64;

    // The first rows tell how wide the words of a column are.
    private const int MostRows = 500;

    /// <summary>The width of the button that opens a filter.</summary>
    public const int Button = 4;

    /// <summary>The widths, letters.</summary>
    public static IReadOnlyList<int> Of(Table table, Texts texts) =>
        [.. table.Columns.Select((column, i) => Math.Clamp(Math.Max(Usual(table.Rows.Take(MostRows).Select(r => Plain.Of(r.Cells[i], texts))), column.Title.Length + Button), Least, Most))];

    private static int Usual(IEnumerable<string> cells)
    {
        var lines = cells.Where(c => c.Length > 0).Select(c => c.Split('\n').Max(Line)).Order().ToList();
        return lines.Count == 0 ? 0 : lines[(lines.Count - 1) * 9 / 10];
    }

    // Bold letters are an eighth wider, those of fixed width, which digests are set in, up to a quarter.
    private static int Line(string line)
    {
        var word = line.Split(' ').Max(w => w.Length);
        return word <= LongestWord ? (line.Length * 9 / 8) + 2 : (word / ((word + LongestWord - 1) / LongestWord) * 5 / 4) + 2;
    }
}
