using System.Collections.Concurrent;
using System.Security.Cryptography;
using Marque.Ledger;
using Org.BouncyCastle.Math.EC.Rfc8032;
using Org.BouncyCastle.Security;

namespace Marque.Tests.Assessments.Kit;

/// <summary>A key pair in memory. Signatures are made once per message, so that the same world gives the same bytes.</summary>
internal sealed class Signer
{
    private readonly ConcurrentDictionary<string, string> made = new(StringComparer.Ordinal);
    private readonly Func<byte[], byte[]> sign;

    private Signer(string publicKey, Func<byte[], byte[]> sign)
    {
        Assert.True(PublicKey.TryParse(publicKey, out var key));
        (Key, this.sign) = (key!, sign);
    }

    /// <summary>The manufacturer's root.</summary>
    public static Signer Root { get; } = P256();

    /// <summary>A root that nobody named.</summary>
    public static Signer OtherRoot { get; } = P256();

    /// <summary>The first person's key.</summary>
    public static Signer Lead { get; } = P256();

    /// <summary>The second person's key.</summary>
    public static Signer Second { get; } = Ed25519Key();

    /// <summary>A key of nobody.</summary>
    public static Signer Stranger { get; } = P256();

    public PublicKey Key { get; }

    public string Sign(string payloadType, byte[] message) =>
        made.GetOrAdd($"{payloadType} {Convert.ToHexStringLower(SHA256.HashData(message))}", _ => Convert.ToBase64String(sign(Dsse.Pae(payloadType, message))));

    private static Signer P256()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(key.ExportSubjectPublicKeyInfoPem(), message =>
        {
            lock (key) return key.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        });
    }

    private static Signer Ed25519Key()
    {
        var secret = new byte[Ed25519.SecretKeySize];
        var point = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePrivateKey(new SecureRandom(), secret);
        Ed25519.GeneratePublicKey(secret, 0, point, 0);
        byte[] wire = [0, 0, 0, 11, .. "ssh-ed25519"u8, 0, 0, 0, 32, .. point];
        return new($"ssh-ed25519 {Convert.ToBase64String(wire)}", message =>
        {
            var signature = new byte[Ed25519.SignatureSize];
            Ed25519.Sign(secret, 0, message, 0, message.Length, signature, 0);
            return signature;
        });
    }
}
