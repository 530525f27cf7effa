namespace Marque.Facts;

/// <summary>Expectations that a kind has no answer to: they were not checked, so the artefact does not prove them.</summary>
internal static class Unchecked
{
    /// <summary>The check, with a finding for every expectation that the kind knows nothing about.</summary>
    public static Check Add(Check check, Expectation expect)
    {
        if (check.Outcome == Outcome.Unreadable) return check;
        List<Finding> findings = [.. Names(check.Kind, expect).Select(n => new Finding("expectation.not-checked", $"'{n}' is expected, and nothing of kind {check.Kind.Word()} can be checked for it"))];
        if (findings.Count == 0) return check;
        return check with { Outcome = check.Outcome == Outcome.Supports ? Outcome.Vacuous : check.Outcome, Findings = [.. check.Findings, .. findings] };
    }

    private static IEnumerable<string> Names(FactKind kind, Expectation e)
    {
        var (model, document, sbom) = (
            kind is FactKind.ThreatDragon or FactKind.Threagile or FactKind.Pytm,
            kind is FactKind.Text or FactKind.Markdown or FactKind.Pdf or FactKind.Docx or FactKind.WebPage or FactKind.GitCommit or FactKind.GitTag,
            kind is FactKind.CycloneDx or FactKind.Spdx);
        if (e.Tests.Count > 0 && !kind.IsTest()) yield return "tests";
        if (e.MinTests is not null && !kind.IsTest()) yield return "minTests";
        if (e.Rules.Count > 0 && kind != FactKind.Sarif) yield return "rules";
        if (e.Tool is not null && kind != FactKind.Sarif) yield return "tool";
        if (e.MaxLevel is not null && kind != FactKind.Sarif) yield return "maxLevel";
        if (e.MinLineRate is not null && kind != FactKind.Cobertura) yield return "minLineRate";
        if (e.MinComponents is not null && !sbom) yield return "minComponents";
        if (e.Subject is not null && !sbom && !model) yield return "subject";
        if (e.SubjectVersion is not null && !sbom) yield return "subjectVersion";
        if (e.ThreatsTreated && !model) yield return "threatsTreated";
        if (e.Contains.Count > 0 && !document) yield return "contains";
        if (e.Excludes.Count > 0 && !document) yield return "excludes";
        if (e.PredicateType is not null && kind != FactKind.Attestation) yield return "predicateType";
        if (e.SubjectDigests.Count > 0 && kind != FactKind.Attestation) yield return "subjectDigests";
        if (e.SignerKeys.Count > 0 && kind is not (FactKind.Attestation or FactKind.GitCommit or FactKind.GitTag)) yield return "signerKeys";
    }
}
