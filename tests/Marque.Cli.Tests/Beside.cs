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

    /// <summary>The schema of SARIF 2.1.0 as OASIS publishes it; skips where it is not beside the repository.</summary>
    public static JsonSchema Sarif
    {
        get
        {
            Assert.SkipUnless(File.Exists(SarifFile), "the SARIF schema is not beside the repository");
            return sarif.Value;
        }
    }

    private static string SarifFile => Path.Combine(Repository, "..", "shared", "corpora", "sarif", "oasis", "sarif-2.1", "schema", "sarif-schema-2.1.0.json");

    // Draft 4, whose "id" and name are all that the later draft spells otherwise in this schema.
    private static readonly Lazy<JsonSchema> sarif = new(() => JsonSchema.FromText(File.ReadAllText(SarifFile)
        .Replace("http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-07/schema#", StringComparison.Ordinal).Replace("\n  \"id\":", "\n  \"$id\":", StringComparison.Ordinal)));

    private static string Find()
    {
        var from = new DirectoryInfo(AppContext.BaseDirectory);
        while (from is not null && !File.Exists(Path.Combine(from.FullName, "Marque.slnx"))) from = from.Parent;
        return from?.FullName ?? throw new InvalidOperationException($"no Marque.slnx above {AppContext.BaseDirectory}");
    }
}
