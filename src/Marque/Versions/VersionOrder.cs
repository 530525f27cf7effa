using Marque.Versions.Schemes;

namespace Marque.Versions;

/// <summary>The order of versions, by scheme. Nothing here allocates on the usual path, and everything takes time linear in the texts.</summary>
public static class VersionOrder
{
    /// <summary>The longest text taken for a version, in characters. What is longer is none: no registry has such versions, and attackers do.</summary>
    public const int MaxLength = 1024;

    /// <summary>Whether a text is a version of the scheme.</summary>
    public static bool IsVersion(VersionScheme scheme, ReadOnlySpan<char> text) => text.Length is > 0 and <= MaxLength && scheme switch
    {
        VersionScheme.SemVer or VersionScheme.SemVerWithBuild or VersionScheme.Bitnami => SemVer.IsVersion(text),
        VersionScheme.Go => Go.IsVersion(text),
        VersionScheme.PyPI => PyPI.IsVersion(text),
        VersionScheme.Maven => Maven.IsVersion(text),
        VersionScheme.NuGet => NuGet.IsVersion(text),
        VersionScheme.RubyGems => RubyGems.IsVersion(text),
        VersionScheme.Packagist => Packagist.IsVersion(text),
        VersionScheme.Hackage => Hackage.IsVersion(text),
        VersionScheme.Cran => Cran.IsVersion(text),
        VersionScheme.Conan => Conan.IsVersion(text),
        VersionScheme.Debian => Debian.IsVersion(text),
        VersionScheme.Opam => Opam.IsVersion(text),
        VersionScheme.Alpine => Alpine.IsVersion(text),
        VersionScheme.Rpm => Rpm.IsVersion(text),
        VersionScheme.Gentoo => Gentoo.IsVersion(text),
        VersionScheme.Alpm => Alpm.IsVersion(text),
        VersionScheme.FreeBsd => FreeBsd.IsVersion(text),
        VersionScheme.Linux => LinuxKernel.IsVersion(text),
        VersionScheme.Android => Android.IsVersion(text),
        VersionScheme.OpenSsl => OpenSsl.IsVersion(text),
        VersionScheme.Dotted => Dotted.IsVersion(text),
        VersionScheme.DateTime => Instants.IsVersion(text),
        VersionScheme.Lexicographic => true,
        _ => false,
    };

    /// <summary>Compares two versions.</summary>
    /// <param name="scheme">Their scheme.</param>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    /// <param name="order">Below zero, zero or above, as <paramref name="a"/> comes before, with or after <paramref name="b"/>.</param>
    /// <returns>False when the scheme gives no order: one of them is no version. apk and rpm order some texts all the same that they do not accept as versions.</returns>
    public static bool TryCompare(VersionScheme scheme, ReadOnlySpan<char> a, ReadOnlySpan<char> b, out int order)
    {
        order = 0;
        if (!IsOrdered(scheme, a) || !IsOrdered(scheme, b)) return false;
        order = Compare(scheme, a, b);
        return true;
    }

    private static bool IsOrdered(VersionScheme scheme, ReadOnlySpan<char> text) => scheme switch
    {
        VersionScheme.Alpine or VersionScheme.Rpm => text.Length is > 0 and <= MaxLength && !Characters.HasBlank(text),
        _ => IsVersion(scheme, text),
    };

    /// <summary>Compares two texts that <see cref="IsVersion"/> has called versions of the scheme: a total order. For other texts the answer means nothing.</summary>
    public static int Compare(VersionScheme scheme, ReadOnlySpan<char> a, ReadOnlySpan<char> b) => scheme switch
    {
        VersionScheme.SemVer => SemVer.Compare(a, b),
        VersionScheme.SemVerWithBuild => SemVer.CompareWithBuild(a, b),
        VersionScheme.Bitnami => SemVer.CompareWithRevision(a, b),
        VersionScheme.Go => Go.Compare(a, b),
        VersionScheme.PyPI => PyPI.Compare(a, b),
        VersionScheme.Maven => Maven.Compare(a, b),
        VersionScheme.NuGet => NuGet.Compare(a, b),
        VersionScheme.RubyGems => RubyGems.Compare(a, b),
        VersionScheme.Packagist => Packagist.Compare(a, b),
        VersionScheme.Hackage => Hackage.Compare(a, b),
        VersionScheme.Cran => Cran.Compare(a, b),
        VersionScheme.Conan => Conan.Compare(a, b),
        VersionScheme.Debian => Debian.Compare(a, b),
        VersionScheme.Opam => Opam.Compare(a, b),
        VersionScheme.Alpine => Alpine.Compare(a, b),
        VersionScheme.Rpm => Rpm.Compare(a, b),
        VersionScheme.Gentoo => Gentoo.Compare(a, b),
        VersionScheme.Alpm => Alpm.Compare(a, b),
        VersionScheme.FreeBsd => FreeBsd.Compare(a, b),
        VersionScheme.Linux => LinuxKernel.Compare(a, b),
        VersionScheme.Android => Android.Compare(a, b),
        VersionScheme.OpenSsl => OpenSsl.Compare(a, b),
        VersionScheme.Dotted => Dotted.Compare(a, b),
        VersionScheme.DateTime => Instants.Compare(a, b),
        VersionScheme.Lexicographic => Lexicographic.Compare(a, b),
        _ => 0,
    };
}
