using System.Buffers;
using System.Text.Json;

namespace Marque.Facts;

/// <summary>A content check as bytes and back, so that a result can be kept beside the digest of what it is about.</summary>
public static class CheckRecord
{
    /// <summary>Writes a check.</summary>
    public static byte[] Write(Check check)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        json.WriteStringValue(check.Kind.Word());
        json.WriteNumberValue((int)check.Outcome);
        json.WriteStartArray();
        foreach (var (name, value) in check.Counts)
        {
            json.WriteStringValue(name);
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
        json.WriteStartArray();
        foreach (var finding in check.Findings)
        {
            json.WriteStringValue(finding.Code);
            json.WriteStringValue(finding.Text);
            json.WriteNumberValue(finding.Line);
        }

        json.WriteEndArray();
        json.WriteStartArray();
        foreach (var (name, value) in check.Identity)
        {
            json.WriteStringValue(name);
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a check.</summary>
    /// <returns>The check; null for bytes that <see cref="Write"/> did not write.</returns>
    public static Check? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var json = new Utf8JsonReader(bytes);
            Enter(ref json);
            var kind = FactKinds.Of(Text(ref json));
            var outcome = (Outcome)Number(ref json);
            if (kind is not { } known || !Enum.IsDefined(outcome)) return null;
            var counts = new List<(string, long)>();
            Enter(ref json);
            while (More(ref json)) counts.Add((json.GetString()!, Number(ref json)));
            var findings = new List<Finding>();
            Enter(ref json);
            while (More(ref json)) findings.Add(new Finding(json.GetString()!, Text(ref json), (int)Number(ref json)));
            var identity = new List<(string, string)>();
            Enter(ref json);
            while (More(ref json)) identity.Add((json.GetString()!, Text(ref json)));
            return More(ref json) || json.Read() ? null : new Check(known, outcome, counts, findings) { Identity = identity };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static void Enter(ref Utf8JsonReader json)
    {
        if (!json.Read() || json.TokenType != JsonTokenType.StartArray) throw new JsonException();
    }

    private static bool More(ref Utf8JsonReader json) => json.Read() && json.TokenType != JsonTokenType.EndArray;

    private static string Text(ref Utf8JsonReader json) => json.Read() && json.GetString() is { } text ? text : throw new JsonException();

    private static long Number(ref Utf8JsonReader json) => json.Read() ? json.GetInt64() : throw new JsonException();
}
