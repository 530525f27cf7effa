using System.Globalization;
using System.Text;
using Marque.Rendering.Pdf.Objects;

namespace Marque.Rendering.Pdf.Fonts;

/// <summary>A font as a document uses it: each character has a code of its own, in the order of first use, so that text can be copied and searched exactly.</summary>
/// <param name="name">Its PostScript name.</param>
/// <param name="font">The font.</param>
internal sealed class Face(string name, TrueType font)
{
    private readonly Dictionary<int, int> codes = [];
    private readonly List<int> characters = [0xFFFD];
    private readonly List<int> glyphs = [0];

    /// <summary>Thousandths of an em above the line that capitals reach.</summary>
    public int CapHeight => font.CapHeight;

    /// <summary>Whether anything is set in it.</summary>
    public bool IsUsed => codes.Count > 0;

    public bool Has(int character) => font.Glyph(character) != 0;

    /// <summary>How far a character moves the pen, thousandths of an em.</summary>
    public int Advance(int character) => font.Advance(font.Glyph(character));

    /// <summary>The code of a character in text of this font.</summary>
    public int Code(int character)
    {
        if (codes.TryGetValue(character, out var code)) return code;
        codes.Add(character, code = characters.Count);
        characters.Add(character);
        glyphs.Add(font.Glyph(character));
        return code;
    }

    /// <summary>Puts the font with what is used of it, and tells its number (ISO 32000-1, 9.7: a composite font by glyph numbers).</summary>
    public int Put(ObjectFile file)
    {
        var subset = Subset.Of(font, glyphs);
        var embedded = file.PutStream($"/Length1 {Syntax.Number(subset.Length)}", subset);
        var called = $"/{Tag()}+{name}";
        var fixedPitch = name.Contains("Mono", StringComparison.Ordinal) ? 1 : 0;
        var descriptor = file.Put($"<</Type /FontDescriptor /FontName {called} /Flags {Syntax.Number(fixedPitch + 4 + (font.Slant != 0 ? 64 : 0))} /FontBBox [{string.Join(' ', font.Box.Select(Syntax.Number))}] /ItalicAngle {Syntax.Number(font.Slant)} /Ascent {Syntax.Number(font.Ascent)} /Descent {Syntax.Number(font.Descent)} /CapHeight {Syntax.Number(font.CapHeight)} /StemV {(name.EndsWith("Bold", StringComparison.Ordinal) ? "140" : "90")} /FontFile2 {Syntax.Ref(embedded)}>>");
        var descendant = file.Put($"<</Type /Font /Subtype /CIDFontType2 /BaseFont {called} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor {Syntax.Ref(descriptor)} /CIDToGIDMap /Identity /DW 0 /W [0 [{string.Join(' ', glyphs.Select(g => Syntax.Number(font.Advance(g))))}]]>>");
        var unicode = file.PutStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        return file.Put($"<</Type /Font /Subtype /Type0 /BaseFont {called} /Encoding /Identity-H /DescendantFonts [{Syntax.Ref(descendant)}] /ToUnicode {Syntax.Ref(unicode)}>>");
    }

    // Six capitals that differ where subsets differ (9.6.4).
    private string Tag()
    {
        var sum = 17u;
        foreach (var character in characters) sum = unchecked((sum * 31) + (uint)character);
        var tag = new char[6];
        for (var i = 0; i < tag.Length; i++, sum /= 26) tag[i] = (char)('A' + (sum % 26));
        return new string(tag);
    }

    // 9.10.3; at most a hundred entries in a block.
    private string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        for (var from = 1; from < characters.Count; from += 100)
        {
            var to = Math.Min(from + 100, characters.Count);
            map.Append(CultureInfo.InvariantCulture, $"{to - from} beginbfchar\n");
            for (var code = from; code < to; code++)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}> <");
                foreach (var unit in new Rune(characters[code]).ToString()) map.Append(((int)unit).ToString("X4", CultureInfo.InvariantCulture));
                map.Append(">\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
