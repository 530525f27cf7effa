using Marque.Documents.Blocks;

namespace Marque.Documents.Report;

/// <summary>What a perfect IEC 62443 file leaves open.</summary>
internal static class RemainderSection
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        var items = Listed.Of(scope.Index.RemainderItems, scope.A.Remainder).ToList();
        if (items.Count == 0) yield break;
        yield return scope.Section("remainder", scope.T["report.remainder"]);
        yield return new Paragraph(scope.T.Of("report.remainder.opening", ("law", scope.T["tag.law"]))) { IsSoft = true };
        var targets = scope.Index.Law.Remainder.ToDictionary(r => r.Id, r => r.Target, StringComparer.Ordinal);
        foreach (var group in items.GroupBy(e => targets[e.Item.Id], StringComparer.Ordinal)) yield return ItemTable.Of(scope, group.Key, [.. group]);
    }
}
