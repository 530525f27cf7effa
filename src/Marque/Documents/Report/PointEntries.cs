using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Legal;

namespace Marque.Documents.Report;

/// <summary>Each point of Annex I: the law's words, what its verdict rests on, and how it comes about.</summary>
internal static class PointEntries
{
    private const int MostSteps = 8;

    public static IEnumerable<Block> Of(Scope scope, bool withDerivation = true)
    {
        if (scope.A.Requirements.Count == 0) yield break;
        yield return scope.Section("points", scope.T["report.points"]);
        foreach (var r in scope.A.Requirements) yield return Entry(scope, r, withDerivation);
    }

    private static Entry Entry(Scope scope, RequirementResult r, bool withDerivation)
    {
        var blocks = new List<Block>
        {
            new Paragraph(scope.T.Words("report.points.verdict", ("verdict", [new VerdictMark(r.Verdict)]), ("binding", [Wording.Capital(r.Binding.Sentence(scope.T))]), ("basis", [new Cite(r.Binding.Basis)]))),
            new Quotation(r.Point.Text, r.Point.Provision) { Language = scope.LawLanguage },
        };
        foreach (var s in scope.Item(r.Point.Id)?.Statements ?? [])
        {
            blocks.Add(new Paragraph(Stated(scope, s.Statement.Parts, s.Statement.How)));
        }

        var rests = RestsOn.Leaves(r.Why);
        if (rests.Count > 0) blocks.Add(RestsOn.Table(scope, r.Point.Id, rests));
        if (scope.Index.Law.Bridges.SelectMany(b => b.Points).FirstOrDefault(p => p.Point == r.Point.Id) is { Residual.Count: > 0 } mapped)
        {
            blocks.Add(new Fold([scope.T["report.points.residual"]], new ItemList([.. mapped.Residual.Select(t => (IReadOnlyList<Block>)[new Paragraph(t)])])));
        }

        var steps = scope.A.NextOf(r.Point.Id);
        if (steps.Count > 0) blocks.Add(new Fold([scope.T.Counted("report.points.steps", steps.Count)], new ItemList([.. steps.Take(MostSteps).Select(s => (IReadOnlyList<Block>)[new Paragraph(s.What.In(scope.T))]), .. Rest(scope, steps.Count)])));
        if (withDerivation) blocks.Add(new Fold([scope.T["report.points.derivation"]], DerivationTree.Of(scope, r.Why, scope.T.Of("report.points.tree", ("point", r.Point.Id)))));
        return new Entry(new Heading(3, scope.AnchorOf(r.Point.Id)!, $"{r.Point.Id}  {scope.Title(r.Point)}"), Wording.Facets(r.Why, Tag.Law), blocks);
    }

    private static IReadOnlyList<Inline> Stated(Scope scope, IReadOnlyList<string> parts, string how)
    {
        IReadOnlyList<Inline> who = [new Run(scope.T["report.stated.who"], Setting.Strong)];
        return parts.Count > 0 ? scope.T.Words("report.stated.parts", ("who", who), ("parts", [Wording.Parts(scope.T, parts)]), ("how", [how])) : scope.T.Words("report.stated", ("who", who), ("how", [how]));
    }

    private static IEnumerable<IReadOnlyList<Block>> Rest(Scope scope, int count) => count > MostSteps ? [[new Paragraph(scope.T.Of("word.and-more", ("count", Wording.Number(count - MostSteps))))]] : [];
}
