using System.Buffers;
using System.Security.Cryptography;
using Marque.Text;
using Microsoft.Win32.SafeHandles;

namespace Marque.Outside;

/// <summary>Gives the bytes from an offset on; 0: the end. It is asked for each offset once, in order.</summary>
internal delegate int ReadAt(Span<byte> into, long offset);

/// <summary>Reads a file from its start to its end and hashes what it reads, so that content and digest are of the same bytes.</summary>
internal sealed class HashingStream(ReadAt source, long length, Action<int> read, CancellationToken cancel, IDisposable? owned = null) : ForwardStream
{
    /// <summary>The largest artefact read, in bytes: far beyond any report, and still an end.</summary>
    public const long MaxBytes = 16L * 1024 * 1024 * 1024;

    // Large blocks for SHA-256 at its full rate; a small file takes no more than it needs.
    private const int MostBuffered = 128 * 1024;
    private const int LeastBuffered = 4 * 1024;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(length + 1, LeastBuffered, MostBuffered));
    private long offset;
    private int start;
    private int end;
    private bool disposed;

    /// <summary>Reads an open file, which is closed with the stream.</summary>
    public HashingStream(SafeFileHandle file, Action<int> read, CancellationToken cancel)
        : this((into, at) => RandomAccess.Read(file, into, at), RandomAccess.GetLength(file), read, cancel, file)
    {
    }

    public override int Read(Span<byte> target)
    {
        if (start == end && !Fill()) return 0;
        var count = Math.Min(target.Length, end - start);
        buffer.AsSpan(start, count).CopyTo(target);
        start += count;
        return count;
    }

    /// <summary>Reads what its consumer left unread, and gives the digest of the whole file.</summary>
    public Digest Finish()
    {
        while (Fill())
        {
        }

        Span<byte> bytes = stackalloc byte[32];
        hash.GetHashAndReset(bytes);
        return Digest.FromBytes(bytes);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !disposed)
        {
            disposed = true;
            hash.Dispose();
            owned?.Dispose();
            ArrayPool<byte>.Shared.Return(buffer);
        }

        base.Dispose(disposing);
    }

    private bool Fill()
    {
        cancel.ThrowIfCancellationRequested();
        start = 0;
        end = source(buffer, offset);
        offset += end;
        if (offset > MaxBytes) throw new IOException($"larger than {MaxBytes / 1024 / 1024 / 1024} GiB");
        hash.AppendData(buffer, 0, end);
        read(end);
        return end > 0;
    }
}
