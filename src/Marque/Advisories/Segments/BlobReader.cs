using System.Buffers.Binary;
using System.Text;

namespace Marque.Advisories.Segments;

/// <summary>Reads what <see cref="BlobWriter"/> wrote. Beyond the end it gives zeros and empty texts and says so.</summary>
internal ref struct BlobReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> left = bytes;

    /// <summary>Whether it was asked for more than there is.</summary>
    public bool Failed { get; private set; }

    /// <summary>What is not read yet.</summary>
    public readonly ReadOnlySpan<byte> Left => left;

    /// <summary>The payload of the blob at <paramref name="offset"/>; false when it is damaged.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> part, uint offset, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        if (offset > (uint)part.Length || part.Length - offset < 8) return false;
        var from = part[(int)offset..];
        var length = BinaryPrimitives.ReadUInt32LittleEndian(from[4..]);
        if (length > (uint)from.Length - 8) return false;
        payload = from.Slice(8, (int)length);
        return Checksum.Of(payload) == BinaryPrimitives.ReadUInt32LittleEndian(from);
    }

    /// <summary>The payload of a blob that was checked before.</summary>
    public static ReadOnlySpan<byte> Payload(ReadOnlySpan<byte> part, uint offset)
    {
        var from = part[(int)offset..];
        return from.Slice(8, BinaryPrimitives.ReadInt32LittleEndian(from[4..]));
    }

    public byte Byte() => Take(1) is [var one] ? one : (byte)0;

    public ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)left.Length)
        {
            Failed = true;
            left = default;
            return default;
        }

        var taken = left[..count];
        left = left[count..];
        return taken;
    }

    public long Number()
    {
        var value = 0ul;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var one = Byte();
            value |= (ulong)(one & 0x7F) << shift;
            if (one < 0x80) break;
        }

        return (long)value;
    }

    /// <summary>A number of items: never more than bytes are left.</summary>
    public int Count()
    {
        var count = Number();
        if ((ulong)count <= (ulong)left.Length) return (int)count;
        Failed = true;
        return 0;
    }

    public ReadOnlySpan<byte> Text() => Take(Count());

    public string String() => Encoding.UTF8.GetString(Text());

    /// <summary>A counted list of texts.</summary>
    public string[] Strings()
    {
        var list = new string[Count()];
        for (var at = 0; at < list.Length; at++) list[at] = String();
        return list;
    }

    /// <summary>A counted list of texts, passed over.</summary>
    public void SkipTexts(int each = 1)
    {
        for (var texts = (long)Count() * each; texts > 0 && !Failed; texts--) Text();
    }
}
