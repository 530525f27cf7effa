using System.Collections.Concurrent;
using System.Text.Json;
using Json.Schema;
using Marque.Tests.Legal;
using Marque.Text;

namespace Marque.Tests.Cases;

/// <summary>The published schemas of case files, applied to YAML by way of its canonical JSON.</summary>
internal static class CaseSchemas
{
    private static readonly ConcurrentDictionary<string, JsonSchema> Read = new(StringComparer.Ordinal);

    /// <summary>What the schema has against the file; empty: it is valid.</summary>
    public static IReadOnlyList<string> Errors(string schema, ReadOnlySpan<byte> yaml)
    {
        var tree = YamlReader.Read("file.yaml", yaml);
        Assert.Empty(tree.Problems);
        using var json = JsonDocument.Parse(CanonicalJson.Of(tree.Value!));
        var results = Of(schema).Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid ? [] : [.. (results.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}"), "not valid"];
    }

    private static JsonSchema Of(string name) => Read.GetOrAdd(name, n => JsonSchema.FromText(File.ReadAllText(Path.Combine(LegalFolder.Repository, "schemas", $"{n}.schema.json"))));
}
