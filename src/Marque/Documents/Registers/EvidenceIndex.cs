using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Facts;
using Marque.Legal;

namespace Marque.Documents.Registers;

/// <summary>The index of evidence: each series with its current result, digest, age and until when it counts.</summary>
internal static class EvidenceIndex
{
    public static Document Of(Subject subject)
    {
        var (scope, t) = (subject.Scope, subject.T);
        var sound = scope.States.Count(s => s.IsSound && s.Contradictions.Count == 0);
        List<Block> opening = [new Paragraph(t["register.evidence.opening"]), new Paragraph(t.Of("register.evidence.counts", ("series", Wording.Number(scope.States.Count)), ("sound", Wording.Number(sound)))), subject.Sources()];
        List<Block> body = [Subject.Section("evidence", t["register.evidence"])];
        if (scope.States.Count == 0) body.Add(new Paragraph(t["register.evidence.none"]));
        else body.Add(new Table(t["register.evidence"],
            [new(t["column.evidence"], 14) { IsKey = true }, new(t["column.title"], 14), new(t["column.kind"], 8), new(t["column.state"], 11), new(t["column.observed"], 11), new(t["column.fresh-until"], 11), new(t["column.release"], 8), new("SHA-256", 16), new(t["column.used-for"], 14)],
            [.. scope.States.Select(s => Row(subject, s))]) { IsDense = true, Sheet = t["register.evidence.sheet"] });
        return subject.Document("evidence-index", opening, body) with { IsLandscape = true };
    }

    private static Row Row(Subject subject, SeriesState state)
    {
        var (scope, t) = (subject.Scope, subject.T);
        var series = state.Series.Series;
        var current = state.Current;
        return new Row(
            [series.Id],
            [series.Title ?? ""],
            [state.Kind is { } kind ? kind.Word() : ""],
            [FactWords.Mark(subject.T, state), .. state.IsSound && state.Contradictions.Count == 0 ? Array.Empty<Inline>() : state.Grounds.Take(1).SelectMany(g => (IEnumerable<Inline>)[new LineBreak(), Reason(series.Id, GroundText.Of(g, t))])],
            current is null ? [] : [Wording.Text(BrusselsDay.AsOf(current.ObservedAt)), new LineBreak(), new Run(t.Of("register.evidence.age", ("days", Wording.Number((BrusselsDay.AsOf(scope.A.AsOf) - BrusselsDay.AsOf(current.ObservedAt)).Days))), Setting.Soft)],
            current is null ? [] : [FreshUntil(subject, state)],
            [current is null ? "" : FactWords.Releases(subject.T, current.Releases)],
            current is null ? [] : [scope.FileOf(series.Id, current.Sha256) is { } file ? new FileLink(file, current.Sha256.ToString()) : new Run(current.Sha256.ToString(), Setting.Code)],
            [string.Join(", ", scope.Mentions.UsesOf(series.Id))])
        { Id = scope.AnchorOf(state.Series.Ref), Facets = new(FactWords.Of(subject.T, state).Word, null, series.Parts) };
    }

    // The row names the series already.
    private static string Reason(string series, string sentence) => sentence.StartsWith($"{series}: ", StringComparison.Ordinal) ? sentence[(series.Length + 2)..] : sentence;

    // What the fact says itself, the policy of its kind, the interval of the series: what ends first.
    private static string FreshUntil(Subject subject, SeriesState state)
    {
        var current = state.Current!;
        List<NodaTime.Instant> ends = [];
        if (current.ValidUntil is { } until) ends.Add(until);
        else if (state.Series.FreshnessDays is { } days) ends.Add(current.ObservedAt + NodaTime.Duration.FromDays(days));
        if (state.Series.Series.EveryDays is { } every) ends.Add(current.ObservedAt + NodaTime.Duration.FromDays(every));
        return ends.Count > 0 ? Wording.Text(BrusselsDay.AsOf(ends.Min())) : subject.T["register.evidence.no-limit"];
    }
}
