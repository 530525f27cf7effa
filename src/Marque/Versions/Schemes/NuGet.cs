namespace Marque.Versions.Schemes;

/// <summary>NuGet: Semantic Versioning 2.0.0 with an optional fourth number, without regard to case. Zeros that are missing are there.</summary>
internal static class NuGet
{
    internal static bool IsVersion(ReadOnlySpan<char> text)
    {
        if (text[0] == '=' || !SemVer.IsVersion(text)) return false;
        SemVer.Split(text, out var core, out _, out _);
        // "1.2.3beta" is none: here the hyphen is not optional.
        return core.Count('.') <= 3 && text.IndexOfAnyExcept("vV.0123456789") is var end && (end < 0 || text[end] is '-' or '+');
    }

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        SemVer.Split(a, out var coreA, out var preA, out _);
        SemVer.Split(b, out var coreB, out var preB, out _);
        return Runs.DottedNumbers(coreA, coreB) is var order and not 0 ? order : SemVer.PreReleases(preA, preB, StringComparison.OrdinalIgnoreCase);
    }
}
