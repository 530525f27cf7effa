using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Marque.Outside.Feeds;
using Marque.Outside.Tests.Feeds;

namespace Marque.Cli.Tests;

/// <summary><c>marque feeds sync</c> with servers that fail, lie or never end: nothing half is kept, what came goes on, and once the server is sound the answer is that of a file.</summary>
public sealed class BadServersTests : IDisposable
{
    private static readonly byte[] First = Zip(50), Second = Zip(120);

    private readonly LiveData live = new();

    public static TheoryData<string, string, string> Bad => new()
    {
        { "a page", "feed.unknown", "it is a web page, and no feed" },
        { "not found", "feed.download", "404" },
        { "no entry", "feed.download", "403" },
        { "out of order", "feed.download", "503" },
        { "a circle", "feed.download", "more than 5 times" },
        { "endless", "feed.download", "larger than the 1 MiB" },
        { "endless lines", "feed.download", "" },
        { "less than it says", "feed.download", "" },
        { "more than it says", "feed.damaged", "cut off" },
        { "no HTTP", "feed.download", "" },
        { "nothing at all", "feed.download", "" },
        { "another packing", "feed.download", "which was not asked for" },
        { "an empty body", "feed.unknown", "" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_a_bad_server_answers_is_told_and_changes_nothing(string what, string code, string because)
    {
        var (body, isBad) = (First, false);
        using var server = new LoopbackServer(a => a.Path.EndsWith(".csv", StringComparison.Ordinal) ? Answer.Status(404) : isBad ? Wrong(what) : Answer.With(200, body, headers: $"ETag: \"{body.Length}\""));
        var url = server.At("npm/all.zip").ToString();
        Assert.Equal(50, Sync(url).GetProperty("feeds")[0].GetProperty("imported").GetInt32());
        var before = live.Run("feeds", "status", "--format", "json").Out;

        isBad = true;
        var ran = Run("feeds", "sync", url, "--format", "json");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Empty(Beside.Errors("feed-sync", ran.Json));
        var failed = Assert.Single(ran.Json.GetProperty("failed").EnumerateArray());
        Assert.Equal(code, failed.GetProperty("code").GetString());
        Assert.Contains(because, failed.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, live.Run("feeds", "status", "--format", "json").Out);

        (isBad, body) = (false, Second);
        var again = Sync(url).GetProperty("feeds")[0];
        Assert.Equal(("whole", 120, 70), (again.GetProperty("transfer").GetString(), again.GetProperty("read").GetInt32(), again.GetProperty("imported").GetInt32()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(live.Data, "downloads")));
    }

    [Theory]
    [InlineData("goes on", true)]
    [InlineData("gives all of it instead of the rest", false)]
    [InlineData("gives the rest of another version", false)]
    [InlineData("gives another part than was asked for", false)]
    public void A_transfer_that_breaks_off_ends_as_the_file_that_was_meant(string way, bool isResumed)
    {
        var (body, sent) = (Second, Second.Length / 3);
        var isSound = false;
        using var server = new LoopbackServer(a =>
        {
            var range = a.Headers.GetValueOrDefault("Range");
            if (!isSound) return range is null ? Answer.With(200, First.Length == body.Length ? First : body, cut: sent, headers: "ETag: \"v\"") : Answer.Status(503);
            var from = range is null ? 0 : int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
            return (way, range) switch
            {
                ("goes on", { }) => Part(body, from, "\"v\""),
                ("gives the rest of another version", { }) => Part(First, Math.Min(from, First.Length - 1), "\"w\"", from),
                ("gives another part than was asked for", { }) => Part(body, 7, "\"v\""),
                _ => Answer.With(200, body, headers: "ETag: \"v\""),
            };
        });
        var url = server.At("all.zip").ToString();
        Assert.Equal(Exit.BadInput, Run("feeds", "sync", url).Code);
        var part = Assert.Single(Directory.EnumerateFiles(Path.Combine(live.Data, "downloads"), "*.part"));
        Assert.Equal(body[..sent], File.ReadAllBytes(part));

        isSound = true;
        var before = server.Requests.Count;
        var synced = Sync(url).GetProperty("feeds")[0];
        Assert.Equal($"bytes={sent}-", server.Requests.Skip(before).First().Headers["Range"]);
        Assert.Equal(isResumed ? body.Length - sent : body.Length, synced.GetProperty("bytes").GetInt32());

        // Byte for byte what the file itself gives: the checksums of its members, and the segment that is made of it.
        using var other = new LiveData();
        File.WriteAllBytes(Path.Combine(other.Folder, "all.zip"), body);
        var imported = other.Run("feeds", "import", "all.zip", "--format", "json").Json;
        foreach (var field in new[] { "feed", "kind", "asOf", "read", "imported", "unchanged", "refusedCount", "records" }) Assert.Equal(imported.GetProperty(field).ToString(), synced.GetProperty(field).ToString());
        Assert.Equal(Segments(other), Segments(live));
    }

    [Fact]
    public void A_server_that_asks_for_patience_is_asked_again_when_it_says()
    {
        var tries = 0;
        using var server = new LoopbackServer(_ => tries++ switch
        {
            0 => Answer.Status(503, "Retry-After: 0"),
            1 => Answer.Status(429, "Retry-After: Thu, 01 Jan 2026 00:00:00 GMT"),
            _ => Answer.With(200, First),
        });
        // Were its word not heeded, the next try would come after an hour.
        Assert.Equal(Exit.Done, InProcess.Run(Surroundings(new TransferOptions { Tries = 4, Backoff = TimeSpan.FromHours(1) }), "feeds", "sync", server.At("all.zip").ToString()).Code);
        Assert.Equal(3, tries);
    }

    public void Dispose() => live.Dispose();

    private static Answer Wrong(string what) => what switch
    {
        "a page" => Answer.Text("<!DOCTYPE html>\n<html><body>Sign in</body></html>", "Content-Type: text/html"),
        "not found" => Answer.Status(404),
        "no entry" => Answer.Status(403),
        "out of order" => Answer.Status(503, "Retry-After: 0"),
        "a circle" => Answer.Status(302, "Location: /npm/all.zip"),
        "endless" => new Answer([.. "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8, .. new byte[3 * 1024 * 1024]]),
        "endless lines" => new Answer([.. "HTTP/1.1 200 OK\r\nX: "u8, .. Enumerable.Repeat((byte)'x', 3 * 1024 * 1024)]),
        "less than it says" => Answer.With(200, Second, cut: Second.Length / 2),
        "more than it says" => new Answer([.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {Second.Length / 2}\r\nConnection: close\r\n\r\n"), .. Second]),
        "no HTTP" => new Answer([.. "SSH-2.0-OpenSSH_9.6\r\n"u8]),
        "nothing at all" => new Answer([]),
        "another packing" => Answer.With(200, [1, 2, 3], headers: "Content-Encoding: br"),
        _ => Answer.With(200, []),
    };

    private static Answer Part(byte[] body, int from, string etag, int? said = null) =>
        Answer.With(206, body[from..], headers: [$"Content-Range: bytes {said ?? from}-{(said ?? from) + body.Length - from - 1}/{(said ?? from) + body.Length - from}", $"ETag: {etag}"]);

    private static string[] Segments(LiveData data) => [.. Directory.EnumerateFiles(Path.Combine(data.Data, "advisories"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(data.Data, f)).Order(StringComparer.Ordinal)];

    private static byte[] Zip(int count)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < count; i++)
            {
                using var stream = zip.CreateEntry($"X-{i}.json").Open();
                stream.Write(Encoding.UTF8.GetBytes(LiveData.Advisory($"X-{i}", $"package-{i}", "1.0.0")));
            }
        }

        return bytes.ToArray();
    }

    private Surroundings Surroundings(TransferOptions options) => new(live.Folder) { Variables = new(StringComparer.Ordinal) { ["MARQUE_DATA"] = live.Data }, Transfers = options };

    private Ran Run(params string[] args) => InProcess.Run(Surroundings(new TransferOptions { Tries = 2, Backoff = TimeSpan.FromMilliseconds(5), Idle = TimeSpan.FromSeconds(10), Largest = 1024 * 1024 }), args);

    private JsonElement Sync(string url)
    {
        var ran = Run("feeds", "sync", url, "--format", "json");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Empty(Beside.Errors("feed-sync", ran.Json));
        return ran.Json;
    }
}
