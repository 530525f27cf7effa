using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Language;

namespace Marque.Documents.Registers;

/// <summary>The traceability matrix: from each point of Annex I over the requirement, the statement and the fact with its digest to the decision; a hole stands as a hole, with its justification where there is one.</summary>
internal static class TraceMatrix
{
    public static Document Of(Subject subject)
    {
        var (scope, t) = (subject.Scope, subject.T);
        List<(RequirementResult Point, Derivation Leaf)> traced = [.. scope.A.Requirements.SelectMany(r => Leaves(r).Select(l => (r, l)))];
        List<Row> rows = [.. traced.SelectMany(e => TraceRow.Of(subject, e.Point, e.Leaf))];
        var holes = traced.Where(e => e.Leaf.Verdict.FallsShort()).ToList();
        List<Block> opening = [new Paragraph(t["trace.opening"]), new Tally(t["trace.tally"], scope.A.Counts), new Paragraph(t.Of("trace.counts", ("rows", Wording.Number(traced.Count)), ("holes", Wording.Number(holes.Count)))), subject.Sources()];
        List<Block> body =
        [
            Subject.Section("trace", t["trace.title"]),
            new Table(t["trace.title"], TraceRow.Columns(t), rows) { IsDense = true, Sheet = t["trace.sheet"] },
            Subject.Section("holes", t["trace.holes"]),
            holes.Count == 0 ? new Paragraph(t["trace.no-holes"]) : Holes(subject, holes),
        ];
        return subject.Document("trace-matrix", opening, body) with { IsLandscape = true };
    }

    // What does not apply is a row too: its justification is what it is traced to.
    private static IReadOnlyList<Derivation> Leaves(RequirementResult r) => RestsOn.Leaves(r.Why) is { Count: > 0 } leaves ? leaves : [r.Why];

    private static Table Holes(Subject subject, List<(RequirementResult Point, Derivation Leaf)> holes)
    {
        var (scope, t) = (subject.Scope, subject.T);
        return new Table(t["trace.holes"], [new(t["column.point"], 8) { IsKey = true }, new(t["column.requirement"], 16), new(t["column.part"], 10), new(t["column.verdict"], 12), new(t["column.because"], 27), new(t["column.justification"], 27)],
            [.. holes.Select(h => new Row([scope.Named(h.Point.Point.Id)], [Spoken.Say(h.Leaf.What, scope.T)], [h.Leaf.Part ?? ""], [new VerdictMark(h.Leaf.Verdict)], Wording.Lines(h.Leaf.Grounds.DistinctBy(g => GroundText.Of(g, subject.T), StringComparer.Ordinal).Select(g => Because.Sentence(scope, g))), TraceRow.Justification(subject, h.Leaf)))]) { IsDense = true, Sheet = t["trace.holes.sheet"] };
    }
}
