namespace Marque.Versions.Schemes;

/// <summary>VERS type <c>lexicographic</c>: the bytes of UTF-8, which order as code points do.</summary>
internal static class Lexicographic
{
    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var same = a.CommonPrefixLength(b);
        if (same == a.Length || same == b.Length) return a.Length.CompareTo(b.Length);
        char x = a[same], y = b[same];
        // Surrogates stand for code points above U+FFFF, although U+E000 to U+FFFF are greater as characters.
        return char.IsSurrogate(x) != char.IsSurrogate(y) ? char.IsSurrogate(x).CompareTo(char.IsSurrogate(y)) : x.CompareTo(y);
    }
}
