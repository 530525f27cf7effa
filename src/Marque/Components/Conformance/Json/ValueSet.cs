using System.Text;
using System.Text.Json;
using Marque.Text;

namespace Marque.Components.Conformance.Json;

/// <summary>The values of <c>enum</c> and <c>const</c>: texts, numbers, flags and null; the schemas know no others.</summary>
internal sealed class ValueSet
{
    private readonly HashSet<byte[]> texts = new(Utf8Names.Comparer);
    private readonly HashSet<byte[]>.AlternateLookup<ReadOnlySpan<byte>> look;
    private readonly HashSet<double> numbers = [];
    private Kinds kinds;

    public ValueSet(IEnumerable<JsonElement> values)
    {
        look = texts.GetAlternateLookup<ReadOnlySpan<byte>>();
        foreach (var value in values)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.String: texts.Add(Encoding.UTF8.GetBytes(value.GetString()!)); break;
                case JsonValueKind.Number: numbers.Add(value.GetDouble()); break;
                case JsonValueKind.True: kinds |= Kinds.Boolean; break;
                case JsonValueKind.False: kinds |= Kinds.Number; break;
                case JsonValueKind.Null: kinds |= Kinds.Null; break;
                default: break;
            }
        }
    }

    public bool HasText(ReadOnlySpan<byte> text) => look.Contains(text);

    public bool HasNumber(double number) => numbers.Contains(number);

    /// <summary>Whether a value that is neither text nor number is among them.</summary>
    public bool Has(JsonTokenType token) => token switch
    {
        JsonTokenType.True => kinds.HasFlag(Kinds.Boolean),
        JsonTokenType.False => kinds.HasFlag(Kinds.Number),
        JsonTokenType.Null => kinds.HasFlag(Kinds.Null),
        _ => false,
    };

    /// <summary>What would be right: the nearest where one is near, and what there is.</summary>
    public string Remedy(string given)
    {
        var known = texts.Select(Encoding.UTF8.GetString).Concat(numbers.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))).Order(StringComparer.Ordinal).ToList();
        if (kinds.HasFlag(Kinds.Boolean)) known.Add("true");
        if (kinds.HasFlag(Kinds.Number)) known.Add("false");
        if (known.Count == 1) return $"'{known[0]}' is the only one allowed";
        var near = Nearest.To(given, known);
        if (near is not null) return $"did you mean '{near}'? ({known.Count} values are allowed)";
        return known.Count <= 12 ? $"one of {string.Join(", ", known)}" : $"one of {string.Join(", ", known.Take(8))} and {known.Count - 8} others";
    }
}
