using System.Buffers.Binary;

namespace Marque.Components.Conformance.Json;

/// <summary>128 bits that stand for a JSON value, equal for equal values (JSON Schema, section 4.2.2); order of fields and spelling of numbers do not count.</summary>
internal static class Fingerprint
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xD6E8FEB86659FD93;

    /// <summary>The fingerprint of some bytes of a kind.</summary>
    public static UInt128 Of(ReadOnlySpan<byte> bytes, ulong kind)
    {
        ulong a = kind ^ First, b = ((ulong)bytes.Length * Second) + kind;
        while (bytes.Length >= 16)
        {
            Step(ref a, ref b, BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
            bytes = bytes[16..];
        }

        Span<byte> rest = stackalloc byte[16];
        rest.Clear();
        bytes.CopyTo(rest);
        Step(ref a, ref b, BinaryPrimitives.ReadUInt64LittleEndian(rest), BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]));
        return new UInt128(a, b);
    }

    /// <summary>Two in this order.</summary>
    public static UInt128 Then(UInt128 one, UInt128 other)
    {
        ulong a = (ulong)(one >> 64), b = (ulong)one;
        Step(ref a, ref b, (ulong)(other >> 64), (ulong)other);
        return new UInt128(a, b);
    }

    private static void Step(ref ulong a, ref ulong b, ulong x, ulong y)
    {
        var high = Math.BigMul(a ^ x ^ First, (b + y) | 1, out var low);
        a = high + (low * Second) + x;
        high = Math.BigMul(b ^ y ^ Second, (a + x) | 1, out low);
        b = high ^ low ^ (y * First);
    }
}
