using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Legal;

namespace Marque.Documents.Pages;

/// <summary>One page for management: where the product stands, what stands in the way, what comes next and until when.</summary>
internal static class ManagementPage
{
    private const int Most = 5;

    public static Document Of(Subject subject)
    {
        var (scope, t) = (subject.Scope, subject.T);
        var a = scope.A;
        var falls = a.Requirements.Count(r => r.Verdict.FallsShort());
        List<Block> opening =
        [
            new Paragraph(new Run(t.Of("manage.state", ("falls", Wording.Number(falls)), ("all", Wording.Number(a.Requirements.Count(r => r.Verdict != Verdict.NotApplicable)))), Setting.Strong)),
            new Tally(t["sign.tally"], a.Counts),
            new Table(t["manage.figures"], [new(t["column.figure"], 56) { IsKey = true }, new(t["column.number"], 14), new(t["column.where"], 30)], [.. Figures(subject)]) { IsDense = true, HasTitle = true },
            new Paragraph(new Run(t["manage.dates"], Setting.Strong)),
            new ItemList([.. Dates(subject).Select(d => (IReadOnlyList<Block>)[new Paragraph(d)])]),
        ];
        if (a.Next.Count > 0)
        {
            opening.Add(new Paragraph(new Run(t["manage.next"], Setting.Strong)));
            opening.Add(new ItemList([.. a.Next.Take(Most).Select(n => (IReadOnlyList<Block>)[new Paragraph(n.What.In(subject.T))])], IsNumbered: true));
        }

        opening.Add(new Paragraph(t["manage.limits"]) { IsSoft = true });
        return subject.Document("management-page", opening, []) with { Closing = [] };
    }

    private static IEnumerable<Row> Figures(Subject subject)
    {
        var (scope, t) = (subject.Scope, subject.T);
        var statements = scope.Index.Items.SelectMany(i => i.Statements).Where(s => scope.Index.History.Covers(s.Statement.Releases, scope.A.Release)).ToList();
        yield return Figure(t["manage.obligations"], scope.A.Obligations.Count(o => o.Obligation.Tag == Tag.Law && o.Verdict.FallsShort()), t["doc.technical"]);
        yield return Figure(t["manage.contradictions"], scope.States.Count(s => s.Contradictions.Count > 0), t["doc.evidence-index"]);
        yield return Figure(t["manage.unsound"], scope.States.Count(s => !s.IsSound), t["doc.evidence-index"]);
        yield return Figure(t["manage.unattested"], scope.Index.Decisions.Count(d => d.Unattested is not null), t["doc.decision-register"]);
        yield return Figure(t["manage.exceptions"], statements.Count(s => s.Statement.Exception is not null), t["doc.exception-register"]);
        yield return Figure(t["manage.risks"], scope.Index.Case.Risk?.Risks.Count(r => r.AcceptedBecause.Count > 0) ?? 0, t["doc.exception-register"]);
    }

    private static Row Figure(string what, int count, string where) => new([what], [new Run(Wording.Number(count), count == 0 ? Setting.Soft : Setting.Strong)], [where]);

    private static IEnumerable<IReadOnlyList<Inline>> Dates(Subject subject)
    {
        var (scope, t) = (subject.Scope, subject.T);
        if (scope.A.Requirements.Count > 0) yield return [t["manage.annex-i"], " ", scope.A.Requirements[0].Binding.Sentence(t), " (", new Cite(scope.A.Requirements[0].Binding.Basis), ")"];
        if (scope.A.Obligations.FirstOrDefault(o => o.Obligation.Id == "14(1)") is { } reporting) yield return [t["manage.reporting"], " ", reporting.Binding.Sentence(t), " (", new Cite("Art. 14"), ")"];
        if (Users.UserItems.End(scope) is { } end) yield return [t["manage.support"], " ", UserMonth.Of(t, end), " (", new Cite("Art. 13(8)"), ")"];
        else yield return [t["manage.support"], " ", .. Missing.Words(t), " (", new Cite("Art. 13(8)"), ")"];
    }
}
