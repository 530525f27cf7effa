using Marque.Assessments;
using Marque.Documents.Blocks;

namespace Marque.Documents.Report;

/// <summary>What would raise verdicts.</summary>
internal static class NextSteps
{
    private const int Most = 12;

    public static IEnumerable<Block> Of(Scope scope)
    {
        if (scope.A.Requirements.Count == 0) yield break;
        yield return scope.Section("next", scope.T["report.next"]);
        if (scope.A.Next.Count == 0) yield return new Paragraph(scope.T["report.next.none"]);
        else yield return new ItemList([.. scope.A.Next.Take(Most).Select(s => Step(scope, s))], IsNumbered: true);
        if (scope.A.Next.Count > Most) yield return new Paragraph(scope.T.Of("report.next.more", ("count", Wording.Number(scope.A.Next.Count - Most)))) { IsSoft = true };
    }

    private static IReadOnlyList<Block> Step(Scope scope, NextStep step) =>
    [
        new Paragraph(step.What.In(scope.T)),
        new Paragraph(step.Settles.Count > 0 ? scope.T.Words("report.next.settles", ("points", Wording.Joined(step.Settles.Select(scope.Named)))) : scope.T.Words("report.next.needed", ("points", Wording.Joined(step.Unblocks.Select(scope.Named))))) { IsSoft = true },
    ];
}
