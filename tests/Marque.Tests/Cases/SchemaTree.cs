using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marque.Tests.Legal;

namespace Marque.Tests.Cases;

/// <summary>A schema as a tree: what it says at a place of a document, whichever branch would hold there.</summary>
internal sealed class SchemaTree(string name)
{
    private readonly JsonElement root = Load($"{name}.schema.json");

    public string Name => name;

    /// <summary>The schemas that hold at a place of a document.</summary>
    public IEnumerable<JsonElement> At(JsonNode document, string[] at)
    {
        var node = (JsonNode?)document;
        var here = Open(root, node);
        foreach (var step in at)
        {
            var below = node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : node![step];
            here = [.. here.SelectMany(s => Below(s, step, below))];
            node = below;
        }

        return here;
    }

    /// <summary>The keys that a schema names.</summary>
    public static IEnumerable<string> Keys(JsonElement schema) =>
        schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object).Select(p => p.Name) : [];

    /// <summary>The keys that a schema refuses by name.</summary>
    public static IEnumerable<string> Refused(JsonElement schema) =>
        schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.False).Select(p => p.Name) : [];

    /// <summary>The words that a schema lists.</summary>
    public static IEnumerable<string> Words(JsonElement schema) =>
        schema.TryGetProperty("enum", out var words) ? words.EnumerateArray().Select(w => w.GetString()!) : [];

    /// <summary>Every key with its description, wherever it stands; conditions besides.</summary>
    public IEnumerable<(string Key, string Description)> Described() => Described(root);

    private IEnumerable<(string, string)> Described(JsonElement schema)
    {
        if (schema.ValueKind == JsonValueKind.Array) return schema.EnumerateArray().SelectMany(Described);
        if (schema.ValueKind != JsonValueKind.Object) return [];
        var own = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(p => (p.Name, Open(p.Value, null).Select(s => s.TryGetProperty("description", out var d) ? d.GetString()! : "").FirstOrDefault(d => d.Length > 0) ?? "")) : [];
        return own.Concat(schema.EnumerateObject().Where(m => m.Name is not ("if" or "then" or "allOf" or "not" or "enum" or "properties")).SelectMany(m => Described(m.Value)))
            .Concat(schema.TryGetProperty("properties", out var inner) ? inner.EnumerateObject().SelectMany(p => Described(p.Value)) : []);
    }

    private IEnumerable<JsonElement> Below(JsonElement schema, string step, JsonNode? node)
    {
        if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(step, out var property)) return Open(property, node);
        if (schema.TryGetProperty("items", out var items) && int.TryParse(step, out _)) return Open(items, node);
        return [];
    }

    // Through references and branches, those that hold; what is refused ("not") says nothing of what may stand there.
    private IEnumerable<JsonElement> Open(JsonElement schema, JsonNode? node)
    {
        if (schema.ValueKind != JsonValueKind.Object) yield break;
        yield return schema;
        foreach (var member in schema.EnumerateObject())
        {
            IEnumerable<JsonElement> inner = member.Name switch
            {
                "$ref" => [Referred(member.Value.GetString()!)],
                "anyOf" or "allOf" or "oneOf" => member.Value.EnumerateArray(),
                "then" when Holds(schema.GetProperty("if"), node) => [member.Value],
                "else" when !Holds(schema.GetProperty("if"), node) => [member.Value],
                _ => [],
            };
            foreach (var one in inner.SelectMany(i => Open(i, node))) yield return one;
        }
    }

    // The conditions that these schemas have: a key stands there, or not; a list; a word.
    private static bool Holds(JsonElement condition, JsonNode? node) => condition.EnumerateObject().All(c => c.Name switch
    {
        "required" => node is JsonObject map && c.Value.EnumerateArray().All(k => map.ContainsKey(k.GetString()!)),
        "type" => c.Value.GetString() == "array" && node is JsonArray,
        "not" => !Holds(c.Value, node),
        "properties" => c.Value.EnumerateObject().All(p => node is not JsonObject map || map[p.Name] is not { } value || value.ToJsonString() == p.Value.GetProperty("const").GetRawText()),
        _ => throw new InvalidOperationException($"a condition with '{c.Name}' is not foreseen here"),
    });

    private JsonElement Referred(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var from = hash == 0 ? root : Load(reference[..hash]);
        return reference[(hash + 2)..].Split('/').Aggregate(from, (e, step) => e.GetProperty(step));
    }

    private static JsonElement Load(string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(LegalFolder.Repository, "schemas", file))).RootElement;
}
