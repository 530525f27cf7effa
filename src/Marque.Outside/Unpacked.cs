using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using Marque.Outside.Feeds;
using Marque.Text;
using Microsoft.Win32.SafeHandles;

namespace Marque.Outside;

/// <summary>The bytes of a file of gzip members, one behind the other (RFC 1952, section 2.2): each of them whole, with the checksum and length it states, nothing behind the last, and not more than anybody means.</summary>
internal sealed class Unpacked : ForwardStream
{
    /// <summary>The most that a file may unpack to, in bytes.</summary>
    public const long Largest = 32L * 1024 * 1024 * 1024;

    // Header and trailer of a member (section 2.3) around no content.
    private const int Least = 18;
    private const int TrailerBytes = 8;

    private readonly GzipInflow packed;
    private readonly Crc32 checksum = new();
    private readonly long length;
    private DeflateStream? inflate;
    private long read, ofMember;
    private bool isFirst = true;

    /// <summary>Unpacks a file.</summary>
    /// <exception cref="InvalidDataException">It is too short to be one.</exception>
    public Unpacked(string path)
        : this(new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 }))
    {
    }

    /// <summary>Unpacks an open file by what else reads its bytes, from the start; that is closed with this.</summary>
    /// <exception cref="InvalidDataException">It is too short to be one.</exception>
    public Unpacked(SafeFileHandle file, Stream bytes)
    {
        packed = new GzipInflow(bytes);
        length = RandomAccess.GetLength(file);
        if (length >= Least) return;
        packed.Dispose();
        throw new InvalidDataException("it is cut off");
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
        if (buffer.IsEmpty) return 0;
        while (true)
        {
            if (inflate is null)
            {
                if (!isFirst && packed.Ahead(1).IsEmpty) return 0;
                packed.PassHeader(isFirst);
                isFirst = false;
                inflate = new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true);
            }

            var count = Inflated(buffer);
            if (count == 0)
            {
                End();
                continue;
            }

            checksum.Append(buffer[..count]);
            ofMember += count;
            return count;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inflate?.Dispose();
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Inflated(Span<byte> buffer)
    {
        int count;
        try
        {
            count = inflate!.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException("it is damaged, or no gzip", e);
        }

        read += count;
        if (read > Largest) throw new InvalidDataException($"it unpacks to more than the {Largest / 1024 / 1024 / 1024} GiB that are read");
        if (read > 64 * 1024 * 1024 && read / ZipDirectory.LargestRatio > length) throw new InvalidDataException($"it unpacks to more than {ZipDirectory.LargestRatio} times its size");
        return count;
    }

    // Whoever inflates takes more than it needs and does not say how much. In the block it took last, or right behind, stand checksum and length (section 2.3.1), which nothing else does by chance. What may stand between is of no content.
    private void End()
    {
        Span<byte> trailer = stackalloc byte[TrailerBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, checksum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)ofMember);
        if (!packed.GoBehind(trailer, out var isAtEnd)) throw new InvalidDataException(isAtEnd ? "it is cut off, or damaged: it does not end with checksum and length of what it holds" : "it is damaged: what it holds has another checksum or length");
        inflate!.Dispose();
        checksum.Reset();
        (inflate, ofMember) = (null, 0);
    }
}
