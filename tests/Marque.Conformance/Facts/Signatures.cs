using System.Text;
using System.Text.RegularExpressions;
using Marque.Facts;

namespace Marque.Conformance.Facts;

/// <summary>DSSE envelopes and in-toto statements of other programs (corpora "dsse", "in-toto-attestation", "sigstore-conformance").</summary>
public class Signatures
{
    [Fact]
    public void Envelopes_signed_by_witness_verify_with_the_key_they_were_made_with_and_no_other()
    {
        var folder = Path.Combine(Corpora.Folder("dsse"), "witness");
        Assert.SkipUnless(Directory.Exists(folder), "the envelopes of witness are not here");
        var keys = Directory.GetFiles(folder, "testpub*.pem").ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal);
        foreach (var name in new[] { "cdx-att.json", "spdx-att.json" })
        {
            var outcomes = keys.ToDictionary(k => k.Key, k => Run(Path.Combine(folder, name), new Expectation { SignerKeys = [k.Value] }), StringComparer.Ordinal);
            // One of the two is an RSA key, which is not read.
            Assert.Single(outcomes, o => o.Value.Outcome == Outcome.Supports);
            using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
            Assert.Equal(Outcome.Contradicts, Run(Path.Combine(folder, name), new Expectation { SignerKeys = [other.ExportSubjectPublicKeyInfoPem()] }).Outcome);
            var unchecked_ = Run(Path.Combine(folder, name), Expectation.None);
            Assert.Equal(Outcome.Vacuous, unchecked_.Outcome);
            Assert.Equal("attestation.signature-unchecked", unchecked_.Findings[0].Code);
        }
    }

    [Fact]
    public void Attestations_signed_by_cosign_verify_unless_tampered_with_or_of_another_key()
    {
        var good = Corpora.Files("dsse", ".att.json").Where(f => f.Contains("cosign", StringComparison.Ordinal)).ToList();
        Assert.SkipWhen(good.Count == 0, "the attestations of cosign are not here");
        foreach (var file in good)
        {
            var keyFile = Directory.EnumerateFiles(Corpora.Folder("dsse"), "cosign.pub", SearchOption.AllDirectories).First();
            var other = Directory.EnumerateFiles(Corpora.Folder("dsse"), "another_cosign.pub", SearchOption.AllDirectories).First();
            var tampered = file.Contains("tampered", StringComparison.Ordinal);
            Assert.Equal(tampered, Run(file, new Expectation { SignerKeys = [File.ReadAllText(keyFile)] }).Outcome == Outcome.Contradicts);
            Assert.Equal(Outcome.Contradicts, Run(file, new Expectation { SignerKeys = [File.ReadAllText(other)] }).Outcome);
        }
    }

    [Fact]
    public void The_statements_in_the_in_toto_specification_are_read_up_to_their_missing_signature()
    {
        var found = 0;
        foreach (var file in Corpora.Files("in-toto-attestation", ".md"))
        {
            foreach (Match block in Regex.Matches(File.ReadAllText(file), "```json[^\n]*\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
            {
                var text = block.Groups["json"].Value;
                // Many examples are sketches with "..." or comments; only whole JSON counts.
                if (!text.Contains("\"_type\"", StringComparison.Ordinal) || !IsStatement(text)) continue;
                found++;
                using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
                var check = ContentCheck.Run(content, null, Expectation.None);
                Assert.Equal(FactKind.Attestation, check.Kind);
                Assert.True(check.Outcome is Outcome.Vacuous or Outcome.Contradicts, $"{file}: {check.Outcome} {check.Findings[0]}");
            }
        }

        Assert.True(found >= 3, $"{found} statements");
    }

    [Fact]
    public void Sigstore_bundles_signed_with_a_managed_key_verify_with_it()
    {
        var folder = Path.Combine(Corpora.Folder("sigstore-conformance"), "bundle-verify");
        var seen = 0;
        foreach (var bundle in Directory.EnumerateFiles(folder, "bundle.sigstore.json", SearchOption.AllDirectories).Where(f => File.ReadAllText(f).Contains("\"dsseEnvelope\"", StringComparison.Ordinal)))
        {
            var check = Run(bundle, Expectation.None);
            seen++;
            Assert.True(check.Outcome is Outcome.Vacuous or Outcome.Unreadable, $"{bundle}: {check.Outcome} {check.Findings[0]}");
        }

        Assert.SkipWhen(seen == 0, "no bundle with an envelope is here");
    }

    private static bool IsStatement(string text)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(text);
            return document.RootElement.TryGetProperty("subject", out var subject) && subject.ValueKind == System.Text.Json.JsonValueKind.Array && subject.GetArrayLength() > 0
                && document.RootElement.TryGetProperty("predicateType", out _) && document.RootElement.GetProperty("_type").GetString()!.StartsWith("https://in-toto.io/Statement/", StringComparison.Ordinal);
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static Check Run(string file, Expectation expect)
    {
        using var content = File.OpenRead(file);
        return ContentCheck.Run(content, FactKind.Attestation, expect);
    }
}
