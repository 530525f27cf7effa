using Marque.Text;
using NodaTime;

namespace Marque.Store;

/// <content>Bills of materials, and the releases they belong to.</content>
public sealed partial class Store
{
    /// <summary>The bill of materials with that digest; null: it was not imported.</summary>
    /// <param name="sha256">The digest of its bytes.</param>
    public StoredSbom? FindSbom(Digest sha256) => Sboms("where b.sha256 = @1", sha256.ToString()).FirstOrDefault();

    /// <summary>All bills of materials, oldest first.</summary>
    public IReadOnlyList<StoredSbom> Sboms() => Sboms("");

    /// <summary>Adds a bill of materials whose bytes are kept already.</summary>
    /// <param name="sbom">What is known of it.</param>
    /// <param name="components">Its components.</param>
    /// <returns>Whether it was not known before; one that was stays as it is.</returns>
    public bool Put(StoredSbom sbom, IReadOnlyList<StoredComponent> components)
    {
        if (Sql.Scalar<long>(database, "select id from sbom where sha256 = @1", sbom.Sha256.ToString()) > 0) return false;
        var set = PutSet(Intern(components));
        var id = Sql.Scalar<long>(
            database,
            "insert into sbom (sha256, format, format_version, subject, bytes, component_set, imported_at, unmatched) values (@1, @2, @3, @4, @5, @6, @7, @8) returning id",
            sbom.Sha256.ToString(),
            sbom.Format,
            sbom.FormatVersion,
            sbom.Subject,
            sbom.Bytes,
            set,
            sbom.ImportedAt.Text(),
            sbom.Unmatched.Sum(u => u.Count));
        foreach (var (reason, count) in sbom.Unmatched) Sql.Run(database, "insert into sbom_unmatched (sbom, reason, count) values (@1, @2, @3)", id, reason, count);
        return true;
    }

    /// <summary>Notes what is known of a release, in place of what was; what is not known of it now stays.</summary>
    /// <param name="release">The release.</param>
    public void Put(StoredRelease release) => Sql.Run(
        database,
        "insert into release (product, version, line, supported, first_placed, last_placed) values (@1, @2, @3, @4, @5, @6) on conflict (product, version) do update set line = coalesce(excluded.line, line), supported = coalesce(excluded.supported, supported), first_placed = coalesce(excluded.first_placed, first_placed), last_placed = coalesce(excluded.last_placed, last_placed)",
        release.Product,
        release.Version,
        release.Line,
        release.IsSupported,
        release.FirstPlaced?.Text(),
        release.LastPlaced?.Text());

    /// <summary>Notes that a bill of materials belongs to a release; both are known.</summary>
    /// <param name="product">The product's id.</param>
    /// <param name="version">The release's version.</param>
    /// <param name="sha256">The bill of materials.</param>
    /// <param name="at">When.</param>
    /// <returns>Whether that was not known before.</returns>
    public bool Link(string product, string version, Digest sha256, Instant at) => Sql.Run(
        database,
        "insert into release_sbom (release, sbom, added_at) select r.id, b.id, @4 from release r, sbom b where r.product = @1 and r.version = @2 and b.sha256 = @3 on conflict do nothing",
        product,
        version,
        sha256.ToString(),
        at.Text()) > 0;

    /// <summary>All releases.</summary>
    public IReadOnlyList<StoredRelease> Releases() => Sql.Rows(database, "select product, version, line, supported, first_placed, last_placed from release order by product, version", Release);

    /// <summary>The bills of materials of a release.</summary>
    /// <param name="product">The product's id.</param>
    /// <param name="version">The release's version.</param>
    public IReadOnlyList<StoredSbom> SbomsOf(string product, string version) =>
        Sboms("join release_sbom rb on rb.sbom = b.id join release r on r.id = rb.release where r.product = @1 and r.version = @2", product, version);

    private List<StoredSbom> Sboms(string where, params ReadOnlySpan<object?> values)
    {
        var rows = Sql.Rows(
            database,
            $"select b.id, b.sha256, b.format, b.format_version, b.subject, b.bytes, b.imported_at, s.count from sbom b join component_set s on s.id = b.component_set {where} order by b.id",
            row => (Id: row.GetInt64(0), Sbom: new StoredSbom(Digest.TryParse(row.GetString(1), out var digest) ? digest : default, row.GetString(2), row.GetString(3), row.TextOrNull(4), row.GetInt64(5), Times.Instant(row.GetString(6)) ?? default) { Components = row.GetInt64(7) }),
            values);
        return [.. rows.Select(r => r.Sbom with
        {
            Unmatched = Sql.Rows(database, "select reason, count from sbom_unmatched where sbom = @1 order by count desc, reason", row => (row.GetString(0), row.GetInt64(1)), r.Id),
            Releases = Sql.Rows(database, "select r.product, r.version from release_sbom rb join release r on r.id = rb.release where rb.sbom = @1 order by r.product, r.version", row => (row.GetString(0), row.GetString(1)), r.Id),
        })];
    }

    private static StoredRelease Release(Microsoft.Data.Sqlite.SqliteDataReader row) => new(row.GetString(0), row.GetString(1))
    {
        Line = row.TextOrNull(2),
        IsSupported = row.IsDBNull(3) ? null : row.GetInt64(3) != 0,
        FirstPlaced = Times.Day(row.TextOrNull(4)),
        LastPlaced = Times.Day(row.TextOrNull(5)),
    };
}
