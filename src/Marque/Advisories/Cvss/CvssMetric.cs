using System.Collections.Frozen;

namespace Marque.Advisories.Cvss;

/// <summary>A metric of a version: its abbreviation, the values it may have, and whether a vector must have it.</summary>
/// <param name="Name">The abbreviation.</param>
/// <param name="Values">The abbreviations of its values; the index is what is kept.</param>
/// <param name="Mandatory">Whether it must be there.</param>
internal sealed record CvssMetric(string Name, string[] Values, bool Mandatory = false);

/// <summary>The metrics of a version in the order of its specification.</summary>
internal sealed class CvssMetrics
{
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byName;

    public CvssMetrics(string prefix, bool ordered, params CvssMetric[] metrics)
    {
        (Prefix, Ordered, All) = (prefix, ordered, metrics);
        byName = metrics.Select((m, i) => KeyValuePair.Create(m.Name, i)).ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What a vector begins with.</summary>
    public string Prefix { get; }

    /// <summary>Whether a vector must have them in this order.</summary>
    public bool Ordered { get; }

    public CvssMetric[] All { get; }

    public int IndexOf(ReadOnlySpan<char> name) => byName.TryGetValue(name, out var index) ? index : -1;
}
