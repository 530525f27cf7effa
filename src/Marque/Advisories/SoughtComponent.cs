using Marque.Advisories.Matching;
using Marque.Components;
using Marque.Components.Purls;
using Marque.Versions;

namespace Marque.Advisories;

/// <summary>A component as it is looked for in advisories: by which package URL, or why it cannot be found.</summary>
/// <param name="Component">The component.</param>
/// <param name="Purl">The package URL it is looked for by; null when there is none that can be used. A version that cannot be ordered is still looked for: a record may list it.</param>
/// <param name="Unmatched">Why it cannot be matched; null when it can.</param>
/// <param name="Because">Why, in words, with what was written; empty when it can be matched.</param>
/// <param name="Changes">What was read otherwise than it is written, in words.</param>
public sealed record SoughtComponent(Component Component, Purl? Purl, UnmatchedReason? Unmatched, string Because, IReadOnlyList<string> Changes)
{
    private const int Batch = 1024;

    /// <summary>The components of a bill of materials, in file order, but the product itself.</summary>
    /// <param name="sbom">The bill of materials.</param>
    /// <param name="threads">On how many threads.</param>
    /// <remarks>In CycloneDX the subject stands beside the components and is the product. What an SPDX document describes may be its packages, so none of them is left out unless it is without package URL and the only one described.</remarks>
    public static IReadOnlyList<SoughtComponent> Of(Sbom sbom, int threads = 1)
    {
        var components = Asked(sbom);
        var sought = new SoughtComponent[components.Count];
        Parallel.For(0, (sought.Length + Batch - 1) / Batch, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, batch =>
        {
            for (var at = batch * Batch; at < Math.Min(sought.Length, (batch + 1) * Batch); at++) sought[at] = Of(components[at]);
        });
        return sought;
    }

    /// <summary>The components that are looked for.</summary>
    internal static List<Component> Asked(Sbom sbom)
    {
        var subjects = sbom.Subjects.Select(s => s.Index).ToHashSet();
        var isBeside = sbom.Format.Family() == "CycloneDX";
        var components = new List<Component>(sbom.Components.Count);
        foreach (var component in sbom.Components)
        {
            if (!subjects.Contains(component.Index) || !(isBeside || (!component.HasPurl && subjects.Count == 1))) components.Add(component);
        }

        return components;
    }

    /// <summary>One component.</summary>
    public static SoughtComponent Of(Component component) => Of(component, out _);

    /// <summary>One component, and its packages: at least one where it has a package URL to be looked for by.</summary>
    internal static SoughtComponent Of(Component component, out PackageTarget[] targets)
    {
        targets = [];
        var identity = ComponentIdentity.Of(component);
        if (identity.Purl is not { } purl) return new(component, null, identity.Reason, identity.Because, []);
        targets = PackageTargets.Of(purl, out var nothing);
        var (reason, because) = targets.Length == 0 ? (UnmatchedReason.NoEcosystem, nothing) : Why(targets);
        return new(component, reason is null or UnmatchedReason.MalformedVersion ? purl : null, reason, because, identity.Changes);
    }

    private static (UnmatchedReason? Reason, string Because) Why(PackageTarget[] targets)
    {
        (UnmatchedReason?, string) why = (null, "");
        foreach (var target in targets)
        {
            if (target.Version.Length == 0) why = (UnmatchedReason.NoVersion, "no version");
            else if (target.IsRepository || Ecosystem.Parse(target.Ecosystem).Scheme is var scheme && (scheme == VersionScheme.Unknown || VersionOrder.IsVersion(scheme, target.Version))) return (null, "");
            else why = (UnmatchedReason.MalformedVersion, $"'{target.Version}' is no version of {target.Ecosystem}");
        }

        return why;
    }
}
