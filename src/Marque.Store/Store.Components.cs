using Marque.Text;
using Microsoft.Data.Sqlite;

namespace Marque.Store;

/// <content>Component versions, each once, and sets of them.</content>
public sealed partial class Store
{
    private const string ComponentColumns = "c.id, c.key, c.purl, c.name, c.version";

    // What one run met before: a portfolio names the same versions again and again.
    private const int MostRemembered = 1_000_000;

    private readonly Dictionary<string, int> interned = new(StringComparer.Ordinal);
    private readonly Dictionary<Digest, long> pieces = [];

    /// <summary>The ids of components; those that were not known are added.</summary>
    /// <param name="components">The components.</param>
    internal List<int> Intern(IReadOnlyList<StoredComponent> components)
    {
        if (interned.Count > MostRemembered) interned.Clear();
        var ids = new List<int>(components.Count);
        using var find = Sql.Prepared(database, "select id from component where key = @1");
        using var add = Sql.Prepared(database, "insert into component (id, key, purl, name, version) values (@1, @2, @3, @4, @5)");
        using var name = Sql.Prepared(database, "insert into component_package (package, component) values (@1, @2) on conflict do nothing");
        var next = Sql.Scalar<long>(database, "select coalesce(max(id), 0) + 1 from component");
        foreach (var component in components)
        {
            var key = component.Key;
            if (!interned.TryGetValue(key, out var id))
            {
                id = (int)find.With(key).Value<long>();
                if (id == 0)
                {
                    id = (int)next++;
                    add.With((long)id, key, component.Purl == key ? null : component.Purl, component.Name, component.Version).ExecuteNonQuery();
                    foreach (var package in component.Packages) name.With(package, (long)id).ExecuteNonQuery();
                }

                interned.Add(key, id);
            }

            ids.Add(id);
        }

        return ids;
    }

    /// <summary>The components that advisories name by a package.</summary>
    /// <param name="package">The package.</param>
    public IReadOnlyList<(int Id, StoredComponent Component)> ComponentsOf(string package) =>
        Sql.Rows(database, $"select {ComponentColumns} from component_package p join component c on c.id = p.component where p.package = @1 order by c.id", IdAndComponent, package);

    /// <summary>The component with that id; null: there is none.</summary>
    /// <param name="id">Its id.</param>
    public StoredComponent? ComponentWith(int id) => Sql.Rows(database, $"select {ComponentColumns} from component c where c.id = @1", IdAndComponent, (long)id).FirstOrDefault().Component;

    /// <summary>The id of a set; one that was not known is added.</summary>
    private long PutSet(List<int> ids)
    {
        var sorted = ComponentSet.Sorted(ids);
        var digest = Digest.Of(System.Runtime.InteropServices.MemoryMarshal.AsBytes(sorted));
        var bytes = Bytes(digest);
        if (Sql.Scalar<long>(database, "select id from component_set where digest = @1", bytes) is > 0 and var known) return known;
        var id = Sql.Scalar<long>(database, "insert into component_set (digest, count) values (@1, @2) returning id", bytes, (long)sorted.Length);
        using var add = Sql.Prepared(database, "insert into set_piece (number, component_set, piece) values (@1, @2, @3)");
        foreach (var (number, bits) in ComponentSet.Cut(sorted)) add.With((long)number, id, PutPiece(bits)).ExecuteNonQuery();
        return id;
    }

    private long PutPiece(byte[] bits)
    {
        var digest = Digest.Of(bits);
        if (pieces.TryGetValue(digest, out var id)) return id;
        var bytes = Bytes(digest);
        id = Sql.Scalar<long>(database, "select id from piece where digest = @1", bytes);
        if (id == 0) id = Sql.Scalar<long>(database, "insert into piece (digest, bits) values (@1, @2) returning id", bytes, bits);
        if (pieces.Count > MostRemembered) pieces.Clear();
        pieces.Add(digest, id);
        return id;
    }

    private List<int> SetOf(long id)
    {
        var ids = new List<int>();
        using var query = Sql.Prepared(database, "select sp.number, p.bits from set_piece sp join piece p on p.id = sp.piece where sp.component_set = @1 order by sp.number").With(id);
        using var rows = query.ExecuteReader();
        while (rows.Read()) ComponentSet.Unpack((int)rows.GetInt64(0), rows.GetFieldValue<byte[]>(1), ids);
        return ids;
    }

    private static byte[] Bytes(Digest digest)
    {
        var bytes = new byte[32];
        digest.CopyTo(bytes);
        return bytes;
    }

    private static (int Id, StoredComponent Component) IdAndComponent(SqliteDataReader row)
    {
        var key = row.GetString(1);
        // The purl is the key where there is one, and is not stored twice.
        return ((int)row.GetInt64(0), new StoredComponent(key.Contains('\n', StringComparison.Ordinal) ? null : row.TextOrNull(2) ?? key, row.GetString(3), row.TextOrNull(4)));
    }
}
