using System.Collections.Immutable;
using Marque.Assessments;
using Marque.Cases;
using Marque.Legal;
using Marque.Text;
using NodaTime;

namespace Marque.Tests.Assessments.Kit;

/// <summary>A legal set, a case and what is seen of its facts: everything an assessment is made from, as data that a test changes with <c>with</c>.</summary>
internal sealed record World
{
    /// <summary>One software part at level 2, signed people, and nothing else.</summary>
    public static World Empty { get; } = new();

    public LegalSet Law { get; init; } = Laws.Shipped;

    public string Id { get; init; } = "kettle";

    public bool IsProcess { get; init; }

    public string? OperatorRole { get; init; }

    public bool FreeAndOpenSource { get; init; }

    public bool PublicDocumentation { get; init; }

    public string? Procedure { get; init; }

    public ClassSpec? Class { get; init; }

    public ImmutableArray<PartSpec> Parts { get; init; } = [new("app")];

    public ImmutableArray<AdoptionSpec> Adopts { get; init; } = [];

    public ImmutableArray<InstrumentSpec> Instruments { get; init; } = [];

    public ImmutableArray<UseSpec> Uses { get; init; } = [];

    public ImmutableArray<(string Id, bool Supported)> Lines { get; init; } = [];

    public ImmutableArray<(string Event, LocalDate On)> Events { get; init; } = [];

    public PeopleSpec? People { get; init; } = new();

    public RiskSpec? Risk { get; init; }

    public ImmutableArray<StatementSpec> Statements { get; init; } = [];

    public ImmutableArray<SeriesSpec> Series { get; init; } = [];

    public ImmutableArray<DecisionSpec> Decisions { get; init; } = [];

    public ImmutableArray<ReleaseSpec> Releases { get; init; } = [];

    public ImmutableArray<CatalogSpec> Catalogs { get; init; } = [];

    public ImmutableArray<BridgeSpec> Bridges { get; init; } = [];

    public ImmutableArray<MapSpec> Maps { get; init; } = [];

    public ImmutableArray<(string Catalog, string Edition)> Pins { get; init; } = [];

    /// <summary>Root keys given from outside.</summary>
    public ImmutableArray<Signer> Trusted { get; init; } = [Signer.Root];

    /// <summary>Adds a statement.</summary>
    public World State(string requirement, params ImmutableArray<string> evidence) => State(new StatementSpec(requirement) { Evidence = evidence });

    /// <summary>Adds a statement.</summary>
    public World State(StatementSpec statement) => this with { Statements = Statements.Add(statement) };

    /// <summary>Adds a series of test results with one sound one.</summary>
    public World Test(string id) => Add(new SeriesSpec(id) { Facts = [new FactSpec($"results of {id}", Days.Observed)] });

    /// <summary>Adds a document with one sound version.</summary>
    public World Document(string id, string? role = null) => Add(new SeriesSpec(id, "pdf") { Role = role, Facts = [new FactSpec($"text of {id}", Days.Observed)] });

    /// <summary>Adds a series.</summary>
    public World Add(SeriesSpec series) => this with { Series = Series.Add(series) };

    /// <summary>Replaces a series.</summary>
    public World Change(string series, Func<SeriesSpec, SeriesSpec> change) => this with { Series = [.. Series.Select(s => s.Id == series ? change(s) : s)] };

    /// <summary>Replaces every fact of a series.</summary>
    public World ChangeFacts(string series, Func<FactSpec, FactSpec> change) => Change(series, s => s with { Facts = [.. s.Facts.Select(change)] });

    /// <summary>Adds a fact to a series.</summary>
    public World Add(string series, FactSpec fact) => Change(series, s => s with { Facts = s.Facts.Add(fact) });

    /// <summary>Replaces the last decision.</summary>
    public World ChangeLast(Func<DecisionSpec, DecisionSpec> change) => this with { Decisions = Decisions.SetItem(Decisions.Length - 1, change(Decisions[^1])) };

    /// <summary>Adds an attested decision on today's digests.</summary>
    public World Decide(string requirement, params ImmutableArray<string> facts) => Decide(new DecisionSpec(requirement) { Facts = facts });

