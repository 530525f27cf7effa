using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Legal;

namespace Marque.Documents.Report;

/// <summary>Each point of Annex I: the law's words, what its verdict rests on, and how it comes about.</summary>
internal static class PointEntries
{
    private const int MostSteps = 8;

    public static IEnumerable<Block> Of(Scope scope)
    {
        if (scope.A.Requirements.Count == 0) yield break;
        yield return scope.Section("points", "The points of Annex I, one by one");
        foreach (var r in scope.A.Requirements) yield return Entry(scope, r);
    }

    private static Entry Entry(Scope scope, RequirementResult r)
    {
        var blocks = new List<Block>
        {
            new Paragraph(new VerdictMark(r.Verdict), $". {Wording.Capital(r.Binding.Sentence())} (", new Cite(r.Binding.Basis), ")."),
            new Quotation(r.Point.Text, r.Point.Provision),
        };
        foreach (var s in scope.Item(r.Point.Id)?.Statements ?? [])
        {
            blocks.Add(new Paragraph(new Run("The manufacturer states", Setting.Strong), s.Statement.Parts.Count > 0 ? $" for {Wording.Parts(s.Statement.Parts)}" : "", $": {s.Statement.How}"));
        }

        var rests = RestsOn.Leaves(r.Why);
        if (rests.Count > 0) blocks.Add(RestsOn.Table(scope, r.Point.Id, rests));
        if (scope.Index.Law.Bridges.SelectMany(b => b.Points).FirstOrDefault(p => p.Point == r.Point.Id) is { Residual.Count: > 0 } mapped)
        {
            blocks.Add(new Fold(["What a perfect IEC 62443 file leaves open here"], new ItemList([.. mapped.Residual.Select(t => (IReadOnlyList<Block>)[new Paragraph(t)])])));
        }

        var steps = scope.A.NextOf(r.Point.Id);
        if (steps.Count > 0) blocks.Add(new Fold([$"{Wording.Count(steps.Count, "step", "steps")} that would raise it"], new ItemList([.. steps.Take(MostSteps).Select(s => (IReadOnlyList<Block>)[new Paragraph(s.Action)]), .. Rest(steps.Count)])));
        blocks.Add(new Fold(["Derivation, down to the facts"], DerivationTree.Of(scope, r.Why, $"Derivation of {r.Point.Id}")));
        return new Entry(new Heading(3, scope.AnchorOf(r.Point.Id)!, $"{r.Point.Id}  {r.Point.Title}"), Wording.Facets(r.Why, Tag.Law), blocks);
    }

    private static IEnumerable<IReadOnlyList<Block>> Rest(int count) => count > MostSteps ? [[new Paragraph($"and {Wording.Number(count - MostSteps)} more")]] : [];
}
