using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Marque.Text;

/// <summary>Reads the fields of one YAML mapping by name, collecting every problem; <see cref="Done"/> then names the keys nobody asked for.</summary>
/// <param name="map">The mapping.</param>
/// <param name="problems">Where problems go.</param>
public sealed class Fields(YamlMap map, List<Problem> problems)
{
    private readonly List<string> asked = [];

    /// <summary>The mapping itself.</summary>
    public YamlMap Map { get; } = map;

    /// <summary>Where the mapping starts.</summary>
    public Place Place => Map.Place;

    /// <summary>The problems collected so far, by this and its siblings.</summary>
    public List<Problem> Problems { get; } = problems;

    /// <summary>Whether <paramref name="key"/> stands there with a value.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Where <paramref name="key"/>'s value starts; the mapping if it is absent.</summary>
    public Place PlaceOf(string key) => Map[key]?.Place ?? Place;

    /// <summary>The raw node, or null when absent or empty.</summary>
    public YamlNode? Node(string key) => Find(key);

    /// <summary>Text, or null when absent.</summary>
    public string? Text(string key) => Find(key) switch
    {
        null => null,
        YamlScalar { Type: YamlType.Text } scalar when scalar.Value.Length > 0 => scalar.Value,
        YamlScalar { Type: YamlType.Text } scalar => Wrong<string>(scalar, key, "empty", "write the text or delete the key"),
        YamlScalar { Type: not YamlType.Null } scalar => Wrong<string>(scalar, key, $"{scalar.Kind}, not text", $"put it in quotes: \"{scalar.Value}\""),
        var node => Wrong<string>(node, key, $"{node.Kind}, not text", "write one text"),
    };

    /// <summary>Text; a problem and the empty text when absent.</summary>
    public string Required(string key)
    {
        if (Find(key) is not null) return Text(key) ?? "";
        Missing(key);
        return "";
    }

    /// <summary>An internet address (RFC 3986, <c>https</c>), or null when absent.</summary>
    public string? Address(string key)
    {
        if (Text(key) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Host.Length > 0 && !text.Any(char.IsWhiteSpace)) return text;
        return Wrong<string>(Find(key)!, key, $"'{text}', which is no https address", "write it as https://example.com/page");
    }

    /// <summary>A whole number between the bounds, or null when absent.</summary>
    public int? Whole(string key, int least, int most) => Find(key) switch
    {
        null => null,
        YamlScalar { Type: YamlType.Whole } scalar when int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var node => Wrong<int?>(node, key, $"not a whole number from {least} to {most}", "write digits without quotes"),
    };

    /// <summary>A number between the bounds, or null when absent.</summary>
    public double? Number(string key, double least, double most) => Find(key) switch
    {
        null => null,
        YamlScalar { Type: YamlType.Whole or YamlType.Real } scalar when double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var node => Wrong<double?>(node, key, string.Create(CultureInfo.InvariantCulture, $"not a number from {least} to {most}"), "write digits without quotes"),
    };

    /// <summary>A flag, or null when absent.</summary>
    public bool? Flag(string key) => Find(key) switch
    {
        null => null,
        YamlScalar { Type: YamlType.Flag } scalar => scalar.Value[0] is 't' or 'T',
        var node => Wrong<bool?>(node, key, $"{node.Kind}, not true or false", "write true or false without quotes"),
    };

    /// <summary>A calendar date (ISO 8601, <c>2026-11-24</c>), or null when absent.</summary>
    public LocalDate? Date(string key)
    {
        if (Find(key) is not { } node) return null;
        if (node is YamlScalar scalar && LocalDatePattern.Iso.Parse(scalar.Value) is { Success: true } parsed) return parsed.Value;
        return Wrong<LocalDate?>(node, key, "not a date", "write it as 2026-11-24");
    }

    /// <summary>An instant (RFC 3339 with zone, <c>2026-11-24T10:00:00Z</c>), or null when absent.</summary>
    public Instant? Instant(string key)
    {
        if (Find(key) is not { } node) return null;
        if (node is YamlScalar scalar && OffsetDateTimePattern.Rfc3339.Parse(scalar.Value) is { Success: true } parsed) return parsed.Value.ToInstant();
        return Wrong<Instant?>(node, key, "not an instant with its zone", "write it as 2026-11-24T10:00:00Z or with an offset such as +01:00");
    }

    /// <summary>A SHA-256 digest, or null when absent.</summary>
    public Digest? Digest(string key)
    {
        if (Find(key) is not { } node) return null;
        if (node is YamlScalar scalar && Marque.Text.Digest.TryParse(scalar.Value, out var digest)) return digest;
        return Wrong<Digest?>(node, key, "not a SHA-256 digest", "64 hexadecimal digits, as sha256sum prints them");
    }

