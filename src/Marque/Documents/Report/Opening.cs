using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Legal;

namespace Marque.Documents.Report;

/// <summary>The first screen: what it is, the count, and what it does not prove.</summary>
internal static class Opening
{
    public static IEnumerable<Block> Of(Scope scope, string program)
    {
        var (a, t) = (scope.A, scope.T);
        yield return new Paragraph(t.Words("report.opening.what", ("instant", [new Run(Wording.AsOf(t, a.AsOf), Setting.Strong)]), ("version", [a.LegalSet.Version]), ("official", [a.LegalSet.Official ? t["report.opening.official"] : t["report.opening.unofficial"]])));
        if (a.Requirements.Count > 0) yield return new Tally(t["report.opening.tally"], a.Counts);
        yield return new Callout(t["report.limits"], new ItemList([.. Limits(scope).Select(l => (IReadOnlyList<Block>)[new Paragraph(l)])]));
        if (a.Notes.Count > 0) yield return new Callout(t["report.opening.notices"], new ItemList([.. a.Notes.Select(n => (IReadOnlyList<Block>)[new Paragraph(n.In(t))])]));
        yield return new Terms(
            (t["report.opening.as-of"], [Wording.Text(a.AsOf)]),
            (t["report.opening.legal-set"], [$"{a.LegalSet.Version}, sha256 ", new Run(a.LegalSet.Digest.ToString(), Setting.Code)]),
            (t["report.opening.inputs"], ["sha256 ", new Run(a.Inputs.ToString(), Setting.Code)]),
            (t["report.opening.program"], [t.Of("report.opening.version", ("version", program), ("rules", Wording.Number(Assess.Rules)))]),
            (t["report.opening.root-key"], [t[$"trust.{a.Trust.Word()}"]]));
    }

    private static IEnumerable<IReadOnlyList<Inline>> Limits(Scope scope)
    {
        var (a, t) = (scope.A, scope.T);
        var applicable = a.Requirements.Where(r => r.Verdict != Verdict.NotApplicable).ToList();
        var shortfalls = applicable.Where(r => r.Verdict.FallsShort()).ToList();
        if (shortfalls.Count > 0) yield return t.Words("report.limits.points", ("count", [Wording.Number(shortfalls.Count)]), ("all", [Wording.Number(applicable.Count)]), ("points", Wording.Joined(shortfalls.Select(r => scope.Named(r.Point.Id)))));
        var obligations = a.Obligations.Count(o => o.Obligation.Tag == Tag.Law && o.Verdict.FallsShort());
        if (obligations > 0) yield return t.Words(obligations == 1 ? "report.limits.obligations.one" : "report.limits.obligations.many", ("count", [Wording.Number(obligations)]), ("link", [new Link(scope.Prefix + "obligations", t["report.limits.obligations.link"])]));
        var unsound = scope.States.Count(s => !s.IsSound || s.Contradictions.Count > 0);
        if (unsound > 0) yield return t.Words(unsound == 1 ? "report.limits.facts.one" : "report.limits.facts.many", ("count", [Wording.Number(unsound)]), ("series", [t.Counted("report.facts.series", scope.States.Count)]), ("link", [new Link(scope.Prefix + "facts", t["report.limits.facts.link"])]));
        if (a.Requirements.Count > 0 && a.Requirements.All(r => r.Verdict != Verdict.Presumed)) yield return t.Words("report.limits.presumed");
        if (a.Requirements.Count > 0 && !a.Requirements[0].Binding.Now) yield return t.Words("report.limits.binding", ("binding", [a.Requirements[0].Binding.Sentence(t)]), ("basis", [new Cite(a.Requirements[0].Binding.Basis)]));
        yield return t.Words("report.limits.neither", ("demonstrated", [new VerdictMark(Verdict.Demonstrated)]));
    }
}
