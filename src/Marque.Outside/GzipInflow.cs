using Marque.Text;

namespace Marque.Outside;

/// <summary>The packed bytes of gzip members: knows the block that was taken last, and goes back into it.</summary>
internal sealed class GzipInflow(Stream bytes) : ForwardStream
{
    private const byte HeaderChecksum = 2, Extra = 4, Name = 8, Comment = 16, Reserved = 0xE0;

    private readonly byte[] buffer = GC.AllocateUninitializedArray<byte>(128 * 1024);
    // From last to next: the block taken last. From next to end: what was not taken yet.
    private int last, next, end;

    public override int Read(Span<byte> target)
    {
        last = next;
        var ahead = Ahead(1);
        // Never so much that the block and what stands right behind it do not fit.
        var count = Math.Min(Math.Min(target.Length, ahead.Length), buffer.Length / 4);
        ahead[..count].CopyTo(target);
        next += count;
        return count;
    }

    /// <summary>At least so many of the bytes that were not taken; fewer only at the end.</summary>
    public ReadOnlySpan<byte> Ahead(int count)
    {
        if (end - next < count)
        {
            buffer.AsSpan(last, end - last).CopyTo(buffer);
            (last, next, end) = (0, next - last, end - last);
            while (end - next < count && bytes.Read(buffer, end, buffer.Length - end) is var read and > 0) end += read;
        }

        return buffer.AsSpan(next, end - next);
    }

    /// <summary>Goes behind the first place in the block taken last, or right behind it, where these bytes stand with nothing behind them, or another member. A member of no content ends with zeros, and the packed bytes before may too.</summary>
    /// <param name="mark">The bytes.</param>
    /// <param name="isAtEnd">Whether nothing stands behind what was looked at.</param>
    /// <returns>False: they do not stand there.</returns>
    public bool GoBehind(ReadOnlySpan<byte> mark, out bool isAtEnd)
    {
        var ahead = Ahead(mark.Length + 1).Length;
        isAtEnd = ahead <= mark.Length;
        var looked = buffer.AsSpan(last, next - last + Math.Min(ahead, mark.Length));
        var behind = -1;
        for (var from = 0; looked[from..].IndexOf(mark) is var found and >= 0; from += found + 1)
        {
            var place = from + found + mark.Length;
            var ends = last + place == end || buffer[last + place] == 0x1F;
            if (behind < 0 || ends) behind = place;
            if (ends) break;
        }

        if (behind < 0) return false;
        next = last += behind;
        return true;
    }

    /// <summary>Passes over the header of a member (RFC 1952, section 2.3).</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public void PassHeader(bool isFirst)
    {
        if (Byte() != 0x1F || (!Ahead(1).IsEmpty && Byte() != 0x8B)) throw new InvalidDataException(isFirst ? "it is damaged, or no gzip" : "it is damaged: something that is no gzip stands behind its end");
        if (Byte() != 8) throw new InvalidDataException("it is damaged, or packed by another method than deflate");
        var flags = Byte();
        if ((flags & Reserved) != 0) throw new InvalidDataException("it is damaged, or no gzip: flags of its header mean nothing");
        // Time, level and system.
        Pass(6);
        if ((flags & Extra) != 0) Pass(Byte() | (Byte() << 8));
        if ((flags & Name) != 0) PassText();
        if ((flags & Comment) != 0) PassText();
        if ((flags & HeaderChecksum) != 0) Pass(2);
        last = next;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) bytes.Dispose();
        base.Dispose(disposing);
    }

    private void Pass(int count)
    {
        for (; count > 0; count--) Byte();
    }

    private void PassText()
    {
        while (Byte() != 0)
        {
            // Passed over.
        }
    }

    private int Byte()
    {
        last = next;
        return Ahead(1) is [var one, ..] ? Taken(one) : throw new InvalidDataException("it is cut off");
    }

    private int Taken(byte one)
    {
        next++;
        return one;
    }
}
