namespace Marque.Versions.Schemes;

/// <summary>OpenSSL: until 1.1.1 a letter after the third number is a later patch (1.0.2 before 1.0.2a before 1.0.2za); from 3.0 on Semantic Versioning.</summary>
internal static class OpenSsl
{
    internal static bool IsVersion(ReadOnlySpan<char> text)
    {
        var rest = text;
        return !Runs.Digits(ref rest).IsEmpty && Runs.Take(ref rest, '.') && Characters.Are(text, ".-+");
    }

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Split(a, out var numbersA, out var patchA, out var moreA);
        Split(b, out var numbersB, out var patchB, out var moreB);
        if (Runs.DottedNumbers(numbersA, numbersB) is var order and not 0) return order;
        if (patchA.SequenceCompareTo(patchB) is var patch and not 0) return patch;
        // Behind a letter stands a builder's mark (1.0.2k-fips), otherwise a pre-release.
        return patchA.IsEmpty ? SemVer.PreReleases(moreA, moreB) : moreA.SequenceCompareTo(moreB);
    }

    private static void Split(ReadOnlySpan<char> text, out ReadOnlySpan<char> numbers, out ReadOnlySpan<char> patch, out ReadOnlySpan<char> more)
    {
        var end = text.IndexOfAnyExcept("0123456789.");
        numbers = end < 0 ? text : text[..end];
        text = text[numbers.Length..];
        patch = Runs.Letters(ref text);
        more = Runs.Until(ref text, '+');
        if (!more.IsEmpty && more[0] == '-') more = more[1..];
    }
}
