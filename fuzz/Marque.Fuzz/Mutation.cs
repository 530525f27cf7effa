namespace Marque.Fuzz;

/// <summary>Changes bytes in the ways that readers break by; the same random numbers give the same bytes.</summary>
internal static class Mutation
{
    private const int Longest = 1 << 20;

    private static readonly byte[][] Words =
    [
        [.. "\0"u8], [.. "\uFEFF"u8], [.. "\""u8], [.. "\\ud800"u8], [.. "%"u8], [.. "%2"u8], [.. "%FF"u8], [.. "//"u8], [.. "@"u8], [.. "#"u8], [.. "?"u8], [.. "&"u8], [.. "="u8], [.. ":"u8],
        [.. "{"u8], [.. "}"u8], [.. "["u8], [.. "]"u8], [.. ","u8], [.. "null"u8], [.. "-1"u8], [.. "1e999"u8], [.. "99999999999999999999"u8], [.. "0"u8], [.. "\r\n"u8], [.. "<"u8], [.. ">"u8], [.. "<![CDATA["u8], [.. "&#0;"u8],
        [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF], [0xF4, 0x90, 0x80, 0x80],
    ];

    /// <summary>One mutation of one of the seeds.</summary>
    public static byte[] Of(IReadOnlyList<byte[]> seeds, Random random)
    {
        List<byte> bytes = [.. seeds[random.Next(seeds.Count)]];
        for (var i = random.Next(1, 6); i > 0; i--) Step(bytes, seeds, random);
        return [.. bytes.Take(Longest)];
    }

    private static void Step(List<byte> bytes, IReadOnlyList<byte[]> seeds, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var span = Math.Min(bytes.Count - at, 1 << random.Next(10));
        switch (random.Next(9))
        {
            case 0 when at < bytes.Count: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes.RemoveRange(at, span); break;
            case 3: bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, span)); break;
            case 4: bytes.InsertRange(at, Words[random.Next(Words.Length)]); break;
            case 5: bytes.RemoveRange(at, bytes.Count - at); break;
            case 6: bytes.InsertRange(at, seeds[random.Next(seeds.Count)]); break;
            case 7: bytes.InsertRange(at, Enumerable.Repeat(Words[random.Next(Words.Length)], 1 << random.Next(14)).SelectMany(w => w).Take(Longest)); break;
            default:
                if (span > 0) bytes.InsertRange(at, Enumerable.Repeat(bytes.GetRange(at, span), 1 << random.Next(8)).SelectMany(w => w).Take(Longest));
                break;
        }
    }
}
