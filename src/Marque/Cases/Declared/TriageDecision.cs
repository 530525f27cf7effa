using Marque.Components.Purls;
using Marque.Text;

namespace Marque.Cases.Declared;

/// <summary>What a person decided of a vulnerability in a component of the product: <c>triage/**.yaml</c>.</summary>
public sealed record TriageDecision : SignedDecision
{
    /// <summary>The vulnerability, by any of its ids (CVE, GHSA, EUVD, the manufacturer's own).</summary>
    public required string Vulnerability { get; init; }

    /// <summary>Other ids of it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The component; with a version: as decided for that version; without: for every version. Null: the product's own code.</summary>
    public Purl? Component { get; init; }

    /// <summary>The parts of the product; empty: all that hold the component.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>The releases.</summary>
    public required TriageReleases Releases { get; init; }

    /// <summary>The status.</summary>
    public required TriageStatus Status { get; init; }

    /// <summary>Why the product is not affected; null: the impact says it in words.</summary>
    public Justification? Justification { get; init; }

    /// <summary>What the vulnerability means for the product, for readers outside; null: nothing is said.</summary>
    public string? Impact { get; init; }

    /// <summary>What users shall do, for readers outside; null: nothing.</summary>
    public string? Action { get; init; }

    /// <summary>What the manufacturer does about it.</summary>
    public IReadOnlyList<TriageResponse> Responses { get; init; } = [];

    /// <summary>Why it cannot be used effectively by an adversary under practical operational conditions, Article 3(41); null: it is not said that it cannot. Only where affected.</summary>
    public string? NotExploitable { get; init; }

    /// <summary>Why the risk is borne for now. It stays a gap (Annex I Part I(2)(a) knows no acceptance); null: it is not. Only where affected.</summary>
    public string? AcceptedRisk { get; init; }

    /// <summary>What was known when it was decided; null: not recorded.</summary>
    public TriageSight? Seen { get; init; }

    /// <summary>The probability of exploitation (EPSS, 0 to 1) from which it is to be decided anew; null: the default of <see cref="TriageSight"/>.</summary>
    public double? ReviewAtEpss { get; init; }

    /// <summary>Digests of earlier decisions that it takes the place of, also of the same day.</summary>
    public IReadOnlyList<Digest> Supersedes { get; init; } = [];

    /// <summary>The document of a supplier that it follows, as <c>openvex https://example.com/vex-1</c>; null: none.</summary>
    public string? Follows { get; init; }

    /// <summary>Why, for readers inside.</summary>
    public required string Rationale { get; init; }

    /// <summary>Every id of the vulnerability.</summary>
    public IEnumerable<string> Ids => [Vulnerability, .. Aliases];

    /// <summary>Whether it says that nobody has to fear the vulnerability: that needs four eyes.</summary>
    public bool Clears => Status is TriageStatus.NotAffected or TriageStatus.FalsePositive || NotExploitable is not null;

    /// <inheritdoc/>
    public override string Title => Component is null ? Vulnerability : $"{Vulnerability} in {Component}";

    /// <inheritdoc/>
    public override string DecidedOn => "triage";

    /// <inheritdoc/>
    public override string PayloadType => People.TriagePayloadType;

    /// <inheritdoc/>
    public override bool NeedsSecond => Clears;
}

/// <summary>The status of a product with regard to a vulnerability.</summary>
public enum TriageStatus
{
    /// <summary>Affected.</summary>
    Affected,

    /// <summary>Not known yet.</summary>
    UnderInvestigation,

    /// <summary>The release holds the fix.</summary>
    Fixed,

    /// <summary>Not affected.</summary>
    NotAffected,

    /// <summary>The vulnerability was attributed to the component wrongly (CycloneDX, <c>false_positive</c>).</summary>
    FalsePositive,
}

/// <summary>What the manufacturer does about a vulnerability (CycloneDX, <c>analysis.response</c>).</summary>
public enum TriageResponse
{
    /// <summary>There is, or will be, an update.</summary>
    Update,

    /// <summary>Going back to an earlier version helps.</summary>
    Rollback,

    /// <summary>There is a workaround.</summary>
    WorkaroundAvailable,

    /// <summary>It will not be mended.</summary>
    WillNotFix,

    /// <summary>It cannot be mended.</summary>
    CanNotFix,
}

/// <summary>What was known of a vulnerability in a component when it was decided on: what is new since then reopens the decision.</summary>
/// <param name="Ranges">The ranges and listed versions by which it was found, as findings show them.</param>
/// <param name="Exploited">Whether it was known to be exploited.</param>
/// <param name="Epss">The probability of exploitation (EPSS), 0 to 1; null: it had no score.</param>
public sealed record TriageSight(IReadOnlyList<string> Ranges, bool Exploited, double? Epss)
{
    /// <summary>A probability of exploitation that has risen by so much reopens a decision that does not name another.</summary>
    public const decimal EpssRise = 0.1m;
}
