using System.Collections;

namespace Marque.Components;

/// <summary>What the file says of the completeness of a part of itself (CycloneDX, compositions; SPDX 3.0, completeness of a relationship).</summary>
public sealed class Composition
{
    private readonly Sbom sbom;

    internal Composition(Sbom sbom, string aggregate, IReadOnlyList<int> assemblies, IReadOnlyList<int> dependencies, int line) =>
        (this.sbom, Aggregate, AssemblyRefs, DependencyRefs, Line) = (sbom, aggregate, assemblies, dependencies, line);

    /// <summary>The word of CycloneDX: <c>complete</c>, <c>incomplete</c>, <c>incomplete_first_party_only</c>, <c>unknown</c>, <c>not_specified</c> ...</summary>
    public string Aggregate { get; }

    /// <summary>References whose nested components it is about.</summary>
    public IReadOnlyList<string> Assemblies => new RefList(sbom, AssemblyRefs);

    /// <summary>References whose dependencies it is about.</summary>
    public IReadOnlyList<string> Dependencies => new RefList(sbom, DependencyRefs);

    /// <summary>Where it begins, from 1.</summary>
    public int Line { get; }

    internal IReadOnlyList<int> AssemblyRefs { get; }

    internal IReadOnlyList<int> DependencyRefs { get; }

    // A composition may name every component: numbers, until the texts are wanted.
    private sealed class RefList(Sbom sbom, IReadOnlyList<int> numbers) : IReadOnlyList<string>
    {
        public int Count => numbers.Count;

        public string this[int index] => sbom.RefText(numbers[index]);

        public IEnumerator<string> GetEnumerator() => numbers.Select(sbom.RefText).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
