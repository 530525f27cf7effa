using System.Security.Cryptography;
using Marque.Cases;
using Marque.Ledger;
using Marque.Text;

namespace Marque.Outside.Signing;

/// <summary>Signs with a key on a token (PKCS#11) through OpenSSL: its provider <c>pkcs11</c>, else its engine of that name. The key never leaves the token.</summary>
internal sealed class TokenSigner : Signer
{
    public const string Option = "--pkcs11";

    private readonly SafeEvpPKeyHandle handle;
    private readonly ECDsa ecdsa;

    private readonly IDisposable? secret;

    private TokenSigner(SafeEvpPKeyHandle handle, ECDsa ecdsa, PublicKey key, IDisposable? secret) => (this.handle, this.ecdsa, Key, this.secret) = (handle, ecdsa, key, secret);

    public override PublicKey? Key { get; }

    protected override string Named => Option;

    /// <summary>Opens the key that a PKCS#11 URI (RFC 7512) names.</summary>
    /// <param name="uri">The URI, without PIN.</param>
    /// <param name="pin">The PIN; null: OpenSSL asks where it can.</param>
    /// <param name="problems">Receives what prevents it.</param>
    public static TokenSigner? Open(string uri, string? pin, List<Problem> problems)
    {
        var at = new Place(Option);
        if (!uri.StartsWith("pkcs11:", StringComparison.Ordinal))
        {
            problems.Add(new Problem(at, "signing.uri", "this is not a PKCS#11 URI", "write it like 'pkcs11:token=signing;object=security-lead'"));
            return null;
        }

        if (uri.Contains("pin-value", StringComparison.Ordinal))
        {
            problems.Add(new Problem(at, "signing.secret", "the PIN stands in the URI, where every user of the machine can read it", "leave it out; it is asked for, or comes from --passphrase-file or --passphrase-env"));
            return null;
        }

        if (!OperatingSystem.IsLinux())
        {
            problems.Add(new Problem(at, "signing.platform", "tokens are reached through OpenSSL, on Linux only", "sign with --sign-command and the token's own program"));
            return null;
        }

        return OpenOnLinux(at, uri, pin, problems);
    }

    protected override IReadOnlyList<RecordSignature> Make(string payloadType, ReadOnlyMemory<byte> record, List<Problem> problems)
    {
        try
        {
            return [new(Key!.Id, ecdsa.SignData(Dsse.Pae(payloadType, record.Span), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence), null, default)];
        }
        catch (CryptographicException e)
        {
            problems.Add(Wrong("signing.token", $"the token did not sign: {e.Message}", "check that the PIN is right and the key may sign"));
            return [];
        }
    }

    protected override void Dispose(bool disposing)
    {
        ecdsa.Dispose();
        handle.Dispose();
        secret?.Dispose();
        base.Dispose(disposing);
    }

    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private static TokenSigner? OpenOnLinux(Place at, string uri, string? pin, List<Problem> problems)
    {
        // Not as pin-value: OpenSSL's engine prints the URI when it fails.
        var entered = pin is null ? null : new SecretFile(pin);
        var full = entered is null ? uri : $"{uri}{(uri.Contains('?', StringComparison.Ordinal) ? '&' : '?')}pin-source=file:{entered.Path}";
        SafeEvpPKeyHandle? opened = null;
        var why = "";
        // Newer systems bring the provider, older ones the engine.
        foreach (var open in new Func<SafeEvpPKeyHandle>[] { () => SafeEvpPKeyHandle.OpenKeyFromProvider("pkcs11", full), () => SafeEvpPKeyHandle.OpenPrivateKeyFromEngine("pkcs11", full) })
        {
            try
            {
                opened = open();
                break;
            }
            catch (Exception e) when (e is CryptographicException or PlatformNotSupportedException or InvalidOperationException)
            {
                why = e.Message;
            }
        }

        if (opened is null)
        {
            entered?.Dispose();
            problems.Add(new Problem(at, "signing.token", $"OpenSSL cannot open the key: {why}", "check the URI and the PIN; install OpenSSL's PKCS#11 provider or engine (Debian: libengine-pkcs11-openssl), and name the token's module in PKCS11_MODULE_PATH"));
            return null;
        }

        ECDsaOpenSsl? signing = null;
        try
        {
            signing = new ECDsaOpenSsl(opened);
            if (PublicKey.OfSpki(signing.ExportSubjectPublicKeyInfo()) is { } key) return new TokenSigner(opened, signing, key, entered);
        }
        catch (CryptographicException)
        {
            // No EC key.
        }

        signing?.Dispose();
        opened.Dispose();
        entered?.Dispose();
        problems.Add(new Problem(at, "signing.algorithm", "the key on the token is not of ECDSA P-256, and no other is verified", "name a P-256 key"));
        return null;
    }
}
