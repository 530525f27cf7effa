using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Language;

namespace Marque.Documents.Registers;

/// <summary>The rows of the traceability matrix: one for each fact behind a leaf of a derivation, one where there is none.</summary>
internal static class TraceRow
{
    public static IReadOnlyList<Column> Columns(Texts t) =>
    [
        new(t["column.point"], 5) { IsKey = true }, new(t["column.verdict"], 9), new(t["column.requirement"], 12), new(t["column.part"], 7), new(t["column.state"], 9), new(t["column.stated"], 20),
        new(t["column.evidence"], 11), new(t["column.release"], 5), new("SHA-256", 17), new(t["column.decision"], 9), new(t["column.hole"], 16),
    ];

    public static IEnumerable<Row> Of(Subject subject, RequirementResult point, Derivation leaf)
    {
        var scope = subject.Scope;
        var part = leaf.Part is null ? -1 : scope.Index.Parts.ToList().FindIndex(p => p.Id == leaf.Part);
        List<IndexedStatement> statements = [.. scope.Item(leaf.What)?.AllStatements.Where(s => s.Parts.Has(part) && scope.Index.History.Covers(s.Statement.Releases, scope.A.Release)) ?? []];
        List<string> series = [.. statements.SelectMany(s => s.Evidence).Select(e => e.Series.Id).Concat(Because.Refs(leaf.Grounds, "evidence:").Select(r => r["evidence:".Length..])).Distinct(StringComparer.Ordinal)];
        if (leaf.Kind == "contradiction") series = [leaf.What];
        if (series.Count == 0) yield return Row(subject, point, leaf, statements, null, isFirst: true);
        for (var i = 0; i < series.Count; i++) yield return Row(subject, point, leaf, statements, series[i], i == 0);
    }

    /// <summary>Why a hole is one for the time being, as the case says it: an exception that has not expired, what does not apply.</summary>
    public static IReadOnlyList<Inline> Justification(Subject subject, Derivation leaf)
    {
        var (scope, t) = (subject.Scope, subject.T);
        var lines = new List<IReadOnlyList<Inline>>();
        foreach (var s in scope.Item(leaf.What)?.AllStatements.Where(s => s.Statement.Exception is { } own && own.Until >= Legal.BrusselsDay.AsOf(scope.A.AsOf) && scope.Index.History.Covers(s.Statement.Releases, scope.A.Release) && (leaf.Part is null || s.Statement.Parts.Count == 0 || s.Statement.Parts.Contains(leaf.Part, StringComparer.Ordinal))) ?? [])
        {
            var e = s.Statement.Exception!;
            lines.Add([t.Of("trace.exception", ("owner", e.Owner), ("until", Wording.Text(e.Until)), ("because", e.Because))]);
        }

        foreach (var a in Inapplicable(scope, leaf)) lines.Add([a.Because]);
        return lines.Count == 0 ? [new Run(t["trace.unjustified"], Setting.Soft)] : Wording.Lines(lines);
    }

    private static IEnumerable<Applicability> Inapplicable(Scope scope, Derivation leaf) =>
        scope.Index.Case.Risk?.Applicability.Where(a => !a.Applies && a.Requirement.Id.Item == leaf.What && (leaf.Part is null || a.Parts.Count == 0 || a.Parts.Contains(leaf.Part, StringComparer.Ordinal))) ?? [];

    private static Row Row(Subject subject, RequirementResult point, Derivation leaf, List<IndexedStatement> statements, string? series, bool isFirst)
    {
        var (scope, t) = (subject.Scope, subject.T);
        var state = series is null ? null : scope.State(series);
        var current = state?.Current;
        return new Row(
            [scope.Named(point.Point.Id)],
            [new VerdictMark(point.Verdict)],
            [Spoken.Say(leaf.What, scope.T), .. isFirst && scope.Item(leaf.What) is { } item ? [new LineBreak(), new Run(scope.Title(item), Setting.Soft)] : Array.Empty<Inline>()],
            [leaf.Part ?? ""],
            [new VerdictMark(leaf.Verdict)],
            isFirst ? Wording.Lines(statements.Select(s => (IReadOnlyList<Inline>)[new Run(t[$"status.{s.Statement.Status.Word()}"], Setting.Strong), s.Statement.How.Length > 0 ? $": {s.Statement.How}" : ""])) : [new Run("″", Setting.Soft)],
            state is null ? [] : [FactWords.Mark(subject.T, state), new LineBreak(), scope.Series(series!), .. current is not null ? [new LineBreak(), new Run(Wording.Text(Legal.BrusselsDay.AsOf(current.ObservedAt)), Setting.Soft)] : Array.Empty<Inline>()],
            [current is null ? "" : FactWords.Releases(subject.T, current.Releases)],
            current is null ? [] : [scope.FileOf(series!, current.Sha256) is { } file ? new FileLink(file, current.Sha256.ToString()) : new Run(current.Sha256.ToString(), Setting.Code)],
            Because.Decisions(scope, leaf.Grounds),
            leaf.Verdict.FallsShort() ? Wording.Lines(leaf.Grounds.DistinctBy(g => GroundText.Of(g, subject.T), StringComparer.Ordinal).Select(g => Because.Sentence(scope, g))) : leaf.Verdict == Verdict.NotApplicable ? Justification(subject, leaf) : [])
        {
            Facets = new(leaf.Verdict.Word(), null, leaf.Part is { } part ? [part] : []),
        };
    }
}
