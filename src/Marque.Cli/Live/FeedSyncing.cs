using Marque.Advisories.Feeds;
using Marque.Cli.Commands;
using Marque.Outside.Feeds;
using Marque.Store;
using Marque.Text;

namespace Marque.Cli.Live;

/// <summary>A feed that was fetched.</summary>
/// <param name="Source">Whence.</param>
/// <param name="Feed">The feed as it is now.</param>
/// <param name="Kind">How it came; null: from a file or folder.</param>
/// <param name="Bytes">How many bytes came over the network.</param>
/// <param name="Outcome">What the import came to; null: nothing has changed.</param>
internal sealed record SyncedFeed(string Source, StoredFeed Feed, FetchKind? Kind, long Bytes, FeedOutcome? Outcome);

/// <summary>Fetches a feed and keeps it.</summary>
internal static class FeedSyncing
{
    /// <summary>Does it; null with problems.</summary>
    public static SyncedFeed? Run(Shell shell, string folder, string source, string? name, TransferOptions options, List<Problem> problems)
    {
        if (Uri.TryCreate(source, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") return Fetch(shell, folder, url, name, options, problems);
        // A mirror: everything is there, and what is unchanged is seen by its bytes.
        var path = url is { Scheme: "file" } && source.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? url.LocalPath : Path.GetFullPath(source, shell.WorkingDirectory);
        if (url is { IsFile: false, Scheme.Length: > 1 } && !Path.Exists(path))
        {
            problems.Add(new Problem(new Place(source), "feed.address", "no feed is fetched from such an address", "an address of http or https, or a file or folder"));
            return null;
        }

        return FeedsImportCommand.Import(shell, folder, path, source, name, problems) is { } outcome ? new SyncedFeed(source, outcome.Feed, null, 0, outcome) : null;
    }

    private static SyncedFeed? Fetch(Shell shell, string folder, Uri url, string? named, TransferOptions options, List<Problem> problems)
    {
        var address = url.AbsoluteUri;
        StoredFeed? before;
        using (var store = Store.Store.OpenToRead(folder))
        {
            var name = named ?? FeedFetching.NameOf(url);
            var feeds = store?.Feeds() ?? [];
            before = name is null ? feeds.FirstOrDefault(f => f.Source == address) : feeds.FirstOrDefault(f => f.Name == name);
        }

        // What came from elsewhere has another tag, and may lack what is here.
        var same = before?.Source == address ? before : null;
        using var work = new LongWork(shell, "fetching");
        using var transfer = new Transfer(options, $"marque/{VersionCommand.Version}", work.Progress);
        var read = new FeedFetching(transfer, Path.Combine(folder, "downloads"), options).FetchAsync(url, same?.AsOf, same?.ETag, same?.LastModified, work.Cancel).GetAwaiter().GetResult();
        problems.AddRange(read.Problems);
        if (read.Value is not { } fetched) return null;
        using var writing = LiveStore.ToWrite(shell, folder, work.Cancel);
        if (fetched.Path is null)
        {
            var now = same! with { ImportedAt = shell.ToTheSecond() };
            using var change = writing.Begin();
            writing.Put(now);
            change.Commit();
            return new SyncedFeed(address, now, FetchKind.Unchanged, fetched.Bytes, null);
        }

        try
        {
            var opened = FeedSource.Open(fetched.Path, address);
            problems.AddRange(opened.Problems);
            if (opened.Value is not { } content) return null;
            var feed = new StoredFeed(named ?? FeedFetching.NameOf(url) ?? content.Kind.Word(), content.Kind, address, null, shell.ToTheSecond(), 0) { ETag = fetched.ETag, LastModified = fetched.LastModified };
            return FeedKeeping.Import(writing, content, feed, address, work, problems) is { } outcome ? new SyncedFeed(address, outcome.Feed, fetched.Kind, fetched.Bytes, outcome) : null;
        }
        finally
        {
            if (Directory.Exists(fetched.Path)) Directory.Delete(fetched.Path, recursive: true);
            else File.Delete(fetched.Path);
        }
    }
}
