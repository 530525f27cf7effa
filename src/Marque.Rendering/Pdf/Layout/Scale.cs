using Marque.Documents.Blocks;
using Marque.Rendering.Pdf.Fonts;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>The sizes of type, points: one scale for every document.</summary>
internal static class Scale
{
    public const double Small = 7.5, Table = 8.5, Body = 9.5, Third = 11, Second = 14, First = 20, Count = 18;

    public static Look Plain(double size) => new(Typeface.Regular, size, Inks.Ink);

    /// <summary>Headings by level.</summary>
    public static Look Heading(int level, Colour? accent) => new(Typeface.Bold, level switch { 1 => First, 2 => Second, 3 => Third, _ => Body }, level <= 3 ? accent ?? Inks.Ink : Inks.Ink);

    /// <summary>Free above a heading, points.</summary>
    public static double Above(int level) => level switch { 1 => 30, 2 => 26, 3 => 18, _ => 12 };

    /// <summary>Free below a heading, points.</summary>
    public static double Below(int level) => level switch { 1 => 8, 2 => 6, _ => 4 };
}
