using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Documents.Report;

/// <summary>The cybersecurity risk assessment, Article 13(2) to (4): what it states, its risks and their treatment, whether it is complete.</summary>
internal static class RiskSection
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        var why = scope.A.RiskAssessment;
        yield return scope.Section("risk", scope.T["report.risk"]);
        yield return new Paragraph([new VerdictMark(why.Verdict), .. why.Grounds.SelectMany((g, i) => (IEnumerable<Inline>)[i == 0 ? ": " : "; ", .. Because.Sentence(scope, g)]), "."]);
        if (scope.Index.Case.Risk is not { } risk) yield break;
        yield return new Terms([.. Stated(scope.T, risk)]);
        if (risk.Risks.Count > 0)
        {
            yield return new Table(scope.T["word.risks"], [new(scope.T["report.risk.risk"], 8) { IsKey = true }, new(scope.T["report.risk.what"], 28), new(scope.T["report.risk.assets"], 14), new(scope.T["report.risk.rated"], 11), new(scope.T["report.risk.treated"], 27), new(scope.T["report.risk.left"], 12)], [.. risk.Risks.Select(r => Row(scope, r))]) { IsDense = true };
        }

        if (why.From.Count > 0)
        {
            yield return new Fold([scope.T.Counted("report.risk.checks", why.From.Count)],
                new Table(scope.T["report.risk.checks.table"], [new(scope.T["report.risk.check"], 30) { IsKey = true }, new(scope.T["word.verdict"], 16), new(scope.T["word.because"], 54)],
                [.. why.From.Select(c => new Row([Spoken.Say(c.What, scope.T)], [new VerdictMark(c.Verdict)], Because.InShort(scope, c)) { Facets = new(c.Verdict.Word(), null, []) })]) { IsDense = true });
        }
    }

    private static IEnumerable<(string, IReadOnlyList<Inline>)> Stated(Texts t, RiskAssessment risk)
    {
        yield return (t["report.product.purpose"], [risk.Purpose ?? t["word.not-stated"]]);
        yield return (t["report.risk.use"], Lines(t, risk.ForeseeableUse));
        yield return (t["report.risk.misuse"], Lines(t, risk.ForeseeableMisuse));
        yield return (t["report.risk.conditions"], Lines(t, risk.ConditionsOfUse));
        yield return (t["report.risk.assets"], Lines(t, [.. risk.Assets.Select(a => a.Name == a.Id ? a.Id : $"{a.Id}: {a.Name}")]));
        yield return (t["report.risk.time"], [risk.TimeInUse ?? t["word.not-stated"]]);
        yield return (t["report.risk.part-one"], [risk.MeetsPartOnePointOne ?? t["word.not-stated"]]);
        yield return (t["report.risk.part-two"], [risk.MeetsPartTwo ?? t["word.not-stated"]]);
        yield return (t["report.risk.triggers"], Wording.Lines(risk.Triggers.Select(x => (IReadOnlyList<Inline>)[$"{x.Id}: {x.When}{Occurred(t, x)}"]).DefaultIfEmpty([t["word.not-stated"]])));
    }

    private static string Occurred(Texts t, UpdateTrigger trigger) =>
        string.Concat(trigger.Occurred.Select(o => "; " + (o.Heeded is { } heeded ? t.Of("report.risk.heeded", ("date", Wording.Text(o.On)), ("heeded", Wording.Text(heeded))) : t.Of("report.risk.unheeded", ("date", Wording.Text(o.On))))));

    private static IReadOnlyList<Inline> Lines(Texts t, IReadOnlyList<string> lines) => Wording.Lines(lines.DefaultIfEmpty(t["word.not-stated"]).Select(l => (IReadOnlyList<Inline>)[l]));

    private static Row Row(Scope scope, Risk r)
    {
        var rated = (r.Rating, r.Residual) switch
        {
            (null, null) => scope.T["report.risk.not-rated"],
            ({ } before, null) => before,
            (null, { } after) => scope.T.Of("report.risk.residual", ("residual", after)),
            var (before, after) => $"{before}, {scope.T.Of("report.risk.residual", ("residual", after))}",
        };
        var treated = Wording.Lines(r.TreatedBy.Select(t => (IReadOnlyList<Inline>)[scope.Named(t.Id.Item), .. scope.Item(t.Id.Item) is { } item ? [new Run($" {scope.Title(item)}", Setting.Soft)] : Array.Empty<Inline>()]));
        return new Row([r.Id], [r.Title], [string.Join(", ", r.Assets)], [rated], [.. treated, .. r.NeedsMeasuresBeyond ? [new LineBreak(), scope.T["report.risk.beyond"]] : Array.Empty<Inline>()], [string.Join(", ", r.AcceptedBecause)]);
    }
}
