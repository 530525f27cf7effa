using System.Text.Json;
using Marque.Text.Reading;
using Marque.Ledger;

namespace Marque.Facts;

/// <summary>in-toto statements (v0.1, v1) in DSSE envelopes: one, one inside a Sigstore bundle, or several as JSON Lines (in-toto attestation bundle).</summary>
internal static class Attestations
{
    /// <summary>The largest file read, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The most attestations of one file.</summary>
    public const int MaxLines = 10_000;

    public static Check Run(Stream content, Expectation expect)
    {
        var bytes = Whole.Bytes(content, MaxBytes).AsMemory();
        if (Lines(bytes) is not { Count: > 1 } lines) return One(bytes, expect);
        var checks = new List<Check>();
        foreach (var line in lines)
        {
            try
            {
                checks.Add(One(line, expect));
            }
            catch (Refusal)
            {
                // "Consumers MUST ignore unrecognized lines" (in-toto attestation bundle).
            }
        }

        if (checks.Count == 0) throw new Refusal("attestation.shape", "none of the lines is an attestation", 1);
        // Nobody vouches for the order or completeness of a bundle: what a trusted signer contradicts counts, else the best.
        return checks.Where(c => c.Outcome == Outcome.Contradicts && c.Count("verified") > 0)
            .Concat(checks.OrderBy(c => c.Outcome).ThenBy(c => string.Concat(c.Findings.Select(f => f.Text)), StringComparer.Ordinal)).First();
    }

    // The non-empty lines, if each starts as a JSON object and the first is one; else null.
    private static List<ReadOnlyMemory<byte>>? Lines(ReadOnlyMemory<byte> bytes)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        while (!bytes.IsEmpty)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? default : bytes[(end + 1)..];
            var trimmed = line.Span.Trim(" \t\r"u8);
            if (trimmed.IsEmpty) continue;
            if (trimmed[0] != '{' || trimmed[^1] != '}') return null;
            lines.Add(line);
            if (lines.Count > MaxLines) throw new Refusal("attestation.too-many", $"more than {MaxLines} attestations in one file");
        }

        return lines;
    }

    private static Check One(ReadOnlyMemory<byte> json, Expectation expect)
    {
        using var document = Whole.Json(json);
        var root = document.RootElement;
        if (root.TryGet("dsseEnvelope", JsonValueKind.Object, out var inner)) root = inner;
        if (root.Text("_type") is not null && root.TryGet("predicateType", JsonValueKind.String, out _)) return Unsigned(root, expect);
        var read = Dsse.Of("", root);
        if (read.Value is not { } envelope) throw new Refusal("attestation." + read.Problems[0].Code, read.Problems[0].Message, 1);
        if (envelope.PayloadType != "application/vnd.in-toto+json") throw new Refusal("attestation.payload-type", $"the payload is '{envelope.PayloadType}', not an in-toto statement", 1);
        var weighing = new Weighing();
        var keys = Signers.Keys(expect, weighing, "attestation");
        var signers = envelope.Verify(keys);
        if (keys.Count == 0) weighing.Vacuous("attestation.signature-unchecked", "signature unchecked, no key given");
        else if (signers.Count == 0) weighing.Contradicts("attestation.signature", envelope.Signatures.Count == 0 ? "it carries no signature" : "none of its signatures is by an expected key");
        foreach (var signer in signers) weighing.Names("signer", signer.Id);
        using var payload = Whole.Json(envelope.Payload);
        return Statement(payload.RootElement, weighing, expect, envelope.Signatures.Count, signers.Count);
    }

    private static Check Unsigned(JsonElement statement, Expectation expect)
    {
        var weighing = new Weighing();
        if (expect.SignerKeys.Count > 0) weighing.Contradicts("attestation.signature", "the statement stands alone, without an envelope and its signatures");
        else weighing.Vacuous("attestation.signature-unchecked", "the statement stands alone, without an envelope and its signatures");
        return Statement(statement, weighing, expect, 0, 0);
    }

    private static Check Statement(JsonElement statement, Weighing weighing, Expectation expect, int signatures, int verified)
    {
        if (statement.Text("_type") is not ("https://in-toto.io/Statement/v1" or "https://in-toto.io/Statement/v0.1")) throw new Refusal("attestation.statement", $"the statement's _type is '{statement.Text("_type")}'; in-toto v0.1 and v1 are read", 1);
        if (statement.Text("predicateType") is not { Length: > 0 } type) throw new Refusal("attestation.statement", "the statement has no predicateType", 1);
        if (!statement.TryGet("subject", JsonValueKind.Array, out var list) || list.GetArrayLength() == 0) throw new Refusal("attestation.statement", "the statement has no subject", 1);
        weighing.Names("predicateType", type);
        weighing.Names("subject", list[0].Text("name"));
        if (!list.EnumerateArray().All(s => s.Object("digest").ValueKind == JsonValueKind.Object && s.Object("digest").EnumerateObject().Any())) weighing.Vacuous("attestation.subject-without-digest", "a subject has no digest, so nobody can tell what it is");
        var digests = new HashSet<Marque.Text.Digest>();
        foreach (var subject in list.EnumerateArray())
        {
            if (Marque.Text.Digest.TryParse(subject.Object("digest").Text("sha256"), out var digest)) digests.Add(digest);
        }

        if (expect.PredicateType is { } asked && asked != type) weighing.Vacuous("attestation.predicate-type", $"its predicate is '{type}', not '{asked}'");
        foreach (var digest in expect.SubjectDigests)
        {
            if (!digests.Contains(digest)) weighing.Vacuous("attestation.subject-missing", $"{digest.Short} is not among its subjects");
        }

        Predicate(type, statement.Object("predicate"), weighing);
        return weighing.Done(FactKind.Attestation, ("signatures", signatures), ("verified", verified), ("subjects", list.GetArrayLength()));
    }

    // The predicates of the in-toto and SLSA specifications that carry a verdict.
    private static void Predicate(string type, JsonElement predicate, Weighing weighing)
    {
        if (type.StartsWith("https://in-toto.io/attestation/test-result/", StringComparison.Ordinal) && predicate.Text("result") is "FAILED") weighing.Contradicts("attestation.failed", "it attests failed tests");
        if (type.StartsWith("https://slsa.dev/verification_summary/", StringComparison.Ordinal) && predicate.Text("verificationResult") is "FAILED") weighing.Contradicts("attestation.failed", "it attests a failed verification");
    }
}
