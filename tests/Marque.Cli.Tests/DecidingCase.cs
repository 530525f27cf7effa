using System.Security.Cryptography;
using System.Text;
using Marque.Cases;
using Marque.Ledger;
using Marque.Text;

namespace Marque.Cli.Tests;

/// <summary>The sample case with people who may decide, added and signed by the commands themselves, and their private keys beside it.</summary>
internal sealed class DecidingCase : IDisposable
{
    public const string Requirement = "CR 1.1";

    public DecidingCase()
    {
        foreach (var name in new[] { "root", "lead", "officer", "owner", "stranger" }) MakeKey(name);
        With("case/risk.yaml", """
            purpose: Tests.
            assets:
              - { id: config, name: Configuration }
            risks:
              - { id: R-1, title: Somebody nearby listens, assets: [config], rating: low, residual: none, treatedBy: [CR 1.1] }
            applicability:
              - { requirement: CR 2.2, applies: false, because: The product has no radio of any kind., risks: [R-1] }
            """);
        Well("people", "add", "lead", "--role", "security", "--may", "requirements", "rebuttals", "--key", Pub("lead"), "--root", Pub("root"), "--sign", Key("root"));
        Well("people", "add", "officer", "--role", "compliance", "--may", "requirements", "applicability", "classification", "bridges", "risk-assessment", "--four-eyes", "applicability", "--key", Pub("officer"), "--sign", Key("root"));
        Well("people", "add", "owner", "--role", "product", "--may", "requirements", "applicability", "classification", "--key", Pub("owner"), "--sign", Key("root"));
    }

    private Sample Sample { get; } = new();

    public string Root => Sample.Root;

    public string Case => Sample.Case;

    public string Key(string name) => Path.Combine(Root, $"{name}.pem");

    public string Pub(string name) => Path.Combine(Root, $"{name}.pub.pem");

    public DecidingCase With(string path, string content)
    {
        Sample.With(path, content);
        return this;
    }

    public void MakeKey(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        With($"{name}.pem", key.ExportPkcs8PrivateKeyPem()).With($"{name}.pub.pem", key.ExportSubjectPublicKeyInfoPem());
    }

    public Ran Run(params string[] args) => InProcess.Run(Case, args);

    public Ran Well(params string[] args)
    {
        var ran = Run(args);
        Assert.True(ran.Code == Exit.Done, $"{string.Join(' ', args)}: {ran.Code}\n{ran.Error}{ran.Out}");
        return ran;
    }

    /// <summary>Decides by <c>lead</c> on the sample's requirement, signed with their key; further words are further options.</summary>
    public string Decide(params string[] more) => Written(Well(["decide", Requirement, "--facts", "login-tests", "--by", "lead", "--rationale", "Both ways in were tried.", "--sign", Key("lead"), .. more]));

    /// <summary>The path that a run says it wrote, relative to the case.</summary>
    public static string Written(Ran ran) => Assert.Single(ran.Lines, l => l.StartsWith("wrote ", StringComparison.Ordinal))["wrote ".Length..];

    public string Text(string path) => File.ReadAllText(Path.Combine(Case, path));

    public string Verdict(string requirement = Requirement, params string[] more) => Run(["explain", requirement, "--format", "json", .. more]).Json.GetProperty("requirement").GetProperty("verdict").GetString()!;

    public string Why(string requirement = Requirement, params string[] more) => string.Join(' ', Run(["explain", requirement, .. more]).Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Changes a file as an attacker's editor would.</summary>
    public void Edit(string path, string old, string with)
    {
        var text = Text(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        With($"case/{path}", text.Replace(old, with, StringComparison.Ordinal));
    }

    /// <summary>Signs the record in a file with any key, whatever the commands would say, and puts the signature in the place of those there.</summary>
    public void SignByHand(string path, params string[] keys)
    {
        var unsigned = Text(path).Split("signatures:\n")[0];
        var record = CanonicalJson.Of(YamlReader.Read(path, Encoding.UTF8.GetBytes(unsigned)).Value!);
        var entries = new StringBuilder("signatures:\n");
        foreach (var name in keys)
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(File.ReadAllText(Key(name)));
            Assert.True(PublicKey.TryParse(key.ExportSubjectPublicKeyInfoPem(), out var id));
            var signature = key.SignData(Dsse.Pae(path == "people.yaml" ? People.PayloadType : People.DecisionPayloadType, record), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            entries.Append($"  - key: {id!.Id}\n    dsse: {Convert.ToBase64String(signature)}\n");
        }

        With($"case/{path}", unsigned + entries);
    }

    public string IdOf(string name)
    {
        Assert.True(PublicKey.TryParse(File.ReadAllText(Pub(name)), out var key));
        return key!.Id;
    }

    public void Dispose() => Sample.Dispose();
}
