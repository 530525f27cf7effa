namespace Marque.Versions;

/// <summary>Alpine: apk-tools' version.c (apk-package(5)): <c>1.2.3a_rc4~hash-r5</c>. What apk calls invalid it orders all the same, by what stands before the fault.</summary>
internal static class Alpine
{
    internal static bool IsVersion(ReadOnlySpan<char> text)
    {
        var reader = new AlpineTokens(text);
        while (reader.Next is not (AlpineToken.End or AlpineToken.Invalid)) reader.Read();
        return reader.Next == AlpineToken.End;
    }

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        AlpineTokens x = new(a), y = new(b);
        while (x.Next == y.Next && x.Next is not (AlpineToken.End or AlpineToken.Invalid))
        {
            x.Read();
            y.Read();
            if (AlpineTokens.CompareValues(x, y) is var order and not 0) return order;
        }
        if (x.Next == y.Next) return 0;
        // One goes on: it is the later one, unless it goes on with a suffix of a pre-release.
        if (x.IsBeforeRelease()) return -1;
        if (y.IsBeforeRelease()) return 1;
        return y.Next - x.Next;
    }
}
