namespace Marque.Assessments;

/// <summary>A reason: the rule that fired and what it fired on. Text is made when printed.</summary>
/// <param name="Rule">The rule, by its stable name, such as <c>suspect</c>.</param>
/// <param name="Refs">References such as <c>evidence:tls-test</c>, <c>decision:decisions/CR-4.1.yaml:3:1</c>, <c>law:13(4)</c>, <c>date:2026-11-24</c>.</param>
public sealed record Ground(string Rule, params IReadOnlyList<string> Refs)
{
    /// <summary>What stands behind the first reference with that prefix; empty when there is none.</summary>
    public string this[string prefix]
    {
        get
        {
            foreach (var reference in Refs)
            {
                if (reference.Length > prefix.Length && reference[prefix.Length] == ':' && reference.StartsWith(prefix, StringComparison.Ordinal)) return reference[(prefix.Length + 1)..];
            }

            return "";
        }
    }

    /// <summary>Equal when rule and references are.</summary>
    public bool Equals(Ground? other) => ReferenceEquals(this, other) || (other is not null && Rule == other.Rule && Refs.SequenceEqual(other.Refs, StringComparer.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Refs.Count > 0 ? Refs[0] : "");
}

/// <summary>A verdict with its reasons and what it was computed from.</summary>
/// <param name="What">What is judged: a requirement id, or a name such as <c>risk assessment</c>.</param>
/// <param name="Kind">requirement, part, route, pair, remainder, check, clause, contradiction.</param>
/// <param name="Part">The part it is judged for; null: the product.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Grounds">The reasons, never empty.</param>
/// <param name="From">What it is the weakest or best of.</param>
public sealed record Derivation(string What, string Kind, string? Part, Verdict Verdict, IReadOnlyList<Ground> Grounds, IReadOnlyList<Derivation> From)
{
    /// <summary>Shown, but never scored (a supporting pair).</summary>
    public bool IsShownOnly { get; init; }

    /// <summary>The tag and basis of a remainder item or obligation; null elsewhere.</summary>
    public Marque.Legal.Tag? Tag { get; init; }
}
