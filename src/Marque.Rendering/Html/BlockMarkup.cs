using System.Diagnostics;
using System.Globalization;
using System.Text;
using Marque.Assessments;
using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Office;

namespace Marque.Rendering.Html;

/// <summary>Blocks as HTML.</summary>
internal sealed class BlockMarkup(Markup html, Texts texts)
{
    private readonly InlineMarkup inline = new(html, texts);
    // The text of a page that is wide enough, and a letter of its dense tables, pixels.
    private const int Wide = 1176, Letter = 7, Padding = 16;

    private readonly SortedSet<int> widths = [];

    /// <summary>The style of the column widths that were used: attributes may not style under the page's policy.</summary>
    public string Widths()
    {
        var style = new StringBuilder();
        foreach (var width in widths) style.Append(CultureInfo.InvariantCulture, $".w{width}{{width:{width / 10.0:0.0}%}}");
        return style.ToString();
    }

    /// <summary>Blocks where they stand.</summary>
    public void Write(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++) Write(blocks[i]);
    }

    /// <summary>The body, each heading of level 2 with what follows it a section of its own.</summary>
    public void WriteSections(IReadOnlyList<Block> blocks)
    {
        var isOpen = false;
        foreach (var block in blocks)
        {
            if (block is Heading { Level: <= 2 } or PageBreak && isOpen)
            {
                html.Raw("</section>\n");
                isOpen = false;
            }

            if (block is Heading { Level: 2 } heading)
            {
                html.Raw("<section").Attribute("aria-labelledby", heading.Id).Raw(">\n");
                isOpen = true;
            }

            Write(block);
        }

        if (isOpen) html.Raw("</section>\n");
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Heading heading: Write(heading); break;
            case Paragraph paragraph:
                html.Raw(paragraph.IsSoft ? "<p class=\"soft\">" : "<p>");
                inline.Write(paragraph.Text);
                html.Raw("</p>\n");
                break;
            case Quotation quotation:
                html.Raw("<blockquote");
                if (quotation.Language is { } language) html.Attribute("lang", language);
                html.Raw("><p>").Text(quotation.Text).Raw("</p><cite>").Text(quotation.Source).Raw("</cite></blockquote>\n");
                break;
            case ItemList list: Write(list); break;
            case Terms terms: Write(terms); break;
            case Tally tally: Write(tally); break;
            case Callout callout:
                html.Raw("<div class=\"callout\" role=\"note\"").Attribute("aria-label", callout.Title).Raw(">").Raw("<p class=\"title\">").Text(callout.Title).Raw("</p>\n");
                Write(callout.Blocks);
                html.Raw("</div>\n");
                break;
            case Fold fold:
                html.Raw("<details><summary>");
                inline.Write(fold.Summary);
                html.Raw("</summary>\n");
                Write(fold.Blocks);
                html.Raw("</details>\n");
                break;
            case Entry entry:
                html.Raw("<article class=\"entry\"").Attribute("aria-labelledby", entry.Heading.Id);
                Write(entry.Facets);
                html.Raw(">\n");
                Write(entry.Heading);
                Write(entry.Blocks);
                html.Raw("</article>\n");
                break;
            case Table table: Write(table); break;
            case SignatureBlock signature:
                html.Raw("<dl class=\"sign\">");
                foreach (var field in signature.Fields) html.Raw("<div>").Element("dt", field).Raw("<dd></dd></div>");
                html.Raw("</dl>\n");
                break;
            case Tree tree:
                html.Raw("<ul class=\"tree\"").Attribute("aria-label", tree.Label).Raw(">");
                foreach (var root in tree.Roots) Write(root);
                html.Raw("</ul>\n");
                break;
            case PageBreak: html.Raw("<div class=\"break\"></div>\n"); break;
            default: throw new UnreachableException($"No HTML for {block.GetType().Name}.");
        }
    }

    private void Write(Heading heading)
    {
        var level = heading.Level.ToString(CultureInfo.InvariantCulture);
        html.Raw("<h").Raw(level).Attribute("id", heading.Id).Raw(">");
        inline.Write(heading.Text);
        html.Raw("</h").Raw(level).Raw(">\n");
    }

    private void Write(ItemList list)
    {
        html.Raw(list.IsNumbered ? "<ol>" : "<ul>");
        foreach (var item in list.Items)
        {
            html.Raw("<li>");
            Write(item);
            html.Raw("</li>");
        }

        html.Raw(list.IsNumbered ? "</ol>\n" : "</ul>\n");
    }

    private void Write(Terms terms)
    {
        html.Raw("<dl>");
        foreach (var (name, value) in terms.Pairs)
        {
            html.Element("dt", name).Raw("<dd>");
            inline.Write(value);
            html.Raw("</dd>");
        }

        html.Raw("</dl>\n");
    }

    private void Write(Tally tally)
    {
        html.Raw("<ul class=\"tally\"").Attribute("aria-label", tally.What).Raw(">");
        foreach (var (verdict, count) in tally.Counts)
        {
            html.Raw(count == 0 ? "<li class=\"none\"><b>" : "<li><b>").Raw(count.ToString(CultureInfo.InvariantCulture)).Raw("</b> ");
            inline.Write([new VerdictMark(verdict)]);
            html.Raw("</li>");
        }

        html.Raw("</ul>\n");
    }

    private void Write(Table table)
    {
        if (table.Rows.FirstOrDefault(r => r.Cells.Count != table.Columns.Count) is { } wrong) throw new ArgumentException($"A row has {wrong.Cells.Count} cells under {table.Columns.Count} columns.", nameof(table));
        html.Raw(table.IsDense ? "<table class=\"dense\">" : "<table>").Raw(table.HasTitle ? "<caption>" : "<caption class=\"unseen\">").Text(table.Caption).Raw("</caption><colgroup>");
        foreach (var pixels in ColumnWidths.Of(table, texts, Wide, table.IsDense ? Letter : Letter + 1, Padding))
        {
            var width = 1000 * pixels / Wide;
            widths.Add(width);
            html.Raw("<col class=\"w").Raw(width.ToString(CultureInfo.InvariantCulture)).Raw("\">");
        }

        html.Raw("</colgroup>\n<thead><tr>");
        foreach (var column in table.Columns) html.Raw("<th scope=\"col\">").Text(column.Title).Raw("</th>");
        html.Raw("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows) Write(row, table.Columns);
        html.Raw("</tbody></table>\n");
    }

    private void Write(Row row, IReadOnlyList<Column> columns)
    {
        html.Raw("<tr");
        if (row.Id is { } id) html.Attribute("id", id);
        Write(row.Facets);
        html.Raw(">");
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (columns[i].IsKey) html.Raw("<th scope=\"row\">");
            // The header beside each cell, where the screen is too narrow for columns.
            else html.Raw("<td").Attribute("data-h", columns[i].Title).Raw(">");
            inline.Write(row.Cells[i]);
            html.Raw(columns[i].IsKey ? "</th>" : "</td>");
        }

        html.Raw("</tr>\n");
    }

    private void Write(Node node)
    {
        html.Raw("<li><div class=\"node\">");
        inline.Write(node.Head);
        html.Raw("</div>");
        foreach (var line in node.Lines)
        {
            html.Raw("<div class=\"line\">");
            inline.Write(line);
            html.Raw("</div>");
        }

        if (node.Children.Count > 0)
        {
            html.Raw("<ul>");
            foreach (var child in node.Children) Write(child);
            html.Raw("</ul>");
        }

        html.Raw("</li>");
    }

    private void Write(Facets facets)
    {
        if (!facets.Any) return;
        html.Raw(" data-f");
        if (facets.State is { } state) html.Attribute("data-v", state);
        if (facets.Tag is { } tag) html.Attribute("data-t", tag);
        // A line each: ids of parts may hold blanks.
        if (facets.Parts.Count > 0) html.Attribute("data-p", string.Join('|', facets.Parts));
    }
}
