using System.Text;
using Marque.Facts;
using Marque.Ledger;
using Marque.Text;

namespace Marque.Assessments;

/// <summary>What the edge saw of a registered fact's artefact.</summary>
/// <param name="Sha256">The digest of the bytes found; null: they cannot be found or read.</param>
/// <param name="Check">What their content says; null without bytes.</param>
/// <param name="Because">Why there are no bytes; null otherwise.</param>
public sealed record Observation(Digest? Sha256, Check? Check, string? Because = null);

/// <summary>The observations of all registered facts of a case, by the fact's record digest within its series.</summary>
public sealed class Observations
{
    private readonly Lazy<Digest> digest;

    /// <summary>Gathers observations. What is not among them was not looked for and counts as missing.</summary>
    /// <param name="seen">The observations by (series id, record digest of the registered fact).</param>
    public Observations(IReadOnlyDictionary<(string Series, Digest Fact), Observation> seen)
    {
        Seen = seen;
        digest = new(Root);
    }

    /// <summary>Nothing was observed.</summary>
    public static Observations None { get; } = new(new Dictionary<(string, Digest), Observation>());

    /// <summary>The observations.</summary>
    public IReadOnlyDictionary<(string Series, Digest Fact), Observation> Seen { get; }

    /// <summary>The Merkle root over one line per observation, in the order of series and fact.</summary>
    public Digest Digest => digest.Value;

    private Digest Root() => MerkleTree.Root([.. Seen.OrderBy(s => s.Key.Series, StringComparer.Ordinal).ThenBy(s => s.Key.Fact)
        .Select(s => MerkleTree.Leaf(Encoding.UTF8.GetBytes($"fact {s.Key.Series} {s.Key.Fact} {s.Value.Sha256?.ToString() ?? "missing"} {s.Value.Check?.Kind.Word()} {s.Value.Check?.Outcome}")))]);
}
