namespace Marque.Text;

/// <summary>A node of a YAML document (YAML 1.2.2), with the position where it starts.</summary>
public abstract class YamlNode(Place place)
{
    /// <summary>Where the node starts.</summary>
    public Place Place { get; } = place;

    /// <summary>What the node is, in words, for messages.</summary>
    public abstract string Kind { get; }
}

/// <summary>A scalar. Plain ones take a type by the YAML 1.2 core schema; quoted and block ones are text.</summary>
public sealed class YamlScalar(Place place, string value, bool plain) : YamlNode(place)
{
    /// <summary>The text after unescaping.</summary>
    public string Value { get; } = value;

    /// <summary>The type by the core schema.</summary>
    public YamlType Type { get; } = plain ? CoreSchema.TypeOf(value) : YamlType.Text;

    /// <inheritdoc/>
    public override string Kind => Type switch
    {
        YamlType.Null => "nothing",
        YamlType.Flag => $"the flag {Value}",
        YamlType.Whole or YamlType.Real => $"the number {Value}",
        _ => "text",
    };
}

/// <summary>A mapping, in file order. Keys are text and unique.</summary>
public sealed class YamlMap(Place place, IReadOnlyList<(YamlScalar Key, YamlNode Value)> entries) : YamlNode(place)
{
    /// <summary>The entries in file order.</summary>
    public IReadOnlyList<(YamlScalar Key, YamlNode Value)> Entries { get; } = entries;

    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <summary>The value of <paramref name="key"/>, or null.</summary>
    public YamlNode? this[string key]
    {
        get
        {
            foreach (var (name, value) in Entries)
            {
                if (name.Value == key) return value;
            }

            return null;
        }
    }
}

/// <summary>A sequence.</summary>
public sealed class YamlList(Place place, IReadOnlyList<YamlNode> items) : YamlNode(place)
{
    /// <summary>The items.</summary>
    public IReadOnlyList<YamlNode> Items { get; } = items;

    /// <inheritdoc/>
    public override string Kind => "a list";
}

/// <summary>The types of the YAML 1.2 core schema that occur in case files.</summary>
public enum YamlType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Null: empty, <c>~</c> or <c>null</c>.</summary>
    Null,

    /// <summary>A boolean.</summary>
    Flag,

    /// <summary>An integer.</summary>
    Whole,

    /// <summary>A floating-point number.</summary>
    Real,
}

/// <summary>The scalar resolution of YAML 1.2.2, section 10.3.2.</summary>
internal static class CoreSchema
{
    public static YamlType TypeOf(string value) => value switch
    {
        "" or "~" or "null" or "Null" or "NULL" => YamlType.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => YamlType.Flag,
        ".inf" or ".Inf" or ".INF" or "+.inf" or "-.inf" or ".nan" or ".NaN" or ".NAN" => YamlType.Real,
        _ => Number(value),
    };

    private static YamlType Number(string value)
    {
        var at = value[0] is '+' or '-' ? 1 : 0;
        var digits = 0;
        while (at < value.Length && char.IsAsciiDigit(value[at])) (at, digits) = (at + 1, digits + 1);
        if (at == value.Length) return digits > 0 ? YamlType.Whole : YamlType.Text;
        if (value.StartsWith("0x", StringComparison.Ordinal) && value.Length > 2) return value.AsSpan(2).ContainsAnyExcept("0123456789abcdefABCDEF") ? YamlType.Text : YamlType.Whole;
        if (value.StartsWith("0o", StringComparison.Ordinal) && value.Length > 2) return value.AsSpan(2).ContainsAnyExcept("01234567") ? YamlType.Text : YamlType.Whole;
        if (value[at] == '.')
        {
            at++;
            while (at < value.Length && char.IsAsciiDigit(value[at])) (at, digits) = (at + 1, digits + 1);
        }

        if (digits == 0) return YamlType.Text;
        if (at == value.Length) return YamlType.Real;
        if (value[at] is not ('e' or 'E')) return YamlType.Text;
        at++;
        if (at < value.Length && value[at] is '+' or '-') at++;
        var exponent = at;
        while (at < value.Length && char.IsAsciiDigit(value[at])) at++;
        return at == value.Length && at > exponent ? YamlType.Real : YamlType.Text;
    }
}
