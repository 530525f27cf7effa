using Marque.Cases;
using Marque.Legal;
using Marque.Text;

namespace Marque.Assessments;

/// <summary>What kind of requirement an item is.</summary>
internal enum ItemKind
{
    Point,
    Obligation,
    Catalog,
    Remainder,
}

/// <summary>A requirement with everything the case says of it, indexed once.</summary>
internal sealed class Item
{
    public required ItemKind Kind { get; init; }

    /// <summary>Its position among all items.</summary>
    public int Number { get; set; }

    public required string Catalog { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required Digest Digest { get; init; }

    /// <summary>Whether both roles of evidence are needed: the process is defined, and it is practised.</summary>
    public bool IsProcess { get; init; }

    /// <summary>Whether the item speaks of components, so that a part without a 62443 type has no such item.</summary>
    public bool NeedsType { get; init; }

    public IReadOnlyList<string> ComponentTypes { get; init; } = [];

    public int? FirstLevel { get; init; }

    public Tag? Tag { get; init; }

    /// <summary>The law's own condition: the only way a remainder item or obligation can be not applicable.</summary>
    public string? Condition { get; init; }

    public IReadOnlyList<string>? Methods { get; set; }

    /// <summary>Verdicts that depend on neither release nor instant nor facts, by part + 1: computed once.</summary>
    public ItemVerdict?[] Fixed { get; set; } = [];

    public List<IndexedStatement> Statements { get; } = [];

    public List<IndexedDecision> Decisions { get; } = [];

    public List<IndexedApplicability> Inapplicable { get; } = [];

    public List<AutomaticRule> Rules { get; } = [];

    public bool MayBeInapplicable => Kind switch
    {
        ItemKind.Point => Id.StartsWith("I.2.", StringComparison.Ordinal),
        ItemKind.Catalog => true,
        _ => Condition is not null,
    };

    public bool AppliesTo(Part? part) => part is null || (!NeedsType && ComponentTypes.Count == 0) || (part.ComponentType is { } type && (ComponentTypes.Count == 0 || ComponentTypes.Contains(type, StringComparer.Ordinal)));
}

/// <summary>A statement with its series resolved.</summary>
internal sealed record IndexedStatement(Statement Statement, int Number, IReadOnlyList<IndexedSeries> Evidence, PartSet Parts, string Ref);

/// <summary>An applicability entry that says "does not apply".</summary>
internal sealed record IndexedApplicability(Applicability Entry, PartSet Parts, string Ref);

/// <summary>A series with what does not depend on release and instant.</summary>
internal sealed class IndexedSeries(Series series, int number, PartSet parts, int? freshnessDays)
{
    public Series Series { get; } = series;

    public int Number { get; } = number;

    public PartSet Parts { get; } = parts;

    public int? FreshnessDays { get; } = freshnessDays;

    public string Ref { get; } = $"evidence:{series.Id}";

    /// <summary>Facts by time of observation.</summary>
    public RegisteredFact[] Facts { get; } = [.. series.Facts.OrderBy(f => f.ObservedAt).ThenBy(f => f.Digest)];
}

/// <summary>A decision with its attestation.</summary>
internal sealed class IndexedDecision(Decision decision, int number, PartSet parts, string? unattested, IReadOnlyList<IndexedSeries> series)
{
    public Decision Decision { get; } = decision;

    public int Number { get; } = number;

    public PartSet Parts { get; } = parts;

    /// <summary>Null when attested; else why not.</summary>
    public string? Unattested { get; } = unattested;

    public IReadOnlyList<IndexedSeries> Series { get; } = series;

    public string Ref { get; } = $"decision:{decision.Place}";

    public Digest? StoodOn(string name)
    {
        foreach (var (key, digest) in Decision.StoodOn)
        {
            if (key == name) return digest;
        }

        return null;
    }

    /// <summary>Whether a digest was recorded under the name or under the name with a suffix after a colon.</summary>
    public bool StoodOnAny(string name, Digest digest)
    {
        foreach (var (key, recorded) in Decision.StoodOn)
        {
            if (recorded == digest && key.StartsWith(name, StringComparison.Ordinal) && (key.Length == name.Length || key[name.Length] == ':')) return true;
        }

        return false;
    }
}

/// <summary>A set of parts by position; at most 64 parts.</summary>
/// <param name="Bits">One bit per part; all bits: every part.</param>
internal readonly record struct PartSet(ulong Bits)
{
    public static PartSet All { get; } = new(ulong.MaxValue);

    /// <summary>Whether the part is in the set; the product as a whole (-1) is in every set.</summary>
    public bool Has(int part) => part < 0 || (Bits & (1UL << part)) != 0;
}
