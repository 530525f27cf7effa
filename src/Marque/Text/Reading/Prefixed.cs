namespace Marque.Text.Reading;

/// <summary>Bytes already read, then the rest of their stream.</summary>
internal sealed class Prefixed(ReadOnlyMemory<byte> head, Stream rest) : ForwardStream
{
    private ReadOnlyMemory<byte> head = head;

    public override int Read(Span<byte> buffer)
    {
        if (head.IsEmpty) return rest.Read(buffer);
        var count = Math.Min(buffer.Length, head.Length);
        head.Span[..count].CopyTo(buffer);
        head = head[count..];
        return count;
    }
}
