using System.Security.Cryptography;
using System.Text;
using Marque.Facts;
using Marque.Ledger;
using Marque.Text;

namespace Marque.Tests.Facts;

public class AttestationsTests
{
    private const string Artefact = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private static readonly ECDsa Signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly ECDsa Stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly Expectation Signed = new() { SignerKeys = [Signer.ExportSubjectPublicKeyInfoPem()] };

    [Theory]
    [InlineData("https://in-toto.io/Statement/v0.1")]
    [InlineData("https://in-toto.io/Statement/v1")]
    public void A_statement_signed_by_an_expected_key_supports(string type)
    {
        var check = Run(Envelope(Statement(type)), Signed);
        Checked.Supports(check);
        Assert.Equal([("signatures", 1), ("verified", 1), ("subjects", 1)], check.Counts);
        Assert.Equal("https://slsa.dev/provenance/v1", check.Named("predicateType"));
        Assert.True(PublicKey.TryParse(Signed.SignerKeys[0], out var key));
        Assert.Equal(key!.Id, check.Named("signer"));
    }

    [Fact]
    public void Without_a_key_the_signature_is_unchecked_and_proves_nothing()
    {
        var check = Run(Envelope(Statement()), Expectation.None);
        Checked.Is(Outcome.Vacuous, "attestation.signature-unchecked", check);
        Assert.Equal("signature unchecked, no key given", check.Findings[0].Text);
    }

    [Fact]
    public void Another_signer_a_changed_payload_and_no_signature_contradict()
    {
        var envelope = Envelope(Statement());
        Checked.Is(Outcome.Contradicts, "attestation.signature", Run(Envelope(Statement(), Stranger), Signed));
        Checked.Is(Outcome.Contradicts, "attestation.signature", Run(envelope.Replace(Base64(Statement()), Base64(Statement() + "\n"), StringComparison.Ordinal), Signed));
        Checked.Is(Outcome.Contradicts, "attestation.signature", Run(Wrapped(Statement(), []), Signed));
        Checked.Is(Outcome.Contradicts, "attestation.signature", Run(Statement(), Signed));
    }

    [Fact]
    public void One_of_several_signatures_is_enough()
    {
        Checked.Supports(Run(Envelope(Statement(), Stranger, Signer), Signed));
        Assert.Equal(2, Run(Envelope(Statement(), Stranger, Signer), new Expectation { SignerKeys = [Signer.ExportSubjectPublicKeyInfoPem(), Stranger.ExportSubjectPublicKeyInfoPem()] }).Count("verified"));
    }

    [Fact]
    public void A_key_that_cannot_be_read_is_named_and_is_no_key()
    {
        using var rsa = RSA.Create(2048);
        var check = Run(Envelope(Statement()), new Expectation { SignerKeys = [rsa.ExportSubjectPublicKeyInfoPem()] });
        Checked.Is(Outcome.Vacuous, "attestation.key-unreadable", check);
    }

    [Fact]
    public void Predicate_and_subjects_must_be_the_expected_ones()
    {
        Assert.True(Digest.TryParse(Artefact, out var digest));
        Checked.Supports(Run(Envelope(Statement()), Signed with { PredicateType = "https://slsa.dev/provenance/v1", SubjectDigests = [digest] }));
        Checked.Is(Outcome.Vacuous, "attestation.predicate-type", Run(Envelope(Statement()), Signed with { PredicateType = "https://spdx.dev/Document" }));
        Checked.Is(Outcome.Vacuous, "attestation.subject-missing", Run(Envelope(Statement()), Signed with { SubjectDigests = [digest, Digest.Of("other"u8)] }));
    }

    [Theory]
    [InlineData("https://in-toto.io/attestation/test-result/v0.1", """{"result":"FAILED"}""", Outcome.Contradicts)]
    [InlineData("https://in-toto.io/attestation/test-result/v0.1", """{"result":"PASSED"}""", Outcome.Supports)]
    [InlineData("https://slsa.dev/verification_summary/v1", """{"verificationResult":"FAILED"}""", Outcome.Contradicts)]
    public void A_predicate_that_says_no_contradicts(string predicateType, string predicate, Outcome outcome) =>
        Assert.Equal(outcome, Run(Envelope(Statement(predicateType: predicateType, predicate: predicate)), Signed).Outcome);

    [Fact]
    public void A_bundle_counts_by_its_best_line_unless_a_trusted_signer_says_no()
    {
        var good = Envelope(Statement());
        var strange = Envelope(Statement(), Stranger);
        var failed = Envelope(Statement(predicateType: "https://in-toto.io/attestation/test-result/v0.1", predicate: """{"result":"FAILED"}"""));
        foreach (var lines in new[] { new[] { good, strange, "{\"unknown\":1}" }, [strange, "{\"unknown\":1}", good] }) Checked.Supports(Run(string.Join('\n', lines), Signed));
        foreach (var lines in new[] { new[] { good, failed }, [failed, good] }) Checked.Is(Outcome.Contradicts, "attestation.failed", Run(string.Join('\n', lines), Signed));
    }

    [Fact]
    public void A_subject_without_digest_proves_nothing() =>
        Checked.Is(Outcome.Vacuous, "attestation.subject-without-digest", Run(Envelope(Statement().Replace("\"sha256\":\"" + Artefact + "\"", "", StringComparison.Ordinal)), Signed));

    [Fact]
    public void The_envelope_inside_a_Sigstore_bundle_is_read() =>
        Checked.Supports(Run($$"""{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","verificationMaterial":{},"dsseEnvelope":{{Envelope(Statement())}}}""", Signed));

    [Theory]
    [InlineData("""{"payload":"","payloadType":"x","signatures":[]}""", "attestation.payload-type")]
    [InlineData("""{"payload":"e30=","payloadType":"application/vnd.in-toto+json","signatures":[]}""", "attestation.statement")]
    [InlineData("""{"payload":"e30","signatures":[]}""", "attestation.dsse.field")]
    [InlineData("""{"payload":"bm8=","payloadType":"application/vnd.in-toto+json","signatures":[]}""", "json.syntax")]
    [InlineData("{", "json.syntax")]
    public void What_is_no_attestation_is_refused(string json, string code) => Checked.Is(Outcome.Unreadable, code, Run(json, Signed));

    private static string Statement(string type = "https://in-toto.io/Statement/v1", string predicateType = "https://slsa.dev/provenance/v1", string predicate = "{}") =>
        $$$"""{"_type":"{{{type}}}","subject":[{"name":"firmware.bin","digest":{"sha256":"{{{Artefact}}}"}}],"predicateType":"{{{predicateType}}}","predicate":{{{predicate}}} }""";

    private static string Envelope(string statement, params ECDsa[] signers)
    {
        var all = signers.Length == 0 ? [Signer] : signers;
        return Wrapped(statement, all.Select(s => Convert.ToBase64String(s.SignData(Dsse.Pae("application/vnd.in-toto+json", Encoding.UTF8.GetBytes(statement)), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))).ToArray());
    }

    private static string Wrapped(string statement, string[] signatures) =>
        $$"""{"payload":"{{Base64(statement)}}","payloadType":"application/vnd.in-toto+json","signatures":[{{string.Join(',', signatures.Select(s => "{\"keyid\":\"\",\"sig\":\"" + s + "\"}"))}}]}""";

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static Check Run(string text, Expectation expect) => Checked.Of(FactKind.Attestation, text, expect);
}
