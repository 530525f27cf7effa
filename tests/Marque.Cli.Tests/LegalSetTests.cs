using System.Security.Cryptography;
using System.Text;
using Marque.Ledger;

namespace Marque.Cli.Tests;

public sealed class LegalSetTests : IDisposable
{
    private readonly Sample sample = new();

    [Fact]
    public void The_legal_set_in_the_program_is_the_official_one_of_the_repository()
    {
        var embedded = InProcess.Run(sample.Case, "standards", "list", "--format", "json");
        Assert.True(embedded.Json.GetProperty("legalSet").GetProperty("official").GetBoolean());
        Assert.Equal(embedded.Out, InProcess.Run(sample.Case, "standards", "list", "--format", "json", "--legal", Path.Combine(Beside.Repository, "legal")).Out);
    }

    [Theory]
    [InlineData("assess")]
    [InlineData("assess", "--format", "json")]
    [InlineData("assess", "--format", "html")]
    [InlineData("assess", "--format", "sarif")]
    [InlineData("explain", "I.2.e")]
    [InlineData("standards", "list")]
    public void Under_another_set_every_output_says_that_it_is_unofficial(params string[] args)
    {
        Unofficial();
        var ran = InProcess.Run(sample.Root, [.. args, .. args[0] == "standards" ? Array.Empty<string>() : ["case"], "--legal", "set"]);
        Assert.True(ran.Code <= Exit.FallsShort, ran.Error);
        Assert.Contains("unofficial legal set", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_signed_by_a_key_that_is_trusted_is_official()
    {
        var manifest = Unofficial();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        const string Type = "application/vnd.marque.legal-manifest+json";
        var signature = key.SignData(Dsse.Pae(Type, manifest), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        sample.With("set/manifest.dsse.json", $$"""{"payloadType":"{{Type}}","payload":"{{Convert.ToBase64String(manifest)}}","signatures":[{"sig":"{{Convert.ToBase64String(signature)}}"}]}""")
            .With("key.pem", key.ExportSubjectPublicKeyInfoPem()).With("other.pem", other.ExportSubjectPublicKeyInfoPem());
        Assert.True(Official("--trust-legal", "key.pem"));
        Assert.False(Official("--trust-legal", "other.pem"));
        Assert.False(Official());
    }

    [Fact]
    public void A_set_whose_file_was_changed_is_refused()
    {
        Unofficial();
        sample.With("set/cra/annex-i.json", File.ReadAllText(Path.Combine(sample.Root, "set/cra/annex-i.json")).Replace("shall", "should", StringComparison.Ordinal));
        var ran = InProcess.Run(sample.Root, "assess", "case", "--legal", "set");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("set/manifest.json", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => sample.Dispose();

    private bool Official(params string[] more) => InProcess.Run(sample.Root, ["standards", "list", "--format", "json", "--legal", "set", .. more]).Json.GetProperty("legalSet").GetProperty("official").GetBoolean();

    // The repository's set under another version: whole, and known to nobody.
    private byte[] Unofficial()
    {
        var from = Path.Combine(Beside.Repository, "legal");
        foreach (var file in Directory.EnumerateFiles(from, "*.json", SearchOption.AllDirectories)) sample.With($"set/{Path.GetRelativePath(from, file)}", File.ReadAllText(file));
        var manifest = System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(Path.Combine(from, "manifest.json")), "\"version\": \"[^\"]*\"", "\"version\": \"2026.99.1\"");
        sample.With("set/manifest.json", manifest);
        return Encoding.UTF8.GetBytes(manifest);
    }
}
