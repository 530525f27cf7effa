using Marque.Text;
using NodaTime;

namespace Marque.Legal;

/// <summary>The law and the standards as dated data: one version of the legal set.</summary>
public sealed record LegalSet
{
    /// <summary>The set's version, such as <c>2026.11.1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The newest evidence the set rests on.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>SHA-256 of <c>manifest.json</c>, which holds the digest of every file of the set.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Whether the set is one that the program knows by digest, or is signed by a trusted key.</summary>
    public required bool Official { get; init; }

    /// <summary>The provisions of the Regulation by id: <c>13(2)</c>, <c>14(2)(a)</c>, <c>Annex I Part I(2)(e)</c>, <c>Annex VII(5)</c>.</summary>
    public required IReadOnlyDictionary<string, Provision> Provisions { get; init; }

    /// <summary>The 22 points of Annex I in the order of the law.</summary>
    public required IReadOnlyList<AnnexPoint> Points { get; init; }

    /// <summary>The obligations beyond Annex I in the order of the law.</summary>
    public required IReadOnlyList<Obligation> Obligations { get; init; }

    /// <summary>The categories of Annexes III and IV.</summary>
    public required IReadOnlyList<Category> Categories { get; init; }

    /// <summary>Standards, specifications and schemes with what is known of their citation.</summary>
    public required IReadOnlyList<Standard> Standards { get; init; }

    /// <summary>How many notified bodies are known to be designated under the Regulation, and as of when (rule Q-4).</summary>
    public required (int Count, LocalDate AsOf) NotifiedBodies { get; init; }

    /// <summary>The 62443 catalogs by edition, such as <c>iec62443-4-1:2018</c>.</summary>
    public required IReadOnlyList<Catalog> Catalogs { get; init; }

    /// <summary>The bridges.</summary>
    public required IReadOnlyList<Bridge> Bridges { get; init; }

    /// <summary>What a perfect 62443 file leaves open.</summary>
    public required IReadOnlyList<RemainderItem> Remainder { get; init; }

    /// <summary>Dates of application and transition (rules D-1..D-8, T-1..T-6).</summary>
    public required IReadOnlyList<ApplicationDate> Dates { get; init; }

    /// <summary>Policies that the engine applies by default: how long a fact of a kind stays fresh.</summary>
    public required IReadOnlyList<FreshnessPolicy> Freshness { get; init; }

    /// <summary>The automatic rules that may judge mechanically checkable items.</summary>
    public required IReadOnlyList<AutomaticRule> AutomaticRules { get; init; }

    /// <summary>The verification methods that requirements ask for; a requirement that is not listed accepts any.</summary>
    public IReadOnlyList<MethodPolicy> Methods { get; init; } = [];

    /// <summary>Every wording of the provisions that have more than one, or one that takes effect later, in order of effect.</summary>
    public IReadOnlyList<Provision> Wordings { get; init; } = [];

    /// <summary>What the set cites besides the Regulation: other acts, corrigenda, guidance, standards.</summary>
    public IReadOnlyList<LegalSource> Sources { get; init; } = [];

    /// <summary>The events that trigger obligations.</summary>
    public IReadOnlyList<ObligationEvent> Events { get; init; } = [];

    /// <summary>The items of the standardisation request M/606 with their deadlines for adoption.</summary>
    public IReadOnlyList<RequestItem> RequestItems { get; init; } = [];

    /// <summary>The questions of a substantial modification (Article 3(30), rule T-6); null: the set has none.</summary>
    public ModificationRule? Modification { get; init; }

    /// <summary>The provision in the wording of a day; before the first wording, the first.</summary>
    /// <param name="id">The id, such as <c>13(4)</c>.</param>
    /// <param name="day">A Brussels day.</param>
    /// <returns>The provision, or null when there is none with that id.</returns>
    public Provision? ProvisionOn(string id, LocalDate day)
    {
        Provision? found = null;
        foreach (var wording in Wordings)
        {
            if (wording.Id == id && (found is null || wording.Wording.From <= day)) found = wording;
        }

        return found ?? Provisions.GetValueOrDefault(id);
    }

    /// <summary>What a citation such as <c>Art. 13(8), third subparagraph</c>, <c>13(8)</c> or <c>Annex VII(2)(b)</c> names.</summary>
    /// <param name="citation">One citation and nothing else.</param>
    /// <returns>The provision or the source, or null when it names neither.</returns>
    public CitedText? Cite(string citation) => Citations.One(this, citation);
}

