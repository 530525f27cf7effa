using System.Security.Cryptography;

namespace Marque.Bench;

/// <summary>A stream that others read through.</summary>
internal abstract class ReadThrough(Stream inner) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Passed(buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected abstract void Passed(ReadOnlySpan<byte> bytes);
}

/// <summary>Hashes what passes through, as the caller of a content check does.</summary>
internal sealed class HashingStream(Stream inner) : ReadThrough(inner)
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public byte[] Digest() => hash.GetHashAndReset();

    protected override void Passed(ReadOnlySpan<byte> bytes) => hash.AppendData(bytes);

    protected override void Dispose(bool disposing)
    {
        if (disposing) hash.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Looks at the live managed memory every few megabytes.</summary>
internal sealed class WatchedStream(Stream inner, long before) : ReadThrough(inner)
{
    private long passed;
    private long next = 512 * 1024;

    public long Most { get; private set; }

    protected override void Passed(ReadOnlySpan<byte> bytes)
    {
        passed += bytes.Length;
        if (passed < next) return;
        next = passed + (32 * 1024 * 1024);
        Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true) - before);
    }
}
