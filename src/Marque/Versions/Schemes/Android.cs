namespace Marque.Versions.Schemes;

/// <summary>Android: a release or a vendor's branch and, behind a colon, the day of the security patches (Android security bulletins; <c>12L:2023-05-01</c>).</summary>
internal static class Android
{
    internal static bool IsVersion(ReadOnlySpan<char> text)
    {
        var release = Runs.Until(ref text, ':', out var hasLevel);
        return Characters.HasAlphanumeric(release) && Characters.Are(release, "._-") && (!hasLevel || Hackage.IsList(text, "-"));
    }

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        ReadOnlySpan<char> releaseA = Runs.Until(ref a, ':'), releaseB = Runs.Until(ref b, ':');
        return Rpm.Segments(releaseA, releaseB) is var order and not 0 ? order : Rpm.Segments(a, b);
    }
}
