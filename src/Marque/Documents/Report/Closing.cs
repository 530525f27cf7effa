using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Documents.Report;

/// <summary>The end: whose words are used, in which language the law is quoted, and what the report is not.</summary>
internal static class Closing
{
    public static IReadOnlyList<Block> Of(Texts texts) =>
    [
        new Paragraph(texts["report.closing.computed"]),
        new Paragraph(texts["report.closing.words"]),
        // The legal set is English: its words are not put into another language here, where nobody has verified them.
        .. texts.Language != Texts.English.Language ? [new Paragraph(texts["report.closing.law-in-english"])] : Array.Empty<Block>(),
    ];
}
