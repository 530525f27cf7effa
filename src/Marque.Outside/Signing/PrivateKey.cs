using System.Security.Cryptography;
using Marque.Ledger;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.X509;

namespace Marque.Outside.Signing;

/// <summary>A private key in memory: ECDSA P-256 or Ed25519.</summary>
internal sealed class PrivateKey : IDisposable
{
    private readonly ECDsa? ecdsa;
    private readonly Ed25519PrivateKeyParameters? ed25519;

    private PrivateKey(PublicKey key, ECDsa? ecdsa, Ed25519PrivateKeyParameters? ed25519) => (Key, this.ecdsa, this.ed25519) = (key, ecdsa, ed25519);

    public PublicKey Key { get; }

    /// <summary>The key, or why it is none that is verified.</summary>
    public static (PrivateKey? Key, string? Why) Of(AsymmetricKeyParameter parameters)
    {
        switch (parameters)
        {
            case Ed25519PrivateKeyParameters ed25519:
                return PublicKey.OfSpki(SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(ed25519.GeneratePublicKey()).GetEncoded()) is { } key ? (new(key, null, ed25519), null) : (null, "an Ed25519 key of small order");
            case ECPrivateKeyParameters { Parameters.Curve.FieldSize: 256 } ec:
                try
                {
                    var made = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = ec.D.ToByteArrayUnsigned() is { Length: < 32 } d ? [.. new byte[32 - d.Length], .. d] : ec.D.ToByteArrayUnsigned() });
                    // On another curve of 256 bits the point would be another.
                    if (ec.Parameters.Equals(ECNamedDomainParameters.LookupOid(Org.BouncyCastle.Asn1.X9.X9ObjectIdentifiers.Prime256v1)) && PublicKey.OfSpki(made.ExportSubjectPublicKeyInfo()) is { } p256) return (new(p256, made, null), null);
                    made.Dispose();
                    return (null, "an EC key on another curve than P-256");
                }
                catch (CryptographicException)
                {
                    return (null, "not a valid EC key");
                }

            case ECPrivateKeyParameters: return (null, "an EC key on another curve than P-256");
            case RsaKeyParameters: return (null, "an RSA key");
            case DsaKeyParameters: return (null, "a DSA key");
            default: return (null, "a key of another kind");
        }
    }

    /// <summary>Signs; ECDSA as DER for DSSE, or as the 64 bytes of r and s.</summary>
    public byte[] Sign(byte[] message, bool raw)
    {
        if (ecdsa is not null) return ecdsa.SignData(message, HashAlgorithmName.SHA256, raw ? DSASignatureFormat.IeeeP1363FixedFieldConcatenation : DSASignatureFormat.Rfc3279DerSequence);
        var signer = new Org.BouncyCastle.Crypto.Signers.Ed25519Signer();
        signer.Init(forSigning: true, ed25519);
        signer.BlockUpdate(message, 0, message.Length);
        return signer.GenerateSignature();
    }

    public void Dispose() => ecdsa?.Dispose();
}
