using Marque.Ledger;
using Marque.Text;
using NodaTime;

namespace Marque.Cases;

/// <summary>What a named person with a role decided, whatever about: it counts once it is signed by a key that <c>people.yaml</c> allows.</summary>
public abstract record SignedDecision
{
    /// <summary>Who decided (id in <c>people.yaml</c>).</summary>
    public required string By { get; init; }

    /// <summary>In which role.</summary>
    public required string Role { get; init; }

    /// <summary>The day of the decision; it counts from the start of that day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The last day it is in force; null: open.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The second approver; null: none.</summary>
    public (string By, string Role)? Second { get; init; }

    /// <summary>The signatures over the canonical form without them.</summary>
    public IReadOnlyList<RecordSignature> Signatures { get; init; } = [];

    /// <summary>The canonical bytes that the signatures cover.</summary>
    public required ReadOnlyMemory<byte> SignedBytes { get; init; }

    /// <summary>The id of the process case it comes from; null: this case.</summary>
    public string? Process { get; init; }

    /// <summary>Record digest (of <see cref="SignedBytes"/>).</summary>
    public required Digest Digest { get; init; }

    /// <summary>Where it is written.</summary>
    public required Place Place { get; init; }

    /// <summary>What it is about, in a few words: an id.</summary>
    public abstract string Title { get; }

    /// <summary>What it is about, as the roles of <c>people.yaml</c> name it.</summary>
    public abstract string DecidedOn { get; }

    /// <summary>The DSSE payload type of its signatures: a signature on one kind of record does not count for another.</summary>
    public abstract string PayloadType { get; }

    /// <summary>Whether it needs a second approver whatever the roles ask.</summary>
    public virtual bool NeedsSecond => false;

    /// <summary>Whether a key signed it, revoked or not.</summary>
    public bool IsSignedBy(PublicKey key) => Signatures.Any(s => s.IsBy(key, PayloadType, SignedBytes));
}
