namespace Marque.Components;

/// <summary>The edges of a graph, by the node they start from. Components come first, services behind them.</summary>
internal sealed class Edges
{
    private readonly int[] starts;
    private readonly int[] targets;

    private Edges(int[] starts, int[] targets) => (this.starts, this.targets) = (starts, targets);

    /// <summary>How many nodes there are.</summary>
    public int Nodes => starts.Length - 1;

    /// <summary>How many edges there are.</summary>
    public int Count => targets.Length;

    /// <summary>Where the edges of a node lead.</summary>
    public ReadOnlySpan<int> From(int node) => targets.AsSpan(starts[node], starts[node + 1] - starts[node]);

    /// <summary>The edges of a file: nesting, dependencies and containment.</summary>
    public static Edges Of(Sbom sbom)
    {
        var first = new int[sbom.Rows.Count + sbom.Services.Count + 1];
        Walk(sbom, (from, _) => first[from + 1]++);
        for (var i = 1; i < first.Length; i++) first[i] += first[i - 1];
        var next = first.AsSpan(0, first.Length - 1).ToArray();
        var leads = new int[first[^1]];
        Walk(sbom, (from, to) => leads[next[from]++] = to);
        return new Edges(first, leads);
    }

    /// <summary>Components that no edge leads to from another node.</summary>
    public IReadOnlyList<int> WithoutOrigin(int components)
    {
        var reached = new bool[Nodes];
        for (var node = 0; node < Nodes; node++)
        {
            foreach (var to in From(node)) reached[to] |= to != node;
        }

        return [.. Enumerable.Range(0, components).Where(i => !reached[i])];
    }

    /// <summary>How far each node is from the nearest root; -1 when no way leads there.</summary>
    public int[] Depths(IReadOnlyList<int> roots)
    {
        var depths = new int[Nodes];
        Array.Fill(depths, -1);
        var queue = new int[Nodes];
        var (head, tail) = (0, 0);
        foreach (var root in roots)
        {
            if (depths[root] == 0) continue;
            depths[root] = 0;
            queue[tail++] = root;
        }

        while (head < tail)
        {
            var node = queue[head++];
            foreach (var to in From(node))
            {
                if (depths[to] >= 0) continue;
                depths[to] = depths[node] + 1;
                queue[tail++] = to;
            }
        }

        return depths;
    }

    /// <summary>Components with an edge to themselves.</summary>
    public IReadOnlyList<int> SelfDependent(int components) => [.. Enumerable.Range(0, components).Where(i => From(i).Contains(i))];

    private static void Walk(Sbom sbom, Action<int, int> edge)
    {
        var components = sbom.Rows.Count;
        for (var i = 0; i < components; i++)
        {
            if (sbom.Rows[i].Parent >= 0) edge(sbom.Rows[i].Parent, i);
        }

        for (var i = 0; i < sbom.Services.Count; i++)
        {
            if (sbom.Services[i].Parent >= 0) edge(components + sbom.Services[i].Parent, components + i);
        }

        for (var i = 0; i < sbom.RelationshipRows.Count; i++)
        {
            var row = sbom.RelationshipRows[i];
            var (from, to) = row.Role switch
            {
                RelationshipRole.DependsOn or RelationshipRole.Contains => (Node(sbom, row.From), Node(sbom, row.To)),
                RelationshipRole.DependencyOf or RelationshipRole.ContainedBy => (Node(sbom, row.To), Node(sbom, row.From)),
                _ => (-1, -1),
            };
            if (from >= 0 && to >= 0) edge(from, to);
        }
    }

    private static int Node(Sbom sbom, int reference) => sbom.Elements[reference] switch
    {
        { Kind: ElementKind.Component, Index: var index } => index,
        { Kind: ElementKind.Service, Index: var index } => sbom.Rows.Count + index,
        _ => -1,
    };
}
