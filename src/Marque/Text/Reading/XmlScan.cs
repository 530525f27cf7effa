using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Marque.Text.Reading;

/// <summary>What <see cref="XmlScan.Read"/> stands on.</summary>
internal enum XmlNode
{
    /// <summary>The document is over.</summary>
    None,

    /// <summary>A start tag; an empty element is followed by its end.</summary>
    Start,

    /// <summary>An end tag.</summary>
    End,

    /// <summary>A piece of text or CDATA, only when <see cref="XmlScan.WantText"/>.</summary>
    Text,
}

/// <summary>A forward reader of XML 1.0 over a stream in constant memory: checks well-formedness, refuses document types, resolves the five entities and character references only.</summary>
/// <remarks>
/// The framework's reader gathers each CDATA section and attribute whole, so its memory grows with a test log of one gigabyte; this one never holds more than one tag.
/// Names may hold any character beyond ASCII; namespaces are not resolved, names compare by their local part.
/// </remarks>
internal sealed partial class XmlScan
{
    /// <summary>The longest tag with its attributes, in bytes.</summary>
    public const int MaxTag = 8 * 1024 * 1024;

    /// <summary>The deepest nesting.</summary>
    public const int MaxDepth = 256;

    /// <summary>The most attributes of one element.</summary>
    public const int MaxAttributes = 256;

