using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Marque.Assessments;

namespace Marque.Rendering.Docx;

/// <summary>The styles of a text document: everything that is set, is set by a style of its own, so that an editor changes it in one place.</summary>
internal static class StyleSheet
{
    public const string Title = "Title", Soft = "Soft", Quote = "Quote", Source = "Source", Caption = "Caption", Cell = "TableText", Head = "TableHead", Callout = "Callout", CalloutTitle = "CalloutTitle", Summary = "Summary", Tree = "Tree", TreeLine = "TreeLine", Tally = "Tally",
        Strong = "Strong", SoftText = "SoftText", Code = "Code", Tag = "Tag", Link = "Hyperlink", Header = "Header", Footer = "Footer", Bullet = "ListBullet", Number = "ListNumber", Contents = "TOCHeading", Grid = "TableGrid";

    public static string Heading(int level) => string.Create(CultureInfo.InvariantCulture, $"Heading{level}");

    public static string ContentsOf(int level) => string.Create(CultureInfo.InvariantCulture, $"TOC{level}");

    public static string Of(Verdict verdict) => $"Verdict{verdict}";

    public static Styles Build(string language)
    {
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri", EastAsia = "Calibri" }, new Color { Val = Palette.Ink }, new FontSize { Val = "21" }, new FontSizeComplexScript { Val = "21" }, new Languages { Val = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "269", LineRule = LineSpacingRuleValues.Auto }))));
        styles.Append(
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
            new Style(new StyleName { Val = "Default Paragraph Font" }, new UIPriority { Val = 1 }, new SemiHidden()) { Type = StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true },
            Paragraph(Title, "Title", "52", "0", "240", bold: true, keep: true),
            Paragraph(Heading(1), "heading 1", "40", "480", "160", bold: true, keep: true, outline: 0),
            Paragraph(Heading(2), "heading 2", "30", "400", "120", bold: true, keep: true, outline: 1),
            Paragraph(Heading(3), "heading 3", "25", "280", "80", bold: true, keep: true, outline: 2),
            Paragraph(Heading(4), "heading 4", "22", "200", "60", bold: true, keep: true, outline: 3),
            Paragraph(Soft, "Soft", "20", "0", "120", color: Palette.Soft),
            Paragraph(Quote, "Quote", "21", "80", "0", indent: 340, edge: Palette.Line),
            Paragraph(Source, "Source", "18", "0", "160", color: Palette.Soft, indent: 340, edge: Palette.Line),
            Paragraph(Caption, "caption", "20", "240", "80", bold: true, keep: true),
            Paragraph(Cell, "Table Text", "18", "20", "20"),
            Paragraph(Head, "Table Head", "17", "20", "20", color: Palette.Soft, keep: true),
            Paragraph(CalloutTitle, "Callout Title", "21", "200", "60", bold: true, keep: true, indent: 200, edge: Palette.Warn, fill: Palette.Faint),
            Paragraph(Callout, "Callout", "21", "0", "80", indent: 200, edge: Palette.Warn, fill: Palette.Faint),
            Paragraph(Summary, "Summary", "21", "160", "60", bold: true, keep: true),
            Paragraph(Tree, "Tree", "19", "40", "20"),
            Paragraph(TreeLine, "Tree Line", "18", "0", "20", color: Palette.Soft),
            Paragraph(Tally, "Tally", "21", "40", "40"),
            Paragraph(Bullet, "List Bullet", "21", "0", "60", list: 1),
            Paragraph(Number, "List Number", "21", "0", "60", list: 2),
            Paragraph(Contents, "TOC Heading", "26", "320", "120", bold: true, keep: true),
            Paragraph(ContentsOf(1), "toc 1", "21", "60", "20"),
            Paragraph(ContentsOf(2), "toc 2", "20", "0", "10", indent: 280),
            Paragraph(Header, "header", "17", "0", "0", color: Palette.Soft),
            Paragraph(Footer, "footer", "17", "0", "0", color: Palette.Soft),
            Text(Strong, "Strong", new Bold()),
            Text(SoftText, "Soft Text", new Color { Val = Palette.Soft }),
            Text(Code, "Code", new RunFonts { Ascii = "Consolas", HighAnsi = "Consolas", ComplexScript = "Consolas" }, new NoProof(), new FontSize { Val = "17" }),
            Text(Tag, "Tag", new Color { Val = Palette.Soft }, new FontSize { Val = "16" }),
            Text(Link, "Hyperlink", new Color { Val = Palette.Link }, new Underline { Val = UnderlineValues.Single }));
        foreach (var verdict in Enum.GetValues<Verdict>()) styles.Append(Text(Of(verdict), $"Verdict {verdict}", new Bold { Val = verdict <= Verdict.Presumed }, new Color { Val = Palette.Of(verdict) }));
        styles.Append(new Style(new StyleName { Val = "Table Grid" }, new StyleTableProperties(
            new TableBorders(Edge<TopBorder>(Palette.Rule), Edge<BottomBorder>(Palette.Line), Edge<InsideHorizontalBorder>(Palette.Line)),
            new TableCellMarginDefault(new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa }))) { Type = StyleValues.Table, StyleId = Grid });
        return styles;
    }

    /// <summary>The two kinds of list.</summary>
    public static Numbering Lists() => new(
        new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }, Level(NumberFormatValues.Bullet, "•", Bullet)) { AbstractNumberId = 1 },
        new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }, Level(NumberFormatValues.Decimal, "%1.", Number)) { AbstractNumberId = 2 },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 },
        new NumberingInstance(new AbstractNumId { Val = 2 }) { NumberID = 2 });

    private static Level Level(NumberFormatValues format, string text, string style) =>
        new(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new ParagraphStyleIdInLevel { Val = style }, new LevelText { Val = text }, new LevelJustification { Val = LevelJustificationValues.Left }, new PreviousParagraphProperties(new Indentation { Left = "397", Hanging = "284" })) { LevelIndex = 0 };

    private static Style Paragraph(string id, string name, string size, string before, string after, bool bold = false, bool keep = false, string? color = null, int indent = 0, string? edge = null, string? fill = null, int? outline = null, int? list = null)
    {
        // In the order of the schema (CT_PPrBase).
        var paragraph = new StyleParagraphProperties();
        if (keep) paragraph.Append(new KeepNext(), new KeepLines());
        if (list is { } numbering) paragraph.Append(new NumberingProperties(new NumberingId { Val = numbering }));
        if (edge is not null) paragraph.Append(new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 18, Space = 8, Color = edge }));
        if (fill is not null) paragraph.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        paragraph.Append(new SpacingBetweenLines { Before = before, After = after });
        if (indent > 0) paragraph.Append(new Indentation { Left = indent.ToString(CultureInfo.InvariantCulture) });
        if (outline is { } level) paragraph.Append(new OutlineLevel { Val = level });
        var run = new StyleRunProperties();
        if (bold) run.Append(new Bold());
        if (color is not null) run.Append(new Color { Val = color });
        run.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = keep ? "Normal" : id }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = char.IsUpper(name[0]) && name is not ("Title" or "Quote" or "List Bullet" or "List Number" or "TOC Heading") };
    }

    private static Style Text(string id, string name, params OpenXmlElement[] properties) =>
        new(new StyleName { Val = name }, new BasedOn { Val = "DefaultParagraphFont" }, new PrimaryStyle(), new StyleRunProperties(properties)) { Type = StyleValues.Character, StyleId = id };

    private static T Edge<T>(string color) where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = color };
}
