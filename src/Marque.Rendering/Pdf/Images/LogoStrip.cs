using Marque.Documents.Blocks;
using Marque.Rendering.Pdf.Pages;
using Marque.Rendering.Pdf.Tags;

namespace Marque.Rendering.Pdf.Images;

/// <summary>The manufacturer's logo.</summary>
/// <param name="logo">The logo.</param>
/// <param name="x">Its left edge.</param>
/// <param name="element">What it is.</param>
internal sealed class LogoStrip(Logo logo, double x, Element element) : Strip
{
    /// <summary>Its name among the resources of pages.</summary>
    public const string Name = "Logo";

    private const double MostWidth = 180, MostHeight = 44;

    // A pixel is at most 1/72 inch: small pictures are not blown up.
    private readonly double scale = Math.Min(1, Math.Min(MostWidth / logo.Width, MostHeight / logo.Height));

    public override double Height => logo.Height * scale;

    public override void Draw(Page page, double top) => page.Show(Name, x, top, logo.Width * scale, Height, element);
}
