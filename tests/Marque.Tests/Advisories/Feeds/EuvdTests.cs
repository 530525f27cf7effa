using Marque.Advisories;
using Marque.Advisories.Feeds;
using NodaTime;

namespace Marque.Tests.Advisories.Feeds;

/// <summary>Records of the European vulnerability database and their oddities.</summary>
public sealed class EuvdTests
{
    private const string Record = """{"id":"EUVD-2026-1","aliases":"CVE-2026-0001\nGHSA-aaaa-bbbb-cccc\n","description":"d","baseScore":9.8,"baseScoreVector":"CVSS:3.1/AV:N","baseScoreVersion":"3.1","datePublished":"Apr 15, 2025, 8:30:58 PM","dateUpdated":"Apr 16, 2025, 12:00:00 AM","epss":12.5,"exploitedSince":"Jul 6, 2026, 12:00:00 PM","assigner":"a","references":"https://one.example\nhttps://two.example\n","enisaIdProduct":[{"id":"x","product":{"name":"p","vendor":{"name":"v"}},"product_version":"1 <2"},{"product":{"name":"q"}}],"enisaIdVendor":[{"vendor":{"name":"w"}}],"enisaIdVulnerability":[{"vulnerability":{"id":"CVE-2026-0001"}}]}""";

    [Fact]
    public void A_record_comes_with_lists_instants_and_shares()
    {
        var (reading, records, _) = FeedKit.All<EuvdRecord>(Euvd.Read, Record);
        Assert.Equal(new FeedReading("", null, 1, 0, ""), reading);
        var record = Assert.Single(records);
        Assert.Equal(("EUVD-2026-1", "d", "a", "CVSS:3.1/AV:N", 9.8, 0.125), (record.Id, record.Description, record.Assigner, record.Vector, record.Score, record.Epss));
        Assert.Equal(["CVE-2026-0001", "GHSA-aaaa-bbbb-cccc"], record.Aliases);
        Assert.Equal(["https://one.example", "https://two.example"], record.References);
        Assert.Equal((Instant.FromUtc(2025, 4, 15, 20, 30, 58), Instant.FromUtc(2025, 4, 16, 0, 0), Instant.FromUtc(2026, 7, 6, 12, 0)), (record.Published!.Value, record.Updated!.Value, record.ExploitedSince!.Value));
        Assert.Equal([new EuvdProduct("v", "p", "1 <2"), new EuvdProduct("w", "q", "")], record.Products);
        Assert.Empty(record.NotApplied);
    }

    [Fact]
    public void A_list_and_a_page_hold_the_same_records_as_they_do_alone()
    {
        Assert.Equal(2, FeedKit.All<EuvdRecord>(Euvd.Read, $"[{Record},{Record}]").Records.Count);
        Assert.Equal(2, FeedKit.All<EuvdRecord>(Euvd.Read, $$"""{"items":[{{Record}},{{Record}}],"total":2}""").Records.Count);
        Assert.Empty(FeedKit.All<EuvdRecord>(Euvd.Read, """{"items":[],"total":0}""").Records);
    }

    // ICU before "PM": a narrow no-break space. And RFC 3339, should the database ever turn to it.
    [Theory]
    [InlineData("Apr 15, 2025, 8:30:58\u202FPM")]
    [InlineData("2025-04-15T20:30:58Z")]
    [InlineData("2025-04-15T22:30:58+02:00")]
    public void Instants_are_read_however_they_are_written(string text) =>
        Assert.Equal(Instant.FromUtc(2025, 4, 15, 20, 30, 58), FeedKit.All<EuvdRecord>(Euvd.Read, $$"""{"id":"EUVD-2025-1","datePublished":"{{text}}"}""").Records[0].Published);

    [Theory]
    [InlineData("\"datePublished\":\"Feb 30, 2025, 8:30:58 PM\"", "no instant")]
    [InlineData("\"datePublished\":\"Apr 15, 2025, 13:30:58 PM\"", "no instant")]
    [InlineData("\"datePublished\":\"Apr 15, 2025, 0:30:58 PM\"", "no instant")]
    [InlineData("\"datePublished\":\"15.04.2025\"", "no instant")]
    [InlineData("\"datePublished\":7", "no text")]
    [InlineData("\"baseScore\":11", "not from 0 to 10")]
    [InlineData("\"baseScore\":\"high\"", "no number")]
    [InlineData("\"epss\":101", "not from 0 to 100")]
    [InlineData("\"epss\":-1", "not from 0 to 100")]
    [InlineData("\"aliases\":[\"CVE-1\"]", "no text")]
    [InlineData("\"description\":\"\\udc00\"", "no characters")]
    public void What_a_record_states_wrongly_is_told_and_the_record_stays(string field, string doubt)
    {
        var record = Assert.Single(FeedKit.All<EuvdRecord>(Euvd.Read, $$"""{"id":"EUVD-2025-1",{{field}}}""").Records);
        Assert.Contains(doubt, Assert.Single(record.NotApplied), StringComparison.Ordinal);
        Assert.Equal((null, null, null), (record.Published, record.Score, record.Epss));
    }

    [Theory]
    [InlineData("{}", "line 1", "no id")]
    [InlineData("""{"id":"CVE-2025-1"}""", "CVE-2025-1", "no id")]
    [InlineData("""{"id":"EUVD-1","id":"EUVD-2"}""", "EUVD-1", "twice")]
    [InlineData("[5]", "line 1", "no object")]
    public void A_record_that_is_none_is_told(string text, string id, string reason)
    {
        var refused = Assert.Single(FeedKit.All<EuvdRecord>(Euvd.Read, text).Refused);
        Assert.Equal(id, refused.Id);
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("\"x\"", "neither")]
    [InlineData("""{"items":7}""", "no list")]
    [InlineData("""[{"id":"EUVD-1"}""", "JSON")]
    public void Content_that_is_no_feed_says_why(string text, string problem) => Assert.Contains(problem, FeedKit.All<EuvdRecord>(Euvd.Read, text).Reading.Problem, StringComparison.Ordinal);

    [Fact]
    public void A_score_of_zero_without_a_vector_is_no_score() => Assert.Null(FeedKit.All<EuvdRecord>(Euvd.Read, """{"id":"EUVD-2025-1","baseScore":0.0}""").Records[0].Score);
}
