using Marque.Documents.Blocks;

namespace Marque.Documents.Report;

/// <summary>The end: whose words are used, and what the report is not.</summary>
internal static class Closing
{
    public static IReadOnlyList<Block> Of() =>
    [
        new Paragraph("Verdicts are computed from what the manufacturer declares, what was observed and who decided. This report gives no legal advice."),
        new Paragraph("Short titles of points and obligations are Marque's. The text of the Regulation is reused from EUR-Lex, © European Union, 1998-2026; only the Official Journal is authentic. IEC 62443 appears by identifiers and own words."),
    ];
}
