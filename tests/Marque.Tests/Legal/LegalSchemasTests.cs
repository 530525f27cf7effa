using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Marque.Tests.Legal;

public class LegalSchemasTests
{
    public static TheoryData<string> Paths => [.. LegalFolder.Files.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Each_file_of_the_set_meets_its_published_schema(string path)
    {
        using var file = JsonDocument.Parse(LegalFolder.Files[path]);
        var results = SchemaOf(path).Evaluate(file.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(results.IsValid, string.Join('\n', (results.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}")));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_file_with_an_unknown_key_or_without_its_schema_does_not_meet_it(string path)
    {
        var schema = SchemaOf(path);
        var extra = JsonNode.Parse(LegalFolder.Files[path].Span)!.AsObject();
        extra["surprise"] = true;
        Assert.False(IsValid(schema, extra));
        var without = JsonNode.Parse(LegalFolder.Files[path].Span)!.AsObject();
        without.Remove("schema");
        Assert.False(IsValid(schema, without));
    }

    [Fact]
    public void Every_legal_schema_is_used_by_a_file()
    {
        var used = LegalFolder.Files.Keys.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(used.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Path.Combine(LegalFolder.Repository, "schemas"), "legal-*.schema.json").Select(f => Path.GetFileName(f).Replace(".schema.json", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static bool IsValid(JsonSchema schema, JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return schema.Evaluate(document.RootElement).IsValid;
    }

    private static string NameOf(string path)
    {
        using var file = JsonDocument.Parse(LegalFolder.Files[path]);
        return file.RootElement.GetProperty("schema").GetString()!.Split('/')[1];
    }

    private static JsonSchema SchemaOf(string path) => Schemas.GetOrAdd(NameOf(path), name => JsonSchema.FromText(File.ReadAllText(Path.Combine(LegalFolder.Repository, "schemas", $"{name}.schema.json"))));

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, JsonSchema> Schemas = new(StringComparer.Ordinal);
}