/// <summary>On what a check or a sentence rests.</summary>
public enum Tag
{
    /// <summary>The Regulation's own words.</summary>
    Law,

    /// <summary>Commission or ENISA guidance, non-binding.</summary>
    Guidance,

    /// <summary>A reading of ours, configurable.</summary>
    Reading,

    /// <summary>IEC 62443 or another standard.</summary>
    Standard,

    /// <summary>Good practice.</summary>
    Practice,
}

/// <summary>A provision of the Regulation.</summary>
/// <param name="Id">Article and paragraph as cited: <c>13(8)</c>, <c>Annex I Part I(2)(e)</c>.</param>
/// <param name="Eli">European Legislation Identifier of the act.</param>
/// <param name="Text">The Regulation's words.</param>
/// <param name="Applies">The interval in which it applies (Article 71(2)); open end: null.</param>
/// <param name="Corrigenda">Corrigenda applied to the text.</param>
public sealed record Provision(string Id, string Eli, string Text, (LocalDate From, LocalDate? Until) Applies, IReadOnlyList<string> Corrigenda)
{
    /// <summary>The heading of an article, annex, part or point; null where the law gives none.</summary>
    public string? Heading { get; init; }

    /// <summary>The subparagraphs, each with its points; their number is what "third subparagraph" counts.</summary>
    public IReadOnlyList<string> Subparagraphs { get; init; } = [];

    /// <summary>The interval in which the provision has these words. It is not the interval of application: words may change before they ever apply.</summary>
    public (LocalDate From, LocalDate? Until) Wording { get; init; }

    /// <summary>The act that gave the provision these words; null for the Regulation as published.</summary>
    public string? AmendedBy { get; init; }
}

/// <summary>A point of Annex I: I.1, I.2.a to I.2.m, II.1 to II.8.</summary>
/// <param name="Id"><c>I.2.e</c>.</param>
/// <param name="Title">Short title, ours.</param>
/// <param name="Provision">The provision, such as <c>Annex I Part I(2)(e)</c>.</param>
/// <param name="Text">The Regulation's words.</param>
/// <param name="Digest">Record digest of the entry.</param>
public sealed record AnnexPoint(string Id, string Title, string Provision, string Text, Digest Digest)
{
    /// <summary>Whether the point may be not applicable: only I.2.a to I.2.m ("where applicable", 13(3), 13(4), rule F-8).</summary>
    public bool WhereApplicable => Id.StartsWith("I.2.", StringComparison.Ordinal);

    /// <summary>Whether the point asks for a process (Part II).</summary>
    public bool IsProcess => Id.StartsWith("II.", StringComparison.Ordinal);
}

/// <summary>The economic operators and others the Regulation gives obligations to.</summary>
public enum Role
{
    /// <summary>Manufacturer, Article 3(13); also those treated as manufacturers, Articles 21 and 22.</summary>
    Manufacturer,

    /// <summary>Authorised representative, Article 3(15).</summary>
    AuthorisedRepresentative,

    /// <summary>Importer, Article 3(16).</summary>
    Importer,

    /// <summary>Distributor, Article 3(17).</summary>
    Distributor,

    /// <summary>Open-source software steward, Article 3(14).</summary>
    Steward,
}

/// <summary>An obligation beyond Annex I.</summary>
/// <param name="Id"><c>13(19)</c>, <c>14(2)(a)</c>, <c>19(5), second subparagraph</c>, <c>Annex II(7)</c>.</param>
/// <param name="Title">Short title, ours.</param>
/// <param name="Provision">The provision cited.</param>
/// <param name="Roles">Whose obligation.</param>
/// <param name="Tag">On what it rests.</param>
/// <param name="AppliesFrom">From when it applies (Article 71(2)).</param>
/// <param name="Basis">The basis of that date.</param>
/// <param name="Event">The event that triggers it, such as <c>recall</c>; null for a standing duty.</param>
/// <param name="Feeds">Points, obligations or computed inputs (<c>risk-assessment</c>, <c>procedure</c>) whose verdicts it is the weakest of; may be empty.</param>
/// <param name="Condition">The law's own condition, the only way to be not applicable; null: always.</param>
/// <param name="Digest">Record digest of the entry.</param>
public sealed record Obligation(string Id, string Title, string Provision, IReadOnlyList<Role> Roles, Tag Tag, LocalDate AppliesFrom, string Basis, string? Event, IReadOnlyList<string> Feeds, string? Condition, Digest Digest)
{
    /// <summary>The provision in whose words the condition stands; null: <see cref="Provision"/>.</summary>
    public string? ConditionFrom { get; init; }

