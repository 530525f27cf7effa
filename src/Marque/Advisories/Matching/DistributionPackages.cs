using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Advisories.Matching;

/// <summary>Packages of Linux distributions: advisories name source packages mostly, components binary ones.</summary>
internal static class DistributionPackages
{
    public static PackageTarget[] Of(Purl purl, out string reason)
    {
        reason = "";
        if (Ecosystem(purl.Type, purl.Namespace) is not { } ecosystem)
        {
            reason = $"no advisories are published for {purl.Type} packages of '{purl.Namespace}'";
            return [];
        }

        var release = Releases.Of(ecosystem, purl);
        var version = purl.Version;
        if (purl.Type == "rpm" && version.Length > 0 && purl.Qualifier("epoch") is { Length: > 0 } epoch && !version.Contains(':', StringComparison.Ordinal)) version = $"{epoch}:{version}";
        var own = new PackageTarget(ecosystem, purl.Name, version, release);
        if (purl.Qualifier("arch") is "source" or "src") return [own];
        if (Source(purl, version) is not { Name.Length: > 0 } source) return [own with { Binary = purl.Name }];
        var target = own with { Name = source.Name, Version = source.Version };
        // Advisories of RPM distributions name binary packages as well; elsewhere a binary's name may be that of another source.
        return purl.Type == "rpm" && target != own ? [target, own] : [target];
    }

    private static string? Ecosystem(string type, string vendor) => (type, vendor) switch
    {
        ("deb", "debian") => "Debian",
        ("deb", "ubuntu") => "Ubuntu",
        ("deb" or "apk", "echo") => "Echo",
        ("apk", "alpine") => "Alpine",
        ("apk", "wolfi") => "Wolfi",
        ("apk", "chainguard") => "Chainguard",
        ("apk", "minimos") => "MinimOS",
        ("apk", "alpaquita" or "bellsoft") => "Alpaquita",
        ("apk", "bellsoft-hardened-containers") => "BellSoft Hardened Containers",
        (_, "cleanstart") => "CleanStart",
        ("rpm", "redhat" or "rhel") => "Red Hat",
        ("rpm", "suse" or "sles" or "sle") => "SUSE",
        ("rpm", "opensuse" or "opensuse-leap" or "opensuse-tumbleweed" or "opensuse.leap" or "opensuse.tumbleweed") => "openSUSE",
        ("rpm", "rocky" or "rocky-linux" or "rockylinux") => "Rocky Linux",
        ("rpm", "almalinux" or "alma") => "AlmaLinux",
        ("rpm", "openeuler") => "openEuler",
        ("rpm", "mageia") => "Mageia",
        ("rpm", "photon") => "Photon OS",
        ("rpm", "azurelinux" or "mariner" or "cbl-mariner") => "Azure Linux",
        _ => null,
    };

    // upstream=openssl, upstream=openssl@3.0.11-1, upstream=openssl-3.0.7-24.el9.src.rpm; source=openssl.
    private static (string Name, string Version)? Source(Purl purl, string version)
    {
        if ((purl.Qualifier("upstream") ?? purl.Qualifier("source")) is not { Length: > 0 } stated) return null;
        if (stated.IndexOf('@', StringComparison.Ordinal) is var at and > 0) return (stated[..at], stated[(at + 1)..]);
        if (purl.Type == "rpm" && (stated.EndsWith(".src.rpm", StringComparison.Ordinal) || stated.EndsWith(".nosrc.rpm", StringComparison.Ordinal)))
        {
            var file = stated[..stated.LastIndexOf('.', stated.Length - 5)];
            var second = file.LastIndexOf('-') is var last and > 0 ? file.LastIndexOf('-', last - 1) : -1;
            if (second <= 0) return null;
            var epoch = version.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? version[..(colon + 1)] : "";
            return (file[..second], epoch + file[(second + 1)..]);
        }

        // A binary built again without a change of its source (Debian binNMU) counts on behind +b.
        if (purl.Type == "deb" && version.LastIndexOf("+b", StringComparison.Ordinal) is var rebuilt and > 0 && rebuilt + 2 < version.Length && !version.AsSpan(rebuilt + 2).ContainsAnyExceptInRange('0', '9')) version = version[..rebuilt];
        return (stated, version);
    }
}
