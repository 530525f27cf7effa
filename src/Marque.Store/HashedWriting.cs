using System.Security.Cryptography;
using Marque.Text;

namespace Marque.Store;

/// <summary>Writes through to a file, in blocks, and hashes what passes.</summary>
internal sealed class HashedWriting(FileStream target) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] block = GC.AllocateUninitializedArray<byte>(256 * 1024);
    private int used;
    private long written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => written;

    public override long Position { get => written; set => throw new NotSupportedException(); }

    /// <summary>Writes what is left, and gives the digest of all.</summary>
    public Digest Finish()
    {
        Flush();
        return Digest.FromBytes(hash.GetHashAndReset());
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        written += buffer.Length;
        if (buffer.Length > block.Length - used) Flush();
        if (buffer.Length >= block.Length)
        {
            hash.AppendData(buffer);
            target.Write(buffer);
            return;
        }

        buffer.CopyTo(block.AsSpan(used));
        used += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        hash.AppendData(block, 0, used);
        target.Write(block, 0, used);
        used = 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) hash.Dispose();
        base.Dispose(disposing);
    }
}
