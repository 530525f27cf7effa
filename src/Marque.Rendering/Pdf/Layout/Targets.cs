using Marque.Documents.Blocks;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>The ids of a document that links may lead to.</summary>
internal static class Targets
{
    public static HashSet<string> Of(Document document)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in document.Opening.Concat(document.Body).Concat(document.Closing)) Add(block, ids);
        return ids;
    }

    private static void Add(Block block, HashSet<string> ids)
    {
        switch (block)
        {
            case Heading heading: ids.Add(heading.Id); break;
            case Entry entry:
                ids.Add(entry.Heading.Id);
                Add(entry.Blocks, ids);
                break;
            case Table table:
                foreach (var row in table.Rows)
                {
                    if (row.Id is { } id) ids.Add(id);
                }

                break;
            case Callout callout: Add(callout.Blocks, ids); break;
            case Fold fold: Add(fold.Blocks, ids); break;
            case ItemList list:
                foreach (var item in list.Items) Add(item, ids);
                break;
        }
    }

    private static void Add(IReadOnlyList<Block> blocks, HashSet<string> ids)
    {
        foreach (var block in blocks) Add(block, ids);
    }
}
