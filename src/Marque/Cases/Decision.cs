using Marque.Ledger;
using Marque.Legal;
using Marque.Text;
using NodaTime;

namespace Marque.Cases;

/// <summary>What a decision says.</summary>
public enum Judgement
{
    /// <summary>The given facts satisfy the requirement.</summary>
    Satisfied,

    /// <summary>They do not.</summary>
    NotSatisfied,

    /// <summary>A contradiction in the given facts does not speak against the requirement.</summary>
    Rebuts,

    /// <summary>The requirement is not applicable, as <c>risk.yaml</c> states it.</summary>
    NotApplicable,

    /// <summary>The bridge is adopted for the points that <c>marque.yaml</c> names.</summary>
    Adopts,

    /// <summary>The classification is right.</summary>
    Classifies,
}

/// <summary>The judgement of a named person with a role, on the digests it stood on.</summary>
public sealed record Decision : SignedDecision
{
    /// <summary>The requirement; for other subjects: <c>risk-assessment</c>, <c>classification</c>, <c>bridge:ID</c>, <c>instrument:REFERENCE</c>.</summary>
    public required RequirementRef Subject { get; init; }

    /// <summary>The parts it speaks of; empty: all.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>What it says.</summary>
    public required Judgement Judgement { get; init; }

    /// <summary>The series it rests on.</summary>
    public IReadOnlyList<(string Series, Place Place)> Facts { get; init; } = [];

    /// <summary>Single facts by digest that it rests on (or rebuts).</summary>
    public IReadOnlyList<Digest> FactDigests { get; init; } = [];

    /// <inheritdoc/>
    public override string Title => Subject.Id.ToString();

    /// <inheritdoc/>
    public override string DecidedOn => Judgement switch
    {
        Judgement.NotApplicable => "applicability",
        Judgement.Classifies => "classification",
        Judgement.Adopts => "bridges",
        Judgement.Rebuts => "rebuttals",
        _ when Subject.Id.Catalog == "instrument" => "instruments",
        _ => Subject.Id.Item is "risk-assessment" or "classification" ? Subject.Id.Item : "requirements",
    };

    /// <inheritdoc/>
    public override string PayloadType => People.DecisionPayloadType;

    /// <summary>The digests it stood on, by name: <c>requirement</c>, <c>statement</c>, <c>pair:I.2.d</c>, <c>series:ID</c>, <c>fact:ID</c>, <c>risk:ID</c>, <c>applicability</c>, <c>process:ID</c>, <c>adoption</c>, <c>classification</c>, <c>risk-assessment</c>, <c>restriction:ID</c>, <c>answer:ID</c>.</summary>
    public IReadOnlyList<(string Name, Digest Digest)> StoodOn { get; init; } = [];

    /// <summary>Why.</summary>
    public required string Rationale { get; init; }

    /// <summary>The releases it holds for.</summary>
    public ReleaseRange Releases { get; init; } = ReleaseRange.All;
}

/// <summary>A signature over a record's canonical bytes: DSSE (payload type <c>application/vnd.marque.decision+json</c>, <c>...triage+json</c> or <c>...people+json</c>) or SSHSIG (namespace <c>marque</c>).</summary>
/// <param name="Key">The id of the signing key, <c>SHA256:...</c>.</param>
/// <param name="Dsse">The DSSE signature bytes; null with SSHSIG.</param>
/// <param name="SshSig">The armoured SSHSIG; null with DSSE.</param>
/// <param name="Place">Where.</param>
public sealed record RecordSignature(string Key, ReadOnlyMemory<byte>? Dsse, string? SshSig, Place Place)
{
    /// <summary>Whether the key made this signature over the record; that the entry names the key is asked too.</summary>
    /// <param name="key">The key.</param>
    /// <param name="payloadType">The DSSE payload type: a signature on one kind of record does not count for another.</param>
    /// <param name="record">The canonical bytes of the record without its signatures.</param>
    public bool IsBy(PublicKey key, string payloadType, ReadOnlyMemory<byte> record)
    {
        if (Key != key.Id) return false;
        if (Dsse is { } dsse) return key.Verify(Ledger.Dsse.Pae(payloadType, record.Span), dsse.Span);
        return SshSignature.TryParse(SshSig, out var ssh, key) && ssh!.Verify(record.Span, key, People.SshNamespace);
    }
}

