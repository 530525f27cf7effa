using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Rendering.Office;

namespace Marque.Rendering.Docx;

/// <summary>The styles of a text document: everything that is set, is set by a style of its own, so that an editor changes it in one place.</summary>
internal sealed class StyleSheet(Elements w)
{
    // Twentieths of a point.
    private const int BesideCells = 140;

    /// <summary>The space of a cell beside its words, on both sides together.</summary>
    public const int Padding = BesideCells + 10;

    public static void Write(Elements w, Document document, Page page)
    {
        var sheet = new StyleSheet(w);
        w.Open("styles");
        sheet.Defaults(document.Language);
        sheet.Paragraphs(document.Brand.Accent is { } c ? $"{c.Red:X2}{c.Green:X2}{c.Blue:X2}" : null, page);
        sheet.Words();
        sheet.Tables();
        w.Close();
    }

    private void Defaults(string language)
    {
        w.Open("docDefaults").Open("rPrDefault").Open("rPr").Empty("rFonts", ("ascii", "Calibri"), ("hAnsi", "Calibri"), ("eastAsia", "Calibri"), ("cs", "Calibri")).Value("lang", language).Close().Close()
            .Open("pPrDefault").Open("pPr").Empty("spacing", ("after", "120"), ("line", "269"), ("lineRule", "auto")).Close().Close().Close();
        // Here and not among the defaults: LibreOffice lets those of a table win over the styles of words.
        w.Open("style", ("type", "paragraph"), ("default", "1"), ("styleId", "Normal")).Value("name", "Normal").Empty("qFormat").Open("rPr").Value("color", Palette.Ink).Value("sz", "21").Value("szCs", "21").Close().Close();
        w.Open("style", ("type", "character"), ("default", "1"), ("styleId", "DefaultParagraphFont")).Value("name", "Default Paragraph Font").Value("uiPriority", "1").Empty("semiHidden").Close();
        w.Open("style", ("type", "table"), ("default", "1"), ("styleId", "TableNormal")).Value("name", "Normal Table").Value("uiPriority", "99").Empty("semiHidden")
            .Open("tblPr").Empty("tblInd", ("w", "0"), ("type", "dxa")).Open("tblCellMar");
        foreach (var side in (string[])["top", "left", "bottom", "right"]) w.Empty(side, ("w", "0"), ("type", "dxa"));
        w.Close().Close().Close();
    }

