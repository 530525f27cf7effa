using System.Text;
using Marque.Advisories;
using Marque.Advisories.Feeds;
using NodaTime;

namespace Marque.Tests.Advisories.Feeds;

/// <summary>FIRST's scores.</summary>
public sealed class EpssTests
{
    [Theory]
    [InlineData("#model_version:v2025.03.14,score_date:2026-01-02T12:55:00Z", "v2025.03.14", 2026, 1, 2, 12, 55)]
    [InlineData("#model_version:v2022.01.01,score_date:2022-07-15T00:00:00+0000", "v2022.01.01", 2022, 7, 15, 0, 0)]
    [InlineData("#score_date:2021-04-14", "", 2021, 4, 14, 0, 0)]
    public void The_first_line_states_model_and_day(string head, string version, int year, int month, int day, int hour, int minute)
    {
        var (reading, scores, _) = FeedKit.All<EpssScore>(Epss.Read, head + "\ncve,epss,percentile\nCVE-1999-0001,0.01151,0.78142\n");
        Assert.Equal(new FeedReading(version, Instant.FromUtc(year, month, day, hour, minute), 1, 0, ""), reading);
        Assert.Equal([new EpssScore("CVE-1999-0001", 0.01151, 0.78142)], scores);
    }

    [Theory]
    [InlineData("cve,epss,percentile\nCVE-1999-0001,0,1", 0, 1)]
    [InlineData("percentile,extra,cve,epss\r\n1,x,CVE-1999-0001,0\r\n\r\n", 0, 1)]
    [InlineData("cve,epss,percentile\n\"CVE-1999-0001\",\"1e-5\",\"0.5\"\n", 1e-5, 0.5)]
    public void Columns_are_found_by_name_and_quotes_do_not_matter(string text, double score, double percentile) =>
        Assert.Equal([new EpssScore("CVE-1999-0001", score, percentile)], FeedKit.All<EpssScore>(Epss.Read, text).Records);

    [Theory]
    [InlineData("CVE-1999-0001,1.1,0.5", "CVE-1999-0001", "score")]
    [InlineData("CVE-1999-0001,-0.1,0.5", "CVE-1999-0001", "score")]
    [InlineData("CVE-1999-0001,NaN,0.5", "CVE-1999-0001", "score")]
    [InlineData("CVE-1999-0001,,0.5", "CVE-1999-0001", "score")]
    [InlineData("CVE-1999-0001,0.1,12 %", "CVE-1999-0001", "percentile")]
    [InlineData("CVE-1999-0001,0.1", "CVE-1999-0001", "2 fields")]
    [InlineData("GHSA-x,0.1,0.1", "GHSA-x", "no CVE")]
    [InlineData(",0.1,0.1", "line 2", "no CVE")]
    public void A_line_that_is_no_score_is_told_and_the_others_are_read(string line, string id, string reason)
    {
        var (reading, scores, refused) = FeedKit.All<EpssScore>(Epss.Read, $"cve,epss,percentile\n{line}\nCVE-1999-0002,0.5,0.5\n");
        Assert.True(reading.Complete);
        Assert.Single(scores);
        Assert.Equal(id, Assert.Single(refused).Id);
        Assert.Contains(reason, refused[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#model_version:v1\n")]
    [InlineData("cve,score\nCVE-1999-0001,1\n")]
    public void A_table_without_its_columns_says_so(string text) => Assert.Contains("columns", FeedKit.All<EpssScore>(Epss.Read, text).Reading.Problem, StringComparison.Ordinal);

    // What unpacks a feed says so in the middle when it is damaged.
    [Fact]
    public void A_feed_that_breaks_off_tells_what_it_held_and_that_it_broke_off()
    {
        var (reading, scores, _) = FeedKit.All<EpssScore>(Epss.Read, new Drop(Encoding.UTF8.GetBytes("cve,epss,percentile\nCVE-1999-0001,0.5,0.5\nCVE-1999-00"), breaks: true));
        Assert.Single(scores);
        Assert.Contains("ends early or is damaged", reading.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_without_end_is_refused() =>
        Assert.Contains("longer than", FeedKit.All<EpssScore>(Epss.Read, "cve,epss,percentile\n" + new string('x', 5_000_000)).Reading.Problem, StringComparison.Ordinal);

    [Fact]
    public void Fields_without_end_are_refused() =>
        Assert.Contains("fields", FeedKit.All<EpssScore>(Epss.Read, "cve,epss,percentile\n" + new string(',', 500)).Reading.Problem, StringComparison.Ordinal);

    // RFC 4180, over every way the content can arrive: one byte at a time gives the same records.
    [Fact]
    public void Records_do_not_depend_on_how_the_content_arrives()
    {
        const string text = "\uFEFFcve,\"ep\"\"ss\",epss,percentile\r\n\"CVE-1999-0001\",\"a,b\r\nc \"\"d\"\"\",0.25,0.5\r\n\nCVE-1999-0002,,1,\"0\"\r\nCVE-1999-0003,x,0,0";
        var whole = FeedKit.All<EpssScore>(Epss.Read, text).Records;
        Assert.Equal([new("CVE-1999-0001", 0.25, 0.5), new("CVE-1999-0002", 1, 0), new("CVE-1999-0003", 0, 0)], whole);
        Assert.Equal(whole, FeedKit.All<EpssScore>(Epss.Read, new Drop(Encoding.UTF8.GetBytes(text))).Records);
    }

    private sealed class Drop(byte[] bytes, bool breaks = false) : Marque.Text.ForwardStream
    {
        private int at;

        public override int Read(Span<byte> buffer)
        {
            if (at == bytes.Length && breaks) throw new InvalidDataException("bad checksum");
            if (at == bytes.Length || buffer.IsEmpty) return 0;
            buffer[0] = bytes[at++];
            return 1;
        }
    }
}
