using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Rendering.Office;

/// <summary>Widths of columns on paper: by their weights, but none so narrow that its longest usual word is broken.</summary>
internal static class ColumnWidths
{
    // Longer words (paths, digests) break wherever they are; the narrower the place, the shorter they are.
    private static readonly int[] LongestKept = [16, 12, 10, 8, 0];

    /// <summary>The first rows tell how wide the words of a column are.</summary>
    public const int MostRows = 200;

    /// <summary>The widths, which add up to <paramref name="width"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="texts">The words of the program.</param>
    /// <param name="width">The width of the table.</param>
    /// <param name="letter">The width of a letter.</param>
    /// <param name="padding">What a cell has besides its words.</param>
    public static int[] Of(Table table, Texts texts, int width, int letter, int padding) => Of(table, width, longest => Least(table, texts, longest, letter, padding));

    /// <summary>The widths, which add up to <paramref name="width"/>, where words are measured.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">The width of the table.</param>
    /// <param name="leastOf">The least width of each column when words of others longer than so many letters may be broken.</param>
    public static int[] Of(Table table, int width, Func<int, int[]> leastOf)
    {
        var least = leastOf(LongestKept[0]);
        for (var i = 1; i < LongestKept.Length && least.Sum() > width; i++) least = leastOf(LongestKept[i]);

        // Where even the least is too much, every column gives in proportion.
        if (least.Sum() >= width) return Exact([.. least.Select(l => (double)l * width / least.Sum())], width);
        var all = Math.Max(1, table.Columns.Sum(c => c.Weight));
        var widths = table.Columns.Select(c => (double)width * c.Weight / all).ToArray();
        for (var i = 0; i < widths.Length; i++)
        {
            // What the narrow ones lack comes from what the wide ones have above their least.
            var lacking = widths.Select((w, k) => Math.Max(0, least[k] - w)).Sum();
            var spare = widths.Select((w, k) => Math.Max(0, w - least[k])).Sum();
            if (lacking < 1 || spare < 1) break;
            widths = [.. widths.Select((w, k) => w < least[k] ? least[k] : w - ((w - least[k]) * Math.Min(1, lacking / spare)))];
        }

        return Exact(widths, width);
    }

    private static int[] Least(Table table, Texts texts, int longest, int letter, int padding) =>
        [.. table.Columns.Select((column, i) => (table.Rows.Take(MostRows).SelectMany(r => r.Cells[i]).Select(w => Longest(w, texts, longest)).Append(Longest(column.Title, longest)).Max() * letter) + padding)];

    private static int[] Exact(double[] widths, int width)
    {
        var whole = widths.Select(w => (int)w).ToArray();
        whole[^1] += width - whole.Sum();
        return whole;
    }

    private static int Longest(Inline inline, Texts texts, int longest) => inline switch
    {
        Run run => Longest(run.Text, longest),
        // Shape, blank and word stay together, and are bold: an eighth wider.
        VerdictMark mark => ((mark.Word ?? texts[$"verdict.{mark.Verdict.Word()}"]).Split(' ').Max(w => w.Length) + 2) * 8 / 7,
        Link link => Longest(link.Text, longest),
        Cite cite => Longest(cite.Citation, longest),
        TagMark tag => Plain.Of(tag, texts).Length,
        FileLink file => Longest(file.Text, longest),
        _ => 0,
    };

    private static int Longest(string text, int most)
    {
        var longest = 0;
        foreach (var range in text.AsSpan().SplitAny(' ', '\n', '\t', '-'))
        {
            var length = range.End.Value - range.Start.Value;
            if (length <= most) longest = Math.Max(longest, length);
        }

        return longest;
    }
}
