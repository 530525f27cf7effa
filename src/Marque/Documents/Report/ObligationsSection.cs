using Marque.Assessments;
using Marque.Documents.Blocks;

namespace Marque.Documents.Report;

/// <summary>The obligations beyond Annex I of the case's role.</summary>
internal static class ObligationsSection
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        if (scope.A.Obligations.Count == 0) yield break;
        yield return scope.Section("obligations", scope.T["report.obligations"]);
        yield return new Paragraph(scope.T["report.obligations.opening"]) { IsSoft = true };
        yield return new Table(scope.T["report.obligations"], [new(scope.T["report.obligations.provision"], 15) { IsKey = true }, new(scope.T["report.obligations.obligation"], 30), new(scope.T["word.verdict"], 14), new(scope.T["word.because"], 23), new(scope.T["report.obligations.binds"], 10), new(scope.T["word.tag"], 8)],
            [.. scope.A.Obligations.Select(o => new Row(
                [o.Obligation.Id],
                [scope.T.Title($"cra:{o.Obligation.Id}") ?? o.Obligation.Title],
                [new VerdictMark(o.Verdict)],
                Because.InShort(scope, o.Why),
                [o.Binding.From(scope.T)],
                [new TagMark(o.Obligation.Tag)]) { Id = scope.AnchorOf(o.Obligation.Id), Facets = Wording.Facets(o.Why, o.Obligation.Tag) })]) { IsDense = true };
    }
}
