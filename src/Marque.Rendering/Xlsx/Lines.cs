using System.Diagnostics;
using Marque.Documents.Blocks;
using Marque.Rendering.Office;

namespace Marque.Rendering.Xlsx;

/// <summary>What is no table as lines, in the order it is read; where a table stands, its caption leads to its sheet.</summary>
internal sealed class Lines
{
    private readonly List<Line> lines = [];
    private readonly List<Table> tables = [];

    private Lines()
    {
    }

    public IReadOnlyList<Line> All => lines;

    public IReadOnlyList<Table> Tables => tables;

    public static Lines Of(Document document)
    {
        var found = new Lines();
        var isTitled = document.Opening is [Heading { Level: 1 }, ..];
        if (isTitled && document.Opening[0] is Heading title) found.lines.Add(new Line(title.Text, Face.Title) { Id = title.Id });
        else found.lines.Add(new Line([document.Title], Face.Title));
        foreach (var block in document.Opening.Skip(isTitled ? 1 : 0).Concat(document.Body).Concat(document.Closing)) found.Add(block, 0);
        return found;
    }

    private void Add(Block block, int indent)
    {
        switch (block)
        {
            case Heading heading: Add(heading); break;
            case Paragraph paragraph: lines.Add(new Line(paragraph.Text, paragraph.IsSoft ? Face.Soft : Face.Plain, indent)); break;
            case Quotation quotation:
                lines.Add(new Line([quotation.Text], Face.Plain, indent + 1));
                lines.Add(new Line([quotation.Source], Face.Soft, indent + 1));
                break;
            case ItemList list: Add(list, indent); break;
            case Terms terms:
                foreach (var (name, value) in terms.Pairs) lines.Add(new Line([new Run($"{name}: ", Setting.Soft), .. value], Face.Plain, indent));
                break;
            case Tally tally:
                lines.Add(new Line([tally.What], Face.Soft, indent));
                foreach (var (verdict, count) in tally.Counts) lines.Add(new Line([new Run(Elements.Of(count), Setting.Strong), " ", new VerdictMark(verdict)], Face.Plain, indent));
                break;
            case Callout callout:
                lines.Add(new Line([callout.Title], Face.Strong, indent));
                foreach (var inner in callout.Blocks) Add(inner, indent + 1);
                break;
            case Fold fold:
                lines.Add(new Line(fold.Summary, Face.Strong, indent));
                foreach (var inner in fold.Blocks) Add(inner, indent + 1);
                break;
            case Entry entry:
                Add(entry.Heading);
                foreach (var inner in entry.Blocks) Add(inner, indent);
                break;
            case Table table:
                lines.Add(new Line([table.Caption], Face.Link, indent) { Table = table });
                tables.Add(table);
                break;
            case SignatureBlock signature:
                foreach (var field in signature.Fields) lines.Add(new Line([new Run(field, Setting.Soft), ": ________________________________"], Face.Plain, indent));
                break;
            case Tree tree:
                foreach (var root in tree.Roots) Add(root, indent);
                break;
            case PageBreak: break;
            default: throw new UnreachableException($"No workbook has {block.GetType().Name}.");
        }
    }

    private void Add(Heading heading)
    {
        if (heading.Level <= 2) lines.Add(new Line([]));
        lines.Add(new Line(heading.Text, Faces.Heading(heading.Level)) { Id = heading.Id });
    }

    private void Add(ItemList list, int indent)
    {
        for (var i = 0; i < list.Items.Count; i++)
        {
            var sign = list.IsNumbered ? $"{Elements.Of(i + 1)}. " : "• ";
            var item = list.Items[i];
            lines.Add(new Line([sign, .. item is [Paragraph first, ..] ? first.Text : []], Face.Plain, indent + 1));
            foreach (var inner in item.Skip(item is [Paragraph, ..] ? 1 : 0)) Add(inner, indent + 1);
        }
    }

    private void Add(Node node, int indent)
    {
        lines.Add(new Line(node.Head, Face.Plain, indent));
        foreach (var line in node.Lines) lines.Add(new Line(line, Face.Soft, indent + 1));
        foreach (var child in node.Children) Add(child, indent + 1);
    }
}
