using Marque.Components.Purls;

namespace Marque.Triage;

/// <summary>A vulnerability of a component in a release, as it is known today: what decisions are asked about.</summary>
/// <param name="Release">The release; null: the bill of materials belongs to none.</param>
/// <param name="Parts">The parts of the product that hold the component; empty: the product has none. A decision limited to parts answers for these parts alone.</param>
/// <param name="Component">The component.</param>
/// <param name="Ids">Every id of the vulnerability.</param>
public sealed record TriageSubject(string? Release, IReadOnlyList<string> Parts, Purl Component, IReadOnlyList<string> Ids)
{
    /// <summary>The ranges and listed versions by which it was found: package and text.</summary>
    public IReadOnlyList<string> Ranges { get; init; } = [];

    /// <summary>Whether it is known to be exploited.</summary>
    public bool Exploited { get; init; }

    /// <summary>The probability of exploitation (EPSS), 0 to 1; null: it has no score.</summary>
    public double? Epss { get; init; }
}
