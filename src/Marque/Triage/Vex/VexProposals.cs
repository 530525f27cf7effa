using Marque.Advisories.Suppliers;
using Marque.Cases.Declared;
using Marque.Components.Purls;
using Marque.Versions;

namespace Marque.Triage.Vex;

/// <summary>A release of the product with what is in it.</summary>
/// <param name="Release">The release.</param>
/// <param name="Components">The components of its bills of materials.</param>
public sealed record VexRelease(VexProduct Release, IReadOnlyList<Purl> Components);

/// <summary>A decision that a document of somebody proposes. It names nobody yet who decides.</summary>
/// <param name="Ids">Every id of the vulnerability.</param>
/// <param name="Component">The component; null: the product's own code.</param>
/// <param name="Part">The part of the product; null: none is named.</param>
/// <param name="Releases">The releases, in their order.</param>
/// <param name="Status">The status.</param>
/// <param name="Statement">What proposes it.</param>
public sealed record VexProposal(IReadOnlyList<string> Ids, Purl? Component, string? Part, IReadOnlyList<string> Releases, TriageStatus Status, SupplierStatement Statement)
{
    /// <summary>Why it is not affected; null: the impact says it.</summary>
    public Justification? Justification { get; init; }

    /// <summary>What the vulnerability means; null: nothing is said.</summary>
    public string? Impact { get; init; }

    /// <summary>What users shall do; null: nothing.</summary>
    public string? Action { get; init; }

    /// <summary>What is done about it.</summary>
    public IReadOnlyList<TriageResponse> Responses { get; init; } = [];
}

/// <summary>What a document proposes for a product.</summary>
/// <param name="Proposals">The proposals.</param>
/// <param name="Unplaced">What concerns no release or cannot be taken, with why.</param>
public sealed record VexProposing(IReadOnlyList<VexProposal> Proposals, IReadOnlyList<(string Vulnerability, string Reason)> Unplaced);

/// <summary>Takes what a document states as proposals for the releases of a product: of the product itself, or of components in it.</summary>
public static class VexProposals
{
    /// <summary>Finds the releases that each statement concerns.</summary>
    public static VexProposing Of(IReadOnlyList<SupplierStatement> statements, IReadOnlyList<VexRelease> releases)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(releases);
        var proposals = new List<VexProposal>();
        var unplaced = new List<(string, string)>();
        var contents = releases.Select(r => (r.Release, Components: r.Components.ToLookup(Package))).ToList();
        foreach (var statement in statements)
        {
            var places = new List<(string Release, Purl? Component, string? Part)>();
            foreach (var product in statement.Products)
            {
                var found = Places(product, contents).ToList();
                if (found.Count == 0) unplaced.Add((statement.Vulnerabilities[0], $"{Shown(product)} is neither a release of the product nor a component in one"));
                places.AddRange(found);
            }

            if (places.Count == 0) continue;
            if (Taken(statement) is not { } taken)
            {
                unplaced.Add((statement.Vulnerabilities[0], "not_affected stands without a justification or an impact statement"));
                continue;
            }

            proposals.AddRange(places.Distinct().GroupBy(p => (p.Component, p.Part)).Select(g => taken with { Component = g.Key.Component, Part = g.Key.Part, Releases = [.. g.Select(p => p.Release)] }));
        }

        return new(proposals, [.. unplaced.Distinct()]);
    }

    private static VexProposal? Taken(SupplierStatement s)
    {
        var status = s.StatedAs == TriageStatus.FalsePositive.Word() ? TriageStatus.FalsePositive : s.Status switch
        {
            SupplierStatus.NotAffected => TriageStatus.NotAffected,
            SupplierStatus.Affected => TriageStatus.Affected,
            SupplierStatus.Fixed => TriageStatus.Fixed,
            _ => TriageStatus.UnderInvestigation,
        };
        var justification = status == TriageStatus.NotAffected ? Justification.Of(s.Justification) : null;
        var impact = s.Impact.Length > 0 ? s.Impact : null;
        if (status == TriageStatus.NotAffected && justification is null && impact is null) return null;
        var (responses, action) = s.Source.Format == "csaf" ? CsafText.Remediations(s.Action) : ([.. s.Responses.Select(TriageFile.Response).OfType<TriageResponse>()], s.Action.Length > 0 ? s.Action : null);
        return new VexProposal(s.Vulnerabilities, null, null, [], status, s)
        {
            Justification = justification,
            Impact = impact,
            Action = action ?? (status == TriageStatus.Affected ? VexWords.NoAction : null),
            Responses = responses,
        };
    }

    private static IEnumerable<(string Release, Purl? Component, string? Part)> Places(SupplierProduct product, List<(VexProduct Release, ILookup<(string, string, string), Purl> Components)> contents)
    {
        foreach (var (release, components) in contents)
        {
            if (IsRelease(product, release, out var part))
            {
                if (product.Subcomponents.Count == 0) yield return (release.Version, null, part);
                foreach (var inner in product.Subcomponents)
                {
                    // As the bill of materials has it; what it does not hold is named as the statement names it.
                    var held = Held(inner, components).ToList();
                    if (held.Count == 0 && inner.Purls.Count > 0) held.Add(inner.Purls[0]);
                    foreach (var component in held) yield return (release.Version, component, part);
                }
            }
            else if (product.Subcomponents.Count == 0)
            {
                foreach (var component in Held(product, components)) yield return (release.Version, component, null);
            }
            else if (Held(product, components).Any())
            {
                // A component of a component: only where the whole is in the release.
                foreach (var component in product.Subcomponents.SelectMany(i => Held(i, components))) yield return (release.Version, component, null);
            }
        }
    }

    private static bool IsRelease(SupplierProduct product, VexProduct release, out string? part)
    {
        part = null;
        foreach (var purl in product.Purls)
        {
            if (Package(purl) != Package(release.Purl) || !Speaks(product, purl, release.Version)) continue;
            part = purl.Subpath.Length > 0 ? purl.Subpath : null;
            return true;
        }

        return product.Purls.Count == 0 && product.Name == release.Product && product.Version == release.Version;
    }

    private static IEnumerable<Purl> Held(SupplierProduct product, ILookup<(string, string, string), Purl> components) =>
        product.Purls.SelectMany(p => components[Package(p)].Where(c => p.Qualifiers.All(q => c.Qualifier(q.Key) == q.Value) && Speaks(product, p, c.Version))).Distinct();

    // A package URL with a version speaks of that one; else the version or range beside it; else of all.
    private static bool Speaks(SupplierProduct product, Purl purl, string version)
    {
        if (purl.Version.Length > 0) return purl.Version == version;
        if (product.Version.Length > 0) return product.Version == version;
        if (product.Range.Length == 0) return true;
        return Vers.TryParse(product.Range, out var range, out _) && range.Contains(version) == true;
    }

    private static (string Type, string Namespace, string Name) Package(Purl purl) => (purl.Type, purl.Namespace, purl.Name);

    private static string Shown(SupplierProduct p) => p.Purls.Count > 0 ? p.Purls[0].ToString() : p.Name.Length > 0 ? $"{p.Name} {p.Version}".TrimEnd() : p.Cpes.Concat(p.Others).FirstOrDefault() ?? "what it names";
}
