using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Documents.Report;

/// <summary>Class and procedures, Article 32: each module open or closed, with its paragraph.</summary>
internal static class ProceduresSection
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        var p = scope.A.Procedures;
        yield return scope.Section("procedures", scope.T["report.procedures"]);
        yield return new Paragraph(scope.T.Words("report.procedures.class", ("class", [Class(scope.T, p)]), ("verdict", [new VerdictMark(p.Classification.Verdict)])));
        if (scope.Index.Case.Product?.Classification is { } classification) yield return new Paragraph(scope.T.Words("report.stated", ("who", [new Run(scope.T["report.stated.who"], Setting.Strong)]), ("how", [classification.Because])));
        if (p.Classification.Verdict.FallsShort()) yield return new Paragraph(Because.InShort(scope, p.Classification));
        yield return new Table(scope.T["report.procedures.modules"], [new(scope.T["report.procedures.module"], 10) { IsKey = true }, new(scope.T["word.state"], 14), new(scope.T["word.because"], 60), new(scope.T["word.basis"], 16)],
            [.. p.Modules.Select(m => new Row([m.Name], [m.Open ? new VerdictMark(Verdict.Demonstrated, scope.T["report.procedures.open"]) : new VerdictMark(Verdict.NotApplicable, scope.T["report.procedures.closed"])], [m.Why.In(scope.T)], [new Cite(m.Basis)]))]);
        if (scope.Index.Case.Product?.Procedure is { } chosen) yield return new Paragraph(scope.T.Of("report.procedures.chosen", ("module", chosen)));
        if (p.ThirdParty.Count > 0) yield return new Paragraph(p.ThirdParty.Count == scope.Index.Law.Points.Count ? scope.T.Words("report.procedures.no-instrument.all") : scope.T.Words("report.procedures.no-instrument", ("points", Wording.Joined(p.ThirdParty.Select(scope.Named)))));
        yield return new Paragraph(scope.T.Of("report.procedures.bodies", ("count", Wording.Number(p.NotifiedBodies.Count)), ("date", Wording.Text(p.NotifiedBodies.AsOf)))) { IsSoft = true };
    }

    private static string Class(Texts t, Procedures p)
    {
        var declared = p.Class is { } @class ? @class.Sentence(t) : t["report.procedures.not-declared"];
        return p.Category is { } category ? t.Of("report.procedures.category", ("class", declared), ("category", category)) : declared;
    }
}
