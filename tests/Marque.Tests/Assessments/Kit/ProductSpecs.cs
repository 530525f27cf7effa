using System.Collections.Immutable;
using Marque.Text;
using NodaTime;

namespace Marque.Tests.Assessments.Kit;

/// <summary>A declared class.</summary>
internal sealed record ClassSpec(string Class, string? Category = null)
{
    public YamlText Yaml() => new() { { "class", Class }, { "category", Category }, { "because", "by its core functionality" } };
}

/// <summary>A bridge adopted by its digest; no points: all.</summary>
internal sealed record AdoptionSpec(string Bridge, Digest Digest, params ImmutableArray<string> Points)
{
    public YamlText Yaml() => new() { { "bridge", Bridge }, { "digest", new Bare(Digest.ToString()) }, { "points", Points.IsDefaultOrEmpty ? null : Points.ToArray() } };
}

/// <summary>An applied instrument.</summary>
internal sealed record InstrumentSpec(string Reference, string? Clauses = null)
{
    public ImmutableArray<(string Id, bool Hits)> Restrictions { get; init; } = [];

    public (LocalDate From, LocalDate? Until)? Certificate { get; init; }

    public string? Level { get; init; }

    public YamlText Yaml() => new()
    {
        { "reference", Reference }, { "clauses", Clauses },
        { "restrictions", Restrictions.Select(Answer).ToList() },
        { "certificate", Certificate is { } c ? new YamlText { { "number", "C-1" }, { "level", Level }, { "validFrom", Bare.Of(c.From) }, { "validUntil", Bare.OfOrNull(c.Until) } } : null },
    };

    public static YamlText Answer((string Id, bool Hits) r) => new() { { "id", r.Id }, { "hits", r.Hits }, { "because", "checked against the product" } };
}

/// <summary>A catalog of the case's own.</summary>
internal sealed record CatalogSpec(string Id, params ImmutableArray<string> Items)
{
    public string? For { get; init; }

    public bool IsProcess { get; init; }

    public string Title { get; init; } = "an item";

    public string? Edition { get; init; }

    public YamlText Yaml() => new() { { "catalog", Id }, { "edition", Edition }, { "for", For }, { "process", IsProcess ? true : null }, { "items", Items.Select(i => new YamlText { { "id", i }, { "title", Title } }).ToList() } };
}

/// <summary>A map from one edition of a catalog to another.</summary>
internal sealed record MapSpec(string Id, string Catalog, string From, string To, params ImmutableArray<(string Fate, string[] Old, string[] New)> Entries)
{
    public string? Review { get; init; }

    public YamlText Yaml() => new()
    {
        { "map", Id },
        { "from", new YamlText { { "catalog", Catalog }, { "edition", From } } },
        { "to", new YamlText { { "catalog", Catalog }, { "edition", To } } },
        { "review", Review is null ? null : new YamlText { { "state", Review }, { "by", "lead" }, { "on", Bare.Of(Days.Decided) } } },
        { "entries", Entries.Select(e => new YamlText { { "fate", e.Fate }, { "from", e.Old }, { "to", e.New }, { "rationale", "both texts compared" } }).ToList() },
    };
}

/// <summary>A bridge of the case's own.</summary>
internal sealed record BridgeSpec(string Id, string Point, params ImmutableArray<(string Requirement, bool Required)> Pairs)
{
    public string Rationale { get; init; } = "it asks for the same";

    /// <summary>The state of its review; null: none is recorded.</summary>
    public string? Review { get; init; } = "reviewed";

    public YamlText Yaml() => new()
    {
        { "bridge", Id },
        { "review", Review is null ? null : new YamlText { { "state", Review }, { "by", "lead" }, { "on", Bare.Of(Days.Decided) } } },
        { "points", new List<YamlText> { new() { { "point", Point }, { "pairs", Pairs.Select(PairYaml).ToList() } } } },
    };

    public YamlText PairYaml((string Requirement, bool Required) p) => new() { { "requirement", p.Requirement }, { "role", p.Required ? "required" : "supporting" }, { "rationale", Rationale } };
}

/// <summary>A process case taken up by its digest.</summary>
internal sealed record UseSpec(string Id, World Process, Digest Digest)
{
    public YamlText Yaml() => new() { { "id", Id }, { "path", $"../{Id}" }, { "digest", new Bare(Digest.ToString()) } };
}
