using System.Text.RegularExpressions;

namespace Marque.Rendering.Tests.Office;

/// <summary>What another program's reader makes of the documents.</summary>
public sealed class LibreOfficeTests(Converted converted) : IClassFixture<Converted>
{
    [Fact]
    public void It_lays_out_the_report_to_its_last_words_and_counts_its_pages()
    {
        var text = converted.Text("example-text");
        // The acknowledgement of the law's source ends every report.
        Assert.Contains("© European Union", Regex.Replace(text.TrimEnd('\f').Split('\f')[^1], @"\s+", " "), StringComparison.Ordinal);
        var pages = Regex.Matches(text, "Page ([0-9]+) of ([0-9]+)");
        Assert.Equal(Enumerable.Range(1, pages.Count), pages.Select(p => int.Parse(p.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(pages, p => Assert.Equal(pages[^1].Groups[1].Value, p.Groups[2].Value));
        Assert.True(pages.Count > 5);
    }

    [Theory]
    [InlineData("letter-text")]
    [InlineData("wide-text")]
    public void It_lays_out_a_letter_with_head_foot_counted_lists_and_fields_to_sign(string name)
    {
        var text = converted.Text(name);
        Assert.Matches("gateway 2.4.1, declaration +Example Ltd & Söhne", text);
        Assert.Matches("sha256:0123456789abcdef[0-9a-f]+ +Page 1 of [0-9]+", text);
        Assert.Matches(@"1\. +a\n+ +a\. +aa\n+ +b\. +ab\n+ *2\. +b\n+ +more of b\n+ *1\. +counts anew", text);
        Assert.Matches(name == "wide-text" ? "Place and date +Name and function +Signature +Second signature" : "Place and date +Name and function\n[^|]*Signature +Second signature", text);
        Assert.Contains("The end.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("long-text")]
    [InlineData("hostile-text")]
    public void It_lays_out_words_that_no_line_holds_and_words_of_attackers(string name) => Assert.Contains("demonstrated", converted.Text(name), StringComparison.Ordinal);

    [Fact]
    public void It_prints_the_workbook_of_the_report_with_repeated_headers_and_counted_pages()
    {
        var pages = converted.Text("example-book").TrimEnd('\f').Split('\f');
        Assert.Contains("Edge Gateway BG-200, release 2.4.1", pages[0], StringComparison.Ordinal);
        Assert.Contains($"Page {pages.Length} of {pages.Length}", pages[^1], StringComparison.Ordinal);
        var points = pages.Where(p => p.Contains("Coverage of the points of Annex", StringComparison.Ordinal) && p.Contains("Requirement", StringComparison.Ordinal)).ToList();
        Assert.Contains(points, p => p.Contains("No known exploitable vulnerabilities", StringComparison.Ordinal) && p.Contains("■ demonstrated", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("letter-book")]
    [InlineData("wide-book")]
    [InlineData("long-book")]
    [InlineData("hostile-book")]
    public void It_prints_every_workbook(string name) => Assert.Contains("Page 1 of", converted.Text(name), StringComparison.Ordinal);
}
