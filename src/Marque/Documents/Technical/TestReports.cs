using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Facts;

namespace Marque.Documents.Technical;

/// <summary>Annex VII(6) to (8): reports of tests, the copy of the declaration, the bill of materials for an authority.</summary>
internal static class TestReports
{
    // Annex VII(6): of the product, and of the vulnerability handling.
    public static AnnexItem Of(Subject subject)
    {
        var (item, scope, t) = (new AnnexItem(subject, "Annex VII(6)"), subject.Scope, subject.T);
        var tests = scope.Index.Series.Where(s => IsTest(scope, s)).ToList();
        if (tests.Count == 0) item.Lack("tech.lack.tests");
        else item.Say(new Table(t["tech.tests"],
            [new(t["column.evidence"], 18) { IsKey = true }, new(t["column.kind"], 9), new(t["column.found"], 20), new(t["column.state"], 14), new(t["column.used-for"], 19), new(t["column.file"], 20)],
            [.. tests.Select(s => Row(subject, s))]) { IsDense = true });
        if (!tests.Exists(s => scope.Mentions.UsesOf(s.Series.Id).Any(IsHandling))) item.Lack("tech.lack.tests.handling");
        item.SayStated("Annex VII(6)");
        return item;
    }

    // Practices and points that speak of handling vulnerabilities and updates.
    private static bool IsHandling(string requirement) => requirement.StartsWith("II.", StringComparison.Ordinal) || requirement.StartsWith("DM-", StringComparison.Ordinal) || requirement.StartsWith("SUM-", StringComparison.Ordinal);

    private static bool IsTest(Scope scope, IndexedSeries series)
    {
        if (scope.States[series.Number].Current is null) return false;
        var kind = scope.States[series.Number].Kind;
        return series.Series.Method is "test" or "analysis" or "inspection" or "audit" || kind is FactKind.Sarif or FactKind.Cobertura || (kind is { } k && k.IsTest());
    }

    private static Row Row(Subject subject, IndexedSeries series)
    {
        var scope = subject.Scope;
        var state = scope.States[series.Number];
        var path = state.Current is { } current ? current.Path ?? series.Series.Path : null;
        var uses = scope.Mentions.UsesOf(series.Series.Id);
        return new Row(
            [scope.Series(series.Series.Id), .. series.Series.Title is { } title ? [new LineBreak(), new Run(title, Setting.Soft)] : Array.Empty<Inline>()],
            [state.Kind is { } kind ? kind.Word() : ""],
            [state.Check is { } check ? FactWords.Counts(check) : "", .. state.Current is { } observed ? [new LineBreak(), new Run(Wording.Text(Legal.BrusselsDay.AsOf(observed.ObservedAt)), Setting.Soft)] : Array.Empty<Inline>()],
            [FactWords.Mark(subject.T, state)],
            Wording.Joined(uses.Select(scope.Named)),
            [path is null ? "" : scope.FileOf(series.Series.Id, state.Current!.Sha256) is { } file ? new FileLink(file, path) : new Run(path, Setting.Code)]);
    }

    // Annex VII(7): drawn up after the assessment of conformity only, Article 13(12).
    public static AnnexItem Declaration(Subject subject)
    {
        var item = new AnnexItem(subject, "Annex VII(7)");
        if (!Stated.On(subject.Scope, ["Annex VII(7)"]).Any(s => Stated.IsThere(s.Statement) && s.Statement.Evidence.Count > 0)) item.Lack("tech.lack.declaration");
        item.SayStated("Annex VII(7)", "28(1)");
        return item;
    }

    // Annex VII(8), rule B-2.
    public static AnnexItem Sbom(Subject subject)
    {
        var (item, t) = (new AnnexItem(subject, "Annex VII(8)"), subject.T);
        item.Say(new Paragraph(t.Words("tech.sbom-on-request", ("provision", [new Cite("Annex VII(8)")]))));
        var sboms = Sboms.Of(subject.Scope);
        // The duty begins with a request; that there is none is missing under 2(b).
        if (sboms.Count == 0) return item.Say(new Paragraph(t["tech.no-sbom"]));
        item.Say(Stated.Evidence(subject, t["tech.sboms"], sboms));
        return item;
    }
}
