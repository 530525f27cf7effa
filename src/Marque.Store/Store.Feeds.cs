using Marque.Advisories.Feeds;
using Marque.Text;

namespace Marque.Store;

/// <content>Feeds: what was imported, and how old it is.</content>
public sealed partial class Store
{
    private const string FeedColumns = "name, kind, source, as_of, imported_at, records, etag, last_modified";

    /// <summary>All feeds by name.</summary>
    public IReadOnlyList<StoredFeed> Feeds() => Sql.Rows(database, $"select {FeedColumns} from feed order by name", Feed);

    /// <summary>The feed of that name; null: there is none.</summary>
    /// <param name="name">Its name.</param>
    public StoredFeed? FindFeed(string name) => Sql.Rows(database, $"select {FeedColumns} from feed where name = @1", Feed, name).FirstOrDefault();

    /// <summary>Notes what is known of a feed, in place of what was.</summary>
    /// <param name="feed">The feed.</param>
    public void Put(StoredFeed feed) => Sql.Run(
        database,
        $"insert into feed ({FeedColumns}) values (@1, @2, @3, @4, @5, @6, @7, @8) on conflict (name) do update set kind = excluded.kind, source = excluded.source, as_of = excluded.as_of, imported_at = excluded.imported_at, records = excluded.records, etag = excluded.etag, last_modified = excluded.last_modified",
        feed.Name,
        feed.Kind.Word(),
        feed.Source,
        feed.AsOf?.Text(),
        feed.ImportedAt.Text(),
        feed.Records,
        feed.ETag,
        feed.LastModified);

    // A word that no program with these tables writes.
    private StoreException Unknown(string what) => new(new Problem(new Place(Folder), "store.damaged", $"{what}, which means nothing", "restore the data directory, or name another with --data and import feeds and SBOMs anew"));

    private long IdOfFeed(string name) => Sql.Scalar<long>(database, "select id from feed where name = @1", name) is > 0 and var id ? id : throw new ArgumentException($"There is no feed '{name}'.", nameof(name));

    private StoredFeed Feed(Microsoft.Data.Sqlite.SqliteDataReader row) =>
        new(row.GetString(0), FeedKinds.Parse(row.GetString(1)) ?? throw Unknown($"the feed '{row.GetString(0)}' holds '{row.GetString(1)}'"), row.GetString(2), Times.Instant(row.TextOrNull(3)), Times.Instant(row.GetString(4)) ?? default, row.GetInt64(5)) { ETag = row.TextOrNull(6), LastModified = row.TextOrNull(7) };
}
