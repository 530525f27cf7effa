using Marque.Components;

namespace Marque.Documents;

/// <summary>How many components of a bill of materials have what; the subject is not counted. The most frequent first, then by name.</summary>
/// <param name="Ecosystems">By type of package URL.</param>
/// <param name="Licences">By licence as stated; <c>none stated</c> among them.</param>
/// <param name="Suppliers">By who supplies, made or wrote them.</param>
public sealed record SbomCounts(IReadOnlyList<(string Name, int Count)> Ecosystems, IReadOnlyList<(string Name, int Count)> Licences, IReadOnlyList<(string Name, int Count)> Suppliers)
{
    /// <summary>What stands for a licence or supplier that is not stated.</summary>
    public const string None = "none stated";

    /// <summary>Counts.</summary>
    public static SbomCounts Of(Sbom sbom)
    {
        var (ecosystems, licences, suppliers) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var subjects = sbom.Subjects.Select(s => s.Index).ToHashSet();
        foreach (var component in sbom.Components)
        {
            if (subjects.Contains(component.Index)) continue;
            Add(ecosystems, SbomWords.Ecosystem(component));
            Add(suppliers, SbomWords.Supplier(component) is { Length: > 0 } supplier ? supplier : None);
            var stated = false;
            foreach (var licence in SbomWords.Stated(component))
            {
                stated = true;
                Add(licences, licence);
            }

            if (!stated) Add(licences, None);
        }

        return new SbomCounts(Sorted(ecosystems), Sorted(licences), Sorted(suppliers));
    }

    /// <summary>How far the component is from the subject that is farthest from it.</summary>
    public static int Deepest(Sbom sbom)
    {
        var deepest = 0;
        for (var i = 0; i < sbom.Components.Count; i++) deepest = Math.Max(deepest, sbom.Graph.DepthOf(i));
        return deepest;
    }

    private static void Add(Dictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;

    private static IReadOnlyList<(string Name, int Count)> Sorted(Dictionary<string, int> counts) => [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value))];
}
