using Marque.Documents.Blocks;
using Marque.Rendering.Docx;
using Marque.Rendering.Tests.Kit;
using Marque.Rendering.Xlsx;

namespace Marque.Rendering.Tests.Office;

/// <summary>Documents as LibreOffice lays them out, all in one run.</summary>
public sealed class Converted
{
    private readonly string folder = Path.Combine(AppContext.BaseDirectory, "office");

    public Converted()
    {
        if (!LibreOffice.IsThere) return;
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        // Without what it says at length, which takes LibreOffice a minute.
        Write("example", Environment.GetEnvironmentVariable("MARQUE_TEST_FULL") == "1" ? Reports.Example : Reports.Example with { Body = [.. Reports.Example.Body.Where(b => b is not (Entry or Table { Rows.Count: > 60 }))] });
        Write("long", Samples.All(Samples.Long));
        Write("hostile", Samples.All(Samples.Hostile));
        Write("letter", Letters.Signed("gateway"));
        Write("wide", Letters.Signed("gateway", isLandscape: true));
        LibreOffice.ToPdf(folder, written);

        void Write(string name, Document document)
        {
            written.Add(Path.Combine(folder, $"{name}-text.docx"));
            File.WriteAllBytes(written[^1], DocxDocument.Of(document));
            written.Add(Path.Combine(folder, $"{name}-book.xlsx"));
            File.WriteAllBytes(written[^1], XlsxDocument.Of(document));
        }
    }

    /// <summary>The text of a document, as laid out.</summary>
    public string Text(string name)
    {
        LibreOffice.Needed();
        return LibreOffice.TextOf(Path.Combine(folder, name + ".pdf"));
    }
}
