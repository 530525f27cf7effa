using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Marque.Documents.Blocks;
using Marque.Rendering.Office;
using Blocks = Marque.Documents.Blocks;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Marque.Rendering.Docx;

/// <summary>Blocks as paragraphs and tables of a text document, each as soon as it is made.</summary>
/// <param name="write">Takes each paragraph or table.</param>
/// <param name="anchors">What links lead to.</param>
/// <param name="runs">Makes the words.</param>
/// <param name="width">Width of the text, twentieths of a point.</param>
internal sealed class Body(Action<OpenXmlElement> write, Anchors anchors, Runs runs, int width)
{
    // A deep derivation leaves room for its words.
    private const int MostIndents = 8;
    private const int Indent = 240;

    // Of the text of tables, nine points.
    private const int Letter = 88;
    private const int Padding = 150;
    private bool breakBefore;

    public void Write(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks) Write(block, null);
    }

    // Within a callout plain paragraphs take its style; what has a style of its own keeps it.
    private void Write(Block block, string? plain)
    {
        switch (block)
        {
            case Heading heading: write(Of(heading)); break;
            case Blocks.Paragraph paragraph: write(Paragraph(paragraph.IsSoft ? StyleSheet.Soft : plain, runs.Of(paragraph.Text))); break;
            case Quotation quotation:
                write(Paragraph(StyleSheet.Quote, [Runs.Text(quotation.Text)]));
                write(Paragraph(StyleSheet.Source, [Runs.Text(quotation.Source)]));
                break;
            case ItemList list: Write(list); break;
            case Terms terms: Write(terms); break;
            case Blocks.Tally tally: write(Paragraph(StyleSheet.Tally, Counts(tally))); break;
            case Callout callout:
                write(Paragraph(StyleSheet.CalloutTitle, [Runs.Text(callout.Title)]));
                foreach (var inner in callout.Blocks) Write(inner, StyleSheet.Callout);
                break;
            case Fold fold:
                write(Paragraph(StyleSheet.Summary, runs.Of(fold.Summary)));
                foreach (var inner in fold.Blocks) Write(inner, plain);
                break;
            case Entry entry:
                Write(entry.Heading, plain);
                foreach (var inner in entry.Blocks) Write(inner, plain);
                break;
            case Blocks.Table table: Write(table); break;
            case Tree tree:
                foreach (var root in tree.Roots) Write(root, 0);
                break;
            case PageBreak: breakBefore = true; break;
            default: throw new UnreachableException($"No text document has {block.GetType().Name}.");
        }
    }

    private Word.Paragraph Of(Heading heading)
    {
        var paragraph = Paragraph(StyleSheet.Heading(heading.Level), []);
        Mark(paragraph, heading.Id, runs.Of(heading.Text));
        return paragraph;
    }

    private void Write(ItemList list)
    {
        foreach (var item in list.Items)
        {
            for (var i = 0; i < item.Count; i++) Write(item[i], i == 0 ? list.IsNumbered ? StyleSheet.Number : StyleSheet.Bullet : null);
        }
    }

    private void Write(Terms terms)
    {
        var table = Frame([width * 28 / 100, width - (width * 28 / 100)], null);
        foreach (var (name, value) in terms.Pairs) table.Append(new TableRow(new TableRowProperties(new CantSplit()), Cell(Paragraph(StyleSheet.Head, [Runs.Text(name)])), Cell(Paragraph(StyleSheet.Cell, runs.Of(value)))));
        Put(table);
    }

    private IEnumerable<OpenXmlElement> Counts(Blocks.Tally tally)
    {
        var first = true;
        foreach (var (verdict, count) in tally.Counts)
        {
            yield return Runs.Text($"{(first ? "" : "     ")}{count.ToString(CultureInfo.InvariantCulture)} ", StyleSheet.Strong);
            foreach (var element in runs.Of([new VerdictMark(verdict)])) yield return element;
            first = false;
        }
    }

    private void Write(Blocks.Table table)
    {
        if (table.HasTitle) write(Paragraph(StyleSheet.Caption, [Runs.Text(table.Caption)]));
        var frame = Frame(ColumnWidths.Of(table, width, Letter, Padding), table.Caption);
        frame.Append(new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. table.Columns.Select(c => Cell(Paragraph(StyleSheet.Head, [Runs.Text(c.Title)])))]));
        foreach (var row in table.Rows)
        {
            if (row.Cells.Count != table.Columns.Count) throw new ArgumentException($"A row has {row.Cells.Count} cells under {table.Columns.Count} columns.", nameof(table));
            var written = new TableRow(new TableRowProperties(new CantSplit()));
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var paragraph = Paragraph(StyleSheet.Cell, []);
                if (i == 0 && row.Id is { } id) Mark(paragraph, id, runs.Of(row.Cells[i]));
                else paragraph.Append(runs.Of(row.Cells[i]));
                written.Append(Cell(paragraph));
            }

            frame.Append(written);
        }

        Put(frame);
    }

    private void Write(Node node, int depth)
    {
        var indent = (Indent * Math.Min(depth, MostIndents)).ToString(CultureInfo.InvariantCulture);
        write(Paragraph(StyleSheet.Tree, runs.Of(node.Head), indent));
        foreach (var line in node.Lines) write(Paragraph(StyleSheet.TreeLine, runs.Of(line), (Indent * (Math.Min(depth, MostIndents) + 1)).ToString(CultureInfo.InvariantCulture)));
        foreach (var child in node.Children) Write(child, depth + 1);
    }

    private Word.Table Frame(IReadOnlyList<int> widths, string? caption)
    {
        var properties = new TableProperties(new TableStyle { Val = StyleSheet.Grid }, new TableWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed }, new TableLook { FirstRow = caption is not null, NoVerticalBand = true });
        if (caption is not null) properties.Append(new TableCaption { Val = Documents.Visible.Text(caption) });
        return new Word.Table(properties, new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) })));
    }

    // Two tables that touch would become one.
    private void Put(Word.Table table)
    {
        if (breakBefore) write(Paragraph(null, []));
        write(table);
        write(new Word.Paragraph(new ParagraphProperties(new SpacingBetweenLines { After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact })));
    }

    private static TableCell Cell(Word.Paragraph paragraph) => new(new TableCellProperties(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Top }), paragraph);

    private void Mark(Word.Paragraph paragraph, string id, IEnumerable<OpenXmlElement> words)
    {
        var number = anchors.Number(id)!.Value;
        var key = number.ToString(CultureInfo.InvariantCulture);
        paragraph.Append(new BookmarkStart { Id = key, Name = Anchors.Name(number) });
        paragraph.Append(words);
        paragraph.Append(new BookmarkEnd { Id = key });
    }

    private Word.Paragraph Paragraph(string? style, IEnumerable<OpenXmlElement> words, string? indent = null)
    {
        var properties = new ParagraphProperties();
        if (style is not null) properties.Append(new ParagraphStyleId { Val = style });
        if (breakBefore) properties.Append(new PageBreakBefore());
        if (indent is not null) properties.Append(new Indentation { Left = indent });
        breakBefore = false;
        return new Word.Paragraph([properties, .. words]);
    }
}
