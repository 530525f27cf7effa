namespace Marque.Components;

/// <summary>How the components of a file hang together, by their index in <see cref="Sbom.Components"/>: dependencies, containment and nesting alike. In time and memory linear in components and relationships.</summary>
public sealed class DependencyGraph
{
    private readonly Edges edges;
    private readonly int[] depths;
    private readonly System.Collections.BitArray stated;
    private readonly int components;

    internal DependencyGraph(Sbom sbom)
    {
        components = sbom.Rows.Count;
        stated = new System.Collections.BitArray(components);
        edges = Edges.Of(sbom);
        HasSubject = sbom.SubjectIndexes.Count > 0;
        var roots = HasSubject ? sbom.SubjectIndexes : edges.WithoutOrigin(components);
        depths = edges.Depths(roots);
        TopLevel = [.. roots.SelectMany(r => DependenciesOf(r)).Distinct().Where(i => depths[i] == 1)];
        Unreachable = [.. Enumerable.Range(0, components).Where(i => depths[i] < 0)];
        SelfDependent = edges.SelfDependent(components);
        Cycles = Circles.In(edges, components);
        for (var i = 0; i < sbom.Stated.Count; i++)
        {
            if (sbom.Elements[sbom.Stated[i]] is { Kind: ElementKind.Component } element) stated[element.Index] = true;
        }
    }

    /// <summary>Whether the file says what it is about; without, depth counts from the components that nothing leads to.</summary>
    public bool HasSubject { get; }

    /// <summary>How many dependencies and containments there are.</summary>
    public int EdgeCount => edges.Count;

    /// <summary>What the subject directly depends on or contains.</summary>
    public IReadOnlyList<int> TopLevel { get; }

    /// <summary>Components that no way leads to from the subject.</summary>
    public IReadOnlyList<int> Unreachable { get; }

    /// <summary>Groups of two or more components that depend on each other in a circle, each group whole.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Cycles { get; }

    /// <summary>Components that depend on themselves.</summary>
    public IReadOnlyList<int> SelfDependent { get; }

    /// <summary>How far a component is from the subject: 0 the subject, 1 what it directly depends on; -1 when no way leads there.</summary>
    public int DepthOf(int component) => depths[component];

    /// <summary>What a component directly depends on or contains, each once, in file order.</summary>
    public IReadOnlyList<int> DependenciesOf(int component)
    {
        var to = edges.From(component);
        if (to.IsEmpty) return [];
        var found = new List<int>(to.Length);
        var seen = to.Length > 8 ? new HashSet<int>() : null;
        foreach (var node in to)
        {
            if (node < components && (seen?.Add(node) ?? !found.Contains(node))) found.Add(node);
        }

        return found;
    }

    /// <summary>Whether the file says anything of the dependencies of a component, be it that there are none.</summary>
    public bool IsStated(int component) => stated[component];
}
