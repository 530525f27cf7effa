namespace Marque.Versions.Schemes;

/// <summary>Alpine: <c>1.2.3a_rc4~hash-r5</c> as apk-tools 3 defines (apk-package(5)) and compares it (src/version.c). What apk calls invalid it orders all the same, by what stands before the fault.</summary>
internal static class Alpine
{
    internal static bool IsVersion(ReadOnlySpan<char> text)
    {
        do
            if (Runs.Digits(ref text).IsEmpty) return false;
        while (Runs.Take(ref text, '.'));
        if (!text.IsEmpty && char.IsAsciiLetterLower(text[0])) text = text[1..];
        while (AlpineTokens.TakeSuffix(ref text, out var known))
        {
            if (!known) return false;
            Runs.Digits(ref text);
        }
        if (Runs.Take(ref text, '~') && AlpineTokens.Hash(ref text).IsEmpty) return false;
        return text.IsEmpty || (text.StartsWith("-r") && Runs.IsNumber(text[2..]));
    }

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        AlpineTokens x = new(a), y = new(b);
        while (x.Kind == y.Kind && x.Kind < AlpineToken.End)
        {
            if (AlpineTokens.CompareValues(x, y) is var order and not 0) return order;
            x.Advance();
            y.Advance();
        }
        // One goes on: it is the later one, unless it goes on with the suffix of a pre-release or a fault.
        return x.Kind == y.Kind ? 0 : x.IsBeforeRelease ? -1 : y.IsBeforeRelease ? 1 : y.Kind - x.Kind;
    }
}
