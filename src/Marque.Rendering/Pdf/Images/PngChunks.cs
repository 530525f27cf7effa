using System.Buffers.Binary;

namespace Marque.Rendering.Pdf.Images;

/// <summary>The parts of a PNG (section 11) and what its samples mean.</summary>
internal sealed class PngChunks
{
    private static readonly (int, int, int, int)[] Whole = [(0, 0, 1, 1)];

    // Section 8: the seven passes of an interlaced picture.
    private static readonly (int, int, int, int)[] Interlaced = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly int depth;
    private readonly int kind;
    private readonly byte[] palette = [];
    private readonly byte[] transparent = [];

    public PngChunks(ReadOnlySpan<byte> bytes)
    {
        var data = new MemoryStream();
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            if (length < 0 || length > bytes.Length - at - 12) throw new InvalidDataException("a PNG that ends early");
            var content = bytes.Slice(at + 8, length);
            var name = bytes.Slice(at + 4, 4);
            if (name.SequenceEqual("IHDR"u8))
            {
                Width = BinaryPrimitives.ReadInt32BigEndian(content);
                Height = BinaryPrimitives.ReadInt32BigEndian(content[4..]);
                (depth, kind) = (content[8], content[9]);
                Passes = content[12] == 0 ? Whole : Interlaced;
            }
            else if (name.SequenceEqual("PLTE"u8)) palette = content.ToArray();
            else if (name.SequenceEqual("tRNS"u8)) transparent = content.ToArray();
            else if (name.SequenceEqual("IDAT"u8)) data.Write(content);
            at += length + 12;
        }

        if (depth is not (1 or 2 or 4 or 8 or 16) || kind is not (0 or 2 or 3 or 4 or 6)) throw new InvalidDataException("a PNG of an unknown kind");
        Data = data.ToArray();
    }

    public int Width { get; }

    public int Height { get; }

    public byte[] Data { get; }

    /// <summary>Where each pass begins, and how far its pixels are apart.</summary>
    public IReadOnlyList<(int X, int Y, int Across, int Down)> Passes { get; } = Whole;

    /// <summary>Bytes of a pixel, at least one.</summary>
    public int PixelBytes => Math.Max(1, Samples * depth / 8);

    private int Samples => kind switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>Bytes of a row.</summary>
    public int Stride(int width) => checked(((width * Samples * depth) + 7) / 8);

    /// <summary>Tells the colour of a pixel, and gives how opaque it is.</summary>
    public byte Pixel(ReadOnlySpan<byte> line, int column, Span<byte> colour)
    {
        if (kind == 3)
        {
            var index = Sample(line, column);
            palette.AsSpan(index * 3, 3).CopyTo(colour);
            return index < transparent.Length ? transparent[index] : (byte)255;
        }

        var first = column * Samples;
        var isColour = kind is 2 or 6;
        for (var i = 0; i < 3; i++) colour[i] = Eight(Sample(line, first + (isColour ? i : 0)));
        if (kind is 4 or 6) return Eight(Sample(line, first + Samples - 1));
        if (transparent.Length < Samples * 2) return 255;
        for (var i = 0; i < Samples; i++)
        {
            if (Sample(line, first + i) != BinaryPrimitives.ReadUInt16BigEndian(transparent.AsSpan(i * 2))) return 255;
        }

        return 0;
    }

    private int Sample(ReadOnlySpan<byte> line, int index) => depth switch
    {
        16 => BinaryPrimitives.ReadUInt16BigEndian(line[(index * 2)..]),
        8 => line[index],
        _ => (line[index * depth / 8] >> (8 - depth - (index * depth % 8))) & ((1 << depth) - 1),
    };

    private byte Eight(int sample) => (byte)(depth == 16 ? sample >> 8 : sample * 255 / ((1 << depth) - 1));
}
