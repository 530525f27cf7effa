using System.Text.RegularExpressions;
using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Rendering.Pdf;
using Marque.Rendering.Tests.Kit;
using UglyToad.PdfPig.Content;

namespace Marque.Rendering.Tests.Pdf;

public sealed class PdfFileTests
{
    [Fact]
    public void Nothing_stands_outside_the_margins_whatever_the_text()
    {
        foreach (var (name, bytes) in Files.All)
        {
            using var pdf = Files.Open(bytes);
            foreach (var page in pdf.GetPages())
            {
                // A hair of rounding; verdicts in columns of the report are among the letters.
                var beyond = page.Letters.FirstOrDefault(l => l.StartBaseLine.X < 53.9 || l.EndBaseLine.X > page.Width - 53.9 || l.StartBaseLine.Y < 30 || l.StartBaseLine.Y > page.Height - 35);
                Assert.True(beyond is null, $"{name}, page {page.Number}: '{beyond?.Value}' at {beyond?.StartBaseLine}");
            }
        }
    }

    [Fact]
    public void Every_word_of_the_report_is_on_its_pages_in_the_order_it_is_read()
    {
        using var pdf = Files.Open(PdfFile.Of(Reports.Example));
        var found = Regex.Replace(Files.Text(pdf), @"\s", "");
        var at = 0;
        foreach (var run in Runs([.. Reports.Example.Opening, .. Reports.Example.Body.TakeWhile(b => b is not Table), .. Reports.Example.Closing]))
        {
            var words = Regex.Replace(run, @"\s", "");
            var next = found.IndexOf(words, at, StringComparison.Ordinal);
            Assert.True(next >= 0, $"'{run}' is missing or comes too early");
            at = next + words.Length;
        }
    }

    [Fact]
    public void Hostile_text_stands_as_it_is_and_its_controls_as_their_codes()
    {
        using var pdf = Files.Open(Files.Hostile.Value);
        var text = Regex.Replace(Files.Text(pdf), @"\s", "");
        Assert.True(Regex.Count(text, Regex.Escape("</script><script>alert(1)</script>\"onload='x'<imgsrc=//example.com/x>&\\u202egnp.exe\\u001b[2J")) > 25);
        Assert.All(pdf.GetPages().SelectMany(p => p.GetAnnotations()), a => Assert.Equal(UglyToad.PdfPig.Annotations.AnnotationType.Link, a.Type));
    }

