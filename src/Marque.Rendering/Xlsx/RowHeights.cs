namespace Marque.Rendering.Xlsx;

/// <summary>Heights of rows, since not every reader computes them: by breaking the words into the width of their column, rather a line too many than one too few.</summary>
internal static class RowHeights
{
    // The tallest row of a spreadsheet program, points.
    private const double Most = 409;

    // Of the height of a line, by the size of its letters.
    private const double Line = 1.36;

    /// <summary>The height that a cell needs, points.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="face">The face of the cell, which an empty one has the height of.</param>
    /// <param name="width">The width of its column, letters of usual size.</param>
    public static double Of(IReadOnlyList<Piece> words, Face face, int width)
    {
        var size = words.Count == 0 ? face.Size() : words.Max(p => p.Face.Size());
        return Math.Min(Most, Math.Ceiling(Lines(words, width * (double)Face.Plain.Size() / size) * size * Line));
    }

    private static int Lines(IReadOnlyList<Piece> words, double width)
    {
        var lines = 1;
        double line = 0, word = 0;
        foreach (var piece in words)
        {
            foreach (var c in piece.Text)
            {
                if (c == '\n')
                {
                    (lines, line, word) = (lines + 1, 0, 0);
                    continue;
                }

                var letter = Letter(c, piece.Face);
                word += letter;
                if (line + word > width)
                {
                    // A word that no line holds breaks wherever it is.
                    (lines, line, word) = line == 0 ? (lines + 1, 0, letter) : (lines + 1, 0, Math.Min(word, width));
                }

                if (c == ' ') (line, word) = (line + word, 0);
            }
        }

        return lines;
    }

    // In digits of the usual face, some hundredths more than it is; bold letters and those of fixed width are wider.
    private static double Letter(char c, Face face)
    {
        if (face == Face.Code) return 1.18;
        var plain = c switch
        {
            ' ' => 0.5,
            'i' or 'j' or 'l' or 't' or 'f' or 'r' or '.' or ',' or ';' or ':' or '\'' or '|' or '!' or '(' or ')' or '-' or '/' => 0.68,
            'm' or 'w' or 'M' or 'W' or '@' or '%' => 1.65,
            >= 'A' and <= 'Z' => 1.2,
            < '\u0100' => 1.03,
            // Scripts with wide letters.
            >= '\u1100' => 2,
            _ => 1.2,
        };
        return face.IsBold() ? plain * 1.05 : plain;
    }
}
