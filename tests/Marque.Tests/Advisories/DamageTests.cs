using Marque.Advisories;

namespace Marque.Tests.Advisories;

/// <summary>A damaged segment is refused, or the damaged record is told: never a crash, never another answer.</summary>
public sealed class DamageTests
{
    private static readonly string[] Versions = ["0.5.0", "1.5.0", "3.3.3", "9.0.0", "odd"];

    private static readonly byte[] Whole = Records.Segment(
        Records.Osv("GHSA-1", "npm", "a", "i0 f1.0.0", more: ""","aliases":["CVE-1"],"summary":"one" """),
        Records.Osv("GHSA-2", "npm", "a", "i1.0.0 f2.0.0", more: ""","aliases":["CVE-1","CVE-2"],"severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}]""", affected: $$""","versions":[{{string.Join(',', Enumerable.Range(0, 20).Select(n => $"\"3.3.{n}\""))}}]"""),
        Records.Osv("GHSA-3", "npm", "b", "i0", more: ""","withdrawn":"2026-01-01T00:00:00Z" """));

    [Fact]
    public void Any_byte_of_a_segment_may_be_damaged()
    {
        var index = Records.Open(Whole);
        var expected = Versions.ToDictionary(v => v, v => (Hits: Hits(index, v), Open: index.Match($"pkg:npm/a@{v}").NotJudged.Count));
        var (refused, told, unseen) = (0, 0, 0);
        for (var at = 0; at < Whole.Length; at++)
        {
            foreach (var mask in new byte[] { 0x01, 0x80, 0xFF })
            {
                var damaged = (byte[])Whole.Clone();
                damaged[at] ^= mask;
                var read = AdvisoryIndex.Open([damaged]);
                if (read.Value is null)
                {
                    refused++;
                    Assert.Contains("segment 0", Assert.Single(read.Problems).ToString(), StringComparison.Ordinal);
                    continue;
                }

                var seen = false;
                foreach (var version in Versions)
                {
                    var match = read.Value.Match($"pkg:npm/a@{version}");
                    var (hits, open) = expected[version];
                    var found = Hits(read.Value, version);
                    // What is missing must be told instead, and nothing may come in addition.
                    Assert.True(hits.IsSupersetOf(found), $"byte {at}: {version} finds {string.Join(' ', found)}");
                    if (!found.SetEquals(hits)) Assert.True(match.NotJudged.Count > open, $"byte {at}: {version} lost a finding in silence");
                    seen |= !found.SetEquals(hits) || match.NotJudged.Count != open;
                }

                foreach (var id in new[] { "GHSA-1", "GHSA-2", "GHSA-3" })
                {
                    var records = read.Value.ById(id);
                    if (records.Count == 0) seen = true;
                    else if (read.Value.Advisory(records[0]) is { } advisory) Assert.Equal(id, advisory.Id);
                    else seen = true;
                }

                seen |= read.Value.Statistics().Damaged > 0;
                Assert.True(AdvisoryIndex.Merge(read.Value, new MemoryStream()) >= 0);
                if (seen) told++;
                else unseen++;
            }
        }

        Assert.True(refused > 0 && told > 0);
        // Only bytes that stand for nothing asked here: the key, name and package of the withdrawn record.
        Assert.True(unseen < Whole.Length * 3 / 4, $"{refused} refused, {told} told, {unseen} unseen of {Whole.Length * 3}");
    }

    [Fact]
    public void A_segment_cut_anywhere_is_refused()
    {
        for (var length = 0; length < Whole.Length; length++) Assert.Null(AdvisoryIndex.Open([Whole.AsMemory(0, length)]).Value);
        Assert.Null(AdvisoryIndex.Open([(byte[])[.. Whole, 0]]).Value);
        Assert.Null(AdvisoryIndex.Open([(byte[])[.. Whole, .. Whole]]).Value);
    }

    [Fact]
    public void Another_layout_is_named()
    {
        var other = (byte[])Whole.Clone();
        other[7] = 9;
        Assert.Contains("layout 9", Assert.Single(AdvisoryIndex.Open([Whole, other]).Problems).ToString(), StringComparison.Ordinal);
    }

    private static HashSet<string> Hits(AdvisoryIndex index, string version) =>
        [.. index.Match($"pkg:npm/a@{version}").Findings.SelectMany(f => f.Hits.Select(h => h.Record))];
}
