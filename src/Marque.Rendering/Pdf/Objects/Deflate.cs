using ICSharpCode.SharpZipLib.Zip.Compression;

namespace Marque.Rendering.Pdf.Objects;

/// <summary>Compresses streams (RFC 1950) by managed code: what the runtime brings differs from processor to processor, and the bytes with it.</summary>
internal sealed class Deflate
{
    // The next level saves a fortieth and takes a fifth longer.
    private const int Level = 5;

    private readonly Deflater deflater = new(Level, noZlibHeaderOrFooter: false);
    private byte[] room = new byte[64 * 1024];

    /// <summary>The compressed bytes, valid until the next call.</summary>
    public ReadOnlySpan<byte> Of(byte[] bytes, int length)
    {
        deflater.Reset();
        deflater.SetInput(bytes, 0, length);
        deflater.Finish();
        var filled = 0;
        while (!deflater.IsFinished)
        {
            if (filled == room.Length) Array.Resize(ref room, room.Length * 2);
            filled += deflater.Deflate(room, filled, room.Length - filled);
        }

        return room.AsSpan(0, filled);
    }
}
