namespace Marque.Versions.Schemes;

/// <summary>R's <c>package_version</c>: numbers parted by full stops or hyphens, which mean the same (1.0-2 is 1.0.2).</summary>
internal static class Cran
{
    internal static bool IsVersion(ReadOnlySpan<char> text) => Hackage.IsList(text, ".-");

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => Hackage.CompareLists(a, b);
}