    /// <summary>The classes of product for which alone it exists (Article 32(2) to (5)); empty: all.</summary>
    public IReadOnlyList<ProductClass> Classes { get; init; } = [];

    /// <summary>The module of Annex VIII (<c>A</c>, <c>B</c>, <c>C</c>, <c>H</c>) for which alone it exists; null: independent of the module.</summary>
    public string? Module { get; init; }

    /// <summary>Whether the law permits something and binds only whoever uses the permission (13(10), 13(11), 30(2), 32(5), 33(5)).</summary>
    public bool IsPermission { get; init; }

    /// <summary>A remark for the reader; decides nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>An event that triggers obligations.</summary>
/// <param name="Id"><c>recall</c>, <c>authority-request</c>.</param>
/// <param name="What">What happens.</param>
/// <param name="Basis">The provision that names it.</param>
public sealed record ObligationEvent(string Id, string What, string Basis);

/// <summary>The class of a product by its core functionality (Articles 7 and 8, rule Q-1).</summary>
public enum ProductClass
{
    /// <summary>Neither important nor critical.</summary>
    Default,

    /// <summary>Important, Annex III class I.</summary>
    ImportantI,

    /// <summary>Important, Annex III class II.</summary>
    ImportantII,

    /// <summary>Critical, Annex IV.</summary>
    Critical,
}

/// <summary>A category of Annex III or IV.</summary>
/// <param name="Id"><c>III-I-12</c>, <c>III-II-2</c>, <c>IV-1</c>.</param>
/// <param name="Class">Its class.</param>
/// <param name="Text">The Regulation's words.</param>
/// <param name="Description">Verified technical description (Implementing Regulation (EU) 2025/2392), paragraph by paragraph.</param>
/// <param name="Complete">Whether every part of the description is verified.</param>
/// <param name="Unverified">Subjects whose adopted wording was not verified; their draft wording is not shipped.</param>
public sealed record Category(string Id, ProductClass Class, string Text, IReadOnlyList<string> Description, bool Complete, IReadOnlyList<string> Unverified)
{
    /// <summary>The provision, such as <c>Annex III Class I(12)</c>.</summary>
    public string Provision { get; init; } = "";
}

/// <summary>A date of application or transition with its rule id.</summary>
/// <param name="Rule"><c>D-3</c>.</param>
/// <param name="Date">The date.</param>
/// <param name="What">What starts or ends.</param>
/// <param name="Basis">The provision.</param>
public sealed record ApplicationDate(string Rule, LocalDate Date, string What, string Basis)
{
    /// <summary>On what the rule rests.</summary>
    public Tag Tag { get; init; } = Tag.Law;

    /// <summary>How sure the entry is: <c>high</c>, <c>medium</c>, <c>low</c>.</summary>
    public string Confidence { get; init; } = "high";
}

/// <summary>How long facts of a kind count as fresh when they do not say so themselves.</summary>
/// <param name="Kind">The kind's word in case files, such as <c>pdf</c>.</param>
/// <param name="Days">Days after observation; null: no limit by policy.</param>
/// <param name="Tag">On what the policy rests.</param>
/// <param name="Because">Why.</param>
public sealed record FreshnessPolicy(string Kind, int? Days, Tag Tag, string Because);

/// <summary>A versioned automatic rule that may stand in the place of a decision for a mechanically checkable item.</summary>
/// <param name="Id"><c>sbom-machine-readable@1</c>.</param>
/// <param name="Requirement">The remainder item it judges.</param>
/// <param name="Kinds">The kinds of fact it accepts.</param>
/// <param name="MinimumCounts">Counts of the content check that must be reached.</param>
/// <param name="Because">What it checks, in words.</param>
public sealed record AutomaticRule(string Id, string Requirement, IReadOnlyList<string> Kinds, IReadOnlyList<(string Name, long Least)> MinimumCounts, string Because);

/// <summary>The verification methods that a requirement asks for; facts found by another method do not show it.</summary>
/// <param name="Catalog"><c>iec62443-4-1</c>.</param>
/// <param name="Item"><c>SVV-4</c>.</param>
/// <param name="Methods">The accepted methods: test, analysis, inspection, review, audit, certificate, record.</param>
/// <param name="Tag">On what the policy rests.</param>
/// <param name="Because">Why.</param>
public sealed record MethodPolicy(string Catalog, string Item, IReadOnlyList<string> Methods, Tag Tag, string Because);
