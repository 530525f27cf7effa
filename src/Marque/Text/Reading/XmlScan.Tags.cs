using System.Buffers.Text;
using System.Text;

namespace Marque.Text.Reading;

/// <content>Tags, attributes and references.</content>
internal sealed partial class XmlScan
{
    private int tagStart;

    /// <summary>The value of an attribute as it stands in the file, valid until the next <see cref="Read"/>.</summary>
    public bool TryAttribute(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> raw)
    {
        for (var i = 1; i <= attributeCount; i++)
        {
            ref readonly var attribute = ref attributes[i];
            if (attribute.NameLength != name.Length || !buffer.AsSpan(tagStart + attribute.Name, attribute.NameLength).SequenceEqual(name)) continue;
            raw = buffer.AsSpan(tagStart + attribute.Value, attribute.ValueLength);
            return true;
        }

        raw = default;
        return false;
    }

    /// <summary>The text of an attribute, or null when absent.</summary>
    public string? Attribute(ReadOnlySpan<byte> name) => TryAttribute(name, out var raw) ? Value(raw) : null;

    /// <summary>The whole number of an attribute, or null when absent or none. A fraction is cut off (some runners write <c>3.0</c>).</summary>
    public long? Number(ReadOnlySpan<byte> name)
    {
        if (!TryAttribute(name, out var raw)) return null;
        raw = raw.Trim(" \t\r\n"u8);
        if (!Utf8Parser.TryParse(raw, out long value, out var read)) return null;
        return read == raw.Length || raw[read] == '.' ? value : null;
    }

    /// <summary>Whether an attribute has this value, ASCII letters compared without case.</summary>
    public bool Has(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => TryAttribute(name, out var raw) && Ascii.EqualsIgnoreCase(raw, value);

    /// <summary>The text that a raw attribute value stands for: white space is normalised before references are resolved (XML 1.0, section 3.3.3).</summary>
    public static string Value(ReadOnlySpan<byte> raw) =>
        Decode(raw.IndexOfAny("\t\r\n"u8) < 0 ? Encoding.UTF8.GetString(raw) : Encoding.UTF8.GetString(raw).Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '));

    /// <summary>The text that a raw piece of text stands for.</summary>
    public static string Decode(ReadOnlySpan<byte> raw) => Decode(Encoding.UTF8.GetString(raw));

    private static string Decode(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal)) return text;
        var output = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var semicolon = text[i] == '&' ? text.IndexOf(';', i) : -1;
            if (semicolon < 0)
            {
                output.Append(text[i]);
                continue;
            }

            // References were checked when the tag was read.
            if (Reference(Encoding.UTF8.GetBytes(text[(i + 1)..semicolon])) is { } rune) output.Append(rune.ToString());
            i = semicolon;
        }

