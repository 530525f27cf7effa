using System.Diagnostics;
using System.Security.Cryptography;
using Marque.Cases;
using Marque.Ledger;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;
using ECDsa = System.Security.Cryptography.ECDsa;

namespace Marque.Signing;

/// <summary>The example keys. Everybody has them, so that nobody may trust them.</summary>
internal sealed class PrivateKeys
{
    private readonly Dictionary<string, (PublicKey Key, string File)> byId = new(StringComparer.Ordinal);

    /// <summary>Reads <c>*.pem</c> (PKCS#8) and <c>*.ssh</c> (OpenSSH, with <c>.pub</c> beside).</summary>
    public static PrivateKeys Read(string folder)
    {
        var keys = new PrivateKeys();
        if (!Directory.Exists(folder)) return keys;
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".pem" or ".ssh").Order(StringComparer.Ordinal))
        {
            var line = Path.GetExtension(file) == ".ssh" ? System.IO.File.ReadAllText(file + ".pub") : PublicOf(System.IO.File.ReadAllText(file));
            if (!PublicKey.TryParse(line, out var key)) throw new InvalidDataException($"{file} is no key of a known kind");
            keys.byId[key!.Id] = (key, file);
        }

        return keys;
    }

    /// <summary>The first of the public keys whose private key is here; null: none.</summary>
    public PublicKey? Find(IEnumerable<string> publicKeys)
    {
        foreach (var text in publicKeys)
        {
            if (PublicKey.TryParse(text, out var key) && byId.ContainsKey(key!.Id)) return key;
        }

        return null;
    }

    /// <summary>Signs a record: DSSE, or SSHSIG with a key in OpenSSH form.</summary>
    /// <returns>The lines of the signature's entry.</returns>
    public IReadOnlyList<string> Sign(PublicKey key, string payloadType, ReadOnlySpan<byte> record)
    {
        var file = byId[key.Id].File;
        if (Path.GetExtension(file) == ".ssh") return [$"- key: {key.Id}", "  sshsig: |", .. Ssh(file, record.ToArray()).Trim().Split('\n').Select(l => "    " + l.TrimEnd('\r'))];
        return [$"- key: {key.Id}", $"  dsse: {Convert.ToBase64String(Raw(System.IO.File.ReadAllText(file), Dsse.Pae(payloadType, record)))}"];
    }

    private static byte[] Raw(string pem, byte[] message)
    {
        if (PrivateKeyFactory.CreateKey(Der(pem)) is Ed25519PrivateKeyParameters ed25519)
        {
            var signer = new Org.BouncyCastle.Crypto.Signers.Ed25519Signer();
            signer.Init(forSigning: true, ed25519);
            signer.BlockUpdate(message, 0, message.Length);
            return signer.GenerateSignature();
        }

        using var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(pem);
        return ecdsa.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static string PublicOf(string pem)
    {
        if (PrivateKeyFactory.CreateKey(Der(pem)) is Ed25519PrivateKeyParameters ed25519)
        {
            return PemEncoding.WriteString("PUBLIC KEY", Org.BouncyCastle.X509.SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(ed25519.GeneratePublicKey()).GetEncoded());
        }

        using var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(pem);
        return ecdsa.ExportSubjectPublicKeyInfoPem();
    }

    private static byte[] Der(string pem) => Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]);

    // ssh-keygen refuses a key that others may read, as a working copy leaves it.
    private static string Ssh(string file, byte[] message)
    {
        var folder = Directory.CreateTempSubdirectory("marque-signing-").FullName;
        try
        {
            var key = Path.Combine(folder, "key");
            System.IO.File.Copy(file, key);
            if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            var record = Path.Combine(folder, "record");
            System.IO.File.WriteAllBytes(record, message);
            using var process = Process.Start(new ProcessStartInfo("ssh-keygen", ["-q", "-Y", "sign", "-f", key, "-n", People.SshNamespace, record]) { UseShellExecute = false, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? System.IO.File.ReadAllText(record + ".sig") : throw new InvalidOperationException($"ssh-keygen: {error}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
