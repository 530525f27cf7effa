using System.Security.Cryptography;
using System.Text;

namespace Marque.Cli.Tests;

/// <summary>Every way to sign, judged by what the case is worth afterwards.</summary>
[Collection("environment")]
public sealed class SigningKeysTests : IDisposable
{
    private readonly DecidingCase c = new();

    [Fact]
    public void An_encrypted_PEM_key_opens_with_a_passphrase_from_a_file_a_variable_or_the_terminal()
    {
        NativeTool.Require("openssl");
        // As OpenSSL encrypts it, not as we might.
        NativeTool.RunWell(c.Root, "openssl", "pkcs8", "-topk8", "-in", c.Key("lead"), "-out", "lead.enc.pem", "-passout", "pass:correct horse");
        var encrypted = Path.Combine(c.Root, "lead.enc.pem");
        c.With("secret", "correct horse\n");
        Decided("--sign", encrypted, "--passphrase-file", Path.Combine(c.Root, "secret"));
        var variable = new Surroundings(c.Case) { Variables = new(StringComparer.Ordinal) { ["PASS"] = "correct horse" } };
        Decided(variable, "--sign", encrypted, "--passphrase-env", "PASS");
        Decided(new Surroundings(c.Case) { Secret = what => what.Contains("lead.enc.pem", StringComparison.Ordinal) ? "correct horse" : null }, "--sign", encrypted);
        Refused("the passphrase does not open the key", new Surroundings(c.Case) { Secret = _ => "wrong" }, "--sign", encrypted);
        Refused("there is no terminal to ask for its passphrase", new Surroundings(c.Case), "--sign", encrypted);
        Refused("the variable NONE is not set", new Surroundings(c.Case), "--sign", encrypted, "--passphrase-env", "NONE");
    }

    [Theory]
    [InlineData("ed25519", "genpkey", "-algorithm", "ed25519", "-out", "KEY")]
    [InlineData("SEC 1", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "KEY")]
    [InlineData("SEC 1 with its parameters", "ecparam", "-name", "prime256v1", "-genkey", "-out", "KEY")]
    public void Keys_that_OpenSSL_makes_sign(string kind, params string[] make)
    {
        NativeTool.Require("openssl");
        NativeTool.RunWell(c.Root, "openssl", [.. make.Select(a => a == "KEY" ? "new.pem" : a)]);
        NativeTool.RunWell(c.Root, "openssl", "pkey", "-in", "new.pem", "-pubout", "-out", "new.pub.pem");
        c.Well("people", "add", "lead", "--key", c.Pub("new"), "--sign", c.Key("root"));
        Decided("--sign", c.Key("new"));
        Assert.NotEmpty(kind);
    }

    [Theory]
    [InlineData("ed25519")]
    [InlineData("ecdsa")]
    public void OpenSSH_keys_sign_by_themselves_when_encrypted_and_from_an_agent(string type)
    {
        NativeTool.Require("ssh-keygen");
        NativeTool.RunWell(c.Root, "ssh-keygen", "-q", "-t", type, "-b", "256", "-N", "", "-C", "lead@example.com", "-f", "id");
        c.Well("people", "add", "lead", "--key", Path.Combine(c.Root, "id.pub"), "--sign", c.Key("root"));
        Assert.Contains("sshsig: |", Decided("--sign", Path.Combine(c.Root, "id")), StringComparison.Ordinal);
        Decided("--sign-command", $"ssh-keygen -q -Y sign -n marque -f '{Path.Combine(c.Root, "id")}'");

        NativeTool.Require("ssh-agent");
        var agent = NativeTool.RunWell(c.Root, "ssh-agent", "-s", "-a", Path.Combine(c.Root, "agent"));
        var id = System.Text.RegularExpressions.Regex.Match(agent, "SSH_AGENT_PID=([0-9]+)").Groups[1].Value;
        try
        {
            NativeTool.RunWith(c.Root, "ssh-add", new(StringComparer.Ordinal) { ["SSH_AUTH_SOCK"] = Path.Combine(c.Root, "agent") }, "-q", "id");
            using (Variable.Set("SSH_AUTH_SOCK", Path.Combine(c.Root, "agent"))) Decided("--sign", Path.Combine(c.Root, "id.pub"));
        }
        finally
        {
            System.Diagnostics.Process.GetProcessById(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)).Kill();
        }

