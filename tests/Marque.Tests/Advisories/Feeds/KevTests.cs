using Marque.Advisories;
using Marque.Advisories.Feeds;
using NodaTime;

namespace Marque.Tests.Advisories.Feeds;

/// <summary>CISA's catalogue, as JSON and as CSV.</summary>
public sealed class KevTests
{
    private const string Log4Shell = """{"cveID":"CVE-2021-44228","vendorProject":"Apache","product":"Log4j2","vulnerabilityName":"RCE","dateAdded":"2021-12-10","shortDescription":"d","requiredAction":"patch","dueDate":"2021-12-24","knownRansomwareCampaignUse":"Known","notes":"n","cwes":["CWE-20","CWE-502"],"later":{"a":[1]}}""";

    [Fact]
    public void An_entry_comes_with_all_its_fields()
    {
        var (reading, entries, _) = FeedKit.All<KevEntry>(Kev.Read, $$"""{"title":"t","catalogVersion":"2026.01.02","dateReleased":"2026-01-02T03:04:05.5Z","count":1,"vulnerabilities":[{{Log4Shell}}]}""");
        Assert.Equal(new FeedReading("2026.01.02", Instant.FromUtc(2026, 1, 2, 3, 4, 5) + Duration.FromMilliseconds(500), 1, 0, ""), reading);
        var entry = Assert.Single(entries);
        Assert.Equal(["CWE-20", "CWE-502"], entry.Cwes);
        Assert.Equal(new KevEntry("CVE-2021-44228", "Apache", "Log4j2", "RCE", new LocalDate(2021, 12, 10), new LocalDate(2021, 12, 24), true, "patch", "d", "n", entry.Cwes), entry);
    }

    [Fact]
    public void A_list_and_a_table_of_the_same_entries_are_the_same()
    {
        var (_, json, _) = FeedKit.All<KevEntry>(Kev.Read, $$"""{"vulnerabilities":[{{Log4Shell}}]}""");
        var (reading, csv, _) = FeedKit.All<KevEntry>(Kev.Read, "\uFEFFcveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate,knownRansomwareCampaignUse,notes,cwes\r\nCVE-2021-44228,Apache,\"Log4j2\",RCE,2021-12-10,d,patch,2021-12-24,Known,n,\"CWE-20, CWE-502\"\r\n");
        Assert.Equal(("", null, ""), (reading.Version, reading.AsOf, reading.Problem));
        Assert.Equal(json[0] with { Cwes = [] }, csv[0] with { Cwes = [] } with { Cwes = json[0].Cwes.Count == csv[0].Cwes.Count ? [] : csv[0].Cwes });
        Assert.Equal(json[0].Cwes, csv[0].Cwes);
    }

    [Theory]
    [InlineData("""{"cveID":"CVE-2021-1","dateAdded":"2021-12-10"}""", "CVE-2021-1", "no CVE")]
    [InlineData("""{"cveID":"CVE-2021-44228"}""", "CVE-2021-44228", "dateAdded")]
    [InlineData("""{"cveID":"CVE-2021-44228","dateAdded":"2021-02-30"}""", "CVE-2021-44228", "dateAdded")]
    [InlineData("""{"cveID":"CVE-2021-44228","dateAdded":"2021-12-10","dueDate":"soon"}""", "CVE-2021-44228", "dueDate")]
    [InlineData("""{"cveID":"CVE-2021-44228","dateAdded":"2021-12-10","knownRansomwareCampaignUse":"maybe"}""", "CVE-2021-44228", "knownRansomware")]
    [InlineData("""{"cveID":"CVE-2021-44228","dateAdded":"2021-12-10","product":7}""", "CVE-2021-44228", "product: is no text")]
    [InlineData("""{"cveID":"CVE-2021-44228","dateAdded":"2021-12-10","cwes":"CWE-1"}""", "CVE-2021-44228", "list of texts")]
    [InlineData("""{"cveID":"CVE-2021-44228","cveID":"CVE-2021-44229","dateAdded":"2021-12-10"}""", "CVE-2021-44229", "stands twice")]
    [InlineData("""{"cveID":"CVE-2021-44228","dateAdded":"2021-12-10","notes":"\ud800"}""", "CVE-2021-44228", "no characters")]
    [InlineData("17", "line 1", "no object")]
    public void An_entry_that_is_none_is_told_and_the_others_are_read(string entry, string id, string reason)
    {
        var (reading, entries, refused) = FeedKit.All<KevEntry>(Kev.Read, $$"""{"vulnerabilities":[{{entry}},{{Log4Shell}}],"count":2}""");
        Assert.True(reading.Complete, reading.Problem);
        Assert.Single(entries);
        Assert.Equal(id, Assert.Single(refused).Id);
        Assert.Contains(reason, refused[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("<html></html>", "columns")]
    [InlineData("{}", "no list")]
    [InlineData("""{"vulnerabilities":{}}""", "no list")]
    [InlineData("""{"vulnerabilities":[],"vulnerabilities":[]}""", "twice")]
    [InlineData("""{"vulnerabilities":[],"count":3}""", "counts 3")]
    [InlineData("""{"vulnerabilities":[]} {}""", "line 1")]
    [InlineData("cveID,dateAdded\r\n\"CVE-2021-44228", "quoted field")]
    public void A_catalogue_that_is_none_or_does_not_end_says_why(string text, string problem)
    {
        var (reading, _, _) = FeedKit.All<KevEntry>(Kev.Read, text);
        Assert.False(reading.Complete);
        Assert.Contains(problem, reading.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_read_before_the_content_broke_off_was_told()
    {
        var (reading, entries, _) = FeedKit.All<KevEntry>(Kev.Read, $$"""{"vulnerabilities":[{{Log4Shell}},{"cveID":"CVE-20""");
        Assert.Single(entries);
        Assert.Contains("JSON", reading.Problem, StringComparison.Ordinal);
        Assert.Equal(1, reading.Records);
    }

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Contains("nested", FeedKit.All<KevEntry>(Kev.Read, "{\"vulnerabilities\":" + new string('[', 100_000)).Reading.Problem, StringComparison.Ordinal);
}
