using System.Buffers.Binary;

namespace Marque.Components.Conformance.Json;

/// <summary>Compares names as UTF-8, whether held or still in a buffer. The known ones come from a schema, never from the input.</summary>
internal sealed class Utf8Names : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static Utf8Names Comparer { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = (ulong)alternate.Length * 0x9E3779B97F4A7C15;
        if (alternate.Length >= 8)
        {
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(alternate) * 0xFF51AFD7ED558CCD;
            hash = (hash ^ (hash >> 29)) + (BinaryPrimitives.ReadUInt64LittleEndian(alternate[^8..]) * 0xC4CEB9FE1A85EC53);
        }
        else
        {
            foreach (var b in alternate) hash = (hash ^ b) * 0x100000001B3;
        }

        hash ^= hash >> 32;
        return (int)(hash ^ (hash >> 15));
    }

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
