using Marque.Advisories;
using Marque.Components;

namespace Marque.Cli.Live;

/// <summary>A component with the package URL it is matched by, or why there is none.</summary>
/// <param name="Component">The component.</param>
/// <param name="Purl">Its package URL; null: it cannot be matched.</param>
/// <param name="Reason">Why it cannot be matched; empty otherwise.</param>
/// <param name="Normalised">What was read otherwise than it is written; empty otherwise.</param>
internal readonly record struct Matchable(Component Component, Purl? Purl, string Reason, string Normalised)
{
    /// <summary>All components of a bill of materials but those it is about.</summary>
    public static IEnumerable<Matchable> Of(Sbom sbom)
    {
        var subjects = sbom.Subjects.Select(s => s.Index).ToHashSet();
        // What an SPDX document describes may be one of the packages that go into the product; of CycloneDX it is the product.
        var isBeside = sbom.Format.Family() == "CycloneDX";
        foreach (var component in sbom.Components)
        {
            if (isBeside && subjects.Contains(component.Index)) continue;
            yield return One(component);
        }
    }

    /// <summary>As the store interns it.</summary>
    public Store.StoredComponent Stored() => new(Purl?.ToString(), Component.ToString() is { Length: > 0 } name ? Component.Name.Length > 0 ? Component.Name : name : "(nameless)", Component.Version.Length > 0 ? Component.Version : Purl is { Version.Length: > 0 } ? Purl.Version : null)
    {
        Packages = Purl is null ? [] : PackageKeys.Of(Purl).Keys,
    };

    private static Matchable One(Component component)
    {
        if (!component.HasPurl) return new(component, null, component.Cpes.Count > 0 ? "a CPE and no package URL" : "no package URL", "");
        var written = component.Purl;
        if (!Purl.TryParse(written, out var purl, out var problem)) return new(component, null, $"malformed package URL: {problem}", "");
        if (purl.Version.Length == 0 && component.Version.Length > 0)
        {
            // The component says what its package URL leaves out.
            var whole = Purl.Build(purl.Type, purl.Namespace, purl.Name, component.Version, purl.Qualifiers, purl.Subpath);
            if (whole.Purl is { } versioned) return new(component, versioned, "", $"version {component.Version} taken from the component");
        }

        if (purl.Version.Length == 0) return new(component, null, "no version", "");
        if (PackageKeys.Of(purl) is { Keys.Count: 0 } keys) return new(component, null, keys.Reason, "");
        return new(component, purl, "", string.Equals(purl.ToString(), written, StringComparison.Ordinal) ? "" : $"{written} read as {purl}");
    }
}
