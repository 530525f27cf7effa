using Marque.Assessments;
using Marque.Documents.Blocks;

namespace Marque.Documents.Report;

/// <summary>Items of a catalog with verdicts, by part where the parts differ, and the manufacturer's statement.</summary>
internal static class ItemTable
{
    public static Table Of(Scope scope, string caption, IReadOnlyList<(Item Item, Derivation Why)> items)
    {
        // One statement answers process items for every part alike: columns by part would repeat it.
        var parts = items.Any(e => e.Why.From.Any(d => d.Part is not null)) ? scope.Columns : [];
        var tagged = items.Any(e => e.Item.Tag is not null);
        return new Table(caption,
            [new(scope.T["report.items.item"], 12) { IsKey = true }, new(scope.T["report.items.title"], 17), new(scope.T["word.verdict"], 15), .. parts.Select(p => new Column(p.Id, 15)), new(scope.T["report.items.why"], 44), .. tagged ? [new Column(scope.T["word.tag"], 7)] : Array.Empty<Column>()],
            [.. items.Select(e => new Row(
            [
                [e.Item.Id],
                [scope.Title(e.Item)],
                [new VerdictMark(e.Why.Verdict)],
                .. parts.Select(p => OfPart(scope, e.Why, p.Id)),
                Why(scope, e.Item, e.Why),
                .. tagged ? [e.Item.Tag is { } tag ? [new TagMark(tag)] : []] : Array.Empty<IReadOnlyList<Inline>>(),
            ]) { Id = scope.AnchorOf(e.Item.Id), Facets = Wording.Facets(e.Why, e.Item.Tag ?? Legal.Tag.Standard) })]) { IsDense = true, HasTitle = true };
    }

    private static IReadOnlyList<Inline> OfPart(Scope scope, Derivation why, string part) =>
        why.From.FirstOrDefault(d => d.Part == part) is { } own ? [new VerdictMark(own.Verdict)] : [new Run(scope.T["word.as-a-whole"], Setting.Soft)];

    private static IReadOnlyList<Inline> Why(Scope scope, Item item, Derivation why)
    {
        var because = Because.InShort(scope, why);
        var stated = item.Statements.Where(s => s.Statement.How.Length > 0).Select(s => (IReadOnlyList<Inline>)[new Run(s.Statement.Parts.Count > 0 ? $"{Wording.Parts(scope.T, s.Statement.Parts)}: {s.Statement.How}" : s.Statement.How, Setting.Soft)]);
        return Wording.Lines([.. because.Count > 0 ? [because] : Array.Empty<IReadOnlyList<Inline>>(), .. stated]);
    }
}
