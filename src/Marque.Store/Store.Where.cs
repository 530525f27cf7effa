namespace Marque.Store;

/// <summary>A component version in a release, by the bill of materials that names it.</summary>
/// <param name="Release">The release; null: a bill of materials that belongs to none.</param>
/// <param name="Sbom">The digest of the bill of materials.</param>
/// <param name="Component">The component's id.</param>
public readonly record struct Placed(StoredRelease? Release, Text.Digest Sbom, int Component);

/// <content>Where components are.</content>
public sealed partial class Store
{
    /// <summary>Every bill of materials that names one of the components, with its releases.</summary>
    /// <param name="components">Ids of components.</param>
    public IReadOnlyList<Placed> PlacesOf(IReadOnlyCollection<int> components)
    {
        var sets = new Dictionary<long, List<int>>();
        using var query = Sql.Prepared(database, "select sp.component_set, sp.piece, p.bits from set_piece sp join piece p on p.id = sp.piece where sp.number = @1 order by sp.piece");
        foreach (var group in components.Distinct().GroupBy(id => id / ComponentSet.Span))
        {
            List<int> asked = [.. group.Order()];
            var (piece, found) = (-1L, new List<int>());
            using var rows = query.With((long)group.Key).ExecuteReader();
            var buffer = new byte[ComponentSet.Span / 8];
            while (rows.Read())
            {
                if (rows.GetInt64(1) != piece)
                {
                    piece = rows.GetInt64(1);
                    var length = (int)rows.GetBytes(2, 0, buffer, 0, buffer.Length);
                    found = asked.FindAll(id => ComponentSet.Has(buffer.AsSpan(0, length), id));
                }

                if (found.Count == 0) continue;
                if (!sets.TryGetValue(rows.GetInt64(0), out var ids)) sets.Add(rows.GetInt64(0), ids = []);
                ids.AddRange(found);
            }
        }

        var places = new List<Placed>();
        using var sboms = Sql.Prepared(database, "select b.sha256, r.product, r.version, r.line, r.supported, r.first_placed, r.last_placed from sbom b left join release_sbom rb on rb.sbom = b.id left join release r on r.id = rb.release where b.component_set = @1");
        foreach (var (set, ids) in sets)
        {
            using var rows = sboms.With(set).ExecuteReader();
            while (rows.Read())
            {
                _ = Text.Digest.TryParse(rows.GetString(0), out var digest);
                var release = rows.IsDBNull(1) ? null : new StoredRelease(rows.GetString(1), rows.GetString(2))
                {
                    Line = rows.TextOrNull(3),
                    IsSupported = rows.IsDBNull(4) ? null : rows.GetInt64(4) != 0,
                    FirstPlaced = Times.Day(rows.TextOrNull(5)),
                    LastPlaced = Times.Day(rows.TextOrNull(6)),
                };
                places.AddRange(ids.Select(id => new Placed(release, digest, id)));
            }
        }

        return places;
    }
}
