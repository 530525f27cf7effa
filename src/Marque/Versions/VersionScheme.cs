namespace Marque.Versions;

/// <summary>How the versions of an ecosystem are written and ordered. docs/versions.md names the source of each.</summary>
public enum VersionScheme
{
    /// <summary>Not known: nothing compares, and what needs an order stays unmatched.</summary>
    Unknown,

    /// <summary>Semantic Versioning 2.0.0, read as leniently as node-semver's loose mode; build metadata does not count.</summary>
    SemVer,

    /// <summary>Semantic Versioning where build metadata counts: Dart's pub and Julia.</summary>
    SemVerWithBuild,

    /// <summary>Go modules: <c>v1.2.3</c>, pseudo-versions, <c>+incompatible</c>, and toolchains (<c>go1.21rc2</c>).</summary>
    Go,

    /// <summary>Python: PEP 440, with what came before it below everything.</summary>
    PyPI,

    /// <summary>Apache Maven: <c>ComparableVersion</c>.</summary>
    Maven,

    /// <summary>NuGet: Semantic Versioning with an optional fourth part, without regard to case.</summary>
    NuGet,

    /// <summary>RubyGems: <c>Gem::Version</c>.</summary>
    RubyGems,

    /// <summary>Composer: PHP's <c>version_compare</c> on normalised versions, branches first.</summary>
    Packagist,

    /// <summary>Haskell: lists of numbers.</summary>
    Hackage,

    /// <summary>R: lists of numbers, parted by full stops or hyphens.</summary>
    Cran,

    /// <summary>Conan 2.</summary>
    Conan,

    /// <summary>Debian Policy 5.6.12: dpkg.</summary>
    Debian,

    /// <summary>OCaml's opam: Debian's order without epoch and revision.</summary>
    Opam,

    /// <summary>Alpine's apk-tools.</summary>
    Alpine,

    /// <summary>RPM: epoch, version and release by <c>rpmvercmp</c>.</summary>
    Rpm,

    /// <summary>Gentoo: Package Manager Specification, chapter 3.3.</summary>
    Gentoo,

    /// <summary>Arch Linux: <c>vercmp</c> of pacman.</summary>
    Alpm,

    /// <summary>FreeBSD's pkg: <c>pkg version -t</c>.</summary>
    FreeBsd,

    /// <summary>Bitnami: Semantic Versioning whose numeric suffix is a revision, later than the version itself.</summary>
    Bitnami,

    /// <summary>The Linux kernel: <c>6.1-rc3</c> before <c>6.1</c> before <c>6.1.1</c>.</summary>
    Linux,

    /// <summary>Android: a release and the day of its security patches (<c>12L:2023-05-01</c>).</summary>
    Android,

    /// <summary>OpenSSL: letters after the third number until 1.1.1, Semantic Versioning from 3.0 on.</summary>
    OpenSsl,

    /// <summary>Numbers parted by full stops, whatever follows left aside (VERS type <c>intdot</c>).</summary>
    Dotted,

    /// <summary>RFC 3339 instants (VERS type <c>datetime</c>).</summary>
    DateTime,

    /// <summary>Bytes of UTF-8 (VERS type <c>lexicographic</c>).</summary>
    Lexicographic,
}
