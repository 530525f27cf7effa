using System.Xml;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Office;

namespace Marque.Rendering.Xlsx;

/// <summary>A document as an Office Open XML workbook (ISO/IEC 29500, XLSX): its tables a sheet each, what else it says on the first sheet. No cell holds a formula. The same document gives the same bytes.</summary>
public static class XlsxDocument
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>The bytes.</summary>
    /// <param name="document">The document.</param>
    /// <exception cref="ArgumentException">The program has no texts in the document's language, or a row has not as many cells as there are columns.</exception>
    public static byte[] Of(Document document) => Of(document, Limits.Excel);

    internal static byte[] Of(Document document, Limits limits)
    {
        var texts = Texts.In(document.Language) ?? throw new ArgumentException($"No texts in '{document.Language}'.", nameof(document));
        var plan = new Plan(document, texts, limits);
        var sheets = plan.Sheets;
        using var package = new Package(
            [("xl/workbook.xml", Spreadsheet + "sheet.main+xml"), .. sheets.Select((_, i) => ($"xl/{Name(i)}", Spreadsheet + "worksheet+xml")), ("xl/styles.xml", Spreadsheet + "styles+xml")],
            "xl/workbook.xml", xml => CoreProperties.Write(xml, document));
        package.Part("xl/workbook.xml", xml => Write(xml, sheets));
        package.Part("xl/_rels/workbook.xml.rels", [.. sheets.Select((_, i) => new Relation(Id(i), "worksheet", Name(i))), new Relation("styles", "styles", "styles.xml")]);
        var formats = new Formats();
        for (var i = 0; i < sheets.Count; i++)
        {
            SheetWriter? written = null;
            var index = i;
            package.Part($"xl/{Name(i)}", xml =>
            {
                written = new SheetWriter(xml, sheets[index], plan, document, texts, formats, limits.Links);
                written.Write(isFirst: index == 0);
            });
            package.Part($"xl/worksheets/_rels/sheet{Elements.Of(i + 1)}.xml.rels", written!.Files);
        }

        package.Part("xl/styles.xml", xml => formats.Write(xml, document.Brand.Accent));
        return package.Bytes();
    }

    private static void Write(XmlWriter xml, IReadOnlyList<Sheet> sheets)
    {
        var x = new Elements(xml, "", Main);
        x.Open("workbook");
        xml.WriteAttributeString("xmlns", "r", null, Package.Relations);
        x.Open("bookViews").Empty("workbookView").Close().Open("sheets");
        for (var i = 0; i < sheets.Count; i++) x.Open("sheet", ("name", sheets[i].Name), ("sheetId", Elements.Of(i + 1))).Related(Id(i)).Close();
        x.Close();
        if (sheets.Any(s => s.Table is not null))
        {
            x.Open("definedNames");
            for (var i = 0; i < sheets.Count; i++)
            {
                if (sheets[i].Table is null) continue;
                var name = SheetNames.Quoted(sheets[i].Name);
                x.Simple("definedName", $"{name}!{sheets[i].Range(isFixed: true)}", ("name", "_xlnm._FilterDatabase"), ("localSheetId", Elements.Of(i)), ("hidden", "1"));
                x.Simple("definedName", $"{name}!$1:$1", ("name", "_xlnm.Print_Titles"), ("localSheetId", Elements.Of(i)));
            }

            x.Close();
        }

        x.Close();
    }

    private static string Name(int sheet) => $"worksheets/sheet{Elements.Of(sheet + 1)}.xml";

    private static string Id(int sheet) => "s" + Elements.Of(sheet + 1);
}
