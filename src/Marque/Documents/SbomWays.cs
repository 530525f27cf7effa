using Marque.Components;

namespace Marque.Documents;

/// <summary>Who needs a component of a bill of materials. Linear in its graph, once for all questions.</summary>
/// <param name="sbom">The bill of materials.</param>
public sealed class SbomWays(Sbom sbom)
{
    private readonly Lazy<(int[] Before, ILookup<int, int> NeededBy)> ways = new(() => Of(sbom));

    /// <summary>What directly depends on a component, in file order.</summary>
    public IEnumerable<int> NeededBy(int component) => ways.Value.NeededBy[component];

    /// <summary>A shortest way from the subject to a component, both included; empty when none leads there.</summary>
    public IReadOnlyList<int> To(int component)
    {
        if (sbom.Graph.DepthOf(component) < 0) return [];
        var way = new List<int>();
        for (var at = component; at >= 0; at = ways.Value.Before[at]) way.Add(at);
        way.Reverse();
        return way;
    }

    private static (int[], ILookup<int, int>) Of(Sbom sbom)
    {
        var graph = sbom.Graph;
        var before = new int[sbom.Components.Count];
        Array.Fill(before, -1);
        var edges = new List<(int From, int To)>(graph.EdgeCount);
        for (var from = 0; from < before.Length; from++)
        {
            foreach (var to in graph.DependenciesOf(from))
            {
                edges.Add((from, to));
                if (before[to] < 0 && graph.DepthOf(from) >= 0 && graph.DepthOf(to) == graph.DepthOf(from) + 1) before[to] = from;
            }
        }

        return (before, edges.ToLookup(e => e.To, e => e.From));
    }
}