    [Fact]
    public void A_character_that_no_font_has_stands_as_its_code_point_and_those_of_the_Union_as_themselves()
    {
        const string Union = "ĄąĀāČčĆćĎďĐđĒēĖėĘęĚěĞğĢģĠġĦħĪīĮįĶķĹĺĻļĽľŁłŃńŇňŅņŐőŒœŔŕŘřŚśŠšŞşȘșŤťŢţȚțŪūŮůŰűŲųŸÿŹźŻżŽžẞß ΑαΆάΈέΉήΊίΐΌόΎύΰΏώΣσς БбГгДдЖжЙйЩщЪъЬьЮюЯя €§„“”‚‘’»«–—…· →≥≤✓★■◐✗□";
        foreach (var setting in Enum.GetValues<Setting>())
        {
            using var pdf = Files.Open(Files.Of(new Paragraph(new Run($"{Union} 中 ع \U0001F600 \ue000", setting))));
            Assert.Contains(Union.Replace(" ", "", StringComparison.Ordinal) + "U+4E2DU+0639", Regex.Replace(Files.Text(pdf), @"\s", ""), StringComparison.Ordinal);
            Assert.EndsWith("U+E000", Regex.Replace(Files.Text(pdf), @"\s", ""), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Verdicts_are_never_broken_within_a_word()
    {
        foreach (var (document, bytes) in new[] { (Reports.Example, Files.Example.Value), (Reports.Large.Report, Files.Large.Value), (Samples.All(Samples.Long), Files.Long.Value) })
        {
            using var pdf = Files.Open(bytes);
            var found = pdf.GetPages().SelectMany(AfterMarks).Order(StringComparer.Ordinal).ToList();
            var expected = Marks.Of(document).Where(m => m.Verdict is not (Verdict.NotApplicable or Verdict.NotTriggered)).Select(m => (m.Word ?? m.Verdict.Word()).Split(' ')[0]).Order(StringComparer.Ordinal).ToList();
            Assert.NotEmpty(expected);
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void Paper_lies_on_its_long_side_only_when_asked()
    {
        using var upright = Files.Open(Files.Letter.Value);
        using var lying = Files.Open(Files.Wide.Value);
        Assert.All(upright.GetPages(), p => Assert.True(p is { Width: > 595 and < 596, Height: > 841 and < 842 }));
        Assert.All(lying.GetPages(), p => Assert.True(p is { Width: > 841 and < 842, Height: > 595 and < 596 }));
    }

    [Fact]
    public void Every_page_tells_what_it_belongs_to_and_its_number_of_all()
    {
        using var pdf = Files.Open(Files.Letter.Value);
        foreach (var page in pdf.GetPages())
        {
            var lines = Files.Lines(page);
            Assert.Contains("Example Ltd & Söhne", lines[0], StringComparison.Ordinal);
            Assert.EndsWith("gateway 2.4.1, declaration", lines[0], StringComparison.Ordinal);
            Assert.StartsWith("sha256:0123456789abcdef", lines[^1], StringComparison.Ordinal);
            Assert.EndsWith($"Page {page.Number} of {pdf.NumberOfPages}", lines[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Headings_take_the_colour_of_the_manufacturer_and_the_logo_stands_on_the_first_page_only()
    {
        using var pdf = Files.Open(Files.Letter.Value);
        var pages = pdf.GetPages().ToList();
        var (r, g, b) = pages[0].Letters.First(l => l.PointSize > 18).Color!.ToRGBValues();
        Assert.Equal((0x0A, 0x5B, 0x8C), (Math.Round(r * 255), Math.Round(g * 255), Math.Round(b * 255)));
        Assert.Equal([1, .. Enumerable.Repeat(0, pages.Count - 1)], pages.Select(p => p.GetImages().Count()));
    }

    [Fact]
    public void A_row_with_another_number_of_cells_than_columns_is_refused() =>
        Assert.Throws<ArgumentException>(() => Files.Of(new Table("t", [new("a", 1), new("b", 1)], [new(["one"])])));

    [Fact]
    public void What_is_empty_makes_a_file_all_the_same()
    {
        using var pdf = Files.Open(Files.Of(new Terms(), new Tally("none", []), new ItemList([[], [new PageBreak(), new Table("t", [new("A", 1)], [])]]), new SignatureBlock(), new Callout("alone"), new Tree("t", []), new Paragraph()));
        Assert.Contains("alone", Files.Text(pdf), StringComparison.Ordinal);
        using var none = Files.Open(PdfFile.Of(new Document("", "en", [], [], []) { HasContents = true }));
        Assert.Equal(1, none.NumberOfPages);
    }

    // The word that follows the shape of a verdict without a gap.
    private static IEnumerable<string> AfterMarks(Page page)
    {
        var letters = page.Letters;
        for (var i = 0; i < letters.Count; i++)
        {
            if (!letters[i].FontName!.EndsWith("Symbols2-Regular", StringComparison.Ordinal)) continue;
            var word = "";
            for (var k = i + 2; k < letters.Count && char.IsLetter(letters[k].Value[0]) && Math.Abs(letters[k].StartBaseLine.X - letters[k - 1].EndBaseLine.X) < 0.5 && letters[k].StartBaseLine.Y == letters[i].StartBaseLine.Y; k++) word += letters[k].Value;
            yield return word;
        }
    }

    private static IEnumerable<string> Runs(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Heading heading => Words(heading.Text),
        Paragraph paragraph => Words(paragraph.Text),
        Callout callout => [callout.Title, .. Runs(callout.Blocks)],
        ItemList list => list.Items.SelectMany(Runs),
        Terms terms => terms.Pairs.SelectMany(p => Words(p.Value).Prepend(p.Name)),
        _ => [],
    });

    private static IEnumerable<string> Words(IEnumerable<Inline> inlines) => inlines.Select(i => i switch { Run run => run.Text, Link link => link.Text, Cite cite => cite.Citation, _ => "" });
}
