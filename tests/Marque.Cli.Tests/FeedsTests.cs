using System.Globalization;
using System.Net;
using System.Text;

namespace Marque.Cli.Tests;

public sealed class FeedsTests : IDisposable
{
    private readonly LiveData live = new();

    [Fact]
    public void An_import_says_what_it_read_and_a_second_one_that_nothing_has_changed()
    {
        live.With("osv/a.json", LiveData.Advisory("A-1", "left", "1.2.0")).With("osv/b.json", LiveData.Advisory("B-1", "right", "1.2.0")).With("osv/c.json", "{\"id\":1}").With("osv/README.md", "no feed");
        var first = Import("osv");
        Assert.Equal(("osv", 3, 2, 0, 1, 1, 2), (first.GetProperty("feed").GetString(), Number(first, "read"), Number(first, "imported"), Number(first, "unchanged"), Number(first, "refusedCount"), Number(first, "ignored"), Number(first, "records")));
        Assert.Equal("osv/c.json", first.GetProperty("refused")[0].GetProperty("id").GetString());
        var second = Import("osv");
        Assert.Equal((0, 2, 2), (Number(second, "imported"), Number(second, "unchanged"), Number(second, "records")));
        live.With("osv/b.json", LiveData.Advisory("B-1", "right", "1.3.0", modified: "2026-11-21T00:00:00Z"));
        var third = Import("osv");
        Assert.Equal((1, 1, 2, "2026-11-21T00:00:00Z"), (Number(third, "imported"), Number(third, "unchanged"), Number(third, "records"), third.GetProperty("asOf").GetString()));
    }

    [Fact]
    public void Every_kind_is_imported_and_stands_in_the_status_with_its_age()
    {
        live.WithFeeds();
        var status = live.Run("feeds", "status", "--format", "json");
        Assert.Empty(Beside.Errors("feed-status", status.Json));
        Assert.Equal([("epss", "epss", 2), ("kev", "kev", 1), ("openvex", "openvex", 1), ("osv", "osv", 3)], status.Json.GetProperty("feeds").EnumerateArray().Select(f => (f.GetProperty("name").GetString()!, f.GetProperty("kind").GetString()!, f.GetProperty("records").GetInt32())));
        Assert.Contains(live.Run("feeds", "status").Lines, l => l.StartsWith("osv      osv      2026-11-20T00:00:00Z  4 d   3", StringComparison.Ordinal));
        foreach (var feed in new[] { "kev.json", "epss.csv", "vex.json" }) Assert.Equal(0, Number(Import(feed), "imported"));
    }

