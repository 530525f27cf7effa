using System.Collections.Immutable;
using Marque.Facts;
using Marque.Text;
using NodaTime;

namespace Marque.Tests.Assessments.Kit;

/// <summary>A part of the product.</summary>
internal sealed record PartSpec(string Id, string? Type = "software-application", int? Level = 2);

/// <summary>A release range as a case writes it; null: none.</summary>
internal sealed record RangeSpec(string? From = null, string? Until = null, params ImmutableArray<string> Only)
{
    public YamlText Yaml() => new() { { "from", From }, { "until", Until }, { "only", Only.IsDefaultOrEmpty ? null : Only.ToArray() } };
}

/// <summary>How a requirement is met.</summary>
internal sealed record StatementSpec(string Requirement, string Status = "implemented")
{
    public ImmutableArray<string> Evidence { get; init; } = [];

    public ImmutableArray<string> Parts { get; init; } = [];

    public string How { get; init; } = "as designed";

    public RangeSpec? Releases { get; init; }

    public YamlText Yaml() => new()
    {
        { "requirement", Requirement }, { "status", Status }, { "how", How },
        { "parts", Parts.ToArray() }, { "evidence", Evidence.ToArray() }, { "releases", Releases?.Yaml() },
    };
}

/// <summary>What the edge finds when it looks for a registered artefact.</summary>
internal enum Sight
{
    Intact,
    Missing,
    Altered,
    Unchecked,
    NotLookedFor,
}

/// <summary>A registered fact, and what is seen of it.</summary>
internal sealed record FactSpec(string Bytes, Instant ObservedAt)
{
    public Instant? ReceivedAt { get; init; }

    public Bare? ValidUntil { get; init; }

    public string? Release { get; init; }

    public RangeSpec? Releases { get; init; }

    /// <summary>What the content says.</summary>
    public Outcome Content { get; init; } = Outcome.Supports;

    /// <summary>What registration recorded of it; null: what the content says, as a registration does.</summary>
    public Outcome? Found { get; init; }

    /// <summary>Whether registration recorded anything.</summary>
    public bool Recorded { get; init; } = true;

    public Sight Sight { get; init; }

    public FactKind? Kind { get; init; }

    public ImmutableArray<(string Name, long Value)> Counts { get; init; } = [("tests", 3), ("components", 5)];

    /// <summary>Whether <see cref="Bytes"/> is an artefact whose content is really checked.</summary>
    public bool IsReal { get; init; }

    public Digest Sha256 => Digest.Of(System.Text.Encoding.UTF8.GetBytes(Bytes));

    public YamlText Yaml() => new()
    {
        { "sha256", new Bare(Sha256.ToString()) }, { "observedAt", Bare.Of(ObservedAt) },
        { "receivedAt", ReceivedAt is { } received ? Bare.Of(received) : null }, { "validUntil", ValidUntil },
        { "release", Release }, { "releases", Releases?.Yaml() },
        { "found", Recorded ? new YamlText { { "outcome", Word(Found ?? Content) } } : null },
    };

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Supports => "supports",
        Outcome.Vacuous => "vacuous",
        Outcome.Unreadable => "unreadable",
        _ => "contradicts",
    };
}

/// <summary>A series with its facts.</summary>
internal sealed record SeriesSpec(string Id, string? Kind = "junit")
{
    public string? Role { get; init; }

    public string? Method { get; init; }

    public ImmutableArray<string> Parts { get; init; } = [];

    public int? EveryDays { get; init; }

    public string Title { get; init; } = "results";

    public ImmutableArray<FactSpec> Facts { get; init; } = [];

    /// <summary>The definition, without the facts: what a decision stands on.</summary>
    public YamlText Definition() => new()
    {
        { "series", Id }, { "kind", Kind }, { "title", Title }, { "path", $"artefacts/{Id}" }, { "role", Role }, { "method", Method },
        { "parts", Parts.ToArray() }, { "everyDays", EveryDays },
    };

    public YamlText Yaml() => [.. Definition(), ("facts", Facts.Select(f => f.Yaml()).ToList())];
}

/// <summary>A decision, with the digests it stood on when it was made.</summary>
internal sealed record DecisionSpec(string Requirement, string Judgement = "satisfied")
{
    public ImmutableArray<string> Facts { get; init; } = [];

    public ImmutableArray<Digest> FactDigests { get; init; } = [];

    public ImmutableArray<string> Parts { get; init; } = [];

    public ImmutableArray<(string Name, Digest Digest)> StoodOn { get; init; } = [];

    public string By { get; init; } = "lead";

    public string Role { get; init; } = "lead";

    public LocalDate On { get; init; } = Days.Decided;

    public LocalDate? Until { get; init; }

    public (string By, string Role)? Other { get; init; }

    public RangeSpec? Releases { get; init; }

    public string Rationale { get; init; } = "reviewed";

    /// <summary>Whose keys sign; empty: nobody signs.</summary>
    public ImmutableArray<Signer> Signers { get; init; } = [Signer.Lead];

    public YamlText Unsigned() => new()
    {
        { "requirement", Requirement }, { "judgement", Judgement }, { "parts", Parts.ToArray() }, { "facts", Facts.ToArray() },
        { "factDigests", FactDigests.Select(d => d.ToString()).ToArray() },
        { "stoodOn", Stood() },
        { "by", By }, { "role", Role }, { "on", Bare.Of(On) }, { "until", Bare.OfOrNull(Until) }, { "rationale", Rationale },
        { "second", Other is { } second ? new YamlText { { "by", second.By }, { "role", second.Role } } : null },
        { "releases", Releases?.Yaml() },
    };

    private YamlText? Stood()
    {
        YamlText stood = [.. StoodOn.Select(s => (s.Name, (object?)new Bare($"v1:{s.Digest}")))];
        return stood.Count == 0 ? null : stood;
    }
}

/// <summary>A release.</summary>
internal sealed record ReleaseSpec(string Version, string? Predecessor = null)
{
    public string? Line { get; init; }

    public bool? Supported { get; init; }

    public LocalDate? First { get; init; }

    public LocalDate? Last { get; init; }

    public bool? Substantial { get; init; }

    /// <summary>Why it is a substantial modification or not.</summary>
    public string? Because { get; init; } = "reviewed";

    public YamlText Yaml() => new()
    {
        { "version", Version }, { "line", Line }, { "predecessor", Predecessor }, { "supported", Supported },
        { "placing", First is null && Last is null ? null : new YamlText { { "first", Bare.OfOrNull(First) }, { "last", Bare.OfOrNull(Last) } } },
        { "change", Substantial is { } substantial ? new YamlText { { "substantial", substantial }, { "because", Because } } : null },
    };
}

/// <summary>The days and instants that tests use unless they are about time.</summary>
internal static class Days
{
    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 24, 12, 0);

    public static LocalDate Decided { get; } = new(2026, 11, 20);

    public static Instant Observed { get; } = Instant.FromUtc(2026, 11, 10, 8, 0);
}
