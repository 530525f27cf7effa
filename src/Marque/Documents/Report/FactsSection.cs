using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Facts;
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
        yield return scope.Section("facts", "Facts");
        yield return new Paragraph($"{Wording.Count(scope.Index.Series.Count, "series", "series")} with {Wording.Count(scope.Index.Series.Sum(s => s.Facts.Length), "registered result", "registered results")}. A result is sound when its bytes have the registered digest, its content check supports, and it is of this release and not too old.") { IsSoft = true };
        foreach (var state in scope.States) yield return Entry(scope, state);
    }

    private static Entry Entry(Scope scope, SeriesState state)
    {
        var series = state.Series.Series;
        var (verdict, word) = FactWords.Of(state);
        var uses = scope.Mentions.UsesOf(series.Id);
        var facts = FactStates.Each(state.Series, scope.Index.History, scope.Seen, scope.A.Release, scope.A.AsOf).Reverse().OrderByDescending(f => f.Fact == state.Current).ToList();
        var blocks = new List<Block>
        {
            new Paragraph([new VerdictMark(verdict, word), ". ", .. series.Title is { } title ? [title, ". "] : Array.Empty<Inline>(), new Run(Particulars(series, state), Setting.Soft)]),
        };
        foreach (var (fact, ground) in state.Contradictions.Where(c => c.Fact != state.Current)) blocks.Add(new Paragraph([$"Result of {Wording.Text(fact.ObservedAt)}: ", .. Because.Sentence(scope, ground)]));
        if (uses.Count > 0) blocks.Add(new Paragraph(["Used for ", .. Wording.Joined(uses.Select(scope.Named)), "."]));
        else blocks.Add(new Paragraph("No statement and no verdict of this report names it.") { IsSoft = true });
        if (facts.Count > 0) blocks.Add(Table(scope, series, facts, facts.Count <= Shown + 1 ? facts : facts[..Shown], "Results"));
        if (facts.Count > Shown + 1) blocks.Add(new Fold([$"{Wording.Number(facts.Count - Shown)} earlier or other results"], Table(scope, series, facts, facts[Shown..], "Earlier or other results")));
        return new Entry(new Heading(3, scope.AnchorOf(state.Series.Ref)!, series.Id), new Facets(word, null, series.Parts), blocks);
    }

    private static string Particulars(Series series, SeriesState state)
    {
        var words = new List<string>();
        if (state.Kind is { } kind) words.Add(kind.Word());
        if (series.Method is { } method) words.Add($"by {method}");
        if (series.Role != EvidenceRole.None) words.Add(series.Role == EvidenceRole.Defined ? "shows a process defined" : "shows a process practised");
        words.Add($"parts: {Wording.Parts(series.Parts)}");
        if (series.EveryDays is { } days) words.Add($"due every {Wording.Number(days)} days");
        if (series.Process is { } process) words.Add($"of process case {process}");
        words.Add(series.Place.ToString());
        return string.Join(" · ", words);
    }

    private static Table Table(Scope scope, Series series, IReadOnlyList<(RegisteredFact Fact, Ground Ground)> all, IReadOnlyList<(RegisteredFact Fact, Ground Ground)> shown, string caption) =>
        new($"{caption} of {series.Id}",
            [new("Observed", 14) { IsKey = true }, new("Release", 10), new("State", 12), new("What the check found", 29), new("SHA-256 and file", 35)],
            [.. shown.Select(f => Row(scope, series, all, f.Fact, f.Ground))]) { IsDense = true };

    private static Row Row(Scope scope, Series series, IReadOnlyList<(RegisteredFact Fact, Ground Ground)> all, RegisteredFact fact, Ground ground)
    {
        var observation = scope.Seen.Seen.GetValueOrDefault((series.Id, fact.Digest));
        var path = fact.Path ?? series.Path;
        // Other bytes at its place that are a later result's: not altered, but gone with time.
        var later = ground.Rule == "altered" ? all.FirstOrDefault(o => o.Fact.Sha256 == observation?.Sha256 && (o.Fact.Path ?? series.Path) == path && o.Fact.ObservedAt > fact.ObservedAt).Fact : null;
        var found = new List<IReadOnlyList<Inline>>();
        if (later is not null) found.Add([$"the result of {Wording.Text(later.ObservedAt)} stands at its place"]);
        else if (ground.Rule != "sound") found.Add([Wording.Capital(Reason(series, ground))]);
        if (observation?.Check is { } check && observation.Sha256 == fact.Sha256) found.Add(FactWords.Found(check));
        if (fact.Found is { } registered) found.Add([new Run($"registered as: {registered.ToString().ToLowerInvariant()}", Setting.Soft)]);
        var digest = new List<Inline> { new Run(fact.Sha256.ToString(), Setting.Code) };
        if (later is null && observation?.Sha256 is { } other && other != fact.Sha256) digest.AddRange([new LineBreak(), "found: ", new Run(other.ToString(), Setting.Code)]);
        if (path is not null) digest.AddRange([new LineBreak(), scope.FileOf(series.Id, fact.Sha256) is { } file ? new FileLink(file, path) : new Run(path, Setting.Code)]);
        return new Row(
            [Wording.Text(fact.ObservedAt), .. fact.ReceivedAt != fact.ObservedAt ? [new LineBreak(), new Run($"received {Wording.Text(fact.ReceivedAt)}", Setting.Soft)] : Array.Empty<Inline>(), .. fact.ValidUntil is { } until ? [new LineBreak(), new Run($"valid until {Wording.Text(until)}", Setting.Soft)] : Array.Empty<Inline>()],
            [FactWords.Releases(fact.Releases)],
            [FactWords.Mark(ground, later is not null)],
            Wording.Lines(found),
            digest);
    }

    private static string Reason(Series series, Ground ground)
    {
        var text = GroundText.Of(ground);
        return text.StartsWith(series.Id + ": ", StringComparison.Ordinal) ? text[(series.Id.Length + 2)..] : text;
    }
}
