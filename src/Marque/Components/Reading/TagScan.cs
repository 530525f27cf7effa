using System.Text;
using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>A forward reader of SPDX tag-value text: <c>Tag: value</c> on a line, values of several lines between <c>&lt;text&gt;</c> and <c>&lt;/text&gt;</c>.</summary>
internal sealed class TagScan
{
    /// <summary>The longest value, in bytes.</summary>
    public const int MaxValue = 32 * 1024 * 1024;

    private readonly Stream source;
    private readonly byte[] lineEnd = "\n"u8.ToArray();
    private byte[] buffer = GC.AllocateUninitializedArray<byte>(64 * 1024);
    private int start;
    private int next;
    private int end;
    private bool atEnd;
    private long before;
    private int lines;
    private (int At, int Length) tag;
    private (int At, int Length) value;

    public TagScan(Stream source)
    {
        this.source = source;
        Fill();
        if (buffer.AsSpan(0, end) is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            var wide = new UnicodeEncoding(bigEndian: buffer[0] == 0xFE, byteOrderMark: false, throwOnInvalidBytes: true);
            this.source = Encoding.CreateTranscodingStream(new Prefixed(buffer.AsSpan(2, end - 2).ToArray(), source), wide, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            (end, atEnd) = (0, false);
        }
        else if (buffer.AsSpan(0, end).StartsWith("\uFEFF"u8)) next = 3;

        // Lines may end the old way, with a carriage return alone.
        if (end == 0) Fill();
        var first = buffer.AsSpan(0, end).IndexOfAny("\r\n"u8);
        if (first >= 0 && buffer[first] == '\r' && first + 1 < end && buffer[first + 1] != '\n') lineEnd = "\r"u8.ToArray();
    }

    /// <summary>The tag; empty when the line has none.</summary>
    public ReadOnlySpan<byte> Tag => buffer.AsSpan(tag.At, tag.Length);

    /// <summary>The value without white space around it; of a line without a tag, the line.</summary>
    public ReadOnlySpan<byte> Value => buffer.AsSpan(value.At, value.Length);

    /// <summary>The line of the tag, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Where the line begins, in bytes.</summary>
    public long Offset => before + start;

    /// <summary>Moves to the next tag, past empty lines and comments; false behind the last.</summary>
    /// <exception cref="Refusal">Beyond a bound, or a text that does not end.</exception>
    public bool Read()
    {
        for (; ; )
        {
            start = next;
            var length = Find(lineEnd, 0);
            if (length < 0 && start == end) return false;
            Line = ++lines;
            if (length < 0) length = end - start;
            var line = buffer.AsSpan(start, length);
            var content = line.Trim(" \t\r"u8);
            if (content.IsEmpty || content[0] == '#')
            {
                next = Math.Min(end, start + length + 1);
                continue;
            }

            var colon = line.IndexOf((byte)':');
            (tag, value) = (Trimmed(0, Math.Max(0, colon)), Trimmed(colon + 1, length - colon - 1));
            if (colon >= 0 && Value.StartsWith("<text>"u8)) length = Multiple(value.At - start + 6);
            next = Math.Min(end, start + length + 1);
            return true;
        }
    }

    // The value of several lines that begins there; gives the length of the last line's end.
    private int Multiple(int from)
    {
        var (tagFrom, tagLength) = (tag.At - start, tag.Length);
        var length = Find("</text>"u8, from);
        if (length < 0) throw new Refusal("spdx.text", "a <text> does not end", Line);
        var stop = Find(lineEnd, length);
        if (stop < 0) stop = end - start;
        (tag, value) = ((start + tagFrom, tagLength), (start + from, length - from));
        lines += Value.Count(lineEnd[0]);
        return stop;
    }

    // How far behind start the pattern stands, sought from there on; -1 when it does not come.
    private int Find(ReadOnlySpan<byte> pattern, int from)
    {
        for (; ; )
        {
            var stop = buffer.AsSpan(start + from, end - start - from).IndexOf(pattern);
            if (stop >= 0) return from + stop;
            from = Math.Max(from, end - start - pattern.Length + 1);
            if (!Fill()) return -1;
        }
    }

    private (int At, int Length) Trimmed(int from, int length)
    {
        var span = buffer.AsSpan(start + from, length);
        var trimmed = span.TrimStart(" \t\r"u8);
        return (start + from + span.Length - trimmed.Length, trimmed.TrimEnd(" \t\r"u8).Length);
    }

    // Reads on, and moves what is still needed to the front; false at the end of the stream.
    private bool Fill()
    {
        if (atEnd) return false;
        if (start > 0)
        {
            before += start;
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            if (buffer.Length >= MaxValue) throw new Refusal("spdx.value-too-long", $"a line or a text is longer than {MaxValue / 1024 / 1024} MiB", lines + 1);
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = source.ReadAtLeast(buffer.AsSpan(end), buffer.Length - end, throwOnEndOfStream: false);
        end += read;
        atEnd = end < buffer.Length;
        return read > 0;
    }
}
