using Marque.Documents.Blocks;
using Marque.Rendering.Pdf.Fonts;

namespace Marque.Rendering.Pdf.Text;

/// <summary>Whether a line may end after a character.</summary>
internal enum Break : byte
{
    /// <summary>Only where a word is wider than its place.</summary>
    No,

    /// <summary>Where a word is wider than its place, sooner than elsewhere: within paths.</summary>
    Rarely,

    /// <summary>As after a hyphen.</summary>
    Yes,

    /// <summary>It is a blank, which may stand beyond the edge.</summary>
    Blank,

    /// <summary>The line ends here.</summary>
    Line,
}

/// <summary>A character where its face and its width are known.</summary>
/// <param name="Character">The code point.</param>
/// <param name="Face">The face that has it.</param>
/// <param name="Span">The index of its span.</param>
/// <param name="Advance">Thousandths of an em.</param>
/// <param name="Break">Whether a line may end after it.</param>
internal readonly record struct Glyph(int Character, Typeface Face, int Span, short Advance, Break Break);

/// <summary>Words of one look.</summary>
/// <param name="Look">The look.</param>
internal sealed record Span(Look Look)
{
    /// <summary>The id in the document that they lead to; null: none.</summary>
    public string? Target { get; init; }

    /// <summary>The relative address that they lead to; null: none.</summary>
    public string? Address { get; init; }

    /// <summary>Words of the program that are never broken: they must fit their place.</summary>
    public bool IsWhole { get; init; }
}
