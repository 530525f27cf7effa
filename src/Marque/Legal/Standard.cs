using NodaTime;

namespace Marque.Legal;

/// <summary>The kinds of instrument that Article 27 knows (rules F-1 to F-4), and others listed for reference.</summary>
public enum InstrumentKind
{
    /// <summary>Harmonised standard or candidate for one, 27(1) (F-1).</summary>
    HarmonisedStandard,

    /// <summary>Common specification, 27(2) to (5) (F-2).</summary>
    CommonSpecification,

    /// <summary>European cybersecurity certification scheme, 27(8), (9) (F-3, F-4).</summary>
    CertificationScheme,

    /// <summary>Another technical specification: never presumes.</summary>
    Other,
}

/// <summary>A standard, specification or scheme with what is known of it, as of a day.</summary>
public sealed record Standard
{
    /// <summary>The reference with edition and amendment, such as <c>EN IEC 62443-4-1:2018/prAA:2026</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The kind of instrument.</summary>
    public required InstrumentKind Kind { get; init; }

    /// <summary>The body that makes it.</summary>
    public string? Body { get; init; }

    /// <summary>Its item under standardisation request M/606.</summary>
    public string? Request { get; init; }

    /// <summary>The body's number of the work item.</summary>
    public string? WorkItem { get; init; }

    /// <summary>The deadline of the request for adoption by the body; adoption is not citation.</summary>
    public LocalDate? AdoptBy { get; init; }

    /// <summary>Status in the body's words, as of <see cref="AsOf"/>.</summary>
    public required string Status { get; init; }

    /// <summary>What is planned.</summary>
    public string? Planned { get; init; }

    /// <summary>What is expected of its citation; an expectation presumes nothing.</summary>
    public string? Expectation { get; init; }

    /// <summary>The day the newest evidence about it is of.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>How sure the entry is: <c>high</c>, <c>medium</c>, <c>low</c>.</summary>
    public required string Confidence { get; init; }

    /// <summary>The sources.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The categories in whose core functionality it is in scope; empty: no category named (unknown, or horizontal when <see cref="Horizontal"/>).</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whether it is written for products of every category.</summary>
    public bool Horizontal { get; init; }

    /// <summary>When it is in effect for the Regulation: citation in the Official Journal, common specification in force, scheme usable (rule F-7). Empty: not in effect at any time known.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>What it covers; a point that is not listed is unknown and never presumed (rules F-5, F-6).</summary>
    public IReadOnlyList<Coverage> Coverage { get; init; } = [];

    /// <summary>The citation (or the like) in effect on a day; null: none. Rule F-7: adoption or publication is no citation.</summary>
    public Citation? CitationOn(LocalDate day) => Citations.FirstOrDefault(c => c.From <= day && (c.Until is null || day <= c.Until));
}

/// <summary>One interval of effect.</summary>
/// <param name="Act">The citing act and its OJ reference.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null: open.</param>
/// <param name="Restrictions">Restrictions of the citation.</param>
public sealed record Citation(string Act, LocalDate From, LocalDate? Until, IReadOnlyList<Restriction> Restrictions);

/// <summary>A restriction of a citation (RED precedent: cited with restrictions, rule F-6).</summary>
/// <param name="Id">A short id that a case answers.</param>
/// <param name="Text">What is excluded.</param>
/// <param name="Points">The points it touches; empty: all.</param>
/// <param name="Digest">Record digest of the entry: what a decision on its answer stands on.</param>
public sealed record Restriction(string Id, string Text, IReadOnlyList<string> Points, Marque.Text.Digest Digest);

/// <summary>How far a standard covers a point.</summary>
public enum Extent
{
    /// <summary>Not known: never presumes.</summary>
    Unknown,

    /// <summary>Not covered.</summary>
    None,

    /// <summary>Covered in part.</summary>
    Partial,

    /// <summary>Covered in full.</summary>
    Full,
}

/// <summary>The coverage of one point by one standard, from its Annex Z and the citation.</summary>
/// <param name="Point"><c>I.2.e</c>.</param>
/// <param name="Extent">How far.</param>
/// <param name="Because">The stated part or the reason.</param>
/// <param name="Leaves">Remainder items that stay for the manufacturer when partial.</param>
/// <param name="Clauses">Clauses that carry the coverage; empty: all.</param>
public sealed record Coverage(string Point, Extent Extent, string Because, IReadOnlyList<string> Leaves, IReadOnlyList<string> Clauses);

/// <summary>An item of the standardisation request M/606.</summary>
/// <param name="Item">Its number, 1 to 41.</param>
/// <param name="Subject">What is asked for.</param>
/// <param name="AdoptBy">The deadline for adoption by the European standardisation organisations; not a date of citation.</param>
/// <param name="Points">The points of a horizontal item.</param>
/// <param name="Category">The category of a vertical item; null for a horizontal one.</param>
public sealed record RequestItem(int Item, string Subject, LocalDate AdoptBy, IReadOnlyList<string> Points, string? Category);
