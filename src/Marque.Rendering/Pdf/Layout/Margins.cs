using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Pdf.Objects;
using Marque.Rendering.Pdf.Pages;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>What every page has at its head and foot.</summary>
internal static class Margins
{
    private const double Space = 24;

    public static void Write(Document document, Texts texts, Setter setter, IReadOnlyList<Page> pages, Sheet sheet)
    {
        var look = Scale.Plain(Scale.Small).Soft;
        var width = sheet.TextWidth;
        var head = document.Running ?? document.Title;
        var brand = document.Brand.Header is { } name ? setter.Fit(name, look.Bold, (width - Space) / 2) : (Line?)null;
        var running = setter.Fit(head, look, width - (brand is { } taken ? taken.Width + Space : 0));
        foreach (var page in pages)
        {
            if (brand is { } left) page.Show(left, Sheet.Side, Sheet.Head, null);
            page.Show(running, brand is null ? Sheet.Side : Sheet.Side + width - running.Width, Sheet.Head, null);
            page.Fill(Sheet.Side, Sheet.Head + 7, width, 0.5, Inks.Line);
            var number = setter.Fit(texts.Of("page.number", ("page", Syntax.Number(page.Index + 1)), ("pages", Syntax.Number(pages.Count))), look, width);
            page.Show(number, Sheet.Side + width - number.Width, sheet.Height - Sheet.Foot, null);
            if (document.Origin is { } origin) page.Show(setter.Fit(origin, look, width - number.Width - Space), Sheet.Side, sheet.Height - Sheet.Foot, null);
        }
    }
}
