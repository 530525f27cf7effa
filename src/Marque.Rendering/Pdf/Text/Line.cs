namespace Marque.Rendering.Pdf.Text;

/// <summary>A line of words.</summary>
/// <param name="Words">The words it is of.</param>
/// <param name="From">The index of its first glyph.</param>
/// <param name="To">The index after its last.</param>
internal readonly record struct Line(Words Words, int From, int To)
{
    /// <summary>Words as one line.</summary>
    public static Line Whole(Words words) => new(words, 0, words.Glyphs.Count);

    /// <summary>Points from its first glyph to the end of the last that is no blank.</summary>
    public double Width
    {
        get
        {
            var width = 0.0;
            for (var i = From; i < To; i++) width += Words.Advance(Words.Glyphs[i]);
            return width;
        }
    }
}
