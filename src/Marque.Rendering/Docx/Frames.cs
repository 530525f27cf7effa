using Marque.Documents;
using Marque.Rendering.Office;

namespace Marque.Rendering.Docx;

/// <summary>The elements of tables.</summary>
internal sealed class Frames(Elements w)
{
    private IReadOnlyList<int> widths = [];
    private int at;

    /// <summary>Opens a table.</summary>
    /// <param name="style">Its style.</param>
    /// <param name="columns">The widths of its columns.</param>
    /// <param name="caption">What a reader who does not see it hears; null: nothing.</param>
    /// <param name="hasHead">Whether its first row is a header.</param>
    public void Open(string style, IReadOnlyList<int> columns, string? caption = null, bool hasHead = false)
    {
        widths = columns;
        w.Open("tbl").Open("tblPr").Value("tblStyle", style).Empty("tblW", ("w", Elements.Of(columns.Sum())), ("type", "dxa")).Empty("tblLayout", ("type", "fixed"))
            .Empty("tblLook", ("val", hasHead ? "0620" : "0600"), ("firstRow", hasHead ? "1" : "0"), ("lastRow", "0"), ("firstColumn", "0"), ("lastColumn", "0"), ("noHBand", "1"), ("noVBand", "1"));
        if (caption is not null) w.Value("tblCaption", Visible.Text(caption));
        w.Close().Open("tblGrid");
        foreach (var width in columns) w.Empty("gridCol", ("w", Elements.Of(width)));
        w.Close();
    }

    /// <summary>Opens a row, which pages do not divide unless it is divided by nature.</summary>
    /// <param name="isHead">Whether every page repeats it.</param>
    /// <param name="height">Its height, twentieths of a point; null: that of its words.</param>
    /// <param name="mayBreak">Whether a page may end within it.</param>
    public void Row(bool isHead = false, int? height = null, bool mayBreak = false)
    {
        at = 0;
        w.Open("tr");
        if (mayBreak) return;
        w.Open("trPr").Empty("cantSplit");
        if (height is { } fixedHeight) w.Empty("trHeight", ("val", Elements.Of(fixedHeight)), ("hRule", "exact"));
        if (isHead) w.Empty("tblHeader");
        w.Close();
    }

    /// <summary>Opens a cell.</summary>
    /// <param name="line">The colour of a line below it; null: none but the table's.</param>
    public void Cell(string? line = null)
    {
        w.Open("tc").Open("tcPr").Empty("tcW", ("w", Elements.Of(widths[at++])), ("type", "dxa"));
        if (line is not null) w.Open("tcBorders").Empty("bottom", ("val", "single"), ("sz", "6"), ("space", "0"), ("color", line)).Close();
        w.Close();
    }

    public void Close() => w.Close();
}
