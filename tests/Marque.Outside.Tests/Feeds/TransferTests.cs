using System.Text;
using Marque.Outside.Feeds;
using Marque.Text;
using NodaTime;

namespace Marque.Outside.Tests.Feeds;

public sealed class TransferTests : IDisposable
{
    private static readonly TransferOptions Quick = new() { Idle = TimeSpan.FromSeconds(5), Tries = 3, Backoff = TimeSpan.FromMilliseconds(5), Largest = 1024 * 1024 };

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_file_that_has_not_changed_is_not_fetched_again()
    {
        using var server = new LoopbackServer(a => a.Headers.GetValueOrDefault("If-None-Match") == "\"one\"" ? Answer.Status(304) : Answer.Text("content", "ETag: \"one\"", "Last-Modified: Fri, 02 Jan 2026 00:00:00 GMT"));
        var first = await Fetch(server.At("f"));
        Assert.Equal("content", await File.ReadAllTextAsync(first.File!, TestContext.Current.CancellationToken));
        Assert.Equal(("\"one\"", "Fri, 02 Jan 2026 00:00:00 GMT", 7L), (first.ETag, first.LastModified, first.Bytes));
        var second = await Fetch(server.At("f"), etag: first.ETag);
        Assert.Null(second.File);
        Assert.Equal(0, second.Bytes);
    }

