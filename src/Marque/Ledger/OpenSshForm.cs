namespace Marque.Ledger;

/// <summary>OpenSSH public keys: the line of <c>id_*.pub</c> and the wire form inside it (RFC 4253, section 6.6; RFC 5656; RFC 8709).</summary>
internal static class OpenSshForm
{
    private const string Ed25519 = "ssh-ed25519";
    private const string EcdsaP256 = "ecdsa-sha2-nistp256";

    /// <summary>The name of the key type.</summary>
    public static string TypeOf(PublicKeyAlgorithm algorithm) => algorithm == PublicKeyAlgorithm.Ed25519 ? Ed25519 : EcdsaP256;

    /// <summary>The wire form of a key.</summary>
    public static byte[] Of(PublicKeyAlgorithm algorithm, ReadOnlySpan<byte> point)
    {
        var output = new List<byte>(104);
        SshWire.Append(output, algorithm == PublicKeyAlgorithm.Ed25519 ? "ssh-ed25519"u8 : "ecdsa-sha2-nistp256"u8);
        if (algorithm == PublicKeyAlgorithm.EcdsaP256) SshWire.Append(output, "nistp256"u8);
        SshWire.Append(output, point);
        return [.. output];
    }

    /// <summary>The key of one line (type, base64, comment), or null.</summary>
    public static PublicKey? Read(ReadOnlySpan<char> line)
    {
        if (line.ContainsAny('\r', '\n')) return null;
        var space = line.IndexOfAny(' ', '\t');
        if (space < 0) return null;
        var body = line[(space + 1)..].TrimStart();
        var end = body.IndexOfAny(' ', '\t');
        if (end >= 0) body = body[..end];
        var wire = new byte[(body.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64Chars(body, wire, out var length)) return null;
        // The type is written twice; both must agree.
        return Decode(wire.AsSpan(0, length)) is { } key && line[..space].Equals(TypeOf(key.Algorithm), StringComparison.Ordinal) ? key : null;
    }

    /// <summary>The key of a wire form, or null.</summary>
    public static PublicKey? Decode(ReadOnlySpan<byte> bytes)
    {
        var wire = new SshWire(bytes);
        if (!wire.TryString(out var type)) return null;
        if (type.SequenceEqual("ssh-ed25519"u8)) return wire.TryString(out var point) && wire.AtEnd ? PublicKey.OfEd25519(point) : null;
        if (!type.SequenceEqual("ecdsa-sha2-nistp256"u8)) return null;
        return wire.TryString(out var curve) && curve.SequenceEqual("nistp256"u8) && wire.TryString(out var sec1) && wire.AtEnd ? PublicKey.OfP256(sec1) : null;
    }
}
