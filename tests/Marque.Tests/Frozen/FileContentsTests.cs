using Marque.Cases;
using Marque.Facts;
using Marque.Frozen;
using Marque.Text;
using NodaTime;

namespace Marque.Tests.Frozen;

public sealed class FileContentsTests
{
    private static readonly Instant Day = Instant.FromUtc(2026, 11, 1, 0, 0);

    [Fact]
    public void Names_that_differ_by_case_alone_are_told_apart()
    {
        var contents = new FileContents(["controls/A.yaml", "controls/a.yaml", "marque.yaml"], [], []);
        Assert.Equal(["case/controls/A.yaml", "case/controls/a.yaml~2", "case/marque.yaml"], contents.CaseFiles.Select(f => f.Name));
    }

    [Fact]
    public void A_fact_is_intact_replaced_altered_or_missing_by_the_bytes_at_its_place()
    {
        var (old, current, other) = (Digest.Of("old"u8), Digest.Of("new"u8), Digest.Of("other"u8));
        var series = Of("nightly", Fact(old, 0), Fact(current, 1));
        var one = Of("one", Fact(old, 0));
        var contents = new FileContents([], [],
        [
            new(series, series.Facts[0], "a/x.xml", current, null), new(series, series.Facts[1], "a/x.xml", current, null),
            new(one, one.Facts[0], "a/y.xml", other, null), new(Of("gone"), Fact(old, 0), "a/z.xml", null, "there is no such file"),
        ]);
        Assert.Equal([("gone", "missing", null), ("nightly", "replaced", "evidence/a/x.xml"), ("nightly", "intact", "evidence/a/x.xml"), ("one", "altered", "evidence/a/y.xml")], contents.Facts.Select(f => (f.Series, f.State, f.Member)));
        Assert.Equal(2, contents.Evidence.Count);
        Assert.Equal("there is no such file", contents.Facts[0].Because);
    }

    [Fact]
    public void Evidence_of_a_process_case_has_a_place_of_its_own()
    {
        var own = Of("own", Fact(Digest.Of("a"u8), 0));
        var shared = Of("shared", Fact(Digest.Of("b"u8), 0)) with { Process = "sdl" };
        var contents = new FileContents(["marque.yaml"], [("sdl", ["people.yaml", "marque.yaml"])], [new(own, own.Facts[0], "x.xml", own.Facts[0].Sha256, null), new(shared, shared.Facts[0], "x.xml", shared.Facts[0].Sha256, null)]);
        Assert.Equal(["process-cases/sdl/marque.yaml", "process-cases/sdl/people.yaml"], contents.ProcessFiles.Select(f => f.Name));
        Assert.Equal(["evidence/x.xml", "evidence/process-cases/sdl/x.xml"], contents.Facts.Select(f => f.Member));
    }

    private static Series Of(string id, params RegisteredFact[] facts) => new() { Id = id, Path = "a", Kind = FactKind.JUnit, Facts = facts, Digest = Digest.Of("s"u8), Place = new Place("e.yaml") };

    private static RegisteredFact Fact(Digest sha256, int hour) => new() { Sha256 = sha256, ObservedAt = Day + Duration.FromHours(hour), ReceivedAt = Day + Duration.FromHours(hour), Releases = ReleaseRange.All, Digest = Digest.Of([(byte)hour]), Place = new Place("e.yaml") };
}
