using System.Text;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Advisories;

/// <summary>What of a bill of materials can be matched against advisories, and what cannot and why.</summary>
/// <param name="Matchable">How many components can be matched.</param>
/// <param name="Unmatched">Those that cannot, in file order.</param>
/// <param name="Normalised">What was read otherwise than it is written, in file order.</param>
/// <param name="Twice">Components that are a package named before, in file order.</param>
public sealed record SbomMatching(int Matchable, IReadOnlyList<Unmatched> Unmatched, IReadOnlyList<Normalised> Normalised, IReadOnlyList<SamePackage> Twice)
{
    /// <summary>Looks at every component but the product itself.</summary>
    public static SbomMatching Of(Sbom sbom)
    {
        var (matchable, unmatched, normalised, twice) = (0, new List<Unmatched>(), new List<Normalised>(), new List<SamePackage>());
        var packages = new PackagesSeen();
        foreach (var sought in SoughtComponent.Of(sbom))
        {
            if (sought.Unmatched is { } reason) unmatched.Add(new Unmatched(sought.Component, reason, sought.Because));
            else matchable++;
            if (sought.Purl is not { } purl) continue;
            if (sought.Changes.Count > 0) normalised.Add(new Normalised(sought.Component, sought.Component.Purl, purl.ToString(), string.Join("; ", sought.Changes)));
            if (packages.First(purl, sought.Component.Index) is var first && first != sought.Component.Index) twice.Add(new SamePackage(sbom.Components[first], sought.Component));
        }

        return new SbomMatching(matchable, unmatched, normalised, twice);
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
