namespace Marque.Versions;

using static EcosystemSuffix;

/// <summary>The ecosystems of the OSV schema (<c>affected[].package.ecosystem</c>), as of its list of July 2026.</summary>
internal static class EcosystemTable
{
    /// <summary>What is known of a name, null when the schema does not define it.</summary>
    internal static (VersionScheme Scheme, EcosystemSuffix Suffix)? Find(string? name) => name switch
    {
        "crates.io" or "GHC" or "GitHub Actions" or "Hex" or "Kubernetes" or "npm" or "SwiftURL" => (VersionScheme.SemVer, None),
        "VSCode" => (VersionScheme.SemVer, Repository),
        "Julia" or "Pub" => (VersionScheme.SemVerWithBuild, None),
        "Go" => (VersionScheme.Go, None),
        "PyPI" => (VersionScheme.PyPI, None),
        "Maven" => (VersionScheme.Maven, Repository),
        "NuGet" => (VersionScheme.NuGet, None),
        "RubyGems" => (VersionScheme.RubyGems, None),
        "Packagist" => (VersionScheme.Packagist, Repository),
        "Hackage" => (VersionScheme.Hackage, None),
        "CRAN" or "Bioconductor" => (VersionScheme.Cran, None),
        "ConanCenter" => (VersionScheme.Conan, None),
        "opam" => (VersionScheme.Opam, None),
        "Bitnami" => (VersionScheme.Bitnami, None),
        "Linux" => (VersionScheme.Linux, None),
        "Android" => (VersionScheme.Android, None),
        "FreeBSD" => (VersionScheme.FreeBsd, Release),
        "Debian" or "Ubuntu" or "Echo" => (VersionScheme.Debian, Release),
        "Alpine" or "Alpaquita" or "BellSoft Hardened Containers" or "Chainguard" or "CleanStart" or "MinimOS" or "Wolfi" => (VersionScheme.Alpine, Release),
        "AlmaLinux" or "Azure Linux" or "Mageia" or "openEuler" or "openSUSE" or "Photon OS" or "Red Hat" or "Rocky Linux" or "SUSE" => (VersionScheme.Rpm, Release),
        "Docker Hardened Images" or "Root" or "TuxCare" => (VersionScheme.Unknown, Inner),
        // Reports on commits: their versions are names of tags, which nobody orders.
        "OSS-Fuzz" => (VersionScheme.Unknown, None),
        _ => null,
    };
}
