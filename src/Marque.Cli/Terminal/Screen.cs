using System.Text;
using Marque.Assessments;
using Marque.Documents;

namespace Marque.Cli.Terminal;

/// <summary>A piece of text with its tone.</summary>
internal readonly record struct Bit(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Bit(string text) => new(text);
}

/// <summary>Where text for people is written: knows the width, and whether colour and other signs than ASCII can be shown. Everything passes <see cref="Visible"/>.</summary>
internal sealed class Screen(TextWriter writer, int width, bool colour, bool unicode, bool rich)
{
    public int Width { get; } = Math.Clamp(width, 40, 240);

    /// <summary>Whether a person looks at it: rules and guides are drawn. Otherwise plain lines that grep can read.</summary>
    public bool Rich { get; } = rich;

    public bool Unicode { get; } = unicode;

    public Bit Mark(Verdict verdict) => new($"{(Unicode ? verdict.Shape() : verdict.AsciiShape())} {verdict.Words()}", verdict.ToneOf());

    /// <summary>A line as it is, not wrapped.</summary>
    public void Line(params ReadOnlySpan<Bit> bits)
    {
        var line = new StringBuilder();
        foreach (var bit in bits) Append(line, Visible.Text(bit.Text), bit.Tone);
        Write(line);
    }

    /// <summary>A heading with an empty line before it.</summary>
    public void Heading(string text)
    {
        Line();
        Line(new Bit(text, Tone.Head));
    }

    /// <summary>A text wrapped to the width; <paramref name="first"/> stands before its first line, as many blanks before the others.</summary>
    public void Paragraph(string first, Bit text) => Paragraph(new Bit(first), text, new string(' ', CellWidth.Of(first)));

    /// <summary>A text wrapped to the width, with what stands before its first line and before the others.</summary>
    public void Paragraph(Bit first, Bit text, string others) => Entry(first, "", text, new Bit(others));

    /// <summary>A mark and a text wrapped to the width, with what stands before the first line and before the others.</summary>
    public void Entry(Bit first, Bit mark, Bit text, Bit others)
    {
        var lead = mark.Text.Length == 0 ? 0 : CellWidth.Of(mark.Text) + 2;
        var room = Width - Math.Max(CellWidth.Of(first.Text) + lead, CellWidth.Of(others.Text));
        var at = 0;
        foreach (var piece in Wrap.Lines(Visible.Text(text.Text), Math.Max(20, room)))
        {
            var line = new StringBuilder();
            if (at++ == 0)
            {
                Append(line, Visible.Text(first.Text), first.Tone);
                Append(line, Visible.Text(mark.Text), mark.Tone);
                if (lead > 0) line.Append("  ");
            }
            else Append(line, others.Text, others.Tone);
            Append(line, piece, text.Tone);
            Write(line);
        }
    }

    /// <summary>Texts of several tones in a row, wrapped to the width, with what stands before the first line and before the others.</summary>
    public void Flow(string first, string others, params ReadOnlySpan<Bit> bits)
    {
        var line = new StringBuilder(first);
        var (used, isBegun, isApart) = (CellWidth.Of(first), false, false);
        foreach (var bit in bits)
        {
            var words = Visible.Text(bit.Text).Split(' ');
            for (var i = 0; i < words.Length; i++)
            {
                isApart |= i > 0;
                if (words[i].Length == 0) continue;
                foreach (var piece in Wrap.Lines(words[i], Math.Max(20, Width - CellWidth.Of(others))))
                {
                    var length = CellWidth.Of(piece);
                    if (isBegun && used + (isApart ? 1 : 0) + length > Width)
                    {
                        Write(line);
                        line.Clear().Append(others);
                        (used, isApart) = (CellWidth.Of(others), false);
                    }
                    else if (isBegun && isApart)
                    {
                        line.Append(' ');
                        used++;
                    }

                    Append(line, piece, bit.Tone);
                    used += length;
                    (isBegun, isApart) = (true, false);
                }
            }
        }

        if (isBegun) Write(line);
    }

    /// <summary>A line put together by <see cref="Append"/>.</summary>
    public void Write(StringBuilder line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] == ' ') end--;
        writer.Write(line.ToString(0, end));
        writer.Write('\n');
    }

    /// <summary>Appends safe text in its tone.</summary>
    public void Append(StringBuilder line, string safe, Tone tone)
    {
        var sgr = colour && safe.Length > 0 ? tone.Sgr() : "";
        if (sgr.Length == 0) line.Append(safe);
        else line.Append("\e[").Append(sgr).Append('m').Append(safe).Append("\e[0m");
    }
}
