namespace Marque.Documents.Blocks;

/// <summary>What a manufacturer sets of the look of its documents. Words, order and marks of verdicts are not among it.</summary>
/// <param name="Header">A line at the head of each page, such as the manufacturer's name; null: none.</param>
/// <param name="Accent">The colour of headings and lines; null: Marque's.</param>
/// <param name="Logo">The logo on the first page; null: none.</param>
public sealed record Brand(string? Header, Colour? Accent, Logo? Logo)
{
    /// <summary>Nothing set.</summary>
    public static Brand None { get; } = new(null, null, null);
}

/// <summary>A colour, as <c>#rrggbb</c>.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue);

/// <summary>A picture in PNG or JPEG.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="MediaType"><c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Text">What it shows, for readers who do not see it.</param>
public sealed record Logo(ReadOnlyMemory<byte> Bytes, string MediaType, int Width, int Height, string Text);
