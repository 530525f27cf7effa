using System.Collections.Immutable;
using NodaTime;

namespace Marque.Tests.Assessments.Kit;

/// <summary>A risk assessment; complete unless a test takes something away.</summary>
internal sealed record RiskSpec
{
    public static RiskSpec Complete { get; } = new();

    public string? Purpose { get; init; } = "boil water";

    public string? Use { get; init; } = "in a kitchen";

    public string? Misuse { get; init; } = "in a workshop";

    public string? Conditions { get; init; } = "indoors";

    public string? TimeInUse { get; init; } = "six years";

    public ImmutableArray<string> Assets { get; init; } = ["settings"];

    public ImmutableArray<RiskEntry> Risks { get; init; } = [new("R1") { TreatedBy = ["I.2.e"] }];

    public string? MeetsPartOnePointOne { get; init; } = "each risk names what treats it";

    public string? MeetsPartTwo { get; init; } = "the handling process";

    public ImmutableArray<ApplicabilitySpec> Applicability { get; init; } = [.. "abcdefghijklm".Select(c => new ApplicabilitySpec($"I.2.{c}"))];

    public ImmutableArray<(string Id, LocalDate? On, LocalDate? Heeded)> Triggers { get; init; } = [("yearly", null, null)];

    /// <summary>Says of a requirement that it does not apply.</summary>
    public RiskSpec Excludes(string requirement, params ImmutableArray<string> parts) =>
        this with { Applicability = [.. Applicability.Where(a => a.Requirement != requirement), new ApplicabilitySpec(requirement) { Applies = false, Because = "the device has no such interface at all", Risks = ["R1"], Parts = parts }] };

    public YamlText Yaml() => new()
    {
        { "purpose", Purpose }, { "foreseeableUse", Use }, { "foreseeableMisuse", Misuse }, { "conditionsOfUse", Conditions }, { "timeInUse", TimeInUse },
        { "assets", Assets.Select(a => new YamlText { { "id", a } }).ToList() },
        { "risks", Risks.Select(r => r.Yaml()).ToList() },
        { "meets", MeetsPartOnePointOne is null && MeetsPartTwo is null ? null : new YamlText { { "I.1", MeetsPartOnePointOne }, { "II", MeetsPartTwo } } },
        { "applicability", Applicability.Select(a => a.Yaml()).ToList() },
        { "updateTriggers", Triggers.Select(t => new YamlText { { "id", t.Id }, { "when", "each year" }, { "occurred", t.On is { } on ? new List<YamlText> { new() { { "on", Bare.Of(on) }, { "heeded", Bare.OfOrNull(t.Heeded) } } } : null } }).ToList() },
    };
}

/// <summary>A risk.</summary>
internal sealed record RiskEntry(string Id)
{
    public ImmutableArray<string> TreatedBy { get; init; } = [];

    public ImmutableArray<string> AcceptedBecause { get; init; } = [];

    public bool Beyond { get; init; }

    public string Title { get; init; } = "settings are read by others";

    public YamlText Yaml() => new()
    {
        { "id", Id }, { "title", Title }, { "assets", new[] { "settings" } }, { "treatedBy", TreatedBy.ToArray() }, { "acceptedBecause", AcceptedBecause.ToArray() },
        { "needsMeasuresBeyond", Beyond ? true : null },
    };
}

/// <summary>Whether a requirement applies.</summary>
internal sealed record ApplicabilitySpec(string Requirement)
{
    public bool Applies { get; init; } = true;

    public string? Because { get; init; } = "it has such data";

    public ImmutableArray<string> Risks { get; init; } = [];

    public ImmutableArray<string> Parts { get; init; } = [];

    public YamlText Yaml() => new() { { "requirement", Requirement }, { "applies", Applies }, { "because", Because }, { "risks", Risks.ToArray() }, { "parts", Parts.ToArray() } };
}
