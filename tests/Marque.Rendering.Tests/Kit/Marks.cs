using Marque.Documents.Blocks;

namespace Marque.Rendering.Tests.Kit;

/// <summary>The marks of verdicts in a document.</summary>
internal static class Marks
{
    public static IEnumerable<VerdictMark> Of(Document document) => document.Opening.Concat(document.Body).Concat(document.Closing).SelectMany(Of);

    private static IEnumerable<VerdictMark> Of(Block block) => block switch
    {
        Heading heading => Of(heading.Text),
        Paragraph paragraph => Of(paragraph.Text),
        ItemList list => list.Items.SelectMany(i => i).SelectMany(Of),
        Terms terms => terms.Pairs.SelectMany(p => Of(p.Value)),
        Tally tally => tally.Counts.Select(c => new VerdictMark(c.Verdict)),
        Callout callout => callout.Blocks.SelectMany(Of),
        Fold fold => Of(fold.Summary).Concat(fold.Blocks.SelectMany(Of)),
        Entry entry => Of(entry.Heading.Text).Concat(entry.Blocks.SelectMany(Of)),
        Table table => table.Rows.SelectMany(r => r.Cells).SelectMany(Of),
        Tree tree => tree.Roots.SelectMany(Of),
        _ => [],
    };

    private static IEnumerable<VerdictMark> Of(Node node) => Of(node.Head).Concat(node.Lines.SelectMany(Of)).Concat(node.Children.SelectMany(Of));

    private static IEnumerable<VerdictMark> Of(IReadOnlyList<Inline> words) => words.OfType<VerdictMark>();
}
