using Marque.Text;
using NodaTime;

namespace Marque.Legal.Reading;

/// <summary>What a reference names.</summary>
internal enum Refers
{
    /// <summary>A provision by its exact id.</summary>
    Provision,

    /// <summary>A point of Annex I.</summary>
    Point,

    /// <summary>A point or an obligation.</summary>
    PointOrObligation,

    /// <summary>A point, an obligation or a computed input.</summary>
    Feed,

    /// <summary>An obligation.</summary>
    Obligation,

    /// <summary>An event.</summary>
    Event,

    /// <summary>Words with citations: at least one, and each resolves.</summary>
    Citation,

    /// <summary>A category of Annex III or IV.</summary>
    Category,

    /// <summary>A remainder item.</summary>
    Remainder,

    /// <summary>A catalog in its edition, <c>iec62443-4-1:2018</c>.</summary>
    Catalog,
}

/// <summary>A reference and where it is written.</summary>
internal readonly record struct Reference(Refers To, string Value, JsonFile File, JsonPath At);

/// <summary>What the files of a set hold, before the references between them are checked.</summary>
internal sealed class Parts(LocalDate asOf, List<Problem> problems)
{
    public LocalDate AsOf { get; } = asOf;

    public List<Reference> References { get; } = [];

    public Dictionary<string, Provision> Provisions { get; } = new(StringComparer.Ordinal);

    public List<Provision> Wordings { get; } = [];

    public List<AnnexPoint> Points { get; } = [];

    public List<Obligation> Obligations { get; } = [];

    public List<ObligationEvent> Events { get; } = [];

    public List<string> Inputs { get; } = [];

    public List<Category> Categories { get; } = [];

    public List<Standard> Standards { get; } = [];

    public List<RequestItem> RequestItems { get; } = [];

    public (int Count, LocalDate AsOf) NotifiedBodies { get; set; }

    public List<Catalog> Catalogs { get; } = [];

    public List<Bridge> Bridges { get; } = [];

    public List<RemainderItem> Remainder { get; } = [];

    public List<ApplicationDate> Dates { get; } = [];

    public List<LegalSource> Sources { get; } = [];

    public List<FreshnessPolicy> Freshness { get; } = [];

    public List<AutomaticRule> AutomaticRules { get; } = [];

    public List<MethodPolicy> Methods { get; } = [];

    public ModificationRule? Modification { get; set; }

    /// <summary>Where each record stands, for problems found between files.</summary>
    public Dictionary<object, Entry> Places { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Records that the set as a whole lacks something.</summary>
    public void Missing(string what) => problems.Add(new Problem(new Place(Manifest.Name), "legal.incomplete", $"the set lacks {what}"));

    /// <summary>A required field that refers to something.</summary>
    public string Refer(Entry entry, string key, Refers to)
    {
        var value = entry.Text(key);
        if (value.Length > 0) References.Add(new Reference(to, value, entry.File, entry.To(key)));
        return value;
    }

    /// <summary>A field that refers to something, or null when absent.</summary>
    public string? ReferIfAny(Entry entry, string key, Refers to)
    {
        var value = entry.Optional(key);
        if (value is not null) References.Add(new Reference(to, value, entry.File, entry.To(key)));
        return value;
    }

    /// <summary>A list of references; empty when absent.</summary>
    public IReadOnlyList<string> ReferEach(Entry entry, string key, Refers to)
    {
        var values = entry.Texts(key);
        for (var i = 0; i < values.Count; i++) References.Add(new Reference(to, values[i], entry.File, new JsonPath(entry.To(key), null, i)));
        return values;
    }
}
