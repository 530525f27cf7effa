using System.Collections.Frozen;
using static Marque.Components.Purls.NamespaceRule;
using static Marque.Components.Purls.PurlParts;

namespace Marque.Components.Purls;

/// <summary>The registered types of package URL, of the registry's state of 2026-08-21 (https://www.packageurl.org/purl-types/).</summary>
public static class PurlTypes
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<PurlType> All { get; } =
    [
        new("alpm", Required, Namespace | Name, Keys: ["arch"]),
        new("apk", Required, Namespace | Name, Keys: ["arch"]),
        new("bazel", Prohibited, Repository: "https://bcr.bazel.build", Keys: ["repository_url"]),
        new("bitbucket", Required, Namespace | Name, "https://bitbucket.org"),
        new("bitnami", Prohibited, Name, "https://downloads.bitnami.com/files/stacksmith", ["arch", "distro"]),
        new("brew", Optional, Namespace | Name, "https://formulae.brew.sh/", ["repository_url"]),
        new("cargo", Prohibited, Repository: "https://crates.io/"),
        new("chrome-extension", Prohibited, Name, "https://chromewebstore.google.com/"),
        new("cocoapods", Prohibited, Repository: "https://cdn.cocoapods.org/"),
        new("composer", Required, Namespace | Name, "https://packagist.org"),
        new("conan", Optional, Repository: "https://center.conan.io", Keys: ["user", "channel", "rrev", "prev"]),
        new("conda", Prohibited, Repository: "https://repo.anaconda.com", Keys: ["build", "channel", "subdir", "type"]),
        new("cpan", Optional, Repository: "https://www.cpan.org/", Keys: ["author", "distpath", "repository_url", "download_url", "vcs_url", "ext"]),
        new("cran", Prohibited, Repository: "https://cran.r-project.org"),
        new("deb", Required, Namespace | Name, Keys: ["arch"]),
        new("docker", Optional, Repository: "https://hub.docker.com"),
        new("gem", Prohibited, Repository: "https://rubygems.org", Keys: ["platform"]),
        new("generic", Optional, Keys: ["download_url", "checksum"]),
        new("git", Required),
        new("github", Required, Namespace | Name, "https://github.com"),
        new("golang", Required, Namespace | Name),
        new("hackage", Prohibited, Repository: "https://hackage.haskell.org"),
        new("hex", Optional, Namespace | Name, "https://repo.hex.pm"),
        new("huggingface", Required, PurlParts.Version, "https://huggingface.co"),
        new("julia", Prohibited, Repository: "https://github.com/JuliaRegistries/General", Keys: ["uuid"], RequiredKey: "uuid"),
        new("luarocks", Optional, Namespace | Name, "https://luarocks.org", ["repository_url"]),
        new("maven", Required, Repository: "https://repo.maven.apache.org/maven2/", Keys: ["classifier", "type"]),
        new("mlflow", Prohibited, Keys: ["model_uuid", "run_id"]),
        new("npm", Optional, Namespace | Name, "https://registry.npmjs.org/"),
        new("nuget", Prohibited, Repository: "https://www.nuget.org"),
        new("oci", Prohibited, Name | PurlParts.Version, Keys: ["arch", "repository_url", "tag"]),
        new("opam", Prohibited, Repository: "https://opam.ocaml.org"),
        new("otp", Prohibited, Name | Subpath, Keys: ["repository_url", "platform", "arch"]),
        new("pub", Prohibited, Name, "https://pub.dartlang.org"),
        new("pypi", Prohibited, Name | PurlParts.Version, "https://pypi.org", ["file_name"]),
        new("qpkg", Required, Namespace),
        new("rpm", Required, Namespace, Keys: ["epoch", "arch"]),
        new("swid", Optional, Keys: ["tag_id", "tag_version", "patch", "tag_creator_name", "tag_creator_regid"], RequiredKey: "tag_id"),
        new("swift", Required),
        new("vcpkg", Prohibited, Repository: "https://github.com/microsoft/vcpkg/", Keys: ["port_version", "repository_revision", "triplet"]),
        new("vscode-extension", Required, Namespace | Name | PurlParts.Version, "https://marketplace.visualstudio.com/vscode-extension", ["platform"]),
        new("yocto", Optional, Namespace, Keys: ["repository_url", "layer_version"]),
    ];

    private static readonly FrozenDictionary<string, PurlType> ByName = All.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, PurlType>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The type of that name, in lower case; null when it is not registered.</summary>
    public static PurlType? Of(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var type) ? type : null;
}
