using System.IO.Compression;
using System.Text;
using Marque.Facts;

namespace Marque.Tests.Facts;

public class DocumentsTests
{
    [Theory]
    [InlineData(FactKind.Text)]
    [InlineData(FactKind.Markdown)]
    public void Words_and_lines_are_counted(FactKind kind)
    {
        var check = Checked.Of(kind, "All  gates\tpassed.\n\nSigned off");
        Checked.Supports(check);
        Assert.Equal([("lines", 3), ("words", 5)], check.Counts);
        Checked.Is(Outcome.Vacuous, $"{kind.Word()}.empty", Checked.Of(kind, " \n\t\n"));
    }

    [Fact]
    public void A_text_is_found_without_case_and_across_white_space()
    {
        const string text = "the build\r\n   was SIGNED \t by\nthe release key";
        Checked.Supports(Checked.Of(FactKind.Text, text, new Expectation { Contains = ["Signed by the  Release KEY"], Excludes = ["unsigned"] }));
        Checked.Is(Outcome.Vacuous, "text.text-missing", Checked.Of(FactKind.Text, text, new Expectation { Contains = ["reviewed"] }));
        Checked.Is(Outcome.Contradicts, "text.text-excluded", Checked.Of(FactKind.Text, text, new Expectation { Excludes = ["was signed"] }));
    }

    [Fact]
    public void A_text_is_found_wherever_the_pieces_of_a_long_file_are_cut()
    {
        var expect = new Expectation { Contains = ["the one line that matters"] };
        foreach (var before in new[] { 0, 32_740, 32_755, 32_768, 36_860, 65_530, 100_000 })
        {
            var text = new string('x', before) + " the one  line\nthat matters " + new string('y', 50_000);
            Checked.Supports(Checked.Of(FactKind.Text, text, expect));
        }
    }

