using Marque.Facts.Reading;
using Marque.Text.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Marque.Facts;

/// <summary>PDF: the words of its pages. Scanned pages hold none, and prove nothing.</summary>
internal static class Pdf
{
    /// <summary>The largest file read, in bytes.</summary>
    public const int MaxBytes = 128 * 1024 * 1024;

    /// <summary>The most pages read.</summary>
    public const int MaxPages = 5_000;

    /// <summary>The most letters read.</summary>
    public const int MaxLetters = 20_000_000;

    public static Check Run(Stream content, Expectation expect)
    {
        var bytes = Whole.Bytes(content, MaxBytes);
        if (bytes.AsSpan(0, Math.Min(1024, bytes.Length)).IndexOf("%PDF-"u8) < 0) throw new Refusal("pdf.header", "the file does not start as a PDF");
        try
        {
            return Read(bytes, expect);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new Refusal("pdf.encrypted", "the document is encrypted; only documents that open without a password are read");
        }
        catch (Exception bad) when (bad is not (Refusal or OutOfMemoryException))
        {
            // The library throws what it meets; for us all of it means a document that cannot be read.
            throw new Refusal("pdf.syntax", $"the document cannot be read: {bad.Message}");
        }
    }

    private static Check Read(byte[] bytes, Expectation expect)
    {
        var search = new TextSearch(expect);
        using var document = PdfDocument.Open(bytes, new ParsingOptions { SkipMissingFonts = true, ClipPaths = false });
        var pages = document.NumberOfPages;
        if (pages > MaxPages) throw new Refusal("pdf.too-many-pages", $"the document has {pages} pages, at most {MaxPages} are read");
        var letters = 0L;
        foreach (var page in document.GetPages())
        {
            letters += page.Letters.Count;
            if (letters > MaxLetters) throw new Refusal("pdf.too-long", $"the document has more than {MaxLetters} letters");
            foreach (var word in page.GetWords())
            {
                search.Add(word.Text);
                search.Break();
            }
        }

        var weighing = new Weighing();
        weighing.Names("title", document.Information.Title);
        search.Judge(weighing, "pdf");
        if (pages == 0) weighing.Vacuous("pdf.empty", "the document has no page");
        else if (search.Words == 0) weighing.Vacuous("pdf.no-text", pages == 1 ? "its page holds no text; a scan cannot be checked" : $"none of its {pages} pages holds text; a scan cannot be checked");
        return weighing.Done(FactKind.Pdf, ("pages", pages), ("words", search.Words));
    }
}
