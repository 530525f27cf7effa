using System.Buffers.Binary;
using System.Text;

namespace Marque.Rendering.Pdf.Fonts;

/// <summary>A TrueType font as its file describes it (OpenType specification). Only fonts of the program are read: a broken one is a broken program.</summary>
internal sealed class TrueType
{
    private readonly byte[] bytes;
    private readonly Dictionary<string, (int Offset, int Length)> tables = new(StringComparer.Ordinal);
    private readonly ushort[] basic = new ushort[0x10000];
    private readonly Dictionary<int, ushort> others = [];
    private readonly ushort[] advances;
    private readonly bool isLong;

    public TrueType(byte[] bytes)
    {
        this.bytes = bytes;
        for (var i = 0; i < U16(4); i++)
        {
            var record = 12 + (16 * i);
            tables.Add(Encoding.ASCII.GetString(bytes, record, 4), (I32(record + 8), I32(record + 12)));
        }

        var head = tables["head"].Offset;
        UnitsPerEm = U16(head + 18);
        Box = [Scaled(head + 36), Scaled(head + 38), Scaled(head + 40), Scaled(head + 42)];
        isLong = U16(head + 50) == 1;
        var hhea = tables["hhea"].Offset;
        Ascent = Scaled(hhea + 4);
        Descent = Scaled(hhea + 6);
        var count = U16(tables["maxp"].Offset + 4);
        var measured = U16(hhea + 34);
        advances = new ushort[count];
        for (var i = 0; i < count; i++) advances[i] = (ushort)(U16(tables["hmtx"].Offset + (4 * Math.Min(i, measured - 1))) * 1000 / UnitsPerEm);
        var os2 = tables["OS/2"].Offset;
        CapHeight = U16(os2) >= 2 ? Scaled(os2 + 88) : Ascent;
        Slant = I32(tables["post"].Offset + 4) >> 16;
        ReadCharacters(tables["cmap"].Offset);
    }

    public int UnitsPerEm { get; }

    /// <summary>What every glyph lies within: left, bottom, right, top; thousandths of an em, as all measures here.</summary>
    public int[] Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    /// <summary>Degrees to the left of upright, so that italics are negative.</summary>
    public int Slant { get; }

    /// <summary>The glyph of a character; 0: the font has none.</summary>
    public int Glyph(int codePoint) => codePoint < basic.Length ? basic[codePoint] : others.GetValueOrDefault(codePoint);

    /// <summary>How far a glyph moves the pen.</summary>
    public int Advance(int glyph) => advances[glyph];

    /// <summary>A table; empty: the font has none of that name.</summary>
    public ReadOnlySpan<byte> Table(string tag) => tables.TryGetValue(tag, out var table) ? bytes.AsSpan(table.Offset, table.Length) : default;

    /// <summary>The outline of a glyph; empty: it has none, such as a blank.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var (from, to) = (Location(glyph), Location(glyph + 1));
        return bytes.AsSpan(tables["glyf"].Offset + from, to - from);
    }

    private int Location(int glyph) => isLong ? I32(tables["loca"].Offset + (4 * glyph)) : 2 * U16(tables["loca"].Offset + (2 * glyph));

    private void ReadCharacters(int cmap)
    {
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var table = cmap + I32(cmap + 4 + (8 * i) + 4);
            switch (U16(table))
            {
                case 4: ReadSegments(table); break;
                case 12: ReadGroups(table); break;
            }
        }
    }

    // OpenType, cmap, format 4: segments of the basic plane, by a difference or by a list of glyphs.
    private void ReadSegments(int table)
    {
        var size = U16(table + 6);
        for (var i = 0; i < size; i += 2)
        {
            var last = U16(table + 14 + i);
            var first = U16(table + 16 + size + i);
            var delta = U16(table + 16 + (2 * size) + i);
            var at = table + 16 + (3 * size) + i;
            for (var c = first; c <= last && c < 0xFFFF; c++)
            {
                var listed = U16(at) == 0 ? c : U16(at + U16(at) + (2 * (c - first)));
                basic[c] = (ushort)(listed == 0 ? 0 : listed + delta);
            }
        }
    }

    // Format 12: groups of all planes.
    private void ReadGroups(int table)
    {
        for (var i = 0; i < I32(table + 12); i++)
        {
            var group = table + 16 + (12 * i);
            for (var c = I32(group); c <= I32(group + 4); c++)
            {
                var glyph = (ushort)(I32(group + 8) + c - I32(group));
                if (c < basic.Length) basic[c] = glyph;
                else others[c] = glyph;
            }
        }
    }

    private int Scaled(int at) => BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(at)) * 1000 / UnitsPerEm;

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    private int I32(int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}
