using Marque.Documents.Blocks;
using Marque.Rendering.Docx;
using Marque.Rendering.Tests.Kit;

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
        Write("example", Reports.Example);
        Write("long", Samples.All(Samples.Long));
        Write("hostile", Samples.All(Samples.Hostile));
        Write("letter", Letters.Signed("gateway"));
        Write("wide", Letters.Signed("gateway", isLandscape: true));
        LibreOffice.ToPdf(folder, written);

        void Write(string name, Document document)
        {
            written.Add(Path.Combine(folder, $"{name}-text.docx"));
            File.WriteAllBytes(written[^1], DocxDocument.Of(document));
        }
    }

    /// <summary>The text of a document, as laid out.</summary>
    public string Text(string name)
    {
        LibreOffice.Needed();
        return LibreOffice.TextOf(Path.Combine(folder, name + ".pdf"));
    }
}
