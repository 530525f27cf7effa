using Marque.Advisories;
using Marque.Advisories.Suppliers;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Store;

/// <content>What suppliers state of vulnerabilities in their products.</content>
public sealed partial class Store
{
    /// <summary>Puts a document of statements in the place of an earlier version of it in the same feed.</summary>
    /// <param name="feed">The feed's name; its row is there.</param>
    /// <param name="document">The document.</param>
    /// <param name="statements">What it states.</param>
    /// <returns>Whether it says something else than what was there.</returns>
    public bool PutStatements(string feed, SupplierDocument document, IReadOnlyList<SupplierStatement> statements)
    {
        var id = IdOfFeed(feed);
        var name = $"{document.Format} {document.Namespace} {document.Id}";
        // The version stands in front of each reason, so that a changed document is told from an unchanged one by what it says.
        var rows = statements.SelectMany(s => s.Vulnerabilities.Distinct(StringComparer.Ordinal).Select(v => (Vulnerability: v, Statement: s, Because: Because(document, s), Products: s.Products.SelectMany(Packages).Distinct().ToList()))).ToList();
        var before = Sql.Rows(database, "select vulnerability || char(10) || status || char(10) || because || char(10) || coalesce((select group_concat(purl || ' ' || version || ' ' || range || ' ' || inside || ' ' || inside_purl || ' ' || inside_version, char(10)) from (select * from supplier_product where statement = s.id order by rowid)), '') from supplier_statement s where document = @1 and feed = @2", row => row.GetString(0), name, id);
        var after = rows.Select(r => $"{r.Vulnerability}\n{r.Statement.Status.Word()}\n{r.Because}\n{string.Join('\n', r.Products.Select(p => p.Text))}").ToList();
        if (before.Order(StringComparer.Ordinal).SequenceEqual(after.Order(StringComparer.Ordinal), StringComparer.Ordinal)) return false;
        var newest = Sql.Rows(database, "select coalesce(max(stated_at), '') from supplier_statement where document = @1 and feed = @2", row => row.GetString(0), name, id)[0];
        var stated = statements.Select(s => s.At ?? document.Released).Append(document.Released).Max()?.Text();
        // An older version does not come back.
        if (stated is not null && string.CompareOrdinal(stated, newest) < 0) return false;
        Sql.Run(database, "delete from supplier_statement where document = @1 and feed = @2", name, id);
        using var add = Sql.Prepared(database, "insert into supplier_product (statement, purl, version, range, inside, inside_purl, inside_version) values (@1, @2, @3, @4, @5, @6, @7)");
        foreach (var (vulnerability, statement, because, products) in rows)
        {
            var row = Sql.Scalar<long>(
                database,
                "insert into supplier_statement (feed, vulnerability, supplier, status, because, document, stated_at) values (@1, @2, @3, @4, @5, @6, @7) returning id",
                id,
                vulnerability,
                document.Publisher,
                statement.Status.Word(),
                because,
                name,
                (statement.At ?? document.Released)?.Text());
            foreach (var p in products) add.With(row, p.Purl, p.Version, p.Range, p.Inside, p.InsidePurl, p.InsideVersion).ExecuteNonQuery();
        }

        return true;
    }

    /// <summary>How many documents a feed of statements holds.</summary>
    /// <param name="feed">The feed's name.</param>
    public long CountDocuments(string feed) => Sql.Scalar<long>(database, "select count(distinct document) from supplier_statement where feed = @1", IdOfFeed(feed));

    /// <summary>What suppliers state of one vulnerability in one component, the newest first: of the component, of what the bill of materials describes as a whole, and of the component inside a product that the bill of materials names.</summary>
    /// <param name="ids">Every id of the vulnerability.</param>
    /// <param name="component">The component.</param>
    /// <param name="named">What the bill of materials names.</param>
    public IReadOnlyList<StatedStatus> StatementsOf(IEnumerable<string> ids, Purl component, NamedPackages named)
    {
        var found = new List<(string? At, StatedStatus Status)>();
        using var query = Sql.Prepared(database, "select s.stated_at, s.supplier, s.status, s.because, p.purl, p.version, p.range, p.inside, p.inside_purl, p.inside_version from supplier_statement s join supplier_product p on p.statement = s.id where s.vulnerability = @1");
        foreach (var id in ids)
        {
            foreach (var row in query.With(id).Rows(r => (At: r.TextOrNull(0), Supplier: r.GetString(1), Status: r.GetString(2), Because: r.GetString(3), Stated: new Stated(r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8), r.GetString(9)))))
            {
                if (Concerns(row.Stated, component, named) is not { } of) continue;
                var status = SupplierStatuses.Parse(row.Status) ?? throw Unknown($"a statement of {row.Supplier} has the status '{row.Status}'");
                found.Add((row.At, new StatedStatus(row.Supplier, status, string.Concat(row.Because, row.Stated.Range.Length > 0 ? $"; for {row.Stated.Range}" : "", of))));
            }
        }

        return [.. found.OrderByDescending(f => f.At, StringComparer.Ordinal).Select(f => f.Status).Distinct()];
    }

    // How it concerns the component, in words; null: it does not. Of a component inside a product nothing is stated elsewhere (OpenVEX, "Subcomponent"; CSAF 2.0, section 3.2.2.4).
    private static string? Concerns(in Stated stated, Purl component, NamedPackages named)
    {
        var isOf = NamedPackages.Is(stated.Purl, stated.Version, component);
        if (stated.Inside.Length == 0 && stated.InsidePurl.Length == 0) return isOf ? "" : named.IsSubject(stated.Purl, stated.Version) ? $"; of {stated.Purl} as a whole" : null;
        if (!isOf) return null;
        // A product without package URL cannot be looked for: its name is told.
        if (stated.InsidePurl.Length == 0) return $"; inside {stated.Inside} alone";
        return named.Has(stated.InsidePurl, stated.InsideVersion) ? $"; inside {stated.InsidePurl} alone" : null;
    }

    // Of each component inside a product one row for each of the product's package URLs; a product inside another is a component of the outermost.
    private static IEnumerable<Stated> Packages(SupplierProduct product)
    {
        if (product.Subcomponents.Count == 0) return product.Purls.Select(p => new Stated(p.ToString(), product.Version, product.Range, "", "", ""));
        IEnumerable<string> wholes = product.Purls.Count > 0 ? product.Purls.Select(p => p.ToString()) : [""];
        var name = product.Name.Length > 0 ? product.Name : product.Cpes.Concat(product.Others).FirstOrDefault() ?? "";
        return Innermost(product).SelectMany(part => part.Purls.SelectMany(p => wholes.Select(w => new Stated(p.ToString(), part.Version, part.Range, name.Length == 0 && w.Length == 0 ? "a product without name" : name, w, product.Version))));
    }

    private static IEnumerable<SupplierProduct> Innermost(SupplierProduct product) => product.Subcomponents.SelectMany(s => s.Subcomponents.Count == 0 ? [s] : Innermost(s));

    private static string Because(SupplierDocument document, SupplierStatement statement)
    {
        string[] said = [statement.Justification.Replace('_', ' '), statement.Impact, statement.Action, $"{document.Id}{(document.Version.Length > 0 ? $" version {document.Version}" : "")}"];
        return string.Join("; ", said.Where(s => s.Length > 0));
    }

    // A package that something is stated of: version and range as stated, and the product it is inside of, empty where it is one itself.
    private readonly record struct Stated(string Purl, string Version, string Range, string Inside, string InsidePurl, string InsideVersion)
    {
        public string Text => $"{Purl} {Version} {Range} {Inside} {InsidePurl} {InsideVersion}";
    }
}
