using Marque.Components.Conformance;
using Marque.Text;

namespace Marque.Components.Checks;

/// <summary>What is asked of a file besides its content.</summary>
/// <param name="File">Its name, for places.</param>
/// <param name="Release">The release it should be of; null: none was named.</param>
/// <param name="Conformance">What its format has against it; null: not asked.</param>
public sealed record QualityQuestion(string File, string? Release = null, ConformanceResult? Conformance = null);

/// <summary>Checks a bill of materials against the law and against practice. Linear in components and relationships; no score: every outcome has its reason.</summary>
public static class Quality
{
    /// <summary>How many components an outcome names.</summary>
    public const int MostExamples = 5;

    /// <summary>Checks a file.</summary>
    /// <param name="sbom">What it says.</param>
    /// <param name="question">What is asked of it.</param>
    /// <param name="sets">The rules, in the order of the outcomes.</param>
    /// <returns>One outcome for each rule.</returns>
    public static IReadOnlyList<QualityCheck> Check(Sbom sbom, QualityQuestion question, IEnumerable<QualityRuleSet> sets)
    {
        var seen = new QualityFields(sbom, question.File);
        var checks = new List<QualityCheck>();
        foreach (var set in sets)
        {
            foreach (var rule in set.Rules) checks.Add(Of(seen, question, set, rule));
        }

        return checks;
    }

    /// <summary>The outcomes whose sources the word asks for, and that fall short: what a gate looks at.</summary>
    public static IEnumerable<QualityCheck> FallingShort(IEnumerable<QualityCheck> checks, string word) => checks.Where(c => c.FallsShort && QualityRules.Chooses(word, c.Set));

    private static QualityCheck Of(QualityFields seen, QualityQuestion question, QualityRuleSet set, QualityRule rule)
    {
        var found = Test(seen, question, rule);
        // What is asked for where it exists is not missing because it is not there.
        if (found.Result == QualityResult.NotMet && rule.Level != QualityLevel.Required)
        {
            found = found with { Result = QualityResult.Unknown, Because = rule.Level == QualityLevel.Optional ? $"optional; {found.Because}" : $"asked for where it exists; {found.Because}" };
        }

        return new QualityCheck(set, rule, found.Result, found.Because) { Of = found.Of, Failing = found.Failing, Examples = found.Examples };
    }

    private static QualityFinding Test(QualityFields seen, QualityQuestion question, QualityRule rule) => rule.Test switch
    {
        "format" => QualityLaw.Format(seen.Sbom, question.Conformance),
        "software" => QualityLaw.Software(seen),
        "top-level" => QualityTopLevel.Of(seen),
        "subject" => QualityLaw.Subject(seen.Sbom, question.Release),
        "format-at-least" => QualityDocument.FormatAtLeast(seen.Sbom, rule.Parameter ?? ""),
        "no-vulnerabilities" => QualityDocument.NoVulnerabilities(seen.Sbom),
        "sbom-creator" => QualityDocument.Creator(seen.Sbom),
        "sbom-author" => QualityDocument.Author(seen.Sbom),
        "timestamp" => QualityDocument.Timestamp(seen.Sbom),
        "sbom-uri" => QualityDocument.Uri(seen.Sbom),
        "sbom-version" => QualityDocument.Version(seen.Sbom),
        "generation-context" => QualityDocument.GenerationContext(seen.Sbom),
        "tool" => QualityDocument.Tool(seen.Sbom),
        "signature" => QualityDocument.Signature(seen.Sbom),
        "dependencies" => QualityGraph.Dependencies(seen),
        "recursive" => QualityGraph.Recursive(seen),
        "completeness" => QualityGraph.Completeness(seen),
        "relationship" => QualityGraph.Relationship(seen),
        _ => QualityComponents.Of(seen, rule),
    };
}

/// <summary>What a predicate found.</summary>
internal sealed record QualityFinding(QualityResult Result, string Because, int Of = 0, int Failing = 0)
{
    public IReadOnlyList<QualityExample> Examples { get; init; } = [];

    public static QualityFinding Met(string because) => new(QualityResult.Met, because);

    public static QualityFinding NotMet(string because) => new(QualityResult.NotMet, because);

    public static QualityFinding Unknown(string because) => new(QualityResult.Unknown, because);
}
