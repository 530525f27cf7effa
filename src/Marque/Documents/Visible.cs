using System.Globalization;
using System.Text;

namespace Marque.Documents;

/// <summary>Text of others as one visible line: what would move a cursor, set colours or turn the reading direction is shown as its code instead.</summary>
public static class Visible
{
    /// <summary>The text with line breaks and tabs as blanks, and invisible controls as <c>\u202e</c>.</summary>
    /// <param name="text">Any text; lone surrogates become U+FFFD.</param>
    public static string Text(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] is >= ' ' and < '\u007f') at++;
        if (at == text.Length) return text;
        var safe = new StringBuilder(text, 0, at, text.Length + 16);
        foreach (var rune in text.AsSpan(at).EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or '\t') safe.Append(' ');
            else if (IsControl(rune)) safe.Append("\\u").Append(rune.Value.ToString("x4", CultureInfo.InvariantCulture));
            else safe.Append(rune);
        }

        return safe.ToString();
    }

    // Controls by category, what XML 1.0 does not know, and the bidirectional ones of Unicode Standard Annex 9, section 2.
    private static bool IsControl(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0xFFFE or 0xFFFF or 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
