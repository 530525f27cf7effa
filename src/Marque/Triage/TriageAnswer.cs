using Marque.Cases.Declared;

namespace Marque.Triage;

/// <summary>What stands of a vulnerability in a component of a release.</summary>
/// <param name="State">Whether it is decided.</param>
/// <param name="Decision">The decision that speaks of it, in force or not; null: there is none.</param>
/// <param name="Reasons">Why it is not in force, or what else is to be known of it.</param>
public sealed record TriageAnswer(TriageState State, TriageDecision? Decision, IReadOnlyList<TriageReason> Reasons)
{
    /// <summary>Nobody decided anything.</summary>
    public static TriageAnswer None { get; } = new(TriageState.Undecided, null, []);

    /// <summary>Where the parts that hold the component have answers of their own: each part with its answer. This one is the weakest of them.</summary>
    public IReadOnlyList<(string Part, TriageAnswer Answer)> ByPart { get; init; } = [];

    /// <summary>Earlier decisions that it supersedes, the latest first.</summary>
    public IReadOnlyList<TriageDecision> Superseded { get; init; } = [];

    /// <summary>The status in force; null: it is open.</summary>
    public TriageStatus? Status => State == TriageState.InForce ? Decision!.Status : null;

    /// <summary>Whether the vulnerability needs nobody's attention any more: it is decided, by an attested decision in force, that the release is not affected, or holds the fix.</summary>
    public bool IsSettled => State == TriageState.InForce && (Decision!.Clears || Decision.Status == TriageStatus.Fixed);
}

/// <summary>Whether a vulnerability is decided.</summary>
public enum TriageState
{
    /// <summary>No decision speaks of it.</summary>
    Undecided,

    /// <summary>A decision does, and is not attested: a proposal.</summary>
    Proposed,

    /// <summary>A decision did, and something has changed since.</summary>
    Reopened,

    /// <summary>A decision did, and its date has passed.</summary>
    Expired,

    /// <summary>It is decided.</summary>
    InForce,
}

/// <summary>The words of states.</summary>
public static class TriageStates
{
    private static readonly string[] Words = ["undecided", "proposed", "reopened", "expired", "in-force"];

    /// <summary>As outputs have it.</summary>
    public static string Word(this TriageState state) => Words[(int)state];
}

/// <summary>A reason.</summary>
/// <param name="Rule">Its name: <c>version</c>, <c>exploited</c>, <c>range</c>, <c>epss</c>, <c>expired</c>, <c>unattested</c>, <c>carried</c>, <c>contradicted</c>, <c>not-recorded</c>, <c>part</c>.</param>
/// <param name="Text">In words.</param>
public sealed record TriageReason(string Rule, string Text);
