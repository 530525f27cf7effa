namespace Marque.Facts;

/// <summary>What a series expects of its artefacts beyond being sound: which tests, rules, thresholds, words, signers.</summary>
public sealed record Expectation
{
    /// <summary>No expectation beyond the kind's own.</summary>
    public static Expectation None { get; } = new();

    /// <summary>Test name patterns (<c>*</c> any text, matched on <c>class.name</c> or <c>name</c>): each must match an executed test, and only matching tests are judged.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    /// <summary>The least number of executed tests (passed or failed).</summary>
    public int? MinTests { get; init; }

    /// <summary>SARIF rule ids that must be among the run's rules; findings of other rules still count.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>The tool name that must have produced the SARIF log.</summary>
    public string? Tool { get; init; }

    /// <summary>The highest level of unsuppressed SARIF result that is tolerated: <c>none</c>, <c>note</c>, <c>warning</c>; default <c>warning</c> (an error contradicts).</summary>
    public string? MaxLevel { get; init; }

    /// <summary>The least line rate of a coverage report, 0 to 1.</summary>
    public double? MinLineRate { get; init; }

    /// <summary>The least number of components of an SBOM.</summary>
    public int? MinComponents { get; init; }

    /// <summary>The name the SBOM's or threat model's subject must have.</summary>
    public string? Subject { get; init; }

    /// <summary>The version the SBOM's subject must have.</summary>
    public string? SubjectVersion { get; init; }

    /// <summary>Whether every threat of a threat model must be mitigated, accepted with reason, or not applicable.</summary>
    public bool ThreatsTreated { get; init; }

    /// <summary>Texts that must occur in a document, web page or log (ordinal, case-insensitive, white space folded).</summary>
    public IReadOnlyList<string> Contains { get; init; } = [];

    /// <summary>Texts that must not occur in a document, web page or log.</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];

    /// <summary>The in-toto predicate type an attestation must have.</summary>
    public string? PredicateType { get; init; }

    /// <summary>SHA-256 digests that must be among an attestation's subjects.</summary>
    public IReadOnlyList<Marque.Text.Digest> SubjectDigests { get; init; } = [];

    /// <summary>Public keys (PEM) of which one must have signed an attestation, commit or tag.</summary>
    public IReadOnlyList<string> SignerKeys { get; init; } = [];
}
