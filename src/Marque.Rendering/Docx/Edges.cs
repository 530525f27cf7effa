using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Office;

namespace Marque.Rendering.Docx;

/// <summary>What every page has at its head and its foot.</summary>
internal static class Edges
{
    public static void Head(Elements w, Runs runs, Document document)
    {
        Begin(w, "hdr", StyleIds.Header);
        runs.Text(document.Running ?? document.Title);
        if (document.Brand.Header is { } header)
        {
            Tab(w);
            runs.Text(header);
        }

        w.Close().Close();
    }

    public static void Foot(Elements w, Runs runs, Document document, Texts texts)
    {
        Begin(w, "ftr", StyleIds.Footer);
        if (document.Origin is { } origin) runs.Text(origin);
        Tab(w);
        foreach (var (text, isName) in texts.Template("page.number").Pieces)
        {
            if (isName) runs.Field(text == "page" ? "PAGE" : "NUMPAGES", "1");
            else runs.Text(text);
        }

        w.Close().Close();
    }

    private static void Begin(Elements w, string edge, string style) => w.Open(edge).Open("p").Open("pPr").Value("pStyle", style).Close();

    private static void Tab(Elements w) => w.Open("r").Empty("tab").Close();
}
