using Marque.Text;
using Marque.Text.Reading;

namespace Marque.Components.Conformance.Xml;

/// <summary>Refuses XML in which a tag, a text, a comment or a CDATA section is longer than a bound, before a reader gathers it. Bytes of UTF-8 or of an encoding that shares ASCII.</summary>
internal sealed class TokenBound(Stream inner) : ForwardStream
{
    /// <summary>The longest token, in bytes.</summary>
    public const int Most = 16 * 1024 * 1024;

    private In state;
    private int matched;
    private long length;
    private int lines = 1;

    private enum In
    {
        Text,
        Markup,
        Section,
        Comment,
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        foreach (var b in buffer[..read]) Next(b);
        return read;
    }

    private void Next(byte b)
    {
        if (b == '\n') lines++;
        if (++length > Most) throw new Refusal("xml.token-too-long", $"a tag or a text is longer than {Most / 1024 / 1024} MiB", lines);
        switch (state)
        {
            case In.Text when b == '<':
                (state, matched, length) = (In.Markup, 1, 0);
                break;
            case In.Markup:
                // matched: how far "<![CDATA[" goes; "<!--" leaves that road behind its second character.
                if (matched == 2 && b == '-') (state, matched) = (In.Comment, 0);
                else if (matched > 0 && matched < 9 && b == "<![CDATA["u8[matched]) matched++;
                else matched = 0;
                if (matched == 9) (state, matched) = (In.Section, 0);
                else if (b == '>') (state, length) = (In.Text, 0);
                break;
            case In.Section:
            case In.Comment:
                var closing = state == In.Section ? (byte)']' : (byte)'-';
                if (b == '>' && matched >= 2) (state, matched, length) = (In.Text, 0, 0);
                else matched = b == closing ? Math.Min(2, matched + 1) : 0;
                break;
            default:
                break;
        }
    }
}
