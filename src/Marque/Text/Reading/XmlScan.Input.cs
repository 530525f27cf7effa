using System.Text;

namespace Marque.Text.Reading;

/// <content>The buffer, the encoding and lines.</content>
internal sealed partial class XmlScan
{
    private Stream source;
    private byte[] buffer = GC.AllocateUninitializedArray<byte>(64 * 1024);
    private int start;
    private int end;
    private bool atEnd;
    private long offset;
    private long lines;
    private int countedTo;
    private Columns columns;
    private int columnsTo;
    private int documentStart;
    private bool transcoded;

    /// <summary>Reads <paramref name="source"/> from its current position: UTF-8, UTF-16, or what the XML declaration names.</summary>
    public XmlScan(Stream source)
    {
        this.source = source;
        while (end < 4 && Fill())
        {
        }

        var head = buffer.AsSpan(0, end);
        if (head.StartsWith("\uFEFF"u8)) (documentStart, start, columns) = (3, 3, new Columns(1));
        else if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[(byte)'<', 0])) Transcode(Encoding.Unicode);
        else if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || head.StartsWith((ReadOnlySpan<byte>)[0, (byte)'<'])) Transcode(Encoding.BigEndianUnicode);
    }

    /// <summary>The current line, from 1; counted on from where it was last asked.</summary>
    public int Line => LineAt(start);

    private int LineAt(int position)
    {
        if (position < countedTo) return (int)Math.Min(int.MaxValue, lines - buffer.AsSpan(position, countedTo - position).Count((byte)'\n') + 1);
        lines += buffer.AsSpan(countedTo, position - countedTo).Count((byte)'\n');
        countedTo = position;
        return (int)Math.Min(int.MaxValue, lines + 1);
    }

    /// <summary>The column of the tag just read, in characters from 1.</summary>
    public int TagColumn => ColumnAt(tagStart);

    private int ColumnAt(int position)
    {
        // Counted on from where it was last asked: a buffer may be large, and every tag in it be one to tell of.
        if (position < columnsTo) return 0;
        if (position <= end) PassTo(position);
        return columns.Column;
    }

    private void PassTo(int position)
    {
        columns.Pass(buffer.AsSpan(columnsTo, position - columnsTo));
        columnsTo = position;
    }

    private Refusal Bad(string what, int ahead = 0) => new("xml.syntax", $"not well-formed XML: {what}", LineAt(start + ahead), ColumnAt(start + ahead));

    // Makes room behind start and reads on; false at the end of the stream.
    private bool Fill()
    {
        if (atEnd) return false;
        if (start > 0)
        {
            LineAt(start);
            if (countedTo > start) lines -= buffer.AsSpan(start, countedTo - start).Count((byte)'\n');
            countedTo = 0;
            offset += start;
            if (columnsTo < start) PassTo(start);
            columnsTo -= start;
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            if (buffer.Length >= MaxTag) throw new Refusal("xml.tag-too-long", $"a tag is longer than {MaxTag / 1024 / 1024} MiB", Line);
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        int read;
        try
        {
            read = source.ReadAtLeast(buffer.AsSpan(end), buffer.Length - end, throwOnEndOfStream: false);
        }
        catch (DecoderFallbackException)
        {
            throw new Refusal("xml.encoding", "bytes that are not of the file's encoding", LineAt(end));
        }

        end += read;
        atEnd = end < buffer.Length;
        return read > 0;
    }

    // XML 1.0, section 2.8; the reader stands behind "<?xml".
    private void XmlDeclaration()
    {
        int stop;
        while ((stop = buffer.AsSpan(start, end - start).IndexOf("?>"u8)) < 0)
        {
            if (end - start > 1024 || !Fill()) throw Bad("the XML declaration does not end");
        }

        var text = Encoding.Latin1.GetString(buffer, start, stop);
        var rest = text.AsSpan();
        if (!Pseudo(ref rest, "version", out var version) || version is not ("1.0" or "1.1")) throw Bad("the XML declaration's version is not 1.0");
        var named = Pseudo(ref rest, "encoding", out var encoding);
        if (Pseudo(ref rest, "standalone", out var standalone) && standalone is not ("yes" or "no")) throw Bad("standalone is neither yes nor no");
        if (!rest.Trim(" \t\r\n").IsEmpty) throw Bad("the XML declaration holds something unknown");
        start += stop + 2;
        if (named && !transcoded) Switch(encoding);
    }

    private static bool Pseudo(ref ReadOnlySpan<char> rest, string name, out string value)
    {
        value = "";
        var text = rest.TrimStart(" \t\r\n");
        if (text.Length == rest.Length || !text.StartsWith(name, StringComparison.Ordinal)) return false;
        text = text[name.Length..].TrimStart(" \t\r\n");
        if (text.IsEmpty || text[0] != '=') return false;
        text = text[1..].TrimStart(" \t\r\n");
        if (text.IsEmpty || text[0] is not ('"' or '\'')) return false;
        var close = text[1..].IndexOf(text[0]);
        if (close < 0) return false;
        value = text[1..(close + 1)].ToString();
        rest = text[(close + 2)..];
        return true;
    }

    private void Switch(string name)
    {
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)) return;
        // XML 1.0, section 4.3.3: an entity in another encoding than it declares is a fatal error; UTF-16 would have shown itself.
        if (!OldEncodings.TryGet(name, out var encoding) || !encoding!.IsSingleByte) throw new Refusal("xml.encoding", $"the encoding '{name}' is not known, or not the file's", Line);
        Transcode(encoding);
    }

    // From start on the bytes are of another encoding.
    private void Transcode(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        var skip = encoding.Preamble.Length > 0 && buffer.AsSpan(start, end - start).StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;
        LineAt(start);
        countedTo = 0;
        offset += start;
        if (columnsTo < start) PassTo(start);
        columnsTo = 0;
        source = Encoding.CreateTranscodingStream(new Prefixed(buffer.AsSpan(start + skip, end - start - skip).ToArray(), source), strict, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        buffer = GC.AllocateUninitializedArray<byte>(64 * 1024);
        (start, end, atEnd, transcoded) = (0, 0, false, true);
    }
}
