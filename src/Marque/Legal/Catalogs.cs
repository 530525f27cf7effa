using Marque.Text;

namespace Marque.Legal;

/// <summary>A catalog of requirements in one edition.</summary>
/// <param name="Id"><c>iec62443-4-1</c>.</param>
/// <param name="Edition"><c>2018</c>.</param>
/// <param name="Title">The standard's reference.</param>
/// <param name="IsProcess">Whether its requirements ask for processes (4-1), so that both roles of evidence are needed.</param>
/// <param name="Items">The requirements and enhancements.</param>
public sealed record Catalog(string Id, string Edition, string Title, bool IsProcess, IReadOnlyList<CatalogItem> Items)
{
    /// <summary>The practices (4-1) or foundational requirements (4-2) that <see cref="CatalogItem.Group"/> names, in the order of the standard: id and short title.</summary>
    public IReadOnlyList<(string Id, string Title)> Groups { get; init; } = [];
}

/// <summary>A requirement, an enhancement or a common constraint of a catalog: identifiers, short titles and facts; the summary is ours.</summary>
/// <param name="Id"><c>SM-9</c>, <c>CR 3.4 RE(2)</c>, <c>CCSC 1</c>.</param>
/// <param name="Title">Short title.</param>
/// <param name="Summary">What it asks, in our words.</param>
/// <param name="Clause">Clause number.</param>
/// <param name="ComponentTypes">Component types it exists for; empty: all.</param>
/// <param name="FirstLevel">The lowest security level (1 to 4) that asks for it; null: none.</param>
/// <param name="LevelConfidence">How well the level is verified, such as <c>verified</c> or <c>single-source</c>; null without a level.</param>
/// <param name="EnhancementOf">The base requirement of an enhancement; null otherwise.</param>
/// <param name="Digest">Record digest of the entry.</param>
public sealed record CatalogItem(string Id, string Title, string Summary, string? Clause, IReadOnlyList<string> ComponentTypes, int? FirstLevel, string? LevelConfidence, string? EnhancementOf, Digest Digest)
{
    /// <summary>The practice (<c>SM</c>) or foundational requirement (<c>IAC</c>) it belongs to; null for common constraints.</summary>
    public string? Group { get; init; }

    /// <summary>What typically shows it, in our words.</summary>
    public IReadOnlyList<string> TypicalEvidence { get; init; } = [];

    /// <summary>Where sources differ on the level; null where they do not.</summary>
    public string? LevelNote { get; init; }
}

/// <summary>Whether a pair is needed for the point or only helps.</summary>
public enum PairRole
{
    /// <summary>Scored.</summary>
    Required,

    /// <summary>Shown, never scored.</summary>
    Supporting,
}

/// <summary>A reviewed, versioned, directional mapping from catalogs to Annex I.</summary>
/// <param name="Id"><c>iec62443-to-cra</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Status"><c>draft</c> until reviewed by a person with the standard at hand; a draft of a case's own gives at most <c>claimed</c>.</param>
/// <param name="From">The catalogs it maps from, <c>iec62443-4-1:2018</c>.</param>
/// <param name="Points">The points with their pairs.</param>
/// <param name="Digest">Record digest of the whole bridge.</param>
public sealed record Bridge(string Id, string Version, string Status, IReadOnlyList<string> From, IReadOnlyList<BridgePoint> Points, Digest Digest)
{
    /// <summary>The legend of the source codes used by the pairs.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>The pairs of one point, and what the point leaves open.</summary>
/// <param name="Point"><c>I.2.e</c>.</param>
/// <param name="Overall">All listed requirements together: <c>full</c>, <c>partial</c>, <c>none</c>; never presumption.</param>
/// <param name="Confidence"><c>high</c>, <c>medium</c>, <c>low</c>.</param>
/// <param name="Floor">The lowest security level at which every required item is asked for; null without required level items.</param>
/// <param name="Residual">What stays open, in our words.</param>
/// <param name="Pairs">The pairs.</param>
/// <param name="Digest">Record digest of the point with its pairs: what an adoption stands on.</param>
public sealed record BridgePoint(string Point, string Overall, string Confidence, int? Floor, IReadOnlyList<string> Residual, IReadOnlyList<Pair> Pairs, Digest Digest)
{
    /// <summary>How the floor came about; null where nothing is to be said.</summary>
    public string? FloorNote { get; init; }

    /// <summary>Where public sources disagree about the point; null where nothing is known.</summary>
    public string? Disagreement { get; init; }
}

/// <summary>One pair of a bridge.</summary>
/// <param name="Catalog"><c>iec62443-4-2</c>.</param>
/// <param name="Item"><c>CR 4.1</c>; <c>selected-set</c> expands to the items selected for the parts.</param>
/// <param name="Relation"><c>full</c>, <c>partial</c>.</param>
/// <param name="Role">Required or supporting.</param>
/// <param name="Rationale">Why the pair exists.</param>
/// <param name="RoleBecause">Why the role.</param>
/// <param name="Sources">Codes of the sources; <c>OWN</c>: our own judgement.</param>
/// <param name="Digest">Record digest of the pair.</param>
public sealed record Pair(string Catalog, string Item, string Relation, PairRole Role, string Rationale, string RoleBecause, IReadOnlyList<string> Sources, Digest Digest);

/// <summary>What a perfect 62443 file leaves open: a requirement of its own (catalog <c>remainder</c>).</summary>
/// <param name="Id"><c>updates.opt-out</c>.</param>
/// <param name="Target">The point (<c>I.2.c</c>) or obligation (<c>13(19)</c>, <c>14</c>, <c>Annex II(7)</c>) it feeds.</param>
/// <param name="Title">Short title.</param>
/// <param name="Demand">What is asked; words in curly quotes are the Regulation's.</param>
/// <param name="Tag">On what it rests; only LAW enters a LAW verdict.</param>
/// <param name="Basis">The provision or source.</param>
/// <param name="Condition">The law's own words; the only way to be not applicable; null: always applies where the target does.</param>
/// <param name="Workstream">sbom, reporting, support, privacy, updates, cvd, defaults, availability, other.</param>
/// <param name="Shows">What typically shows it.</param>
/// <param name="Computable">Whether a program can decide it from data.</param>
/// <param name="Digest">Record digest of the entry.</param>
public sealed record RemainderItem(string Id, string Target, string Title, string Demand, Tag Tag, string Basis, string? Condition, string Workstream, string Shows, bool Computable, Digest Digest)
{
    /// <summary>The files of a case, or snapshots, that hold or compute it.</summary>
    public IReadOnlyList<string> HeldIn { get; init; } = [];
}