    [Fact]
    public void Records_that_came_with_another_feed_make_no_empty_one()
    {
        live.With("osv/a.json", LiveData.Advisory("A-1", "left", "1.2.0"));
        live.Run("feeds", "import", "osv");
        var second = live.Run("feeds", "import", "osv", "--feed", "second");
        Assert.Contains("every record in it came with another feed before, and is counted there", second.Out, StringComparison.Ordinal);
        Assert.Contains("0 records: every record of second came with another feed before, and is counted there", live.Run("feeds", "status").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://example.com/osv.zip")]
    [InlineData("gs://osv-vulnerabilities/npm/all.zip")]
    public void Only_addresses_of_the_web_are_fetched(string address)
    {
        var ran = live.Run("feeds", "sync", address);
        Assert.Equal((Exit.BadInput, $"{address}: no feed is fetched from such an address; an address of http or https, or a file or folder\n"), (ran.Code, ran.Error));
    }

    [Fact]
    public void A_table_of_today_takes_the_place_of_that_of_yesterday()
    {
        live.WithFeeds().With("epss.csv", LiveData.Epss.Replace("CVE-2026-0001,0.5", "CVE-2026-0001,0.6", StringComparison.Ordinal));
        Assert.Equal((1, 1), (Number(Import("epss.csv"), "imported"), Number(live.Run("feeds", "import", "epss.csv", "--format", "json").Json, "unchanged") - 1));
    }

    [Fact]
    public void An_import_that_fails_changes_nothing()
    {
        live.WithFeeds();
        var before = live.Run("feeds", "status", "--format", "json").Out;
        live.With("broken.zip", "PK\u0003\u0004 and no more").With("page.json", "<html>").With("other/kev.json", LiveData.Kev[..^30]).With("none/x.json", "{\"id\":\"x\",\"modified\":\"never\"}");
        foreach (var feed in new[] { "broken.zip", "page.json", "other", "none", "absent.json" })
        {
            var ran = live.Run("feeds", "import", feed);
            Assert.Equal(Exit.BadInput, ran.Code);
            Assert.StartsWith(feed, ran.Error, StringComparison.Ordinal);
            Assert.Empty(ran.Out);
        }

        Assert.Equal(before, live.Run("feeds", "status", "--format", "json").Out);
        Assert.Contains("holds osv, and this is KEV", live.Run("feeds", "import", "kev.json", "--feed", "osv").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_feed_the_status_says_so_and_makes_no_store()
    {
        Assert.Equal("no feed is imported; 'marque feeds import FILE' imports one, 'marque feeds sync URL' fetches one\n", live.Run("feeds", "status").Out);
        Assert.False(Directory.Exists(live.Data));
    }

    [Fact]
    public void Feeds_are_fetched_once_and_again_only_when_they_changed()
    {
        var (kev, tag) = (LiveData.Kev, "\"1\"");
        using var server = new HttpListener();
        var url = Start(server, context =>
        {
            var asked = context.Request.Headers["If-None-Match"];
            context.Response.Headers["ETag"] = tag;
            if (asked == tag) context.Response.StatusCode = 304;
            else context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(kev));
            context.Response.Close();
        });
        Assert.Equal(["whole"], Sync($"{url}kev.json"));
        Assert.Equal(["unchanged"], Sync($"{url}kev.json"));
        Assert.Equal(["unchanged"], Sync("--all"));
        (kev, tag) = (kev.Replace("2026-11-20", "2026-11-22", StringComparison.Ordinal), "\"2\"");
        Assert.Equal(["whole"], Sync("--all"));
        Assert.Contains("2026-11-22", live.Run("feeds", "status").Out, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(live.Data, "downloads")));
    }

    [Fact]
    public void What_a_server_gives_instead_of_a_feed_is_refused_and_the_others_are_fetched()
    {
        using var server = new HttpListener();
        var url = Start(server, context =>
        {
            var isPage = context.Request.Url!.AbsolutePath == "/page.json";
            context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(isPage ? "<html>Sign in</html>" : LiveData.Kev));
            context.Response.Close();
        });
        var ran = live.Run("feeds", "sync", $"{url}page.json", $"{url}kev.json", "--format", "json");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Empty(Beside.Errors("feed-sync", ran.Json));
        Assert.Equal(("kev", "feed.unknown"), (ran.Json.GetProperty("feeds")[0].GetProperty("feed").GetString(), ran.Json.GetProperty("failed")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public void A_mirror_is_synced_without_a_network()
    {
        live.With("mirror/a.json", LiveData.Advisory("A-1", "left", "1.2.0"));
        Assert.Equal(["local"], Sync("mirror"));
        Assert.Equal(["local"], Sync(new Uri(Path.Combine(live.Folder, "mirror")).AbsoluteUri));
        live.With("mirror/b.json", LiveData.Advisory("B-1", "left", "1.2.0"));
        Assert.Equal(["local"], Sync("--all"));
        Assert.Contains(live.Run("feeds", "status").Lines, l => l.StartsWith("osv ", StringComparison.Ordinal) && l.Contains("  2  ", StringComparison.Ordinal));
    }

    public void Dispose() => live.Dispose();

    private static int Number(System.Text.Json.JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static string Start(HttpListener server, Action<HttpListenerContext> answer)
    {
        for (var port = 42000 + (Environment.ProcessId % 2000); ; port++)
        {
            try
            {
                server.Prefixes.Clear();
                server.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
                server.Start();
                break;
            }
            catch (HttpListenerException) when (port < 60000)
            {
                // Taken.
            }
        }

        _ = Task.Run(() =>
        {
            try
            {
                while (true) answer(server.GetContext());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // The test has ended.
            }
        });
        return server.Prefixes.First();
    }

    private System.Text.Json.JsonElement Import(string source)
    {
        var ran = live.Run("feeds", "import", source, "--format", "json");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Empty(Beside.Errors("feed-import", ran.Json));
        return ran.Json;
    }

    private string[] Sync(params string[] args)
    {
        var ran = live.Run(["feeds", "sync", .. args, "--format", "json"]);
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Empty(Beside.Errors("feed-sync", ran.Json));
        return [.. ran.Json.GetProperty("feeds").EnumerateArray().Select(f => f.GetProperty("transfer").GetString()!)];
    }
}
