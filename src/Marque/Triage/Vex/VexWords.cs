using Marque.Cases.Declared;

namespace Marque.Triage.Vex;

/// <summary>The words that OpenVEX and CSAF share, and what they have none for.</summary>
internal static class VexWords
{
    /// <summary>What is said where a product is affected and nobody said what to do.</summary>
    public const string NoAction = "No remedy is known yet.";

    private const string Wrongly = "The vulnerability was attributed to the component wrongly.";

    /// <summary>The status.</summary>
    public static string Status(TriageStatus status) => status == TriageStatus.FalsePositive ? TriageStatus.NotAffected.Word() : status.Word();

    /// <summary>The justification and the impact of one that is not affected; of others, the impact alone.</summary>
    public static (string? Justification, string? Impact) NotAffected(VexStatement s, Losses losses, int statements)
    {
        if (s.Status == TriageStatus.FalsePositive)
        {
            losses.Add("false_positive: said as not_affected, with the impact in words", statements);
            return (null, s.Impact is null ? Wrongly : $"{Wrongly} {s.Impact}");
        }

        if (s.Status != TriageStatus.NotAffected || s.Justification is not { } why) return (null, s.Impact);
        if (why.Vex is null)
        {
            losses.Add($"justification {why.Word}: only CycloneDX has it; said in words as the impact", statements);
            var words = Sentence(why.Meaning);
            return (null, s.Impact is null ? words : $"{words} {s.Impact}");
        }

        if (why.Vex != why.Word && Justification.Of(why.Vex)!.CycloneDx != why.Word) losses.Add($"justification {why.Word}: said as {why.Vex}, which says less", statements);
        return (why.Vex, s.Impact);
    }

    /// <summary>A clause as a sentence.</summary>
    public static string Sentence(string clause) => $"{char.ToUpperInvariant(clause[0])}{clause[1..]}.";
}
