using Marque.Assessments;
using Marque.Cases;
using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Tests.Cases;
using Marque.Tests.Legal;
using Marque.Text;

namespace Marque.Tests.Documents;

/// <summary>Documents of cases, and what stands in them.</summary>
internal static class Papers
{
    private static readonly Dictionary<(string, Digest), string> NoFiles = [];

    /// <summary>The documents of an example, by name.</summary>
    public static IReadOnlyDictionary<string, Document> OfExample(string name, Texts? texts = null)
    {
        var (index, seen) = Examples.Inputs(name);
        return Of(index, seen, texts);
    }

    /// <summary>The documents of a small case of these files.</summary>
    public static IReadOnlyDictionary<string, Document> Of(params (string Path, string Text)[] files)
    {
        var read = Read(files);
        Assert.Empty(read.Problems);
        return Of(CaseIndex.Build(LegalFolder.Set, read.Value!, []).Value!, Observations.None, null);
    }

    /// <summary>A case of nothing but these files.</summary>
    public static Read<Case> Read(params (string Path, string Text)[] files) => CaseFile.Read(new CaseSource("", [.. files.Select(f => (f.Path, (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(f.Text)))]));

    private static Dictionary<string, Document> Of(CaseIndex index, Observations seen, Texts? texts) =>
        DocumentSet.Of(Assess.Run(index, seen, null, Examples.ToldAt), index, seen, "0.0.0", texts ?? Texts.English, Brand.None, NoFiles).ToDictionary(c => c.Name, c => c.Compose(), StringComparer.Ordinal);

    /// <summary>Every block, those within others too.</summary>
    public static IEnumerable<Block> Blocks(Document document) => document.Opening.Concat(document.Body).Concat(document.Closing).SelectMany(Within);

    /// <summary>Every word of a document.</summary>
    public static IEnumerable<Inline> Words(Document document) => Blocks(document).SelectMany(Words);

    /// <summary>The text of words as a reader sees it.</summary>
    public static string Text(IEnumerable<Inline> words) => string.Concat(words.Select(w => w switch
    {
        Run run => run.Text,
        Link link => link.Text,
        Cite cite => cite.Citation,
        FileLink file => file.Text,
        VerdictMark mark => mark.Word ?? mark.Verdict.Words(),
        LineBreak => " ",
        _ => "",
    }));

    /// <summary>The text of a document, a line for each block or cell.</summary>
    public static IEnumerable<string> Lines(Document document) => Blocks(document).SelectMany(b => b switch
    {
        Heading h => [Text(h.Text)],
        Paragraph p => [Text(p.Text)],
        Terms t => t.Pairs.SelectMany(p => (string[])[p.Name, Text(p.Value)]),
        Table t => t.Columns.Select(c => c.Title).Append(t.Caption).Concat(t.Rows.SelectMany(r => r.Cells).Select(Text)),
        Callout c => [c.Title],
        Fold f => [Text(f.Summary)],
        SignatureBlock s => s.Fields,
        _ => Array.Empty<string>(),
    });

    private static IEnumerable<Block> Within(Block block) => new[] { block }.Concat(block switch
    {
        Entry e => new Block[] { e.Heading }.Concat(e.Blocks).SelectMany(Within),
        Callout c => c.Blocks.SelectMany(Within),
        Fold f => f.Blocks.SelectMany(Within),
        ItemList l => l.Items.SelectMany(i => i).SelectMany(Within),
        _ => [],
    });

    private static IEnumerable<Inline> Words(Block block) => block switch
    {
        Heading h => h.Text,
        Paragraph p => p.Text,
        Terms t => t.Pairs.SelectMany(p => p.Value),
        Table t => t.Rows.SelectMany(r => r.Cells).SelectMany(c => c),
        Fold f => f.Summary,
        Tree t => t.Roots.SelectMany(Words),
        _ => [],
    };

    private static IEnumerable<Inline> Words(Node node) => node.Head.Concat(node.Lines.SelectMany(l => l)).Concat(node.Children.SelectMany(Words));
}