    [Fact]
    public void Text_in_UTF_16_is_read_and_binary_is_refused()
    {
        Checked.Supports(Checked.Of(FactKind.Text, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("geprüft und freigegeben")], new Expectation { Contains = ["GEPRÜFT"] }));
        Checked.Is(Outcome.Unreadable, "text.binary", Checked.Of(FactKind.Text, "abc\n\0def"));
        Assert.Equal(2, Checked.Of(FactKind.Text, "abc\n\0def").Findings[0].Line);
    }

    [Fact]
    public void A_page_is_what_its_reader_sees()
    {
        const string page = """
            <!DOCTYPE html><html><head><title>Security &amp; updates</title><meta charset="utf-8"><style>.secret{}</style></head>
            <body><!-- hidden --><h1>Report</h1><p>vulner<b>abil</b>ities to&nbsp;psirt@example.com</p><script>var invisible = "<p>x</p>";</script>
            <img alt="a > b"><p>1 &lt; 2</body></html>
            """;
        Checked.Supports(Checked.Of(FactKind.WebPage, page, new Expectation { Contains = ["Report vulnerabilities to psirt@example.com", "Security & updates", "1 < 2"], Excludes = ["hidden", "invisible", "secret", "a > b"] }));
        Assert.Equal("Security & updates", Checked.Of(FactKind.WebPage, page).Named("title"));
    }

    [Theory]
    [InlineData("<html><body><script>x()</script></body></html>")]
    [InlineData("<html><!-- all -- of > it -->")]
    public void A_page_that_shows_nothing_proves_nothing(string html) => Checked.Is(Outcome.Vacuous, "web-page.empty", Checked.Of(FactKind.WebPage, html));

    [Fact]
    public void A_page_is_read_in_the_encoding_it_names() =>
        Checked.Supports(Checked.Of(FactKind.WebPage, Encoding.Latin1.GetBytes("<html><meta charset=iso-8859-1><p>geprüft"), new Expectation { Contains = ["geprüft"] }));

    [Fact]
    public void Word_documents_are_read_with_notes_and_without_deleted_text()
    {
        var bytes = Docx(("word/document.xml", "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Secure </w:t></w:r><w:r><w:t>develop</w:t></w:r><w:r><w:t>ment</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>withdrawn</w:delText></w:r></w:del></w:p></w:body></w:document>"), ("word/footnotes.xml", "<w:footnotes xmlns:w='w'><w:t>see annex</w:t></w:footnotes>"), ("word/styles.xml", "<s>Heading</s>"));
        var check = Checked.Of(FactKind.Docx, bytes, new Expectation { Contains = ["secure development", "see annex"], Excludes = ["withdrawn", "Heading"] });
        Checked.Supports(check);
        Assert.Equal([("paragraphs", 2), ("words", 4)], check.Counts);
        Checked.Is(Outcome.Vacuous, "docx.empty", Checked.Of(FactKind.Docx, Docx(("word/document.xml", "<w:document/>"))));
    }

    [Fact]
    public void Containers_that_are_no_Word_document_are_refused()
    {
        Checked.Is(Outcome.Unreadable, "docx.no-body", Checked.Of(FactKind.Docx, Docx(("xl/workbook.xml", "<w/>"))));
        Checked.Is(Outcome.Unreadable, "docx.zip", Checked.Of(FactKind.Docx, "PK\u0003\u0004 and nothing else"));
        Checked.Is(Outcome.Unreadable, "docx.encrypted", Checked.Of(FactKind.Docx, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]));
        Checked.Is(Outcome.Unreadable, "xml.dtd", Checked.Of(FactKind.Docx, Docx(("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"))));
    }

    [Fact]
    public void A_Word_document_that_unpacks_without_end_is_refused()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            part.Write("<a>"u8);
            var spaces = new byte[1024 * 1024];
            spaces.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 520; i++) part.Write(spaces);
            part.Write("</a>"u8);
        }

        Assert.True(memory.Length < 8 * 1024 * 1024);
        Checked.Is(Outcome.Unreadable, "docx.too-large", Checked.Of(FactKind.Docx, memory.ToArray()));
    }

    [Fact]
    public void PDF_words_are_read()
    {
        var check = Checked.Of(FactKind.Pdf, PdfWith("BT /F1 12 Tf 72 720 Td (Penetration test of release 2.4.1) Tj ET"), new Expectation { Contains = ["penetration test of release 2.4.1"], Excludes = ["draft"] });
        Checked.Supports(check);
        Assert.Equal([("pages", 1), ("words", 5)], check.Counts);
    }

    [Fact]
    public void A_PDF_without_text_proves_nothing() => Checked.Is(Outcome.Vacuous, "pdf.no-text", Checked.Of(FactKind.Pdf, PdfWith("0 0 10 10 re f")));

    [Fact]
    public void A_PDF_behind_a_password_is_refused_for_that_reason()
    {
        var zeros = new string('0', 64);
        var locked = Encoding.ASCII.GetString(PdfWith("BT ET")).Replace("/Root 1 0 R", $"/Root 1 0 R /ID [<{zeros[..32]}> <{zeros[..32]}>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{zeros}> /U <{zeros}> >>", StringComparison.Ordinal);
        Checked.Is(Outcome.Unreadable, "pdf.encrypted", Checked.Of(FactKind.Pdf, Encoding.ASCII.GetBytes(locked)));
    }

    [Theory]
    [InlineData("no PDF at all", "pdf.header")]
    [InlineData("%PDF-1.7\nand nothing else", "pdf.syntax")]
    public void What_is_no_PDF_is_refused(string text, string code) => Checked.Is(Outcome.Unreadable, code, Checked.Of(FactKind.Pdf, text));

    public static byte[] Docx(params (string Name, string Text)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }

    /// <summary>The smallest PDF with one page and this content.</summary>
    public static byte[] PdfWith(string page)
    {
        var output = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var body in new[]
        {
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {page.Length} >>\nstream\n{page}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        })
        {
            offsets.Add(output.Length);
            output.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        var start = output.Length;
        output.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) output.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        output.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(output.ToString());
    }
}
