using System.Text;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Advisories.Matching;

/// <summary>Releases of distributions, as components and advisories write them, in one form.</summary>
internal static class Releases
{
    // Series of the Debian and Ubuntu archives (distro-info-data).
    private static readonly Dictionary<string, string> Series = new(StringComparer.Ordinal)
    {
        ["woody"] = "3.0", ["sarge"] = "3.1", ["etch"] = "4.0", ["lenny"] = "5.0", ["squeeze"] = "6.0", ["wheezy"] = "7", ["jessie"] = "8", ["stretch"] = "9",
        ["buster"] = "10", ["bullseye"] = "11", ["bookworm"] = "12", ["trixie"] = "13", ["forky"] = "14", ["duke"] = "15",
        ["trusty"] = "14.04", ["xenial"] = "16.04", ["bionic"] = "18.04", ["focal"] = "20.04", ["groovy"] = "20.10", ["hirsute"] = "21.04", ["impish"] = "21.10", ["jammy"] = "22.04",
        ["kinetic"] = "22.10", ["lunar"] = "23.04", ["mantic"] = "23.10", ["noble"] = "24.04", ["oracular"] = "24.10", ["plucky"] = "25.04", ["questing"] = "25.10",
    };

    /// <summary>The release a component names (<c>distro=debian-12</c>, <c>distro=jammy</c>, <c>distro=alpine-3.18.4</c>); empty when it names none.</summary>
    public static string Of(string ecosystem, Purl purl)
    {
        if (ecosystem is "Wolfi" or "Chainguard" or "MinimOS" or "Echo" or "CleanStart") return "";
        if (purl.Qualifier("distro") is not { Length: > 0 } stated)
        {
            stated = purl.Qualifier("distro_version") ?? purl.Qualifier("distro_name") ?? "";
            if (stated.Length == 0) return purl.Namespace.EndsWith("tumbleweed", StringComparison.Ordinal) ? "tumbleweed" : "";
        }

        stated = stated.ToLowerInvariant();
        if (stated.Contains("tumbleweed", StringComparison.Ordinal)) return "tumbleweed";
        if (ecosystem == "openEuler") return stated.StartsWith("openeuler-", StringComparison.Ordinal) ? stated[10..] : stated;
        var digit = stated.AsSpan().IndexOfAnyInRange('0', '9');
        // debian-12 names its number, bookworm its series, and debian-sid the series behind a hyphen.
        var word = stated[(stated.LastIndexOf('-') + 1)..];
        if (digit < 0) return Series.GetValueOrDefault(word) ?? word;
        var start = digit > 0 && stated[digit - 1] is not ('-' or ' ' or ':' or '/' or 'v') ? 0 : digit;
        return Shortened(ecosystem, stated[start..]);
    }

    /// <summary>Whether what an advisory says for a release holds for a component's.</summary>
    /// <param name="ecosystem">The ecosystem.</param>
    /// <param name="component">The component's release, by <see cref="Of"/>.</param>
    /// <param name="advisory">What stands behind the colon in the advisory; not empty.</param>
    public static bool Match(string ecosystem, string component, ReadOnlySpan<byte> advisory)
    {
        var release = Encoding.UTF8.GetString(advisory);
        switch (ecosystem)
        {
            case "Ubuntu":
                var parts = release.Split(':');
                // Ubuntu:22.04:LTS and, for those who have it, Ubuntu:Pro:22.04:LTS; FIPS modules are other packages.
                return parts[0] == "Pro" ? parts.Length > 1 && parts[1] == component : parts[0] == component;
            case "Alpine": return release.StartsWith('v') && release.AsSpan(1).SequenceEqual(component);
            case "Red Hat": return RedHat(component, release);
            case "SUSE" or "openSUSE": return Suse(release) == component;
            case "openEuler": return release.Equals(component, StringComparison.OrdinalIgnoreCase);
            case "Maven" or "Packagist" or "VSCode": return Bare(release).Equals(component, StringComparison.OrdinalIgnoreCase);
            default: return Shortened(ecosystem, release) == component;
        }
    }

    // enterprise_linux:8::appstream is the whole of 8; rhel_eus:8.4::baseos speaks of 8.4 alone.
    private static bool RedHat(string component, string release)
    {
        var parts = release.Split(':');
        if (parts.Length < 2) return false;
        return parts[1].Contains('.', StringComparison.Ordinal) ? parts[1] == component : parts[0] == "enterprise_linux" && (component == parts[1] || component.StartsWith(parts[1] + ".", StringComparison.Ordinal));
    }

    // "Linux Enterprise Server 15 SP4-LTSS" is 15.4, "Leap 15.6" 15.6, "Tumbleweed" itself.
    private static string Suse(string release)
    {
        var words = release.Split(' ');
        for (var at = words.Length - 1; at >= 0; at--)
        {
            if (words[at].Length == 0 || !char.IsAsciiDigit(words[at][0])) continue;
            var number = words[at].Split('-')[0];
            if (at + 1 == words.Length || !words[at + 1].StartsWith("SP", StringComparison.Ordinal)) return number;
            return $"{number}.{words[at + 1].AsSpan(2)[..Digits(words[at + 1].AsSpan(2))]}";
        }

        return release.ToLowerInvariant();
    }

    private static int Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;

    private static ReadOnlySpan<char> Bare(string address) => address.AsSpan(address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0).TrimEnd('/');

    // Point releases are the same release where the distribution counts in whole numbers.
    private static string Shortened(string ecosystem, string number)
    {
        var dot = number.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return number;
        switch (ecosystem)
        {
            case "AlmaLinux" or "Rocky Linux" or "Mageia": return number[..dot];
            // Until squeeze the second number counted too.
            case "Debian": return number[..dot] is "3" or "4" or "5" or "6" ? Two(number, dot) : number[..dot];
            case "Alpine" or "SUSE" or "openSUSE" or "Ubuntu" or "Red Hat": return Two(number, dot);
            default: return number;
        }
    }

    private static string Two(string number, int dot) => number.IndexOf('.', dot + 1) is var second and > 0 ? number[..second] : number;
}
