namespace Marque.Facts.Reading;

/// <summary>A stream that refuses to give more than so many bytes.</summary>
internal sealed class Bounded(Stream inner, long most, string code, string text) : Stream
{
    /// <summary>How many bytes may still come.</summary>
    public long Left { get; private set; } = most;

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
        Left -= read;
        return Left < 0 ? throw new Refusal(code, text) : read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
