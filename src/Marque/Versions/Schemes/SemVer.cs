namespace Marque.Versions.Schemes;

/// <summary>Semantic Versioning 2.0.0, read leniently: a leading <c>v</c> or <c>=</c>, one to any number of numbers, a pre-release without its hyphen (<c>1.2.3beta</c>).</summary>
internal static class SemVer
{
    internal static bool IsVersion(ReadOnlySpan<char> text)
    {
        text = Bare(text);
        if (!TakeCore(ref text)) return false;
        if (text.IsEmpty) return true;
        if (text[0] != '+')
        {
            if (text[0] == '-') text = text[1..];
            else if (!char.IsAsciiLetter(text[0])) return false;
            if (!AreIdentifiers(Runs.Until(ref text, '+', out var build))) return false;
            if (!build) return true;
        }
        else text = text[1..];
        return AreIdentifiers(text);
    }

    /// <summary>Section 11: build metadata does not count.</summary>
    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Split(a, out var coreA, out var preA, out _);
        Split(b, out var coreB, out var preB, out _);
        return Runs.DottedNumbers(coreA, coreB) is var order and not 0 ? order : PreReleases(preA, preB);
    }

    /// <summary>As pub and Julia do: versions that differ in build metadata only are ordered by it, none before any.</summary>
    internal static int CompareWithBuild(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Split(a, out var coreA, out var preA, out var buildA);
        Split(b, out var coreB, out var preB, out var buildB);
        if (Runs.DottedNumbers(coreA, coreB) is var order and not 0) return order;
        return PreReleases(preA, preB) is var pre and not 0 ? pre : Identifiers(buildA, buildB);
    }

    /// <summary>As Bitnami does: what follows the hyphen is a revision, and later than none.</summary>
    internal static int CompareWithRevision(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Split(a, out var coreA, out var revisionA, out _);
        Split(b, out var coreB, out var revisionB, out _);
        return Runs.DottedNumbers(coreA, coreB) is var order and not 0 ? order : Identifiers(revisionA, revisionB);
    }

    /// <summary>Cuts a version into its numbers, its pre-release and its build metadata, without their marks.</summary>
    internal static void Split(ReadOnlySpan<char> text, out ReadOnlySpan<char> core, out ReadOnlySpan<char> pre, out ReadOnlySpan<char> build)
    {
        text = Bare(text);
        var end = text.IndexOfAnyExcept("0123456789.");
        if (end < 0) end = text.Length;
        core = text[..end];
        text = text[end..];
        pre = Runs.Until(ref text, '+', out _);
        build = text;
        if (!pre.IsEmpty && pre[0] == '-') pre = pre[1..];
    }

    /// <summary>Section 11.3 and 11.4: a version is later than its pre-releases.</summary>
    internal static int PreReleases(ReadOnlySpan<char> a, ReadOnlySpan<char> b, StringComparison words = StringComparison.Ordinal) =>
        a.IsEmpty || b.IsEmpty ? b.Length.CompareTo(a.Length) : Identifiers(a, b, words);

    /// <summary>Section 11.4: identifiers one by one, numbers before words, fewer before more.</summary>
    internal static int Identifiers(ReadOnlySpan<char> a, ReadOnlySpan<char> b, StringComparison words = StringComparison.Ordinal)
    {
        while (!a.IsEmpty && !b.IsEmpty)
        {
            ReadOnlySpan<char> x = Runs.Until(ref a, '.'), y = Runs.Until(ref b, '.');
            var order = (Runs.IsNumber(x), Runs.IsNumber(y)) switch
            {
                (true, true) => Runs.Numbers(x, y),
                (true, false) => -1,
                (false, true) => 1,
                _ => x.CompareTo(y, words),
            };
            if (order != 0) return order;
        }
        return a.Length.CompareTo(b.Length);
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        Runs.Take(ref text, '=');
        return !text.IsEmpty && text[0] is 'v' or 'V' ? text[1..] : text;
    }

    private static bool TakeCore(ref ReadOnlySpan<char> text)
    {
        do
            if (Runs.Digits(ref text).IsEmpty) return false;
        while (Runs.Take(ref text, '.'));
        return true;
    }

    private static bool AreIdentifiers(ReadOnlySpan<char> text)
    {
        var last = '.';
        foreach (var c in text)
        {
            if (c == '.' ? last == '.' : !char.IsAsciiLetterOrDigit(c) && c != '-') return false;
            last = c;
        }
        return last != '.';
    }
}
