using System.Buffers.Binary;
using Marque.Ledger;

namespace Marque.Outside.Signing;

/// <summary>The open part of an OpenSSH private key (PROTOCOL.key): whether it is encrypted, and its public key, which never is.</summary>
internal sealed record OpenSshKeyFile(bool IsEncrypted, PublicKey? Key)
{
    public static OpenSshKeyFile? Read(ReadOnlySpan<byte> blob)
    {
        if (!blob.StartsWith("openssh-key-v1\0"u8)) return null;
        var rest = blob[15..];
        if (!Next(ref rest, out var cipher) || !Next(ref rest, out _) || !Next(ref rest, out _) || rest.Length < 4) return null;
        rest = rest[4..];
        if (!Next(ref rest, out var wire)) return null;
        var type = wire;
        if (!Next(ref type, out var name)) return null;
        return new(!cipher.SequenceEqual("none"u8), PublicKey.TryParse($"{System.Text.Encoding.ASCII.GetString(name)} {Convert.ToBase64String(wire)}", out var key) ? key : null);
    }

    private static bool Next(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!BinaryPrimitives.TryReadUInt32BigEndian(rest, out var length) || length > (uint)(rest.Length - 4)) return false;
        value = rest.Slice(4, (int)length);
        rest = rest[(4 + (int)length)..];
        return true;
    }
}
