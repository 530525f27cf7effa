using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Language;
using Marque.Rendering.Html;
using Marque.Rendering.Tests.Kit;

namespace Marque.Rendering.Tests.Html;

/// <summary>The report of the example in German: the program's own words are, the law's and the manufacturer's are not.</summary>
public sealed class OtherLanguageTests
{
    // What the program itself says in a report, by the beginnings of the ids.
    private static readonly string[] Own = ["report.", "ground.", "remedy.", "notice.", "procedure.", "means.", "rests-on.", "trust.", "class.", "changed.", "fact.", "binding.", "verdict."];

    private static readonly string Page = Encoding.UTF8.GetString(HtmlDocument.Of(German()));

    [Fact]
    public void No_sentence_of_the_program_is_left_in_English()
    {
        var shown = WebUtility.HtmlDecode(Page);
        var left = Texts.English.Ids.Where(id => Own.Any(o => id.StartsWith(o, StringComparison.Ordinal)))
            .SelectMany(id => Texts.English.Template(id).Pieces.Where(p => !p.IsName && p.Text.Trim().Split(' ').Length > 4), (_, p) => p.Text).Where(t => shown.Contains(t, StringComparison.Ordinal)).ToList();
        Assert.Equal([], left);
    }

    [Fact]
    public void The_law_is_quoted_in_English_and_marked_so()
    {
        Assert.Contains("<html lang=\"de\"", Page, StringComparison.Ordinal);
        Assert.Equal(22, Regex.Count(Page, "<blockquote lang=\"en\">"));
        Assert.DoesNotContain("<blockquote>", Page, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(Texts.In("de")!["report.closing.law-in-english"]), WebUtility.HtmlEncode(WebUtility.HtmlDecode(Page)), StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_and_marks_are_German()
    {
        foreach (var words in new[] { "nachgewiesen", "Vertraulichkeit von Daten", "Netzwerkgerät", "Management der IT-Sicherheit", "vernünftigerweise vorhersehbare Fehlanwendung", "Anlass field" }) Assert.Contains(words, WebUtility.HtmlDecode(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_in_a_language_without_sentences_is_refused()
    {
        var refused = Assert.Throws<ArgumentException>(() => HtmlDocument.Of(German() with { Language = "fr" }));
        Assert.Contains("'fr'", refused.Message, StringComparison.Ordinal);
    }

    private static Document German()
    {
        var (assessment, index, seen) = Reports.Assessed("examples/edge-gateway");
        return AssessmentReport.Compose([assessment], index, seen, "0.0.0", language: Texts.In("de"));
    }
}
