using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Documents.Report;

/// <summary>The register of decisions: who decided what, whether it is attested, and whether it still stands.</summary>
internal static class DecisionsSection
{
    // Grounds that say that a decision no longer carries what it was made for.
    private static readonly string[] Falls = ["suspect", "pair-undecided", "decision-without-facts"];

    public static IEnumerable<Block> Of(Scope scope)
    {
        if (scope.Index.Decisions.Count == 0) yield break;
        var attested = scope.Index.Decisions.Count(d => d.Unattested is null);
        yield return scope.Section("decisions", scope.T["report.decisions"]);
        yield return new Paragraph(scope.T.Of("report.decisions.opening", ("decisions", scope.T.Counted("report.decisions.count", scope.Index.Decisions.Count)), ("attested", Wording.Number(attested)))) { IsSoft = true };
        yield return new Table(scope.T["report.decisions"], [new(scope.T["report.decisions.subject"], 16) { IsKey = true }, new(scope.T["report.decisions.says"], 11), new(scope.T["report.decisions.by"], 15), new(scope.T["report.decisions.on"], 12), new(scope.T["report.decisions.attested.column"], 14), new(scope.T["word.state"], 18), new(scope.T["report.decisions.rationale"], 28)], [.. scope.Index.Decisions.Select(d => Row(scope, d))]) { IsDense = true };
    }

    private static Row Row(Scope scope, IndexedDecision d)
    {
        var decision = d.Decision;
        var (mark, word, because) = State(scope, d);
        return new Row(
            [scope.Named(decision.Subject.Id.Item), .. decision.Parts.Count > 0 ? [new LineBreak(), new Run(Wording.Parts(scope.T, decision.Parts), Setting.Soft)] : Array.Empty<Inline>()],
            [scope.T[$"judgement.{decision.Judgement.Word()}"]],
            [decision.By, new LineBreak(), new Run(scope.T.Of("report.decisions.as", ("role", decision.Role)), Setting.Soft), .. decision.Second is { } second ? [new LineBreak(), second.By, new LineBreak(), new Run(scope.T.Of("report.decisions.as", ("role", second.Role)), Setting.Soft)] : Array.Empty<Inline>()],
            [Wording.Text(decision.On), .. decision.Until is { } until ? [new LineBreak(), new Run(scope.T.Of("word.until", ("until", Wording.Text(until))), Setting.Soft)] : Array.Empty<Inline>()],
            d.Unattested is { } why ? [new VerdictMark(Verdict.Claimed, scope.T["report.decisions.not-attested"]), new LineBreak(), Spoken.Say(why, scope.T)] : [new VerdictMark(Verdict.Demonstrated, scope.T["report.decisions.attested"])],
            [new VerdictMark(mark, word), .. because.Length > 0 ? [new LineBreak(), because] : Array.Empty<Inline>()],
            [decision.Rationale, new LineBreak(), new Run(decision.Place.ToString(), Setting.Code)])
        {
            Id = scope.AnchorOf(d.Ref),
            Facets = new Facets(word, null, decision.Parts),
        };
    }

    private static (Verdict Mark, string Word, string Because) State(Scope scope, IndexedDecision d)
    {
        var t = scope.T;
        var (counts, whyNot) = scope.Decided[d.Number];
        if (!counts) return (Verdict.NotApplicable, t["report.decisions.does-not-count"], d.Decision.On > Legal.BrusselsDay.AsOf(scope.A.AsOf) ? t["report.decisions.later"] : t["report.decisions.other-releases"]);
        if (whyNot?.Rule == "expired") return (Verdict.Claimed, t["report.decisions.expired"], "");
        if (whyNot is not null) return (Verdict.Claimed, t["report.decisions.without-force"], "");
        var grounds = scope.Mentions.OfDecision(d.Ref);
        var falls = grounds.FirstOrDefault(g => Falls.Contains(g.Rule, StringComparer.Ordinal));
        if (grounds.FirstOrDefault(g => g.Rule is "decided" or "carried" or "not-applicable" or "decided-not-satisfied") is { } holds) return falls is not null ? (Verdict.Claimed, t["report.decisions.suspect-in-part"], GroundText.Of(falls, t)) : (Verdict.Demonstrated, t["report.decisions.in-force"], holds.Rule == "carried" ? t["report.decisions.carried"] : "");
        if (grounds.FirstOrDefault(g => g.Rule == "superseded" && g.Refs.Count > 1 && g.Refs[0] != d.Ref) is not null) return (Verdict.NotApplicable, t["report.decisions.superseded"], "");
        return falls is not null ? (Verdict.Claimed, t["report.decisions.suspect"], GroundText.Of(falls, t)) : (Verdict.Demonstrated, t["report.decisions.in-force"], "");
    }
}
