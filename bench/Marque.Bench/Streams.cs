using Marque.Text;
using System.Security.Cryptography;

namespace Marque.Bench;

/// <summary>A stream that others read through.</summary>
internal abstract class ReadThrough(Stream inner) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Passed(buffer[..read]);
        return read;
    }

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
