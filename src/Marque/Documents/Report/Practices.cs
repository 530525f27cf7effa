using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Legal;

namespace Marque.Documents.Report;

/// <summary>How far each practice of IEC 62443-4-1 is: its requirements by verdict, and for how many sound evidence shows the process defined and practised.</summary>
internal static class Practices
{
    public static IEnumerable<Block> Of(Scope scope, Catalog catalog, IReadOnlyList<(Item Item, Derivation Why)> items)
    {
        yield return new Paragraph(scope.T.Words("report.practices.opening", ("defined", [new Run(scope.T["report.practices.defined"], Setting.Strong)]), ("practised", [new Run(scope.T["report.practices.practised"], Setting.Strong)]), ("demonstrated", [new VerdictMark(Verdict.Demonstrated)]))) { IsSoft = true };
        Verdict[] verdicts = [Verdict.Demonstrated, Verdict.Claimed, Verdict.Gap, Verdict.Open, Verdict.NotApplicable];
        yield return new Table(scope.T["report.practices"], [new(scope.T["report.practices.practice"], 30) { IsKey = true }, new(scope.T["report.practices.items"], 9), new(Wording.Capital(scope.T["report.practices.defined"]), 9), new(Wording.Capital(scope.T["report.practices.practised"]), 10), .. verdicts.Select(v => new Column(Wording.Capital(scope.T[$"verdict.{v.Word()}"]), 12))],
            [.. catalog.Groups.Select(g => (Group: g, Items: items.Where(e => scope.Of(e.Item)?.Group == g.Id).ToList())).Where(g => g.Items.Count > 0).Select(g => new Row(
            [
                [$"{g.Group.Id}, {scope.Title(catalog, g.Group.Id, g.Group.Title)}"],
                [Wording.Number(g.Items.Count)],
                Number(g.Items.Count(e => Shows(scope, e.Item, EvidenceRole.Defined))),
                Number(g.Items.Count(e => Shows(scope, e.Item, EvidenceRole.Practised))),
                .. verdicts.Select(v => Number(g.Items.Count(e => e.Why.Verdict == v))),
            ]))]);
    }

    private static IReadOnlyList<Inline> Number(int count) => [new Run(Wording.Number(count), count == 0 ? Setting.Soft : Setting.Plain)];

    // Sound evidence in the role, named by a statement that holds for the release or by a decision in force.
    private static bool Shows(Scope scope, Item item, EvidenceRole role) => item.AllStatements.Any(s =>
        scope.Index.History.Covers(s.Statement.Releases, scope.A.Release) && s.Evidence.Any(e => IsShown(scope, e, role)))
        || item.Decisions.Exists(d => scope.Decided[d.Number] is (true, null) && d.Series.Any(s => IsShown(scope, s, role)));

    private static bool IsShown(Scope scope, IndexedSeries series, EvidenceRole role) => series.Series.Role == role && scope.States[series.Number] is { IsSound: true, Contradictions.Count: 0 };
}
