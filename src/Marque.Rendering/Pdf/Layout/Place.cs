using Marque.Rendering.Pdf.Pages;
using Marque.Rendering.Pdf.Tags;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>Where blocks stand.</summary>
/// <param name="X">Their left edge, points.</param>
/// <param name="Width">Their width, points.</param>
/// <param name="Parent">What they are part of.</param>
/// <param name="Look">How plain words look.</param>
internal sealed record Place(double X, double Width, Element Parent, Look Look)
{
    /// <summary>The box they stand in; null: none.</summary>
    public Frame? Frame { get; init; }

    // What is deeper than the paper is wide stays where there is room for words.
    private const double LeastWidth = 150;

    /// <summary>The same, further in as long as there is room.</summary>
    public Place In(double indent, Element parent) => Width - indent < LeastWidth ? this with { Parent = parent } : this with { X = X + indent, Width = Width - indent, Parent = parent };
}
