using Marque.Cases.Declared;
using Marque.Legal;
using Marque.Text;

namespace Marque.Cases;

/// <summary>What a manufacturer declares about one product (or, as a process case, about one development process), as read from files.</summary>
public sealed record Case
{
    /// <summary>Short id: <c>product.id</c> or <c>process.id</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Where <c>marque.yaml</c> starts.</summary>
    public required Place Place { get; init; }

    /// <summary>The product; null in a process case.</summary>
    public Product? Product { get; init; }

    /// <summary>The operator's role under the Regulation.</summary>
    public Role Role { get; init; }

    /// <summary>Pinned editions by catalog id; what is not pinned takes the only edition there is, of the legal set's otherwise the newest.</summary>
    public IReadOnlyDictionary<string, (string Edition, Place Place)> Pins { get; init; } = new Dictionary<string, (string, Place)>(StringComparer.Ordinal);

    /// <summary>Bridges adopted per point.</summary>
    public IReadOnlyList<Adoption> Adoptions { get; init; } = [];

    /// <summary>Standards, specifications and certificates applied.</summary>
    public IReadOnlyList<AppliedInstrument> Instruments { get; init; } = [];

    /// <summary>Process cases used.</summary>
    public IReadOnlyList<ProcessUse> Uses { get; init; } = [];

    /// <summary>Release lines.</summary>
    public IReadOnlyList<ReleaseLine> Lines { get; init; } = [];

    /// <summary>Releases.</summary>
    public IReadOnlyList<Release> Releases { get; init; } = [];

    /// <summary>Recorded events that trigger event duties.</summary>
    public IReadOnlyList<RecordedEvent> Events { get; init; } = [];

    /// <summary>Who may decide; null without <c>people.yaml</c>.</summary>
    public People? People { get; init; }

    /// <summary>The risk assessment; null without <c>risk.yaml</c>.</summary>
    public RiskAssessment? Risk { get; init; }

    /// <summary>How requirements are met.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>Series of facts.</summary>
    public IReadOnlyList<Series> Series { get; init; } = [];

    /// <summary>Decisions.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>Decisions on vulnerabilities.</summary>
    public IReadOnlyList<TriageDecision> Triage { get; init; } = [];

    /// <summary>All decisions that are signed.</summary>
    public IEnumerable<SignedDecision> AllDecisions => [.. Decisions, .. Triage];

    /// <summary>The case's own catalogs and clause catalogs.</summary>
    public IReadOnlyList<OwnCatalog> Catalogs { get; init; } = [];

    /// <summary>The case's own bridges.</summary>
    public IReadOnlyList<Bridge> Bridges { get; init; } = [];

    /// <summary>The case's own maps from one edition of a catalog to another.</summary>
    public IReadOnlyList<EditionMap> Editions { get; init; } = [];

    /// <summary>The support period; null without <c>support.yaml</c>.</summary>
    public SupportPeriod? Support { get; init; }

    /// <summary>How vulnerabilities are handled; null without <c>vulnerability-handling.yaml</c>.</summary>
    public VulnerabilityHandling? Vulnerabilities { get; init; }

    /// <summary>The information for users, in one or several languages.</summary>
    public IReadOnlyList<UserInformation> UserInformation { get; init; } = [];

    /// <summary>How documents look; null without <c>documents.yaml</c>.</summary>
    public Look? Look { get; init; }

    /// <summary>The process cases used, by the id of their use; their statements, series and decisions stand in the lists above too.</summary>
    public IReadOnlyList<(string Use, Case Process)> Processes { get; init; } = [];

    /// <summary>Files of the case that this version keeps but does not evaluate.</summary>
    public IReadOnlyList<string> Unevaluated { get; init; } = [];

    /// <summary>The digest of all records: SHA-256 over sorted lines of path (of statements, series, facts and decisions: the folder) and record digest. Comments, order and layout do not count.</summary>
    public required Digest Digest { get; init; }
}

/// <summary>The product with digital elements.</summary>
public sealed record Product
{
    /// <summary>Type, batch or version that identifies it, Article 13(15).</summary>
    public string? Type { get; init; }

    /// <summary>Intended purpose, Article 3(23).</summary>
    public string? IntendedPurpose { get; init; }

    /// <summary>Core functionality, Articles 7(1) and 8(1).</summary>
    public string? CoreFunctionality { get; init; }

    /// <summary>Whether it is free and open-source software, Article 3(48).</summary>
    public bool IsFreeAndOpenSource { get; init; }

    /// <summary>Whether the technical documentation is public at placing on the market, Article 32(5).</summary>
    public bool HasPublicTechnicalDocumentation { get; init; }

    /// <summary>The manufacturer's name, Article 13(16).</summary>
    public string? Manufacturer { get; init; }

    /// <summary>The manufacturer's postal address.</summary>
    public string? Address { get; init; }

    /// <summary>The manufacturer's email address or other digital contact, Article 13(16).</summary>
    public string? Email { get; init; }

    /// <summary>The manufacturer's website, Article 13(16).</summary>
    public string? Website { get; init; }

    /// <summary>What the product is, in words.</summary>
    public string? Description { get; init; }

    /// <summary>The single point of contact, Article 13(17); null: none is named.</summary>
    public Contact? Contact { get; init; }

    /// <summary>The declared class and category; null when not declared.</summary>
    public Classification? Classification { get; init; }