    /// <summary>One of the words, or null when absent.</summary>
    public string? OneOf(string key, params ReadOnlySpan<string> words)
    {
        if (Find(key) is not { } node) return null;
        if (node is YamlScalar scalar)
        {
            foreach (var word in words)
            {
                if (word == scalar.Value) return word;
            }

            var near = Nearest.To(scalar.Value, words.ToArray());
            return Wrong<string>(node, key, $"'{scalar.Value}', which is none of its words", near is null ? $"one of {string.Join(", ", words!)}" : $"did you mean '{near}'?");
        }

        return Wrong<string>(node, key, $"{node.Kind}, not a word", $"one of {string.Join(", ", words!)}");
    }

    /// <summary>A nested mapping, or null when absent.</summary>
    public Fields? Nested(string key) => Find(key) switch
    {
        null => null,
        YamlMap inner => new Fields(inner, Problems),
        var node => Wrong<Fields>(node, key, $"{node.Kind}, not a mapping", "write its fields below it, indented"),
    };

    /// <summary>The mappings of a list; empty when absent. A single mapping counts as a list of one.</summary>
    public IEnumerable<Fields> Each(string key)
    {
        switch (Find(key))
        {
            case null: yield break;
            case YamlMap single: yield return new Fields(single, Problems); yield break;
            case YamlList list:
                foreach (var item in list.Items)
                {
                    if (item is YamlMap inner) yield return new Fields(inner, Problems);
                    else Wrong<object>(item, key, $"{item.Kind} where a mapping is expected", "write its fields, indented below a dash");
                }

                yield break;
            case var node: Wrong<object>(node, key, $"{node.Kind}, not a list", "start each entry with a dash"); yield break;
        }
    }

    /// <summary>The texts of a list with their places; empty when absent. A single text counts as a list of one.</summary>
    public IReadOnlyList<(string Value, Place Place)> Texts(string key)
    {
        var texts = new List<(string, Place)>();
        switch (Find(key))
        {
            case null: break;
            case YamlScalar single: Add(single); break;
            case YamlList list:
                foreach (var item in list.Items)
                {
                    if (item is YamlScalar scalar) Add(scalar);
                    else Wrong<object>(item, key, $"{item.Kind} where a text is expected", "write one text per dash");
                }

                break;
            case var node: Wrong<object>(node, key, $"{node.Kind}, not a list", "start each entry with a dash"); break;
        }

        return texts;

        void Add(YamlScalar scalar)
        {
            if (scalar.Type == YamlType.Text && scalar.Value.Length > 0) texts.Add((scalar.Value, scalar.Place));
            else Wrong<object>(scalar, key, scalar.Value.Length == 0 ? "empty" : $"{scalar.Kind}, not text", $"put it in quotes: \"{scalar.Value}\"");
        }
    }

    /// <summary>The SHA-256 digests of a list; empty when absent. A single one counts as a list of one.</summary>
    public IReadOnlyList<Digest> Digests(string key)
    {
        var digests = new List<Digest>();
        foreach (var (text, place) in Texts(key))
        {
            if (Marque.Text.Digest.TryParse(text, out var digest)) digests.Add(digest);
            else Problems.Add(new Problem(place, "yaml.wrong-type", "not a SHA-256 digest", "64 hexadecimal digits, as sha256sum prints them"));
        }

        return digests;
    }

    /// <summary>Records a problem at <paramref name="key"/>.</summary>
    public void Problem(string key, string code, string message, string remedy) => Problems.Add(new Problem(PlaceOf(key), code, message, remedy));

    /// <summary>Records that <paramref name="key"/> is missing.</summary>
    public void Missing(string key) => Problems.Add(new Problem(Place, "yaml.missing-key", $"'{key}' is missing", $"add '{key}:' here"));

    /// <summary>Ends the reading: every key that was not asked for is a problem, with the nearest known one.</summary>
    public void Done()
    {
        foreach (var (key, _) in Map.Entries)
        {
            if (asked.Contains(key.Value)) continue;
            var near = Nearest.To(key.Value, asked);
            Problems.Add(new Problem(key.Place, "yaml.unknown-key", $"unknown key '{key.Value}'", near is null ? $"known here: {string.Join(", ", asked.Order(StringComparer.Ordinal))}" : $"did you mean '{near}'?"));
        }
    }

    private YamlNode? Find(string key)
    {
        if (!asked.Contains(key)) asked.Add(key);
        return Map[key] is { } node and not YamlScalar { Type: YamlType.Null } ? node : null;
    }

    private T? Wrong<T>(YamlNode node, string key, string what, string remedy)
    {
        Problems.Add(new Problem(node.Place, "yaml.wrong-type", $"'{key}' is {what}", remedy));
        return default;
    }
}
