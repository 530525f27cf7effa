using System.Globalization;
using Marque.Assessments;
using Marque.Documents.Blocks;

namespace Marque.Rendering.Pdf.Text;

/// <summary>The colours of <see cref="Palette"/> as numbers.</summary>
internal static class Inks
{
    public static readonly Colour Ink = Of(Palette.Ink), Soft = Of(Palette.Soft), Line = Of(Palette.Line), Rule = Of(Palette.Rule), Faint = Of(Palette.Faint), Link = Of(Palette.Link), Warn = Of(Palette.Warn);

    private static readonly Colour[] Verdicts = [.. Enum.GetValues<Verdict>().Select(v => Of(Palette.Of(v)))];

    public static Colour Of(Verdict verdict) => Verdicts[(int)verdict];

    private static Colour Of(string hex)
    {
        var value = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }
}
