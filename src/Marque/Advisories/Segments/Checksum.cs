using System.Buffers.Binary;
using System.Numerics;

namespace Marque.Advisories.Segments;

/// <summary>CRC-32C (RFC 3720, section 12.1) against damage, and a 64-bit hash for tables. Neither guards against malice: tables are searched in order, so that equal hashes cost a comparison and no more.</summary>
internal static class Checksum
{
    private const int Lane = 4096;
    private static readonly uint[] Shift = ShiftByLane();

    /// <summary>The CRC-32C of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        // One step waits three cycles for the one before it; three lanes at a time keep the unit busy.
        while (bytes.Length >= 3 * Lane)
        {
            uint second = 0, third = 0;
            var a = bytes[..Lane];
            var b = bytes.Slice(Lane, Lane);
            var c = bytes.Slice(2 * Lane, Lane);
            for (var at = 0; at < Lane; at += 8)
            {
                crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(a[at..]));
                second = BitOperations.Crc32C(second, BinaryPrimitives.ReadUInt64LittleEndian(b[at..]));
                third = BitOperations.Crc32C(third, BinaryPrimitives.ReadUInt64LittleEndian(c[at..]));
            }

            crc = Shifted(Shifted(crc) ^ second) ^ third;
            bytes = bytes[(3 * Lane)..];
        }

        for (; bytes.Length >= 8; bytes = bytes[8..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes) crc = BitOperations.Crc32C(crc, one);
        return ~crc;
    }

    /// <summary>A hash of some bytes, going on from <paramref name="seed"/>.</summary>
    public static ulong Hash(ReadOnlySpan<byte> bytes, ulong seed)
    {
        var hash = seed ^ ((ulong)bytes.Length * 0x9E3779B97F4A7C15);
        for (; bytes.Length >= 8; bytes = bytes[8..]) hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        var rest = 0ul;
        foreach (var one in bytes) rest = (rest << 8) | one;
        return Mixed(Mixed(hash ^ rest) + 0xD6E8FEB86659FD93);
    }

    private static ulong Mixed(ulong value)
    {
        var high = Math.BigMul(value ^ 0xA0761D6478BD642F, 0xE7037ED1A0B428DB, out var low);
        return high ^ low;
    }

    // What a CRC register becomes when a lane of zeros follows: linear, so four tables of 256 give it.
    private static uint Shifted(uint crc) =>
        Shift[crc & 0xFF] ^ Shift[256 + ((crc >> 8) & 0xFF)] ^ Shift[512 + ((crc >> 16) & 0xFF)] ^ Shift[768 + (crc >> 24)];

    private static uint[] ShiftByLane()
    {
        Span<uint> bits = stackalloc uint[32];
        for (var bit = 0; bit < 32; bit++)
        {
            var crc = 1u << bit;
            for (var at = 0; at < Lane; at += 8) crc = BitOperations.Crc32C(crc, 0ul);
            bits[bit] = crc;
        }

        var table = new uint[1024];
        for (var at = 0; at < 1024; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                if ((at >> bit & 1) == 1) table[at] ^= bits[(at >> 8) * 8 + bit];
            }
        }

        return table;
    }
}
