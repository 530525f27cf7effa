using System.Buffers.Binary;
using System.Text;

namespace Marque.Rendering.Pdf.Fonts;

/// <summary>A font with only the glyphs that a document uses, as ISO 32000-1, 9.9 wants it embedded.</summary>
internal static class Subset
{
    // OpenType, glyf: flags of the parts of a composite glyph.
    private const int HasWords = 0x0001, HasScale = 0x0008, HasMore = 0x0020, HasTwoScales = 0x0040, HasMatrix = 0x0080;

    /// <summary>The font.</summary>
    /// <param name="font">The whole font.</param>
    /// <param name="used">The glyphs in their new order, beginning with that of missing characters; one may stand twice.</param>
    public static byte[] Of(TrueType font, IReadOnlyList<int> used)
    {
        var glyphs = used.ToList();
        var parts = new Dictionary<int, int>();
        var outlines = new MemoryStream();
        var locations = new List<int>();
        // What composites are made of comes after what is used, and may be composite again.
        for (var i = 0; i < glyphs.Count; i++)
        {
            locations.Add((int)outlines.Length);
            var outline = font.Outline(glyphs[i]).ToArray();
            if (outline.Length > 0 && BinaryPrimitives.ReadInt16BigEndian(outline) < 0) Renumber(outline, glyphs, parts);
            outlines.Write(outline);
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
        }

        locations.Add((int)outlines.Length);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.ToArray(),
            ["head"] = font.Table("head").ToArray(),
            ["hhea"] = font.Table("hhea").ToArray(),
            ["hmtx"] = Metrics(font, glyphs),
            ["loca"] = Words(locations),
            ["maxp"] = font.Table("maxp").ToArray(),
        };
        foreach (var hints in new[] { "cvt ", "fpgm", "prep" })
        {
            if (font.Table(hints) is { IsEmpty: false } table) tables.Add(hints, table.ToArray());
        }

        tables["head"].AsSpan(8, 4).Clear();
        BinaryPrimitives.WriteInt16BigEndian(tables["head"].AsSpan(50), 1);
        BinaryPrimitives.WriteUInt16BigEndian(tables["hhea"].AsSpan(34), (ushort)glyphs.Count);
        BinaryPrimitives.WriteUInt16BigEndian(tables["maxp"].AsSpan(4), (ushort)glyphs.Count);
        return Assembled(tables);
    }

    private static void Renumber(byte[] outline, List<int> glyphs, Dictionary<int, int> parts)
    {
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            if (!parts.TryGetValue(part, out var number))
            {
                parts.Add(part, number = glyphs.Count);
                glyphs.Add(part);
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), (ushort)number);
            at += 4 + ((flags & HasWords) != 0 ? 4 : 2) + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
        }
        while ((flags & HasMore) != 0);
    }

    private static byte[] Metrics(TrueType font, List<int> glyphs)
    {
        var all = font.Table("hmtx");
        var measured = BinaryPrimitives.ReadUInt16BigEndian(font.Table("hhea")[34..]);
        var metrics = new byte[glyphs.Count * 4];
        for (var i = 0; i < glyphs.Count; i++)
        {
            all.Slice(4 * Math.Min(glyphs[i], measured - 1), 2).CopyTo(metrics.AsSpan(4 * i));
            all.Slice(glyphs[i] < measured ? (4 * glyphs[i]) + 2 : (4 * measured) + (2 * (glyphs[i] - measured)), 2).CopyTo(metrics.AsSpan((4 * i) + 2));
        }

        return metrics;
    }

    private static byte[] Words(List<int> values)
    {
        var words = new byte[values.Count * 4];
        for (var i = 0; i < values.Count; i++) BinaryPrimitives.WriteInt32BigEndian(words.AsSpan(4 * i), values[i]);
        return words;
    }

    // OpenType, "Organization of an OpenType font": a directory, then the tables at multiples of four, each with its sum.
    private static byte[] Assembled(SortedDictionary<string, byte[]> tables)
    {
        var offset = 12 + (16 * tables.Count);
        var font = new byte[offset + tables.Sum(t => Padded(t.Value.Length))];
        var power = 1;
        var log = 0;
        for (; power * 2 <= tables.Count; power *= 2) log++;
        BinaryPrimitives.WriteInt32BigEndian(font, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), (ushort)(power * 16));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), (ushort)((tables.Count - power) * 16));
        var record = 12;
        var head = 0;
        foreach (var (tag, table) in tables)
        {
            table.CopyTo(font, offset);
            Encoding.ASCII.GetBytes(tag, font.AsSpan(record));
            BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(record + 4), Sum(font.AsSpan(offset, Padded(table.Length))));
            BinaryPrimitives.WriteInt32BigEndian(font.AsSpan(record + 8), offset);
            BinaryPrimitives.WriteInt32BigEndian(font.AsSpan(record + 12), table.Length);
            if (tag == "head") head = offset;
            offset += Padded(table.Length);
            record += 16;
        }

        BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(head + 8), 0xB1B0AFBA - Sum(font));
        return font;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4) sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]);
        return sum;
    }
}
