using System.Text.RegularExpressions;
using Marque.Documents.Blocks;
using Marque.Rendering.Pdf;
using Marque.Rendering.Tests.Kit;

namespace Marque.Rendering.Tests.Pdf;

/// <summary>The file as programs of others find it.</summary>
public sealed class TaggedTests
{
    [Fact]
    public void Qpdf_finds_nothing_to_complain_of()
    {
        Poppler.Needed();
        foreach (var (_, pdf) in Files.All) Assert.Contains("No syntax or stream encoding errors found", Poppler.Of(pdf, "qpdf", "--check", "FILE"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_font_is_embedded_as_a_subset_and_can_be_copied_from()
    {
        Poppler.Needed();
        foreach (var (_, pdf) in Files.All)
        {
            var fonts = Poppler.Of(pdf, "pdffonts", "FILE").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
            Assert.True(fonts.Count is >= 2 and <= 5);
            Assert.All(fonts, f => Assert.Matches(@"^[A-Z]{6}\+Noto\S+ +CID TrueType +Identity-H +yes yes yes ", f));
        }
    }

    [Fact]
    public void A_file_says_its_title_that_it_is_tagged_and_no_time()
    {
        Poppler.Needed();
        var info = Poppler.Of(Files.Letter.Value, "pdfinfo", "FILE");
        Assert.Matches("(?m)^Title: +Declaration$", info);
        Assert.Matches("(?m)^Tagged: +yes$", info);
        Assert.DoesNotMatch("Date", info);
        var metadata = Poppler.Of(Files.Letter.Value, "pdfinfo", "-meta", "FILE");
        Assert.Contains("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>", metadata, StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(Regex.Replace(Poppler.Of(Files.Hostile.Value, "pdfinfo", "-meta", "FILE"), @"<\?xpacket[^>]*>", "").Trim());
    }

    [Fact]
    public void The_structure_is_that_of_the_document()
    {
        Poppler.Needed();
        var tree = Structure(Files.Of(
            new Heading(2, "a", "Two words"),
            new Paragraph("See ", new Link("b", "over there"), " now"),
            new ItemList([[new Paragraph("first")], [new Paragraph("second")]], IsNumbered: true),
            new Table("Names", [new("K", 1) { IsKey = true }, new("V", 1)], [new(["key"], ["value"])]) { HasTitle = true },
            new Quotation("words of the law", "Article 1") { Language = "fr" },
            new Heading(3, "b", "Three")));
        Assert.Equal(
            "Document H1 \"T\" H2 \"Two words\" P \"See \" Link \"over there\" \" now\" "
            + "L LI Lbl \"1.\" LBody P \"first\" LI Lbl \"2.\" LBody P \"second\" "
            + "Table Caption \"Names\" THead TR TH \"K\" TH \"V\" TBody TR TH \"key\" TD \"value\" "
            + "BlockQuote P \"words of the law\" P \"Article 1\" H3 \"Three\"",
            tree);
    }

    [Fact]
    public void Heads_feet_and_repeated_headers_are_no_content_of_the_structure()
    {
        Poppler.Needed();
        var pdf = Files.Of(new Table("t", [new("Column", 1)], [.. Enumerable.Range(0, 200).Select(i => new Row([$"cell{i}"]))]));
        Assert.Equal(200, Regex.Count(Structure(pdf), "TD \"cell[0-9]+\""));
        Assert.Equal(1, Regex.Count(Structure(pdf), "\"Column\""));
        Assert.DoesNotMatch("Page 1 of", Structure(pdf));
        Assert.Equal(1, Regex.Count(Structure(Files.Letter.Value), "Figure"));
    }

    [Fact]
    public void Text_is_read_in_order_and_links_lead_to_files_whatever_their_names()
    {
        Poppler.Needed();
        var pdf = Files.Of(new Paragraph(new FileLink("evidence/a b/#c?d:e.xml", "c")), new Paragraph("second"), new Paragraph(new Link("nowhere", "dead")));
        Assert.Matches(@"(?s)T\s+c\s+second\s+dead", Poppler.Of(pdf, "pdftotext", "FILE", "-"));
        var urls = Poppler.Of(pdf, "pdfinfo", "-url", "FILE");
        Assert.Contains("./evidence/a%20b/%23c%3Fd%3Ae.xml", urls, StringComparison.Ordinal);
        Assert.Equal(2, urls.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Every_link_of_the_report_leads_to_a_place_that_is_there()
    {
        Poppler.Needed();
        var json = Poppler.Of(Files.Example.Value, "qpdf", "--json", "--json-key=qpdf", "FILE");
        var asked = Regex.Matches(json, "\"/Dest\": \"u:([^\"]+)\"").Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var names = Poppler.Of(Files.Example.Value, "pdfinfo", "-dests", "FILE");
        Assert.True(asked.Count > 100);
        Assert.All(asked, a => Assert.Contains($"\"{a}\"", names, StringComparison.Ordinal));
    }

    // Types and texts of the tree, without attributes.
    private static string Structure(byte[] pdf)
    {
        var lines = Poppler.Of(pdf, "pdfinfo", "-struct-text", "FILE").Split('\n');
        return Regex.Replace(string.Join(' ', lines.Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("Object", StringComparison.Ordinal) && l[0] != '/').Select(l => l.StartsWith('"') ? l : Regex.Replace(l, @"[:( ].*", ""))), " +", " ").Trim();
    }
}
