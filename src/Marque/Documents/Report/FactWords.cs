using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Facts;
using Marque.Language;

namespace Marque.Documents.Report;

/// <summary>The words for facts: their states, and what their check found.</summary>
internal static class FactWords
{
    // A hostile artefact cannot make a page of one fact.
    private const int MaxFindings = 5;

    /// <summary>The state of a series.</summary>
    public static (Verdict Mark, string Word) Of(Texts t, SeriesState state) =>
        state.Contradictions.Count > 0 ? (Verdict.Gap, t["fact.contradicts"]) : state.IsSound ? (Verdict.Demonstrated, t["fact.sound"]) : (Verdict.Claimed, t["fact.not-sound"]);

    public static VerdictMark Mark(Texts t, SeriesState state) => Of(t, state) is var (mark, word) ? new(mark, word) : null!;

    /// <summary>The state of one registered fact, by the rule of its ground.</summary>
    public static VerdictMark Mark(Texts t, Ground ground, bool isReplaced) => (ground.Rule, isReplaced) switch
    {
        ("altered", true) => new(Verdict.NotApplicable, t["fact.replaced"]),
        ("sound", _) => new(Verdict.Demonstrated, t["fact.sound"]),
        ("contradicts" or "contradicted-at-registration", _) => new(Verdict.Gap, t["fact.contradicts"]),
        ("other-release", _) => new(Verdict.NotApplicable, t["fact.other-release"]),
        ("not-yet-received", _) => new(Verdict.NotApplicable, t["fact.not-yet-received"]),
        ("stale-by-policy", _) => new(Verdict.Claimed, t["fact.stale"]),
        ("other-kind", _) => new(Verdict.Claimed, t["fact.other-kind"]),
        var (rule, _) => new(Verdict.Claimed, t.Knows($"fact.{rule}") ? t[$"fact.{rule}"] : rule),
    };

    /// <summary>What the content check found: totals, what the artefact names about itself, findings.</summary>
    public static IReadOnlyList<Inline> Found(Texts t, Check check)
    {
        var lines = new List<IReadOnlyList<Inline>>();
        var counts = Counts(check);
        lines.Add([counts.Length > 0 ? $"{check.Kind.Word()}: {counts}" : check.Kind.Word()]);
        if (check.Identity.Count > 0) lines.Add([new Run(string.Join("; ", check.Identity.Select(i => $"{i.Name} {i.Value}")), Setting.Soft)]);
        foreach (var finding in check.Findings.Take(MaxFindings)) lines.Add([finding.Text]);
        if (check.Findings.Count > MaxFindings) lines.Add([t.Of("word.and-more", ("count", Wording.Number(check.Findings.Count - MaxFindings)))]);
        return Wording.Lines(lines);
    }

    /// <summary>The totals of a check, without those that are zero and tell nothing.</summary>
    public static string Counts(Check check) =>
        string.Join(", ", check.Counts.Where(c => c.Value != 0 || c.Name is "failed" or "errors").Select(c => $"{c.Name} {Wording.Number(c.Value)}"));

    /// <summary>The releases a fact was observed on.</summary>
    public static string Releases(Texts t, ReleaseRange range)
    {
        if (range.Only.Count > 0) return string.Join(", ", range.Only);
        return (range.From, range.Until) switch
        {
            (null, null) => t["word.all"],
            ({ } from, null) => t.Of("word.from", ("from", from)),
            (null, { } until) => t.Of("word.until", ("until", until)),
            var (from, until) => t.Of("word.from-to", ("from", from), ("until", until)),
        };
    }
}
