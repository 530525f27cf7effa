namespace Marque.Versions.Ranges;

/// <summary>The types of VERS that have an order here: those of package URLs, and the general ones of the specification ("VERS types").</summary>
internal static class VersTypes
{
    internal static VersionScheme Scheme(string type) => type switch
    {
        "npm" or "semver" or "cargo" or "hex" or "swift" or "github" or "githubactions" or "nginx" or "vscode-extension" => VersionScheme.SemVer,
        "pub" or "dart" or "julia" => VersionScheme.SemVerWithBuild,
        "golang" or "go" => VersionScheme.Go,
        "pypi" => VersionScheme.PyPI,
        "maven" => VersionScheme.Maven,
        "nuget" => VersionScheme.NuGet,
        "gem" => VersionScheme.RubyGems,
        "composer" => VersionScheme.Packagist,
        "hackage" => VersionScheme.Hackage,
        "cran" or "bioconductor" => VersionScheme.Cran,
        "conan" => VersionScheme.Conan,
        "deb" or "debian" or "ubuntu" => VersionScheme.Debian,
        "opam" => VersionScheme.Opam,
        "apk" or "alpine" => VersionScheme.Alpine,
        "rpm" => VersionScheme.Rpm,
        "ebuild" or "gentoo" => VersionScheme.Gentoo,
        "alpm" or "arch" or "archlinux" => VersionScheme.Alpm,
        "bitnami" => VersionScheme.Bitnami,
        "openssl" => VersionScheme.OpenSsl,
        "intdot" => VersionScheme.Dotted,
        "datetime" => VersionScheme.DateTime,
        "lexicographic" => VersionScheme.Lexicographic,
        _ => VersionScheme.Unknown,
    };

    /// <summary>A type may be any word; this is whether it is one (5.3.2).</summary>
    internal static bool IsType(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetterLower(text[0])) return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('.' or '-')) return false;
        return true;
    }
}
