using Marque.Documents.Blocks;

namespace Marque.Rendering.Pdf.Pages;

/// <summary>A part of the content that stays on one page.</summary>
internal abstract class Strip
{
    /// <summary>Points kept free above it, where it is not the first of a page.</summary>
    public double Before { get; init; }

    /// <summary>Whether it may not be the last of a page.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>What it stands in.</summary>
    public Frame? Frame { get; init; }

    /// <summary>What stands above it when it begins a page; null: nothing.</summary>
    public Strip? Repeated { get; init; }

    /// <summary>Points it takes.</summary>
    public abstract double Height { get; }

    /// <summary>Draws it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="top">Points from above.</param>
    public abstract void Draw(Page page, double top);

    /// <summary>Draws it where it is repeated: then it is no content.</summary>
    public virtual void DrawAgain(Page page, double top)
    {
    }

    /// <summary>What of it fits, and the rest; null: it cannot be divided there.</summary>
    /// <param name="room">Points there are.</param>
    public virtual (Strip First, Strip Remainder)? Split(double room) => null;
}

/// <summary>A box behind the content, as long as the content is.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="Width">Its width.</param>
/// <param name="Padding">How far it reaches beyond the content, above and below.</param>
/// <param name="Edge">The colour of a bar at its left edge; null: none.</param>
/// <param name="EdgeWidth">The width of the bar.</param>
/// <param name="Ground">Its colour; null: none.</param>
/// <param name="Outer">What it stands in itself.</param>
internal sealed record Frame(double X, double Width, double Padding, Colour? Edge, double EdgeWidth, Colour? Ground, Frame? Outer)
{
    private bool isBegun;

    /// <summary>Draws it behind a strip.</summary>
    /// <param name="page">The page.</param>
    /// <param name="from">Where the strip before ended.</param>
    /// <param name="top">Where the strip begins.</param>
    /// <param name="bottom">Where it ends.</param>
    public void Draw(Page page, double from, double top, double bottom)
    {
        Outer?.Draw(page, from, top, bottom);
        var start = (isBegun ? from : top) - Padding;
        isBegun = true;
        if (Ground is { } ground) page.Fill(X, start, Width, bottom + Padding - start, ground);
        if (Edge is { } edge) page.Fill(X, start, EdgeWidth, bottom + Padding - start, edge);
    }
}
