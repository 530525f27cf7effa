using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Marque.Text;

/// <summary>A SHA-256 digest (FIPS 180-4): 32 bytes, written as 64 lower-case hexadecimal digits.</summary>
public readonly record struct Digest : IComparable<Digest>
{
    private readonly ulong a, b, c, d;

    private Digest(ReadOnlySpan<byte> bytes)
    {
        a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>The digest of <paramref name="bytes"/>.</summary>
    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes, hash);
        return new Digest(hash);
    }

    /// <summary>The digest that is already computed as 32 bytes.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static Digest FromBytes(ReadOnlySpan<byte> hash) =>
        hash.Length == 32 ? new Digest(hash) : throw new ArgumentException("A SHA-256 digest has 32 bytes.", nameof(hash));

    /// <summary>Reads 64 hexadecimal digits, with or without a leading <c>sha256:</c> or <c>v1:</c> (the record digest scheme).</summary>
    /// <returns>Whether <paramref name="text"/> is a digest.</returns>
    public static bool TryParse(string? text, out Digest digest)
    {
        digest = default;
        var hex = text.AsSpan();
        if (hex.StartsWith("sha256:", StringComparison.Ordinal)) hex = hex[7..];
        else if (hex.StartsWith("v1:", StringComparison.Ordinal)) hex = hex[3..];
        if (hex.Length != 64) return false;
        Span<byte> hash = stackalloc byte[32];
        if (Convert.FromHexString(hex, hash, out _, out var written) != System.Buffers.OperationStatus.Done || written != 32) return false;
        digest = new Digest(hash);
        return true;
    }

    /// <summary>Copies the 32 bytes.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, a);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], b);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], c);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], d);
    }

    /// <summary>The first twelve digits, for people; never for comparison.</summary>
    public string Short => ToString()[..12];

    /// <inheritdoc/>
    public int CompareTo(Digest other)
    {
        var order = a.CompareTo(other.a);
        if (order == 0) order = b.CompareTo(other.b);
        if (order == 0) order = c.CompareTo(other.c);
        return order == 0 ? d.CompareTo(other.d) : order;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[32];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
