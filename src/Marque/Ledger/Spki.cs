using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Marque.Ledger;

/// <summary>SubjectPublicKeyInfo in PEM (RFC 5280, section 4.1.2.7; RFC 5480; RFC 8410; RFC 7468).</summary>
internal static class Spki
{
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private const string P256 = "1.2.840.10045.3.1.7";
    private const string Ed25519 = "1.3.101.112";

    /// <summary>The one key of the text, or null.</summary>
    public static PublicKey? Read(ReadOnlySpan<char> pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || !pem[fields.Label].Equals("PUBLIC KEY", StringComparison.Ordinal)) return null;
        // A second block would leave open which key is meant.
        if (!pem[fields.Location.End..].IsWhiteSpace() || !pem[..fields.Location.Start].IsWhiteSpace()) return null;
        var der = new byte[fields.DecodedDataLength];
        return Convert.TryFromBase64Chars(pem[fields.Base64Data], der, out var length) && length == der.Length ? Decode(der) : null;
    }

    /// <summary>The PEM form.</summary>
    public static string Pem(PublicKeyAlgorithm algorithm, ReadOnlySpan<byte> point)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            using (der.PushSequence())
            {
                der.WriteObjectIdentifier(algorithm == PublicKeyAlgorithm.Ed25519 ? Ed25519 : EcPublicKey);
                if (algorithm == PublicKeyAlgorithm.EcdsaP256) der.WriteObjectIdentifier(P256);
            }

            der.WriteBitString(point);
        }

        return PemEncoding.WriteString("PUBLIC KEY", der.Encode());
    }

    /// <summary>The key of the DER form, or null.</summary>
    public static PublicKey? Decode(ReadOnlyMemory<byte> der)
    {
        try
        {
            var outer = new AsnReader(der, AsnEncodingRules.DER);
            var info = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            var algorithm = info.ReadSequence();
            var oid = algorithm.ReadObjectIdentifier();
            var curve = algorithm.HasData && oid == EcPublicKey ? algorithm.ReadObjectIdentifier() : null;
            algorithm.ThrowIfNotEmpty();
            var bits = info.ReadBitString(out var unused);
            info.ThrowIfNotEmpty();
            return (oid, curve, unused) switch
            {
                (EcPublicKey, P256, 0) => PublicKey.OfP256(bits),
                (Ed25519, null, 0) => PublicKey.OfEd25519(bits),
                _ => null,
            };
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