    private void Paragraphs(string? accent, Page page)
    {
        Paragraph(StyleIds.Title, "Title", new(46, 0, 200) { IsBold = true, IsKept = true, Colour = accent });
        Paragraph(StyleIds.Heading(1), "heading 1", new(38, 480, 160) { IsBold = true, IsKept = true, Outline = 0, Colour = accent });
        Paragraph(StyleIds.Heading(2), "heading 2", new(30, 400, 120) { IsBold = true, IsKept = true, Outline = 1, Colour = accent });
        Paragraph(StyleIds.Heading(3), "heading 3", new(25, 280, 80) { IsBold = true, IsKept = true, Outline = 2, Colour = accent });
        Paragraph(StyleIds.Heading(4), "heading 4", new(22, 200, 60) { IsBold = true, IsKept = true, Outline = 3, Colour = accent });
        Paragraph(StyleIds.Soft, "Soft", new(20, 0, 120) { Colour = Palette.Soft });
        Paragraph(StyleIds.Quote, "Quote", new(21, 80, 0) { Indent = 340, Edge = Palette.Line, IsKept = true });
        Paragraph(StyleIds.Source, "Source", new(18, 0, 160) { Indent = 340, Edge = Palette.Line, Colour = Palette.Soft });
        Paragraph(StyleIds.Caption, "caption", new(19, 200, 60) { IsBold = true, IsKept = true });
        Paragraph(StyleIds.Cell, "Table Text", new(19, 30, 30));
        Paragraph(StyleIds.Key, "Table Key", new(19, 30, 30) { IsBold = true });
        Paragraph(StyleIds.Small, "Table Text Small", new(17, 20, 20));
        Paragraph(StyleIds.SmallKey, "Table Key Small", new(17, 20, 20) { IsBold = true });
        Paragraph(StyleIds.Head, "Table Head", new(17, 20, 20) { Colour = Palette.Soft, IsKept = true });
        Paragraph(StyleIds.Gap, "Table Gap", new(8, 0, 0));
        Paragraph(StyleIds.Count, "Tally Count", new(34, 80, 0) { IsKept = true });
        Paragraph(StyleIds.Mark, "Tally Mark", new(17, 0, 80));
        Paragraph(StyleIds.CalloutTitle, "Callout Title", new(21, 60, 40) { IsBold = true, IsKept = true });
        Paragraph(StyleIds.Callout, "Callout Text", new(20, 0, 60));
        Paragraph(StyleIds.Summary, "Summary", new(20, 160, 60) { IsBold = true, IsKept = true });
        Paragraph(StyleIds.Tree, "Tree", new(19, 40, 20));
        Paragraph(StyleIds.TreeLine, "Tree Line", new(18, 0, 20) { Colour = Palette.Soft });
        Paragraph(StyleIds.Field, "Signature Field", new(18, 40, 200) { Colour = Palette.Soft });
        Paragraph(StyleIds.Bullet, "List Bullet", new(21, 0, 60) { List = Lists.Bullets });
        Paragraph(StyleIds.Number, "List Number", new(21, 0, 60) { List = Lists.Numbers });
        Paragraph(StyleIds.Continued, "List Continue", new(21, 0, 60));
        Paragraph(StyleIds.Contents, "TOC Heading", new(26, 320, 120) { IsBold = true, IsKept = true, Colour = accent });
        Paragraph(StyleIds.ContentsOf(1), "toc 1", new(21, 100, 20) { IsBold = true, Leader = page.Text });
        Paragraph(StyleIds.ContentsOf(2), "toc 2", new(20, 0, 20) { Leader = page.Text });
        Paragraph(StyleIds.ContentsOf(3), "toc 3", new(19, 0, 10) { Indent = 280, Leader = page.Text });
        Paragraph(StyleIds.Header, "header", new(17, 0, 0) { Colour = Palette.Soft, Right = page.Text, Below = accent ?? Palette.Line });
        Paragraph(StyleIds.Footer, "footer", new(17, 0, 0) { Colour = Palette.Soft, Right = page.Text });
    }

