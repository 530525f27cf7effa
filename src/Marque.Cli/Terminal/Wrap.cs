using System.Text;

namespace Marque.Cli.Terminal;

/// <summary>Breaks text into lines at blanks; a word that is too long is cut, between its parts where it can be.</summary>
internal static class Wrap
{
    public static List<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var length = CellWidth.Of(word);
            if (used > 0 && used + 1 + length > width) End();
            if (used > 0)
            {
                line.Append(' ');
                used++;
            }

            if (length <= width)
            {
                line.Append(word);
                used += length;
                continue;
            }

            foreach (var rune in word.EnumerateRunes())
            {
                var cell = CellWidth.Of(rune);
                if (used + cell > width) EndInWord();
                line.Append(rune);
                used += cell;
            }
        }

        if (used > 0 || lines.Count == 0) End();
        return lines;

        // Names of packages and files are cut behind what joins their parts, when that leaves no more than half of the line empty.
        void EndInWord()
        {
            var part = line.ToString();
            var cut = part.AsSpan().LastIndexOfAny("/.-_:@,") + 1;
            if (cut <= part.Length / 2 || cut == part.Length)
            {
                End();
                return;
            }

            lines.Add(part[..cut]);
            line.Clear().Append(part, cut, part.Length - cut);
            used = CellWidth.Of(part[cut..]);
        }

        void End()
        {
            lines.Add(line.ToString());
            line.Clear();
            used = 0;
        }
    }

    /// <summary>The width below which a text cannot be wrapped without cutting a word.</summary>
    public static int LongestWord(string text)
    {
        var longest = 0;
        foreach (var word in text.Split(' ')) longest = Math.Max(longest, CellWidth.Of(word));
        return longest;
    }
}
