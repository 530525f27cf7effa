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
        yield return new Paragraph("How mature a practice is, is told here by its two kinds of evidence only: ", new Run("defined", Setting.Strong), " counts requirements with a sound procedure or certificate, ", new Run("practised", Setting.Strong), " those with a sound record of this release or period; ", new VerdictMark(Verdict.Demonstrated), " needs both, and a decision. No maturity level is assigned: that is a judgement of an assessor over products.") { IsSoft = true };
        Verdict[] verdicts = [Verdict.Demonstrated, Verdict.Claimed, Verdict.Gap, Verdict.Open, Verdict.NotApplicable];
        yield return new Table("Practices", [new("Practice", 30) { IsKey = true }, new("Items", 9), new("Defined", 9), new("Practised", 10), .. verdicts.Select(v => new Column(Wording.Capital(v.Words()), 12))],
            [.. catalog.Groups.Select(g => (Group: g, Items: items.Where(e => scope.Of(e.Item)?.Group == g.Id).ToList())).Where(g => g.Items.Count > 0).Select(g => new Row(
            [
                [$"{g.Group.Id}, {g.Group.Title}"],
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
