using Marque.Cases;
using Marque.Legal;
using Marque.Text;

namespace Marque.Assessments;

/// <summary>What kind of requirement an item is.</summary>
public enum ItemKind
{
    /// <summary>A point of Annex I.</summary>
    Point,

    /// <summary>An obligation beyond Annex I.</summary>
    Obligation,

    /// <summary>An item of a pinned catalog, or of one of the case's own.</summary>
    Catalog,

    /// <summary>A remainder item.</summary>
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

    /// <summary>The edition of its catalog, with the amendment after a plus sign; null where the catalog has none.</summary>
    public string? Edition { get; init; }

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

    /// <summary>Whether a substantial modification asks for it anew (Article 3(30), rule T-6).</summary>
    public bool IsReopened { get; set; }

    /// <summary>Verdicts that depend on neither release nor instant nor facts, by part + 1: computed once.</summary>
    public ItemVerdict?[] Fixed { get; set; } = [];

    public List<IndexedStatement> Statements { get; } = [];

    public List<IndexedDecision> Decisions { get; } = [];

    public List<IndexedApplicability> Inapplicable { get; } = [];

    public List<AutomaticRule> Rules { get; } = [];

    /// <summary>The requirements of an older edition that an edition map leads from to this one; null: none.</summary>
    public List<Origin>? Origins { get; set; }

    /// <summary>The parts for which the case says itself whether it applies.</summary>
    public PartSet Stated { get; set; }

    /// <summary>The id with the catalog and edition before it.</summary>
    public string FullId => new RequirementId(Catalog, Id) { Edition = Edition }.ToString();

    /// <summary>Its own statements, and after them those that edition maps carry over.</summary>
    public IEnumerable<IndexedStatement> AllStatements => Origins is null ? Statements : Statements.Concat(Origins.SelectMany(o => o.Old.Statements).Distinct());

    /// <summary>Whether a case means it by this id.</summary>
    public bool Is(RequirementId id) => Id == id.Item && (id.Catalog is null || Catalog == id.Catalog) && (id.Edition is null || Edition == id.Edition);

    public bool MayBeInapplicable => Kind switch
    {
        ItemKind.Point => Id.StartsWith("I.2.", StringComparison.Ordinal),
        ItemKind.Catalog => true,
        _ => Condition is not null,
    };

    public bool AppliesTo(Part? part) => part is null || (!NeedsType && ComponentTypes.Count == 0) || (part.ComponentType is { } type && (ComponentTypes.Count == 0 || ComponentTypes.Contains(type, StringComparer.Ordinal)));
}

/// <summary>A requirement of an older edition, and the map that leads from it.</summary>
internal sealed record Origin(EditionMap Map, EditionEntry Entry, Item Old);

/// <summary>A statement with its series resolved.</summary>
internal sealed record IndexedStatement(Statement Statement, int Number, IReadOnlyList<IndexedSeries> Evidence, PartSet Parts, string Ref);

/// <summary>An applicability entry that says "does not apply".</summary>
internal sealed record IndexedApplicability(Applicability Entry, PartSet Parts, string Ref);

/// <summary>A series with what does not depend on release and instant.</summary>
internal sealed class IndexedSeries(Series series, int number, PartSet parts, int? freshnessDays)
{
    private readonly Ground?[] sound = new Ground?[series.Facts.Count];

    public Series Series { get; } = series;

    public int Number { get; } = number;

    public PartSet Parts { get; } = parts;

    public int? FreshnessDays { get; } = freshnessDays;

    public string Ref { get; } = $"evidence:{series.Id}";

    /// <summary>Facts by time of observation.</summary>
    public RegisteredFact[] Facts { get; } = [.. series.Facts.OrderBy(f => f.ObservedAt).ThenBy(f => f.Digest)];

    /// <summary>The ground that a fact is sound, by position: worded once, for it depends on nothing else.</summary>
    public Ground Sound(int fact) => sound[fact] ??= new Ground("sound", Ref, $"place:{Facts[fact].Place}", $"sha256:{Facts[fact].Sha256}");
}

/// <summary>A decision with its attestation and the digests it stood on, looked up once.</summary>
internal sealed class IndexedDecision
{
    private readonly Dictionary<string, Digest> stoodOn = new(StringComparer.Ordinal);
    private readonly Digest?[] series;
    private readonly Digest?[] bytes;

    public IndexedDecision(Decision decision, int number, PartSet parts, string? unattested, IReadOnlyList<IndexedSeries> rests)
    {
        (Decision, Number, Parts, Unattested, Series) = (decision, number, parts, unattested, rests);
        Ref = $"decision:{decision.Place}";
        foreach (var (name, digest) in decision.StoodOn) stoodOn.TryAdd(name, digest);
        Requirement = StoodOn("requirement");
        RecordedPairs = stoodOn.Keys.Any(name => name.StartsWith("pair:", StringComparison.Ordinal));
        series = [.. rests.Select(s => StoodOn($"series:{s.Series.Id}"))];
        bytes = [.. rests.Select(s => StoodOn($"fact:{s.Series.Id}"))];
        Decided = new Ground("decided", [Ref, $"by:{decision.By}", .. rests.Select(s => s.Ref)]);
        DecidedBy = Legal.BrusselsDay.EndOf(decision.On);
    }

    public Decision Decision { get; }

    public int Number { get; }

    public PartSet Parts { get; }

    /// <summary>Null when attested; else why not.</summary>
    public string? Unattested { get; }

    public IReadOnlyList<IndexedSeries> Series { get; }

    public string Ref { get; }

    /// <summary>The digest of the requirement it stood on.</summary>
    public Digest? Requirement { get; }

    /// <summary>Whether it recorded the pairs it was made for.</summary>
    public bool RecordedPairs { get; }

    public Ground Decided { get; }

    /// <summary>The end of the day of the decision.</summary>
    public NodaTime.Instant DecidedBy { get; }

    /// <summary>The digest of the definition of its series at that position.</summary>
    public Digest? SeriesAt(int position) => series[position];

    /// <summary>The digest of the document of its series at that position.</summary>
    public Digest? BytesAt(int position) => bytes[position];

    public Digest? StoodOn(string name) => stoodOn.TryGetValue(name, out var digest) ? digest : null;

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

    /// <summary>Whether the part is in the set; the product as a whole (-1) only where the set holds anything.</summary>
    public bool Covers(int part) => part < 0 ? Bits != 0 : Has(part);
}
