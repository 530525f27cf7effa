using System.Globalization;
using System.Text;

namespace Marque.Rendering.Pdf.Objects;

/// <summary>Values as ISO 32000-1, 7.3 writes them.</summary>
internal static class Syntax
{
    /// <summary>A number with at most two decimals: a hundredth of a point is less than a printer draws.</summary>
    public static string Number(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A reference to an object.</summary>
    public static string Ref(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    public static string Refs(IEnumerable<int> numbers) => $"[{string.Join(' ', numbers.Select(Ref))}]";

    /// <summary>A text string (7.9.2.2): ASCII as it is, everything else in UTF-16 with its mark.</summary>
    public static string Text(string text)
    {
        if (text.All(c => c is >= ' ' and <= '~')) return Ascii(text);
        var hex = new StringBuilder("<FEFF", (text.Length * 4) + 6);
        foreach (var c in text) hex.Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        return hex.Append('>').ToString();
    }

    /// <summary>A string of ASCII characters.</summary>
    public static string Ascii(string text)
    {
        var literal = new StringBuilder("(", text.Length + 2);
        foreach (var c in text)
        {
            if (c is '(' or ')' or '\\') literal.Append('\\');
            literal.Append(c);
        }

        return literal.Append(')').ToString();
    }

    /// <summary>A string of bytes.</summary>
    public static string Bytes(ReadOnlySpan<byte> bytes) => $"<{Convert.ToHexString(bytes)}>";
}
