using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Legal;

namespace Marque.Documents.Registers;

/// <summary>The register of exceptions: what is knowingly not met for the time being, with owner, compensating control and expiry; what is not met without one; and risks that are left.</summary>
internal static class ExceptionRegister
{
    public static Document Of(Subject subject)
    {
        var (scope, t) = (subject.Scope, subject.T);
        var stated = scope.Index.Items.SelectMany(i => i.Statements.Select(s => (Item: i, s.Statement))).Where(e => scope.Index.History.Covers(e.Statement.Releases, scope.A.Release)).ToList();
        var excepted = stated.Where(e => e.Statement.Exception is not null).ToList();
        var unexcepted = stated.Where(e => e.Statement.Exception is null && e.Statement.Status != Status.Implemented).ToList();
        var left = scope.Index.Case.Risk?.Risks.Where(r => r.AcceptedBecause.Count > 0).ToList() ?? [];
        List<Block> body =
        [
            Subject.Section("exceptions", t["register.exceptions"]),
            excepted.Count == 0 ? new Paragraph(t["register.exceptions.none"]) : Table(subject, excepted),
            Subject.Section("without", t["register.without"]),
            unexcepted.Count == 0 ? new Paragraph(t["register.without.none"]) : Without(subject, unexcepted),
            Subject.Section("risks", t["register.risks"]),
            left.Count == 0 ? new Paragraph(t["register.risks.none"]) : Risks(subject, left),
        ];
        return subject.Document("exception-register", [new Paragraph(t["register.exceptions.opening"]), subject.Sources()], body) with { IsLandscape = true };
    }

    private static Table Table(Subject subject, List<(Item Item, Statement Statement)> excepted)
    {
        var (scope, t) = (subject.Scope, subject.T);
        var today = BrusselsDay.AsOf(scope.A.AsOf);
        return new Table(t["register.exceptions"], [new(t["column.requirement"], 14) { IsKey = true }, new(t["column.part"], 9), new(t["column.status"], 10), new(t["column.because"], 20), new(t["column.compensating"], 21), new(t["column.owner"], 12), new(t["column.expiry"], 14)],
            [.. excepted.Select(e => new Row(
                [e.Item.Id, new LineBreak(), new Run(scope.Title(e.Item), Setting.Soft)],
                [e.Statement.Parts.Count == 0 ? t["word.all"] : string.Join(", ", e.Statement.Parts)],
                [t[$"status.{e.Statement.Status.Word()}"]],
                [e.Statement.Exception!.Because],
                e.Statement.Exception.Compensating.Count == 0 ? [.. Missing.Words(t)] : Wording.Lines(e.Statement.Exception.Compensating.Select(c => (IReadOnlyList<Inline>)[c])),
                [e.Statement.Exception.Owner],
                [Wording.Text(e.Statement.Exception.Until), new LineBreak(), e.Statement.Exception.Until < today ? new VerdictMark(Verdict.Gap, t["register.expired"]) : new Run(t["register.running"], Setting.Soft)]))]) { IsDense = true, Sheet = t["register.exceptions.sheet"] };
    }

    private static Table Without(Subject subject, List<(Item Item, Statement Statement)> statements)
    {
        var (scope, t) = (subject.Scope, subject.T);
        return new Table(t["register.without"], [new(t["column.requirement"], 16) { IsKey = true }, new(t["column.title"], 26), new(t["column.part"], 12), new(t["column.status"], 14), new(t["column.stated"], 32)],
            [.. statements.Select(e => new Row([e.Item.Id], [scope.Title(e.Item)], [e.Statement.Parts.Count == 0 ? t["word.all"] : string.Join(", ", e.Statement.Parts)], [t[$"status.{e.Statement.Status.Word()}"]], [e.Statement.How]))]) { IsDense = true, Sheet = t["register.without.sheet"] };
    }

    private static Table Risks(Subject subject, List<Risk> risks)
    {
        var t = subject.T;
        return new Table(t["register.risks"], [new(t["column.risk"], 8) { IsKey = true }, new(t["column.title"], 28), new(t["column.residual"], 12), new(t["column.left"], 16), new(t["column.treatment"], 24), new(t["column.owner"], 12)],
            [.. risks.Select(r => new Row([r.Id], [r.Title], [r.Residual is { } residual ? t[$"rating.{residual}"] : "–"], [string.Join(", ", r.AcceptedBecause.Select(b => t[$"left.{b}"]))], [r.Because ?? ""], r.Owner is { } owner ? [owner] : [.. Missing.Words(t)]))]) { IsDense = true, Sheet = t["register.risks.sheet"] };
    }
}
