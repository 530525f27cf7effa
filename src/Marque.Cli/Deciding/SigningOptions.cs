using System.CommandLine;
using System.Text;
using Marque.Outside;
using Marque.Outside.Signing;
using Marque.Text;

namespace Marque.Cli.Deciding;

/// <summary>The options of every command that signs. Secrets come from a prompt, a file or a variable, never from an option's value: those are in the process list and the shell's history.</summary>
internal sealed class SigningOptions
{
    private const int MostSecret = 4096;

    public Option<string?> Key { get; } = new("--sign") { Description = "Sign with this private key: PEM or OpenSSH; for a key in an SSH agent, its .pub file.", HelpName = "KEY" };

    public Option<string?> Token { get; } = new("--pkcs11") { Description = "Sign with the key on a token that this PKCS#11 URI names.", HelpName = "URI" };

    public Option<string?> Program { get; } = new("--sign-command") { Description = "Sign with this program: the record on its input, an SSH signature or DSSE envelope on its output.", HelpName = "CMD" };

    public Option<string?> SecretFile { get; } = new("--passphrase-file") { Description = "File whose first line is the passphrase or PIN.", HelpName = "FILE" };

    public Option<string?> SecretVariable { get; } = new("--passphrase-env") { Description = "Environment variable that holds the passphrase or PIN.", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        command.Add(Key);
        command.Add(Token);
        command.Add(Program);
        command.Add(SecretFile);
        command.Add(SecretVariable);
        command.Validators.Add(result =>
        {
            if (new[] { result.GetValue(Key), result.GetValue(Token), result.GetValue(Program) }.Count(v => v is not null) > 1) result.AddError("--sign, --pkcs11 and --sign-command exclude each other");
            if (result.GetValue(SecretFile) is not null && result.GetValue(SecretVariable) is not null) result.AddError("--passphrase-file and --passphrase-env exclude each other");
        });
    }

    public bool Asked(ParseResult parsed) => parsed.GetValue(Key) is not null || parsed.GetValue(Token) is not null || parsed.GetValue(Program) is not null;

    /// <summary>The name of the option that was given, for problems.</summary>
    public string Given(ParseResult parsed) => parsed.GetValue(Token) is not null ? Token.Name : parsed.GetValue(Program) is not null ? Program.Name : Key.Name;

    /// <summary>What signs; null when nothing was asked for, or with problems.</summary>
    public Signer? Open(ParseResult parsed, Shell shell, List<Problem> problems)
    {
        var before = problems.Count;
        string? Secret(string what) => this.Secret(parsed, shell, what, problems);
        Signer? signer = null;
        if (parsed.GetValue(Key) is { } file) signer = Signers.OfFile(file, shell.WorkingDirectory, Secret, problems);
        else if (parsed.GetValue(Token) is { } uri) signer = Signers.OfToken(uri, Secret, problems);
        else if (parsed.GetValue(Program) is { } command) signer = Signers.OfCommand(command, shell.WorkingDirectory, problems);
        if (signer is { AsksItself: true } && (parsed.GetValue(SecretFile) ?? parsed.GetValue(SecretVariable)) is not null) problems.Add(new Problem(new Place(parsed.GetValue(SecretFile) is null ? SecretVariable.Name : SecretFile.Name), "signing.passphrase", "ssh-keygen asks for the passphrase of an OpenSSH key itself, or an agent holds it", "leave the option out; a passphrase can be given for a key in PEM"));
        if (problems.Count == before) return signer;
        signer?.Dispose();
        return null;
    }

    private string? Secret(ParseResult parsed, Shell shell, string what, List<Problem> problems)
    {
        if (parsed.GetValue(SecretVariable) is { } name)
        {
            if (shell.Variable(name) is { Length: > 0 } value) return value;
            problems.Add(new Problem(new Place("--passphrase-env"), "signing.passphrase", $"the variable {name} is not set", "set it, or name another"));
            return null;
        }

        if (parsed.GetValue(SecretFile) is not { } file) return shell.AskSecret(what);
        if (Files.Read(Path.GetFullPath(file, shell.WorkingDirectory), file, MostSecret, problems) is not { } bytes) return null;
        return Encoding.UTF8.GetString(bytes).Split('\n')[0].TrimEnd('\r');
    }
}
