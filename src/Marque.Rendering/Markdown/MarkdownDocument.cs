using System.Globalization;
using System.Text;
using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Rendering.Markdown;

/// <summary>A document as Markdown (CommonMark 0.31, tables of GitHub's flavour), for text that lives on in a website's own source.</summary>
public static class MarkdownDocument
{
    /// <summary>The text, in UTF-8.</summary>
    /// <param name="document">The document.</param>
    public static byte[] Of(Document document)
    {
        var texts = Texts.In(document.Language) ?? throw new ArgumentException($"No texts in '{document.Language}'.", nameof(document));
        var writer = new Writer(texts);
        writer.Write(document.Opening, "");
        writer.Write(document.Body, "");
        writer.Write(document.Closing, "");
        return Encoding.UTF8.GetBytes(writer.ToString());
    }

    private sealed class Writer(Texts texts)
    {
        private readonly StringBuilder text = new();

        public override string ToString() => text.ToString().TrimEnd('\n') + "\n";

        public void Write(IReadOnlyList<Block> blocks, string indent)
        {
            foreach (var block in blocks) Write(block, indent);
        }

        private void Write(Block block, string indent)
        {
            switch (block)
            {
                case Heading h: Line(indent, $"{new string('#', h.Level)} {Words(h.Text)}"); break;
                case Paragraph p: Line(indent, Words(p.Text)); break;
                case Quotation q: Line(indent, $"> {Escaped(q.Text)} ({Escaped(q.Source)})"); break;
                case ItemList list: List(list, indent); break;
                case Terms terms:
                    foreach (var (name, value) in terms.Pairs) text.Append(indent).Append("* **").Append(Escaped(name)).Append(":** ").Append(Words(value)).Append('\n');
                    text.Append('\n');
                    break;
                case Tally tally: Line(indent, string.Join(", ", tally.Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Count} {texts[$"verdict.{Marque.Assessments.Verdicts.Word(c.Verdict)}"]}")))); break;
                case Callout callout:
                    Line(indent, $"**{Escaped(callout.Title)}**");
                    Write(callout.Blocks, indent);
                    break;
                case Fold fold:
                    Line(indent, Words(fold.Summary));
                    Write(fold.Blocks, indent);
                    break;
                case Entry entry:
                    Write(entry.Heading, indent);
                    Write(entry.Blocks, indent);
                    break;
                case Table table: Table(table, indent); break;
                case Tree tree:
                    foreach (var root in tree.Roots) Node(root, indent);
                    text.Append('\n');
                    break;
                case SignatureBlock signature:
                    foreach (var field in signature.Fields) Line(indent, $"{Escaped(field)}: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_");
                    break;
                case PageBreak: break;
                default: throw new System.Diagnostics.UnreachableException($"No Markdown for {block.GetType().Name}.");
            }
        }

        private void List(ItemList list, string indent)
        {
            for (var i = 0; i < list.Items.Count; i++)
            {
                var mark = list.IsNumbered ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ") : "* ";
                var inner = new Writer(texts);
                inner.Write(list.Items[i], indent + new string(' ', mark.Length));
                var item = inner.ToString().TrimEnd('\n').TrimStart(' ');
                text.Append(indent).Append(mark).Append(item).Append('\n');
            }

            text.Append('\n');
        }

        private void Table(Table table, string indent)
        {
            if (table.HasTitle) Line(indent, $"**{Escaped(table.Caption)}**");
            text.Append(indent).Append("| ").AppendJoin(" | ", table.Columns.Select(c => Cell(Escaped(c.Title)))).Append(" |\n");
            text.Append(indent).Append('|').AppendJoin('|', table.Columns.Select(_ => "---")).Append("|\n");
            foreach (var row in table.Rows) text.Append(indent).Append("| ").AppendJoin(" | ", row.Cells.Select(c => Cell(Words(c)))).Append(" |\n");
            text.Append('\n');
        }

        private void Node(Node node, string indent)
        {
            text.Append(indent).Append("* ").Append(Words(node.Head)).Append('\n');
            foreach (var line in node.Lines) text.Append(indent).Append("  ").Append(Words(line)).Append('\n');
            foreach (var child in node.Children) Node(child, indent + "  ");
        }

        private void Line(string indent, string words) => text.Append(indent).Append(words).Append("\n\n");

        private static string Cell(string words) => words.Replace("|", "\\|", StringComparison.Ordinal).Replace("\\\n", "<br>", StringComparison.Ordinal);

        private string Words(IReadOnlyList<Inline> words) => string.Concat(words.Select(Word));

        private string Word(Inline word) => word switch
        {
            Run { Text: "" } => "",
            Run { Setting: Setting.Strong } run => $"**{Escaped(run.Text)}**",
            Run { Setting: Setting.Code } run => $"`{Visible.Text(run.Text).Replace('`', '\'')}`",
            Run run => Escaped(run.Text),
            VerdictMark mark => $"**{Escaped(mark.Word ?? texts[$"verdict.{Marque.Assessments.Verdicts.Word(mark.Verdict)}"])}**",
            TagMark tag => texts[$"tag.{tag.Tag.Word().ToLowerInvariant()}"],
            Link link => Escaped(link.Text),
            Cite cite => Escaped(cite.Citation),
            FileLink file => $"[{Escaped(file.Text)}](<{string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString))}>)",
            LineBreak => "\\\n",
            _ => throw new System.Diagnostics.UnreachableException($"No Markdown for {word.GetType().Name}."),
        };

        // Text of whoever: nothing of it is markup (CommonMark 2.4), and an address stays one.
        private static string Escaped(string value)
        {
            var visible = Visible.Text(value);
            if (Uri.TryCreate(visible, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && visible.IndexOfAny(['<', '>', ' ']) < 0) return $"<{visible}>";
            var escaped = new StringBuilder(visible.Length + 8);
            for (var i = 0; i < visible.Length; i++)
            {
                var c = visible[i];
                var marksLine = i == 0 && c is '#' or '-' or '+' or '=' or '>';
                if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '&' or '~' || marksLine || (c is '.' or ')' && i > 0 && visible.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0)) escaped.Append('\\');
                escaped.Append(c);
            }

            return escaped.ToString();
        }
    }
}
