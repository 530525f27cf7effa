using Marque.Assessments;
using Marque.Documents.Blocks;

namespace Marque.Documents.Report;

/// <summary>Class and procedures, Article 32: each module open or closed, with its paragraph.</summary>
internal static class ProceduresSection
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        var p = scope.A.Procedures;
        yield return scope.Section("procedures", "Conformity assessment procedures, Article 32");
        yield return new Paragraph($"Class: {(p.Class is { } declared ? declared.Sentence() : "not declared")}{(p.Category is { } category ? $", category {category}" : "")}. Its classification: ", new VerdictMark(p.Classification.Verdict), ".");
        if (scope.Index.Case.Product?.Classification is { } classification) yield return new Paragraph(new Run("The manufacturer states", Setting.Strong), $": {classification.Because}");
        if (p.Classification.Verdict.FallsShort()) yield return new Paragraph(Because.InShort(scope, p.Classification));
        yield return new Table("Modules", [new("Module", 10) { IsKey = true }, new("State", 14), new("Because", 60), new("Basis", 16)],
            [.. p.Modules.Select(m => new Row([m.Name], [new VerdictMark(m.Open ? Verdict.Demonstrated : Verdict.NotApplicable, m.Open ? "can be used" : "closed")], [m.Because], [new Cite(m.Basis)]))]);
        if (scope.Index.Case.Product?.Procedure is { } chosen) yield return new Paragraph($"Chosen: module {chosen}.");
        if (p.ThirdParty.Count > 0) yield return new Paragraph(["No instrument of ", new Cite("Art. 27"), " is applied in full for ", .. p.ThirdParty.Count == scope.Index.Law.Points.Count ? ["any of the points"] : Wording.Joined(p.ThirdParty.Select(scope.Named)), "."]);
        yield return new Paragraph($"Notified bodies known to be designated under the Regulation: {Wording.Number(p.NotifiedBodies.Count)}, as of {Wording.Text(p.NotifiedBodies.AsOf)}.") { IsSoft = true };
    }
}
