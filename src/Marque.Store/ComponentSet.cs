using System.Runtime.InteropServices;

namespace Marque.Store;

/// <summary>A set of component ids, cut into pieces of 4,096 ids. A piece of few is their sorted 16-bit numbers; one of many a bitmap of 512 bytes
/// (the two containers of Roaring bitmaps, Lemire et al. 2016). Equal pieces are stored once, and whether an id is in a piece is seen without unpacking it.</summary>
internal static class ComponentSet
{
    /// <summary>Ids in a piece.</summary>
    public const int Span = 4096;

    private const int BitmapBytes = Span / 8;

    /// <summary>Cuts sorted distinct ids into pieces: each with its number, which is the id divided by <see cref="Span"/>.</summary>
    public static List<(int Number, byte[] Bits)> Cut(ReadOnlySpan<int> sorted)
    {
        var pieces = new List<(int, byte[])>();
        for (var from = 0; from < sorted.Length;)
        {
            var number = sorted[from] / Span;
            var to = from;
            while (to < sorted.Length && sorted[to] / Span == number) to++;
            pieces.Add((number, Pack(sorted[from..to])));
            from = to;
        }

        return pieces;
    }

    /// <summary>Whether the piece holds the id, which is of its number.</summary>
    public static bool Has(ReadOnlySpan<byte> bits, int id)
    {
        var low = id % Span;
        if (bits.Length == BitmapBytes) return (bits[low >> 3] & (1 << (low & 7))) != 0;
        int from = 0, to = (bits.Length / 2) - 1;
        while (from <= to)
        {
            var middle = (from + to) >>> 1;
            var at = bits[2 * middle] | (bits[(2 * middle) + 1] << 8);
            if (at == low) return true;
            if (at < low) from = middle + 1;
            else to = middle - 1;
        }

        return false;
    }

    /// <summary>Appends the ids of a piece.</summary>
    public static void Unpack(int number, ReadOnlySpan<byte> bits, List<int> into)
    {
        var first = number * Span;
        if (bits.Length < BitmapBytes)
        {
            for (var i = 0; i + 1 < bits.Length; i += 2) into.Add(first + (bits[i] | (bits[i + 1] << 8)));
            return;
        }

        for (var low = 0; low < Span; low++)
        {
            if ((bits[low >> 3] & (1 << (low & 7))) != 0) into.Add(first + low);
        }
    }

    /// <summary>The sorted distinct ids of a list that may be neither.</summary>
    public static ReadOnlySpan<int> Sorted(List<int> ids)
    {
        var span = CollectionsMarshal.AsSpan(ids);
        span.Sort();
        var count = 0;
        for (var i = 0; i < span.Length; i++)
        {
            if (count == 0 || span[i] != span[count - 1]) span[count++] = span[i];
        }

        return span[..count];
    }

    private static byte[] Pack(ReadOnlySpan<int> ids)
    {
        if (ids.Length * 2 < BitmapBytes)
        {
            var few = new byte[ids.Length * 2];
            for (var i = 0; i < ids.Length; i++)
            {
                var low = ids[i] % Span;
                (few[2 * i], few[(2 * i) + 1]) = ((byte)low, (byte)(low >> 8));
            }

            return few;
        }

        var bits = new byte[BitmapBytes];
        foreach (var id in ids)
        {
            var low = id % Span;
            bits[low >> 3] |= (byte)(1 << (low & 7));
        }

        return bits;
    }
}
