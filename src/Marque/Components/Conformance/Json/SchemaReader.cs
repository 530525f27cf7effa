using System.Text;
using System.Text.Json;
using Marque.Components.Conformance.TagValue;

namespace Marque.Components.Conformance.Json;

/// <summary>Reads the schemas that travel with the program; what they reference by file and pointer is resolved, each schema once.</summary>
/// <param name="file">The bytes of a schema's file.</param>
/// <param name="strict">Whether no object may hold fields that its schema does not name.</param>
internal sealed class SchemaReader(Func<string, byte[]> file, bool strict = false) : IDisposable
{
    private readonly Dictionary<string, JsonDocument> documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaNode> nodes = new(StringComparer.Ordinal);

    /// <summary>The schema at a pointer of a file.</summary>
    public SchemaNode Read(string name, string pointer = "")
    {
        if (!documents.TryGetValue(name, out var document)) documents.Add(name, document = JsonDocument.Parse(file(name)));
        var element = document.RootElement;
        foreach (var step in pointer.Split('/').Skip(1)) element = element.GetProperty(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        return Node(element, name, pointer);
    }

    public void Dispose()
    {
        foreach (var document in documents.Values) document.Dispose();
    }

    private SchemaNode Node(JsonElement element, string name, string pointer)
    {
        var where = name + "#" + pointer;
        if (nodes.TryGetValue(where, out var known)) return known;
        var node = new SchemaNode(nodes.Count, where);
        nodes.Add(where, node);
        if (element.ValueKind == JsonValueKind.False) node.Never = true;
        if (element.ValueKind != JsonValueKind.Object) return node;
        foreach (var keyword in element.EnumerateObject()) Keyword(node, keyword.Name, keyword.Value, name, pointer + "/" + keyword.Name);
        if (strict && node.Properties.Count > 0) node.AdditionalProperties ??= new SchemaNode(nodes.Count, where + "/additionalProperties") { Never = true };
        (node.Role, node.Spoken) = (Named(pointer), Spoken(pointer));
        return node;
    }

    private void Keyword(SchemaNode node, string keyword, JsonElement value, string name, string pointer)
    {
        switch (keyword)
        {
            case "type": node.Types = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Aggregate(Kinds.None, (k, v) => k | Kind(v)) : Kind(value); break;
            case "enum": node.Values = new ValueSet(value.EnumerateArray()); break;
            case "const": node.Values = new ValueSet([value]); break;
            case "minimum": node.Minimum = value.GetDouble(); break;
            case "maximum": node.Maximum = value.GetDouble(); break;
            case "minLength": node.MinLength = value.GetInt32(); break;
            case "maxLength": node.MaxLength = value.GetInt32(); break;
            case "minProperties": node.MinProperties = value.GetInt32(); break;
            case "maxProperties": node.MaxProperties = value.GetInt32(); break;
            case "minItems": node.MinItems = value.GetInt32(); break;
            case "maxItems": node.MaxItems = value.GetInt32(); break;
            case "uniqueItems": node.UniqueItems = value.GetBoolean(); break;
            case "pattern": node.Pattern = new TextPattern(value.GetString()!); break;
            case "format": node.Format = TextFormats.Named(value.GetString()); break;
            case "required": node.Required = [.. value.EnumerateArray().Select(v => Encoding.UTF8.GetBytes(v.GetString()!))]; break;
            case "properties":
                foreach (var property in value.EnumerateObject()) node.Properties[Encoding.UTF8.GetBytes(property.Name)] = Node(property.Value, name, $"{pointer}/{property.Name}");
                break;
            case "items" when value.ValueKind == JsonValueKind.Array: node.FirstItems = List(value, name, pointer); break;
            case "items": node.Items = Node(value, name, pointer); break;
            // Draft 7: of no effect beside one schema for all items.
            case "additionalItems": node.Items ??= value.ValueKind == JsonValueKind.False ? Node(value, name, pointer) : null; break;
            case "additionalProperties" when value.ValueKind != JsonValueKind.True: node.AdditionalProperties = Node(value, name, pointer); break;
            case "unevaluatedProperties": (node.NoUnevaluated, node.AllEvaluated) = (value.ValueKind == JsonValueKind.False, value.ValueKind == JsonValueKind.True); break;
            case "$ref": node.All.Add(Referenced(value.GetString()!, name)); break;
            case "allOf": node.All.AddRange(List(value, name, pointer)); break;
            case "anyOf": node.Any.AddRange(List(value, name, pointer)); break;
            case "oneOf": node.One.AddRange(List(value, name, pointer)); break;
            case "not": node.Not = Node(value, name, pointer); break;
            case "if": node.If = Node(value, name, pointer); break;
            case "then" when value.ValueKind != JsonValueKind.True: node.Then = Node(value, name, pointer); break;
            case "else" when value.ValueKind != JsonValueKind.True: node.Else = Node(value, name, pointer); break;
            default: break;
        }
    }

    private SchemaNode[] List(JsonElement value, string name, string pointer) => [.. value.EnumerateArray().Select((v, i) => Node(v, name, $"{pointer}/{i}"))];

    private SchemaNode Referenced(string reference, string name)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        if (hash == 0) return Read(name, reference[1..]);
        // Schemas of others are known by the last part of their address.
        var address = hash < 0 ? reference : reference[..hash];
        return Read(address[(address.LastIndexOf('/') + 1)..], hash < 0 ? "" : reference[(hash + 1)..]);
    }

    private static Kinds Kind(JsonElement name) => name.GetString() switch
    {
        "null" => Kinds.Null,
        "boolean" => Kinds.Boolean,
        "object" => Kinds.Object,
        "array" => Kinds.Array,
        "string" => Kinds.String,
        "number" => Kinds.Number | Kinds.Integer,
        "integer" => Kinds.Integer,
        _ => Kinds.None,
    };

    // The schemas name what is a name and what refers to one.
    private static Role Named(string pointer) => pointer switch
    {
        "/$defs/packageName" => Role.Package,
        "/$defs/subjectReference" => Role.Subject,
        "/$defs/relationshipType" => Role.Relationship,
        "/$defs/elementReference" or "/$defs/BlankNodeOrIRI" or "/definitions/dependency/properties/ref" or "/definitions/dependency/properties/dependsOn/items" or "/definitions/dependency/properties/provides/items" => Role.Reference,
        "/definitions/refLinkType" => Role.Mention,
        _ when pointer.EndsWith("/bom-ref", StringComparison.Ordinal) || pointer.EndsWith("/properties/spdxId", StringComparison.Ordinal) || pointer.EndsWith("/properties/@id", StringComparison.Ordinal) || pointer == "/$defs/elementName" => Role.Name,
        _ => Role.None,
    };

    private static ValueForm? Spoken(string pointer) => pointer switch
    {
        "/$defs/packageName" or "/$defs/elementName" => ValueForm.Identifier,
        "/$defs/instant" => ValueForm.Instant,
        "/$defs/agent" => ValueForm.Agent,
        "/$defs/supplier" => ValueForm.Supplier,
        "/$defs/namespace" => ValueForm.Uri,
        "/$defs/dataLicense" => ValueForm.DataLicense,
        "/$defs/licenseName" => ValueForm.LicenseId,
        _ => null,
    };
}
