using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Legal;

namespace Marque.Documents.Report;

/// <summary>The coverage matrix: the points of Annex I against the parts of the product.</summary>
internal static class Matrix
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        var a = scope.A;
        if (a.Requirements.Count == 0) yield break;
        yield return scope.Section("annex-i", scope.T["report.matrix"]);
        yield return new Paragraph(scope.T["report.matrix.opening"]) { IsSoft = true };
        var parts = scope.Columns;
        yield return new Table(scope.T["report.matrix.table"],
            [new(scope.T["word.point"], 6) { IsKey = true }, new(scope.T["word.requirement"], 24), new(scope.T["word.verdict"], 17), .. parts.Select(p => new Column(p.Id, 17)), new(scope.T["report.matrix.weakest"], parts.Count > 0 ? 36 : 55)],
            [.. a.Requirements.Select(r => Row(scope, r))]);
    }

    private static Row Row(Scope scope, RequirementResult r) => new(
    [
        [new Link(scope.AnchorOf(r.Point.Id)!, r.Point.Id)],
        [scope.Title(r.Point)],
        [new VerdictMark(r.Verdict)],
        .. scope.Columns.Select(p => OfPart(scope, r.Why, p.Id)),
        r.Verdict.FallsShort() ? Why(scope, r) : [],
    ]) { Facets = Wording.Facets(r.Why, Tag.Law) };

    private static IReadOnlyList<Inline> Why(Scope scope, RequirementResult r)
    {
        var why = Because.InShort(scope, r.Why);
        // What a sentence names already is not named before it.
        if (r.Weakest is not { } weakest || weakest == r.Point.Id || Causes.InShort(r.Why).Any(s => s.Contains(weakest, StringComparison.Ordinal))) return why;
        return [scope.Named(weakest), why.Count > 0 ? ": " : "", .. why];
    }

    // I.1 is computed for the product as a whole.
    private static IReadOnlyList<Inline> OfPart(Scope scope, Derivation why, string part) =>
        why.From.FirstOrDefault(d => d.Kind == "part" && d.Part == part) is { } own ? [new VerdictMark(own.Verdict)] : [new Run(scope.T["word.as-a-whole"], Setting.Soft)];
}
