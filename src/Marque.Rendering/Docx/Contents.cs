using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Office;

namespace Marque.Rendering.Docx;

/// <summary>The table of contents: a field that an editor can update; until then it holds the headings as links, without pages, which only a layout knows.</summary>
internal static class Contents
{
    // More headings than a page holds are found by the outline.
    private const int MostEntries = 45;

    public static void Write(Elements w, Body body, Document document, Texts texts, Anchors anchors)
    {
        if (!document.HasContents) return;
        var all = document.Body.Select(b => b is Entry entry ? entry.Heading : b as Heading).OfType<Heading>().Where(h => h.Level <= 3).ToList();
        var deepest = all.Count <= MostEntries ? 3 : 2;
        List<Heading> entries = [.. all.Where(h => h.Level <= deepest)];
        if (entries.Count == 0) return;
        w.Open("sdt").Open("sdtPr").Open("docPartObj").Value("docPartGallery", "Table of Contents").Empty("docPartUnique").Close().Close().Open("sdtContent");
        body.Open(StyleIds.Contents);
        body.Runs.Text(texts["page.contents"]);
        w.Close();
        for (var i = 0; i < entries.Count; i++)
        {
            body.Open(StyleIds.ContentsOf(entries[i].Level));
            if (i == 0) body.Runs.Begin($"TOC \\o \"1-{Elements.Of(deepest)}\" \\h \\z");
            w.Open("hyperlink", ("anchor", Anchors.Name(anchors.Number(entries[i].Id)!.Value)), ("history", "1"));
            body.Runs.Text(Plain.Of(entries[i].Text, texts));
            w.Close();
            if (i == entries.Count - 1) body.Runs.End();
            w.Close();
        }

        w.Close().Close();
    }
}
