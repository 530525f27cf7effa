using System.Text;
using Marque.Versions;

namespace Marque.Fuzz.Targets;

/// <summary>A VERS, or a native range behind the name of its type and a space: what is read is written the same, and what is made from a native range is read again.</summary>
internal static class VersRange
{
    public static IEnumerable<string> Seeds =>
    [
        "vers:npm/1.2.3|>=2.0.0|<5.0.0", "vers:deb/*", "vers:pypi/>=1.0|!=1.5%2A|<2", "npm ^1.2.3 || >=2 <3 !=2.5.0 || 1.0 - 2.x", "pypi ~=1.4.5,!=1.5.*", "gem ~> 2.2.0, != 2.2.1", "maven (,1.0],[1.2,)",
        "composer ^1.2 || ~2.3.1 | 3.0.*", "conan >1 <2.0 || ^3.2, include_prerelease", "deb libc6 (>= 2.23), libc6 (<< 2.24)", "hackage ^>=1.2 && <3", "nginx 1.5.0+, 0.7.52-0.8.39", "cargo 1.*, <1.9",
    ];

    public static void Run(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (Vers.TryParse(text, out var vers, out _) && vers.ToString() != text) throw new InvalidOperationException("canonical, and written differently");
        if (Vers.TryParseLoosely(text, out vers, out _) && !Vers.TryParseLoosely(vers.ToString(), out _, out var problem)) throw new InvalidOperationException(problem);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !Vers.TryFromNative(text[..space], text[(space + 1)..], out vers, out _)) return;
        if (!Vers.TryParseLoosely(vers.ToString(), out var again, out problem)) throw new InvalidOperationException(problem);
        // Their orders have circles, so a list of their versions can be sorted in several ways.
        if (vers.Scheme is VersionScheme.Maven or VersionScheme.Conan or VersionScheme.Alpm or VersionScheme.Packagist) return;
        foreach (var constraint in vers.Constraints)
            if (vers.Contains(constraint.Version) is null || again.Contains(constraint.Version) != vers.Contains(constraint.Version)) throw new InvalidOperationException($"{vers}: {constraint}");
    }
}
