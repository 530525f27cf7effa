using Marque.Text;
using Marque.Text.Reading;

namespace Marque.Components.Conformance;

/// <summary>A stream that can be read from where it stood once more: by seeking, or from the bytes kept meanwhile.</summary>
internal sealed class Twice(Stream inner) : ForwardStream
{
    private readonly long from = inner.CanSeek ? inner.Position : 0;
    private readonly MemoryStream? kept = inner.CanSeek ? null : new MemoryStream();
    private bool last;

    /// <summary>Goes back to the start; after the last time nothing more is kept.</summary>
    public void Back(bool last = false)
    {
        this.last = last;
        if (kept is null) inner.Position = from;
        else kept.Position = 0;
    }

    public override int Read(Span<byte> buffer)
    {
        if (kept is null) return inner.Read(buffer);
        var read = kept.Read(buffer);
        if (read > 0 || buffer.IsEmpty) return read;
        read = inner.Read(buffer);
        if (last) return read;
        if (kept.Length + read > ConformanceCheck.MostHead) throw new Refusal("format", $"the version is not said in the first {ConformanceCheck.MostHead / 1024 / 1024} MiB, and this stream cannot be read twice");
        kept.Write(buffer[..read]);
        return read;
    }
}
