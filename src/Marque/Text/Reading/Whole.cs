using System.Text.Json;

namespace Marque.Text.Reading;

/// <summary>Contents that are read as a whole, within a bound.</summary>
internal static class Whole
{
    /// <summary>Every byte.</summary>
    /// <exception cref="Refusal">More than <paramref name="most"/>.</exception>
    public static byte[] Bytes(Stream content, int most)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(Math.Min(most, 64 * 1024));
        for (var length = 0; ;)
        {
            var read = content.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            length += read;
            if (length < buffer.Length) return buffer[..length];
            if (length == most)
            {
                if (content.ReadByte() >= 0) throw new Refusal("content.too-large", $"the file is larger than {most / 1024 / 1024} MiB, the most that is read of its kind");
                return buffer;
            }

            Array.Resize(ref buffer, (int)Math.Min(most, buffer.Length * 2L));
        }
    }

    /// <summary>One JSON value without duplicate fields, at most 128 levels deep.</summary>
    public static JsonDocument Json(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        try
        {
            return JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 128, AllowDuplicateProperties = false });
        }
        catch (JsonException bad)
        {
            throw new Refusal("json.syntax", "not well-formed JSON, nested too deep, or a field stands twice", (int)Math.Min(int.MaxValue, (bad.LineNumber ?? -1) + 1));
        }
    }

    /// <summary>The text of a field; null when absent, of another type, or no characters.</summary>
    public static string? Text(this JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The object of a field; an undefined element when absent or of another type.</summary>
    public static JsonElement Object(this JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : default;

    /// <summary>Whether a field is there and of that type.</summary>
    public static bool TryGet(this JsonElement item, string name, JsonValueKind kind, out JsonElement value)
    {
        value = default;
        return item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out value) && value.ValueKind == kind;
    }

    /// <summary>The items of a list field; nothing when absent or of another type.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