        // ssh-keygen itself asks for the passphrase; here the program it is told to ask.
        NativeTool.RunWell(c.Root, "ssh-keygen", "-q", "-p", "-P", "", "-N", "correct horse", "-f", "id");
        var ask = Path.Combine(c.Root, "ask");
        File.WriteAllText(ask, "#!/bin/sh\necho correct horse\n");
        MayRun(ask);
        using (Variable.Set("SSH_ASKPASS", ask)) using (Variable.Set("SSH_ASKPASS_REQUIRE", "force")) Decided("--sign", Path.Combine(c.Root, "id"));
    }

    // The very script of docs/deciding.md.
    [Fact]
    public void A_program_signs_with_a_DSSE_envelope()
    {
        NativeTool.Require("openssl");
        var page = File.ReadAllText(Path.Combine(Beside.Repository, "docs", "deciding.md"));
        var script = page[(page.IndexOf("```sh\n#!/bin/sh", StringComparison.Ordinal) + 6)..];
        var program = Path.Combine(c.Root, "sign with openssl");
        File.WriteAllText(program, script[..script.IndexOf("```", StringComparison.Ordinal)]);
        MayRun(program);
        Decided("--sign-command", $"'{program}' {c.Key("lead")}");
        Refused("the signature does not verify with a key that may sign here", new Surroundings(c.Case), "--sign-command", $"'{program}' {c.Key("stranger")}");
    }

    [Theory]
    [InlineData("false", "false ended with exit code 1; see what it said above")]
    [InlineData("no-such-program-here", "no-such-program-here cannot be started")]
    [InlineData("echo nothing", "neither an SSH signature nor a DSSE envelope")]
    [InlineData("printf '{\"payload\":\"e30=\",\"payloadType\":\"application/vnd.marque.decision+json\",\"signatures\":[]}'", "the envelope it printed is about something else")]
    [InlineData("'unclosed", "a quote in it is not closed")]
    [InlineData("   ", "the command is empty")]
    [InlineData("yes", "printed more than 16 MiB")]
    public void A_program_that_does_not_sign_is_told(string command, string because)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("needs the programs of a Unix system");
        Refused(because, new Surroundings(c.Case), "--sign-command", command);
    }

    [Fact]
    public void Keys_that_are_not_verified_are_refused_by_their_kind()
    {
        using (var rsa = RSA.Create(2048)) c.With("rsa.pem", rsa.ExportPkcs8PrivateKeyPem()).With("rsa1.pem", rsa.ExportRSAPrivateKeyPem());
        using (var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384)) c.With("p384.pem", p384.ExportPkcs8PrivateKeyPem());
        c.With("broken.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n").With("empty.pem", "");
        foreach (var (file, because) in new[]
        {
            ("rsa.pem", "this is an RSA key; keys that are verified: ECDSA P-256 and Ed25519"), ("rsa1.pem", "this is an RSA key"), ("p384.pem", "an EC key on another curve than P-256"),
            ("broken.pem", "the private key in it cannot be read"), ("empty.pem", "there is no private key in it"), ("lead.pub.pem", "there is no private key in it, only a public one"), ("missing.pem", "there is no such file"),
        })
        {
            Refused(because, new Surroundings(c.Case), "--sign", Path.Combine(c.Root, file));
        }
    }

    [Fact]
    public void A_token_signs_through_OpenSSL()
    {
        var module = new[] { "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so", "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so" }.FirstOrDefault(File.Exists);
        var engine = Directory.Exists("/usr/lib") && Directory.EnumerateDirectories("/usr/lib").SelectMany(d => new[] { Path.Combine(d, "engines-3", "pkcs11.so"), Path.Combine(d, "ossl-modules", "pkcs11.so") }).Any(File.Exists);
        if (module is null || !engine || NativeTool.Find("softhsm2-util") is null) Assert.Skip("SoftHSM2 and OpenSSL's PKCS#11 engine are not installed (Debian: softhsm2, libengine-pkcs11-openssl).");
        Directory.CreateDirectory(Path.Combine(c.Root, "tokens"));
        c.With("softhsm.conf", $"directories.tokendir = {Path.Combine(c.Root, "tokens")}\n").With("pin", "1234\n");
        var configuration = new Dictionary<string, string>(StringComparer.Ordinal) { ["SOFTHSM2_CONF"] = Path.Combine(c.Root, "softhsm.conf") };
        NativeTool.RunWith(c.Root, "softhsm2-util", configuration, "--init-token", "--free", "--label", "signing", "--pin", "1234", "--so-pin", "5678");
        NativeTool.RunWith(c.Root, "softhsm2-util", configuration, "--import", c.Key("lead"), "--token", "signing", "--label", "lead", "--id", "01", "--pin", "1234");
        // The module reads its settings from the environment of the process: a process of its own.
        configuration["PKCS11_MODULE_PATH"] = module!;
        var program = Path.Combine(AppContext.BaseDirectory, "marque.dll");
        string[] decide = ["decide", DecidingCase.Requirement, c.Case, "--facts", "login-tests", "--by", "lead", "--rationale", "By token.", "--pkcs11", "pkcs11:token=signing;object=lead", "--passphrase-file", Path.Combine(c.Root, "pin")];
        var output = NativeTool.RunWith(c.Root, Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", configuration, [program, .. decide]);
        Assert.Contains("It is attested.", output, StringComparison.Ordinal);
        // A PIN that is wrong is nearly the right one: what the libraries print on their own must not hold it.
        c.With("pin", "4321\n");
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [program, .. decide]) { WorkingDirectory = c.Root, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in configuration) start.Environment[name] = value;
        using var refused = System.Diagnostics.Process.Start(start)!;
        var error = refused.StandardError.ReadToEnd();
        refused.WaitForExit();
        Assert.Equal(Exit.BadInput, refused.ExitCode);
        Assert.Contains("OpenSSL cannot open the key", error, StringComparison.Ordinal);
        Assert.DoesNotContain("4321", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_PIN_in_the_URI_and_what_is_no_URI_are_refused()
    {
        Refused("the PIN stands in the URI", new Surroundings(c.Case), "--pkcs11", "pkcs11:token=signing;object=lead?pin-value=1234");
        Refused("this is not a PKCS#11 URI", new Surroundings(c.Case), "--pkcs11", "token=signing");
    }

    [Fact]
    public void A_certificate_gives_its_key_and_nothing_else()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=Signing 7", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(30));
        c.With("cert.pem", certificate.ExportCertificatePem()).With("cert-key.pem", certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        File.WriteAllBytes(Path.Combine(c.Root, "cert.der"), certificate.RawData);
        var ran = c.Well("people", "add", "lead", "--key", Path.Combine(c.Root, "cert.pem"), "--sign", c.Key("root"));
        Assert.Contains("certificate of CN=Signing 7", ran.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("BEGIN PUBLIC KEY", c.Text("people.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain("CERTIFICATE", c.Text("people.yaml"), StringComparison.Ordinal);
        // The file may hold certificate and private key together.
        Decided("--sign", Path.Combine(c.Root, "cert-key.pem"));
        Assert.Contains("is there with all of this already", c.Run("people", "add", "lead", "--key", Path.Combine(c.Root, "cert.der")).Error, StringComparison.Ordinal);
    }

    public void Dispose() => c.Dispose();

    private static void MayRun(string program)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("needs the shell of a Unix system");
        else File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private string Decided(params string[] signing) => Decided(new Surroundings(c.Case), signing);

    private string Decided(Surroundings at, params string[] signing)
    {
        var ran = InProcess.Run(at, ["decide", DecidingCase.Requirement, "--facts", "login-tests", "--by", "lead", "--rationale", "Tried.", .. signing]);
        Assert.True(ran.Code == Exit.Done, ran.Error + ran.Out);
        var path = DecidingCase.Written(ran);
        Assert.Equal("demonstrated", c.Verdict());
        Assert.Contains("It is attested.", ran.Out, StringComparison.Ordinal);
        // The next way to sign starts from the same case.
        var text = c.Text(path);
        File.Delete(Path.Combine(c.Case, path));
        return text;
    }

    private void Refused(string because, Surroundings at, params string[] signing)
    {
        var ran = InProcess.Run(at, ["decide", DecidingCase.Requirement, "--facts", "login-tests", "--by", "lead", "--rationale", "Tried.", .. signing]);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(because, ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(c.Case, "decisions", "CR-1.1")) && Directory.EnumerateFiles(Path.Combine(c.Case, "decisions", "CR-1.1")).Any());
    }
}

/// <summary>A variable of the process's own environment, for programs that it starts; set back at the end.</summary>
internal sealed class Variable : IDisposable
{
    private readonly string name;
    private readonly string? before;

    private Variable(string name, string value)
    {
        (this.name, before) = (name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    public static Variable Set(string name, string value) => new(name, value);

    public void Dispose() => Environment.SetEnvironmentVariable(name, before);
}
