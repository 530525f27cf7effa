namespace Marque.Text.Reading;

/// <summary>A stream that refuses to give more than so many bytes.</summary>
internal sealed class Bounded(Stream inner, long most, string code, string text) : ForwardStream
{
    /// <summary>How many bytes may still come.</summary>
    public long Left { get; private set; } = most;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Left -= read;
        return Left < 0 ? throw new Refusal(code, text) : read;
    }
}
