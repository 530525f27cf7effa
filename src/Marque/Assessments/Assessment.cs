using Marque.Cases;
using Marque.Language;
using Marque.Legal;
using Marque.Text;
using NodaTime;

namespace Marque.Assessments;

/// <summary>The computed conformity argument of one release at one instant.</summary>
public sealed record Assessment
{
    /// <summary>The product's id and name.</summary>
    public required (string Id, string Name) Product { get; init; }

    /// <summary>The release; null for a case without releases.</summary>
    public string? Release { get; init; }

    /// <summary>The instant of the assessment.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>The legal set used.</summary>
    public required (string Version, Digest Digest, bool Official) LegalSet { get; init; }

    /// <summary>Merkle root over the digests of every input.</summary>
    public required Digest Inputs { get; init; }

    /// <summary>How the root key of <c>people.yaml</c> was found.</summary>
    public required RootOfTrust Trust { get; init; }

    /// <summary>Classification and procedures, Article 32.</summary>
    public required Procedures Procedures { get; init; }

    /// <summary>The 22 points of Annex I.</summary>
    public required IReadOnlyList<RequirementResult> Requirements { get; init; }

    /// <summary>The obligations beyond Annex I of the case's role.</summary>
    public required IReadOnlyList<ObligationResult> Obligations { get; init; }

    /// <summary>The items of the pinned 62443 catalogs and of the case's own.</summary>
    public required IReadOnlyList<Derivation> Catalogs { get; init; }

    /// <summary>The remainder items.</summary>
    public required IReadOnlyList<Derivation> Remainder { get; init; }

    /// <summary>The cybersecurity risk assessment, Article 13(2) to (4).</summary>
    public required Derivation RiskAssessment { get; init; }

    /// <summary>The state of each series of facts.</summary>
    public required IReadOnlyList<SeriesResult> Facts { get; init; }

    internal Lazy<Steps> Steps { get; init; } = null!;

    /// <summary>What would raise verdicts, the most useful first. Worked out when asked for.</summary>
    public IReadOnlyList<NextStep> Next => Steps.Value.All();

    /// <summary>What would raise one point, the most useful first.</summary>
    /// <param name="point"><c>I.2.e</c>.</param>
    public IReadOnlyList<NextStep> NextOf(string point) => Steps.Value.Of(point);

    /// <summary>What a reader must know of the inputs: unofficial legal set, root key taken from the case, files not evaluated.</summary>
    public required IReadOnlyList<Saying> Notes { get; init; }

    /// <summary>The notes in English.</summary>
    public IReadOnlyList<string> Notices => [.. Notes.Select(n => n.Text)];

    /// <summary>How many points have each verdict, in the order presumed, demonstrated, claimed, gap, open, not-applicable.</summary>
    public IReadOnlyList<(Verdict Verdict, int Count)> Counts =>
        [.. new[] { Verdict.Presumed, Verdict.Demonstrated, Verdict.Claimed, Verdict.Gap, Verdict.Open, Verdict.NotApplicable }.Select(v => (v, Requirements.Count(r => r.Verdict == v)))];
}

/// <summary>The result for one Annex I point.</summary>
/// <param name="Point">The point.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Binding">Whether it binds at the instant.</param>
/// <param name="Routes">The best known state of each route over the parts.</param>
/// <param name="Weakest">The first cause of the verdict: what is weakest on the best route of the weakest part; null when nothing falls short.</param>
/// <param name="Why">The derivation tree.</param>
public sealed record RequirementResult(AnnexPoint Point, Verdict Verdict, Binding Binding, IReadOnlyList<RouteResult> Routes, string? Weakest, Derivation Why);

/// <summary>A route's verdict: the weakest over the parts that have it.</summary>
/// <param name="Route">standard, bridge, direct, computed; a case's own bridge as <c>bridge:ID</c>.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Weakest">What is weakest in it; null when nothing falls short.</param>
public sealed record RouteResult(string Route, Verdict Verdict, string? Weakest);

/// <summary>The result for one obligation.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Binding">Whether it binds.</param>
/// <param name="Why">The derivation tree.</param>
public sealed record ObligationResult(Obligation Obligation, Verdict Verdict, Binding Binding, Derivation Why);

/// <summary>Whether an entry binds at the instant.</summary>
/// <param name="Is"><c>yes</c>, <c>no</c>, or <c>from 2027-12-11</c>.</param>
/// <param name="Basis">The provision.</param>
public sealed record Binding(string Is, string Basis)
{
    /// <summary>Whether it binds now; what does not bind yet reads "readiness".</summary>
    public bool Now => Is == "yes";
}

/// <summary>Classification and conformity assessment procedures, Article 32 (rules ).</summary>
/// <param name="Class">The declared class; null when not declared.</param>
/// <param name="Category">The declared category.</param>
/// <param name="Classification">How far the classification is decided.</param>
/// <param name="ThirdParty">The points for which no Article 27 instrument is applied in full.</param>
/// <param name="Modules">Each module, open or closed.</param>
/// <param name="NotifiedBodies">How many notified bodies the legal set knows of, and as of when.</param>
public sealed record Procedures(ProductClass? Class, string? Category, Derivation Classification, IReadOnlyList<string> ThirdParty, IReadOnlyList<Module> Modules, (int Count, LocalDate AsOf) NotifiedBodies);

/// <summary>A conformity assessment procedure.</summary>
/// <param name="Name"><c>A</c>, <c>B+C</c>, <c>H</c>, <c>scheme</c>.</param>
/// <param name="Open">Whether it is open.</param>
/// <param name="Why">Why.</param>
/// <param name="Basis">The paragraph.</param>
public sealed record Module(string Name, bool Open, Saying Why, string Basis)
{
    /// <summary>Why, in English.</summary>
    public string Because => Why.Text;
}

/// <summary>The state of a series at the instant, for the release.</summary>
/// <param name="Series">The series.</param>
/// <param name="Sound">Whether its current result is sound and supports.</param>
/// <param name="Contradicts">Whether a contradiction stands.</param>
/// <param name="Grounds">Why.</param>
public sealed record SeriesResult(Cases.Series Series, bool Sound, bool Contradicts, IReadOnlyList<Ground> Grounds);

/// <summary>One thing to do.</summary>
/// <param name="What">What to do, one sentence.</param>
/// <param name="Subject">What it is about: a requirement, series, decision or file.</param>
/// <param name="Unblocks">The Annex I points on whose way it stands.</param>
/// <param name="Settles">The points that have nothing else in the way.</param>
public sealed record NextStep(Saying What, string Subject, IReadOnlyList<string> Unblocks, IReadOnlyList<string> Settles)
{
    /// <summary>What to do, in English.</summary>
    public string Action { get; } = What.Text;
}
