namespace Marque.Versions.Schemes;

/// <summary>Gentoo: Package Manager Specification 8, sections 3.2 and 3.3: <c>1.2.3b_alpha4_p5-r6</c>.</summary>
internal static class Gentoo
{
    internal static bool IsVersion(ReadOnlySpan<char> text)
    {
        do
            if (Runs.Digits(ref text).IsEmpty) return false;
        while (Runs.Take(ref text, '.'));
        if (!text.IsEmpty && char.IsAsciiLetter(text[0])) text = text[1..];
        while (Suffix(ref text, out _, out _)) { }
        return text.IsEmpty || (Revision(ref text, out var revision) && !revision.IsEmpty && text.IsEmpty);
    }

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Numbers(ref a, ref b) is var numbers and not 0) return numbers;
        char letterA = Letter(ref a), letterB = Letter(ref b);
        if (letterA != letterB) return letterA - letterB;
        while (true)
        {
            bool hasA = Suffix(ref a, out var rankA, out var numberA), hasB = Suffix(ref b, out var rankB, out var numberB);
            if (rankA != rankB) return rankA - rankB;
            if (!hasA && !hasB) break;
            if (Runs.Numbers(numberA, numberB) is var number and not 0) return number;
        }
        Revision(ref a, out var revisionA);
        Revision(ref b, out var revisionB);
        return Runs.Numbers(revisionA, revisionB);
    }

    // Algorithms 3.2 and 3.3: the first by value; further ones as decimals when one begins with a zero; then the longer list wins.
    private static int Numbers(ref ReadOnlySpan<char> a, ref ReadOnlySpan<char> b)
    {
        if (Runs.Numbers(Runs.Digits(ref a), Runs.Digits(ref b)) is var first and not 0) return first;
        while (true)
        {
            bool moreA = Runs.Take(ref a, '.'), moreB = Runs.Take(ref b, '.');
            if (moreA != moreB) return moreA ? 1 : -1;
            if (!moreA) return 0;
            ReadOnlySpan<char> x = Runs.Digits(ref a), y = Runs.Digits(ref b);
            var order = x.StartsWith('0') || y.StartsWith('0') ? x.TrimEnd('0').SequenceCompareTo(y.TrimEnd('0')) : Runs.Numbers(x, y);
            if (order != 0) return order;
        }
    }

    private static char Letter(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || !char.IsAsciiLetter(rest[0])) return '\0';
        var letter = rest[0];
        rest = rest[1..];
        return letter;
    }

    private static bool Suffix(ref ReadOnlySpan<char> rest, out int rank, out ReadOnlySpan<char> number)
    {
        rank = 0;
        number = default;
        if (rest.IsEmpty || rest[0] != '_') return false;
        var after = rest[1..];
        rank = Runs.Letters(ref after) switch { "alpha" => -4, "beta" => -3, "pre" => -2, "rc" => -1, "p" => 1, _ => 0 };
        if (rank == 0) return false;
        number = Runs.Digits(ref after);
        rest = after;
        return true;
    }

    private static bool Revision(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> number)
    {
        number = default;
        if (!rest.StartsWith("-r")) return false;
        rest = rest[2..];
        number = Runs.Digits(ref rest);
        return true;
    }
}
