namespace Marque.Cases.Declared;

/// <summary>Why a product is not affected: a label of the status justifications by CISA, which OpenVEX and CSAF share, or one of CycloneDX (<c>analysis.justification</c>).</summary>
/// <param name="Word">The label as it was chosen.</param>
/// <param name="Vex">The label that OpenVEX and CSAF have for it; null: they have none that says the same or less.</param>
/// <param name="CycloneDx">The label that CycloneDX has for it; null: it has none.</param>
/// <param name="Meaning">What it says, in a clause.</param>
public sealed record Justification(string Word, string? Vex, string? CycloneDx, string Meaning)
{
    /// <summary>All labels.</summary>
    /// <remarks>A label stands for another only where what it says follows: a protection at the perimeter, say, is none built into the product, as an inline mitigation is.</remarks>
    public static IReadOnlyList<Justification> All { get; } =
    [
        new("component_not_present", "component_not_present", "code_not_present", "the component is not in the product"),
        new("vulnerable_code_not_present", "vulnerable_code_not_present", "code_not_present", "the vulnerable code is not in the product"),
        new("vulnerable_code_not_in_execute_path", "vulnerable_code_not_in_execute_path", "code_not_reachable", "the vulnerable code is never executed"),
        new("vulnerable_code_cannot_be_controlled_by_adversary", "vulnerable_code_cannot_be_controlled_by_adversary", null, "an adversary cannot control the vulnerable code"),
        new("inline_mitigations_already_exist", "inline_mitigations_already_exist", "protected_by_mitigating_control", "mitigations built in prevent its use"),
        new("code_not_present", "vulnerable_code_not_present", "code_not_present", "the vulnerable code is not in the product"),
        new("code_not_reachable", "vulnerable_code_not_in_execute_path", "code_not_reachable", "the vulnerable code is never executed"),
        new("requires_configuration", null, "requires_configuration", "it would need another configuration"),
        new("requires_dependency", null, "requires_dependency", "it would need a dependency that is not there"),
        new("requires_environment", null, "requires_environment", "it would need another environment"),
        new("protected_by_compiler", "inline_mitigations_already_exist", "protected_by_compiler", "options of the compiler prevent its use"),
        new("protected_at_runtime", "inline_mitigations_already_exist", "protected_at_runtime", "its use is prevented at run time"),
        new("protected_at_perimeter", null, "protected_at_perimeter", "its use is prevented at the perimeter"),
        new("protected_by_mitigating_control", "inline_mitigations_already_exist", "protected_by_mitigating_control", "mitigations built in prevent its use"),
    ];

    /// <summary>The words of all labels.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. All.Select(j => j.Word)];

    /// <summary>The label with that word; null: there is none.</summary>
    public static Justification? Of(string word) => All.FirstOrDefault(j => j.Word == word);

    /// <inheritdoc/>
    public override string ToString() => Word;
}
