using System.Collections.Concurrent;
using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Marque.Ledger;

/// <summary>A public key that verifies signatures: ECDSA over NIST P-256 with SHA-256 (FIPS 186-5), or Ed25519 (RFC 8032).</summary>
public sealed class PublicKey : IEquatable<PublicKey>
{
    private readonly byte[] point;

    // Made once: a key of a case verifies many signatures, and checking the key costs as much as checking one of them.
    private readonly Ed25519.PublicPoint? edwards;
    private readonly ConcurrentBag<ECDsa> verifiers = [];

    private PublicKey(PublicKeyAlgorithm algorithm, byte[] point, Ed25519.PublicPoint? edwards = null)
    {
        Algorithm = algorithm;
        this.point = point;
        this.edwards = edwards;
        Wire = OpenSshForm.Of(algorithm, point);
        Id = "SHA256:" + Convert.ToBase64String(SHA256.HashData(Wire)).TrimEnd('=');
    }

    /// <summary>The signature algorithm.</summary>
    public PublicKeyAlgorithm Algorithm { get; }

    /// <summary><c>SHA256:</c> and the base64 (without padding) of the SHA-256 over the OpenSSH wire form, as <c>ssh-keygen -l</c> prints it.</summary>
    public string Id { get; }

    /// <summary>The OpenSSH wire form (RFC 5656, section 3.1; RFC 8709, section 4).</summary>
    internal byte[] Wire { get; }

    /// <summary>The key as one OpenSSH line without comment.</summary>
    public string OpenSshLine => $"{OpenSshForm.TypeOf(Algorithm)} {Convert.ToBase64String(Wire)}";

    /// <summary>Reads PEM (<c>BEGIN PUBLIC KEY</c>, SubjectPublicKeyInfo of RFC 5280) or one OpenSSH public key line.</summary>
    /// <param name="text">The text, at most 16,384 characters; surrounding white space does not count.</param>
    /// <param name="key">The key, or null.</param>
    /// <returns>Whether the text is one key of a known algorithm on its curve.</returns>
    public static bool TryParse(string? text, out PublicKey? key)
    {
        key = null;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 16 * 1024) return false;
        var trimmed = text.AsSpan().Trim();
        key = trimmed.StartsWith("-----", StringComparison.Ordinal) ? Spki.Read(trimmed) : OpenSshForm.Read(trimmed);
        return key is not null;
    }

    /// <summary>Reads a SubjectPublicKeyInfo (RFC 5280) in DER, as certificates and private keys carry it; null when it is no key of a known algorithm.</summary>
    public static PublicKey? OfSpki(ReadOnlyMemory<byte> der) => Spki.Decode(der);

    /// <summary>The key as PEM (<c>BEGIN PUBLIC KEY</c>).</summary>
    public string Pem => Spki.Pem(Algorithm, point);

    /// <summary>Whether <paramref name="signature"/> is this key's over <paramref name="message"/>. P-256 signatures may be DER or the 64 bytes of r and s; Ed25519 signatures have 64 bytes.</summary>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => Algorithm switch
    {
        PublicKeyAlgorithm.Ed25519 => signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature.ToArray(), 0, edwards!, message.ToArray(), 0, message.Length),
        _ => VerifyP256(message, signature),
    };

    /// <inheritdoc/>
    public bool Equals(PublicKey? other) => other is not null && Wire.AsSpan().SequenceEqual(other.Wire);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PublicKey);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    /// <inheritdoc/>
    public override string ToString() => Id;

    /// <summary>The key of an Ed25519 point; null when it is none or of small order (such a key would accept signatures that nobody made).</summary>
    internal static PublicKey? OfEd25519(ReadOnlySpan<byte> point) =>
        point.Length == Ed25519.PublicKeySize && Ed25519.ValidatePublicKeyFullExport(point.ToArray(), 0) is { } edwards ? new PublicKey(PublicKeyAlgorithm.Ed25519, point.ToArray(), edwards) : null;

    /// <summary>The key of a P-256 point in SEC 1 form, compressed or not; null when it is none.</summary>
    internal static PublicKey? OfP256(ReadOnlySpan<byte> sec1) => P256Point.Uncompressed(sec1) is { } full ? new PublicKey(PublicKeyAlgorithm.EcdsaP256, full) : null;

    private bool VerifyP256(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length is < 8 or > 72) return false;
        try
        {
            // One for each thread at work: nothing says that two may use the same.
            if (!verifiers.TryTake(out var ecdsa)) ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
            var valid = (signature.Length == 64 && ecdsa.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
                || ecdsa.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            verifiers.Add(ecdsa);
            return valid;
        }
        catch (CryptographicException)
        {
            // Platforms differ in whether a malformed signature is false or an exception.
            return false;
        }
    }
}

/// <summary>The signature algorithms that are verified.</summary>
public enum PublicKeyAlgorithm
{
    /// <summary>ECDSA over NIST P-256 with SHA-256.</summary>
    EcdsaP256,

    /// <summary>Ed25519.</summary>
    Ed25519,
}
