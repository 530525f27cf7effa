using Marque.Facts;
using Marque.Text;
using NodaTime;

namespace Marque.Cases;

/// <summary>How far a requirement is implemented, as declared.</summary>
public enum Status
{
    /// <summary>Implemented.</summary>
    Implemented,

    /// <summary>Partly implemented.</summary>
    Partly,

    /// <summary>Planned.</summary>
    Planned,

    /// <summary>Not implemented.</summary>
    NotImplemented,
}

/// <summary>How a part or process meets one requirement.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Parts">The parts it speaks of; empty: all.</param>
/// <param name="Status">How far.</param>
/// <param name="How">How it is met, in the manufacturer's words.</param>
/// <param name="Evidence">The series that show it.</param>
/// <param name="Releases">The releases it holds for.</param>
/// <param name="Process">The id of the process case it comes from; null: this case.</param>
/// <param name="Digest">Record digest.</param>
/// <param name="Place">Where it is written.</param>
public sealed record Statement(RequirementRef Requirement, IReadOnlyList<string> Parts, Status Status, string How, IReadOnlyList<(string Series, Place Place)> Evidence, ReleaseRange Releases, string? Process, Digest Digest, Place Place)
{
    /// <summary>Why it is not met, or not fully, for the time being; null: no exception is recorded. It raises no verdict.</summary>
    public StatedException? Exception { get; init; }
}

/// <summary>A requirement that is not met, or not fully, for the time being.</summary>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Compensating">What is done instead until then.</param>
/// <param name="Until">The last day it holds for, a day in Brussels.</param>
/// <param name="Because">Why.</param>
public sealed record StatedException(string Owner, IReadOnlyList<string> Compensating, LocalDate Until, string Because);

/// <summary>Which of the two roles of process evidence a series plays.</summary>
public enum EvidenceRole
{
    /// <summary>Neither stated.</summary>
    None,

    /// <summary>The process is defined: a procedure, or a certificate with its scope and edition.</summary>
    Defined,

    /// <summary>The process is practised: a record of this release or period.</summary>
    Practised,
}

/// <summary>A series of facts: what is observed again and again, or a single document.</summary>
public sealed record Series
{
    /// <summary>Its id in the case.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of artefact; null: detected from content.</summary>
    public FactKind? Kind { get; init; }

    /// <summary>Title for people.</summary>
    public string? Title { get; init; }

    /// <summary>Path of the artefact relative to the case, or URL of a recorded page; a fact may name its own.</summary>
    public string? Path { get; init; }

    /// <summary>The verification method: test, analysis, inspection, review, audit, certificate, record.</summary>
    public string? Method { get; init; }

    /// <summary>Its role for process requirements.</summary>
    public EvidenceRole Role { get; init; }

    /// <summary>The parts it speaks of; empty: all.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>What is expected of each artefact.</summary>
    public Expectation Expectation { get; init; } = Expectation.None;

    /// <summary>The longest interval between two results (a scheduled test or review, Annex I Part II(3)), in days; null: none.</summary>
    public int? EveryDays { get; init; }

    /// <summary>The registered facts, in file order.</summary>
    public IReadOnlyList<RegisteredFact> Facts { get; init; } = [];

    /// <summary>The id of the process case it comes from; null: this case.</summary>
    public string? Process { get; init; }

    /// <summary>Record digest of the definition, without the facts.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Where it is defined.</summary>
    public required Place Place { get; init; }
}

/// <summary>A registered fact: an artefact observed once.</summary>
public sealed record RegisteredFact
{
    /// <summary>SHA-256 of its bytes.</summary>
    public required Digest Sha256 { get; init; }

    /// <summary>Path relative to the case; default: the series'.</summary>
    public string? Path { get; init; }

    /// <summary>When it was observed (the test ran, the document was approved).</summary>
    public required Instant ObservedAt { get; init; }

    /// <summary>When the case received it; default: when observed.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>The instant after which it is stale; null: by policy.</summary>
    public Instant? ValidUntil { get; init; }

    /// <summary>The releases it was observed on.</summary>
    public required ReleaseRange Releases { get; init; }

    /// <summary>What its content check found at registration; null: not recorded.</summary>
    public Outcome? Found { get; init; }

    /// <summary>Record digest.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Where it is registered.</summary>
    public required Place Place { get; init; }
}
