namespace Marque.Versions.Schemes;

/// <summary>Versions of Go modules (golang.org/x/mod/semver: pseudo-versions and <c>+incompatible</c> are ordinary there) and of Go itself (go/version: <c>go1.21rc2</c>).</summary>
internal static class Go
{
    internal static bool IsVersion(ReadOnlySpan<char> text) => SemVer.IsVersion(Module(text));

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Split(a, out var coreA, out var preA);
        Split(b, out var coreB, out var preB);
        return Runs.DottedNumbers(coreA, coreB) is var order and not 0 ? order : SemVer.PreReleases(preA, preB);
    }

    private static ReadOnlySpan<char> Module(ReadOnlySpan<char> text) => text.StartsWith("go") ? text[2..] : text;

    /// <summary>A candidate of Go itself, which has no hyphen, is told as the Go vulnerability database tells it: <c>go1.21rc2</c> is 1.21.0-rc.2.</summary>
    private static void Split(ReadOnlySpan<char> text, out ReadOnlySpan<char> core, out ReadOnlySpan<char> pre)
    {
        SemVer.Split(Module(text), out core, out pre, out var build);
        var rest = pre;
        var kind = Runs.Letters(ref rest);
        if (kind is "rc" or "beta" && Runs.IsNumber(rest) && !text[..^build.Length].Contains('-')) pre = $"{kind}.{rest}";
    }
}
