using System.Buffers.Binary;
using System.IO.Compression;
using Marque.Outside.Feeds;
using Marque.Text;
using Microsoft.Win32.SafeHandles;

namespace Marque.Outside;

/// <summary>The bytes of a gzip stream (RFC 1952), which must end as its trailer says, and must not unpack to more than anybody means.</summary>
internal sealed class Unpacked : ForwardStream
{
    /// <summary>The most that a stream may unpack to, in bytes.</summary>
    public const long Largest = 32L * 1024 * 1024 * 1024;

    // Header and trailer of a member (section 2.3) around no content.
    private const int Least = 18;

    private readonly GZipStream inflate;
    private readonly long length;
    private readonly uint stated;
    private long read;
    private bool ended;

    /// <summary>Unpacks a file.</summary>
    /// <exception cref="InvalidDataException">It is too short to be one.</exception>
    public Unpacked(string path)
        : this(new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 64 * 1024 }))
    {
    }

    /// <summary>Unpacks an open file by what else reads its bytes, from the start; that is closed with this.</summary>
    /// <exception cref="InvalidDataException">It is too short to be one.</exception>
    public Unpacked(SafeFileHandle file, Stream bytes)
    {
        length = RandomAccess.GetLength(file);
        Span<byte> trailer = stackalloc byte[4];
        if (length < Least || RandomAccess.Read(file, trailer, length - 4) < 4)
        {
            bytes.Dispose();
            throw new InvalidDataException("it is cut off");
        }

        stated = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        inflate = new GZipStream(bytes, CompressionMode.Decompress);
    }

    private Unpacked(FileStream file)
        : this(file.SafeFileHandle, file)
    {
    }

    /// <summary>Whether a file begins as gzip does (section 2.3.1).</summary>
    public static bool Is(SafeFileHandle file)
    {
        Span<byte> head = stackalloc byte[2];
        return RandomAccess.Read(file, head, 0) == 2 && head is [0x1F, 0x8B];
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
        if (read > 64 * 1024 * 1024 && read / ZipDirectory.LargestRatio > length) throw new InvalidDataException($"it unpacks to more than {ZipDirectory.LargestRatio} times its size");
        if (count > 0) return count;
        ended = true;
        // The length in the trailer (section 2.3.1) is that of the one member there is.
        if ((uint)read != stated) throw new InvalidDataException("it is cut off, or several packed files in one: it unpacks to another length than it says");
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inflate.Dispose();
        base.Dispose(disposing);
    }
}
