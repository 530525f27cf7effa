namespace Marque.Versions;

using System.Buffers;

/// <summary>Which characters a text is made of.</summary>
internal static class Characters
{
    private static readonly SearchValues<char> Alphanumeric = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether there is a letter or digit of ASCII.</summary>
    internal static bool HasAlphanumeric(ReadOnlySpan<char> text) => text.ContainsAny(Alphanumeric);

    /// <summary>Whether there is white space or a control character.</summary>
    internal static bool HasBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (c <= ' ' || (c >= '\u007f' && (char.IsControl(c) || char.IsWhiteSpace(c)))) return true;
        return false;
    }

    /// <summary>Whether every character is a letter or digit of ASCII or one of the others.</summary>
    internal static bool Are(ReadOnlySpan<char> text, ReadOnlySpan<char> others)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterOrDigit(c) && !others.Contains(c)) return false;
        return true;
    }
}
