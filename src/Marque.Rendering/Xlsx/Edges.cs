using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Office;

namespace Marque.Rendering.Xlsx;

/// <summary>How a sheet is printed: A4, as wide as the page, with what every page has at its head and its foot.</summary>
internal static class Edges
{
    // Together they stay below the 255 characters that the format holds.
    private const int MostLeft = 150, MostRight = 60;

    public static void Write(Elements x, Document document, Texts texts, bool isLandscape)
    {
        x.Empty("pageMargins", ("left", "0.59"), ("right", "0.59"), ("top", "0.79"), ("bottom", "0.79"), ("header", "0.39"), ("footer", "0.39"))
            .Empty("pageSetup", ("paperSize", "9"), ("fitToHeight", "0"), ("orientation", isLandscape ? "landscape" : "portrait"));
        var number = string.Concat(texts.Template("page.number").Pieces.Select(p => p.IsName ? p.Text == "page" ? "&P" : "&N" : Text(p.Text, MostRight)));
        // The size ends at the blank: words may begin with a digit.
        x.Open("headerFooter").Simple("oddHeader", $"&L&8 {Text(document.Running ?? document.Title, MostLeft)}\n&A&R&8 {Text(document.Brand.Header ?? "", MostRight)}").Simple("oddFooter", $"&L&8 {Text(document.Origin ?? "", MostLeft)}&R&8 {number}").Close();
    }

    // An ampersand begins a code, and is written twice where it is meant.
    private static string Text(string text, int most)
    {
        var shown = Visible.Text(text).Replace("&", "&&", StringComparison.Ordinal);
        if (shown.Length <= most) return shown;
        var end = most - 1;
        if (char.IsHighSurrogate(shown[end - 1])) end--;
        // Not between the two.
        return ((end - shown.AsSpan(0, end).TrimEnd('&').Length) % 2 == 0 ? shown[..end] : shown[..(end - 1)]) + "…";
    }
}
