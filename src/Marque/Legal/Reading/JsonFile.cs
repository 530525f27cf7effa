using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Marque.Text;

namespace Marque.Legal.Reading;

/// <summary>One JSON file of a legal set, within bounds and well formed, with the problems of the whole reading.</summary>
internal sealed class JsonFile
{
    /// <summary>The deepest nesting read.</summary>
    public const int MaxDepth = 32;

    /// <summary>The largest file read, in bytes.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>The most problems told; each costs one reading for its position.</summary>
    public const int MaxProblems = 100;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly List<Problem> problems;

    private JsonFile(string path, ReadOnlyMemory<byte> bytes, JsonElement root, List<Problem> problems)
    {
        (Path, this.bytes, this.problems) = (path, bytes, problems);
        Root = new Entry(this, root, null);
    }

    /// <summary>The file's path below the set's folder.</summary>
    public string Path { get; }

    /// <summary>The outermost value.</summary>
    public Entry Root { get; }

    /// <summary>Parses the bytes; null, with a problem at its position, when they are not one JSON object within bounds.</summary>
    public static JsonFile? Parse(string path, ReadOnlyMemory<byte> bytes, List<Problem> problems)
    {
        if (bytes.Length > MaxBytes)
        {
            problems.Add(new Problem(new Place(path), "legal.too-large", $"the file has {bytes.Length / 1024 / 1024} MiB", $"at most {MaxBytes / 1024 / 1024} MiB are read"));
            return null;
        }

        try
        {
            if (Unusable(bytes.Span) is { } wrong)
            {
                problems.Add(new Problem(JsonPath.At(path, bytes.Span, wrong.Offset), "legal.syntax", wrong.What));
                return null;
            }

            var root = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false }).RootElement;
            if (root.ValueKind == JsonValueKind.Object) return new JsonFile(path, bytes, root, problems);
            problems.Add(new Problem(new Place(path, 1, 1), "legal.syntax", "not a JSON object", "each file of a legal set is one JSON object"));
        }
        catch (JsonException bad)
        {
            var place = bad.LineNumber is { } line ? new Place(path, (int)line + 1, (int)(bad.BytePositionInLine ?? 0) + 1) : DuplicateKey(path, bytes.Span);
            problems.Add(new Problem(place, "legal.syntax", $"not well-formed JSON, nested deeper than {MaxDepth}, or a key stands twice in one object"));
        }

        return null;
    }

    /// <summary>Records a problem at a value; beyond <see cref="MaxProblems"/> nothing is recorded.</summary>
    public void Problem(JsonPath? at, string code, string message, string remedy = "")
    {
        if (problems.Count < MaxProblems) problems.Add(new Problem(JsonPath.Place(Path, bytes.Span, at), code, message, remedy));
    }

    // What the document model would accept and fail on later: bytes that are no UTF-8, half surrogates, numbers without a finite value.
    private static (long Offset, string What)? Unusable(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json)) return (FirstInvalid(json), "not UTF-8");
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Number && !(reader.TryGetDouble(out var number) && double.IsFinite(number))) return (reader.TokenStartIndex, "a number beyond the range of numbers");
            if (reader.ValueIsEscaped && !IsText(ref reader)) return (reader.TokenStartIndex, "a text with half of a surrogate pair");
        }

        return null;
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static long FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var used) == System.Buffers.OperationStatus.Done) offset += used;
        return offset;
    }

    private static Place DuplicateKey(string path, ReadOnlySpan<byte> json)
    {
        var keys = new Stack<HashSet<string>>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject) keys.Push(new HashSet<string>(StringComparer.Ordinal));
            else if (reader.TokenType == JsonTokenType.EndObject) keys.Pop();
            else if (reader.TokenType == JsonTokenType.PropertyName && !keys.Peek().Add(reader.GetString()!)) return JsonPath.At(path, json, reader.TokenStartIndex);
        }

        return new Place(path);
    }
}
