using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Office;

namespace Marque.Rendering.Xlsx;

/// <summary>Widths of columns on a sheet: by the longest line of their words, within bounds.</summary>
internal static class SheetWidths
{
    private const int Least = 8, Most = 60;

    // The first rows tell how wide the words of a column are.
    private const int MostRows = 500;

    /// <summary>The width of the button that opens a filter.</summary>
    public const int Button = 4;

    /// <summary>The widths, letters.</summary>
    public static IReadOnlyList<int> Of(Table table, Texts texts) =>
        [.. table.Columns.Select((column, i) => Math.Clamp(table.Rows.Take(MostRows).Select(r => Line(Plain.Of(r.Cells[i], texts))).Append(column.Title.Length + Button).Max(), Least, Most))];

    // Bold letters are an eighth wider.
    private static int Line(string text)
    {
        var longest = 0;
        foreach (var line in text.AsSpan().Split('\n')) longest = Math.Max(longest, line.End.Value - line.Start.Value);
        return (longest * 9 / 8) + 2;
    }
}
