namespace Marque.Text;

/// <summary>Suggests the known word nearest to a mistyped one.</summary>
public static class Nearest
{
    /// <summary>The nearest of <paramref name="known"/> by Damerau-Levenshtein distance (adjacent swaps count one), if within a third of the length; else null.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        if (word.Length > 64) return null;
        var limit = Math.Max(1, word.Length / 3);
        return known.Where(k => Math.Abs(k.Length - word.Length) <= limit).Select(k => (Word: k, Distance: Distance(word, k)))
            .Where(c => c.Distance <= limit)
            .OrderBy(c => c.Distance).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Select(c => c.Word).FirstOrDefault();
    }

    private static int Distance(string a, string b)
    {
        // The row being filled, the one before, and the one before that. Only words of about the same length come here.
        var width = b.Length + 1;
        Span<int> rows = stackalloc int[3 * width];
        Span<int> row = rows[..width], before = rows[width..(2 * width)], earlier = rows[(2 * width)..];
        for (var j = 0; j < width; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var spare = earlier;
            earlier = before;
            before = row;
            row = spare;
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(before[j] + 1, row[j - 1] + 1), before[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1])) row[j] = Math.Min(row[j], earlier[j - 2] + 1);
            }
        }

        return row[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
