using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Csaf.Reading;

/// <summary>The lines of places in a document.</summary>
internal static class Lines
{
    /// <summary>Adds to each finding the line of its place; of a place that is not there, that of the nearest one around it.</summary>
    public static IEnumerable<CsafFinding> Add(ReadOnlyMemory<byte> bytes, IReadOnlyList<CsafFinding> findings)
    {
        if (findings.Count == 0) return [];
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            for (var at = finding.Location; lines.TryAdd(at, 0) && at.Length > 0;) at = at[..at.LastIndexOf('/')];
        }

        Find(bytes.Span, lines);
        return findings.Select(f => f with { Line = Line(f.Location, lines) });
    }

    private static int Line(string pointer, Dictionary<string, int> lines)
    {
        while (lines[pointer] == 0 && pointer.Length > 0) pointer = pointer[..pointer.LastIndexOf('/')];
        return lines[pointer];
    }

    private static void Find(ReadOnlySpan<byte> bytes, Dictionary<string, int> lines)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 128 });
        // Of each level that is open: its pointer (null: nothing below is sought) and, of a list, how many items it has had.
        var open = new Stack<(string? Pointer, int Items)>();
        string? field = null;
        var (line, passed) = (1, 0);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                field = open.Peek().Pointer is null ? null : reader.GetString()!.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                continue;
            }

            var pointer = open.Count == 0 ? "" : Pointer(open, ref field);
            if (pointer is not null && lines.ContainsKey(pointer))
            {
                var start = (int)reader.TokenStartIndex;
                line += bytes[passed..start].Count((byte)'\n');
                passed = start;
                lines[pointer] = line;
            }
            else pointer = null;

            if (reader.TokenType is JsonTokenType.StartObject) open.Push((pointer, -1));
            else if (reader.TokenType is JsonTokenType.StartArray) open.Push((pointer, 0));
        }
    }

    private static string? Pointer(Stack<(string? Pointer, int Items)> open, ref string? field)
    {
        var (above, items) = open.Pop();
        open.Push((above, items < 0 ? -1 : items + 1));
        if (above is null) return null;
        return items < 0 ? $"{above}/{field}" : $"{above}/{items}";
    }
}
