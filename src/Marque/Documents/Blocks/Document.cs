namespace Marque.Documents.Blocks;

/// <summary>A document before it has a form: what it says, in the order it is read. Renderers turn it into HTML, PDF, DOCX or XLSX; none of them adds a sentence about the product.</summary>
/// <param name="Title">Its title, for the window and the properties of the file.</param>
/// <param name="Language">The language of its words, by BCP 47, such as <c>en</c>; one of <see cref="Marque.Language.Texts.Complete"/>.</param>
/// <param name="Opening">What stands before everything else, on the first page or screen.</param>
/// <param name="Body">The sections, each beginning with a <see cref="Heading"/> of level 2; where several subjects follow each other, each begins with one of level 1.</param>
/// <param name="Closing">What stands at the end: acknowledgements.</param>
public sealed record Document(string Title, string Language, IReadOnlyList<Block> Opening, IReadOnlyList<Block> Body, IReadOnlyList<Block> Closing)
{
    /// <summary>What every page names at its head where there are pages: product, release, kind of document; null: the title.</summary>
    public string? Running { get; init; }

    /// <summary>What every page names at its foot beside its number, such as the digest of what it was computed from; null: nothing.</summary>
    public string? Origin { get; init; }

    /// <summary>Whether pages lie on their long side: wide tables.</summary>
    public bool IsLandscape { get; init; }

    /// <summary>Whether pages begin with a table of contents.</summary>
    public bool HasContents { get; init; }

    /// <summary>The manufacturer's own look.</summary>
    public Brand Brand { get; init; } = Brand.None;
}
