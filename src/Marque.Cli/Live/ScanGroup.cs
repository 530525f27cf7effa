using Marque.Advisories;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Cli.Live;

/// <summary>All findings of one version of one package: what one upgrade is about.</summary>
/// <param name="Package">The package as advisories name it, <c>ecosystem name</c>.</param>
/// <param name="Components">The components that stand for it, in the order of the bill of materials: a distribution's source package has many, a Go module too.</param>
/// <param name="Findings">One finding for each vulnerability, what to act on first in front.</param>
/// <param name="Sought">What to upgrade to, when it is asked for.</param>
internal sealed record ScanGroup(string Package, IReadOnlyList<Component> Components, IReadOnlyList<ScanFinding> Findings, Lazy<Upgrade> Sought)
{
    /// <summary>What to upgrade to.</summary>
    public Upgrade Upgrade => Sought.Value;

    /// <summary>The package URL by which they were matched.</summary>
    public Purl Purl => Findings[0].Purl;

    /// <summary>What findings of one group have in common: package, version, and release of the distribution.</summary>
    public static (string Package, string Version, string? Release) Key(ScanFinding finding) => (finding.Package, finding.Purl.Version, finding.Purl.Qualifier("distro"));

    /// <summary>Groups findings; the group with what to act on first stands first.</summary>
    /// <param name="index">The advisories.</param>
    /// <param name="findings">The findings, what to act on first in front.</param>
    /// <param name="most">Of so many groups, from the first, an upgrade is sought at once; of the others when somebody asks.</param>
    /// <param name="cancel">Ends the work.</param>
    public static IReadOnlyList<ScanGroup> Of(AdvisoryIndex index, IReadOnlyList<ScanFinding> findings, int most, CancellationToken cancel)
    {
        var groups = findings.GroupBy(Key).Select(g => (g.Key.Package, All: g.ToList(), Distinct: g.DistinctBy(f => f.Finding.Vulnerability, StringComparer.Ordinal).ToList())).ToList();
        (Purl Purl, IReadOnlyList<Finding> Findings) Asked(int at) => (groups[at].Distinct[0].Purl, [.. groups[at].Distinct.Select(f => f.Finding)]);
        var upgrades = Upgrade.Of(index, [.. Enumerable.Range(0, Math.Min(most, groups.Count)).Select(Asked)], Environment.ProcessorCount, cancel);
        return [.. groups.Select((g, at) => new ScanGroup(g.Package, [.. g.All.Select(f => f.Component).DistinctBy(c => c.Index).OrderBy(c => c.Index)], g.Distinct, at < upgrades.Count ? new(upgrades[at]) : new(() => Upgrade.Of(index, [Asked(at)], 1)[0])))];
    }
}
