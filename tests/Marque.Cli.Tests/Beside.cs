using System.Collections.Concurrent;
using System.Text.Json;
using Json.Schema;

namespace Marque.Cli.Tests;

/// <summary>The repository, and what stands beside it.</summary>
internal static class Beside
{
    public static string Repository { get; } = Find();

    // The library keeps one registry for a process: each schema is read once.
    private static readonly ConcurrentDictionary<string, Lazy<JsonSchema>> Schemas = new(StringComparer.Ordinal);

    /// <summary>What a published schema has against a document; empty: it is valid.</summary>
    public static IReadOnlyList<string> Errors(string schema, JsonElement document) => Errors(Schemas.GetOrAdd(schema, s => new(() => JsonSchema.FromText(File.ReadAllText(Path.Combine(Repository, "schemas", $"{s}.schema.json"))))).Value, document);

    public static IReadOnlyList<string> Errors(JsonSchema schema, JsonElement document)
    {
        var results = schema.Evaluate(document, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid ? [] : [.. (results.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}"), "not valid"];
    }

    private static string Find()
    {
        var from = new DirectoryInfo(AppContext.BaseDirectory);
        while (from is not null && !File.Exists(Path.Combine(from.FullName, "Marque.slnx"))) from = from.Parent;
        return from?.FullName ?? throw new InvalidOperationException($"no Marque.slnx above {AppContext.BaseDirectory}");
    }
}
