using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Marque.Documents.Blocks;
using Marque.Rendering.Html;
using Marque.Rendering.Tests.Kit;

namespace Marque.Rendering.Tests.Html;

public sealed class HtmlDocumentTests
{
    private static readonly string Example = Page(Reports.Example);

    [Fact]
    public void Text_of_others_never_becomes_markup()
    {
        var page = Page(Samples.All(Samples.Hostile));
        Assert.Equal(1, Regex.Count(page, "<script", RegexOptions.IgnoreCase));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" onload='", page, StringComparison.Ordinal);
        Assert.DoesNotContain(page.EnumerateRunes(), r => (Rune.IsControl(r) && r.Value != '\n') || r.Value == 0x202e);
        // Every kind of block shows the text: shown as its code, none of it is lost.
        Assert.True(Regex.Count(page, Regex.Escape("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39;")) > 30);
        Assert.Contains("\\u202egnp.exe \\u001b[2J", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_names_no_other_file_and_asks_no_network()
    {
        foreach (var page in new[] { Example, Page(Samples.All("text")) })
        {
            Assert.DoesNotMatch(@"(?i)<link|<img|<iframe|<object|<embed|<base|\bsrc=|url\(|@import|\son\w+=", page);
            Assert.All(Regex.Matches(page, "href=\"([^\"]*)\"").Select(m => m.Groups[1].Value), a => Assert.Matches("^(#|\\./)", a));
        }
    }

    [Fact]
    public void The_policy_lets_the_style_and_the_script_of_the_page_pass_and_nothing_else()
    {
        var policy = Regex.Match(Example, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        var style = Regex.Match(Example, "<style>(?<text>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Groups["text"].Value;
        var script = Regex.Match(Example, "<script>(?<text>.*?)</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Groups["text"].Value;
        Assert.Equal($"default-src 'none'; style-src '{Sha(style)}'; script-src '{Sha(script)}'; base-uri 'none'; form-action 'none'", policy);
        Assert.DoesNotContain(" style=\"", Example, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_anything_to_filter_there_is_no_script()
    {
        var page = Page(Samples.Of(new Heading(2, "a", "A"), new Paragraph("text")));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", page, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"search\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Anchors_are_unique_and_every_link_leads_to_one()
    {
        var ids = Regex.Matches(Example, " id=\"([^\"]*)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        var known = ids.ToHashSet(StringComparer.Ordinal);
        Assert.All(Regex.Matches(Example, "href=\"#([^\"]*)\"").Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal), a => Assert.Contains(a, known));
        Assert.All(Regex.Matches(Example, "aria-labelledby=\"([^\"]*)\"").Select(m => m.Groups[1].Value), a => Assert.Contains(a, known));
    }

    [Fact]
    public void Elements_are_closed_in_the_order_they_were_opened()
    {
        string[] alone = ["meta", "br", "col", "input"];
        foreach (var page in new[] { Example, Page(Samples.All("a & b")) })
        {
            var open = new Stack<string>();
            foreach (Match tag in Regex.Matches(Regex.Replace(page, "<(?<name>style|script)>.*?</\\k<name>>", "", RegexOptions.Singleline | RegexOptions.ExplicitCapture), "<(/?)([a-z0-9]+)[^>]*>"))
            {
                var name = tag.Groups[2].Value;
                if (alone.Contains(name, StringComparer.Ordinal)) continue;
                if (tag.Groups[1].Length == 0) open.Push(name);
                else Assert.Equal(open.Pop(), name);
            }

            Assert.Empty(open);
        }
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes_in_another_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // The program knows no cultures of places; one made up of everything they differ in stands for them.
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.NumberFormat = new NumberFormatInfo { NegativeSign = "~", NumberDecimalSeparator = ",", NumberGroupSeparator = ".", PercentSymbol = "pc" };
            other.DateTimeFormat.DateSeparator = ".";
            other.DateTimeFormat.TimeSeparator = "h";
            CultureInfo.CurrentCulture = other;
            Assert.Equal(Example, Page(Reports.OfCase("examples/edge-gateway")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_row_with_another_number_of_cells_than_columns_is_refused() =>
        Assert.Throws<ArgumentException>(() => HtmlDocument.Of(Samples.Of(new Table("t", [new("a", 1), new("b", 1)], [new(["one"])]))));

    [Fact]
    public void A_link_to_a_file_leads_to_that_file_whatever_its_name() =>
        Assert.Contains("href=\"./evidence/a%20b/%23c%3Fd%3Ae.xml\"", Page(Samples.Of(new Paragraph(new FileLink("evidence/a b/#c?d:e.xml", "c")))), StringComparison.Ordinal);

    private static string Page(Document document) => Encoding.UTF8.GetString(HtmlDocument.Of(document));

    private static string Sha(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
