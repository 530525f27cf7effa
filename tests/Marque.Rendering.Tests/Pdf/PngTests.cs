using System.Buffers.Binary;
using System.IO.Compression;
using CsCheck;
using Marque.Documents.Blocks;
using Marque.Rendering.Pdf;
using Marque.Rendering.Pdf.Images;
using Marque.Rendering.Tests.Kit;

namespace Marque.Rendering.Tests.Pdf;

public sealed class PngTests
{
    private static readonly (int X, int Y, int Across, int Down)[] Adam7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    // Kind and depth of W3C PNG, table 11.1, the kinds of one sample apart.
    private static readonly (int Kind, int Samples)[] Eights = [(0, 1), (2, 3), (4, 2), (6, 4)];

    [Fact]
    public void Pixels_come_back_whatever_the_kind_the_filter_and_the_order() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 19], Gen.Int[1, 19], Gen.Bool, Gen.Bool, Gen.Byte.Array[2000]).Sample((which, width, height, isInterlaced, isWide, noise) =>
        {
            var kind = Eights[which];
            var depth = isWide ? 2 : 1;
            byte Sample(int x, int y, int sample, int part) => noise[((((y * width) + x) * kind.Samples * 2) + (sample * 2) + part) % noise.Length];
            var png = Png.Read(Encoded(width, height, depth * 8, kind.Kind, isInterlaced, kind.Samples * depth, (x, y) =>
                [.. Enumerable.Range(0, kind.Samples).SelectMany(s => Enumerable.Range(0, depth).Select(p => Sample(x, y, s, p)))]));
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var at = (y * width) + x;
                    for (var c = 0; c < 3; c++) Assert.Equal(Sample(x, y, kind.Samples >= 3 ? c : 0, 0), png.Colours[(at * 3) + c]);
                    if (kind.Kind >= 4 && png.Alpha is { } alpha) Assert.Equal(Sample(x, y, kind.Samples - 1, 0), alpha[at]);
                    if (kind.Kind < 4) Assert.Null(png.Alpha);
                }
            }
        });

    [Fact]
    public void A_palette_gives_colours_and_what_shines_through()
    {
        // Two bits a pixel: 0 1 2 3 in the four of one row.
        var png = Png.Read(Encoded(4, 1, 2, 3, false, 1, (_, _) => [0b00_01_10_11], "PLTE"u8.ToArray(), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], "tRNS"u8.ToArray(), [0, 128]));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], png.Colours);
        Assert.Equal([0, 128, 255, 255], png.Alpha!);
    }

    [Theory]
    [InlineData("image/png", "")]
    [InlineData("image/png", "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAIAAAA8r+mn")]
    [InlineData("image/jpeg", "/9j/4AAQSkZJRg==")]
    [InlineData("image/gif", "R0lGODlhAQABAAAAACw=")]
    public void What_is_no_picture_is_refused_with_a_reason(string type, string bytes) =>
        Assert.StartsWith("The logo cannot be read: ", Assert.Throws<ArgumentException>(() => PdfFile.Of(Samples.Of() with { Brand = new Brand(null, null, new Logo(Convert.FromBase64String(bytes), type, 8, 4, "x")) })).Message, StringComparison.Ordinal);

    // Rows filtered in turn by each of the five ways of section 9.
    private static byte[] Encoded(int width, int height, int depth, int kind, bool isInterlaced, int step, Func<int, int, byte[]> pixel, params byte[][] extra)
    {
        using var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var (left, top, across, down) in isInterlaced ? Adam7 : [(0, 0, 1, 1)])
            {
                if (left >= width) continue;
                byte[] above = [];
                var filter = 0;
                for (var y = top; y < height; y += down, filter = (filter + 1) % 5)
                {
                    var line = new List<byte>();
                    for (var x = left; x < width; x += depth < 8 ? width : across) line.AddRange(pixel(x, y));
                    if (above.Length == 0) above = new byte[line.Count];
                    zlib.WriteByte((byte)filter);
                    for (var i = 0; i < line.Count; i++)
                    {
                        int a = i >= step ? line[i - step] : 0, b = above[i], c = i >= step ? above[i - step] : 0, p = a + b - c;
                        int[] near = [a, b, c];
                        zlib.WriteByte((byte)(line[i] - filter switch { 0 => 0, 1 => a, 2 => b, 3 => (a + b) / 2, _ => near.MinBy(n => Math.Abs(p - n)) }));
                    }

                    above = [.. line];
                }
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)kind, (byte)(isInterlaced ? 1 : 0));
        List<byte> png = [0x89, .. "PNG\r\n\u001a\n"u8];
        Chunk("IHDR"u8, header);
        for (var i = 0; i < extra.Length; i += 2) Chunk(extra[i], extra[i + 1]);
        Chunk("IDAT"u8, rows.ToArray());
        Chunk("IEND"u8, []);
        return [.. png];

        void Chunk(ReadOnlySpan<byte> name, byte[] content)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
            png.AddRange([.. length, .. name, .. content, 0, 0, 0, 0]);
        }
    }
}
