using Marque.Documents.Blocks;
using Marque.Rendering.Pdf;
using Marque.Rendering.Tests.Kit;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Marque.Rendering.Tests.Pdf;

/// <summary>Files that several tests look at, each made once, and what a reader of others finds in them.</summary>
internal static class Files
{
    public static readonly Lazy<byte[]> Example = new(() => PdfFile.Of(Reports.Example with { HasContents = true }));
    public static readonly Lazy<byte[]> Large = new(() => PdfFile.Of(Reports.Large.Report));
    public static readonly Lazy<byte[]> Hostile = new(() => PdfFile.Of(Samples.All(Samples.Hostile)));
    public static readonly Lazy<byte[]> Long = new(() => PdfFile.Of(Samples.All(Samples.Long)));
    public static readonly Lazy<byte[]> Letter = new(() => PdfFile.Of(Letters.Signed("gateway")));
    public static readonly Lazy<byte[]> Wide = new(() => PdfFile.Of(Letters.Signed("gateway", isLandscape: true)));

    public static IEnumerable<(string Name, byte[] Pdf)> All => [("example", Example.Value), ("large", Large.Value), ("hostile", Hostile.Value), ("long", Long.Value), ("letter", Letter.Value), ("wide", Wide.Value)];

    public static PdfDocument Open(byte[] pdf) => PdfDocument.Open(pdf);

    public static byte[] Of(params IReadOnlyList<Block> body) => PdfFile.Of(Samples.Of(body));

    /// <summary>The lines of a page from its head to its foot, each from left to right.</summary>
    public static List<string> Lines(Page page) =>
        [.. page.Letters.GroupBy(l => Math.Round(l.StartBaseLine.Y, 1)).OrderByDescending(g => g.Key).Select(g => string.Concat(g.OrderBy(l => l.StartBaseLine.X).Select(l => l.Value)))];

    /// <summary>Everything on the pages without head and foot, as it is drawn.</summary>
    public static string Text(PdfDocument pdf) => string.Concat(pdf.GetPages().SelectMany(p => p.Letters.Where(l => IsContent(p, l)).Select(l => l.Value)));

    /// <summary>Whether a letter stands between the head and the foot.</summary>
    public static bool IsContent(Page page, Letter letter) => letter.StartBaseLine.Y < page.Height - 60 && letter.StartBaseLine.Y > 50;
}
