using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Facts;
using Marque.Language;
using Marque.Text;

namespace Marque.Documents.Report;

/// <summary>The facts: each series with its results, their digests, what their check found, and what they are used for.</summary>
internal static class FactsSection
{
    // The current results and the newest few; the rest can be opened.
    private const int Shown = 3;

    public static IEnumerable<Block> Of(Scope scope)
    {
        if (scope.Index.Series.Count == 0) yield break;
        yield return scope.Section("facts", scope.T["report.facts"]);
        yield return new Paragraph(scope.T.Of("report.facts.opening", ("series", scope.T.Counted("report.facts.series", scope.Index.Series.Count)), ("results", scope.T.Counted("report.facts.results", scope.Index.Series.Sum(s => s.Facts.Length))))) { IsSoft = true };
        foreach (var state in scope.States) yield return Entry(scope, state);
    }

    private static Entry Entry(Scope scope, SeriesState state)
    {
        var series = state.Series.Series;
        var (verdict, word) = FactWords.Of(scope.T, state);
        var uses = scope.Mentions.UsesOf(series.Id);
        var facts = FactStates.Each(state.Series, scope.Index.History, scope.Seen, scope.A.Release, scope.A.AsOf).Reverse().OrderByDescending(f => f.Fact == state.Current).ToList();
        var blocks = new List<Block>
        {
            new Paragraph([new VerdictMark(verdict, word), ". ", .. series.Title is { } title ? [title, ". "] : Array.Empty<Inline>(), new Run(Particulars(scope.T, series, state), Setting.Soft)]),
        };
        foreach (var (fact, ground) in state.Contradictions.Where(c => c.Fact != state.Current)) blocks.Add(new Paragraph(scope.T.Words("report.facts.contradiction", ("instant", [Wording.Text(fact.ObservedAt)]), ("because", Because.Sentence(scope, ground)))));
        if (uses.Count > 0) blocks.Add(new Paragraph(scope.T.Words("report.facts.used", ("uses", Wording.Joined(uses.Select(scope.Named))))));
        else blocks.Add(new Paragraph(scope.T["report.facts.unused"]) { IsSoft = true });
        if (facts.Count > 0) blocks.Add(Table(scope, series, facts, facts.Count <= Shown + 1 ? facts : facts[..Shown], scope.T.Of("report.facts.table", ("series", series.Id))));
        if (facts.Count > Shown + 1) blocks.Add(new Fold([scope.T.Of("report.facts.earlier", ("count", Wording.Number(facts.Count - Shown)))], Table(scope, series, facts, facts[Shown..], scope.T.Of("report.facts.table.earlier", ("series", series.Id)))));
        return new Entry(new Heading(3, scope.AnchorOf(state.Series.Ref)!, series.Id), new Facets(word, null, series.Parts), blocks);
    }

    private static string Particulars(Texts t, Series series, SeriesState state)
    {
        var words = new List<string>();
        if (state.Kind is { } kind) words.Add(kind.Word());
        if (series.Method is { } method) words.Add(t.Of("report.facts.by", ("method", Spoken.Say(method, t))));
        if (series.Role != EvidenceRole.None) words.Add(series.Role == EvidenceRole.Defined ? t["report.facts.defined"] : t["report.facts.practised"]);
        words.Add(t.Of("report.facts.parts", ("parts", Wording.Parts(t, series.Parts))));
        if (series.EveryDays is { } days) words.Add(t.Of("report.facts.due", ("days", Wording.Number(days))));
        if (series.Process is { } process) words.Add(t.Of("report.facts.process", ("process", process)));
        words.Add(series.Place.ToString());
        return string.Join(" · ", words);
    }

    private static Table Table(Scope scope, Series series, IReadOnlyList<(RegisteredFact Fact, Ground Ground)> all, IReadOnlyList<(RegisteredFact Fact, Ground Ground)> shown, string caption) =>
        new(caption,
            [new(scope.T["report.facts.observed"], 14) { IsKey = true }, new(scope.T["word.release"], 10), new(scope.T["word.state"], 12), new(scope.T["report.facts.found"], 29), new(scope.T["report.facts.digest"], 35)],
            [.. shown.Select(f => Row(scope, series, all, f.Fact, f.Ground))]) { IsDense = true };

    private static Row Row(Scope scope, Series series, IReadOnlyList<(RegisteredFact Fact, Ground Ground)> all, RegisteredFact fact, Ground ground)
    {
        var observation = scope.Seen.Seen.GetValueOrDefault((series.Id, fact.Digest));
        var path = fact.Path ?? series.Path;
        // Other bytes at its place that are a later result's: not altered, but gone with time.
        var later = ground.Rule == "altered" ? all.FirstOrDefault(o => o.Fact.Sha256 == observation?.Sha256 && (o.Fact.Path ?? series.Path) == path && o.Fact.ObservedAt > fact.ObservedAt).Fact : null;
        var found = new List<IReadOnlyList<Inline>>();
        if (later is not null) found.Add([scope.T.Of("report.facts.replaced", ("instant", Wording.Text(later.ObservedAt)))]);
        else if (ground.Rule != "sound") found.Add([Wording.Capital(Reason(scope.T, series, ground))]);
        if (observation?.Check is { } check && observation.Sha256 == fact.Sha256) found.Add(FactWords.Found(scope.T, check));
        if (fact.Found is { } registered) found.Add([new Run(scope.T.Of("report.facts.registered-as", ("outcome", scope.T[$"outcome.{registered.Word()}"])), Setting.Soft)]);
        var digest = new List<Inline> { new Run(fact.Sha256.ToString(), Setting.Code) };
        if (later is null && observation?.Sha256 is { } other && other != fact.Sha256) digest.AddRange([new LineBreak(), .. scope.T.Words("report.facts.found-digest", ("sha256", [new Run(other.ToString(), Setting.Code)]))]);
        if (path is not null) digest.AddRange([new LineBreak(), scope.FileOf(series.Id, fact.Sha256) is { } file ? new FileLink(file, path) : new Run(path, Setting.Code)]);
        return new Row(
            [Wording.Text(fact.ObservedAt), .. fact.ReceivedAt != fact.ObservedAt ? [new LineBreak(), new Run(scope.T.Of("report.facts.received", ("instant", Wording.Text(fact.ReceivedAt))), Setting.Soft)] : Array.Empty<Inline>(), .. fact.ValidUntil is { } until ? [new LineBreak(), new Run(scope.T.Of("report.facts.valid", ("until", Wording.Text(until))), Setting.Soft)] : Array.Empty<Inline>()],
            [FactWords.Releases(scope.T, fact.Releases)],
            [FactWords.Mark(scope.T, ground, later is not null)],
            Wording.Lines(found),
            digest);
    }

    private static string Reason(Texts t, Series series, Ground ground)
    {
        var text = GroundText.Of(ground, t);
        return text.StartsWith(series.Id + ": ", StringComparison.Ordinal) ? text[(series.Id.Length + 2)..] : text;
    }
}
