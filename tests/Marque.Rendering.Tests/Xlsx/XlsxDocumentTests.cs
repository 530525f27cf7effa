using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Rendering.Tests.Kit;
using Marque.Rendering.Xlsx;
using Row = Marque.Documents.Blocks.Row;
using Table = Marque.Documents.Blocks.Table;

namespace Marque.Rendering.Tests.Xlsx;

public sealed class XlsxDocumentTests
{
    private static readonly Lazy<byte[]> Example = new(() => XlsxDocument.Of(Reports.Example));

    public static TheoryData<string> Kinds => ["example", "hostile", "long", "letter", "wide", "empty"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_has_no_error_by_the_schemas_of_the_format(string kind)
    {
        using var xlsx = Open(Of(kind));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(xlsx, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").Take(10));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_cell_holds_a_formula_and_every_cell_of_text_is_told_to_be_text(string kind)
    {
        using var xlsx = Open(Of(kind));
        foreach (var sheet in xlsx.WorkbookPart!.WorksheetParts)
        {
            Assert.Empty(sheet.Worksheet!.Descendants<CellFormula>());
            Assert.All(sheet.Worksheet.Descendants<Cell>(), c => Assert.True(c.DataType?.Value == CellValues.InlineString ? c.CellValue is null : c.CellValue is null || Regex.IsMatch(c.CellValue.Text, "^-?[0-9]{1,15}$")));
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1+cmd")]
    [InlineData("@SUM(A1)")]
    public void Text_that_begins_like_a_formula_stays_text_also_when_it_is_edited(string text)
    {
        using var xlsx = Open(XlsxDocument.Of(Samples.Of(new Paragraph(text), new Table("t", [new(text, 1)], [new([text])]))));
        var formats = xlsx.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var cells = xlsx.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).Where(c => c.InnerText == text).ToList();
        Assert.Equal(3, cells.Count);
        Assert.All(cells, c => Assert.True(c.DataType!.Value == CellValues.InlineString && formats[(int)c.StyleIndex!.Value].QuotePrefix!.Value));
    }

    [Fact]
    public void Each_table_is_a_sheet_wherever_it_stands_and_the_first_sheet_leads_to_it()
    {
        Table[] tables = [.. "abcd".Select(c => new Table($"Table {c}", [new("Head", 1)], [new([$"cell {c}"])]))];
        var bytes = XlsxDocument.Of(Samples.Of(new Heading(2, "h", "Two"), tables[0], new Fold(["fold"], tables[1]), new Callout("call", tables[2]), new Entry(new Heading(3, "e", "Entry"), Facets.None, new ItemList([[new Paragraph("item"), tables[3]]]))));
        Assert.Equal(["About", "Table a", "Table b", "Table c", "Table d"], Names(bytes));
        Assert.Equal(["T", "", "Two", "Table a", "fold", "Table b", "call", "Table c", "Entry", "• item", "Table d"], Column(bytes, 0, "A"));
        Assert.Equal(["'Table a'!A1", "'Table b'!A1", "'Table c'!A1", "'Table d'!A1"], Links(bytes, 0).Select(l => l.To));
        for (var i = 0; i < 4; i++) Assert.Equal(["Head", $"cell {"abcd"[i]}"], Column(bytes, i + 1, "A"));
    }

    [Fact]
    public void Names_of_sheets_are_what_spreadsheet_programs_take()
    {
        string[] captions = ["a[b]:c*d?e/f\\g", "History", "history", "'quoted'", new('x', 40), new string('x', 40) + "y", "ABOUT", "", "The points of the annex and their parts", "_x0041_"];
        var names = Names(XlsxDocument.Of(Samples.Of([.. captions.Select(c => new Table(c, [new("A", 1)], []))])));
        Assert.Equal(["About", "a b c d e f g", "History (2)", "history (3)", "quoted", new string('x', 31), new string('x', 27) + " (2)", "ABOUT (2)", "Table", "The points of the annex and", "0041_"], names);
        Assert.All(names, n => Assert.Matches(@"^[^\[\]:*?/\\']{1,31}$", n));
    }

    [Fact]
    public void A_link_to_a_row_leads_to_its_cell_and_a_file_is_linked_relative_to_the_workbook()
    {
        var target = new Table("It's it", [new("A", 1), new("B", 1)], [new(["one"], ["x"]), new(["two"], ["y"]) { Id = "second" }]);
        var bytes = XlsxDocument.Of(Samples.Of(new Heading(2, "h", "Two"), target, new Table("Links", [new("L", 1)], [new([new Link("second", "go")]), new([new Link("h", "up")]), new([new Link("nowhere", "lost")]), new(["see ", new FileLink("evidence/a:b #1.xml", "file"), " and ", new Link("second", "go")])])));
        Assert.Equal([("A2", "'It''s it'!A3", null), ("A3", "'About'!A3", null), ("A5", null, "./evidence/a%3Ab%20%231.xml")], Links(bytes, 2));
        Assert.Equal(["L", "go", "up", "lost", "see file and go"], Column(bytes, 2, "A"));
    }

    [Fact]
    public void Every_link_of_the_report_leads_to_a_cell_that_is_there()
    {
        using var xlsx = Open(Example.Value);
        var names = Names(Example.Value);
        var sheets = names.Select((_, i) => Part(xlsx, i).Worksheet!).ToList();
        var cells = sheets.ConvertAll(s => s.Descendants<Cell>().Select(c => c.CellReference!.Value!).ToHashSet(StringComparer.Ordinal));
        var places = sheets.SelectMany(s => s.Descendants<Hyperlink>()).Select(h => h.Location?.Value).OfType<string>().ToList();
        Assert.True(places.Count > 400);
        Assert.All(places.Distinct(StringComparer.Ordinal), p =>
        {
            var parts = Regex.Match(p, "^'(.*)'!([A-Z]+[0-9]+)$");
            Assert.Contains(parts.Groups[2].Value, cells[names.IndexOf(parts.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal))]);
        });
    }

    [Fact]
    public void The_header_stays_filters_and_is_printed_on_every_page_which_lies_on_its_long_side()
    {
        var bytes = XlsxDocument.Of(Samples.Of(new Table("It's", [new("A", 1), new("B", 1)], [new(["1"], ["2"]), new(["3"], ["4"])])));
        using var xlsx = Open(bytes);
        Assert.Equal([("_xlnm._FilterDatabase", 1u, "'It''s'!$A$1:$B$3"), ("_xlnm.Print_Titles", 1u, "'It''s'!$1:$1")], xlsx.WorkbookPart!.Workbook!.DefinedNames!.Elements<DefinedName>().Select(n => (n.Name!.Value!, n.LocalSheetId!.Value, n.Text)));
        var sheet = Part(xlsx, 1).Worksheet!;
        Assert.Equal("A1:B3", sheet.Elements<AutoFilter>().Single().Reference!.Value);
        Assert.Equal((1d, PaneStateValues.Frozen), (sheet.Descendants<Pane>().Single().VerticalSplit!.Value, sheet.Descendants<Pane>().Single().State!.Value));
        Assert.Equal((OrientationValues.Landscape, 0u), (sheet.Elements<PageSetup>().Single().Orientation!.Value, sheet.Elements<PageSetup>().Single().FitToHeight!.Value));
        Assert.True(sheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value);
    }

    [Fact]
    public void A_column_of_whole_numbers_is_one_of_numbers_and_every_other_one_of_text()
    {
        IReadOnlyList<Inline>[] first = [["12"], ["-3"], [], ["0"]], second = [["12"], ["12a"], ["1"], ["2"]], third = [["007"], ["1"], ["2"], ["3"]], fourth = [["2026-11-30"], ["1.5"], ["1e3"], ["1234567890123456"]];
        var bytes = XlsxDocument.Of(Samples.Of(new Table("t", [new("A", 1), new("B", 1), new("C", 1), new("D", 1)], [.. Enumerable.Range(0, 4).Select(i => new Row(first[i], second[i], third[i], fourth[i]))])));
        Assert.Equal(["12", "-3", "0"], Cells(bytes, 1).Where(c => c.CellValue is not null).Select(c => c.CellValue!.Text));
        Assert.All(Cells(bytes, 1).Where(c => c.CellValue is not null), c => Assert.StartsWith("A", c.CellReference!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void A_verdict_has_shape_word_and_colour_alone_and_among_words()
    {
        using var xlsx = Open(XlsxDocument.Of(Samples.Of(new Table("t", [new("V", 1)], [new([new VerdictMark(Verdict.Gap)]), new(["as ", new VerdictMark(Verdict.Demonstrated, "sound"), " here"])]))));
        var cells = Part(xlsx, 1).Worksheet!.Descendants<Cell>().ToList();
        var styles = xlsx.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var font = styles.Fonts!.Elements<Font>().ElementAt((int)styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cells[1].StyleIndex!.Value).FontId!.Value);
        Assert.Equal(("✗\u00a0gap", "FFA8201A"), (cells[1].InnerText, font.Color!.Rgb!.Value));
        Assert.Equal([("as ", "FF1B1E22"), ("■\u00a0sound", "FF1D6B34"), (" here", "FF1B1E22")], cells[2].InlineString!.Elements<DocumentFormat.OpenXml.Spreadsheet.Run>().Select(r => (r.Text!.Text, r.RunProperties!.GetFirstChild<Color>()!.Rgb!.Value!)));
    }

    [Fact]
    public void Text_beyond_what_a_cell_holds_goes_on_below_and_nothing_of_it_is_lost()
    {
        var text = string.Concat(Enumerable.Range(0, 9000).Select(i => i % 50 == 0 ? "𝄞 " : $"w{i} "));
        var bytes = XlsxDocument.Of(Samples.Of(new Heading(2, "h", "Two"), new Table("t", [new("K", 1) { IsKey = true }, new("V", 1)], [new(["key"], [text]), new(["after"], [new Link("last", "to")]), new(["last"], ["x"]) { Id = "last" }]), new Paragraph(text), new Heading(2, "end", "End")));
        Assert.Equal(["K", "key", "key", "after", "last"], Column(bytes, 1, "A"));
        var cells = Column(bytes, 1, "B")[1..3];
        Assert.All(cells, c => Assert.InRange(c.Length, 1, 32_767));
        Assert.EndsWith(" (continued in the row below)", cells[0], StringComparison.Ordinal);
        Assert.Equal(text, cells[0][..^" (continued in the row below)".Length] + cells[1]);
        Assert.Equal("'t'!A5", Links(bytes, 1).Single().To);
        Assert.Equal(text, string.Concat(Column(bytes, 0, "A").Where(t => t.StartsWith("𝄞", StringComparison.Ordinal) || t.Contains("w8999", StringComparison.Ordinal)).Select(t => t.Replace(" (continued in the row below)", "", StringComparison.Ordinal))));
    }

    [Fact]
    public void Rows_beyond_what_a_sheet_holds_go_on_on_the_next_and_links_beyond_it_are_plain()
    {
        var rows = Enumerable.Range(0, 7).Select(i => new Row([new Link("r6", $"n{i}")]) { Id = $"r{i}" });
        var bytes = XlsxDocument.Of(Samples.Of(new Table("t", [new("A", 1)], [.. rows])), Limits.Excel with { Rows = 4, Links = 2 });
        Assert.Equal(["About", "t", "t (2)", "t (3)"], Names(bytes));
        Assert.Equal(["A", "n0", "n1", "n2"], Column(bytes, 1, "A"));
        Assert.Equal(["A", "n6"], Column(bytes, 3, "A"));
        Assert.Equal([("A2", "'t (3)'!A2", null), ("A3", "'t (3)'!A2", null)], Links(bytes, 1));
    }

    [Fact]
    public void Text_that_readers_would_take_for_the_code_of_a_letter_is_shown_as_it_is()
    {
        using var zip = new ZipArchive(new MemoryStream(XlsxDocument.Of(Samples.Of(new Paragraph("a_x0041_b")))));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open(), Encoding.UTF8);
        Assert.Contains(">a_x005F_x0041_b<", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    private static byte[] Of(string kind) => kind switch
    {
        "example" => Example.Value,
        "hostile" => XlsxDocument.Of(Samples.All(Samples.Hostile)),
        "long" => XlsxDocument.Of(Samples.All(Samples.Long)),
        "letter" => XlsxDocument.Of(Letters.Signed("=gateway & co")),
        "wide" => XlsxDocument.Of(Letters.Signed(Samples.Hostile, isLandscape: true)),
        _ => XlsxDocument.Of(Samples.Of(new ItemList([[]]), new Terms(), new Table("", [new("", 1)], []))),
    };

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static WorksheetPart Part(SpreadsheetDocument xlsx, int sheet) => (WorksheetPart)xlsx.WorkbookPart!.GetPartById(xlsx.WorkbookPart.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ElementAt(sheet).Id!.Value!);

    private static List<string> Names(byte[] bytes)
    {
        using var xlsx = Open(bytes);
        return [.. xlsx.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value!)];
    }

    private static List<Cell> Cells(byte[] bytes, int sheet)
    {
        using var xlsx = Open(bytes);
        return [.. Part(xlsx, sheet).Worksheet!.Descendants<Cell>()];
    }

    private static string[] Column(byte[] bytes, int sheet, string column)
    {
        using var xlsx = Open(bytes);
        return [.. Part(xlsx, sheet).Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Select(r => r.Elements<Cell>().FirstOrDefault(c => c.CellReference!.Value!.TrimEnd([.. "0123456789"]) == column)?.InnerText ?? "")];
    }

    private static List<(string Cell, string? To, string? File)> Links(byte[] bytes, int sheet)
    {
        using var xlsx = Open(bytes);
        var part = Part(xlsx, sheet);
        return [.. part.Worksheet!.Descendants<Hyperlink>().Select(h => (h.Reference!.Value!, h.Location?.Value, h.Id is { } id ? part.HyperlinkRelationships.Single(r => r.Id == id.Value).Uri.OriginalString : null))];
    }
}
