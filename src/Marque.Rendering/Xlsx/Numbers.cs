using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Office;

namespace Marque.Rendering.Xlsx;

/// <summary>Columns of whole numbers: they are sorted as numbers. A column of numbers and words is one of words.</summary>
internal static class Numbers
{
    // Spreadsheet programs keep 15 digits.
    private const int MostDigits = 15;

    /// <summary>Which columns hold numbers only.</summary>
    public static IReadOnlyList<bool> Of(Table table, Texts texts) => [.. table.Columns.Select((_, i) => table.Rows.Any(r => r.Cells[i].Count > 0) && table.Rows.All(r => r.Cells[i].Count == 0 || Is(r.Cells[i], texts)))];

    private static bool Is(IReadOnlyList<Inline> words, Texts texts)
    {
        if (words.Any(w => w is not Run)) return false;
        var text = Plain.Of(words, texts);
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        return digits.Length is > 0 and <= MostDigits && (digits[0] != '0' || text == "0") && !digits.ContainsAnyExceptInRange('0', '9');
    }
}
