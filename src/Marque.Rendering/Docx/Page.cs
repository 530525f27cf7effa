using Marque.Documents.Blocks;
using Marque.Rendering.Office;

namespace Marque.Rendering.Docx;

/// <summary>The page, in twentieths of a point: A4, margins of 20 mm above and below and 15 mm at the sides.</summary>
/// <param name="Width">Of the page.</param>
/// <param name="Height">Of the page.</param>
internal sealed record Page(int Width, int Height)
{
    private const int Margin = 1134, Side = 850, Edge = 567;

    /// <summary>The width of the text.</summary>
    public int Text => Width - (2 * Side);

    private bool IsLandscape => Width > Height;

    public static Page Of(Document document) => document.IsLandscape ? new(16838, 11906) : new(11906, 16838);

    /// <summary>The section's properties, which end the document.</summary>
    public void Write(Elements w)
    {
        w.Open("sectPr").Open("headerReference", ("type", "default")).Related("header").Close().Open("footerReference", ("type", "default")).Related("footer").Close()
            .Empty("pgSz", ("w", Elements.Of(Width)), ("h", Elements.Of(Height)), ("orient", IsLandscape ? "landscape" : null))
            .Empty("pgMar", ("top", Elements.Of(Margin)), ("right", Elements.Of(Side)), ("bottom", Elements.Of(Margin)), ("left", Elements.Of(Side)), ("header", Elements.Of(Edge)), ("footer", Elements.Of(Edge)), ("gutter", "0"))
            .Close();
    }
}
