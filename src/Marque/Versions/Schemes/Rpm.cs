namespace Marque.Versions.Schemes;

/// <summary>RPM: <c>[epoch:]version[-release]</c>, each compared by rpmvercmp with tilde and caret (rpm-version(7)). An absent release comes before any.</summary>
internal static class Rpm
{
    internal static bool IsVersion(ReadOnlySpan<char> text) => Characters.HasAlphanumeric(text) && !Characters.HasBlank(text);

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Runs.Numbers(Epoch(ref a), Epoch(ref b)) is var epoch and not 0) return epoch;
        ReadOnlySpan<char> versionA = Runs.Until(ref a, '-', out var hasA), versionB = Runs.Until(ref b, '-', out var hasB);
        if (Segments(versionA, versionB) is var order and not 0) return order;
        return hasA && hasB ? Segments(a, b) : hasA.CompareTo(hasB);
    }

    private static ReadOnlySpan<char> Epoch(ref ReadOnlySpan<char> text)
    {
        var rest = text;
        var epoch = Runs.Digits(ref rest);
        if (!Runs.Take(ref rest, ':')) return default;
        text = rest;
        return epoch;
    }

    /// <summary>rpmvercmp: runs of digits and of letters; a tilde comes before the end, a caret after it and before everything else.</summary>
    internal static int Segments(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        while (true)
        {
            SkipSeparators(ref a);
            SkipSeparators(ref b);
            if (Mark(a, '~') is var tildeA && Mark(b, '~') is var tildeB && (tildeA || tildeB))
            {
                if (tildeA != tildeB) return tildeA ? -1 : 1;
            }
            else if (Mark(a, '^') is var caretA && Mark(b, '^') is var caretB && (caretA || caretB))
            {
                if (!caretA) return a.IsEmpty ? -1 : 1;
                if (!caretB) return b.IsEmpty ? 1 : -1;
            }
            else
            {
                if (a.IsEmpty || b.IsEmpty) return a.Length.CompareTo(b.Length);
                var digits = char.IsAsciiDigit(a[0]);
                if (digits != char.IsAsciiDigit(b[0])) return digits ? 1 : -1;
                var order = digits ? Runs.Numbers(Runs.Digits(ref a), Runs.Digits(ref b)) : Runs.Letters(ref a).SequenceCompareTo(Runs.Letters(ref b));
                if (order != 0) return order;
                continue;
            }
            a = a[1..];
            b = b[1..];
        }
    }

    private static bool Mark(ReadOnlySpan<char> rest, char mark) => !rest.IsEmpty && rest[0] == mark;

    private static void SkipSeparators(ref ReadOnlySpan<char> rest)
    {
        var n = 0;
        while (n < rest.Length && !char.IsAsciiLetterOrDigit(rest[n]) && rest[n] is not ('~' or '^')) n++;
        rest = rest[n..];
    }
}
