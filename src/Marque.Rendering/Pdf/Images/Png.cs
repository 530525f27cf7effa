using ICSharpCode.SharpZipLib.Zip.Compression;

namespace Marque.Rendering.Pdf.Images;

/// <summary>The pixels of a PNG (W3C Portable Network Graphics), eight bits each.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Colours">Red, green, blue.</param>
/// <param name="Alpha">How opaque each is; null: all are.</param>
internal sealed record Png(int Width, int Height, byte[] Colours, byte[]? Alpha)
{
    private const long MostPixels = 40_000_000;

    public static Png Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 33 || bytes[0] != 0x89 || !bytes[1..].StartsWith("PNG\r\n\u001a\n"u8)) throw new InvalidDataException("no PNG");
        var chunks = new PngChunks(bytes);
        if ((long)chunks.Width * chunks.Height is < 1 or > MostPixels) throw new InvalidDataException("a PNG of too many pixels, or none");
        var all = Inflated(chunks);
        var colours = new byte[chunks.Width * chunks.Height * 3];
        var alpha = new byte[chunks.Width * chunks.Height];
        var at = 0;
        foreach (var (x, y, across, down) in chunks.Passes)
        {
            var (width, height) = ((chunks.Width - x + across - 1) / across, (chunks.Height - y + down - 1) / down);
            if (width < 1 || height < 1) continue;
            var stride = chunks.Stride(width);
            var before = new byte[stride];
            for (var row = 0; row < height; row++)
            {
                var line = all.AsSpan(at + 1, stride);
                Unfilter(all[at], line, before, chunks.PixelBytes);
                line.CopyTo(before);
                at += stride + 1;
                for (var column = 0; column < width; column++)
                {
                    var pixel = ((y + (row * down)) * chunks.Width) + x + (column * across);
                    alpha[pixel] = chunks.Pixel(line, column, colours.AsSpan(pixel * 3, 3));
                }
            }
        }

        return new Png(chunks.Width, chunks.Height, colours, alpha.AsSpan().ContainsAnyExcept((byte)255) ? alpha : null);
    }

    private static byte[] Inflated(PngChunks chunks)
    {
        var size = 0;
        foreach (var (x, y, across, down) in chunks.Passes)
        {
            var (width, height) = ((chunks.Width - x + across - 1) / across, (chunks.Height - y + down - 1) / down);
            if (width > 0 && height > 0) size = checked(size + ((chunks.Stride(width) + 1) * height));
        }

        var inflater = new Inflater();
        inflater.SetInput(chunks.Data);
        var all = new byte[size];
        for (var filled = 0; filled < size;)
        {
            var more = inflater.Inflate(all, filled, size - filled);
            if (more == 0) throw new InvalidDataException("a PNG that ends early");
            filled += more;
        }

        return all;
    }

    // Section 9: each byte by its neighbours to the left, above and left above.
    private static void Unfilter(byte filter, Span<byte> line, byte[] above, int step)
    {
        for (var i = 0; i < line.Length; i++)
        {
            int a = i >= step ? line[i - step] : 0, b = above[i], c = i >= step ? above[i - step] : 0;
            line[i] += (byte)(filter switch
            {
                0 => 0,
                1 => a,
                2 => b,
                3 => (a + b) / 2,
                4 => Paeth(a, b, c),
                _ => throw new InvalidDataException($"a PNG with filter {filter}"),
            });
        }
    }

    private static int Paeth(int a, int b, int c)
    {
        var (toA, toB, toC) = (Math.Abs(b - c), Math.Abs(a - c), Math.Abs(a + b - c - c));
        return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
    }
}
