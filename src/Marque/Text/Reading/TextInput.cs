using System.Text;

namespace Marque.Text.Reading;

/// <summary>The characters of a text file, piece by piece: UTF-8 (what is not UTF-8 counts as U+FFFD), UTF-16 with byte order mark, or the encoding set after looking at <see cref="Head"/>.</summary>
internal sealed class TextInput
{
    private readonly Stream content;
    private readonly string kind;
    private readonly byte[] bytes = new byte[32 * 1024];
    private readonly char[] chars = new char[(32 * 1024) + 16];
    private readonly int mark;
    private int length;
    private bool first = true;
    private Decoder? decoder;

    public TextInput(Stream content, string kind)
    {
        this.content = content;
        this.kind = kind;
        length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        Encoding = Head switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        mark = Head.StartsWith("\uFEFF"u8) ? 3 : Head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? 2 : 0;
    }

    /// <summary>The first bytes.</summary>
    public ReadOnlySpan<byte> Head => bytes.AsSpan(0, length);

    /// <summary>Whether the file says its encoding by a byte order mark.</summary>
    public bool HasMark => mark > 0;

    /// <summary>The encoding; may be set before the first piece.</summary>
    public Encoding Encoding { get; set; }

    /// <summary>Lines ended so far.</summary>
    public long Lines { get; private set; }

    /// <summary>The next piece; false behind the last.</summary>
    /// <exception cref="Refusal">A NUL character: this is no text.</exception>
    public bool Next(out ReadOnlySpan<char> piece)
    {
        if (!first) length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        decoder ??= Encoding.GetDecoder();
        var from = first ? mark : 0;
        first = false;
        var last = length < bytes.Length;
        piece = chars.AsSpan(0, decoder.GetChars(bytes.AsSpan(from, Math.Max(0, length - from)), chars, flush: last));
        var nul = piece.IndexOf('\0');
        if (nul >= 0) throw new Refusal($"{kind}.binary", "the file holds NUL characters; it is no text", (int)Math.Min(int.MaxValue, Lines + piece[..nul].Count('\n') + 1));
        Lines += piece.Count('\n');
        return length > 0 || !piece.IsEmpty;
    }
}
