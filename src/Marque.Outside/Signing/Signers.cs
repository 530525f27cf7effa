using System.Security.Cryptography;
using System.Text;
using Marque.Ledger;
using Marque.Text;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Utilities;
using Org.BouncyCastle.Security;

namespace Marque.Outside.Signing;

/// <summary>Opens what a person names to sign with.</summary>
public static class Signers
{
    private const int MostBytes = 64 * 1024;
    private const string Remedy = "keys that are verified: ECDSA P-256 and Ed25519, as PKCS#8 PEM or OpenSSH key";

    /// <summary>A key file: PKCS#8 or SEC 1 in PEM, PKCS#8 encrypted, an OpenSSH private key, or an OpenSSH public key whose private half an agent holds.</summary>
    /// <param name="named">The path as named.</param>
    /// <param name="from">The working directory.</param>
    /// <param name="secret">Gives the passphrase when the key is encrypted; the text says of what. Null: there is none to be had.</param>
    /// <param name="problems">Receives what prevents it.</param>
    public static Signer? OfFile(string named, string from, Func<string, string?> secret, List<Problem> problems)
    {
        var full = Path.GetFullPath(named, from);
        if (Files.Read(full, named, MostBytes, problems) is not { } bytes) return null;
        var text = Encoding.UTF8.GetString(bytes);
        var at = new Place(named);
        // An agent's key is named by its public half.
        if (PublicKey.TryParse(text, out var agent) && !text.TrimStart().StartsWith("-----", StringComparison.Ordinal)) return new SshKeygenSigner(named, full, agent!);
        try
        {
            return Of(at, full, text, secret, problems);
        }
        catch (CryptographicException)
        {
            problems.Add(new Problem(at, "signing.passphrase", "the passphrase does not open the key", "give the right one"));
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            problems.Add(new Problem(at, "signing.key-file", "the private key in it cannot be read", Remedy));
        }

        return null;
    }

    /// <summary>A key on a token, by its PKCS#11 URI (RFC 7512).</summary>
    /// <param name="uri">The URI.</param>
    /// <param name="secret">Gives the PIN.</param>
    /// <param name="problems">Receives what prevents it.</param>
    public static Signer? OfToken(string uri, Func<string, string?> secret, List<Problem> problems) => TokenSigner.Open(uri, uri.StartsWith("pkcs11:", StringComparison.Ordinal) && !uri.Contains("pin-value", StringComparison.Ordinal) ? secret("PIN of the token") : null, problems);

    /// <summary>A program.</summary>
    /// <param name="command">The program and its arguments, parted by blanks, quoted where needed.</param>
    /// <param name="from">The working directory.</param>
    /// <param name="problems">Receives what prevents it.</param>
    public static Signer? OfCommand(string command, string from, List<Problem> problems)
    {
        if (CommandSigner.Split(command) is { Count: > 0 } words) return new CommandSigner(words, from);
        problems.Add(new Problem(new Place(CommandSigner.Option), "signing.command", "the command is empty, or a quote in it is not closed", "write the program and its arguments, as in 'ssh-keygen -Y sign -n marque -f KEY'"));
        return null;
    }

    private static Signer? Of(Place at, string full, string text, Func<string, string?> secret, List<Problem> problems)
    {
        foreach (var (label, der) in Blocks(text))
        {
            switch (label)
            {
                case "OPENSSH PRIVATE KEY": return OpenSsh(at, full, der, problems);
                case "PRIVATE KEY" or "EC PRIVATE KEY" when text.Contains("Proc-Type:", StringComparison.Ordinal): break;
                case "PRIVATE KEY": return Opened(at, PrivateKeyFactory.CreateKey(der), ssh: false, problems);
                case "EC PRIVATE KEY":
                    using (var ec = ECDsa.Create())
                    {
                        try
                        {
                            ec.ImportECPrivateKey(der, out _);
                        }
                        catch (CryptographicException e)
                        {
                            throw new FormatException(label, e);
                        }

                        return Opened(at, PrivateKeyFactory.CreateKey(ec.ExportPkcs8PrivateKey()), ssh: false, problems);
                    }

                case "ENCRYPTED PRIVATE KEY":
                    if (secret($"passphrase of {at.File}") is not { } passphrase)
                    {
                        problems.Add(new Problem(at, "signing.passphrase", "the key is encrypted, and there is no terminal to ask for its passphrase", "give it with --passphrase-file or --passphrase-env"));
                        return null;
                    }

                    return Opened(at, Decrypted(passphrase, der), ssh: false, problems);
            }
        }

        var (message, remedy) = text.Contains("Proc-Type:", StringComparison.Ordinal) ? ("the key is encrypted in OpenSSL's old form", "convert it: openssl pkcs8 -topk8 -in KEY -out KEY.pem")
            : text.Contains("BEGIN RSA PRIVATE KEY", StringComparison.Ordinal) ? ("this is an RSA key", Remedy)
            : text.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal) || text.Contains("BEGIN PUBLIC KEY", StringComparison.Ordinal) ? ("there is no private key in it, only a public one", "name the file of the private key; for a key in an SSH agent, its .pub file")
            : text.Contains('\0', StringComparison.Ordinal) ? ("this is no PEM file", "take the key out of a PKCS#12 file: openssl pkcs12 -in FILE -nocerts -out KEY.pem")
            : ("there is no private key in it", Remedy);
        problems.Add(new Problem(at, "signing.key-file", message, remedy));
        return null;
    }

    // What a wrong passphrase makes of the bytes fails now here, now there.
    private static AsymmetricKeyParameter Decrypted(string passphrase, byte[] der)
    {
        try
        {
            return PrivateKeyFactory.DecryptKey(passphrase.ToCharArray(), der);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw new CryptographicException("the passphrase does not open the key", e);
        }
    }

    private static bool IsUnreadable(Exception e) =>
        e is CryptoException or ArgumentException or IOException or FormatException or InvalidOperationException or SecurityUtilityException or GeneralSecurityException or NotSupportedException or InvalidCastException or IndexOutOfRangeException or ArithmeticException or NullReferenceException;

    private static KeyFileSigner? Opened(Place at, AsymmetricKeyParameter parameters, bool ssh, List<Problem> problems)
    {
        var (key, why) = PrivateKey.Of(parameters);
        if (key is not null) return new KeyFileSigner(at.File, key, ssh);
        problems.Add(new Problem(at, "signing.algorithm", $"this is {why}", Remedy));
        return null;
    }

    private static Signer? OpenSsh(Place at, string full, byte[] blob, List<Problem> problems)
    {
        if (OpenSshKeyFile.Read(blob) is not { } file) throw new FormatException("openssh-key-v1");
        if (file.IsEncrypted)
        {
            if (file.Key is { } key) return new SshKeygenSigner(at.File, full, key);
            problems.Add(new Problem(at, "signing.algorithm", "this is an SSH key of another kind", Remedy));
            return null;
        }

        return Opened(at, OpenSshPrivateKeyUtilities.ParsePrivateKeyBlob(blob), ssh: true, problems);
    }

    // A file may hold a certificate beside the key.
    private static IEnumerable<(string Label, byte[] Der)> Blocks(string text)
    {
        var rest = text;
        while (PemEncoding.TryFind(rest, out var fields))
        {
            yield return (rest[fields.Label], Convert.FromBase64String(rest[fields.Base64Data]));
            rest = rest[fields.Location.End..];
        }
    }
}
