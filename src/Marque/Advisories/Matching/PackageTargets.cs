using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Advisories.Matching;

/// <summary>Which packages of which ecosystem a package URL stands for. docs/matching.md lists them.</summary>
internal static class PackageTargets
{
    /// <summary>The packages of a component.</summary>
    /// <param name="purl">Its package URL.</param>
    /// <param name="reason">Why there is none; empty otherwise.</param>
    public static PackageTarget[] Of(Purl purl, out string reason)
    {
        reason = "";
        var name = purl.Name;
        switch (purl.Type)
        {
            case "npm": return [new("npm", purl.Namespace.Length == 0 ? name : $"{purl.Namespace}/{name}", purl.Version)];
            case "pypi": return [new("PyPI", name, purl.Version)];
            case "maven": return [new("Maven", $"{purl.Namespace}:{name}", purl.Version, Repository(purl, "repo.maven.apache.org/maven2", "repo1.maven.org/maven2"))];
            case "golang": return Go(purl);
            case "nuget": return [new("NuGet", name, purl.Version)];
            case "composer": return [new("Packagist", Joined(purl), purl.Version, Repository(purl, "packagist.org", "repo.packagist.org"))];
            case "cargo": return [new("crates.io", name, purl.Version)];
            case "gem": return [new("RubyGems", name, purl.Version)];
            case "hex": return [new("Hex", Joined(purl), purl.Version)];
            case "pub": return [new("Pub", name, purl.Version)];
            case "hackage": return [new("Hackage", name, purl.Version)];
            case "cran": return [new("CRAN", name, purl.Version)];
            case "bioconductor": return [new("Bioconductor", name, purl.Version)];
            case "conan": return [new("ConanCenter", name, purl.Version)];
            case "opam": return [new("opam", name, purl.Version)];
            case "julia": return [new("Julia", name, purl.Version)];
            case "bitnami": return [new("Bitnami", name, purl.Version)];
            case "swift": return [new("SwiftURL", Joined(purl), purl.Version)];
            case "vscode-extension" or "vscode": return [new("VSCode", purl.Namespace.Length == 0 ? name : $"{purl.Namespace}.{name}", purl.Version)];
            case "githubactions": return [new("GitHub Actions", Joined(purl), purl.Version)];
            case "github": return [new("GitHub Actions", Joined(purl), purl.Version), new("GIT", $"github.com/{Joined(purl)}", purl.Version)];
            case "gitlab": return [new("GIT", $"gitlab.com/{Joined(purl)}", purl.Version)];
            case "bitbucket": return [new("GIT", $"bitbucket.org/{Joined(purl)}", purl.Version)];
            case "git": return [new("GIT", Joined(purl), purl.Version)];
            case "deb" or "apk" or "rpm": return DistributionPackages.Of(purl, out reason);
            case "generic": return Generic(purl, out reason);
            default:
                reason = $"no advisories are published for package URLs of type {purl.Type}";
                return [];
        }
    }

    private static string Joined(Purl purl) => purl.Namespace.Length == 0 ? purl.Name : $"{purl.Namespace}/{purl.Name}";

    // Only a repository other than the ecosystem's own tells something.
    private static string Repository(Purl purl, params ReadOnlySpan<string> own)
    {
        if (purl.Qualifier("repository_url") is not { Length: > 0 } address) return "";
        var bare = address.AsSpan(address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0).TrimEnd('/');
        foreach (var one in own)
        {
            if (bare.Equals(one, StringComparison.OrdinalIgnoreCase)) return "";
        }

        return bare.ToString();
    }

    // A package inside a module belongs to the module whose path it continues; the standard library and the toolchain go by two names each.
    private static PackageTarget[] Go(Purl purl)
    {
        var path = Joined(purl);
        if (path is "std" or "stdlib" or "go" or "golang.org/std") return [new("Go", "stdlib", purl.Version)];
        if (path is "toolchain" or "cmd" or "golang.org/toolchain") return [new("Go", "toolchain", Toolchain(purl.Version))];
        if (purl.Qualifier("type") != "package") return [new("Go", path, purl.Version)];
        var targets = new List<PackageTarget> { new("Go", path, purl.Version) };
        for (var slash = path.LastIndexOf('/'); slash > 0 && targets.Count < 16; slash = path.LastIndexOf('/', slash - 1)) targets.Add(new("Go", path[..slash], purl.Version));
        return [.. targets];
    }

    // golang.org/toolchain has versions such as v0.0.1-go1.21.3.linux-amd64.
    private static string Toolchain(string version)
    {
        if (version.IndexOf("-go", StringComparison.Ordinal) is not (var mark and >= 0)) return version;
        var rest = version[(mark + 1)..];
        var end = rest.AsSpan(2).IndexOfAnyExcept("0123456789.rcbeta");
        rest = end < 0 ? rest : rest[..(2 + end)];
        return rest.TrimEnd('.');
    }

    private static PackageTarget[] Generic(Purl purl, out string reason)
    {
        reason = "";
        if (purl.Namespace.Length == 0 && purl.Name is "linux" or "linux-kernel" or "linux_kernel") return [new("Linux", "Kernel", purl.Version)];
        if (purl.Qualifier("vcs_url") is { Length: > 0 } address)
        {
            // SPDX download locations: git+https://host/path@commit#subpath.
            if (address.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0) address = address[..hash];
            var path = address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? address.IndexOf('/', scheme + 3) : 0;
            var at = path < 0 ? -1 : address.IndexOf('@', path);
            return [new("GIT", at < 0 ? address : address[..at], at < 0 ? purl.Version : address[(at + 1)..])];
        }

        reason = "a package URL of type generic names no ecosystem, and no repository (vcs_url)";
        return [];
    }
}
