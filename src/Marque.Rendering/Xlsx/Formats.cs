using System.Xml;
using Marque.Documents.Blocks;
using Marque.Rendering.Office;

namespace Marque.Rendering.Xlsx;

/// <summary>What a cell stands on.</summary>
internal enum Ground
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A row of a table: a line below it.</summary>
    Row,

    /// <summary>The header of a table.</summary>
    Head,
}

/// <summary>The format of a cell.</summary>
/// <param name="Face">Its letters.</param>
/// <param name="Ground">What it stands on.</param>
/// <param name="Indent">How far its words stand from its edge.</param>
/// <param name="IsQuoted">Whether it is marked as text though it begins like a formula, so that it stays text when someone edits it.</param>
internal readonly record struct Format(Face Face, Ground Ground, int Indent, bool IsQuoted);

/// <summary>The formats that a workbook uses, in the order of their first use.</summary>
internal sealed class Formats
{
    private readonly Dictionary<Format, int> numbers = [];

    /// <summary>The number of a format; 0 is that of a cell without one.</summary>
    public int Of(Format format)
    {
        if (!numbers.TryGetValue(format, out var number)) numbers.Add(format, number = numbers.Count + 1);
        return number;
    }

    public void Write(XmlWriter xml, Colour? accent)
    {
        var x = new Elements(xml, "", XlsxDocument.Main);
        var faces = Enum.GetValues<Face>();
        x.Open("styleSheet").Open("fonts", ("count", Elements.Of(faces.Length)));
        foreach (var face in faces)
        {
            x.Open("font");
            Write(x, face, accent, "name");
            x.Close();
        }

        x.Close().Open("fills", ("count", "3"));
        foreach (var pattern in (string[])["none", "gray125"]) x.Open("fill").Empty("patternFill", ("patternType", pattern)).Close();
        x.Open("fill").Open("patternFill", ("patternType", "solid")).Empty("fgColor", ("rgb", "FF" + Palette.Faint)).Empty("bgColor", ("indexed", "64")).Close().Close().Close();
        x.Open("borders", ("count", "3"));
        Border(x, null);
        Border(x, Palette.Line);
        Border(x, Palette.Rule);
        x.Close().Open("cellStyleXfs", ("count", "1")).Empty("xf", ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")).Close();
        x.Open("cellXfs", ("count", Elements.Of(numbers.Count + 1))).Empty("xf", ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0"), ("xfId", "0"));
        foreach (var format in numbers.Keys) Write(x, format);
        x.Close().Open("cellStyles", ("count", "1")).Empty("cellStyle", ("name", "Normal"), ("xfId", "0"), ("builtinId", "0")).Close().Close();
    }

    /// <summary>Writes what a face is, in the order of the schema.</summary>
    /// <param name="x">Writes it.</param>
    /// <param name="face">The face.</param>
    /// <param name="accent">The colour of headings; null: that of words.</param>
    /// <param name="name">The name of the element for its family: one in styles, another within a cell.</param>
    public static void Write(Elements x, Face face, Colour? accent, string name)
    {
        if (face.IsBold()) x.Empty("b");
        if (face == Face.Link) x.Empty("u");
        x.Value("sz", Elements.Of(face.Size())).Empty("color", ("rgb", "FF" + face.Colour(accent))).Value(name, face == Face.Code ? "Consolas" : "Calibri").Value("family", face == Face.Code ? "3" : "2");
    }

    private static void Write(Elements x, Format format)
    {
        x.Open("xf", ("numFmtId", "0"), ("fontId", Elements.Of((int)format.Face)), ("fillId", format.Ground == Ground.Head ? "2" : "0"), ("borderId", Elements.Of((int)format.Ground)), ("xfId", "0"), ("quotePrefix", format.IsQuoted ? "1" : null),
            ("applyFont", "1"), ("applyFill", "1"), ("applyBorder", "1"), ("applyAlignment", "1"));
        x.Empty("alignment", ("horizontal", "left"), ("vertical", "top"), ("wrapText", "1"), ("indent", format.Indent > 0 ? Elements.Of(format.Indent) : null)).Close();
    }

    private static void Border(Elements x, string? below)
    {
        x.Open("border").Empty("left").Empty("right").Empty("top").Open("bottom", ("style", below is null ? null : "thin"));
        if (below is not null) x.Empty("color", ("rgb", "FF" + below));
        x.Close().Empty("diagonal").Close();
    }
}