    /// <summary>Adds a decision on today's digests.</summary>
    public World Decide(DecisionSpec decision) => this with { Decisions = Decisions.Add(decision with { StoodOn = Standing.On(this, decision) }) };

    /// <summary>A direct statement, its evidence and the decision on it.</summary>
    public World Demonstrate(string requirement, string? series = null)
    {
        var id = series ?? Slug(requirement);
        return (Series.Any(s => s.Id == id) ? this : Test(id)).State(requirement, id).Decide(requirement, id);
    }

    /// <summary>A process requirement with a procedure, a record, and the decision on both.</summary>
    public World DemonstrateProcess(string requirement)
    {
        var id = Slug(requirement);
        return Document($"{id}-procedure", "defined").Document($"{id}-record", "practised").State(requirement, $"{id}-procedure", $"{id}-record").Decide(requirement, $"{id}-procedure", $"{id}-record");
    }

    /// <summary>Adopts the legal bridge by an attested decision.</summary>
    public World Adopt(params ImmutableArray<string> points)
    {
        var bridge = Law.Bridges[0];
        return (this with { Adopts = Adopts.Add(new AdoptionSpec(bridge.Id, bridge.Digest, points)) }).Decide(new DecisionSpec($"bridge:{bridge.Id}", "adopts"));
    }

    /// <summary>A complete risk assessment, decided.</summary>
    public World AssessRisk(RiskSpec? risk = null) => (this with { Risk = risk ?? RiskSpec.Complete }).Decide(new DecisionSpec("risk-assessment"));

    /// <summary>Says that a requirement does not apply, decided.</summary>
    public World Exclude(string requirement, params ImmutableArray<string> parts) =>
        (this with { Risk = (Risk ?? RiskSpec.Complete).Excludes(requirement, parts) }).Decide(new DecisionSpec(requirement, "not-applicable"));

    /// <summary>Declares a class by an attested decision.</summary>
    public World Classify(string @class, string? category = null) => (this with { Class = new ClassSpec(@class, category) }).Decide(new DecisionSpec("classification", "classifies"));

    /// <summary>Takes up a process case as it is now.</summary>
    public World Use(string id, World process) => this with { Uses = Uses.Add(new UseSpec(id, process, Rendering.DigestOf(process))) };

    /// <summary>The problems that keep the case from being assessed.</summary>
    public IReadOnlyList<Problem> Problems()
    {
        var read = CaseFile.Read(Rendering.Source(this));
        return read.Ok ? CaseIndex.Build(Law, read.Value!, [.. Trusted.Select(t => t.Key)]).Problems : read.Problems;
    }

    /// <summary>Reads, resolves and observes the case.</summary>
    public Ready Ready(Func<CaseSource, CaseSource>? reorder = null)
    {
        var source = Rendering.Source(this);
        var read = CaseFile.Read(reorder is null ? source : reorder(source));
        Assert.True(read.Ok, string.Join('\n', read.Problems));
        var index = CaseIndex.Build(Law, read.Value!, [.. Trusted.Select(t => t.Key)]);
        Assert.True(index.Ok, string.Join('\n', index.Problems));
        return new Ready(index.Value!, Rendering.Observe(this, read.Value!));
    }

    /// <summary>The assessment of a release at an instant; by default the newest supported one, now.</summary>
    public Assessed Assess(Instant? at = null, string? release = null) => Ready().Assess(at, release);

    /// <summary>The files of the case, and what is seen of its facts: what a person needs to follow a random case that failed.</summary>
    public override string ToString() => $"{string.Join('\n', Rendering.Source(this).Files.Select(f => $"--- {f.Path}\n{System.Text.Encoding.UTF8.GetString(f.Bytes.Span)}"))}\n--- seen\n{string.Join('\n', Series.SelectMany(s => s.Facts).Select(f => $"{f.Bytes}: {f.Sight} {f.Kind} {f.Content}"))}\n";

    private static string Slug(string requirement) => RequirementId.Of(requirement).Slug.ToLowerInvariant();
}

/// <summary>A resolved case with its observations.</summary>
internal sealed record Ready(CaseIndex Index, Observations Seen)
{
    public Assessed Assess(Instant? at = null, string? release = null) => new(Marque.Assessments.Assess.Run(Index, Seen, release, at ?? Days.Now));
}
