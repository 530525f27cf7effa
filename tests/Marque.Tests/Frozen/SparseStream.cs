namespace Marque.Tests.Frozen;

/// <summary>A file of any size that holds a few pieces, and zeros between them.</summary>
internal sealed class SparseStream : Stream
{
    private readonly List<(long Offset, byte[] Bytes)> pieces = [];
    private long length;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public void Put(long offset, byte[] bytes)
    {
        pieces.Add((offset, bytes));
        length = Math.Max(length, offset + bytes.Length);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, Math.Max(0, length - Position));
        buffer[..count].Clear();
        foreach (var (at, bytes) in pieces)
        {
            var from = Math.Max(at, Position);
            var to = Math.Min(at + bytes.Length, Position + count);
            if (from < to) bytes.AsSpan((int)(from - at), (int)(to - from)).CopyTo(buffer[(int)(from - Position)..]);
        }

        Position += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
