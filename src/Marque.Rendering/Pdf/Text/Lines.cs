namespace Marque.Rendering.Pdf.Text;

/// <summary>Breaks words into lines: each as full as it can be, words whole where they fit, and nothing beyond the edge.</summary>
internal static class Lines
{
    // A long path is broken at a separator when that leaves no more of the line empty than this.
    private const double MostLost = 0.4;

    /// <summary>The lines.</summary>
    /// <param name="words">The words.</param>
    /// <param name="width">Points a line may have.</param>
    public static List<Line> Of(Words words, double width)
    {
        var glyphs = words.Glyphs;
        var lines = new List<Line>();
        for (var from = 0; from < glyphs.Count;)
        {
            var next = Next(words, from, width);
            var to = next;
            while (to > from && glyphs[to - 1].Break >= Break.Blank) to--;
            lines.Add(new Line(words, from, to));
            from = next;
        }

        return lines;
    }

    /// <summary>The width of the longest part that stays whole, points.</summary>
    /// <param name="words">The words.</param>
    /// <param name="longest">Longer words of others, in characters, do not count: they are broken.</param>
    public static double Widest(Words words, int longest)
    {
        var (widest, width, count, isWhole) = (0.0, 0.0, 0, false);
        foreach (var glyph in words.Glyphs)
        {
            var ends = glyph.Break is Break.Blank or Break.Line;
            if (!ends)
            {
                width += words.Advance(glyph);
                count++;
                isWhole |= words.SpanOf(glyph).IsWhole;
            }

            if (!ends && glyph.Break != Break.Yes) continue;
            if (isWhole || count <= longest) widest = Math.Max(widest, width);
            (width, count, isWhole) = (0, 0, false);
        }

        return isWhole || count <= longest ? Math.Max(widest, width) : widest;
    }

    private static int Next(Words words, int from, double width)
    {
        var glyphs = words.Glyphs;
        var (used, good, rare, usedAtRare) = (0.0, from, from, 0.0);
        for (var i = from; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            if (glyph.Break == Break.Line) return i + 1;
            used += words.Advance(glyph);
            if (glyph.Break == Break.Blank)
            {
                good = i + 1;
                continue;
            }

            // Sums of many small widths end a hair beyond the same sum made otherwise.
            if (used > width + 0.001)
            {
                if (good > from) return good;
                if (rare > from && usedAtRare > width * (1 - MostLost)) return rare;
                return Math.Max(i, from + 1);
            }

            if (glyph.Break == Break.Yes) good = i + 1;
            if (glyph.Break == Break.Rarely) (rare, usedAtRare) = (i + 1, used);
        }

        return glyphs.Count;
    }
}
