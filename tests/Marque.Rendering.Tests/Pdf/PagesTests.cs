using System.Globalization;
using System.Text.RegularExpressions;
using Marque.Documents.Blocks;
using Marque.Rendering.Pdf;
using Marque.Rendering.Tests.Kit;
using UglyToad.PdfPig.Outline;

namespace Marque.Rendering.Tests.Pdf;

/// <summary>Where pages end.</summary>
public sealed class PagesTests
{
    private static Table Rows(int count, int lines) => new("Numbers", [new("Which row", 1), new("What it says", 3)],
        [.. Enumerable.Range(0, count).Select(i => new Row([$"row{i}"], [.. Enumerable.Range(0, lines).SelectMany(l => new Inline[] { $"r{i}l{l}", new LineBreak() })]))]);

    [Fact]
    public void The_header_of_a_table_stands_above_its_rows_on_every_page()
    {
        using var pdf = Files.Open(Files.Of(Rows(200, 2)));
        Assert.True(pdf.NumberOfPages > 3);
        foreach (var page in pdf.GetPages())
        {
            var lines = Files.Lines(page);
            Assert.Contains("row", lines[lines.FindIndex(l => l.Contains("What it says", StringComparison.Ordinal)) + 1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_row_that_a_page_can_hold_stays_whole()
    {
        using var pdf = Files.Open(Files.Of(Rows(40, 9)));
        foreach (var page in pdf.GetPages())
        {
            var text = page.Text;
            for (var i = 0; i < 40; i++) Assert.Equal(text.Contains($"r{i}l0", StringComparison.Ordinal), text.Contains($"r{i}l8", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_row_taller_than_a_page_goes_on_and_loses_nothing()
    {
        using var pdf = Files.Open(Files.Of(new Paragraph("before"), Rows(3, 150)));
        var text = Files.Text(pdf);
        for (var i = 0; i < 3; i++)
        {
            for (var l = 0; l < 150; l++) Assert.Matches($"r{i}l{l}(?![0-9])", text);
        }

        Assert.Equal(2, Regex.Count(text, "row2|row1"));
    }

    [Fact]
    public void No_heading_is_the_last_of_a_page()
    {
        foreach (var (name, bytes) in Files.All)
        {
            using var pdf = Files.Open(bytes);
            Assert.True(pdf.TryGetBookmarks(out var bookmarks));
            foreach (var mark in bookmarks!.GetNodes().OfType<DocumentBookmarkNode>())
            {
                var page = pdf.GetPage(mark.PageNumber);
                var below = page.Letters.Where(l => Files.IsContent(page, l) && l.StartBaseLine.Y < mark.Destination.Coordinates.Top!.Value - 8);
                // Letters of the heading are the largest and bold; what follows is smaller.
                Assert.True(below.Any(l => l.PointSize < 10.9), $"{name}: '{mark.Title}' stands alone at the foot of page {mark.PageNumber}");
            }
        }
    }

    [Fact]
    public void Lines_to_sign_stand_together_with_room_above_each()
    {
        for (var before = 0; before < 40; before++)
        {
            using var pdf = Files.Open(Files.Of([.. Enumerable.Range(0, before).Select(i => new Paragraph($"p{i}")), new SignatureBlock("Place", "Name", "Signature", "Date")]));
            var pages = pdf.GetPages().Where(p => Regex.IsMatch(p.Text, "Place|Name|Signature|Date")).ToList();
            var words = Assert.Single(pages).GetWords().Where(w => w.Text is "Place" or "Date").ToList();
            Assert.Equal(2, words.Count);
            // The second row of fields is below the first by what a hand needs.
            Assert.True(words[0].BoundingBox.Bottom - words[1].BoundingBox.Bottom > 40);
            Assert.True(pages[0].Height - words[0].BoundingBox.Top > 68 + 40);
        }
    }

    [Fact]
    public void The_table_of_contents_tells_the_page_of_each_section()
    {
        using var pdf = Files.Open(Files.Example.Value);
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        var pages = bookmarks!.GetNodes().OfType<DocumentBookmarkNode>().Where(n => n.Level == 1).Select(n => (n.Title, n.PageNumber)).ToList();
        var lines = pdf.GetPages().Take(2).SelectMany(Files.Lines).ToList();
        Assert.True(pages.Count > 8);
        Assert.All(pages, p => Assert.Contains(p.Title + p.PageNumber.ToString(CultureInfo.InvariantCulture), lines));
    }

    [Fact]
    public void Bookmarks_are_the_headings_in_their_order_and_depth()
    {
        using var pdf = Files.Open(Files.Of(new Heading(2, "a", "A"), new Heading(3, "b", "B"), new Paragraph("x"), new Heading(2, "c", "C"), new Paragraph("y")));
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["0 T", "1 A", "2 B", "1 C"], bookmarks!.GetNodes().Select(n => $"{n.Level} {n.Title}"));
    }

    [Fact]
    public void A_deep_tree_and_deep_lists_stay_on_the_paper()
    {
        var node = new Node(["leaf"], [], []);
        for (var i = 0; i < 60; i++) node = new Node([$"n{i}"], [[$"line {i}"]], [node]);
        IReadOnlyList<Block> list = [new Paragraph("innermost")];
        for (var i = 0; i < 60; i++) list = [new Paragraph($"i{i}"), new ItemList([list])];
        using var pdf = Files.Open(Files.Of([new Tree("deep", [node]), .. list]));
        Assert.Contains("leaf", Files.Text(pdf), StringComparison.Ordinal);
        Assert.Contains("innermost", Files.Text(pdf), StringComparison.Ordinal);
        Assert.All(pdf.GetPages().SelectMany(p => p.Letters), l => Assert.InRange(l.EndBaseLine.X, 0, 595.28 - 53.9));
    }
}
