using System.Buffers.Binary;

namespace Marque.Advisories.Segments;

/// <summary>Bytes that grow: numbers of seven bits a byte, texts with their length before them.</summary>
internal sealed class BlobWriter(int capacity = 256)
{
    private byte[] data = new byte[capacity];

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Written => data.AsSpan(0, Length);

    /// <summary>The bytes, to be overwritten.</summary>
    public Span<byte> Filled => data.AsSpan(0, Length);

    /// <summary>Forgets all from a length on.</summary>
    public void Cut(int length = 0) => Length = length;

    /// <summary>Room for some bytes, to be filled at once.</summary>
    public Span<byte> Take(int count)
    {
        var needed = Length + count;
        if (needed > data.Length) Array.Resize(ref data, Math.Max(needed, (int)Math.Min(Array.MaxLength, data.Length * 2L)));
        var room = data.AsSpan(Length, count);
        Length = needed;
        return room;
    }

    public void Byte(byte value) => Take(1)[0] = value;

    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    public void Fixed(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);

    public void Number(long value)
    {
        var left = (ulong)value;
        for (; left >= 0x80; left >>= 7) Byte((byte)(left | 0x80));
        Byte((byte)left);
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        Number(utf8.Length);
        Raw(utf8);
    }

    /// <summary>Puts a count before what another has gathered.</summary>
    public void Counted(int count, BlobWriter items)
    {
        Number(count);
        Raw(items.Written);
    }

    /// <summary>Begins a blob that ends with <see cref="End"/>: its checksum and length stand before it.</summary>
    public int Begin()
    {
        Take(8);
        return Length;
    }

    /// <summary>Ends the blob begun at <paramref name="start"/>.</summary>
    public void End(int start)
    {
        var payload = data.AsSpan(start, Length - start);
        BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(start - 8), Checksum.Of(payload));
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(start - 4), payload.Length);
    }
}
