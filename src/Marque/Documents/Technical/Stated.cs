using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Language;

namespace Marque.Documents.Technical;

/// <summary>What the manufacturer states, and the evidence behind it.</summary>
internal static class Stated
{
    /// <summary>The statements on any of the requirements that hold for the release and say or name something.</summary>
    public static IReadOnlyList<(Item Item, IndexedStatement Statement)> On(Scope scope, IReadOnlyList<string> ids) =>
        [.. ids.Select(scope.Item).OfType<Item>().SelectMany(i => i.AllStatements.Select(s => (i, s))).Where(e => (e.s.Statement.How.Length > 0 || e.s.Evidence.Count > 0) && scope.Index.History.Covers(e.s.Statement.Releases, scope.A.Release))];

    /// <summary>Whether something is there already: what is planned fills no item.</summary>
    public static bool IsThere(IndexedStatement statement) => statement.Statement.Status is Status.Implemented or Status.Partly;

    /// <summary>A statement in words, with its status where that is not "implemented".</summary>
    public static string Words(Texts texts, Statement statement) => statement.Status == Status.Implemented ? statement.How : $"{texts[$"status.{statement.Status.Word()}"]}: {statement.How}";

    /// <summary>Series of facts as a table: what they are, their state, where the bytes lie.</summary>
    public static Table Evidence(Subject subject, string caption, IReadOnlyList<IndexedSeries> series)
    {
        var t = subject.T;
        return new Table(caption,
            [new(t["column.evidence"], 24) { IsKey = true }, new(t["column.title"], 26), new(t["column.kind"], 12), new(t["column.observed"], 14), new(t["column.state"], 14), new(t["column.file"], 26)],
            [.. series.Select(s => Row(subject.Scope, s))]) { IsDense = true, HasTitle = true };
    }

    private static Row Row(Scope scope, IndexedSeries series)
    {
        var state = scope.States[series.Number];
        var current = state.Current;
        var path = current is null ? null : current.Path ?? series.Series.Path;
        return new Row(
            [scope.Series(series.Series.Id)],
            [series.Series.Title ?? ""],
            [state.Kind is { } kind ? Marque.Facts.FactKinds.Word(kind) : ""],
            [current is null ? "" : Wording.Text(Legal.BrusselsDay.AsOf(current.ObservedAt))],
            [FactWords.Mark(scope.T, state)],
            [path is null || current is null ? "" : scope.FileOf(series.Series.Id, current.Sha256) is { } file ? new FileLink(file, path) : new Run(path, Setting.Code)]);
    }
}
