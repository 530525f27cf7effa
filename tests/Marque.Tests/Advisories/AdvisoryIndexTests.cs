using System.IO.Compression;
using System.Text;
using Marque.Advisories;
using NodaTime;

namespace Marque.Tests.Advisories;

/// <summary>Segments: what the later one says of an id counts, in one file or in many.</summary>
public sealed class AdvisoryIndexTests
{
    private static readonly string Old = Records.Osv("GHSA-1", "npm", "a", "i0 f1.0.0", more: ""","aliases":["CVE-1"]""", modified: "2026-01-01T00:00:00Z");
    private static readonly string New = Records.Osv("GHSA-1", "npm", "b", "i0 f2.0.0", more: ""","aliases":["CVE-2"]""", modified: "2026-02-01T00:00:00Z");

    [Fact]
    public void A_newer_record_replaces_an_older_one_whichever_segment_it_is_in()
    {
        foreach (var index in new[] { Records.Open(Records.Segment(Old), Records.Segment(New)), Records.Open(Records.Segment(New), Records.Segment(Old)), Records.Index(Old, New), Records.Index(New, Old) })
        {
            Assert.Equal("", index.Found("pkg:npm/a@0.5.0"));
            Assert.Equal("GHSA-1", index.Found("pkg:npm/b@0.5.0"));
            Assert.Empty(index.ById("CVE-1"));
            Assert.Single(index.ById("CVE-2"));
            Assert.Single(index.ById("GHSA-1"));
            Assert.Equal(1, index.Statistics().Records);
        }
    }

    [Fact]
    public void Of_two_with_the_same_time_the_later_counts()
    {
        var changed = Records.Osv("GHSA-1", "npm", "a", "i0 f9.0.0", modified: "2026-01-01T00:00:00Z");
        Assert.Equal("GHSA-1", Records.Open(Records.Segment(Old), Records.Segment(changed)).Found("pkg:npm/a@5.0.0"));
        Assert.Equal("", Records.Open(Records.Segment(changed), Records.Segment(Old)).Found("pkg:npm/a@5.0.0"));
    }

    [Fact]
    public void A_tombstone_ends_what_stands_before_it_and_nothing_behind_it()
    {
        var deleted = Tombstone("GHSA-1");
        var gone = Records.Open(Records.Segment(Old), deleted);
        Assert.Equal("", gone.Found("pkg:npm/a@0.5.0"));
        Assert.Empty(gone.ById("GHSA-1"));
        Assert.Equal(0, gone.Statistics().Records);
        Assert.Equal("GHSA-1", Records.Open(Records.Segment(Old), deleted, Records.Segment(Old)).Found("pkg:npm/a@0.5.0"));
        // The newer record is gone with the tombstone, so the older one imported after it counts.
        Assert.Equal("GHSA-1", Records.Open(Records.Segment(New), deleted, Records.Segment(Old)).Found("pkg:npm/a@0.5.0"));
        Assert.Equal("", Records.Open(Records.Segment(New), deleted, Records.Segment(Old)).Found("pkg:npm/b@0.5.0"));
    }

    [Fact]
    public void A_withdrawn_record_finds_nothing_and_is_told()
    {
        var index = Records.Open(Records.Segment(Old), Records.Segment(Records.Osv("GHSA-1", "npm", "a", "i0 f1.0.0", more: ""","withdrawn":"2026-03-01T00:00:00Z" """, modified: "2026-03-01T00:00:00Z")));
        var match = index.Match("pkg:npm/a@0.5.0");
        Assert.Empty(match.Findings);
        Assert.Equal("GHSA-1", Assert.Single(match.Withdrawn).Record);
        Assert.Empty(index.Match("pkg:npm/a@1.0.0").Withdrawn);
        Assert.Equal((1, 1), (index.Statistics().Records, index.Statistics().Withdrawn));
    }

    [Fact]
    public void Ids_and_aliases_lead_to_the_records_and_the_records_to_their_bytes()
    {
        var upstream = Records.Bare("DSA-1", ""","upstream":["CVE-1"]""");
        var index = Records.Open(Records.Segment(Old), Records.Segment(upstream));
        Assert.Equal("GHSA-1", index.Advisory(Assert.Single(index.ById("CVE-1")))!.Id);
        Assert.Equal(["DSA-1", "GHSA-1"], index.ById("CVE-1", upstream: true).Select(r => index.Advisory(r)!.Id).Order(StringComparer.Ordinal));
        Assert.Equal(Old, Encoding.UTF8.GetString(index.Record(Assert.Single(index.ById("GHSA-1")))!));
        Assert.Equal("osv", index.Source(Assert.Single(index.ById("GHSA-1"))));
        Assert.Empty(index.ById("CVE-3"));
        Assert.Empty(index.ById(""));
    }

