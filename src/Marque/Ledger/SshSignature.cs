using System.Security.Cryptography;
using System.Text;

namespace Marque.Ledger;

/// <summary>An SSH signature over a message in a namespace (OpenSSH PROTOCOL.sshsig), as <c>ssh-keygen -Y sign</c> and git write it.</summary>
public sealed class SshSignature
{
    private const string Begin = "-----BEGIN SSH SIGNATURE-----";
    private const string End = "-----END SSH SIGNATURE-----";

    private readonly byte[] reserved;
    private readonly byte[] signature;

    private SshSignature(PublicKey key, string ns, byte[] reserved, string hash, byte[] signature)
    {
        Key = key;
        Namespace = ns;
        HashAlgorithm = hash;
        this.reserved = reserved;
        this.signature = signature;
    }

    /// <summary>The key that the signature names. Trust comes from the caller, never from here.</summary>
    public PublicKey Key { get; }

    /// <summary>What the signature is for, such as <c>git</c> or <c>file</c>.</summary>
    public string Namespace { get; }

    /// <summary><c>sha256</c> or <c>sha512</c>.</summary>
    public string HashAlgorithm { get; }

    /// <summary>Reads an armored signature of at most 16,384 characters.</summary>
    /// <param name="armored">The text.</param>
    /// <param name="signature">The signature, or null.</param>
    /// <param name="known">A key that is likely to be the signer's: where it is, it need not be read and checked again.</param>
    /// <returns>Whether it is one, of version 1, by a key of a known algorithm.</returns>
    public static bool TryParse(string? armored, out SshSignature? signature, PublicKey? known = null)
    {
        signature = null;
        if (armored is null || armored.Length > 16 * 1024) return false;
        var text = armored.AsSpan().Trim();
        if (!text.StartsWith(Begin, StringComparison.Ordinal) || !text.EndsWith(End, StringComparison.Ordinal) || text.Length < Begin.Length + End.Length) return false;
        var body = text[Begin.Length..^End.Length];
        var bytes = new byte[(body.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64Chars(body, bytes, out var length)) return false;
        signature = Decode(bytes.AsSpan(0, length), known);
        return signature is not null;
    }

    /// <summary>Whether <paramref name="key"/> made this signature over <paramref name="message"/> for <paramref name="ns"/>.</summary>
    /// <param name="message">The whole message.</param>
    /// <param name="key">The trusted key.</param>
    /// <param name="ns">The namespace that is asked for; a signature for another one does not count.</param>
    public bool Verify(ReadOnlySpan<byte> message, PublicKey key, string ns)
    {
        if (!Key.Equals(key) || !string.Equals(Namespace, ns, StringComparison.Ordinal)) return false;
        return key.Verify(Covered(ns, reserved, HashAlgorithm, message), signature);
    }

    /// <summary>The bytes that a signature of version 1 with SHA-512 covers: what a private key signs.</summary>
    /// <param name="message">The whole message.</param>
    /// <param name="ns">What the signature is for.</param>
    public static byte[] ToSign(ReadOnlySpan<byte> message, string ns) => Covered(ns, [], "sha512", message);

    /// <summary>The armored form of a signature over <see cref="ToSign"/>.</summary>
    /// <param name="key">The key that made it.</param>
    /// <param name="ns">What it is for.</param>
    /// <param name="raw">64 bytes: Ed25519's, or r and s of ECDSA P-256.</param>
    /// <exception cref="ArgumentException">Not 64 bytes.</exception>
    public static string Armor(PublicKey key, string ns, ReadOnlySpan<byte> raw)
    {
        if (raw.Length != 64) throw new ArgumentException("A raw signature has 64 bytes.", nameof(raw));
        var value = new List<byte>(80);
        if (key.Algorithm == PublicKeyAlgorithm.Ed25519) value.AddRange(raw);
        else
        {
            SshWire.AppendPositive(value, raw[..32]);
            SshWire.AppendPositive(value, raw[32..]);
        }

        var blob = new List<byte>(120);
        SshWire.Append(blob, Encoding.ASCII.GetBytes(OpenSshForm.TypeOf(key.Algorithm)));
        SshWire.Append(blob, [.. value]);
        var output = new List<byte>(300);
        output.AddRange("SSHSIG\0\0\0\u0001"u8);
        SshWire.Append(output, key.Wire);
        SshWire.Append(output, Encoding.UTF8.GetBytes(ns));
        SshWire.Append(output, []);
        SshWire.Append(output, "sha512"u8);
        SshWire.Append(output, [.. blob]);
        var lines = Convert.ToBase64String([.. output]).Chunk(70).Select(l => new string(l));
        return string.Join('\n', [Begin, .. lines, End]) + "\n";
    }

    private static byte[] Covered(string ns, byte[] reserved, string hash, ReadOnlySpan<byte> message)
    {
        var covered = new List<byte>(160);
        covered.AddRange("SSHSIG"u8);
        SshWire.Append(covered, Encoding.UTF8.GetBytes(ns));
        SshWire.Append(covered, reserved);
        SshWire.Append(covered, Encoding.ASCII.GetBytes(hash));
        SshWire.Append(covered, hash == "sha512" ? SHA512.HashData(message) : SHA256.HashData(message));
        return [.. covered];
    }

    private static SshSignature? Decode(ReadOnlySpan<byte> bytes, PublicKey? known)
    {
        if (!bytes.StartsWith("SSHSIG"u8)) return null;
        var wire = new SshWire(bytes[6..]);
        if (!wire.TryNumber(out var version) || version != 1) return null;
        if (!wire.TryString(out var publicKey)) return null;
        if ((known is not null && publicKey.SequenceEqual(known.Wire) ? known : OpenSshForm.Decode(publicKey)) is not { } key) return null;
        // "The namespace MUST NOT be the empty string."
        if (!wire.TryString(out var ns) || ns.IsEmpty || Text(ns) is not { } name) return null;
        if (!wire.TryString(out var reserved) || !wire.TryString(out var hash) || !wire.TryString(out var blob) || !wire.AtEnd) return null;
        if (Text(hash) is not ("sha256" or "sha512") || Raw(key.Algorithm, blob) is not { } raw) return null;
        return new SshSignature(key, name, reserved.ToArray(), Text(hash)!, raw);
    }

    // RFC 5656, section 3.1.2 (r and s as mpint); RFC 8709, section 6 (64 bytes).
    private static byte[]? Raw(PublicKeyAlgorithm algorithm, ReadOnlySpan<byte> blob)
    {
        var wire = new SshWire(blob);
        if (!wire.TryString(out var type) || !wire.TryString(out var value) || !wire.AtEnd) return null;
        if (algorithm == PublicKeyAlgorithm.Ed25519) return type.SequenceEqual("ssh-ed25519"u8) && value.Length == 64 ? value.ToArray() : null;
        if (!type.SequenceEqual("ecdsa-sha2-nistp256"u8)) return null;
        var pair = new SshWire(value);
        var raw = new byte[64];
        return pair.TryPositive(raw.AsSpan(0, 32)) && pair.TryPositive(raw.AsSpan(32)) && pair.AtEnd ? raw : null;
    }

    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b is < 0x20 or > 0x7E) return null;
        }

        return Encoding.ASCII.GetString(bytes);
    }
}
