using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Legal;

namespace Marque.Documents.Report;

/// <summary>The view by catalog: IEC 62443 by practice and foundational requirement, and the case's own catalogs.</summary>
internal static class CatalogsSection
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        foreach (var group in Listed.Of(scope.Index.CatalogItems, scope.A.Catalogs).GroupBy(e => e.Item.Catalog, StringComparer.Ordinal))
        {
            var items = group.ToList();
            var catalog = scope.Index.Law.Catalogs.FirstOrDefault(c => c.Id == group.Key && c.Items.Any(i => i.Digest == items[0].Item.Digest));
            yield return scope.Section($"catalog-{group.Key}", catalog is null ? scope.T.Of("report.catalog.own", ("catalog", group.Key)) : Title(catalog));
            if (catalog is { IsProcess: true }) foreach (var block in Practices.Of(scope, catalog, items)) yield return block;
            if (catalog is null || catalog.Groups.Count == 0)
            {
                yield return ItemTable.Of(scope, group.Key, items);
                continue;
            }

            foreach (var part in items.GroupBy(e => scope.Of(e.Item)?.Group ?? "", StringComparer.Ordinal))
            {
                var title = catalog.Groups.FirstOrDefault(g => g.Id == part.Key).Title;
                var name = title is not null ? $"{part.Key}, {scope.Title(catalog, part.Key, title)}" : part.Key.Length > 0 ? part.Key : scope.T["report.catalog.common"];
                yield return ItemTable.Of(scope, name, [.. part]);
            }
        }
    }

    // "IEC 62443-4-1:2018 (edition 1.0, 2018-01); EN IEC 62443-4-1:2018": the first reference is enough for a heading.
    private static string Title(Catalog catalog) => catalog.Title.IndexOfAny([' ', ';'], "IEC ".Length) is var end and > 0 ? catalog.Title[..end] : catalog.Title;
}
