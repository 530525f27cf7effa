using System.Diagnostics;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Office;

namespace Marque.Rendering.Docx;

/// <summary>Blocks as paragraphs and tables of a text document, each written as soon as it is met.</summary>
/// <param name="w">Writes them.</param>
/// <param name="texts">The words of the program.</param>
/// <param name="anchors">What links lead to.</param>
/// <param name="files">The files that are linked to.</param>
/// <param name="width">Width of the text, twentieths of a point.</param>
internal sealed class Body(Elements w, Texts texts, Anchors anchors, Files files, int width)
{
    // A deep derivation leaves room for its words.
    private const int MostIndents = 8, Indent = 240;

    // A letter of usual words in tables, and in those set smaller.
    private const int Letter = 93, SmallLetter = 84;

    // More columns are set smaller.
    private const int MostUsual = 5;

    private const int LeastOfField = 3000, BesideFields = 400, RoomToWrite = 1000;

    // What a callout has beside its words.
    private const int CalloutMargins = 400;

    private readonly Frames frames = new(w);
    private int width = width;
    private bool isBegun, breakBefore;

    public Runs Runs { get; } = new(w, texts, anchors, files);

    public Lists Lists { get; } = new();

    public void Write(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks) Write(block, null, 0);
    }

    /// <summary>Writes the title: the heading before everything else.</summary>
    public void Title(Heading heading) => Write(heading, StyleIds.Title);

    /// <summary>Opens a paragraph.</summary>
    public void Open(string? style, int indent = 0, (int Number, int Level)? list = null, bool isKept = false)
    {
        w.Open("p").Open("pPr");
        if (style is not null) w.Value("pStyle", style);
        if (isKept) w.Empty("keepNext");
        if (breakBefore && isBegun) w.Empty("pageBreakBefore");
        if (list is var (number, level)) w.Open("numPr").Value("ilvl", Elements.Of(level)).Value("numId", Elements.Of(number)).Close();
        if (indent > 0) w.Empty("ind", ("left", Elements.Of(indent)));
        w.Close();
        (isBegun, breakBefore) = (true, false);
    }

    // Plain paragraphs take the style of what they stand in; what has a style of its own keeps it.
    private void Write(Block block, string? plain, int depth)
    {
        switch (block)
        {
            case Heading { Level: >= 1 and <= 4 } heading: Write(heading, StyleIds.Heading(heading.Level)); break;
            case Paragraph paragraph: Put(paragraph.IsSoft ? StyleIds.Soft : plain, paragraph.Text, Continued(depth)); break;
            case Quotation quotation:
                Open(StyleIds.Quote);
                Runs.Text(quotation.Text, language: quotation.Language);
                w.Close();
                Put(StyleIds.Source, [quotation.Source]);
                break;
            case ItemList list: Write(list, depth); break;
            case Terms terms: Write(terms); break;
            case Tally tally: Write(tally); break;
            case Callout callout: Write(callout); break;
            case Fold fold:
                Put(StyleIds.Summary, fold.Summary, isBold: true);
                foreach (var inner in fold.Blocks) Write(inner, plain, depth);
                break;
            case Entry entry:
                Write(entry.Heading, StyleIds.Heading(entry.Heading.Level));
                foreach (var inner in entry.Blocks) Write(inner, plain, depth);
                break;
            case Table table: Write(table); break;
            case SignatureBlock signature: Write(signature); break;
            case Tree tree:
                foreach (var root in tree.Roots) Write(root, 0);
                break;
            case PageBreak: breakBefore = true; break;
            default: throw new UnreachableException($"No text document has {block.GetType().Name}.");
        }
    }

    private static int Continued(int depth) => depth == 0 ? 0 : Lists.IndentOf(Math.Min(depth - 1, Lists.Deepest));

    private void Put(string? style, IReadOnlyList<Inline> words, int indent = 0, bool isBold = false, bool isKept = false)
    {
        Open(style, indent, isKept: isKept);
        Runs.Write(words, isBold);
        w.Close();
    }

    private void Write(Heading heading, string style)
    {
        Open(style);
        Marked(heading.Id, heading.Text, isBold: true);
        w.Close();
    }

    private void Write(ItemList list, int depth)
    {
        var level = Math.Min(depth, Lists.Deepest);
        var number = list.IsNumbered ? Lists.Begin(level) : Lists.Bullets;
        foreach (var item in list.Items)
        {
            IReadOnlyList<Inline> first = item is [Paragraph p, ..] ? p.Text : [];
            Open(list.IsNumbered ? StyleIds.Number : StyleIds.Bullet, list: (number, level));
            Runs.Write(first);
            w.Close();
            foreach (var block in item.Skip(item is [Paragraph, ..] ? 1 : 0)) Write(block, StyleIds.Continued, depth + 1);
        }
    }

    private void Write(Terms terms)
    {
        // The format knows no table without a row.
        if (terms.Pairs.Count == 0) return;
        var names = Math.Min(width * 28 / 100, 3400);
        Begin(StyleIds.TermsTable, [names, width - names]);
        foreach (var (name, value) in terms.Pairs)
        {
            frames.Row();
            Cell(StyleIds.Head, [name]);
            Cell(StyleIds.Cell, value);
            frames.Close();
        }

        End();
    }

    private void Write(Tally tally)
    {
        if (tally.Counts.Count == 0) return;
        var each = width / tally.Counts.Count;
        Begin(StyleIds.TallyTable, [.. tally.Counts.Select(_ => each)], tally.What);
        frames.Row();
        foreach (var (verdict, count) in tally.Counts)
        {
            frames.Cell();
            Put(StyleIds.Count, [new Run(Elements.Of(count), count == 0 ? Setting.Soft : Setting.Strong)]);
            Put(StyleIds.Mark, [new VerdictMark(verdict)]);
            frames.Close();
        }

        frames.Close();
        End();
    }

    // One cell, so that whatever stands in it stands on its ground.
    private void Write(Callout callout)
    {
        Begin(StyleIds.CalloutTable, [width]);
        frames.Row(mayBreak: true);
        frames.Cell();
        width -= CalloutMargins;
        Put(StyleIds.CalloutTitle, [callout.Title]);
        foreach (var inner in callout.Blocks) Write(inner, StyleIds.Callout, 0);
        width += CalloutMargins;
        frames.Close();
        frames.Close();
        End();
    }

    private void Write(Table table)
    {
        var isSmall = table.IsDense || table.Columns.Count > MostUsual;
        if (table.HasTitle) Put(StyleIds.Caption, [table.Caption]);
        Begin(StyleIds.Grid, ColumnWidths.Of(table, texts, width, isSmall ? SmallLetter : Letter, StyleSheet.Padding), table.Caption, hasHead: true);
        frames.Row(isHead: true);
        foreach (var column in table.Columns) Cell(StyleIds.Head, [column.Title]);
        frames.Close();
        var (cell, key) = isSmall ? (StyleIds.Small, StyleIds.SmallKey) : (StyleIds.Cell, StyleIds.Key);
        foreach (var row in table.Rows)
        {
            if (row.Cells.Count != table.Columns.Count) throw new ArgumentException($"A row has {row.Cells.Count} cells under {table.Columns.Count} columns.", nameof(table));
            frames.Row();
            for (var i = 0; i < row.Cells.Count; i++) Cell(table.Columns[i].IsKey ? key : cell, row.Cells[i], table.Columns[i].IsKey, i == 0 ? row.Id : null);
            frames.Close();
        }

        End();
    }

    // Fields side by side, each a line with its name below; the paragraphs keep the rows on one page.
    private void Write(SignatureBlock signature)
    {
        var fields = signature.Fields;
        if (fields.Count == 0) return;
        var lines = (fields.Count + Math.Max(1, width / LeastOfField) - 1) / Math.Max(1, width / LeastOfField);
        var across = (fields.Count + lines - 1) / lines;
        var each = (width - (BesideFields * (across - 1))) / across;
        Begin(StyleIds.SignatureTable, [.. Enumerable.Range(0, (2 * across) - 1).Select(i => i % 2 == 0 ? each : BesideFields)]);
        foreach (var together in fields.Chunk(across))
        {
            frames.Row(height: RoomToWrite);
            Fields(across, i => i < together.Length ? Palette.Rule : null, _ => "");
            frames.Row();
            Fields(across, _ => null, i => i < together.Length ? together[i] : "");
        }

        End();

        void Fields(int count, Func<int, string?> line, Func<int, string> name)
        {
            for (var i = 0; i < (2 * count) - 1; i++)
            {
                frames.Cell(i % 2 == 0 ? line(i / 2) : null);
                Put(StyleIds.Field, i % 2 == 0 && name(i / 2) is { Length: > 0 } words ? [words] : [], isKept: true);
                frames.Close();
            }

            frames.Close();
        }
    }

    private void Write(Node node, int depth)
    {
        Put(StyleIds.Tree, node.Head, Indent * Math.Min(depth, MostIndents));
        foreach (var line in node.Lines) Put(StyleIds.TreeLine, line, Indent * (Math.Min(depth, MostIndents) + 1));
        foreach (var child in node.Children) Write(child, depth + 1);
    }

    private void Begin(string style, IReadOnlyList<int> columns, string? caption = null, bool hasHead = false)
    {
        if (breakBefore) Put(StyleIds.Gap, []);
        frames.Open(style, columns, caption, hasHead);
        isBegun = true;
    }

    // Two tables that touch would become one, and a cell ends with a paragraph.
    private void End()
    {
        frames.Close();
        Put(StyleIds.Gap, []);
    }

    private void Cell(string style, IReadOnlyList<Inline> words, bool isBold = false, string? id = null)
    {
        frames.Cell();
        Open(style);
        if (id is null) Runs.Write(words, isBold);
        else Marked(id, words, isBold);
        w.Close();
        frames.Close();
    }

    private void Marked(string id, IReadOnlyList<Inline> words, bool isBold)
    {
        var number = anchors.Number(id)!.Value;
        w.Empty("bookmarkStart", ("id", Elements.Of(number)), ("name", Anchors.Name(number)));
        Runs.Write(words, isBold);
        w.Empty("bookmarkEnd", ("id", Elements.Of(number)));
    }
}
