using System.Text;
using Marque.Advisories;
using Marque.Advisories.Feeds;
using Marque.Outside.Feeds;
using Marque.Text;

namespace Marque.Outside.Tests.Feeds;

public sealed class FeedImportTests : IDisposable
{
    private const uint Local = 0x04034b50;
    private const uint Central = 0x02014b50;
    private const uint End = 0x06054b50;
    private const string Kev = """{"title":"CISA Catalog of Known Exploited Vulnerabilities","catalogVersion":"2026.01.02","dateReleased":"2026-01-02T00:00:00Z","count":1,"vulnerabilities":[{"cveID":"CVE-2026-0001","vendorProject":"v","product":"p","vulnerabilityName":"n","dateAdded":"2026-01-01","shortDescription":"d","requiredAction":"a","dueDate":"2026-02-01","knownRansomwareCampaignUse":"Known","notes":"","cwes":[]}]}""";
    private const string Epss = "#model_version:v2025.03.14,score_date:2026-01-02T12:55:00Z\ncve,epss,percentile\nCVE-2026-0001,0.5,0.9\nCVE-2026-0002,0.1,0.2\n";

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Ways => ["zip", "folder", "lines", "lines.gz", "file", "file.gz", "folder of zips"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_same_records_come_from_every_packing(string way)
    {
        string[] ids = way.StartsWith("file", StringComparison.Ordinal) ? ["A-1"] : ["A-1", "A-2", "A-3"];
        var records = ids.Select(i => (Name: $"{i}.json", Content: Packed.Record(i))).ToArray();
        var path = way switch
        {
            "zip" => Put("all", Packed.Zip(records)),
            "lines" => Put("all", string.Join('\n', records.Select(r => r.Content))),
            "lines.gz" => Put("all", Packed.Gzip(string.Join("\r\n", records.Select(r => r.Content)) + "\n\n")),
            "file" => Put("all", records[0].Content),
            "file.gz" => Put("all", Packed.Gzip(records[0].Content)),
            "folder of zips" => Folder([("x/one.zip", Packed.Zip(records[..2])), ("y/two.zip", Packed.Zip(records[2..]))]),
            _ => Folder([.. records.Select(r => ($"deep/{r.Name}", Encoding.UTF8.GetBytes(r.Content)))]),
        };
        var content = Read(path);
        Assert.Equal((FeedKind.Osv, ids.Length, ids.Length, 0), (content.Kind, content.Read, content.Added, content.RefusedCount));
        Assert.Equal(NodaTime.Instant.FromUtc(2026, 1, 2, 3, 4, 5), content.AsOf);
        var index = Index(content);
        Assert.All(ids, id => Assert.Single(index.ById(id)));
        Assert.Equal(Packed.Record("A-1"), Encoding.UTF8.GetString(index.Record(index.ById("A-1")[0])!));
    }

    [Fact]
    public void What_is_known_is_unchanged_and_what_is_newer_is_added()
    {
        var index = Index(Read(Put("all", Packed.Zip(("A-1.json", Packed.Record("A-1")), ("A-2.json", Packed.Record("A-2"))))));
        var again = Read(Put("again", Packed.Zip(("A-1.json", Packed.Record("A-1")), ("A-2.json", Packed.Record("A-2", modified: "2026-05-01T00:00:00Z")), ("A-3.json", Packed.Record("A-3", modified: "2025-01-01T00:00:00Z")))), index);
        Assert.Equal((3, 2, 1), (again.Read, again.Added, again.Unchanged));
        var older = Read(Put("older", Packed.Record("A-1", modified: "2020-01-01T00:00:00Z")), index);
        Assert.Equal((1, 0, 1), (older.Read, older.Added, older.Unchanged));
    }

    [Fact]
    public void A_wrong_record_is_refused_by_itself_and_named()
    {
        var content = Read(Put("all", Packed.Zip(("A-1.json", Packed.Record("A-1")), ("bad.json", "{\"id\":"), ("kev.json", Kev), ("notes.txt", "not read"))));
        Assert.Equal((3, 1, 2), (content.Read, content.Added, content.RefusedCount));
        Assert.Contains(content.Refused, r => r.Id == "bad.json");
        Assert.Contains(content.Refused, r => r.Id == "kev.json" && r.Reason == "this is KEV; import it by itself");
    }

    [Fact]
    public void Every_kind_is_told_by_its_content()
    {
        var read = Read(Put("a", Kev));
        Assert.Equal((FeedKind.Kev, "CVE-2026-0001", true), (read.Kind, read.Kev[0].Cve, read.Kev[0].Ransomware));
        read = Read(Put("b", Packed.Gzip(Epss)));
        Assert.Equal((FeedKind.Epss, 2, 0.5), (read.Kind, read.Epss.Count, read.Epss[0].Score));
        Assert.Equal(FeedKind.Epss, FeedDetection.Of("cve,epss,percentile\r\nCVE-1,0,0\r\n"u8));
        Assert.Equal(FeedKind.Kev, FeedDetection.Of("\uFEFF\"cveID\",\"vendorProject\"\n"u8));
        Assert.Equal(FeedKind.Csaf, FeedDetection.Of("""{"document":{"category":"csaf_vex","csaf_version":"2.0"}}"""u8));
        Assert.Equal(FeedKind.OpenVex, FeedDetection.Of("""{"@context":"https://openvex.dev/ns/v0.2.0","@id":"x"}"""u8));
        Assert.Equal(FeedKind.OpenVex, FeedDetection.Of("""{"@context":"https://openvex.dev/ns"}"""u8));
        Assert.Equal(FeedKind.Euvd, FeedDetection.Of("""{"items":[{"id":"EUVD-2026-1"}],"total":1}"""u8));
        Assert.Equal(FeedKind.Euvd, FeedDetection.Of("""{"id":"EUVD-2026-1","description":"d"}"""u8));
        Assert.Null(FeedDetection.Of("<html>"u8));
        Assert.Null(FeedDetection.Of("""{"bomFormat":"CycloneDX"}"""u8));
        Assert.Null(FeedDetection.Of("{}"u8));
        Assert.Null(FeedDetection.Of(default));
    }

    public static TheoryData<string, string> Broken => new()
    {
        { "cut off in its directory", "cut off" },
        { "cut off in its members", "cut off" },
        { "another checksum", "checksum" },
        { "a smaller size", "more than the" },
        { "a larger size", "less than the" },
        { "a member far outside", "does not lie in the file" },
        { "members over each other", "over each other" },
        { "more members than there are", "does not lie in the file" },
        { "a huge number of members", "cut off" },
        { "an encrypted member", "encrypted" },
        { "another method", "method" },
        { "a member of gigabytes", "unpacks to" },
        { "a bomb", "150 times" },
        { "gzip cut off", "cut off" },
        { "gzip with other bytes", "damaged" },
        { "gzip bomb", "150 times" },
        { "KEV cut off", "" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_container_that_is_broken_or_lies_is_refused_whole_and_named(string what, string because)
    {
        var zip = Packed.Zip(("A-1.json", Packed.Record("A-1")), ("A-2.json", Packed.Record("A-2")));
        var zeros = new string('0', 40_000_000);
        var bytes = what switch
        {
            "cut off in its directory" => zip[..^30],
            "cut off in its members" => zip[..60],
            "another checksum" => zip.Put(Central, 16, 12345),
            "a smaller size" => zip.Put(Central, 24, 10),
            "a larger size" => zip.Put(Central, 24, 4000),
            "a member far outside" => zip.Put(Central, 42, 1_000_000),
            "members over each other" => zip.Put(Central, 42, 0, last: true),
            "more members than there are" => zip.Put(End, 8, 3 | (3 << 16)),
            "a huge number of members" => zip.Put(End, 8, 0x7fff | (0x7fff << 16)),
            "an encrypted member" => zip.Put(Central, 8, 1 | (8 << 16)),
            "another method" => zip.Put(Central, 8, 0x800 | (14 << 16)),
            "a member of gigabytes" => zip.Put(Central, 24, 3_000_000_000),
            "a bomb" => Packed.Zip(("A-1.json", zeros), ("A-2.json", zeros)),
            "gzip cut off" => Packed.Gzip(string.Join('\n', Enumerable.Range(0, 2000).Select(i => Packed.Record($"A-{i}"))))[..^200],
            "gzip with other bytes" => [.. Packed.Gzip(Packed.Record("A-1"))[..20], .. new byte[200]],
            "gzip bomb" => Packed.Gzip(Packed.Record("A-1") + "\n" + Packed.Record("A-2") + string.Concat(Enumerable.Repeat("\n" + zeros[..1_000_000], 80))),
            _ => Encoding.UTF8.GetBytes(Kev[..^20]),
        };
        var path = Put("broken", bytes);
        var opened = FeedSource.Open(path, "broken.bin");
        var problems = opened.Problems;
        if (opened.Value is { } source) problems = FeedImport.Read(source, "osv", null, 2, new SeeingProgress(), TestContext.Current.CancellationToken).Problems;
        var problem = Assert.Single(problems);
        Assert.Equal("broken.bin", problem.Place.File);
        Assert.Contains(because, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_gzip_one_behind_the_other_are_read_as_one()
    {
        byte[] two = [.. Packed.Gzip(Packed.Record("A-1") + "\n"), .. Packed.Gzip(Packed.Record("A-2") + "\n" + Packed.Record("A-3"))];
        Assert.Equal(3, Read(Put("members", two)).Added);
        // A member ends anywhere, in the middle of a record too; and may be empty.
        var record = Packed.Record("A-1");
        Assert.Equal(1, Read(Put("split", [.. Packed.Gzip(record[..40]), .. Packed.Gzip(""), .. Packed.Gzip(record[40..])])).Added);
        var many = Enumerable.Range(0, 3000).SelectMany(i => Packed.Gzip(Packed.Record($"A-{i}") + "\n")).ToArray();
        Assert.Equal(3000, Read(Put("many", many)).Added);
    }

    [Fact]
    public void Gzip_cut_anywhere_but_between_members_is_told_with_what_to_do()
    {
        var first = Packed.Gzip(Packed.Record("A-1") + "\n");
        byte[] both = [.. first, .. Packed.Gzip(Packed.Record("A-2"))];
        for (var length = 2; length < both.Length; length++)
        {
            if (length == first.Length) continue;
            var problem = Assert.Single(Problems(Put("cut.gz", both[..length])));
            Assert.Equal(("feed.damaged", "cut.gz"), (problem.Code, problem.Place.File));
            Assert.Contains("it is cut off", problem.Message, StringComparison.Ordinal);
            Assert.Contains("get the file anew", problem.Remedy, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(5000)]
    [InlineData(100_000)]
    public void What_stands_behind_gzip_is_told(int garbage)
    {
        foreach (var filling in new byte[] { 0, 0x1f, 0x55 })
        {
            var problem = Assert.Single(Problems(Put("more.gz", [.. Packed.Gzip(Packed.Record("A-1")), .. Enumerable.Repeat(filling, garbage)])));
            Assert.Matches("stands behind|damaged|cut off", problem.Message);
        }
    }

    [Fact]
    public void Any_byte_of_gzip_that_is_other_is_told_or_changes_nothing()
    {
        var whole = Packed.Gzip(Packed.Record("A-1"));
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0x41;
            if (Problems(Put("other.gz", damaged)) is { Count: > 0 } problems) Assert.NotEmpty(problems[0].Message);
            // Time, level and system of the header (section 2.3) say nothing of the content.
            else Assert.InRange(at, 4, 9);
        }
    }

    [Fact]
    public void A_ZIP_container_cut_anywhere_is_told_with_what_to_do()
    {
        var zip = Packed.Zip(("A-1.json", Packed.Record("A-1")), ("A-2.json", Packed.Record("A-2")));
        for (var length = 4; length < zip.Length; length++)
        {
            var problem = Assert.Single(Problems(Put("cut.zip", zip[..length])));
            Assert.Equal(("feed.damaged", "cut.zip"), (problem.Code, problem.Place.File));
            Assert.Contains("get the file anew", problem.Remedy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nothing_and_what_is_of_no_feed_are_problems()
    {
        Assert.Equal("file.missing", Problem(folder.At("none")).Code);
        Assert.Equal("feed.unknown", Problem(Put("empty", "")).Code);
        Assert.Equal("feed.unknown", Problem(Put("page", "<html></html>")).Code);
        Directory.CreateDirectory(folder.At("nothing"));
        Assert.Equal("feed.unknown", Problem(folder.At("nothing")).Code);
        Assert.Equal("feed.unknown", Problem(Put("empty.zip", Packed.Zip())).Code);
    }

    [Fact]
    public void An_import_ends_when_it_is_interrupted()
    {
        var source = FeedSource.Open(Put("all", Packed.Zip([.. Enumerable.Range(0, 500).Select(i => ($"A-{i}.json", Packed.Record($"A-{i}")))])), "all").Value!;
        using var interrupted = new CancellationTokenSource();
        interrupted.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => FeedImport.Read(source, "osv", null, 2, new SeeingProgress(), interrupted.Token));
    }

    public void Dispose() => folder.Dispose();

    private static FeedContent Read(string path, AdvisoryIndex? known = null)
    {
        var source = FeedSource.Open(path, "feed");
        Assert.Empty(source.Problems);
        var read = FeedImport.Read(source.Value!, "osv", known, 2, new SeeingProgress(), TestContext.Current.CancellationToken);
        Assert.Empty(read.Problems);
        return read.Value!;
    }

    private static AdvisoryIndex Index(FeedContent content)
    {
        var segments = content.Builders.Select(b =>
        {
            using var bytes = new MemoryStream();
            b.Write(bytes);
            return (ReadOnlyMemory<byte>)bytes.ToArray();
        }).ToList();
        return AdvisoryIndex.Open(segments).Value!;
    }

    private static IReadOnlyList<Problem> Problems(string path)
    {
        var opened = FeedSource.Open(path, Path.GetFileName(path));
        return opened.Value is { } source ? FeedImport.Read(source, "osv", null, 2, new SeeingProgress(), TestContext.Current.CancellationToken).Problems : opened.Problems;
    }

    private static Problem Problem(string path) => Assert.Single(FeedSource.Open(path, "feed").Problems);

    private string Put(string name, string content) => Put(name, Encoding.UTF8.GetBytes(content));

    private string Put(string name, byte[] content)
    {
        File.WriteAllBytes(folder.At(name), content);
        return folder.At(name);
    }

    private string Folder(params (string Name, byte[] Content)[] files)
    {
        foreach (var (name, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.At($"tree/{name}"))!);
            Put($"tree/{name}", content);
        }

        return folder.At("tree");
    }
}
