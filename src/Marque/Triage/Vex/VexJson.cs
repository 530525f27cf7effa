using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Marque.Triage.Vex;

/// <summary>JSON as documents for others are written: indented, with letters of every language as they are.</summary>
internal static class VexJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes, with a line end at the end.</summary>
    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(output, Options)) write(json);
        output.Write("\n"u8);
        return output.WrittenSpan.ToArray();
    }
}
