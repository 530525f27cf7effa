using System.Text.Json;
using Marque.Text;
using NodaTime;
using NodaTime.Text;

namespace Marque.Legal.Reading;

/// <summary>Reads the fields of one JSON object by name, recording every problem; <see cref="Done"/> names the keys nobody asked for.</summary>
internal sealed class Entry(JsonFile file, JsonElement value, JsonPath? at)
{
    private readonly List<string> asked = [];

    /// <summary>The file it stands in.</summary>
    public JsonFile File { get; } = file;

    /// <summary>The way to it.</summary>
    public JsonPath? At { get; } = at;

    /// <summary>The record digest of the object (RFC 8785).</summary>
    public Digest Digest => CanonicalJson.DigestOf(value);

    /// <summary>The way to one of its fields.</summary>
    public JsonPath To(string key) => new(At, key, 0);

    /// <summary>Records a problem at a field.</summary>
    public void Problem(string key, string code, string message, string remedy = "") => File.Problem(To(key), code, message, remedy);

    /// <summary>Text that must be there; else a problem and the empty text.</summary>
    public string Text(string key) => Find(key) is null ? Missing(key) : Optional(key) ?? "";

    /// <summary>Text, or null when absent.</summary>
    public string? Optional(string key)
    {
        if (Find(key) is not { } field) return null;
        if (field.ValueKind == JsonValueKind.String && field.GetString() is { Length: > 0 } text) return text;
        Wrong(key, "a text that is not empty");
        return null;
    }

    /// <summary>A text that is one of the words; the first word when it is not.</summary>
    public string OneOf(string key, params ReadOnlySpan<string> words)
    {
        var text = Text(key);
        foreach (var word in words)
        {
            if (word == text) return word;
        }

        if (text.Length > 0) Problem(key, "legal.word", $"'{key}' is '{text}'", $"one of {string.Join(", ", words!)}");
        return words[0];
    }

    /// <summary>A calendar date that must be there.</summary>
    public LocalDate Date(string key)
    {
        if (Find(key) is null) Missing(key);
        return OptionalDate(key) ?? default;
    }

    /// <summary>A calendar date, or null when absent.</summary>
    public LocalDate? OptionalDate(string key)
    {
        if (Find(key) is not { } field) return null;
        if (field.ValueKind == JsonValueKind.String && LocalDatePattern.Iso.Parse(field.GetString()!) is { Success: true } date) return date.Value;
        Wrong(key, "a date such as 2026-09-11");
        return null;
    }

    /// <summary>A whole number within the bounds, or null when absent.</summary>
    public int? Whole(string key, int least, int most)
    {
        if (Find(key) is not { } field) return null;
        if (field.ValueKind == JsonValueKind.Number && field.TryGetInt32(out var number) && number >= least && number <= most) return number;
        Wrong(key, $"a whole number from {least} to {most}");
        return null;
    }

    /// <summary>A flag that must be there.</summary>
    public bool Flag(string key)
    {
        if (Find(key) is not { } field)
        {
            Missing(key);
            return false;
        }

        if (field.ValueKind is JsonValueKind.True or JsonValueKind.False) return field.GetBoolean();
        Wrong(key, "true or false");
        return false;
    }

    /// <summary>A flag; false when absent.</summary>
    public bool FlagIfAny(string key) => Find(key) is not null && Flag(key);

    /// <summary>The texts of a list; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (Find(key) is not { } field) return [];
        var texts = new List<string>();
        foreach (var (item, path) in Items(key, field))
        {
            if (item.ValueKind == JsonValueKind.String && item.GetString() is { Length: > 0 } text) texts.Add(text);
            else File.Problem(path, "legal.type", $"an element of '{key}' is not a text", "write texts that are not empty");
        }

        return texts;
    }

    /// <summary>The objects of a list; empty when absent.</summary>
    public IEnumerable<Entry> Each(string key)
    {
        if (Find(key) is not { } field) yield break;
        foreach (var (item, path) in Items(key, field))
        {
            if (item.ValueKind == JsonValueKind.Object) yield return new Entry(File, item, path);
            else File.Problem(path, "legal.type", $"an element of '{key}' is not an object");
        }
    }

    /// <summary>The elements of a list that are texts or objects, in their order.</summary>
    public IEnumerable<(string? Text, Entry? Entry)> Mixed(string key)
    {
        if (Find(key) is not { } field) yield break;
        foreach (var (item, path) in Items(key, field))
        {
            if (item.ValueKind == JsonValueKind.String) yield return (item.GetString(), null);
            else if (item.ValueKind == JsonValueKind.Object) yield return (null, new Entry(File, item, path));
            else File.Problem(path, "legal.type", $"an element of '{key}' is neither text nor object");
        }
    }

    /// <summary>A nested object; null when absent.</summary>
    public Entry? Nested(string key)
    {
        if (Find(key) is not { } field) return null;
        if (field.ValueKind == JsonValueKind.Object) return new Entry(File, field, To(key));
        Wrong(key, "an object");
        return null;
    }

    /// <summary>The fields of a nested object whose values are texts; empty when absent.</summary>
    public IReadOnlyDictionary<string, string> Legend(string key)
    {
        var legend = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Find(key) is not { } field) return legend;
        if (field.ValueKind != JsonValueKind.Object) Wrong(key, "an object");
        else
        {
            foreach (var code in field.EnumerateObject())
            {
                if (code.Value.ValueKind == JsonValueKind.String) legend[code.Name] = code.Value.GetString()!;
                else File.Problem(new JsonPath(To(key), code.Name, 0), "legal.type", $"'{code.Name}' is not a text");
            }
        }

        return legend;
    }

    /// <summary>Marks fields that are for people and tools and have no place in the records.</summary>
    public void Ignore(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys) Find(key);
    }

    /// <summary>Ends the reading: a key that was not asked for is a problem.</summary>
    public void Done()
    {
        foreach (var field in value.EnumerateObject())
        {
            if (asked.Contains(field.Name)) continue;
            var near = Nearest.To(field.Name, asked);
            Problem(field.Name, "legal.unknown-key", $"unknown key '{field.Name}'", near is null ? $"known here: {string.Join(", ", asked.Order(StringComparer.Ordinal))}" : $"did you mean '{near}'?");
        }
    }

    private IEnumerable<(JsonElement Item, JsonPath Path)> Items(string key, JsonElement field)
    {
        if (field.ValueKind != JsonValueKind.Array)
        {
            Wrong(key, "a list");
            yield break;
        }

        var list = To(key);
        var index = 0;
        foreach (var item in field.EnumerateArray()) yield return (item, new JsonPath(list, null, index++));
    }

    private JsonElement? Find(string key)
    {
        if (!asked.Contains(key)) asked.Add(key);
        return value.TryGetProperty(key, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;
    }

    private string Missing(string key)
    {
        File.Problem(At, "legal.missing-key", $"'{key}' is missing");
        return "";
    }

    private void Wrong(string key, string right) => Problem(key, "legal.type", $"'{key}' is of the wrong type or out of bounds", $"write {right}");
}
