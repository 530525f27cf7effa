namespace Marque.Documents.Blocks;

/// <summary>A table with one header row, which is repeated on every page it reaches.</summary>
/// <param name="Caption">What it holds; also what a reader who does not see it hears.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows; each has as many cells as there are columns.</param>
public sealed record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows) : Block
{
    /// <summary>Whether its caption is seen; otherwise the words before it say what it holds.</summary>
    public bool HasTitle { get; init; }

    /// <summary>What its sheet is called in a workbook; null: by its caption.</summary>
    public string? Sheet { get; init; }

    /// <summary>Whether it is long and set smaller.</summary>
    public bool IsDense { get; init; }
}

/// <summary>A column.</summary>
/// <param name="Title">Its header.</param>
/// <param name="Weight">Its share of the width, in proportion to those of the other columns.</param>
public sealed record Column(string Title, int Weight)
{
    /// <summary>Whether its cells name the row.</summary>
    public bool IsKey { get; init; }
}

/// <summary>A row.</summary>
/// <param name="Cells">The words of each cell.</param>
public sealed record Row(params IReadOnlyList<IReadOnlyList<Inline>> Cells)
{
    /// <summary>What a <see cref="Link"/> leads to; null: nothing does.</summary>
    public string? Id { get; init; }

    /// <summary>By what it is filtered.</summary>
    public Facets Facets { get; init; } = Facets.None;
}

/// <summary>By what an entry or row is filtered.</summary>
/// <param name="State">The word of its verdict or state, such as <c>claimed</c>; null: it has none.</param>
/// <param name="Tag">The word of its tag, such as <c>LAW</c>; null: it has none.</param>
/// <param name="Parts">The parts it speaks of; empty: all.</param>
public sealed record Facets(string? State, string? Tag, IReadOnlyList<string> Parts)
{
    /// <summary>Never filtered away.</summary>
    public static Facets None { get; } = new(null, null, []);

    /// <summary>Whether it can be filtered at all.</summary>
    public bool Any => State is not null || Tag is not null || Parts.Count > 0;
}
