using System.Text.Json;
using Marque.Advisories.Feeds;
using Marque.Text.Reading;

namespace Marque.Advisories.Suppliers;

/// <summary>CSAF 2.0 and 2.1 documents of suppliers (OASIS Common Security Advisory Framework).</summary>
public static class SupplierCsaf
{
    /// <summary>The largest document, in bytes.</summary>
    public const int MaxDocument = 64 * 1024 * 1024;

    private static readonly (string List, SupplierStatus Status)[] Lists =
    [
        ("known_affected", SupplierStatus.Affected), ("first_affected", SupplierStatus.Affected), ("last_affected", SupplierStatus.Affected),
        ("fixed", SupplierStatus.Fixed), ("first_fixed", SupplierStatus.Fixed),
        ("known_not_affected", SupplierStatus.NotAffected), ("under_investigation", SupplierStatus.UnderInvestigation),
    ];

    /// <summary>Reads one document. Its product statuses become statements; scores, notes and references are not read.</summary>
    public static SupplierReading Read(Stream content) => SupplierDocuments.Read(content, MaxDocument, Document);

    private static SupplierReading Document(JsonElement root)
    {
        var head = root.Object("document");
        if (head.Text("csaf_version") is not ("2.0" or "2.1")) return SupplierDocuments.Refused("document.csaf_version is neither 2.0 nor 2.1");
        var tracking = head.Object("tracking");
        if (tracking.Text("id") is not { Length: > 0 } id) return SupplierDocuments.Refused("document.tracking.id is missing");
        var publisher = head.Object("publisher");
        var document = new SupplierDocument("csaf", id)
        {
            Version = tracking.Text("version") ?? "",
            Publisher = publisher.Text("name") ?? "",
            Namespace = publisher.Text("namespace") ?? "",
            Title = head.Text("title") ?? "",
            State = tracking.Text("status") ?? "",
            Released = FeedScan.Moment(tracking.Text("current_release_date")),
        };
        var products = new CsafProducts(root.Object("product_tree"));
        var statements = new List<SupplierStatement>();
        var refused = new List<RefusedRecord>();
        // A document that was withdrawn or superseded (2.1) lists nothing; one that does all the same states nothing any more.
        var gone = head.Text("category") is "csaf_withdrawn" or "csaf_superseded";
        var number = 0;
        foreach (var vulnerability in root.List("vulnerabilities"))
        {
            number++;
            var ids = Ids(vulnerability);
            if (gone) refused.Add(new(ids.Count > 0 ? ids[0] : $"vulnerability {number}", "the document is withdrawn or superseded"));
            else if (ids.Count == 0) refused.Add(new($"vulnerability {number}", "it has neither a CVE nor an id"));
            else Vulnerability(vulnerability, ids, document, products, statements, refused);
        }

        return new(document, statements, refused, "");
    }

    private static List<string> Ids(JsonElement vulnerability)
    {
        var ids = new List<string>();
        if (vulnerability.Text("cve") is { Length: > 0 } cve) ids.Add(cve);
        foreach (var id in vulnerability.List("ids"))
        {
            if (id.Text("text") is { Length: > 0 } text && !ids.Contains(text, StringComparer.Ordinal)) ids.Add(text);
        }

        return ids;
    }

    private static void Vulnerability(JsonElement vulnerability, List<string> ids, SupplierDocument document, CsafProducts products, List<SupplierStatement> statements, List<RefusedRecord> refused)
    {
        var status = new Dictionary<string, SupplierStatus>(StringComparer.Ordinal);
        var order = new List<string>();
        var contradicted = new HashSet<string>(StringComparer.Ordinal);
        var lists = vulnerability.Object("product_status");
        foreach (var (list, stated) in Lists)
        {
            foreach (var id in CsafProducts.Texts(lists, list))
            {
                products.Count(1);
                if (status.TryAdd(id, stated)) order.Add(id);
                else if (status[id] != stated) contradicted.Add(id);
            }
        }

        foreach (var id in CsafProducts.Texts(lists, "unknown"))
        {
            if (!status.ContainsKey(id)) refused.Add(new(ids[0], $"the status of product {id} is unknown to the supplier"));
        }

        var details = new CsafDetails(vulnerability, products);
        var together = new Dictionary<(SupplierStatus Status, CsafDetails.Said Said), List<SupplierProduct>>(ByReference.Instance);
        foreach (var id in order)
        {
            if (!Stands(id, ids[0], products, contradicted, refused)) continue;
            var key = (status[id], details.Of(id, status[id]));
            if (!together.TryGetValue(key, out var members)) together[key] = members = [];
            members.Add(products.Of(id)!);
        }

        foreach (var (key, members) in together)
        {
            statements.Add(new(ids, key.Status, members, document) { Justification = key.Said.Justification, Impact = key.Said.Impact, Action = key.Said.Action, At = document.Released });
        }
    }

    private static bool Stands(string product, string vulnerability, CsafProducts products, HashSet<string> contradicted, List<RefusedRecord> refused)
    {
        // Mandatory tests 6.1.1 (an id must be in the tree) and 6.1.6 (no product may have two statuses that exclude each other).
        var reason = contradicted.Contains(product) ? $"the product {product} has statuses that contradict each other" : products.Of(product) is null ? $"the product {product} is not in the product tree" : null;
        if (reason is not null) refused.Add(new(vulnerability, reason));
        return reason is null;
    }

    // What is said alike is one object, and long: it is not compared by its characters for every product.
    private sealed class ByReference : IEqualityComparer<(SupplierStatus Status, CsafDetails.Said Said)>
    {
        public static readonly ByReference Instance = new();

        public bool Equals((SupplierStatus Status, CsafDetails.Said Said) x, (SupplierStatus Status, CsafDetails.Said Said) y) => x.Status == y.Status && ReferenceEquals(x.Said, y.Said);

        public int GetHashCode((SupplierStatus Status, CsafDetails.Said Said) obj) => HashCode.Combine(obj.Status, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Said));
    }
}