    [Fact]
    public void Originals_come_back_from_deflated_bytes()
    {
        var record = Encoding.UTF8.GetBytes(Records.Bare("GHSA-1", $$""","summary":"{{new string('x', 4000)}}" """));
        var deflated = new MemoryStream();
        using (var deflate = new DeflateStream(deflated, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(record);
        var builder = new AdvisoryIndexBuilder("osv");
        builder.Add(record, deflated.ToArray());
        var segment = Records.Written(builder);
        Assert.True(segment.Length < record.Length + 1000 && segment.AsSpan().IndexOf(record) < 0);
        var index = Records.Open(segment);
        Assert.Equal(record, index.Record(Assert.Single(index.ById("GHSA-1"))));
    }

    [Fact]
    public void Merged_segments_answer_as_before_and_their_bytes_do_not_depend_on_the_way()
    {
        string[] records = [.. Enumerable.Range(0, 300).Select(n => Records.Osv($"GHSA-{n % 200}", "npm", $"p{n % 37}", $"i{n % 3}.0.0 f{n % 7}.5.0", more: $$""","aliases":["CVE-{{n % 150}}"]""", modified: $"2026-01-{1 + n / 100:00}T00:00:00Z"))];
        var one = Records.Index(records);
        var many = Records.Open(Records.Segment(records[..100]), Tombstone("GHSA-7"), Records.Segment(records[100..]), Tombstone("GHSA-9"));
        var merged = Merged(many);
        Assert.Equal(merged, Merged(Records.Open(merged)));
        var mergedIndex = Records.Open(merged);
        Assert.Equal(Records.Segment(records), Merged(Records.Open(Records.Segment(records[..120]), Records.Segment(records[120..]))));
        for (var n = 0; n < 37; n++)
        {
            for (var version = 0; version < 8; version++)
            {
                Assert.Equal(many.Found($"pkg:npm/p{n}@{version}.0.0"), mergedIndex.Found($"pkg:npm/p{n}@{version}.0.0"));
                Assert.Equal(string.Join(' ', one.Found($"pkg:npm/p{n}@{version}.0.0").Split(' ').Except(["GHSA-9"])), mergedIndex.Found($"pkg:npm/p{n}@{version}.0.0"));
            }
        }

        Assert.Equal(many.Statistics().Records, mergedIndex.Statistics().Records);
        Assert.Empty(mergedIndex.ById("GHSA-9"));
    }

    [Fact]
    public void What_is_known_is_not_added_again()
    {
        var known = Records.Open(Records.Segment(New), Tombstone("CVE-9"));
        var builder = new AdvisoryIndexBuilder("osv", known);
        Assert.Equal(Addition.Unchanged, builder.Add(Encoding.UTF8.GetBytes(New)).Kind);
        Assert.Equal(Addition.Older, builder.Add(Encoding.UTF8.GetBytes(Old)).Kind);
        Assert.Equal(Addition.Added, builder.Add(Encoding.UTF8.GetBytes(New.Replace("f2.0.0", "f2.0.1", StringComparison.Ordinal).Replace("\"2.0.0\"", "\"2.0.1\"", StringComparison.Ordinal))).Kind);
        Assert.Equal(Addition.Added, builder.Add(Encoding.UTF8.GetBytes(Records.Bare("CVE-9"))).Kind);
        Assert.Equal(Addition.Refused, builder.Add("{}"u8).Kind);
        Assert.Equal(2, builder.Count);
    }

    [Fact]
    public void Changed_packages_are_those_spoken_of_now_and_before()
    {
        var index = Records.Open(Records.Segment(Old, Records.Osv("GHSA-5", "PyPI", "Some_Thing", "i0")), Records.Segment(New), Tombstone("GHSA-5"));
        Assert.Equal(["PyPI some-thing"], index.ChangedPackages(1));
        Assert.Equal(["PyPI some-thing", "npm a", "npm b"], index.ChangedPackages(2));
        Assert.Equal(["PyPI some-thing", "npm a", "npm b"], index.ChangedPackages(9));
        Assert.Empty(index.ChangedPackages(0));
    }

    [Fact]
    public void Statistics_count_ecosystems_feeds_and_the_newest_time()
    {
        var builder = new AdvisoryIndexBuilder("mirror");
        builder.Add(Encoding.UTF8.GetBytes(Records.Osv("DSA-1", "Debian:12", "x", "i0")));
        builder.Add(Encoding.UTF8.GetBytes(Records.Osv("DSA-2", "Debian:13", "x", "i0")));
        var statistics = Records.Open(Records.Segment(New), Records.Written(builder)).Statistics();
        Assert.Equal([new("Debian", 2), new("npm", 1)], statistics.Ecosystems);
        Assert.Equal([new("mirror", 2), new("osv", 1)], statistics.Sources);
        Assert.Equal(Instant.FromUtc(2026, 2, 1, 0, 0), statistics.Newest);
    }

    [Fact]
    public void An_empty_index_answers()
    {
        foreach (var index in new[] { AdvisoryIndex.Empty, Records.Index(), Records.Open() })
        {
            Assert.True(index.IsEmpty);
            Assert.Equal("", index.Found("pkg:npm/a@1.0.0"));
            Assert.Empty(index.ById("CVE-1"));
            Assert.Equal((0, null), (index.Statistics().Records, index.Statistics().Newest));
        }
    }

    private static byte[] Tombstone(string id)
    {
        var builder = new AdvisoryIndexBuilder("osv");
        builder.Delete(id);
        return Records.Written(builder);
    }

    private static byte[] Merged(AdvisoryIndex index)
    {
        var stream = new MemoryStream();
        Assert.Equal(0, AdvisoryIndex.Merge(index, stream));
        return stream.ToArray();
    }
}