    /// <summary>The conformity assessment procedure chosen, Article 32: <c>A</c>, <c>B+C</c>, <c>H</c>, <c>scheme</c>; null: none yet.</summary>
    public string? Procedure { get; init; }

    /// <summary>The parts, at least one.</summary>
    public required IReadOnlyList<Part> Parts { get; init; }

    /// <summary>The variants.</summary>
    public IReadOnlyList<Variant> Variants { get; init; } = [];
}

/// <summary>The single point of contact through which users reach the manufacturer, Article 13(17).</summary>
/// <param name="Email">An email address; null: none.</param>
/// <param name="Address">An internet address; null: none.</param>
/// <param name="Phone">A telephone number; null: none.</param>
public sealed record Contact(string? Email, string? Address, string? Phone)
{
    /// <summary>What there is of it, in one line.</summary>
    public override string ToString() => string.Join(", ", new[] { Email, Address, Phone }.OfType<string>());
}

/// <summary>A declared class by core functionality (rule Q-1). It counts once an attested decision stands on its digest.</summary>
/// <param name="Class">The class.</param>
/// <param name="Category">The category of Annex III or IV; null for the default class.</param>
/// <param name="Because">Why.</param>
/// <param name="Digest">Record digest.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record Classification(ProductClass Class, string? Category, string Because, Digest Digest, Place Place);

/// <summary>A piece of the product.</summary>
/// <param name="Id">Its id in this case.</param>
/// <param name="Name">Its name.</param>
/// <param name="ComponentType">62443 component type (<c>network-device</c> ...), or null.</param>
/// <param name="TargetLevel">Target security level, 1 to 4; null without one.</param>
/// <param name="IsRemoteDataProcessing">Whether it is remote data processing, Article 3(2).</param>
/// <param name="DeployedVersion">The deployed version of remote data processing.</param>
/// <param name="Digest">Record digest.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record Part(string Id, string Name, string? ComponentType, int? TargetLevel, bool IsRemoteDataProcessing, string? DeployedVersion, Digest Digest, Place Place);

/// <summary>A variant: what differs, and why it is security-equivalent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Differs">What differs.</param>
/// <param name="Equivalent">Why the difference does not matter for security; null: not argued.</param>
public sealed record Variant(string Id, string Differs, string? Equivalent);

/// <summary>A bridge adopted for points, by its digest.</summary>
/// <param name="Bridge">The bridge's id.</param>
/// <param name="Points">The points; empty: all of the bridge.</param>
/// <param name="BridgeDigest">The bridge's digest at adoption.</param>
/// <param name="Digest">Record digest: what the adopting decision stands on.</param>
/// <param name="Place">Where.</param>
public sealed record Adoption(string Bridge, IReadOnlyList<RequirementRef> Points, Digest BridgeDigest, Digest Digest, Place Place);

/// <summary>A standard, specification or certificate that the manufacturer applies.</summary>
/// <param name="Reference">The reference as the registry writes it.</param>
/// <param name="Clauses">The clause catalog supplied for it; null: none.</param>
/// <param name="Restrictions">Answers to restrictions of its citation. One that does not hit counts once an attested decision stands on its digest.</param>
/// <param name="Validity">Validity of a certificate: first and last day; null otherwise.</param>
/// <param name="Level">Assurance level of a certificate, Article 52 of Regulation (EU) 2019/881: <c>basic</c>, <c>substantial</c>, <c>high</c>; null: not stated.</param>
/// <param name="Place">Where.</param>
public sealed record AppliedInstrument(string Reference, string? Clauses, IReadOnlyList<RestrictionAnswer> Restrictions, (NodaTime.LocalDate From, NodaTime.LocalDate? Until)? Validity, string? Level, Place Place);

/// <summary>Whether a restriction of a citation hits this product, as the manufacturer answers it.</summary>
/// <param name="Id">The restriction's id in the registry.</param>
/// <param name="Hits">Whether it hits.</param>
/// <param name="Because">Why.</param>
/// <param name="Digest">Record digest.</param>
public sealed record RestrictionAnswer(string Id, bool Hits, string Because, Digest Digest);

/// <summary>A process case used by this one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Path">Folder relative to the using case.</param>
/// <param name="Digest">The digest it had when it was taken up.</param>
/// <param name="Place">Where.</param>
public sealed record ProcessUse(string Id, string Path, Digest Digest, Place Place);

/// <summary>An event that triggers a duty, such as <c>recall</c>.</summary>
/// <param name="Event">The event's word in the legal set.</param>
/// <param name="On">The day it occurred.</param>
/// <param name="What">What happened.</param>
/// <param name="Place">Where it is recorded.</param>
public sealed record RecordedEvent(string Event, NodaTime.LocalDate On, string What, Place Place);

/// <summary>A catalog the case adds under its own prefix; a clause catalog when it is for an instrument.</summary>
/// <param name="Id">The prefix.</param>
/// <param name="For">The instrument's reference of a clause catalog; null otherwise.</param>
/// <param name="IsProcess">Whether its items ask for processes.</param>
/// <param name="Items">The items.</param>
/// <param name="Place">Where.</param>
public sealed record OwnCatalog(string Id, string? For, bool IsProcess, IReadOnlyList<CatalogItem> Items, Place Place)
{
    /// <summary>Its edition, with the amendment after a plus sign; null: none is stated, so that it can be the only one of its id.</summary>
    public string? Edition { get; init; }
}
