using System.Text.Json;
using System.Xml.Linq;

namespace Marque.Cli.Tests;

public sealed class DocumentsTests : IDisposable
{
    private readonly Sample sample = new();

    public static TheoryData<string, string[]> Documents => new()
    {
        { "assessment", ["assess", "--format", "json"] },
        { "assessment", ["assess", "--format", "json", "--all-releases"] },
        { "assessment", ["assess", "--format", "json", "--only", "PRACTICE", "--gate", "none"] },
        { "explanation", ["explain", "I.2.e", "--format", "json"] },
        { "explanation", ["explain", "I.1", "--format", "json"] },
        { "explanation", ["explain", "cr 1.1", "--format", "json"] },
        { "explanation", ["explain", "13(19)", "--format", "json"] },
        { "explanation", ["explain", "risk-assessment", "--format", "json"] },
        { "evidence-check", ["evidence", "check", "--format", "json"] },
        { "evidence-list", ["evidence", "list", "--format", "json"] },
        { "evidence-list", ["evidence", "list", "--series", "login-tests", "--format", "json"] },
        { "evidence-expect", ["evidence", "expect", "--format", "json"] },
        { "standards", ["standards", "list", "--format", "json"] },
        { "standards", ["standards", "show", "EN 304 617", "--format", "json"] },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_valid_by_its_published_schema(string schema, string[] args)
    {
        sample.WithFact("altered", Sample.Passing, registeredAs: "other").With("case/evidence/gone.yaml", Sample.Series("gone", "artefacts/gone.xml", Sample.Sha256("x")));
        var ran = InProcess.Run(sample.Case, args);
        Assert.True(ran.Code <= Exit.FallsShort, ran.Error);
        Assert.Empty(Beside.Errors(schema, ran.Json));
        Assert.Empty(ran.Error);
    }

    [Theory]
    [InlineData("""{"schema":"marque/assessment/v1"}""")]
    [InlineData("""{"schema":"marque/assessments/v1","assessments":[{}]}""")]
    public void The_schema_refuses_what_is_no_assessment(string document) => Assert.NotEmpty(Beside.Errors("assessment", JsonDocument.Parse(document).RootElement));

    [Fact]
    public void No_document_holds_an_absolute_path()
    {
        sample.With("case/evidence/gone.yaml", Sample.Series("gone", "artefacts/gone.xml", Sample.Sha256("x")));
        foreach (var format in new[] { "table", "json", "html", "sarif", "junit" }) Assert.DoesNotContain(sample.Root, InProcess.Run(sample.Root, "assess", "case", "--format", format).Out, StringComparison.Ordinal);
        Assert.DoesNotContain(sample.Root, InProcess.Run(sample.Root, "evidence", "check", "case", "--format", "json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_SARIF_log_has_a_result_for_each_shortfall_at_the_line_of_its_weakest_input()
    {
        Directory.CreateDirectory(Path.Combine(sample.Root, ".git"));
        var run = InProcess.Run(sample.Case, "assess", "--format", "sarif").Json.GetProperty("runs")[0];
        var result = run.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("ruleId").GetString() == "I.2.e");
        var location = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        // Relative to the repository: the line of "requirement: I.2.e", which is only partly implemented.
        Assert.Equal("case/controls/annex-i.yaml", location.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(6, location.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal("I.2.e", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Equal("warning", result.GetProperty("level").GetString());
    }

    [Fact]
    public void A_SARIF_log_is_valid_by_the_schema_of_OASIS()
    {
        var sarif = Beside.Sarif;
        var log = InProcess.Run(sample.Case, "assess", "--format", "sarif", "--all-releases").Json;
        Assert.Equal(2, log.GetProperty("runs").GetArrayLength());
        Assert.Empty(Beside.Errors(sarif, log));
        Assert.NotEmpty(Beside.Errors(sarif, JsonDocument.Parse("""{"version":"2.1.0","runs":[{"results":[{}]}]}""").RootElement));
    }

    [Fact]
    public void A_JUnit_document_has_a_case_for_each_point_that_fails_when_it_falls_short()
    {
        var ran = InProcess.Run(sample.Case, "assess", "--format", "junit");
        var suite = XDocument.Parse(ran.Out).Root!.Elements("testsuite").First();
        Assert.Equal(22, suite.Elements("testcase").Count());
        Assert.Equal("22", suite.Attribute("tests")!.Value);
        Assert.Equal(suite.Elements("testcase").Count(c => c.Element("failure") is not null).ToString(System.Globalization.CultureInfo.InvariantCulture), suite.Attribute("failures")!.Value);
        var gap = suite.Elements("testcase").Single(c => c.Attribute("name")!.Value.StartsWith("I.2.e ", StringComparison.Ordinal)).Element("failure")!;
        Assert.Equal("gap", gap.Attribute("type")!.Value);
        Assert.Contains("controls/annex-i.yaml:6:", gap.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_stands_alone_and_holds_every_point()
    {
        var page = InProcess.Run(sample.Case, "assess", "--format", "html").Out;
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)<link|<img|<iframe|\bsrc=|href=""(?!#)|\son\w+=|url\(|@import", page);
        Assert.Equal(22, System.Text.RegularExpressions.Regex.Count(page, "<article class=\"entry\" aria-labelledby=\"II?\\."));
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(page, "no legal advice"));
        Assert.Contains("© European Union", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_anchors_of_a_page_of_several_releases_are_unique()
    {
        var page = InProcess.Run(sample.Case, "assess", "--format", "html", "--all-releases").Out;
        var ids = System.Text.RegularExpressions.Regex.Matches(page, " id=\"([^\"]*)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(System.Text.RegularExpressions.Regex.Matches(page, "href=\"#([^\"]*)\"").Select(m => m.Groups[1].Value), a => Assert.Contains(a, ids));
    }

    public void Dispose() => sample.Dispose();
}
