using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Facts;

namespace Marque.Documents.Report;

/// <summary>The words for facts: their states, and what their check found.</summary>
internal static class FactWords
{
    // A hostile artefact cannot make a page of one fact.
    private const int MaxFindings = 5;

    /// <summary>The state of a series.</summary>
    public static (Verdict Mark, string Word) Of(SeriesState state) =>
        state.Contradictions.Count > 0 ? (Verdict.Gap, "contradicts") : state.IsSound ? (Verdict.Demonstrated, "sound") : (Verdict.Claimed, "not sound");

    public static VerdictMark Mark(SeriesState state) => Of(state) is var (mark, word) ? new(mark, word) : null!;

    /// <summary>The state of one registered fact, by the rule of its ground.</summary>
    public static VerdictMark Mark(Ground ground, bool isReplaced) => (ground.Rule, isReplaced) switch
    {
        ("altered", true) => new(Verdict.NotApplicable, "replaced"),
        ("sound", _) => new(Verdict.Demonstrated, "sound"),
        ("contradicts" or "contradicted-at-registration", _) => new(Verdict.Gap, "contradicts"),
        ("other-release", _) => new(Verdict.NotApplicable, "other release"),
        ("not-yet-received", _) => new(Verdict.NotApplicable, "not yet received"),
        ("stale-by-policy", _) => new(Verdict.Claimed, "stale"),
        ("other-kind", _) => new(Verdict.Claimed, "other kind"),
        var (rule, _) => new(Verdict.Claimed, rule),
    };

    /// <summary>What the content check found: totals, what the artefact names about itself, findings.</summary>
    public static IReadOnlyList<Inline> Found(Check check)
    {
        var lines = new List<IReadOnlyList<Inline>>();
        var counts = Counts(check);
        lines.Add([counts.Length > 0 ? $"{check.Kind.Word()}: {counts}" : check.Kind.Word()]);
        if (check.Identity.Count > 0) lines.Add([new Run(string.Join("; ", check.Identity.Select(i => $"{i.Name} {i.Value}")), Setting.Soft)]);
        foreach (var finding in check.Findings.Take(MaxFindings)) lines.Add([finding.Text]);
        if (check.Findings.Count > MaxFindings) lines.Add([$"and {Wording.Number(check.Findings.Count - MaxFindings)} more"]);
        return Wording.Lines(lines);
    }

    /// <summary>The totals of a check, without those that are zero and tell nothing.</summary>
    public static string Counts(Check check) =>
        string.Join(", ", check.Counts.Where(c => c.Value != 0 || c.Name is "failed" or "errors").Select(c => $"{c.Name} {Wording.Number(c.Value)}"));

    /// <summary>The releases a fact was observed on.</summary>
    public static string Releases(ReleaseRange range)
    {
        if (range.Only.Count > 0) return string.Join(", ", range.Only);
        return (range.From, range.Until) switch
        {
            (null, null) => "all",
            ({ } from, null) => $"from {from}",
            (null, { } until) => $"until {until}",
            var (from, until) => $"{from} to {until}",
        };
    }
}
