using System.Text;
using Marque.Text;
using NodaTime;
using NodaTime.Text;

namespace Marque.Outside.Feeds;

/// <summary>How a feed came.</summary>
public enum FetchKind
{
    /// <summary>Nothing has changed since.</summary>
    Unchanged,

    /// <summary>The records that changed, one by one.</summary>
    Delta,

    /// <summary>All of it.</summary>
    Whole,
}

/// <summary>What fetching a feed brought.</summary>
/// <param name="Kind">How.</param>
/// <param name="Path">The file or folder; null: nothing has changed since.</param>
/// <param name="ETag">The entity tag; null: none.</param>
/// <param name="LastModified">The modification time as the server wrote it; null: none.</param>
/// <param name="Bytes">How many bytes came over the network.</param>
public sealed record FetchedFeed(FetchKind Kind, string? Path, string? ETag, string? LastModified, long Bytes);

/// <summary>Fetches a feed: of a bucket of OSV (<c>.../all.zip</c>) only the records that its list <c>modified_id.csv</c> names as changed, where they are few; otherwise the whole, where it changed.</summary>
/// <param name="transfer">Fetches files.</param>
/// <param name="folder">Where they are put.</param>
/// <param name="options">Bounds.</param>
public sealed class FeedFetching(Transfer transfer, string folder, TransferOptions options)
{
    private const string Bucket = "/all.zip";

    /// <summary>The name for the feed of an address, where none is given: that of the ecosystem's bucket; null: the kind will do.</summary>
    /// <param name="url">The address.</param>
    public static string? NameOf(Uri url)
    {
        if (!url.AbsolutePath.EndsWith(Bucket, StringComparison.Ordinal)) return null;
        var above = Uri.UnescapeDataString(url.Segments.Length > 2 ? url.Segments[^2].TrimEnd('/') : "");
        // The bucket's own file holds every ecosystem.
        if (above.Length == 0 || above.Contains("osv-vulnerabilities", StringComparison.Ordinal)) return "osv";
        return $"osv-{string.Concat(above.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'))}";
    }

    /// <summary>Fetches.</summary>
    /// <param name="url">The address.</param>
    /// <param name="known">How new what is there is; null: nothing is there.</param>
    /// <param name="etag">Its entity tag.</param>
    /// <param name="lastModified">Its modification time.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Read<FetchedFeed>> FetchAsync(Uri url, Instant? known, string? etag, string? lastModified, CancellationToken cancel)
    {
        if (known is { } since && url.AbsolutePath.EndsWith(Bucket, StringComparison.Ordinal) && await DeltaAsync(url, since, etag, lastModified, cancel).ConfigureAwait(false) is { } delta) return new(delta, []);
        var name = Digest.Of(Encoding.UTF8.GetBytes(url.AbsoluteUri)).ToString()[..16];
        var read = await transfer.FetchAsync(url, Path.Combine(folder, name), etag, lastModified, cancel).ConfigureAwait(false);
        if (read.Value is not { } done) return new(null, read.Problems);
        return new(new FetchedFeed(done.File is null ? FetchKind.Unchanged : FetchKind.Whole, done.File, done.ETag, done.LastModified, done.Bytes), []);
    }

    // Null: the list is not there, or names too many.
    private async Task<FetchedFeed?> DeltaAsync(Uri url, Instant since, string? etag, string? lastModified, CancellationToken cancel)
    {
        var name = Digest.Of(Encoding.UTF8.GetBytes(url.AbsoluteUri)).ToString()[..16];
        var list = await transfer.FetchAsync(new Uri(url, "modified_id.csv"), Path.Combine(folder, $"{name}.csv"), null, null, cancel).ConfigureAwait(false);
        if (list.Value is not { File: { } csv } listed) return null;
        List<string>? changed;
        try
        {
            changed = Changed(csv, since, options.MostSingle);
        }
        finally
        {
            File.Delete(csv);
        }

        if (changed is null) return null;
        if (changed.Count == 0) return new FetchedFeed(FetchKind.Unchanged, null, etag, lastModified, listed.Bytes);
        var into = Path.Combine(folder, $"{name}.delta");
        if (Directory.Exists(into)) Directory.Delete(into, recursive: true);
        Directory.CreateDirectory(into);
        var (bytes, failed) = (listed.Bytes, 0);
        await Parallel.ForEachAsync(Enumerable.Range(0, changed.Count), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancel }, async (i, stop) =>
        {
            var read = await transfer.FetchAsync(new Uri(url, $"{string.Join('/', changed[i].Split('/').Select(Uri.EscapeDataString))}.json"), Path.Combine(into, $"{i}.json"), null, null, stop).ConfigureAwait(false);
            if (read.Value is { } one) Interlocked.Add(ref bytes, one.Bytes);
            else Interlocked.Increment(ref failed);
        }).ConfigureAwait(false);
        // A record that cannot be had would be passed over for ever: the whole has it, or has it no more. The tag stays that of the last whole.
        return failed > 0 ? null : new FetchedFeed(FetchKind.Delta, into, etag, lastModified, bytes);
    }

    /// <summary>The ids that a list names as changed at or after an instant; null: it is no such list, or they are too many.</summary>
    internal static List<string>? Changed(string csv, Instant since, int most)
    {
        var changed = new List<string>();
        foreach (var line in File.ReadLines(csv))
        {
            if (line.Length == 0) continue;
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0 || OffsetDateTimePattern.Rfc3339.Parse(line[..comma]) is not { Success: true, Value: var at }) return null;
            if (at.ToInstant() <= since) continue;
            var id = line[(comma + 1)..].Trim();
            if (id.Length is 0 or > 200 || id.Split('/').Any(p => p is "" or "." or "..") || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/' or '~' or ' ')) return null;
            changed.Add(id);
            if (changed.Count > most) return null;
        }

        return [.. changed.Distinct(StringComparer.Ordinal)];
    }
}
