using System.Globalization;
using Marque.Rendering.Pdf.Fonts;

namespace Marque.Rendering.Pdf.Text;

/// <summary>Words whose glyphs are known and whose lines are not yet.</summary>
/// <param name="fonts">The fonts of the document.</param>
internal sealed class Words(FontSet fonts)
{
    private readonly List<Glyph> glyphs = [];
    private readonly List<Span> spans = [];

    /// <summary>A list, no interface: it is read for each letter several times.</summary>
    public List<Glyph> Glyphs => glyphs;

    public bool IsEmpty => glyphs.Count == 0;

    public Span SpanOf(Glyph glyph) => spans[glyph.Span];

    public double Advance(Glyph glyph) => glyph.Advance * spans[glyph.Span].Look.Size / 1000;

    /// <summary>Ends the line.</summary>
    public void EndLine(Look look)
    {
        spans.Add(new Span(look));
        glyphs.Add(new Glyph(' ', look.Face, spans.Count - 1, 0, Break.Line));
    }

    /// <summary>Text of whoever: controls stand as their codes, and so does what no font has.</summary>
    public void Add(string text, Span span)
    {
        // Marks of one look follow each other all the time.
        if (spans.Count == 0 || spans[^1] != span) spans.Add(span);
        foreach (var rune in Documents.Visible.Text(text).EnumerateRunes())
        {
            if (fonts.For(rune.Value, span.Look.Face) is { } face) Add(rune.Value, face, span);
            else foreach (var c in string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}")) Add(c, span.Look.Face, span);
        }
    }

    private void Add(int character, Typeface face, Span span)
    {
        // A date or a number with hyphens stays whole where it can.
        if (glyphs.Count > 0 && glyphs[^1] is { Character: '-', Break: Break.Yes } hyphen && character is >= '0' and <= '9') glyphs[^1] = hyphen with { Break = Break.Rarely };
        glyphs.Add(new Glyph(character, face, spans.Count - 1, (short)fonts[face].Advance(character), After(character, span)));
    }

    private static Break After(int character, Span span) => character switch
    {
        ' ' or '\u2003' or '\u2009' or '\u200b' => Break.Blank,
        _ when span.IsWhole => Break.No,
        '-' or '\u2010' or '\u2013' or '\u2014' or '/' or '\u00ad' => Break.Yes,
        '.' or '_' or ':' or ',' or ';' or '=' or '&' or '?' or '@' or '\\' or '|' or '+' => Break.Rarely,
        _ => Break.No,
    };
}
