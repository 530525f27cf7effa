using System.Text;
using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>Tells from the first bytes which reader a file is for.</summary>
internal static class SbomKind
{
    /// <summary>The reader, named by one format it reads: JSON, XML or tag-value.</summary>
    /// <exception cref="Refusal">It is for none.</exception>
    public static SbomFormat Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            head = Encoding.UTF8.GetBytes((head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(head[2..(head.Length & ~1)]));
        }

        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        var text = head.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty) throw new Refusal("content.empty", "the file is empty");
        if (text[0] == '{') return SbomFormat.CycloneDxJson;
        if (text[0] == '<') return text.IndexOf("rdf:RDF"u8) >= 0 && text.IndexOf("spdx"u8) >= 0 ? throw Other("RDF") : text.IndexOf("<Document"u8) >= 0 && text.IndexOf("SPDXID"u8) >= 0 ? throw Other("XML") : SbomFormat.CycloneDxXml;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) throw new Refusal("sbom.compressed", "the file is compressed with gzip; give its content");
        if (head.StartsWith("PK\u0003\u0004"u8)) throw new Refusal("sbom.compressed", "the file is a ZIP archive; give the file inside");
        if (head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) || head.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0]) || head.StartsWith("BZh"u8)) throw new Refusal("sbom.compressed", "the file is compressed with zstd, xz or bzip2; unpack it, or pack it with gzip");
        if (head.Contains((byte)0)) throw new Refusal("sbom.binary", "the file holds NUL bytes; it is no bill of materials");
        if (HasLine(text, "spdxVersion:"u8) || HasLine(text, "SPDXID:"u8) && !HasLine(text, "SPDXVersion:"u8) && text.IndexOf("\npackages:"u8) >= 0 || text.StartsWith("---"u8)) throw Other("YAML");
        return SbomFormat.SpdxTagValue;
    }

    private static Refusal Other(string form) => new("sbom.form", $"this is SPDX as {form}, which is not read; convert it to JSON or tag-value (any SPDX tool does) and give that");

    private static bool HasLine(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start) => text.StartsWith(start) || (text.IndexOf(start) is var at and > 0 && text[at - 1] is (byte)'\n' or (byte)'"');
}
