using Marque.Legal;
using Marque.Text;

namespace Marque.Cases.Beginning;

/// <summary>A part of a new case.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">IEC 62443 component type; null for remote data processing without one.</param>
/// <param name="Level">Target security level, 1 to 4; null without a type.</param>
/// <param name="IsRemote">Whether it is remote data processing, Article 3(2).</param>
public sealed record NewPart(string Id, string? Type, int? Level, bool IsRemote);

/// <summary>What a person has said when a case begins. What was not said is left out of the files, and so shows as missing.</summary>
public sealed record NewCase
{
    /// <summary>Where the JSON Schemas of a case's files lie, relative to the case.</summary>
    public const string SchemaFolder = ".schemas";

    /// <summary>Short id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a process case: no product, nothing of what follows.</summary>
    public bool IsProcess { get; init; }

    /// <summary>Intended purpose, Article 3(23).</summary>
    public string? IntendedPurpose { get; init; }

    /// <summary>Core functionality, Articles 7(1) and 8(1).</summary>
    public string? CoreFunctionality { get; init; }

    /// <summary>The data connection that brings it into scope, Article 2(1).</summary>
    public string? DataConnection { get; init; }

    /// <summary>The exclusions of Article 2 that were considered and do not apply.</summary>
    public IReadOnlyList<string> NotExcludedBy { get; init; } = [];

    /// <summary>Whether it is free and open-source software, Article 3(48).</summary>
    public bool IsFreeAndOpenSource { get; init; }

    /// <summary>Whether the technical documentation is public, Article 32(5).</summary>
    public bool HasPublicTechnicalDocumentation { get; init; }

    /// <summary>The role.</summary>
    public Role Role { get; init; }

    /// <summary>The manufacturer's name, Article 13(16).</summary>
    public string? Manufacturer { get; init; }

    /// <summary>The manufacturer's postal address.</summary>
    public string? Address { get; init; }

    /// <summary>Email address of the single point of contact, Article 13(17).</summary>
    public string? ContactEmail { get; init; }

    /// <summary>The category of Annex III or IV; null: none of them fits, the class is the default one.</summary>
    public Category? Category { get; init; }

    /// <summary>Why that category, or none; null: not classified yet.</summary>
    public string? ClassifiedBecause { get; init; }

    /// <summary>The procedure chosen, Article 32; null: none yet.</summary>
    public string? Procedure { get; init; }

    /// <summary>The parts, at least one for a product.</summary>
    public IReadOnlyList<NewPart> Parts { get; init; } = [];

    /// <summary>The process case used: id, path relative to the case, and its digest today.</summary>
    public (string Id, string Path, Digest Digest)? Process { get; init; }

    /// <summary>The bridge adopted for every point: id and digest; null: none yet.</summary>
    public (string Id, Digest Digest)? Bridge { get; init; }

    /// <summary>The first release line, such as <c>1.x</c>.</summary>
    public string? Line { get; init; }

    /// <summary>The first release, such as <c>1.0.0</c>.</summary>
    public string? Release { get; init; }

    /// <summary>The files, none of which exists yet.</summary>
    public IReadOnlyList<FileChange> Files()
    {
        var main = YamlWriter.File(IsProcess ? ProcessMap() : ProductMap(), $"{SchemaFolder}/marque.schema.json");
        var files = new List<FileChange> { new(CaseFile.Main, null, main) };
        if (Release is { } version) files.Add(FileChange.New($"releases/{version}.yaml", "release", YamlValue.Map(("version", YamlValue.Text(version)), ("line", YamlValue.Maybe(Line))), main));
        return files;
    }

    private YamlMap ProcessMap() => YamlValue.Map(("process", YamlValue.Map(("id", YamlValue.Text(Id)), ("name", YamlValue.Text(Name)))));

    private YamlMap ProductMap() => YamlValue.Map(
        ("product", YamlValue.Map(
            ("id", YamlValue.Text(Id)),
            ("name", YamlValue.Text(Name)),
            ("intendedPurpose", YamlValue.Maybe(IntendedPurpose)),
            ("coreFunctionality", YamlValue.Maybe(CoreFunctionality)),
            ("freeAndOpenSource", IsFreeAndOpenSource ? YamlValue.Flag(true) : null),
            ("publicTechnicalDocumentation", HasPublicTechnicalDocumentation ? YamlValue.Flag(true) : null))),
        ("scope", Filled(YamlValue.Map(("dataConnection", YamlValue.Maybe(DataConnection)), ("notExcludedBy", YamlValue.Texts(NotExcludedBy))))),
        ("role", Role == Role.Manufacturer ? null : YamlValue.Text(Role.Word())),
        ("manufacturer", Manufacturer is null ? null : YamlValue.Map(("name", YamlValue.Text(Manufacturer)), ("address", YamlValue.Maybe(Address)))),
        ("contact", ContactEmail is null ? null : YamlValue.Map(("email", YamlValue.Text(ContactEmail)))),
        ("classification", ClassifiedBecause is null ? null : YamlValue.Map(
            ("class", YamlValue.Text((Category?.Class ?? ProductClass.Default).Word())),
            ("category", YamlValue.Maybe(Category?.Id)),
            ("because", YamlValue.Text(ClassifiedBecause)))),
        ("procedure", YamlValue.Maybe(Procedure)),
        ("parts", YamlValue.List(Parts.Select(p => YamlValue.Map(
            ("id", YamlValue.Text(p.Id)),
            ("type", YamlValue.Maybe(p.Type)),
            ("targetLevel", p.Level is { } level ? YamlValue.Whole(level) : null),
            ("remoteDataProcessing", p.IsRemote ? YamlValue.Flag(true) : null))))),
        ("adopts", Bridge is not { } bridge ? null : YamlValue.List([YamlValue.Map(("bridge", YamlValue.Text(bridge.Id)), ("digest", YamlValue.Text($"v1:{bridge.Digest}")))])),
        ("uses", Process is not { } process ? null : YamlValue.List([YamlValue.Map(("id", YamlValue.Text(process.Id)), ("path", YamlValue.Text(process.Path)), ("digest", YamlValue.Text($"v1:{process.Digest}")))])),
        ("lines", Line is null ? null : YamlValue.List([YamlValue.Map(("id", YamlValue.Text(Line)), ("versions", YamlValue.Text("semantic")))])));

    private static YamlMap? Filled(YamlMap map) => map.Entries.Count == 0 ? null : map;
}
