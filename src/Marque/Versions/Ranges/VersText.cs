using System.Globalization;
using System.Text;

namespace Marque.Versions.Ranges;

/// <summary>Percent-encoding of versions in a VERS ("Version strings"): the signs that mean something there, and blanks.</summary>
internal static class VersText
{
    internal static string Encode(string version)
    {
        if (!version.AsSpan().ContainsAny(Reserved)) return version;
        var text = new StringBuilder(version.Length + 6);
        foreach (var c in version)
            if (IsReserved(c)) text.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            else text.Append(c);
        return text.ToString();
    }

    /// <summary>Decodes once. Strictly, nothing may be encoded that need not be, and digits are upper case.</summary>
    /// <returns>Null when it is not encoded so.</returns>
    internal static string? Decode(ReadOnlySpan<char> text, bool strictly, out string problem)
    {
        problem = "";
        if (!text.Contains('%')) return text.ToString();
        var version = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                version.Append(text[i]);
                continue;
            }
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                problem = "'%' must begin a percent-encoded character such as %3D; a percent sign itself is %25";
                return null;
            }
            var c = (char)byte.Parse(text.Slice(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (strictly && (!IsReserved(c) || char.IsAsciiLetterLower(text[i + 1]) || char.IsAsciiLetterLower(text[i + 2])))
            {
                problem = $"'{text.Slice(i, 3)}' is not canonical: {(IsReserved(c) ? "its digits must be upper case" : "only > < = ! * | % and the space are encoded")}";
                return null;
            }
            version.Append(c);
            i += 2;
        }
        return version.ToString();
    }

    private const string Reserved = "><=!*|% ";

    private static bool IsReserved(char c) => Reserved.Contains(c, StringComparison.Ordinal);
}
