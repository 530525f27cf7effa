using System.Text;
using Marque.Advisories.Matching;
using Marque.Components;
using Marque.Versions;

namespace Marque.Advisories;

/// <summary>What of a bill of materials can be matched against advisories, and what cannot and why.</summary>
/// <param name="Matchable">How many components can be matched.</param>
/// <param name="Unmatched">Those that cannot, in file order.</param>
/// <param name="Normalised">What was read otherwise than it is written, in file order.</param>
/// <param name="Twice">Components that are a package named before, in file order.</param>
public sealed record SbomMatching(int Matchable, IReadOnlyList<Unmatched> Unmatched, IReadOnlyList<Normalised> Normalised, IReadOnlyList<SamePackage> Twice)
{
    /// <summary>Looks at every component but the subject, which is the product itself.</summary>
    public static SbomMatching Of(Sbom sbom)
    {
        var (matchable, unmatched, normalised, twice) = (0, new List<Unmatched>(), new List<Normalised>(), new List<SamePackage>());
        var packages = new PackagesSeen();
        foreach (var component in sbom.Components)
        {
            if (component.IsSubject) continue;
            var identity = ComponentIdentity.Of(component);
            if (identity.Purl is not { } purl)
            {
                unmatched.Add(new Unmatched(component, identity.Reason, identity.Because));
                continue;
            }

            if (identity.Changes.Count > 0) normalised.Add(new Normalised(component, component.Purl, purl.ToString(), string.Join("; ", identity.Changes)));
            if (packages.First(purl, component.Index) is var first && first != component.Index) twice.Add(new SamePackage(sbom.Components[first], component));
            if (Why(purl) is var (reason, because)) unmatched.Add(new Unmatched(component, reason, because));
            else matchable++;
        }

        return new SbomMatching(matchable, unmatched, normalised, twice);
    }

    // Null: it can be matched.
    private static (UnmatchedReason Reason, string Because)? Why(Purl purl)
    {
        var targets = PackageTargets.Of(purl, out var nothing);
        if (targets.Length == 0) return (UnmatchedReason.NoEcosystem, nothing);
        (UnmatchedReason, string)? why = null;
        foreach (var target in targets)
        {
            if (target.Version.Length == 0) why ??= (UnmatchedReason.NoVersion, "no version");
            else if (target.IsRepository || Ecosystem.Parse(target.Ecosystem).Scheme is var scheme && (scheme == VersionScheme.Unknown || VersionOrder.IsVersion(scheme, target.Version))) return null;
            else why = (UnmatchedReason.MalformedVersion, $"'{target.Version}' is no version of {target.Ecosystem}");
        }

        return why;
    }

    // Package URLs as bytes: a set of strings would be as large as the file.
    private sealed class PackagesSeen
    {
        private readonly TextTable table = new(new Texts());
        private readonly Rows<int> first = new();

        public int First(Purl purl, int component)
        {
            var number = table.Add(Encoding.UTF8.GetBytes(purl.ToString()));
            if (number == first.Count) first.Add(component);
            return first[number];
        }
    }
}
