using System.Text.Json;

namespace Marque.Components.Checks;

/// <summary>The rules that come with the program: <c>checks/sbom/</c>, one file for each edition of a source.</summary>
public static class QualityRules
{
    private const string Prefix = "checks/sbom/";
    private static readonly string[] Names = ["cra-2024-2847", "bsi-tr-03183-2-2.1.0", "ntia-2021", "cisa-2026"];
    private static readonly Lazy<IReadOnlyList<QualityRuleSet>> Sets = new(() => [.. Names.Select(Embedded)]);

    /// <summary>All of them, the law first.</summary>
    public static IReadOnlyList<QualityRuleSet> All => Sets.Value;

    /// <summary>The words that choose some of them: tags and ids of sets.</summary>
    public static IReadOnlyList<string> Words { get; } = ["LAW", "PRACTICE", "bsi", "ntia", "cisa"];

    /// <summary>Whether a word chooses a set: its tag or its id; null chooses all.</summary>
    public static bool Chooses(string? word, QualityRuleSet set) => word is null || word == set.Tag || word == set.Id;

    /// <summary>Reads the rules of one file.</summary>
    /// <param name="json">Its content, by <c>marque/sbom-rules/v1</c>.</param>
    /// <exception cref="KeyNotFoundException">A field is missing: a mistake of the program, which a test finds.</exception>
    internal static QualityRuleSet Read(JsonElement json) => new(
        Text(json, "set"),
        Text(json, "tag"),
        Text(json, "title"),
        Text(json, "version"),
        Text(json, "date"),
        Text(json, "asOf"),
        Text(json, "url"),
        Text(json, "readFrom"),
        [.. json.GetProperty("checks").EnumerateArray().Select(Rule)]);

    private static QualityRule Rule(JsonElement json) => new(
        Text(json, "id"),
        Text(json, "test"),
        json.TryGetProperty("parameter", out var parameter) ? parameter.GetString() : null,
        Text(json, "title"),
        Text(json, "source"),
        json.TryGetProperty("rules", out var rules) ? [.. rules.EnumerateArray().Select(r => r.GetString()!)] : [],
        Text(json, "level") switch { "required" => QualityLevel.Required, "additional" => QualityLevel.Additional, _ => QualityLevel.Optional },
        Text(json, "whose") == "tool" ? QualityOwner.Tool : QualityOwner.Manufacturer,
        Text(json, "remedy"));

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static QualityRuleSet Embedded(string name)
    {
        using var stream = typeof(QualityRules).Assembly.GetManifestResourceStream($"{Prefix}{name}.json") ?? throw new InvalidOperationException($"the program lacks its resource {Prefix}{name}.json");
        using var json = JsonDocument.Parse(stream);
        return Read(json.RootElement);
    }
}
