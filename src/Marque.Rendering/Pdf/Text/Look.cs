using Marque.Documents.Blocks;
using Marque.Rendering.Pdf.Fonts;

namespace Marque.Rendering.Pdf.Text;

/// <summary>How words look.</summary>
/// <param name="Face">Their face.</param>
/// <param name="Size">Points.</param>
/// <param name="Colour">Their colour.</param>
internal readonly record struct Look(Typeface Face, double Size, Colour Colour)
{
    /// <summary>The distance of lines, points.</summary>
    public double Leading => Size * (Size > 12 ? 1.25 : 1.4);

    public Look Bold => this with { Face = Typeface.Bold };

    public Look Soft => this with { Colour = Inks.Soft };

    public Look At(double size) => this with { Size = size };
}
