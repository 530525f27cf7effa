namespace Marque.Versions.Schemes;

/// <summary>opam: Debian's order without epochs (opam manual, "version ordering").</summary>
internal static class Opam
{
    internal static bool IsVersion(ReadOnlySpan<char> text) => Characters.HasAlphanumeric(text) && Characters.Are(text, "-_+.~:");

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => Debian.CompareWithoutEpoch(a, b);
}
