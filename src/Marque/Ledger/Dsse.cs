using System.Globalization;
using System.Text;
using System.Text.Json;
using Marque.Text;

namespace Marque.Ledger;

/// <summary>One signature of an envelope.</summary>
/// <param name="KeyId">The signer's hint; it is not authenticated and decides nothing (DSSE 1.0.2). Empty when absent.</param>
/// <param name="Bytes">The signature.</param>
public sealed record DsseSignature(string KeyId, ReadOnlyMemory<byte> Bytes);

/// <summary>A DSSE envelope with its payload decoded.</summary>
/// <param name="PayloadType">How to read the payload; signed with it.</param>
/// <param name="Payload">The signed bytes; use these, never a second reading of the file.</param>
/// <param name="Signatures">The signatures, in file order.</param>
public sealed record Dsse(string PayloadType, ReadOnlyMemory<byte> Payload, IReadOnlyList<DsseSignature> Signatures)
{
    /// <summary>The largest envelope read, in bytes.</summary>
    public const int MaxBytes = 256 * 1024 * 1024;

    /// <summary>The most signatures of one envelope.</summary>
    public const int MaxSignatures = 64;

    /// <summary>The pre-authentication encoding: the bytes that a signature covers (DSSE 1.0.2, protocol).</summary>
    /// <param name="payloadType">The payload type.</param>
    /// <param name="payload">The payload.</param>
    public static byte[] Pae(string payloadType, ReadOnlySpan<byte> payload)
    {
        var type = Encoding.UTF8.GetBytes(payloadType);
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {type.Length} "));
        var middle = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $" {payload.Length} "));
        return [.. head, .. type, .. middle, .. payload];
    }

    /// <summary>Reads a JSON envelope. Unknown fields are ignored, as the specification asks; standard and URL-safe base64 are both read.</summary>
    /// <param name="file">The name used in problems.</param>
    /// <param name="json">The whole envelope.</param>
    public static Read<Dsse> Read(string file, ReadOnlyMemory<byte> json)
    {
        if (json.Length > MaxBytes) return Fail(file, "dsse.too-large", $"the envelope has {json.Length / 1024 / 1024} MiB", $"at most {MaxBytes / 1024 / 1024} MiB are read");
        if (json.Span.StartsWith("\uFEFF"u8)) json = json[3..];
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64, AllowDuplicateProperties = false });
            return Of(file, document.RootElement);
        }
        catch (JsonException bad)
        {
            return new(null, [new Problem(new Place(file, (int)(bad.LineNumber ?? -1) + 1), "dsse.syntax", "not well-formed JSON, or a field stands twice", "an envelope is one JSON object")]);
        }
    }

    /// <summary>Reads an envelope that stands inside another JSON document.</summary>
    /// <param name="file">The name used in problems.</param>
    /// <param name="envelope">The envelope object.</param>
    public static Read<Dsse> Of(string file, JsonElement envelope)
    {
        if (envelope.ValueKind != JsonValueKind.Object) return Fail(file, "dsse.syntax", "not a JSON object", "an envelope is one JSON object");
        if (Field(envelope, "payloadType") is not { } type) return Fail(file, "dsse.field", "'payloadType' is missing or not text", "an envelope has payload, payloadType, signatures");
        if (Field(envelope, "payload") is not { } payload || Base64Text.Decode(payload) is not { } bytes) return Fail(file, "dsse.field", "'payload' is missing or not base64", "an envelope has payload, payloadType, signatures");
        if (!envelope.TryGetProperty("signatures", out var list) || list.ValueKind != JsonValueKind.Array) return Fail(file, "dsse.field", "'signatures' is missing or not a list", "an envelope has payload, payloadType, signatures");
        if (list.GetArrayLength() > MaxSignatures) return Fail(file, "dsse.signatures", $"more than {MaxSignatures} signatures", $"at most {MaxSignatures} are read");
        var signatures = new List<DsseSignature>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || Field(item, "sig") is not { } sig || Base64Text.Decode(sig) is not { } signature) return Fail(file, "dsse.field", "a signature has no 'sig' in base64", "each signature has keyid and sig");
            signatures.Add(new DsseSignature(Field(item, "keyid") ?? "", signature));
        }

        return new(new Dsse(type, bytes, signatures), []);
    }

    /// <summary>The keys, each once and in the order given, that made one of the signatures. An envelope counts as signed by t of n when at least t are returned.</summary>
    /// <param name="keys">The trusted keys.</param>
    public IReadOnlyList<PublicKey> Verify(params IEnumerable<PublicKey> keys)
    {
        var covered = Pae(PayloadType, Payload.Span);
        return [.. keys.Distinct().Where(key => Signatures.Any(signature => key.Verify(covered, signature.Bytes.Span)))];
    }

    private static string? Field(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Base64Text.TextOf(value) : null;

    private static Read<Dsse> Fail(string file, string code, string message, string remedy) => new(null, [new Problem(new Place(file), code, message, remedy)]);
}
