using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Office;

namespace Marque.Rendering.Xlsx;

/// <summary>Writes one sheet, row by row.</summary>
internal sealed partial class SheetWriter(XmlWriter xml, Sheet sheet, Plan plan, Document document, Texts texts, Formats formats, int mostLinks)
{
    // Letters of the only column of lines: the width of the page.
    private const int Wide = 94;

    private readonly Elements x = new(xml, "", XlsxDocument.Main);
    private readonly IReadOnlyList<int> widths = sheet.Table is { } measured ? SheetWidths.Of(measured, texts) : [Wide];
    private readonly List<(string Cell, string? Place, string? File)> links = [];
    private readonly Dictionary<string, Relation> files = new(StringComparer.Ordinal);

    /// <summary>The files that the sheet leads to.</summary>
    public IReadOnlyCollection<Relation> Files => files.Values;

    public void Write(bool isFirst)
    {
        x.Open("worksheet");
        xml.WriteAttributeString("xmlns", "r", null, Package.Relations);
        x.Open("sheetPr").Empty("pageSetUpPr", ("fitToPage", "1")).Close().Empty("dimension", ("ref", sheet.Range(isFixed: false)));
        x.Open("sheetViews").Open("sheetView", ("showGridLines", "0"), ("tabSelected", isFirst ? "1" : null), ("workbookViewId", "0"));
        if (sheet.Table is not null) x.Empty("pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen")).Empty("selection", ("pane", "bottomLeft"), ("activeCell", "A2"), ("sqref", "A2"));
        x.Close().Close().Open("cols");
        for (var i = 0; i < widths.Count; i++) x.Empty("col", ("min", Elements.Of(i + 1)), ("max", Elements.Of(i + 1)), ("width", Elements.Of(widths[i])), ("customWidth", "1"));
        x.Close().Open("sheetData");
        if (sheet.Table is { } table) Rows(table);
        else Lines();
        x.Close();
        if (sheet.Table is not null) x.Empty("autoFilter", ("ref", sheet.Range(isFixed: false)));
        Links();
        Edges.Write(x, document, texts, isLandscape: sheet.Table is not null);
        // A number among words is meant as a word.
        x.Open("ignoredErrors").Empty("ignoredError", ("sqref", sheet.Range(isFixed: false)), ("numberStoredAsText", "1")).Close().Close();
    }

    private void Rows(Table table)
    {
        var numbers = Numbers.Of(table, texts);
        var head = table.Columns.Select(c => Words([c.Title], Face.Head).Pieces).ToList();
        Row(1, head.Select((h, i) => RowHeights.Of(h, Face.Head, widths[i] - SheetWidths.Button)).Max());
        for (var i = 0; i < table.Columns.Count; i++) Cell(Sheet.Cell(i, 1), head[i], Face.Head, Ground.Head);
        x.Close();
        var at = 2;
        for (var r = sheet.From; r < sheet.To; r++)
        {
            var row = table.Rows[r];
            var words = row.Cells.Select((c, i) => Words(c, table.Columns[i].IsKey ? Face.Strong : Face.Plain)).ToList();
            var cells = words.ConvertAll(w => plan.Cut(w));
            var height = cells.Max(c => c.Count);
            for (var below = 0; below < height; below++, at++)
            {
                // What names the row names also the rows that it goes on in.
                var shownOf = cells.Select((c, i) => below < c.Count ? c[below] : table.Columns[i].IsKey ? c[0] : []).ToList();
                Row(at, shownOf.Select((s, i) => RowHeights.Of(s, Face.Plain, widths[i])).Max());
                for (var i = 0; i < cells.Count; i++)
                {
                    var (name, face) = (Sheet.Cell(i, at), table.Columns[i].IsKey ? Face.Strong : Face.Plain);
                    if (below == 0 && words[i].To is { } link) Add(name, link);
                    var shown = shownOf[i];
                    if (numbers[i] && shown is [var number]) x.Open("c", ("r", name), ("s", Elements.Of(formats.Of(new(number.Face, Ground.Row, 0, IsQuoted: false))))).Simple("v", number.Text).Close();
                    else Cell(name, shown, face, Ground.Row);
                }

                x.Close();
            }
        }
    }

    private void Lines()
    {
        var at = 1;
        for (var i = sheet.From; i < sheet.To; i++)
        {
            var line = plan.Lines[i];
            var words = Words(line.Words, line.Face);
            // Where a line leads it is one thing's name; readers take all its words for the link.
            if (line.Words is not [Link or FileLink, ..]) words = CellWords.Of(line.Words, line.Face, texts, _ => false);
            var isFirst = true;
            foreach (var cell in plan.Cut(words))
            {
                Row(at, RowHeights.Of(cell, line.Face, Wide - (2 * Math.Min(line.Indent, Limits.Indent))));
                if (isFirst && line.Table is { } table && links.Count < mostLinks) links.Add((Sheet.Cell(0, at), plan.AddressOf(table), null));
                else if (isFirst && words.To is { } link) Add(Sheet.Cell(0, at), link);
                if (cell.Count > 0) Cell(Sheet.Cell(0, at), cell, line.Face, Ground.None, Math.Min(line.Indent, Limits.Indent));
                x.Close();
                isFirst = false;
                at++;
            }
        }
    }

    private void Row(int number, double height) => x.Open("row", ("r", Elements.Of(number)), ("ht", height.ToString(CultureInfo.InvariantCulture)));

    private CellWords Words(IReadOnlyList<Inline> words, Face face) => CellWords.Of(words, face, texts, l => links.Count < mostLinks && plan.Knows(l));

    // Always text: nothing of it is computed, whatever it begins with.
    private void Cell(string name, IReadOnlyList<Piece> pieces, Face face, Ground ground, int indent = 0)
    {
        if (pieces.Count == 0)
        {
            x.Empty("c", ("r", name), ("s", Elements.Of(formats.Of(new(face, ground, indent, IsQuoted: false)))));
            return;
        }

        var one = pieces.All(p => p.Face == pieces[0].Face) ? pieces[0].Face : face;
        x.Open("c", ("r", name), ("s", Elements.Of(formats.Of(new(one, ground, indent, pieces[0].Text[0] is '=' or '+' or '-' or '@')))), ("t", "inlineStr")).Open("is");
        if (pieces is [var only])
        {
            x.Text("t", Escaped(only.Text));
        }
        else
        {
            foreach (var piece in pieces)
            {
                x.Open("r").Open("rPr");
                Formats.Write(x, piece.Face, document.Brand.Accent, "rFont");
                x.Close().Text("t", Escaped(piece.Text)).Close();
            }
        }

        x.Close().Close();
    }

    private void Add(string cell, Inline link)
    {
        // Within a row several cells may have been promised the last one.
        if (links.Count >= mostLinks) return;
        if (link is FileLink file)
        {
            var address = Plain.Address(file);
            if (!files.TryGetValue(address, out var relation)) files.Add(address, relation = new Relation("f" + Elements.Of(files.Count + 1), "hyperlink", address, IsOutside: true));
            links.Add((cell, null, relation.Id));
        }
        else
        {
            links.Add((cell, plan.AddressOf((Link)link), null));
        }
    }

    private void Links()
    {
        if (links.Count == 0) return;
        x.Open("hyperlinks");
        foreach (var (cell, place, file) in links)
        {
            x.Open("hyperlink", ("ref", cell), ("location", place));
            if (file is not null) x.Related(file);
            x.Close();
        }

        x.Close();
    }

    // Readers take _x0041_ for the letter of that code (ISO/IEC 29500-1, 22.9.2.19).
    private static string Escaped(string text) => text.Contains("_x", StringComparison.Ordinal) ? Coded().Replace(text, "_x005F$0") : text;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Coded();
}
