using Marque.Cases.Declared;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Legal;

namespace Marque.Documents.Technical;

/// <summary>Annex VII(3) and (4): the risk assessment with the applicability of Part I, and what the support period was determined by.</summary>
internal static class Assessed
{
    // Annex VII(3); Article 13(3): whether and in what manner Annex I Part I(2) applies, and how it is implemented.
    public static AnnexItem Risks(Subject subject)
    {
        var (item, scope, t) = (new AnnexItem(subject, "Annex VII(3)"), subject.Scope, subject.T);
        if (scope.Index.Case.Risk is not { } risk) return item.Lack("tech.lack.risk", "Art. 13(2)");
        // The checks of its completeness are of the report; what they found stands in the first sentence.
        item.Say(RiskSection.Of(scope).Skip(1).Where(b => b is not Fold));
        // Article 13(3): what the assessment shall comprise at least.
        foreach (var (lacks, id) in new[] { (risk.Purpose is null, "purpose"), (risk.ForeseeableUse.Count == 0, "use"), (risk.ConditionsOfUse.Count == 0, "conditions"), (risk.Assets.Count == 0, "assets"), (risk.TimeInUse is null, "time"), (risk.MeetsPartOnePointOne is null, "part-one"), (risk.MeetsPartTwo is null, "part-two") })
        {
            if (lacks) item.Lack($"tech.lack.risk.{id}", "Art. 13(3)");
        }

        var details = risk.Risks.Where(r => (r.Threat ?? r.Likelihood ?? r.Impact ?? r.Because) is not null).ToList();
        if (details.Count > 0)
        {
            item.Say(new Table(t["tech.risks"], [new(t["column.risk"], 8) { IsKey = true }, new(t["column.threat"], 26), new(t["column.likelihood"], 20), new(t["column.impact"], 20), new(t["column.treatment"], 26)],
                [.. details.Select(r => new Row([r.Id], [r.Threat ?? ""], [r.Likelihood ?? ""], [r.Impact ?? ""], [r.Because ?? "", .. r.Owner is { } owner ? [new LineBreak(), new Run(owner, Setting.Soft)] : Array.Empty<Inline>()]))]) { IsDense = true, HasTitle = true });
        }

        item.Say(Applicability(subject));
        foreach (var point in scope.A.Requirements.Where(r => IsOfPartOneTwo(r.Point.Id) && risk.Applicability.All(a => a.Requirement.Id.Item != r.Point.Id)))
        {
            item.Lack("tech.lack.applicability", "Art. 13(3)", ("point", [point.Point.Id]));
        }

        item.SayStated("Annex VII(3)");
        return item;
    }

    private static Table Applicability(Subject subject)
    {
        var (scope, t) = (subject.Scope, subject.T);
        return new Table(t["tech.applicability"],
            [new(t["column.point"], 9) { IsKey = true }, new(t["column.requirement"], 25), new(t["column.applies"], 14), new(t["column.because"], 36), new(t["column.verdict"], 16)],
            [.. scope.A.Requirements.Where(r => IsOfPartOneTwo(r.Point.Id)).Select(r => new Row(
                [scope.Named(r.Point.Id)],
                [scope.Title(scope.Item(r.Point.Id)!)],
                Applies(subject, r.Point.Id),
                Wording.Lines(Entries(scope, r.Point.Id).Select(a => (IReadOnlyList<Inline>)[a.Parts.Count > 0 ? $"{Wording.Parts(subject.T, a.Parts)}: {a.Because}" : a.Because])),
                [new VerdictMark(r.Verdict)]))]) { IsDense = true, HasTitle = true };
    }

    private static IReadOnlyList<Inline> Applies(Subject subject, string point)
    {
        var entries = Entries(subject.Scope, point).ToList();
        if (entries.Count == 0) return [.. Missing.Words(subject.T)];
        return [subject.T[entries.All(e => e.Applies) ? "word.yes" : entries.All(e => !e.Applies) ? "word.no" : "word.in-part"]];
    }

    private static IEnumerable<Cases.Applicability> Entries(Scope scope, string point) => scope.Index.Case.Risk?.Applicability.Where(a => a.Requirement.Id.Item == point) ?? [];

    private static bool IsOfPartOneTwo(string point) => point.StartsWith("I.2.", StringComparison.Ordinal);

    // Annex VII(4), Article 13(8); rules P-2, P-3 and P-5.
    public static AnnexItem Support(Subject subject)
    {
        var (item, scope, t) = (new AnnexItem(subject, "Annex VII(4)"), subject.Scope, subject.T);
        if (scope.Index.Case.Support is not { } support)
        {
            item.Lack("tech.lack.support", "Art. 13(8)");
            item.SayStated([.. scope.Index.Law.Remainder.Where(r => r.Target is "13(8)" or "Annex VII(4)").Select(r => r.Id)]);
            return item;
        }

        if (support.Ends.Count == 0) item.Lack("tech.lack.support-end", "Art. 13(19)");
        else item.Say(new Terms([.. support.Ends.Select(e => (e.Line is { } line ? t.Of("tech.support.line", ("line", line)) : t["tech.support.all"], (IReadOnlyList<Inline>)[t.Of("tech.support.until", ("month", UserMonth.Of(t, e.Until)))])), (t["tech.support.use"], [support.ExpectedUse ?? scope.Index.Case.Risk?.TimeInUse ?? "–"])]));
        if (support.ExpectedUse is null && scope.Index.Case.Risk?.TimeInUse is null) item.Lack("tech.lack.expected-use", "Art. 13(8)");
        if (support.Considered.Count > 0)
        {
            item.Say(new Table(t["tech.support.factors"], [new(t["column.factor"], 36) { IsKey = true }, new(t["column.because"], 64)],
                [.. support.Considered.Select(f => new Row([t[$"factor.{f.Factor}"]], [f.Because]))]) { IsDense = true, HasTitle = true });
        }

        foreach (var factor in SupportFactors.Mandatory.Where(f => support.Considered.All(c => c.Factor != f))) item.Lack($"tech.lack.factor.{factor}", "Art. 13(8)");
        item.SayStated(["Annex VII(4)", .. scope.Index.Law.Remainder.Where(r => r.Target is "13(8)" or "Annex VII(4)").Select(r => r.Id)]);
        return item;
    }
}