/// <summary>Who may decide what.</summary>
public sealed record People
{
    /// <summary>DSSE payload type of <c>people.yaml</c>.</summary>
    public const string PayloadType = "application/vnd.marque.people+json";

    /// <summary>DSSE payload type of a decision.</summary>
    public const string DecisionPayloadType = "application/vnd.marque.decision+json";

    /// <summary>DSSE payload type of a triage decision.</summary>
    public const string TriagePayloadType = "application/vnd.marque.triage+json";

    /// <summary>SSHSIG namespace of all.</summary>
    public const string SshNamespace = "marque";

    /// <summary>The root key that the file itself names (PEM or OpenSSH); null: none.</summary>
    public string? RootKey { get; init; }

    /// <summary>The persons.</summary>
    public required IReadOnlyList<Person> Persons { get; init; }

    /// <summary>The roles.</summary>
    public required IReadOnlyList<DecidingRole> Roles { get; init; }

    /// <summary>Keys that no longer count, with what stays of what they signed.</summary>
    public IReadOnlyList<RevokedKey> Revoked { get; init; } = [];

    /// <summary>The signatures over the file without them.</summary>
    public IReadOnlyList<RecordSignature> Signatures { get; init; } = [];

    /// <summary>The canonical bytes that the signatures cover.</summary>
    public required ReadOnlyMemory<byte> SignedBytes { get; init; }

    /// <summary>Where.</summary>
    public required Place Place { get; init; }

    /// <summary>Whether the key signed the file as it stands.</summary>
    public bool IsSignedBy(PublicKey key) => Signatures.Any(s => s.IsBy(key, PayloadType, SignedBytes));

    /// <summary>Whether a signature of that key on the decision still counts.</summary>
    /// <remarks>A date in a decision is its signer's word; whoever holds a revoked key can write an earlier one. So what stays is named by digest, by who revokes.</remarks>
    public bool Counts(PublicKey key, SignedDecision decision) =>
        Revoked.All(r => r.Key != key.Id || (r.Stays.Contains(decision.Digest) && BrusselsDay.StartOf(decision.On) <= r.From));
}

/// <summary>A key revoked.</summary>
/// <param name="Key">Its id, <c>SHA256:...</c>.</param>
/// <param name="From">From when on.</param>
/// <param name="Because">Why.</param>
/// <param name="Stays">The digests of the decisions signed with it that still count; all others fall.</param>
/// <param name="Place">Where.</param>
public sealed record RevokedKey(string Key, Instant From, string Because, IReadOnlyList<Digest> Stays, Place Place);

/// <summary>A person who decides, named by function.</summary>
/// <param name="Id">Id used by decisions.</param>
/// <param name="Name">Name or function.</param>
/// <param name="Roles">Roles held.</param>
/// <param name="Keys">Public keys (PEM or OpenSSH).</param>
/// <param name="Place">Where.</param>
public sealed record Person(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Keys, Place Place);

/// <summary>What holders of a role may decide.</summary>
/// <param name="Id">The role.</param>
/// <param name="May">Subjects: <c>requirements</c>, <c>applicability</c>, <c>classification</c>, <c>bridges</c>, <c>rebuttals</c>, <c>risk-assessment</c>, <c>instruments</c>, <c>triage</c>.</param>
/// <param name="FourEyes">Of these, the ones that need a second approver.</param>
/// <param name="Place">Where.</param>
public sealed record DecidingRole(string Id, IReadOnlyList<string> May, IReadOnlyList<string> FourEyes, Place Place)
{
    /// <summary>Everything that a role may decide.</summary>
    public static IReadOnlyList<string> Subjects => PeopleFile.Subjects;
}
