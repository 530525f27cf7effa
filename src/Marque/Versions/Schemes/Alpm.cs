namespace Marque.Versions.Schemes;

/// <summary>Arch Linux: <c>[epoch:]version[-release]</c> as pacman's <c>vercmp</c>(8) compares them. A release that one side lacks does not count, so this order is not transitive across versions with and without.</summary>
internal static class Alpm
{
    internal static bool IsVersion(ReadOnlySpan<char> text) => Characters.HasAlphanumeric(text) && !Characters.HasBlank(text);

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Split(a, out var epochA, out var versionA, out var releaseA, out var hasA);
        Split(b, out var epochB, out var versionB, out var releaseB, out var hasB);
        if (Runs.Numbers(epochA, epochB) is var epoch and not 0) return epoch;
        if (Segments(versionA, versionB) is var order and not 0) return order;
        return hasA && hasB ? Segments(releaseA, releaseB) : 0;
    }

    private static void Split(ReadOnlySpan<char> text, out ReadOnlySpan<char> epoch, out ReadOnlySpan<char> version, out ReadOnlySpan<char> release, out bool hasRelease)
    {
        var rest = text;
        epoch = Runs.Digits(ref rest);
        if (!Runs.Take(ref rest, ':'))
        {
            epoch = default;
            rest = text;
        }
        var at = rest.LastIndexOf('-');
        hasRelease = at >= 0;
        version = hasRelease ? rest[..at] : rest;
        release = hasRelease ? rest[(at + 1)..] : default;
    }

    /// <summary>An older rpmvercmp: no tilde, the number of separators counts, and letters at the end come before it.</summary>
    private static int Segments(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        while (!a.IsEmpty && !b.IsEmpty)
        {
            int separatorsA = SkipSeparators(ref a), separatorsB = SkipSeparators(ref b);
            if (a.IsEmpty || b.IsEmpty) break;
            if (separatorsA != separatorsB) return separatorsA - separatorsB;
            var digits = char.IsAsciiDigit(a[0]);
            if (digits != char.IsAsciiDigit(b[0])) return digits ? 1 : -1;
            var order = digits ? Runs.Numbers(Runs.Digits(ref a), Runs.Digits(ref b)) : Runs.Letters(ref a).SequenceCompareTo(Runs.Letters(ref b));
            if (order != 0) return order;
        }
        if (a.IsEmpty && b.IsEmpty) return 0;
        return (a.IsEmpty && !char.IsAsciiLetter(b[0])) || (!a.IsEmpty && char.IsAsciiLetter(a[0])) ? -1 : 1;
    }

    private static int SkipSeparators(ref ReadOnlySpan<char> rest)
    {
        var n = 0;
        while (n < rest.Length && !char.IsAsciiLetterOrDigit(rest[n])) n++;
        rest = rest[n..];
        return n;
    }
}
