using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Rendering.Docx;
using Marque.Rendering.Html;
using Marque.Rendering.Markdown;
using Marque.Rendering.Pdf;
using Marque.Rendering.Xlsx;

namespace Marque.Rendering;

/// <summary>A document in each of its forms.</summary>
public static class Rendered
{
    /// <summary>The forms with the endings of their files.</summary>
    public static IReadOnlyList<(Forms Form, string Ending)> Endings { get; } = [(Forms.Pdf, ".pdf"), (Forms.Docx, ".docx"), (Forms.Xlsx, ".xlsx"), (Forms.Html, ".html"), (Forms.Markdown, ".md")];

    /// <summary>The bytes of a form. The same document gives the same bytes.</summary>
    /// <param name="document">The document.</param>
    /// <param name="form">One form.</param>
    public static byte[] Of(Document document, Forms form) => form switch
    {
        Forms.Html => HtmlDocument.Of(document),
        Forms.Pdf => PdfFile.Of(document),
        Forms.Docx => DocxDocument.Of(document),
        Forms.Xlsx => XlsxDocument.Of(document),
        Forms.Markdown => MarkdownDocument.Of(document),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "One form."),
    };
}