    private void Words()
    {
        Text(StyleIds.Strong, "Strong", () => w.Empty("b"));
        Text(StyleIds.SoftText, "Soft Text", () => w.Value("color", Palette.Soft));
        Text(StyleIds.Code, "Code", () => w.Empty("rFonts", ("ascii", "Consolas"), ("hAnsi", "Consolas"), ("cs", "Consolas")).Empty("noProof").Value("sz", "17"));
        Text(StyleIds.Tag, "Tag", () => w.Value("color", Palette.Soft).Value("sz", "16"));
        Text(StyleIds.Link, "Hyperlink", () => w.Value("color", Palette.Link).Value("u", "single"));
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            Text(StyleIds.Of(verdict), $"Verdict {verdict}", () =>
            {
                if (verdict <= Verdict.Presumed) w.Empty("b");
                w.Value("color", Palette.Of(verdict));
            });
        }
    }

    private void Tables()
    {
        Table(StyleIds.Grid, "Marque Table", [("top", Palette.Rule), ("bottom", Palette.Line), ("insideH", Palette.Line)], (30, 0, 30, BesideCells), head: Palette.Rule);
        Table(StyleIds.TermsTable, "Marque Terms", [], (0, 0, 0, BesideCells));
        Table(StyleIds.TallyTable, "Marque Tally", [("top", Palette.Line), ("bottom", Palette.Line)], (0, 0, 0, BesideCells));
        Table(StyleIds.CalloutTable, "Marque Callout", [("left", Palette.Warn)], (60, 200, 60, 200), fill: Palette.Faint, thick: 24);
        Table(StyleIds.SignatureTable, "Marque Signature", [], (0, 0, 0, 0));
    }

    // In the order of the schema (CT_PPrBase, CT_RPr).
    private void Paragraph(string id, string name, Look look)
    {
        w.Open("style", ("type", "paragraph"), ("customStyle", IsOwn(name) ? "1" : null), ("styleId", id)).Value("name", name).Value("basedOn", "Normal").Value("next", look.IsKept ? "Normal" : id).Empty("qFormat").Open("pPr");
        if (look.IsKept) w.Empty("keepNext").Empty("keepLines");
        if (look.List is { } list) w.Open("numPr").Value("numId", Elements.Of(list)).Close();
        if (look.Edge is { } edge) w.Open("pBdr").Empty("left", ("val", "single"), ("sz", "18"), ("space", "8"), ("color", edge)).Close();
        if (look.Below is { } below) w.Open("pBdr").Empty("bottom", ("val", "single"), ("sz", "4"), ("space", "4"), ("color", below)).Close();
        if ((look.Right ?? look.Leader) is { } tab) w.Open("tabs").Empty("tab", ("val", "right"), ("leader", look.Leader is null ? null : "dot"), ("pos", Elements.Of(tab))).Close();
        w.Empty("spacing", ("before", Elements.Of(look.Before)), ("after", Elements.Of(look.After)));
        if (look.Indent > 0) w.Empty("ind", ("left", Elements.Of(look.Indent)));
        if (look.Outline is { } level) w.Value("outlineLvl", Elements.Of(level));
        w.Close().Open("rPr");
        if (look.IsBold) w.Empty("b");
        if (look.Colour is { } colour) w.Value("color", colour);
        w.Value("sz", Elements.Of(look.Size)).Value("szCs", Elements.Of(look.Size)).Close().Close();
    }

    private static bool IsOwn(string name) => char.IsUpper(name[0]) && name is not ("Title" or "Quote" or "List Bullet" or "List Number" or "List Continue" or "TOC Heading");

    private void Text(string id, string name, Action properties)
    {
        w.Open("style", ("type", "character"), ("customStyle", name is "Strong" or "Hyperlink" ? null : "1"), ("styleId", id)).Value("name", name).Value("basedOn", "DefaultParagraphFont").Empty("qFormat").Open("rPr");
        properties();
        w.Close().Close();
    }

    private void Table(string id, string name, (string Side, string Colour)[] lines, (int Top, int Left, int Bottom, int Right) margins, string? head = null, string? fill = null, int thick = 4)
    {
        w.Open("style", ("type", "table"), ("customStyle", "1"), ("styleId", id)).Value("name", name).Value("basedOn", "TableNormal").Empty("qFormat").Open("tblPr");
        if (lines.Length > 0) w.Open("tblBorders");
        foreach (var (side, colour) in lines) Line(side, colour, thick);
        if (lines.Length > 0) w.Close();
        w.Open("tblCellMar");
        foreach (var (side, size) in ((string, int)[])[("top", margins.Top), ("left", margins.Left), ("bottom", margins.Bottom), ("right", margins.Right)]) w.Empty(side, ("w", Elements.Of(size)), ("type", "dxa"));
        w.Close().Close();
        if (fill is not null) w.Open("tcPr").Empty("shd", ("val", "clear"), ("color", "auto"), ("fill", fill)).Close();
        if (head is not null)
        {
            w.Open("tblStylePr", ("type", "firstRow")).Open("tcPr").Open("tcBorders");
            Line("bottom", head, thick);
            w.Close().Value("vAlign", "bottom").Close().Close();
        }

        w.Close();
    }

    private void Line(string side, string colour, int thick) => w.Empty(side, ("val", "single"), ("sz", Elements.Of(thick)), ("space", "0"), ("color", colour));

    /// <summary>How a paragraph looks.</summary>
    /// <param name="Size">Of its letters, half points.</param>
    /// <param name="Before">Space before it, twentieths of a point.</param>
    /// <param name="After">Space after it, twentieths of a point.</param>
    private sealed record Look(int Size, int Before, int After)
    {
        public bool IsBold { get; init; }

        /// <summary>Whether it stays with what follows.</summary>
        public bool IsKept { get; init; }

        public string? Colour { get; init; }

        public int Indent { get; init; }

        /// <summary>The colour of a line at its left.</summary>
        public string? Edge { get; init; }

        /// <summary>The colour of a line below it.</summary>
        public string? Below { get; init; }

        public int? Outline { get; init; }

        public int? List { get; init; }

        /// <summary>Where words after a tab end.</summary>
        public int? Right { get; init; }

        /// <summary>Where words after a tab end, dots before them.</summary>
        public int? Leader { get; init; }
    }
}
