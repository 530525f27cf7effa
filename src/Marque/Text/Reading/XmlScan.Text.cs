using System.Text;
using System.Text.Unicode;

namespace Marque.Text.Reading;

/// <content>Text, CDATA, comments and processing instructions, piece by piece.</content>
internal sealed partial class XmlScan
{
    // A longer reference is refused when it straddles two pieces; no writer pads one that far.
    private const int LongestReference = 64;

    private int textStart;
    private int textLength;

    // One piece of text; false when it is empty.
    private bool Text()
    {
        var span = buffer.AsSpan(start, end - start);
        var stop = span.IndexOf((byte)'<');
        var length = stop;
        while (stop < 0)
        {
            length = atEnd ? span.Length : SafeText(span);
            if (length > 0) break;
            Fill();
            span = buffer.AsSpan(start, end - start);
            stop = length = span.IndexOf((byte)'<');
        }

        var text = span[..length];
        if (depth == 0 && !text.Trim(" \t\r\n"u8).IsEmpty) throw Bad("text outside the root element");
        if (text.IndexOf("]]>"u8) >= 0) throw Bad("']]>' in text");
        Characters(text);
        for (var at = 0; (at = Next(text, at)) >= 0; at++)
        {
            var semicolon = text[at..].IndexOf((byte)';');
            Check(semicolon < 0 ? text[(at + 1)..] : text[(at + 1)..(at + semicolon)], semicolon > 0);
        }

        (textStart, textLength, IsCData) = (start, length, false);
        start += length;
        return length > 0;

        static int Next(ReadOnlySpan<byte> text, int at)
        {
            var step = at < text.Length ? text[at..].IndexOf((byte)'&') : -1;
            return step < 0 ? -1 : at + step;
        }
    }

    // How much of a piece without '<' can be judged before the next bytes are known.
    private static int SafeText(ReadOnlySpan<byte> span)
    {
        var length = WholeCharacters(span);
        var tail = Math.Max(0, length - LongestReference);
        var ampersand = span[tail..length].LastIndexOf((byte)'&');
        if (ampersand >= 0 && span[(tail + ampersand)..length].IndexOf((byte)';') < 0) length = tail + ampersand;
        for (var i = 0; i < 2 && length > 0 && span[length - 1] == ']'; i++) length--;
        return length;
    }

    // One piece of CDATA; false when it is empty. Leaves CDATA at its end.
    private bool CData()
    {
        for (; ; )
        {
            var span = buffer.AsSpan(start, end - start);
            var stop = span.IndexOf("]]>"u8);
            var length = stop >= 0 ? stop : WholeCharacters(span[..Math.Max(0, span.Length - 2)]);
            if (stop < 0 && length == 0)
            {
                if (!Fill()) throw Bad("the file ends inside CDATA");
                continue;
            }

            Characters(span[..length]);
            (textStart, textLength, IsCData) = (start, length, true);
            start += stop >= 0 ? length + 3 : length;
            inCData = stop < 0;
            return length > 0;
        }
    }

    private void Comment()
    {
        // XML 1.0, section 2.5: "--" must not occur within comments.
        Until("--"u8, "a comment");
        if (start == end && !Fill()) throw Bad("the file ends inside a comment");
        if (buffer[start] != '>') throw Bad("'--' inside a comment");
        start++;
    }

    private void Instruction()
    {
        var first = offset == 0 && start == documentStart;
        int stop;
        while ((stop = NameEnd(buffer.AsSpan(0, end), start + 2)) == end && Fill())
        {
        }

        var name = buffer.AsSpan(start + 2, stop - start - 2);
        if (name.IsEmpty || !CanStartName(name[0])) throw Bad("'<?' is not followed by a name");
        var isDeclaration = Ascii.EqualsIgnoreCase(name, "xml"u8);
        if (isDeclaration && !(first && name.SequenceEqual("xml"u8))) throw Bad("the XML declaration stands only at the very start");
        if (stop < end && buffer[stop] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'?')) throw Bad("a processing instruction's name holds a wrong character");
        start = stop;
        if (end - start < 2) Fill();
        if (end - start >= 2 && buffer[start] == '?' && buffer[start + 1] != '>') throw Bad("a processing instruction's name holds a wrong character");
        if (isDeclaration) XmlDeclaration();
        else Until("?>"u8, "a processing instruction");
    }

    private void Until(ReadOnlySpan<byte> terminator, string what)
    {
        for (; ; )
        {
            var span = buffer.AsSpan(start, end - start);
            var stop = span.IndexOf(terminator);
            var length = stop >= 0 ? stop : WholeCharacters(span[..Math.Max(0, span.Length - 1)]);
            Characters(span[..length]);
            start += stop >= 0 ? length + terminator.Length : length;
            if (stop >= 0) return;
            if (!Fill()) throw Bad($"the file ends inside {what}");
        }
    }

    // XML 1.0, section 2.2: Char.
    private void Characters(ReadOnlySpan<byte> text)
    {
        var bad = text.IndexOfAny(Controls);
        if (bad >= 0) throw Bad($"the control character U+{(int)text[bad]:X4}", bad);
        if (Ascii.IsValid(text)) return;
        if (!Utf8.IsValid(text)) throw new Refusal("xml.encoding", "bytes that are not UTF-8", Line);
        for (var at = 0; at < text.Length; at++)
        {
            var step = text[at..].IndexOf((byte)0xEF);
            if (step < 0) return;
            at += step;
            if (text[at + 1] == 0xBF && text[at + 2] >= 0xBE) throw Bad($"the character U+{0xFF00 | (text[at + 2] + 0x40):X4}, which XML does not allow", at);
        }
    }

    // The length without a UTF-8 sequence that is cut off at the end.
    private static int WholeCharacters(ReadOnlySpan<byte> text)
    {
        for (var back = 1; back <= 3 && back <= text.Length; back++)
        {
            var b = text[^back];
            if (b < 0x80) break;
            if (b < 0xC0) continue;
            var needs = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
            return needs > back ? text.Length - back : text.Length;
        }

        return text.Length;
    }
}
