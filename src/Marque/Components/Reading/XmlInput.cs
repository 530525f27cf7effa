using System.Text;
using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>An XML file and what becomes of it. Elements of other namespaces than the document's are passed over.</summary>
internal sealed class XmlInput(Stream content, SbomBuilder builder)
{
    private readonly Kept prefix = new();
    private byte[] text = new byte[256];
    private int length;

    /// <summary>The file.</summary>
    public XmlScan Scan { get; } = new(content);

    /// <summary>What it becomes.</summary>
    public SbomBuilder Builder => builder;

    /// <summary>Moves to the root element, whose namespace becomes the document's; gives it.</summary>
    public string Root()
    {
        Scan.Read();
        prefix.Keep(Scan.Prefix);
        return Scan.Attribute(prefix.IsEmpty ? "xmlns"u8 : [.. "xmlns:"u8, .. prefix.Bytes]) ?? "";
    }

    /// <summary>Inside the element at that depth: moves to the next element in it; false at its end.</summary>
    public bool Child(int depth)
    {
        for (; ; )
        {
            var node = Scan.Read();
            if (node == XmlNode.None || (node == XmlNode.End && Scan.Depth == depth)) return false;
            if (node != XmlNode.Start) continue;
            if (Scan.Prefix.SequenceEqual(prefix.Bytes) && !(Scan.TryAttribute("xmlns"u8, out var other) && prefix.IsEmpty && !other.StartsWith("http://cyclonedx.org/schema/bom/"u8))) return true;
            Scan.Skip();
        }
    }

    /// <summary>Whether the element has this name.</summary>
    public bool Is(ReadOnlySpan<byte> name) => Scan.Is(name);

    /// <summary>The text of the element just started, up to its end, until the next is asked for.</summary>
    public ReadOnlySpan<byte> Text()
    {
        length = 0;
        var depth = Scan.Depth;
        Scan.WantText = true;
        for (; ; )
        {
            var node = Scan.Read();
            if (node == XmlNode.End && Scan.Depth == depth) break;
            if (node == XmlNode.Text && Scan.Depth == depth) Add(Scan.RawText, Scan.IsCData);
            else if (node == XmlNode.Start) Scan.Skip();
        }

        Scan.WantText = false;
        return text.AsSpan(0, length).Trim(" \t\r\n"u8);
    }

    /// <summary>The text of the element as a string.</summary>
    public string String() => Builder.String(Text());

    /// <summary>The value of an attribute; nothing when absent.</summary>
    public ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> name)
    {
        if (!Scan.TryAttribute(name, out var raw)) return default;
        return raw.IndexOfAny("&\t\r\n"u8) < 0 ? raw : Encoding.UTF8.GetBytes(XmlScan.Value(raw));
    }

    /// <summary>A finding: the element stands twice.</summary>
    public void Twice()
    {
        (Builder.Line, Builder.Column) = (Scan.TagLine, Scan.TagColumn);
        Builder.Find("sbom.duplicate-field", $"the element <{SbomBuilder.Shown(Scan.Name)}> stands twice in one element", "of texts the last is taken, of lists all items");
    }

    private void Add(ReadOnlySpan<byte> raw, bool isCData)
    {
        if (!isCData && raw.Contains((byte)'&')) raw = Encoding.UTF8.GetBytes(XmlScan.Decode(raw));
        // One byte more than is kept shows that a text is too long.
        raw = raw[..Math.Min(raw.Length, Texts.MaxText + 4 - length)];
        if (length + raw.Length > text.Length) Array.Resize(ref text, Math.Max(text.Length * 2, length + raw.Length));
        raw.CopyTo(text.AsSpan(length));
        length += raw.Length;
    }
}