    private static readonly SearchValues<byte> NotNameBytes = SearchValues.Create([.. Enumerable.Range(0, 128).Select(b => (byte)b).Where(b => !(char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)':' or (byte)'-' or (byte)'.'))]);
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Select(b => (byte)b).Where(b => b is not (9 or 10 or 13))]);
    private static readonly SearchValues<byte> ControlsAndReferences = SearchValues.Create([.. Enumerable.Range(0, 32).Select(b => (byte)b).Where(b => b is not (9 or 10 or 13)), (byte)'&']);
    private static readonly SearchValues<byte> ValueStops = SearchValues.Create([.. Enumerable.Range(0, 32).Select(b => (byte)b).Where(b => b is not (9 or 10 or 13)), (byte)'&', (byte)'<', (byte)'"', (byte)'\'']);

    private readonly (int Name, int NameLength, int Value, int ValueLength)[] attributes = new (int, int, int, int)[MaxAttributes];
    private readonly (int Start, int Local, int Length)[] open = new (int, int, int)[MaxDepth];
    private byte[] names = new byte[4096];
    private int attributeCount;
    private int depth;
    private int current;
    private bool rootSeen;
    private bool emptyPending;
    private bool inCData;

    /// <summary>Whether text is wanted; without, it is checked and passed over.</summary>
    public bool WantText { get; set; }

    /// <summary>The text of the current piece, as it stands in the file.</summary>
    public ReadOnlySpan<byte> RawText => buffer.AsSpan(textStart, textLength);

    /// <summary>Whether the current piece is CDATA, where <c>&amp;</c> is a letter like any other.</summary>
    public bool IsCData { get; private set; }

    /// <summary>Open elements, the one just started or just ended included.</summary>
    public int Depth => current + 1;

    /// <summary>The element's name without prefix.</summary>
    public ReadOnlySpan<byte> Name => names.AsSpan(open[current].Local, open[current].Start + open[current].Length - open[current].Local);

    /// <summary>The prefix of the element's name; empty when it has none.</summary>
    public ReadOnlySpan<byte> Prefix => open[current].Local == open[current].Start ? default : names.AsSpan(open[current].Start, open[current].Local - open[current].Start - 1);

    /// <summary>Behind a start tag: where it begins, in bytes of the UTF-8 form.</summary>
    public long TagOffset => offset + tagStart;

    /// <summary>Behind a start tag: the line where it begins, from 1.</summary>
    public int TagLine => LineAt(tagStart);

    /// <summary>Whether the element's name without prefix is this.</summary>
    public bool Is(ReadOnlySpan<byte> name) => Name.SequenceEqual(name);

    /// <summary>Moves to the next node.</summary>
    /// <exception cref="Refusal">Not well-formed, or beyond a bound.</exception>
    public XmlNode Read()
    {
        attributeCount = 0;
        if (emptyPending)
        {
            emptyPending = false;
            current = --depth;
            return XmlNode.End;
        }

        for (; ; )
        {
            if (inCData)
            {
                if (CData() && WantText) return XmlNode.Text;
                continue;
            }

            if (start == end && !Fill())
            {
                if (depth > 0) throw Bad($"the file ends inside <{Encoding.UTF8.GetString(names.AsSpan(open[depth - 1].Start, open[depth - 1].Length))}>");
                if (!rootSeen) throw new Refusal("xml.no-root", "the file holds no XML element", Line);
                return XmlNode.None;
            }

            if (buffer[start] != '<')
            {
                if (Text() && WantText && depth > 0) return XmlNode.Text;
                continue;
            }

            if (end - start < 2 && !Fill()) throw Bad("the file ends inside a tag");
            switch (buffer[start + 1])
            {
                case (byte)'/': EndTag(); return XmlNode.End;
                case (byte)'!': Declaration(); break;
                case (byte)'?': Instruction(); break;
                default: StartTag(); return XmlNode.Start;
            }
        }
    }

    /// <summary>Passes over the element just started, up to its end.</summary>
    public void Skip()
    {
        var level = Depth;
        var wanted = WantText;
        WantText = false;
        while (!(Read() == XmlNode.End && Depth == level))
        {
        }

        WantText = wanted;
    }

    private void EndTag()
    {
        int close;
        while ((close = buffer.AsSpan(start, end - start).IndexOf((byte)'>')) < 0)
        {
            if (!Fill()) throw Bad("the file ends inside an end tag");
        }

        var name = buffer.AsSpan(start + 2, close - 2).TrimEnd(" \t\r\n"u8);
        if (depth == 0 || !name.SequenceEqual(names.AsSpan(open[depth - 1].Start, open[depth - 1].Length))) throw Bad(depth == 0 ? "an end tag without its start" : $"the end tag of <{Encoding.UTF8.GetString(names.AsSpan(open[depth - 1].Start, open[depth - 1].Length))}> is expected here");
        start += close + 1;
        current = --depth;
    }

    private void Declaration()
    {
        while (end - start < 9 && Fill())
        {
        }

        var span = buffer.AsSpan(start, end - start);
        if (span.StartsWith("<!--"u8))
        {
            start += 4;
            Comment();
        }
        else if (span.StartsWith("<![CDATA["u8))
        {
            if (depth == 0) throw Bad("CDATA outside the root element");
            start += 9;
            inCData = true;
        }
        else
        {
            throw span.StartsWith("<!DOCTYPE"u8)
                ? new Refusal("xml.dtd", "the file has a document type declaration; these are not read, they can define entities", Line)
                : Bad("'<!' starts neither a comment nor CDATA");
        }
    }

    private void StartTag()
    {
        if (depth == 0 && rootSeen) throw Bad("a second root element");
        if (depth == MaxDepth) throw new Refusal("xml.too-deep", $"elements are nested more than {MaxDepth} levels deep", Line);
        int length;
        bool empty;
        while (!TryTag(out length, out empty))
        {
            if (!Fill()) throw Bad("the file ends inside a tag");
        }

        var tag = buffer.AsSpan(start, length);
        if (!Ascii.IsValid(tag)) Characters(tag);
        var name = tag.Slice(1, attributes[0].NameLength);
        var at = depth == 0 ? 0 : open[depth - 1].Start + open[depth - 1].Length;
        if (at + name.Length > names.Length) Array.Resize(ref names, Math.Max(names.Length * 2, at + name.Length));
        name.CopyTo(names.AsSpan(at));
        open[depth] = (at, at + name.LastIndexOf((byte)':') + 1, name.Length);
        current = depth++;
        rootSeen = true;
        emptyPending = empty;
        tagStart = start;
        start += length;
    }
}
