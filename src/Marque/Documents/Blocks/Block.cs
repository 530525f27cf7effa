using Marque.Assessments;

namespace Marque.Documents.Blocks;

/// <summary>A piece of a document that stands on lines of its own. The set is closed: a renderer that knows each of them renders every document.</summary>
public abstract record Block
{
    private protected Block()
    {
    }
}

/// <summary>A heading. Levels follow each other without a gap, so that outlines, bookmarks and tables of contents come out right.</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Id">Unique in the document: letters, digits, <c>.</c>, <c>-</c>, <c>_</c>; what a <see cref="Link"/> leads to.</param>
/// <param name="Text">Its words.</param>
public sealed record Heading(int Level, string Id, params IReadOnlyList<Inline> Text) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its words.</param>
public sealed record Paragraph(params IReadOnlyList<Inline> Text) : Block
{
    /// <summary>Whether it is a remark beside the matter, set quieter.</summary>
    public bool IsSoft { get; init; }
}

/// <summary>Words of another author, verbatim.</summary>
/// <param name="Text">The words.</param>
/// <param name="Source">Where they stand, such as <c>Annex I Part I(2)(e)</c>.</param>
public sealed record Quotation(string Text, string Source) : Block
{
    /// <summary>The language of the words, by BCP 47; null: that of the document. The law is quoted in a verified version only, which may be another.</summary>
    public string? Language { get; init; }
}

/// <summary>Room for a hand: each name with a line to write on, such as place and date, name and function, signature.</summary>
/// <param name="Fields">The names, in order.</param>
public sealed record SignatureBlock(params IReadOnlyList<string> Fields) : Block;

/// <summary>A list.</summary>
/// <param name="Items">Each item's blocks, the first usually a paragraph.</param>
/// <param name="IsNumbered">Whether the order matters.</param>
public sealed record ItemList(IReadOnlyList<IReadOnlyList<Block>> Items, bool IsNumbered = false) : Block;

/// <summary>Names with their values, such as the particulars of a product.</summary>
/// <param name="Pairs">The pairs, in order.</param>
public sealed record Terms(params IReadOnlyList<(string Name, IReadOnlyList<Inline> Value)> Pairs) : Block;

/// <summary>How many there are of each verdict.</summary>
/// <param name="What">What is counted, for readers who do not see it: <c>Points of Annex I by verdict</c>.</param>
/// <param name="Counts">Verdicts with their number.</param>
public sealed record Tally(string What, IReadOnlyList<(Verdict Verdict, int Count)> Counts) : Block;

/// <summary>What a reader must not miss.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Blocks">What it says.</param>
public sealed record Callout(string Title, params IReadOnlyList<Block> Blocks) : Block;

/// <summary>Detail below a line that names it. Where nothing can be opened, it stands open.</summary>
/// <param name="Summary">The line.</param>
/// <param name="Blocks">The detail.</param>
public sealed record Fold(IReadOnlyList<Inline> Summary, params IReadOnlyList<Block> Blocks) : Block;

/// <summary>One thing a document speaks of at length (a point, a series of facts): its heading and what is said of it. It can be filtered as a whole.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Facets">By what it is filtered.</param>
/// <param name="Blocks">What is said of it.</param>
public sealed record Entry(Heading Heading, Facets Facets, params IReadOnlyList<Block> Blocks) : Block;

/// <summary>A derivation as a tree.</summary>
/// <param name="Label">What it derives, for readers who do not see it.</param>
/// <param name="Roots">The roots, usually one.</param>
public sealed record Tree(string Label, IReadOnlyList<Node> Roots) : Block;

/// <summary>A node of a tree.</summary>
/// <param name="Head">Its line.</param>
/// <param name="Lines">Lines below it, before its children.</param>
/// <param name="Children">What it comes from.</param>
public sealed record Node(IReadOnlyList<Inline> Head, IReadOnlyList<IReadOnlyList<Inline>> Lines, IReadOnlyList<Node> Children);

/// <summary>A new page, where there are pages.</summary>
public sealed record PageBreak : Block;
