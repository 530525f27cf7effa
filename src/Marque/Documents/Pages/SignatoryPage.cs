using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Legal;

namespace Marque.Documents.Pages;

/// <summary>One page for the person who signs: what is signed, on which basis, and what is still open.</summary>
internal static class SignatoryPage
{
    // One page: what does not fit is counted.
    private const int Most = 12;

    public static Document Of(Subject subject)
    {
        var (scope, t) = (subject.Scope, subject.T);
        var a = scope.A;
        var product = scope.Index.Case.Product;
        var day = BrusselsDay.AsOf(a.AsOf);
        var applied = scope.Index.Case.Instruments.Where(i => scope.Index.Law.Standards.FirstOrDefault(s => s.Reference == i.Reference)?.CitationOn(day) is not null).Select(i => i.Reference).ToList();
        List<Block> opening =
        [
            new Terms(
                (t["sign.product"], [a.Product.Name, .. product?.Type is { } type ? [new LineBreak(), new Run(type, Setting.Soft)] : Array.Empty<Inline>()]),
                (t["sign.release"], [a.Release ?? "–"]),
                (t["sign.manufacturer"], product?.Manufacturer is { } maker ? [product.Address is { } address ? $"{maker}, {address}" : maker] : [.. Missing.Words(t)]),
                (t["sign.acts"], [t["sign.acts.value"]]),
                (t["sign.route"], Route(subject)),
                (t["sign.cited"], [applied.Count > 0 ? string.Join(", ", applied) : t.Of("sign.none-cited", ("day", Wording.Text(day)))]),
                (t["doc.as-of"], [Wording.AsOf(subject.T, a.AsOf)]),
                (t["doc.inputs"], ["sha256 ", new Run(a.Inputs.ToString(), Setting.Code)])),
            new Tally(t["sign.tally"], a.Counts),
        ];
        var open = Open(subject).ToList();
        if (open.Count == 0) opening.Add(new Callout(t["sign.open"], new Paragraph(t["sign.nothing-open"])));
        else opening.Add(new Callout(t["sign.open"], new ItemList([.. open.Select(o => (IReadOnlyList<Block>)[new Paragraph(o)])])));
        opening.Add(new Paragraph(t.Words("sign.meaning", ("28", [new Cite("Art. 28(1)")]), ("13", [new Cite("Art. 13(12)")]))));
        opening.Add(new SignatureBlock(t["sign.place"], t["sign.name"], t["sign.signature"]));
        return subject.Document("signatory-page", opening, []) with { Closing = [] };
    }

    // Rule Y-2: a declaration states that every applicable requirement is demonstrated, after a positive assessment.
    private static IEnumerable<IReadOnlyList<Inline>> Open(Subject subject)
    {
        var (scope, t) = (subject.Scope, subject.T);
        var points = scope.A.Requirements.Where(r => r.Verdict.FallsShort()).ToList();
        if (points.Count > 0) yield return t.Words("sign.open.points", ("count", [Wording.Number(points.Count)]), ("points", [string.Join(", ", points.Select(p => p.Point.Id))]));
        if (scope.A.RiskAssessment.Verdict.FallsShort()) yield return t.Words("sign.open.risk", ("verdict", [new VerdictMark(scope.A.RiskAssessment.Verdict)]));
        if (scope.A.Procedures.Classification.Verdict.FallsShort()) yield return t.Words("sign.open.classification", ("verdict", [new VerdictMark(scope.A.Procedures.Classification.Verdict)]));
        if (scope.A.Obligations.Any(o => o.Obligation.Id is "32(1)" or "32(2)" or "32(3)" or "32(4)" && o.Verdict.FallsShort())) yield return t.Words("sign.open.procedure", ("article", [new Cite("Art. 32")]));
        var obligations = scope.A.Obligations.Where(o => o.Obligation.Tag == Tag.Law && o.Verdict.FallsShort()).ToList();
        if (obligations.Count > 0) yield return t.Words("sign.open.obligations", ("count", [Wording.Number(obligations.Count)]), ("some", [string.Join(", ", obligations.Take(Most).Select(o => o.Obligation.Id)) + (obligations.Count > Most ? " …" : "")]));
        var contradictions = scope.States.Where(s => s.Contradictions.Count > 0).Select(s => s.Series.Series.Id).ToList();
        if (contradictions.Count > 0) yield return t.Words("sign.open.contradictions", ("series", [string.Join(", ", contradictions.Take(Most)) + (contradictions.Count > Most ? " …" : "")]));
        var unsound = scope.States.Count(s => !s.IsSound && s.Contradictions.Count == 0);
        if (unsound > 0) yield return t.Words("sign.open.unsound", ("count", [Wording.Number(unsound)]));
        var unattested = scope.Index.Decisions.Count(d => d.Unattested is not null);
        if (unattested > 0) yield return t.Words("sign.open.unattested", ("count", [Wording.Number(unattested)]));
        var left = scope.Index.Case.Risk?.Risks.Where(r => r.AcceptedBecause.Count > 0).Select(r => r.Residual is { } residual ? $"{r.Id} ({t[$"rating.{residual}"]})" : r.Id).ToList() ?? [];
        if (left.Count > 0) yield return t.Words("sign.open.risks", ("risks", [string.Join(", ", left.Take(Most)) + (left.Count > Most ? " …" : "")]));
        if (!scope.A.LegalSet.Official) yield return t.Words("sign.open.unofficial");
    }

    private static IReadOnlyList<Inline> Route(Subject subject)
    {
        var (p, t) = (subject.Scope.A.Procedures, subject.T);
        if (subject.Scope.Index.Case.Product?.Procedure is not { } chosen) return [.. Missing.Words(t), t["sign.no-procedure"]];
        var module = p.Modules.FirstOrDefault(m => m.Name == chosen);
        return [t.Of("sign.module", ("module", chosen)), .. module is { Open: false } ? [" ", new VerdictMark(Verdict.Gap, t["sign.closed"])] : Array.Empty<Inline>(), .. module is null ? [] : (IReadOnlyList<Inline>)[" (", new Cite(module.Basis), ")"]];
    }
}
