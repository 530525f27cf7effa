using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;

namespace Marque.Documents.Report;

/// <summary>The cybersecurity risk assessment, Article 13(2) to (4): what it states, its risks and their treatment, whether it is complete.</summary>
internal static class RiskSection
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        var why = scope.A.RiskAssessment;
        yield return scope.Section("risk", "Cybersecurity risk assessment, Article 13(2) to (4)");
        yield return new Paragraph([new VerdictMark(why.Verdict), .. why.Grounds.SelectMany((g, i) => (IEnumerable<Inline>)[i == 0 ? ": " : "; ", .. Because.Sentence(scope, g)]), "."]);
        if (scope.Index.Case.Risk is not { } risk) yield break;
        yield return new Terms([.. Stated(risk)]);
        if (risk.Risks.Count > 0)
        {
            yield return new Table("Risks", [new("Risk", 8) { IsKey = true }, new("What can happen", 28), new("Assets", 14), new("Rated", 11), new("Treated by", 27), new("Left because", 12)], [.. risk.Risks.Select(r => Row(scope, r))]) { IsDense = true };
        }

        if (why.From.Count > 0)
        {
            yield return new Fold([$"{Wording.Count(why.From.Count, "check", "checks")} of its completeness"],
                new Table("Checks of the risk assessment", [new("Check", 30) { IsKey = true }, new("Verdict", 16), new("Because", 54)],
                [.. why.From.Select(c => new Row([c.What], [new VerdictMark(c.Verdict)], Because.InShort(scope, c)) { Facets = new(c.Verdict.Word(), null, []) })]) { IsDense = true });
        }
    }

    private static IEnumerable<(string, IReadOnlyList<Inline>)> Stated(RiskAssessment risk)
    {
        yield return ("Intended purpose", [risk.Purpose ?? "not stated"]);
        yield return ("Foreseeable use", Lines(risk.ForeseeableUse));
        yield return ("Foreseeable misuse", Lines(risk.ForeseeableMisuse));
        yield return ("Conditions of use", Lines(risk.ConditionsOfUse));
        yield return ("Assets", Lines([.. risk.Assets.Select(a => a.Name == a.Id ? a.Id : $"{a.Id}: {a.Name}")]));
        yield return ("Time in use", [risk.TimeInUse ?? "not stated"]);
        yield return ("How I.1 is met", [risk.MeetsPartOnePointOne ?? "not stated"]);
        yield return ("How Part II is met", [risk.MeetsPartTwo ?? "not stated"]);
        yield return ("Update triggers", Wording.Lines(risk.Triggers.Select(t => (IReadOnlyList<Inline>)[$"{t.Id}: {t.When}{Occurred(t)}"]).DefaultIfEmpty(["not stated"])));
    }

    private static string Occurred(UpdateTrigger trigger) =>
        string.Concat(trigger.Occurred.Select(o => $"; occurred {Wording.Text(o.On)}, {(o.Heeded is { } heeded ? $"heeded {Wording.Text(heeded)}" : "not heeded")}"));

    private static IReadOnlyList<Inline> Lines(IReadOnlyList<string> texts) => Wording.Lines(texts.DefaultIfEmpty("not stated").Select(t => (IReadOnlyList<Inline>)[t]));

    private static Row Row(Scope scope, Risk r)
    {
        var rated = (r.Rating, r.Residual) switch
        {
            (null, null) => "not rated",
            ({ } before, null) => before,
            (null, { } after) => $"after treatment: {after}",
            var (before, after) => $"{before}, after treatment: {after}",
        };
        var treated = Wording.Lines(r.TreatedBy.Select(t => (IReadOnlyList<Inline>)[scope.Named(t.Id.Item), .. scope.Item(t.Id.Item) is { } item ? [new Run($" {item.Title}", Setting.Soft)] : Array.Empty<Inline>()]));
        return new Row([r.Id], [r.Title], [string.Join(", ", r.Assets)], [rated], [.. treated, .. r.NeedsMeasuresBeyond ? [new LineBreak(), "needs measures beyond I.2.a to I.2.m"] : Array.Empty<Inline>()], [string.Join(", ", r.AcceptedBecause)]);
    }
}
