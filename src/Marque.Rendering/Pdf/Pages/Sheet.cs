namespace Marque.Rendering.Pdf.Pages;

/// <summary>The paper and where text stands on it, points. A4 (ISO 216).</summary>
/// <param name="IsLandscape">Whether it lies on its long side.</param>
internal sealed record Sheet(bool IsLandscape)
{
    public const double Side = 54, Top = 68, Bottom = 64, Head = 40, Foot = 36;

    public double Width => IsLandscape ? 841.89 : 595.28;

    public double Height => IsLandscape ? 595.28 : 841.89;

    public double TextWidth => Width - (2 * Side);

    /// <summary>What a page holds.</summary>
    public double TextHeight => Height - Top - Bottom;
}
