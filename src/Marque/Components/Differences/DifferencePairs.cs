using Marque.Components.Purls;
using Marque.Versions;

namespace Marque.Components.Differences;

/// <summary>Which components of two files are the same one: by package URL without version and qualifiers, else by name.</summary>
internal sealed record DifferencePairs(List<ComponentPair> Same, List<VersionChange> Versions, List<Component> Added, List<Component> Removed)
{
    public static DifferencePairs Of(Sbom old, Sbom now)
    {
        var pairs = new DifferencePairs([], [], [], []);
        var before = Grouped(old);
        var after = Grouped(now);
        var gone = new List<Keyed>();
        var come = new List<Keyed>();
        foreach (var (key, olds) in before)
        {
            if (after.Remove(key, out var news)) pairs.Pair(olds, news, gone, come);
            else gone.AddRange(olds);
        }

        foreach (var news in after.Values) come.AddRange(news);
        pairs.PairByName(gone, come);
        return pairs;
    }

    private readonly record struct Keyed(Component Component, string Version, string Type);

    // Several copies of one version count once.
    private static Dictionary<string, List<Keyed>> Grouped(Sbom sbom)
    {
        var groups = new Dictionary<string, List<Keyed>>(StringComparer.Ordinal);
        var seen = new HashSet<(string Key, string Version)>();
        var subjects = sbom.SubjectIndexes.ToHashSet();
        foreach (var component in sbom.Components)
        {
            if (subjects.Contains(component.Index)) continue;
            var (key, keyed) = Key(component);
            if (!seen.Add((key, keyed.Version))) continue;
            if (!groups.TryGetValue(key, out var group)) groups.Add(key, group = []);
            group.Add(keyed);
        }

        return groups;
    }

    private static (string Key, Keyed Keyed) Key(Component component)
    {
        if (component.HasPurl && Purl.TryParse(component.Purl, out var purl, out _))
        {
            // Some writers escape the separator: pkg:nuget/Moq%404.17.2 has no version, and a name that nothing else has.
            var name = purl.Version.Length == 0 && component.Version.Length > 0 && purl.Name.EndsWith($"@{component.Version}", StringComparison.OrdinalIgnoreCase) ? purl.Name[..^(component.Version.Length + 1)] : purl.Name;
            return ($"pkg:{purl.Type}/{purl.Namespace}/{name}#{purl.Subpath}", new Keyed(component, component.Version is { Length: > 0 } version ? version : purl.Version, purl.Type));
        }

        return ($"{component.Group}/{component.Name}", new Keyed(component, component.Version, ""));
    }

    // Equal versions first; then in their order, the lowest with the lowest.
    private void Pair(List<Keyed> olds, List<Keyed> news, List<Keyed> gone, List<Keyed> come)
    {
        if (olds.Count == 1 && news.Count == 1)
        {
            Pair(olds[0], news[0]);
            return;
        }

        var byVersion = olds.ToDictionary(o => o.Version, StringComparer.Ordinal);
        List<Keyed> left = [];
        foreach (var one in news)
        {
            if (byVersion.Remove(one.Version, out var same)) Same.Add(new ComponentPair(same.Component, one.Component));
            else left.Add(one);
        }

        List<Keyed> right = [.. byVersion.Values];
        right.Sort(Order);
        left.Sort(Order);
        var both = Math.Min(left.Count, right.Count);
        for (var i = 0; i < both; i++) Pair(right[i], left[i]);
        gone.AddRange(right.Skip(both));
        come.AddRange(left.Skip(both));
    }

    private void Pair(Keyed old, Keyed now)
    {
        var pair = new ComponentPair(old.Component, now.Component);
        if (old.Version == now.Version) Same.Add(pair);
        else Versions.Add(new VersionChange(pair, old.Version, now.Version, Move(old, now)));
    }

    // One of the files may not give package URLs: then a name that only one component has in each tells.
    private void PairByName(List<Keyed> gone, List<Keyed> come)
    {
        var names = gone.GroupBy(Name, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var paired = new HashSet<int>();
        foreach (var group in come.GroupBy(Name, StringComparer.Ordinal))
        {
            var news = group.ToList();
            if (news.Count == 1 && names.TryGetValue(group.Key, out var old) && (!old.Component.HasPurl || !news[0].Component.HasPurl))
            {
                Pair(old, news[0]);
                paired.Add(old.Component.Index);
            }
            else Added.AddRange(news.Select(n => n.Component));
        }

        Removed.AddRange(gone.Where(g => !paired.Contains(g.Component.Index)).Select(g => g.Component));
    }

    private static string Name(Keyed keyed) => keyed.Component.Name;

    private static VersionMove Move(Keyed old, Keyed now)
    {
        if (old.Type != now.Type || !VersionOrder.TryCompare(Scheme(now.Type), old.Version, now.Version, out var order)) return VersionMove.Other;
        return order < 0 ? VersionMove.Up : order > 0 ? VersionMove.Down : VersionMove.Other;
    }

    private static int Order(Keyed a, Keyed b) =>
        VersionOrder.TryCompare(Scheme(a.Type), a.Version, b.Version, out var order) && order != 0 ? order : string.CompareOrdinal(a.Version, b.Version);

    // The type of a package URL tells how its versions are ordered.
    private static VersionScheme Scheme(string type) => Ecosystem.Parse(type switch
    {
        "npm" => "npm",
        "pypi" => "PyPI",
        "maven" => "Maven",
        "nuget" => "NuGet",
        "golang" => "Go",
        "cargo" => "crates.io",
        "gem" => "RubyGems",
        "composer" => "Packagist",
        "hex" => "Hex",
        "pub" => "Pub",
        "hackage" => "Hackage",
        "cran" => "CRAN",
        "conan" => "ConanCenter",
        "swift" => "SwiftURL",
        "deb" => "Debian",
        "apk" => "Alpine",
        "rpm" => "Red Hat",
        "bitnami" => "Bitnami",
        _ => "",
    }).Scheme;
}
