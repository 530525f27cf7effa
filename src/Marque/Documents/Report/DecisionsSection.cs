using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;

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
        yield return scope.Section("decisions", "Decisions");
        yield return new Paragraph($"{Wording.Count(scope.Index.Decisions.Count, "decision", "decisions")}, {Wording.Number(attested)} attested: signed by a key that people.yaml allows for the role. One that is not attested gives at most a claim.") { IsSoft = true };
        yield return new Table("Decisions", [new("Subject", 16) { IsKey = true }, new("Says", 11), new("By", 15), new("On", 12), new("Attested", 14), new("State", 18), new("Rationale", 28)], [.. scope.Index.Decisions.Select(d => Row(scope, d))]) { IsDense = true };
    }

    private static Row Row(Scope scope, IndexedDecision d)
    {
        var decision = d.Decision;
        var (mark, word, because) = State(scope, d);
        return new Row(
            [scope.Named(decision.Subject.Id.Item), .. decision.Parts.Count > 0 ? [new LineBreak(), new Run(Wording.Parts(decision.Parts), Setting.Soft)] : Array.Empty<Inline>()],
            [Says(decision.Judgement)],
            [decision.By, new LineBreak(), new Run($"as {decision.Role}", Setting.Soft), .. decision.Second is { } second ? [new LineBreak(), $"{second.By}", new LineBreak(), new Run($"as {second.Role}", Setting.Soft)] : Array.Empty<Inline>()],
            [Wording.Text(decision.On), .. decision.Until is { } until ? [new LineBreak(), new Run($"until {Wording.Text(until)}", Setting.Soft)] : Array.Empty<Inline>()],
            d.Unattested is { } why ? [new VerdictMark(Verdict.Claimed, "not attested"), new LineBreak(), why] : [new VerdictMark(Verdict.Demonstrated, "attested")],
            [new VerdictMark(mark, word), .. because.Length > 0 ? [new LineBreak(), because] : Array.Empty<Inline>()],
            [decision.Rationale, new LineBreak(), new Run(decision.Place.ToString(), Setting.Code)])
        {
            Id = scope.AnchorOf(d.Ref),
            Facets = new Facets(word, null, decision.Parts),
        };
    }

    private static string Says(Judgement judgement) => judgement switch
    {
        Judgement.Satisfied => "satisfied",
        Judgement.NotSatisfied => "not satisfied",
        Judgement.Rebuts => "rebuts a contradiction",
        Judgement.NotApplicable => "not applicable",
        Judgement.Adopts => "adopts the bridge",
        _ => "classification is right",
    };

    private static (Verdict Mark, string Word, string Because) State(Scope scope, IndexedDecision d)
    {
        var (counts, whyNot) = scope.Decided[d.Number];
        if (!counts) return (Verdict.NotApplicable, "does not count", d.Decision.On > Legal.BrusselsDay.AsOf(scope.A.AsOf) ? "later than the assessment" : "for other releases");
        if (whyNot?.Rule == "expired") return (Verdict.Claimed, "expired", "");
        if (whyNot is not null) return (Verdict.Claimed, "without force", "");
        var grounds = scope.Mentions.OfDecision(d.Ref);
        var falls = grounds.FirstOrDefault(g => Falls.Contains(g.Rule, StringComparer.Ordinal));
        if (grounds.FirstOrDefault(g => g.Rule is "decided" or "carried" or "not-applicable" or "decided-not-satisfied") is { } holds) return falls is not null ? (Verdict.Claimed, "suspect in part", GroundText.Of(falls)) : (Verdict.Demonstrated, "in force", holds.Rule == "carried" ? "carried by rule to a newer result" : "");
        if (grounds.FirstOrDefault(g => g.Rule == "superseded" && g.Refs.Count > 1 && g.Refs[0] != d.Ref) is not null) return (Verdict.NotApplicable, "superseded", "");
        return falls is not null ? (Verdict.Claimed, "suspect", GroundText.Of(falls)) : (Verdict.Demonstrated, "in force", "");
    }
}
