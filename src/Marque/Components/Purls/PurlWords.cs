using System.Collections.Frozen;

namespace Marque.Components.Purls;

/// <summary>Words that stand in most package URLs, made into strings once.</summary>
internal static class PurlWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = FrozenSet.ToFrozenSet(
    [
        .. PurlTypes.All.SelectMany(t => t.Keys),
        "distro", "distro_name", "repository_url", "vcs_url", "download_url", "checksum", "upstream", "package-id", "goos", "goarch", "type", "os", "tag",
        "amd64", "arm64", "armhf", "armv7", "i386", "i486", "i586", "i686", "x86", "x86_64", "aarch64", "ppc64le", "ppc64el", "s390x", "riscv64", "mips64el", "noarch", "all", "any", "source", "src", "jar", "pom", "war",
        "alpine", "debian", "ubuntu", "redhat", "rhel", "fedora", "centos", "rocky", "almalinux", "amazon", "amzn", "opensuse", "sles", "suse", "oracle", "wolfi", "chainguard", "arch", "photon", "linux", "module",
    ], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text as a string.</summary>
    public static string Of(ReadOnlySpan<char> text) => text.Length <= 16 && Lookup.TryGetValue(text, out var known) ? known : text.ToString();
}
