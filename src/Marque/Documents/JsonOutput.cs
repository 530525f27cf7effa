using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Marque.Assessments;
using NodaTime.Text;

namespace Marque.Documents;

/// <summary>One JSON document as bytes: UTF-8, indented by two, lines ended by LF, a last line end. The same bytes on every machine.</summary>
public static class JsonOutput
{
    private const int Piece = 64 * 1024;

    // The document is a file or a pipe, never part of a page: only what JSON itself, or a terminal, would trip over is escaped.
    private static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a document.</summary>
    /// <param name="write">Writes its one value.</param>
    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(Piece);
        using (var json = new Utf8JsonWriter(buffer, Options)) write(json);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a document that may be large to a stream: the same bytes, which never stand in memory all at once where <see cref="Pass"/> is called now and then.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="write">Writes its one value.</param>
    public static void To(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, Options)) write(json);
        output.Write("\n"u8);
    }

    /// <summary>Passes on what was written so far, once it is a piece worth it.</summary>
    public static void Pass(this Utf8JsonWriter json)
    {
        if (json.BytesPending >= Piece) json.Flush();
    }

    internal static string Text(this NodaTime.Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    /// <summary>A field that is a list of texts.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    internal static void Binding(this Utf8JsonWriter json, Binding binding)
    {
        json.WriteStartObject("binding");
        json.WriteString("is", binding.Is);
        json.WriteString("basis", binding.Basis);
        json.WriteEndObject();
    }

    internal static void Grounds(this Utf8JsonWriter json, string name, IEnumerable<Ground> grounds)
    {
        json.WriteStartArray(name);
        foreach (var ground in grounds)
        {
            json.WriteStartObject();
            json.WriteString("rule", ground.Rule);
            json.WriteString("text", GroundText.Of(ground));
            json.Texts("refs", ground.Refs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void Steps(this Utf8JsonWriter json, string name, IEnumerable<NextStep> steps)
    {
        json.WriteStartArray(name);
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteString("action", step.Action);
            json.WriteString("subject", step.Subject);
            json.Texts("unblocks", step.Unblocks);
            json.Texts("settles", step.Settles);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
