using Marque.Advisories;
using Marque.Components;
using Marque.Tests.Components;

namespace Marque.Tests.Advisories;

public sealed class MatchedSbomTests
{
    private static readonly AdvisoryIndex Index = Records.Index(
        Records.Osv("GHSA-1", "npm", "bad", "i0 f2.0.0"),
        Records.Osv("GHSA-2", "npm", "odd", "i0 fnot a version"),
        Records.Osv("GHSA-3", "npm", "gone", "i0", more: ""","withdrawn":"2026-01-02T00:00:00Z" """));

    [Fact]
    public void Only_components_of_which_there_is_something_to_tell_are_kept_in_file_order()
    {
        var sbom = Boms.Cyclone(string.Join(',',
            Boms.Library("odd"), Boms.Library("good"), """{"type":"library","name":"nameless"}""", Boms.Library("bad"), Boms.Library("bad", "2.0.0"), Boms.Library("gone"), Boms.Library("bad", "1.5.0")));
        var matched = Match.Sbom(Index, sbom, threads: 2, TestContext.Current.CancellationToken);

        Assert.Equal(7, matched.Components);
        Assert.Equal(["odd@1.0.0 not judged", "nameless NoPurl", "bad@1.0.0 GHSA-1", "gone@1.0.0 withdrawn", "bad@1.5.0 GHSA-1"], matched.Told.Select(t => $"{t.Sought.Component} {Told(t)}"));
    }

    [Fact]
    public void As_many_threads_as_there_are_tell_the_same()
    {
        var sbom = Boms.Cyclone(string.Join(',', Enumerable.Range(0, 3000).Select(i => Boms.Library(i % 3 == 0 ? "bad" : "good", $"{i % 4}.0.{i}"))));
        string[] Told(int threads) => [.. Match.Sbom(Index, sbom, threads, TestContext.Current.CancellationToken).Told.Select(t => $"{t.Sought.Component.Index} {t.Match!.Findings[0].Vulnerability} {string.Join(' ', t.Match.Findings[0].Fixed)}")];

        Assert.Equal(Enumerable.Range(0, 3000).Count(i => i % 3 == 0 && i % 4 < 2), Told(1).Length);
        Assert.Equal(Told(1), Told(7));
    }

    private static string Told(MatchedComponent told) => told.Match switch
    {
        null => $"{told.Sought.Unmatched}",
        { Findings: [var finding, ..] } => finding.Vulnerability,
        { Withdrawn.Count: > 0 } => "withdrawn",
        _ => "not judged",
    };
}