        return output.ToString();
    }

    // Finds the end of the tag at start and its attributes, with offsets from the tag's start; false when the buffer ends before.
    private bool TryTag(out int length, out bool empty)
    {
        var tag = buffer.AsSpan(start, end - start);
        (length, empty, attributeCount) = (0, false, 0);
        var at = NameEnd(tag, 1);
        if (at == tag.Length) return false;
        if (at == 1 || !CanStartName(tag[1])) throw Bad("'<' is not followed by a name");
        attributes[0] = (1, at - 1, 0, 0);
        for (; ; )
        {
            var afterSpace = SpaceEnd(tag, at);
            if (afterSpace == tag.Length) return false;
            if (tag[afterSpace] == '>')
            {
                length = afterSpace + 1;
                return true;
            }

            if (tag[afterSpace] == '/')
            {
                if (afterSpace + 1 == tag.Length) return false;
                if (tag[afterSpace + 1] != '>') throw Bad("'/' inside a tag");
                (length, empty) = (afterSpace + 2, true);
                return true;
            }

            if (afterSpace == at) throw Bad("white space is missing before an attribute");
            var nameEnd = NameEnd(tag, afterSpace);
            if (nameEnd == tag.Length) return false;
            if (nameEnd == afterSpace || !CanStartName(tag[afterSpace])) throw Bad("an attribute has no name");
            at = SpaceEnd(tag, nameEnd);
            if (at == tag.Length) return false;
            if (tag[at] != '=') throw Bad("an attribute has no value");
            at = SpaceEnd(tag, at + 1);
            if (at == tag.Length) return false;
            var quote = tag[at];
            if (quote is not ((byte)'"' or (byte)'\'')) throw Bad("an attribute's value is not in quotes");
            var value = at + 1;
            if (!TryValueEnd(tag, value, quote, out at)) return false;
            Add(tag, afterSpace, nameEnd - afterSpace, value, at - value);
            at++;
        }
    }

    private void Add(ReadOnlySpan<byte> tag, int name, int nameLength, int value, int valueLength)
    {
        if (attributeCount + 1 == MaxAttributes) throw new Refusal("xml.attributes", $"an element has more than {MaxAttributes - 1} attributes", Line);
        for (var i = 1; i <= attributeCount; i++)
        {
            if (attributes[i].NameLength == nameLength && tag.Slice(attributes[i].Name, nameLength).SequenceEqual(tag.Slice(name, nameLength))) throw Bad("an attribute stands twice");
        }

        attributes[++attributeCount] = (name, nameLength, value, valueLength);
    }

    private bool TryValueEnd(ReadOnlySpan<byte> tag, int at, byte quote, out int valueEnd)
    {
        for (valueEnd = at; ; valueEnd++)
        {
            var step = tag[valueEnd..].IndexOfAny(ValueStops);
            if (step < 0) return false;
            valueEnd += step;
            switch (tag[valueEnd])
            {
                case var b when b == quote: return true;
                case (byte)'"' or (byte)'\'': break;
                case (byte)'<': throw Bad("'<' inside an attribute's value");
                case (byte)'&':
                    var semicolon = tag[valueEnd..].IndexOfAny((byte)';', quote);
                    if (semicolon < 0) return false;
                    Check(tag.Slice(valueEnd + 1, semicolon - 1), tag[valueEnd + semicolon] == ';');
                    valueEnd += semicolon - (tag[valueEnd + semicolon] == ';' ? 0 : 1);
                    break;
                default: throw Bad("a control character");
            }
        }
    }

    // XML 1.0, section 4.1: without a document type only character references and the five names exist.
    private void Check(ReadOnlySpan<byte> reference, bool closed)
    {
        if (!closed || Reference(reference) is null) throw new Refusal("xml.entity", $"the entity &{Encoding.UTF8.GetString(reference[..Math.Min(reference.Length, 40)])}; is not defined", Line);
    }

    private static Rune? Reference(ReadOnlySpan<byte> reference)
    {
        if (reference.IsEmpty || reference[0] != '#')
        {
            return reference.SequenceEqual("amp"u8) ? new Rune('&') : reference.SequenceEqual("lt"u8) ? new Rune('<') : reference.SequenceEqual("gt"u8) ? new Rune('>')
                : reference.SequenceEqual("quot"u8) ? new Rune('"') : reference.SequenceEqual("apos"u8) ? new Rune('\'') : null;
        }

        var hex = reference.Length > 1 && reference[1] == 'x';
        var digits = reference[(hex ? 2 : 1)..];
        if (digits.IsEmpty) return null;
        var value = 0;
        foreach (var digit in digits)
        {
            var number = char.IsAsciiDigit((char)digit) ? digit - '0' : hex && char.IsAsciiHexDigit((char)digit) ? (digit | 0x20) - 'a' + 10 : -1;
            if (number < 0) return null;
            value = (value * (hex ? 16 : 10)) + number;
            if (value > 0x10FFFF) return null;
        }

        return value is 9 or 10 or 13 or (>= 0x20 and < 0xD800) or (> 0xDFFF and < 0xFFFE) or > 0xFFFF ? new Rune(value) : null;
    }

    private static bool CanStartName(byte b) => b >= 0x80 || char.IsAsciiLetter((char)b) || b is (byte)'_' or (byte)':';

    private static int NameEnd(ReadOnlySpan<byte> tag, int at)
    {
        var step = tag[at..].IndexOfAny(NotNameBytes);
        return step < 0 ? tag.Length : at + step;
    }

    private static int SpaceEnd(ReadOnlySpan<byte> tag, int at)
    {
        while (at < tag.Length && tag[at] is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r') at++;
        return at;
    }
}
