using System.IO.Compression;
using Marque.Text;

namespace Marque.Outside.Feeds;

/// <summary>The bytes of a gzip stream (RFC 1952), which must end as its trailer says, and must not unpack to more than anybody means.</summary>
internal sealed class Unpacked : ForwardStream
{
    /// <summary>The most that a stream may unpack to, in bytes.</summary>
    public const long Largest = 32L * 1024 * 1024 * 1024;

    private readonly FileStream file;
    private readonly GZipStream inflate;
    private readonly uint stated;
    private long read;
    private bool ended;

    /// <summary>Opens the file.</summary>
    /// <exception cref="InvalidDataException">It is too short to be one.</exception>
    public Unpacked(string path)
    {
        file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 64 * 1024 });
        if (file.Length < 18)
        {
            file.Dispose();
            throw new InvalidDataException("it is cut off");
        }

        Span<byte> trailer = stackalloc byte[4];
        file.Position = file.Length - 4;
        file.ReadExactly(trailer);
        file.Position = 0;
        stated = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        inflate = new GZipStream(file, CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        if (ended || buffer.IsEmpty) return 0;
        int count;
        try
        {
            count = inflate.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException("it is damaged, or no gzip", e);
        }

        read += count;
        if (read > Largest) throw new InvalidDataException($"it unpacks to more than the {Largest / 1024 / 1024 / 1024} GiB that are read");
        if (read > 64 * 1024 * 1024 && read / ZipDirectory.LargestRatio > file.Length) throw new InvalidDataException($"it unpacks to more than {ZipDirectory.LargestRatio} times its size");
        if (count > 0) return count;
        ended = true;
        // The length in the trailer (section 2.3.1) is that of the one member there is.
        if ((uint)read != stated) throw new InvalidDataException("it is cut off: it unpacks to another length than it says");
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inflate.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
