using System.Collections.Immutable;

namespace Marque.Tests.Assessments.Kit;

/// <summary>Who may decide what, and who vouches for it.</summary>
internal sealed record PeopleSpec
{
    public static string[] Everything { get; } = ["requirements", "applicability", "classification", "bridges", "rebuttals", "risk-assessment", "instruments", "triage"];

    public ImmutableArray<(string Id, ImmutableArray<string> Roles, ImmutableArray<Signer> Keys)> Persons { get; init; } =
        [("lead", ["lead"], [Signer.Lead]), ("second", ["second", "narrow"], [Signer.Second])];

    public ImmutableArray<(string Id, ImmutableArray<string> May, ImmutableArray<string> FourEyes)> Roles { get; init; } =
        [("lead", [.. Everything], []), ("second", [.. Everything], []), ("narrow", ["requirements"], []), ("careful", [.. Everything], [.. Everything])];

    /// <summary>The root key that the file names; null: none.</summary>
    public Signer? Names { get; init; } = Signer.Root;

    /// <summary>Who signed the file; null: nobody.</summary>
    public Signer? SignedBy { get; init; } = Signer.Root;

    public YamlText Unsigned() => new()
    {
        { "root", Names is { } root ? new YamlText { { "key", root.Key.OpenSshLine } } : null },
        { "roles", Roles.Select(r => new YamlText { { "id", r.Id }, { "may", r.May.ToArray() }, { "fourEyes", r.FourEyes.ToArray() } }).ToList() },
        { "people", Persons.Select(p => new YamlText { { "id", p.Id }, { "name", p.Id }, { "roles", p.Roles.ToArray() }, { "keys", p.Keys.Select(k => k.Key.OpenSshLine).ToArray() } }).ToList() },
    };
}
