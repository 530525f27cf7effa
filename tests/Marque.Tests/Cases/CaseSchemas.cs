using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Marque.Cases;
using Marque.Tests.Legal;
using Marque.Text;

namespace Marque.Tests.Cases;

/// <summary>The published schemas of case files, applied to YAML by way of its canonical JSON.</summary>
internal static class CaseSchemas
{
    private static readonly ConcurrentDictionary<string, Lazy<JsonSchema>> Read = new(StringComparer.Ordinal);

    /// <summary>What the schema has against the file; empty: it is valid.</summary>
    public static IReadOnlyList<string> Errors(string schema, ReadOnlySpan<byte> yaml)
    {
        var tree = YamlReader.Read("file.yaml", yaml);
        Assert.Empty(tree.Problems);
        using var json = JsonDocument.Parse(CanonicalJson.Of(tree.Value!));
        var results = Of(schema).Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid ? [] : [.. (results.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}"), "not valid"];
    }

    // One document with what it refers to in the schema of ids: the library resolves within a document only.
    private static JsonSchema Of(string name) => Read.GetOrAdd(name, n => new(() =>
    {
        var text = File.ReadAllText(Path.Combine(LegalFolder.Repository, "schemas", $"{n}.schema.json"));
        var ids = JsonNode.Parse(File.ReadAllText(Path.Combine(LegalFolder.Repository, "schemas", IdsSchema.Name)))!["$defs"]!.AsObject();
        var schema = JsonNode.Parse(text.Replace($"{IdsSchema.Name}#/$defs/", "#/$defs/ids-", StringComparison.Ordinal))!.AsObject();
        if (schema["$defs"] is null) schema["$defs"] = new JsonObject();
        foreach (var (id, definition) in ids) schema["$defs"]![$"ids-{id}"] = definition!.DeepClone();
        return JsonSchema.FromText(schema.ToJsonString());
    })).Value;
}
