using Marque.Assessments;
using Marque.Documents.Blocks;

namespace Marque.Rendering.Tests.Kit;

/// <summary>Documents with a manufacturer's look, contents and room to sign.</summary>
internal static class Letters
{
    // A picture of 8 by 4 pixels, blue.
    private static readonly byte[] Blue = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAIAAAA8r+mnAAAAEUlEQVR42mPgiu7BihioJwEA0q8eIQzc+kUAAAAASUVORK5CYII=");

    /// <summary>A declaration as it is signed.</summary>
    public static Document Signed(string text, bool isLandscape = false) => new("Declaration", "en",
        [new Heading(1, "top", "EU declaration of conformity"), new Terms(("Product", [text]), ("Manufacturer", ["Example Ltd"]))],
        [
            new Heading(2, "one", "First"),
            new Quotation("Les produits comportant des éléments numériques.", "Article 6") { Language = "fr" },
            new ItemList([[new Paragraph("a"), new ItemList([[new Paragraph("aa")], [new Paragraph(new Run("ab", Setting.Soft))]], IsNumbered: true)], [new Paragraph("b"), new Paragraph("more of b")]], IsNumbered: true),
            new ItemList([[new Paragraph("counts anew")], [new Table("Within", [new("A", 1), new("B", 1)], [new(["1"], [text])])]], IsNumbered: true),
            new Heading(2, "two", "Second"),
            new Callout("To know", new ItemList([[new Paragraph("one")], [new Paragraph(text)]]), new Table("Inner", [new("K", 1) { IsKey = true }, new("V", 2)], [new([new Run("strong", Setting.Strong), new Run("soft", Setting.Soft), new VerdictMark(Verdict.Open)], [text])])),
            new Heading(3, "sign", new Run("Signed "), new VerdictMark(Verdict.Demonstrated)),
            new SignatureBlock("Place and date", "Name and function", "Signature", "Second signature"),
            new SignatureBlock("Only one"),
        ],
        [new Paragraph("The end.")])
    {
        Running = $"{text} 2.4.1, declaration",
        Origin = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        HasContents = true,
        IsLandscape = isLandscape,
        Brand = new Brand("Example Ltd & Söhne", new Colour(0x0A, 0x5B, 0x8C), new Logo(Blue, "image/png", 800, 400, text)),
    };
}
