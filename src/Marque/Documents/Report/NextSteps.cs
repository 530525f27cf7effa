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
        yield return scope.Section("next", "Next steps, the most useful first");
        if (scope.A.Next.Count == 0) yield return new Paragraph("None: no point falls short.");
        else yield return new ItemList([.. scope.A.Next.Take(Most).Select(s => Step(scope, s))], IsNumbered: true);
        if (scope.A.Next.Count > Most) yield return new Paragraph($"And {Wording.Number(scope.A.Next.Count - Most)} more, named at the points.") { IsSoft = true };
    }

    private static IReadOnlyList<Block> Step(Scope scope, NextStep step) =>
    [
        new Paragraph(step.Action),
        new Paragraph([step.Settles.Count > 0 ? "settles " : "needed for ", .. Wording.Joined((step.Settles.Count > 0 ? step.Settles : step.Unblocks).Select(scope.Named))]) { IsSoft = true },
    ];
}
