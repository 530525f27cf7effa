using Marque.Documents.Blocks;

namespace Marque.Documents;

/// <summary>Takes links out of a document that lead to places it does not have: the same sections stand in documents that hold more and in such that hold less.</summary>
internal static class Anchored
{
    /// <summary>The document, where every link leads somewhere.</summary>
    public static Document Of(Document document)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in document.Opening.Concat(document.Body).Concat(document.Closing)) Gather(block, ids);
        IReadOnlyList<Block> Kept(IReadOnlyList<Block> blocks) => [.. blocks.Select(b => Of(b, ids))];
        return document with { Opening = Kept(document.Opening), Body = Kept(document.Body), Closing = Kept(document.Closing) };
    }

    private static void Gather(Block block, HashSet<string> ids)
    {
        switch (block)
        {
            case Heading heading: ids.Add(heading.Id); break;
            case Entry entry:
                ids.Add(entry.Heading.Id);
                foreach (var inner in entry.Blocks) Gather(inner, ids);
                break;
            case Table table:
                foreach (var row in table.Rows.Where(r => r.Id is not null)) ids.Add(row.Id!);
                break;
            case Callout callout:
                foreach (var inner in callout.Blocks) Gather(inner, ids);
                break;
            case Fold fold:
                foreach (var inner in fold.Blocks) Gather(inner, ids);
                break;
            case ItemList list:
                foreach (var inner in list.Items.SelectMany(i => i)) Gather(inner, ids);
                break;
        }
    }

    private static Block Of(Block block, HashSet<string> ids) => block switch
    {
        Paragraph p => p with { Text = Of(p.Text, ids) },
        ItemList l => l with { Items = [.. l.Items.Select(i => (IReadOnlyList<Block>)[.. i.Select(b => Of(b, ids))])] },
        Terms t => new Terms([.. t.Pairs.Select(p => (p.Name, Of(p.Value, ids)))]),
        Callout c => c with { Blocks = [.. c.Blocks.Select(b => Of(b, ids))] },
        Fold f => f with { Summary = Of(f.Summary, ids), Blocks = [.. f.Blocks.Select(b => Of(b, ids))] },
        Entry e => e with { Blocks = [.. e.Blocks.Select(b => Of(b, ids))] },
        Table t => t with { Rows = [.. t.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => Of(c, ids))] })] },
        Tree t => t with { Roots = [.. t.Roots.Select(n => Of(n, ids))] },
        _ => block,
    };

    private static Node Of(Node node, HashSet<string> ids) =>
        new(Of(node.Head, ids), [.. node.Lines.Select(l => Of(l, ids))], [.. node.Children.Select(c => Of(c, ids))]);

    // Most words are no links: their list stays the same one.
    private static IReadOnlyList<Inline> Of(IReadOnlyList<Inline> words, HashSet<string> ids) =>
        words.Any(w => w is Link link && !ids.Contains(link.Target)) ? [.. words.Select(w => w is Link link && !ids.Contains(link.Target) ? new Run(link.Text) : w)] : words;
}
