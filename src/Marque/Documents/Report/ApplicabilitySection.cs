using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;

namespace Marque.Documents.Report;

/// <summary>What applies and what does not, with reasons and risks: points (13(3), 13(4)), conditions, and the Statement of Applicability for catalog items.</summary>
internal static class ApplicabilitySection
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        if (scope.Index.Case.Risk is not { Applicability.Count: > 0 } risk) yield break;
        yield return scope.Section("applicability", scope.T["report.applicability"]);
        yield return new Paragraph(scope.T.Words("report.applicability.opening")) { IsSoft = true };
        yield return new Table(scope.T["report.applicability"], [new(scope.T["word.requirement"], 26) { IsKey = true }, new(scope.T["report.applicability.applies.column"], 15), new(scope.T["word.parts"], 12), new(scope.T["word.because"], 35), new(scope.T["word.risks"], 12)], [.. risk.Applicability.Select(a => Row(scope, a))]) { IsDense = true };
    }

    private static Row Row(Scope scope, Applicability entry)
    {
        var id = entry.Requirement.Id.Item;
        return new Row(
            [scope.Named(id), .. scope.Item(id) is { } item ? [new LineBreak(), new Run(scope.Title(item), Setting.Soft)] : Array.Empty<Inline>()],
            [entry.Applies ? scope.T["report.applicability.applies"] : IsDecided(scope, entry) ? new VerdictMark(Verdict.NotApplicable, scope.T["report.applicability.not"]) : new VerdictMark(Verdict.Claimed, scope.T["report.applicability.undecided"])],
            [Wording.Parts(scope.T, entry.Parts)],
            [entry.Because],
            [string.Join(", ", entry.Risks.Select(r => r.Risk))])
        { Facets = new(entry.Applies ? null : IsDecided(scope, entry) ? Verdict.NotApplicable.Word() : Verdict.Claimed.Word(), null, entry.Parts) };
    }

    private static bool IsDecided(Scope scope, Applicability entry) => scope.Mentions.Has($"applicability:{entry.Place}", "not-applicable");
}
