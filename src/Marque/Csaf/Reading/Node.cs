using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Marque.Csaf.Reading;

/// <summary>A value of a document and the way to it; a value that is not there is a node too, so that a path can be asked for in one go.</summary>
internal readonly struct Node(JsonElement value, Step? way)
{
    /// <summary>The value; undefined when it is not there.</summary>
    public JsonElement Value { get; } = value;

    /// <summary>Whether it is there.</summary>
    public bool Exists => Value.ValueKind != JsonValueKind.Undefined;

    /// <summary>Its text; null when it is none.</summary>
    public string? Text => Value.ValueKind == JsonValueKind.String ? Value.GetString() : null;

    /// <summary>Its number; null when it is none, or beyond what scores can be.</summary>
    public decimal? Number => Value.ValueKind == JsonValueKind.Number && Value.TryGetDecimal(out var number) ? number : null;

    /// <summary>The items of a list; none when it is no list.</summary>
    public IEnumerable<Node> Items
    {
        get
        {
            if (Value.ValueKind != JsonValueKind.Array) yield break;
            var number = 0;
            foreach (var item in Value.EnumerateArray()) yield return new Node(item, new Step(way, null, number++));
        }
    }

    /// <summary>The fields of an object; none when it is no object.</summary>
    public IEnumerable<(string Name, Node Value)> Fields
    {
        get
        {
            if (Value.ValueKind != JsonValueKind.Object) yield break;
            foreach (var entry in Value.EnumerateObject()) yield return (entry.Name, new Node(entry.Value, new Step(way, entry.Name, 0)));
        }
    }

    /// <summary>The texts of a list with their places.</summary>
    public IEnumerable<(string Text, Node At)> Texts => Items.Where(i => i.Text is not null).Select(i => (i.Text!, i));

    /// <summary>The JSON pointer (RFC 6901).</summary>
    public string Pointer => way?.ToString() ?? "";

    /// <summary>A field's value.</summary>
    public Node this[string name] => new(Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out var field) ? field : default, new Step(way, name, 0));
}

/// <summary>A step to a field, or without a name to an item.</summary>
internal sealed record Step(Step? Before, string? Name, int Number)
{
    public override string ToString()
    {
        var steps = new Stack<Step>();
        for (var step = this; step is not null; step = step.Before) steps.Push(step);
        var text = new StringBuilder();
        foreach (var step in steps) text.Append('/').Append(step.Name?.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal) ?? step.Number.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
