using System.IO.Compression;
using System.Text;
using NodaTime;

namespace Marque.Store;

/// <content>Records that a source had, and has no longer.</content>
public sealed partial class Store
{
    /// <summary>Notes which records a source has now. Within a change.</summary>
    /// <param name="feed">The feed's name; its row is there.</param>
    /// <param name="source">Whence they came: what one source has says nothing of another, even of the same feed.</param>
    /// <param name="ids">Ids of records.</param>
    /// <param name="isWhole">Whether these are all that the source has; otherwise some of them, and nothing is gone.</param>
    /// <param name="stands">Whether a record counts and was not withdrawn.</param>
    /// <param name="at">When it was read.</param>
    /// <returns>The records that it had and has no longer, in ordinal order; those gone before are not told again.</returns>
    public IReadOnlyList<string> PutListing(string feed, string source, IEnumerable<string> ids, bool isWhole, Func<string, bool> stands, Instant at)
    {
        var id = IdOfFeed(feed);
        var before = Listing(id, source);
        if (before is null && !isWhole) return [];
        var now = ids.ToHashSet(StringComparer.Ordinal);
        foreach (var back in Sql.Rows(database, "select record from gone where feed = @1", row => row.GetString(0), id).Where(now.Contains).Distinct(StringComparer.Ordinal)) Sql.Run(database, "delete from gone where feed = @1 and record = @2", id, back);
        if (!isWhole) now.UnionWith(before!);
        Sql.Run(database, "insert into listing (feed, source, ids) values (@1, @2, @3) on conflict (feed, source) do update set ids = excluded.ids", id, source, Packed(now));
        List<string> gone = [.. (before ?? []).Where(r => !now.Contains(r) && stands(r))];
        if (gone.Count == 0) return gone;
        foreach (var other in Sql.Rows(database, "select source from listing where feed = @1 and source <> @2", row => row.GetString(0), id, source))
        {
            var has = Listing(id, other)!.ToHashSet(StringComparer.Ordinal);
            gone.RemoveAll(has.Contains);
        }

        using var add = Sql.Prepared(database, "insert into gone (record, feed, source, since) values (@1, @2, @3, @4) on conflict do nothing");
        foreach (var record in gone) add.With(record, id, source, at.Text()).ExecuteNonQuery();
        return gone;
    }

    /// <summary>Since when records are gone from their feed, by record and feed.</summary>
    public IReadOnlyDictionary<(string Record, string Feed), Instant> Gone()
    {
        var gone = new Dictionary<(string, string), Instant>();
        foreach (var (record, feed, since) in Sql.Rows(database, "select g.record, f.name, min(g.since) from gone g join feed f on f.id = g.feed group by g.record, f.name", row => (row.GetString(0), row.GetString(1), Times.Instant(row.GetString(2)))))
        {
            if (since is { } at) gone.Add((record, feed), at);
        }

        return gone;
    }

    private List<string>? Listing(long feed, string source)
    {
        if (Sql.Scalar<byte[]>(database, "select ids from listing where feed = @1 and source = @2", feed, source) is not { } packed) return null;
        using var reader = new StreamReader(new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        var ids = new List<string>();
        while (reader.ReadLine() is { } id) ids.Add(id);
        return ids;
    }

    private static byte[] Packed(IEnumerable<string> ids)
    {
        using var packed = new MemoryStream();
        using (var writer = new StreamWriter(new DeflateStream(packed, CompressionLevel.Fastest), new UTF8Encoding(false)))
        {
            foreach (var id in ids.Order(StringComparer.Ordinal)) writer.Write($"{id}\n");
        }

        return packed.ToArray();
    }
}
