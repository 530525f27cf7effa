namespace Marque.Versions.Schemes;

/// <summary>What an element of a Maven version is.</summary>
internal enum MavenKind
{
    Number,
    Word,

    /// <summary>A word right before a digit, where <c>a</c>, <c>b</c> and <c>m</c> are short for alpha, beta and milestone.</summary>
    WordBeforeNumber,

    /// <summary>The list that holds everything from here on.</summary>
    List,
}

/// <summary>An element of a Maven version, as a stretch of its text.</summary>
internal readonly record struct MavenItem(MavenKind Kind, short Start = 0, short End = 0)
{
    // alpha, beta, milestone, rc, snapshot, (release), sp, and then the unknown ones.
    private const int Release = 5, Unknown = 7;

    /// <summary>Whether it is as nothing: zero, or a word for a release.</summary>
    internal bool IsNull(ReadOnlySpan<char> text) => CompareWithNothing(text) == 0;

    internal int CompareWithNothing(ReadOnlySpan<char> text)
    {
        var part = text[Start..End];
        return Kind == MavenKind.Number ? part.TrimStart('0').Length : Rank(part) - Release;
    }

    /// <summary>Compares two elements that are no lists: words come before numbers.</summary>
    internal static int Compare(ReadOnlySpan<char> textA, MavenItem a, ReadOnlySpan<char> textB, MavenItem b)
    {
        ReadOnlySpan<char> x = textA[a.Start..a.End], y = textB[b.Start..b.End];
        if (a.Kind == MavenKind.Number || b.Kind == MavenKind.Number) return a.Kind == b.Kind ? Runs.Numbers(x, y) : b.Kind - a.Kind;
        int rankA = a.Rank(x), rankB = b.Rank(y);
        if (rankA != rankB || rankA < Unknown) return rankA - rankB;
        for (var i = 0; i < x.Length && i < y.Length; i++)
            if (char.ToLowerInvariant(x[i]) - char.ToLowerInvariant(y[i]) is var order and not 0) return order;
        return x.Length - y.Length;
    }

    private int Rank(ReadOnlySpan<char> word)
    {
        if (word.Length > 9) return Unknown;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        var before = Kind == MavenKind.WordBeforeNumber;
        return lower switch
        {
            "alpha" => 0,
            "a" when before => 0,
            "beta" => 1,
            "b" when before => 1,
            "milestone" => 2,
            "m" when before => 2,
            "rc" or "cr" => 3,
            "snapshot" => 4,
            "" or "ga" or "final" or "release" => Release,
            "sp" => Release + 1,
            _ => Unknown,
        };
    }
}
