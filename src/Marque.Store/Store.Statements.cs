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
        var rows = statements.SelectMany(s => s.Vulnerabilities.Distinct(StringComparer.Ordinal).Select(v => (Vulnerability: v, Statement: s, Because: Because(document, s), Products: s.Products.SelectMany(Purls).Distinct().ToList()))).ToList();
        var before = Sql.Rows(database, "select vulnerability || char(10) || status || char(10) || because || char(10) || coalesce((select group_concat(purl || ' ' || version || ' ' || range, char(10)) from (select * from supplier_product where statement = s.id order by rowid)), '') from supplier_statement s where document = @1 and feed = @2", row => row.GetString(0), name, id);
        var after = rows.Select(r => $"{r.Vulnerability}\n{Word(r.Statement.Status)}\n{r.Because}\n{string.Join('\n', r.Products.Select(p => $"{p.Purl} {p.Version} {p.Range}"))}").ToList();
        if (before.Order(StringComparer.Ordinal).SequenceEqual(after.Order(StringComparer.Ordinal), StringComparer.Ordinal)) return false;
        Sql.Run(database, "delete from supplier_statement where document = @1 and feed = @2", name, id);
        using var add = Sql.Prepared(database, "insert into supplier_product (statement, purl, version, range) values (@1, @2, @3, @4)");
        foreach (var (vulnerability, statement, because, products) in rows)
        {
            var row = Sql.Scalar<long>(
                database,
                "insert into supplier_statement (feed, vulnerability, supplier, status, because, document, stated_at) values (@1, @2, @3, @4, @5, @6, @7) returning id",
                id,
                vulnerability,
                document.Publisher,
                Word(statement.Status),
                because,
                name,
                (statement.At ?? document.Released)?.Text());
            foreach (var (purl, version, range) in products) add.With(row, purl, version, range).ExecuteNonQuery();
        }

        return true;
    }

    /// <summary>How many documents a feed of statements holds.</summary>
    /// <param name="feed">The feed's name.</param>
    public long CountDocuments(string feed) => Sql.Scalar<long>(database, "select count(distinct document) from supplier_statement where feed = @1", IdOfFeed(feed));

    /// <summary>What suppliers state of one vulnerability in one component, the newest first.</summary>
    /// <param name="ids">Every id of the vulnerability.</param>
    /// <param name="component">The component.</param>
    public IReadOnlyList<StatedStatus> StatementsOf(IEnumerable<string> ids, Purl component)
    {
        var found = new List<(string? At, StatedStatus Status)>();
        foreach (var id in ids)
        {
            found.AddRange(Sql.Rows(
                database,
                "select s.stated_at, s.supplier, s.status, s.because, p.purl, p.version, p.range from supplier_statement s join supplier_product p on p.statement = s.id where s.vulnerability = @1",
                row => (At: row.TextOrNull(0), Status: new StatedStatus(row.GetString(1), row.GetString(2), row.GetString(6) is { Length: > 0 } range ? $"{row.GetString(3)}; for {range}" : row.GetString(3)), Purl: row.GetString(4), Version: row.GetString(5)),
                id).Where(r => IsOf(r.Purl, r.Version, component)).Select(r => (r.At, r.Status)));
        }

        return [.. found.OrderByDescending(f => f.At, StringComparer.Ordinal).Select(f => f.Status).Distinct()];
    }

    private static bool IsOf(string purl, string version, Purl component) =>
        Purl.Read(purl).Purl is { } stated && stated.Type == component.Type && stated.Namespace == component.Namespace && stated.Name == component.Name
        && (stated.Version.Length > 0 ? stated.Version == component.Version : version.Length == 0 || version == component.Version);

    private static IEnumerable<(string Purl, string Version, string Range)> Purls(SupplierProduct product) =>
        product.Subcomponents.Count > 0 ? product.Subcomponents.SelectMany(Purls) : product.Purls.Select(p => (p.ToString(), product.Version, product.Range));

    private static string Because(SupplierDocument document, SupplierStatement statement)
    {
        string[] said = [statement.Justification.Replace('_', ' '), statement.Impact, statement.Action, $"{document.Id}{(document.Version.Length > 0 ? $" version {document.Version}" : "")}"];
        return string.Join("; ", said.Where(s => s.Length > 0));
    }

    private static string Word(SupplierStatus status) => status switch
    {
        SupplierStatus.NotAffected => "not_affected",
        SupplierStatus.Affected => "affected",
        SupplierStatus.Fixed => "fixed",
        _ => "under_investigation",
    };
}
