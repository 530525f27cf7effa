using System.Text.Json;
using Marque.Tests.Legal;

namespace Marque.Tests.Components.Conformance;

public class SchemaKeywordsTests
{
    private static readonly string[] Known = ["type", "enum", "const", "required", "properties", "additionalProperties", "unevaluatedProperties", "items", "additionalItems", "minItems", "maxItems", "minProperties", "maxProperties", "uniqueItems", "minLength", "maxLength", "pattern", "format", "minimum", "maximum", "$ref", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "definitions", "$defs"];
    private static readonly string[] Annotations = ["$schema", "$id", "id", "$comment", "title", "description", "examples", "default", "deprecated", "meta:enum", "license"];
    private static readonly string[] Maps = ["properties", "definitions", "$defs"];

    [Fact]
    public void Every_keyword_of_the_schemas_is_one_that_is_checked_or_says_nothing()
    {
        var unknown = new List<string>();
        foreach (var folder in new[] { "published", "spdx" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(LegalFolder.Repository, "schemas", folder), "*.json", SearchOption.AllDirectories))
            {
                using var schema = JsonDocument.Parse(File.ReadAllBytes(file));
                Look(schema.RootElement, Path.GetFileName(file) + "#", unknown);
            }
        }

        Assert.Empty(unknown);
    }

    private static void Look(JsonElement schema, string where, List<string> unknown)
    {
        if (schema.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in schema.EnumerateArray()) Look(part, where, unknown);
        }

        if (schema.ValueKind != JsonValueKind.Object) return;
        foreach (var keyword in schema.EnumerateObject())
        {
            var place = $"{where}/{keyword.Name}";
            if (Annotations.Contains(keyword.Name, StringComparer.Ordinal)) continue;
            if (!Known.Contains(keyword.Name, StringComparer.Ordinal)) unknown.Add(place);
            // Values of these two may be texts, numbers, flags and null, nothing that holds others.
            if (keyword.Name is "enum" or "const")
            {
                if (keyword.Value.GetRawText() is var raw && (raw.Contains('{', StringComparison.Ordinal) || keyword.Value.ValueKind == JsonValueKind.Array && keyword.Value.EnumerateArray().Any(v => v.ValueKind == JsonValueKind.Array))) unknown.Add(place);
            }
            else if (!Maps.Contains(keyword.Name, StringComparer.Ordinal)) Look(keyword.Value, place, unknown);
            else
            {
                foreach (var named in keyword.Value.EnumerateObject()) Look(named.Value, $"{place}/{named.Name}", unknown);
            }
        }
    }
}
