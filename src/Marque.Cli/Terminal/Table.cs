using Marque.Documents;
using System.Text;

namespace Marque.Cli.Terminal;

/// <summary>A column: its heading, and whether its texts may be wrapped when the table is too wide.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Wraps">Whether its texts may be wrapped.</param>
/// <param name="Least">How wide it stays where it wraps, if a text is that wide.</param>
internal readonly record struct Column(string Heading, bool Wraps = false, int Least = 0);

/// <summary>An aligned table. Columns that wrap share what the others leave.</summary>
internal sealed class Table(params Column[] columns)
{
    private const int Gap = 2;

    // A cell that wraps takes no less than its longest word, up to this; where even that is too wide, no less than the second.
    private const int LongWord = 36;
    private const int Least = 14;

    private readonly List<(Bit[] Cells, LineOf Line)> rows = [];

    public int Rows => rows.Count;

    public void Row(params Bit[] cells) => Add(LineOf.Cells, cells);

    /// <summary>A line over all columns that stands above the rows that follow; these are set in.</summary>
    public void Heading(params Bit[] bits) => Add(LineOf.Heading, bits);

    /// <summary>A line over all columns that belongs to the row before it.</summary>
    public void Note(params Bit[] bits) => Add(LineOf.Note, bits);

    public void Print(Screen screen, string indent = "")
    {
        if (rows.Count == 0) return;
        var (outer, inner) = (indent, rows.Exists(r => r.Line == LineOf.Heading) ? indent + "  " : indent);
        var widths = Widths(screen.Width - inner.Length);
        Print(screen, inner, widths, [.. columns.Select(c => new Bit(c.Heading, screen.Rich ? Tone.Dim : Tone.Plain))]);
        if (screen.Rich) screen.Line(inner, new Bit(new string(screen.Unicode ? '─' : '-', widths.Sum() + (Gap * (columns.Length - 1))), Tone.Dim));
        foreach (var (cells, line) in rows)
        {
            if (line == LineOf.Cells) Print(screen, inner, widths, cells);
            else screen.Flow(line == LineOf.Heading ? outer : inner + "  ", inner + "  ", cells);
        }
    }

    private void Add(LineOf line, Bit[] cells) => rows.Add(([.. cells.Select(c => c with { Text = Visible.Text(c.Text) })], line));

    private int[] Widths(int available)
    {
        var widths = new int[columns.Length];
        var least = new int[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            widths[i] = least[i] = CellWidth.Of(columns[i].Heading);
            foreach (var (cells, line) in rows)
            {
                if (line != LineOf.Cells) continue;
                widths[i] = Math.Max(widths[i], CellWidth.Of(cells[i].Text));
                least[i] = Math.Max(least[i], Math.Max(Wrap.LongestWord(cells[i].Text), Math.Min(columns[i].Least, CellWidth.Of(cells[i].Text))));
            }
        }

        var tooMuch = widths.Sum() + (Gap * (columns.Length - 1)) - available;
        tooMuch = Narrow(widths, least, LongWord, tooMuch);
        Narrow(widths, least, Least, tooMuch);
        return widths;
    }

    // Column by column the widest gives way, so that the narrow ones stay whole.
    private int Narrow(int[] widths, int[] least, int most, int tooMuch)
    {
        for (; tooMuch > 0; tooMuch--)
        {
            var widest = -1;
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i].Wraps && widths[i] > Math.Min(least[i], most) && (widest < 0 || widths[i] > widths[widest])) widest = i;
            }

            if (widest < 0) break;
            widths[widest]--;
        }

        return tooMuch;
    }

    private void Print(Screen screen, string indent, int[] widths, Bit[] cells)
    {
        var wrapped = new List<string>[cells.Length];
        for (var i = 0; i < cells.Length; i++) wrapped[i] = Wrap.Lines(cells[i].Text, columns[i].Wraps ? widths[i] : int.MaxValue);
        var height = wrapped.Max(w => w.Count);
        for (var line = 0; line < height; line++)
        {
            var text = new StringBuilder(indent);
            for (var i = 0; i < cells.Length; i++)
            {
                var piece = line < wrapped[i].Count ? wrapped[i][line] : "";
                screen.Append(text, piece, cells[i].Tone);
                if (i < cells.Length - 1) text.Append(' ', Math.Max(0, widths[i] - CellWidth.Of(piece)) + Gap);
            }

            screen.Write(text);
        }
    }

    private enum LineOf
    {
        Cells,
        Heading,
        Note,
    }
}