    [Fact]
    public async Task A_transfer_that_breaks_off_goes_on_where_it_was()
    {
        var body = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 2000).Select(i => $"{i};")));
        using var server = new LoopbackServer(a => Ranged(a, body, "\"v\"", most: 3000));
        var read = await Fetch(server.At("f"));
        Assert.Equal(body, await File.ReadAllBytesAsync(read.File!, TestContext.Current.CancellationToken));
        Assert.All(server.Requests.Skip(1), r => Assert.Equal("\"v\"", r.Headers["If-Range"]));
        Assert.Equal(["bytes=3000-", "bytes=6000-"], server.Requests.Skip(1).Select(r => r.Headers["Range"]).Take(2));
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.part*"));
    }

    [Fact]
    public async Task Another_run_goes_on_too_and_begins_anew_when_the_file_is_another()
    {
        var body = Encoding.ASCII.GetBytes(new string('a', 5000));
        using (var failing = new LoopbackServer(a => a.Headers.ContainsKey("Range") ? Answer.Status(503) : Answer.With(200, body, cut: 2000, headers: "ETag: \"v\"")))
        {
            Assert.Contains("503", (await Problem(failing.At("f"))).Message, StringComparison.Ordinal);
        }

        // If-Range names the old version; the server has another and answers with all of it.
        var other = Encoding.ASCII.GetBytes(new string('b', 4000));
        using var server = new LoopbackServer(a => Ranged(a, other, "\"w\"", most: 9999));
        var read = await Fetch(server.At("f"));
        Assert.Equal("bytes=2000-", server.Requests.First().Headers["Range"]);
        Assert.Equal(other, await File.ReadAllBytesAsync(read.File!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_server_that_sends_another_part_than_was_asked_for_is_not_believed()
    {
        var body = Encoding.ASCII.GetBytes(new string('a', 5000));
        using var server = new LoopbackServer(a => a.Headers.ContainsKey("Range") ? Answer.With(206, body[..100], headers: ["Content-Range: bytes 0-99/5000", "ETag: \"v\""]) : Answer.With(200, body, cut: 2000, headers: "ETag: \"v\""));
        await Problem(server.At("f"));
        Assert.Contains(server.Requests.Skip(2), r => !r.Headers.ContainsKey("Range"));
    }

    [Theory]
    [InlineData(404, 1)]
    [InlineData(403, 1)]
    [InlineData(500, 3)]
    [InlineData(429, 3)]
    public async Task What_may_pass_is_tried_again_and_what_may_not_is_not(int status, int requests)
    {
        using var server = new LoopbackServer(_ => Answer.Status(status, "Retry-After: 0"));
        var problem = await Problem(server.At("f"));
        Assert.Contains($"{status}", problem.Message, StringComparison.Ordinal);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task Redirects_are_followed_but_not_in_circles_and_not_elsewhere()
    {
        using var server = new LoopbackServer(a => a.Path switch
        {
            "moved" => Answer.Status(302, "Location: /there"),
            "there" => Answer.Text("content"),
            "away" => Answer.Status(302, "Location: file:///etc/passwd"),
            _ => Answer.Status(301, "Location: /circle"),
        });
        Assert.NotNull((await Fetch(server.At("moved"))).File);
        Assert.Contains("more than 5 times", (await Problem(server.At("circle"))).Message, StringComparison.Ordinal);
        Assert.Contains("not followed", (await Problem(server.At("away"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_says_nothing_or_stops_in_the_middle_is_given_up()
    {
        using var server = new LoopbackServer(a => a.Path == "silent" ? new Answer([], Hangs: true) : Answer.With(200, new byte[100], cut: 10, hangs: true));
        var hurry = Quick with { Idle = TimeSpan.FromMilliseconds(200), Tries = 2 };
        Assert.Contains("no answer within 0.2 s", (await Problem(server.At("silent"), hurry)).Message, StringComparison.Ordinal);
        Assert.Contains("no answer within 0.2 s", (await Problem(server.At("stops"), hurry)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_larger_than_the_bound_is_refused_by_what_it_says_and_by_what_it_sends()
    {
        using var server = new LoopbackServer(a => a.Path == "says"
            ? Answer.With(200, new byte[2 * 1024 * 1024], cut: 10)
            : new Answer([.. "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8, .. new byte[2 * 1024 * 1024]]));
        foreach (var path in new[] { "says", "sends" }) Assert.Contains("larger than the 1 MiB", (await Problem(server.At(path))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_server_packs_is_unpacked_within_the_bound()
    {
        using var server = new LoopbackServer(a => a.Path switch
        {
            "bomb" => Answer.With(200, Packed.Gzip(new string('0', 4 * 1024 * 1024)), headers: "Content-Encoding: gzip"),
            "odd" => Answer.With(200, [1, 2, 3], headers: "Content-Encoding: br"),
            _ => Answer.With(200, Packed.Gzip("content"), headers: ["Content-Encoding: gzip", "ETag: \"g\""]),
        });
        Assert.Equal("content", await File.ReadAllTextAsync((await Fetch(server.At("f.json"))).File!, TestContext.Current.CancellationToken));
        Assert.Equal("gzip", server.Requests.First().Headers["Accept-Encoding"]);
        Assert.Contains("unpacks to more", (await Problem(server.At("bomb"))).Message, StringComparison.Ordinal);
        Assert.Contains("not asked for", (await Problem(server.At("odd"))).Message, StringComparison.Ordinal);
        await Fetch(server.At("all.zip"));
        Assert.False(server.Requests.Last().Headers.ContainsKey("Accept-Encoding"));
    }

    [Fact]
    public async Task Nobody_there_is_a_problem()
    {
        Uri nobody;
        using (var server = new LoopbackServer(_ => Answer.Text(""))) nobody = server.At("f");
        Assert.Equal("feed.download", (await Problem(nobody)).Code);
    }

    [Fact]
    public async Task Only_records_that_changed_are_fetched_of_a_bucket()
    {
        using var server = new LoopbackServer(a => a.Path switch
        {
            "npm/modified_id.csv" => Answer.Text("2026-03-01T00:00:00Z,A-3\n2026-02-01T00:00:00.5Z,A-2\n2026-01-01T00:00:00Z,A-1\n"),
            "npm/all.zip" => Answer.With(200, Packed.Zip(("A-1.json", Packed.Record("A-1"))), headers: "ETag: \"z\""),
            _ => Answer.Text(Packed.Record(a.Path[4..^5])),
        });
        var whole = await Feed(server.At("npm/all.zip"), null, null);
        Assert.Equal((FetchKind.Whole, "\"z\""), (whole.Kind, whole.ETag));
        Assert.DoesNotContain(server.Requests, r => r.Path.EndsWith(".csv", StringComparison.Ordinal));
        var delta = await Feed(server.At("npm/all.zip"), Instant.FromUtc(2026, 1, 15, 0, 0), "\"z\"");
        Assert.Equal((FetchKind.Delta, "\"z\""), (delta.Kind, delta.ETag));
        Assert.Equal([Packed.Record("A-2"), Packed.Record("A-3")], Directory.EnumerateFiles(delta.Path!).Select(File.ReadAllText).Order(StringComparer.Ordinal));
        Assert.Equal(FetchKind.Unchanged, (await Feed(server.At("npm/all.zip"), Instant.FromUtc(2026, 3, 1, 0, 0), "\"z\"")).Kind);
    }

    [Fact]
    public async Task Where_the_list_of_changes_does_not_serve_the_whole_is_fetched()
    {
        using var server = new LoopbackServer(a => a.Path switch
        {
            "many/modified_id.csv" => Answer.Text(string.Concat(Enumerable.Range(0, 50).Select(i => $"2026-03-01T00:00:00Z,A-{i}\n"))),
            "page/modified_id.csv" => Answer.Text("<html>"),
            "climbs/modified_id.csv" => Answer.Text("2026-03-01T00:00:00Z,../../secret\n"),
            "lost/modified_id.csv" => Answer.Text("2026-03-01T00:00:00Z,A-1\n"),
            _ => a.Path.EndsWith("/all.zip", StringComparison.Ordinal) ? Answer.With(200, Packed.Zip(("A-1.json", Packed.Record("A-1")))) : Answer.Status(404),
        });
        foreach (var bucket in new[] { "many", "page", "climbs", "lost", "none" }) Assert.Equal(FetchKind.Whole, (await Feed(server.At($"{bucket}/all.zip"), Instant.FromUtc(2026, 1, 1, 0, 0), null)).Kind);
        Assert.DoesNotContain(server.Requests, r => r.Path.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://storage.example/osv-vulnerabilities/npm/all.zip", "osv-npm")]
    [InlineData("https://storage.example/osv-vulnerabilities/Red%20Hat/all.zip", "osv-red-hat")]
    [InlineData("https://storage.example/osv-vulnerabilities/all.zip", "osv")]
    [InlineData("https://storage.example/all.zip", "osv")]
    [InlineData("https://www.example/kev.json", null)]
    public void A_bucket_names_its_feed(string url, string? name) => Assert.Equal(name, FeedFetching.NameOf(new Uri(url)));

    public void Dispose() => folder.Dispose();

    // As servers do: a part where the validator is theirs, else the whole; never more than so many bytes at a time.
    private static Answer Ranged(Asked asked, byte[] body, string etag, int most)
    {
        if (asked.Headers.TryGetValue("Range", out var range) && asked.Headers.GetValueOrDefault("If-Range") == etag)
        {
            var from = int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
            var rest = body[from..];
            return Answer.With(206, rest, cut: Math.Min(most, rest.Length), headers: [$"Content-Range: bytes {from}-{body.Length - 1}/{body.Length}", $"ETag: {etag}"]);
        }

        return Answer.With(200, body, cut: Math.Min(most, body.Length), headers: $"ETag: {etag}");
    }

    private async Task<Transferred> Fetch(Uri url, string? etag = null)
    {
        var read = await Read(url, Quick, etag);
        Assert.Empty(read.Problems);
        return read.Value!;
    }

    private async Task<Problem> Problem(Uri url, TransferOptions? options = null)
    {
        var read = await Read(url, options ?? Quick, null);
        Assert.Null(read.Value);
        return Assert.Single(read.Problems);
    }

    private async Task<Read<Transferred>> Read(Uri url, TransferOptions options, string? etag)
    {
        using var transfer = new Transfer(options, "test/1", new SeeingProgress());
        return await transfer.FetchAsync(url, folder.At("target"), etag, null, TestContext.Current.CancellationToken);
    }

    private async Task<FetchedFeed> Feed(Uri url, Instant? known, string? etag)
    {
        var options = Quick with { MostSingle = 20 };
        using var transfer = new Transfer(options, "test/1", new SeeingProgress());
        var read = await new FeedFetching(transfer, folder.At("downloads"), options).FetchAsync(url, known, etag, null, TestContext.Current.CancellationToken);
        Assert.Empty(read.Problems);
        return read.Value!;
    }
}
