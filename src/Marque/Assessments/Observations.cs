using Marque.Facts;
using Marque.Text;

namespace Marque.Assessments;

/// <summary>What the edge saw of a registered fact's artefact.</summary>
/// <param name="Sha256">The digest of the bytes found; null: they cannot be found or read.</param>
/// <param name="Check">What their content says; null without bytes.</param>
/// <param name="Because">Why there are no bytes; null otherwise.</param>
public sealed record Observation(Digest? Sha256, Check? Check, string? Because = null);

/// <summary>The observations of all registered facts of a case, by the fact's record digest within its series.</summary>
/// <param name="Seen">The observations by (series id, record digest of the registered fact). What is not in it was not looked for and counts as missing.</param>
public sealed record Observations(IReadOnlyDictionary<(string Series, Digest Fact), Observation> Seen)
{
    /// <summary>Nothing was observed.</summary>
    public static Observations None { get; } = new(new Dictionary<(string, Digest), Observation>());
}
