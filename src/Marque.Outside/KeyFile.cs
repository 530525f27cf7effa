using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Marque.Ledger;
using Marque.Text;
using PublicKey = Marque.Ledger.PublicKey;

namespace Marque.Outside;

/// <summary>Reads public keys that a person names.</summary>
public static class KeyFile
{
    private const int MaxBytes = 16 * 1024;

    /// <summary>Reads a file that holds one public key: PEM, or an OpenSSH line.</summary>
    /// <param name="named">The path as named.</param>
    /// <param name="from">The working directory.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The key, or null with a problem.</returns>
    public static PublicKey? Read(string named, string from, List<Problem> problems)
    {
        if (Files.Read(Path.GetFullPath(named, from), named, MaxBytes, problems) is not { } bytes) return null;
        if (PublicKey.TryParse(Encoding.UTF8.GetString(bytes), out var key)) return key;
        problems.Add(new Problem(new Place(named), "key.unknown", "this is not one public key", "a PEM 'PUBLIC KEY' or an OpenSSH line, of ECDSA P-256 or Ed25519"));
        return null;
    }

    /// <summary>The same, or the key of an X.509 certificate (RFC 5280), PEM or DER.</summary>
    /// <param name="named">The path as named.</param>
    /// <param name="from">The working directory.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The key as a case holds it (one OpenSSH line, or PEM), and where it came from when that was a certificate; null with a problem.</returns>
    public static (PublicKey Key, string Text, string? Certificate)? ReadForCase(string named, string from, List<Problem> problems)
    {
        if (Files.Read(Path.GetFullPath(named, from), named, MaxBytes, problems) is not { } bytes) return null;
        var text = Encoding.UTF8.GetString(bytes);
        if (PublicKey.TryParse(text, out var key)) return (key!, text.TrimStart().StartsWith("-----", StringComparison.Ordinal) ? key!.Pem + "\n" : key!.OpenSshLine, null);
        if (text.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            problems.Add(new Problem(new Place(named), "key.private", "this is a private key, which belongs into no case", "name its public half: openssl pkey -in KEY -pubout, or the .pub file"));
            return null;
        }

        try
        {
            using var certificate = text.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal) ? X509Certificate2.CreateFromPem(text) : X509CertificateLoader.LoadCertificate(bytes);
            if (PublicKey.OfSpki(certificate.PublicKey.ExportSubjectPublicKeyInfo()) is { } held)
            {
                return (held, held.Pem + "\n", string.Create(CultureInfo.InvariantCulture, $"certificate of {certificate.Subject}, issued by {certificate.Issuer}, valid until {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}"));
            }

            problems.Add(new Problem(new Place(named), "key.algorithm", "the key of the certificate is of a kind that is not verified", "keys that are verified: ECDSA P-256 and Ed25519"));
        }
        catch (CryptographicException)
        {
            problems.Add(new Problem(new Place(named), "key.unknown", "this is neither one public key nor a certificate", "a PEM 'PUBLIC KEY', an OpenSSH line or an X.509 certificate, of ECDSA P-256 or Ed25519"));
        }

        return null;
    }
}
