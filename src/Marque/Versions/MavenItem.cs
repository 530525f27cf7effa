namespace Marque.Versions;

/// <summary>What an element of a Maven version is.</summary>
internal enum MavenKind : byte
{
    Number,
    Word,

    /// <summary>A word with its number: <c>rc1</c>, <c>rc-1</c>.</summary>
    WordAndNumber,

    /// <summary>The list that holds everything from here on.</summary>
    List,
}

/// <summary>An element of a Maven version, as a stretch of its text; the number of a word begins at <paramref name="Digits"/>.</summary>
internal readonly record struct MavenItem(MavenKind Kind, short Start = 0, short Digits = 0, short End = 0)
{
    private const int Release = 5;

    internal ReadOnlySpan<char> Number(ReadOnlySpan<char> text) => text[Digits..End];

    internal bool IsZero(ReadOnlySpan<char> text) => Kind == MavenKind.Number && Number(text).TrimStart('0').IsEmpty;

    internal static int Compare(ReadOnlySpan<char> textA, MavenItem a, ReadOnlySpan<char> textB, MavenItem b)
    {
        if (a.Kind == MavenKind.Number || b.Kind == MavenKind.Number)
            return a.Kind != b.Kind ? b.Kind - a.Kind : Runs.Numbers(a.Number(textA), b.Number(textB));
        if (Words(a.Word(textA, out var rankA), rankA, b.Word(textB, out var rankB), rankB) is var order and not 0) return order;
        return (a.Kind, b.Kind) switch
        {
            (MavenKind.Word, MavenKind.Word) => 0,
            // "ga" alone is nothing, so "ga1" is as its number; other words come before themselves with a number.
            (MavenKind.Word, _) => rankA == Release ? -NumberWithNothing(b.Number(textB)) : -1,
            (_, MavenKind.Word) => rankB == Release ? NumberWithNothing(a.Number(textA)) : 1,
            _ => Runs.Numbers(a.Number(textA), b.Number(textB)),
        };
    }

    internal static int CompareWithNothing(ReadOnlySpan<char> text, MavenItem item)
    {
        if (item.Kind == MavenKind.Number) return NumberWithNothing(item.Number(text));
        item.Word(text, out var rank);
        return rank != Release ? rank - Release : item.Kind == MavenKind.Word ? 0 : NumberWithNothing(item.Number(text));
    }

    private static int NumberWithNothing(ReadOnlySpan<char> digits) => digits.TrimStart('0').IsEmpty ? 0 : 1;

    // Unknown words have a rank above all others and are compared as texts.
    private static int Words(ReadOnlySpan<char> a, int rankA, ReadOnlySpan<char> b, int rankB)
    {
        if (rankA != rankB || rankA <= Release + 1) return rankA - rankB;
        var length = Math.Min(a.Length, b.Length);
        for (var i = 0; i < length; i++)
            if (char.ToLowerInvariant(a[i]) - char.ToLowerInvariant(b[i]) is var order and not 0) return order;
        return a.Length - b.Length;
    }

    private ReadOnlySpan<char> Word(ReadOnlySpan<char> text, out int rank)
    {
        var word = Kind == MavenKind.Word ? text[Start..End] : text[Start..Digits].TrimEnd('-');
        rank = Rank(word, Kind == MavenKind.WordAndNumber);
        return word;
    }

    private static int Rank(ReadOnlySpan<char> word, bool hasNumber)
    {
        if (word.Length > 9) return Release + 2;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return lower switch
        {
            "alpha" => 0,
            "a" when hasNumber => 0,
            "beta" => 1,
            "b" when hasNumber => 1,
            "milestone" => 2,
            "m" when hasNumber => 2,
            "rc" or "cr" => 3,
            "snapshot" => 4,
            "" or "ga" or "final" or "release" => Release,
            "sp" => Release + 1,
            _ => Release + 2,
        };
    }
}
