using System.Globalization;
using System.Text.Json;
using Marque.Advisories.Feeds;
using Marque.Text.Reading;

namespace Marque.Advisories.Suppliers;

/// <summary>OpenVEX documents of suppliers, 0.2.0, and the older forms its specification names as deprecated (https://github.com/openvex/spec).</summary>
public static class SupplierOpenVex
{
    /// <summary>The largest document, in bytes.</summary>
    public const int MaxDocument = 64 * 1024 * 1024;

    private const string Context = "https://openvex.dev/ns";

    private static readonly string[] Justifications = ["component_not_present", "vulnerable_code_not_present", "vulnerable_code_not_in_execute_path", "vulnerable_code_cannot_be_controlled_by_adversary", "inline_mitigations_already_exist"];

    /// <summary>Reads one document.</summary>
    public static SupplierReading Read(Stream content) => SupplierDocuments.Read(content, MaxDocument, Document);

    private static SupplierReading Document(JsonElement root)
    {
        if (!Contexts(root).Any(c => c == Context || c.StartsWith(Context + "/", StringComparison.Ordinal))) return SupplierDocuments.Refused("@context is not that of OpenVEX");
        if (root.Text("@id") is not { Length: > 0 } id) return SupplierDocuments.Refused("@id is missing");
        if (root.Text("author") is not { Length: > 0 } author) return SupplierDocuments.Refused("the author is missing");
        if (FeedScan.Moment(root.Text("timestamp")) is not { } issued) return SupplierDocuments.Refused("the timestamp is missing or no instant");
        var document = new SupplierDocument("openvex", id)
        {
            Version = root.TryGet("version", JsonValueKind.Number, out var version) && version.TryGetInt64(out var number) ? number.ToString(CultureInfo.InvariantCulture) : root.Text("version") ?? "",
            Publisher = author,
            Released = FeedScan.Moment(root.Text("last_updated")) ?? issued,
        };
        var statements = new List<SupplierStatement>();
        var refused = new List<RefusedRecord>();
        var at = 0;
        foreach (var statement in root.List("statements"))
        {
            at++;
            var ids = Ids(statement);
            if (Statement(statement, ids, document, out var read) is { } reason) refused.Add(new(ids.Count > 0 ? ids[0] : $"statement {at}", reason));
            else statements.Add(read!);
        }

        return new(document, statements, refused, "");
    }

    private static string? Statement(JsonElement statement, List<string> ids, SupplierDocument document, out SupplierStatement? read)
    {
        read = null;
        if (ids.Count == 0) return "it names no vulnerability";
        if (SupplierStatuses.Parse(statement.Text("status")) is not { } status) return "the status is none of not_affected, affected, fixed, under_investigation";
        var (justification, impact) = (statement.Text("justification") ?? "", statement.Text("impact_statement") ?? "");
        if (justification.Length > 0 && !Justifications.Contains(justification, StringComparer.Ordinal)) return "the justification is none that OpenVEX knows";
        if (status == SupplierStatus.NotAffected && justification.Length == 0 && impact.Length == 0) return "not_affected stands without a justification or an impact statement";
        var products = Products(statement, "products");
        if (products.Count == 0) return "it names no product";
        // Before 0.2.0 the subcomponents stood beside the products and were those of all.
        var parts = Products(statement, "subcomponents");
        if (parts.Count > 0) products = [.. products.Select(p => p.Subcomponents.Count > 0 ? p : p with { Subcomponents = parts })];
        read = new(ids, status, products, document)
        {
            Justification = justification,
            Impact = impact,
            Action = statement.Text("action_statement") ?? "",
            At = FeedScan.Moment(statement.Text("last_updated")) ?? FeedScan.Moment(statement.Text("timestamp")) ?? document.Released,
        };
        return null;
    }

    private static List<string> Ids(JsonElement statement)
    {
        var ids = new List<string>();
        if (statement.Text("vulnerability") is { Length: > 0 } plain) ids.Add(plain);
        var vulnerability = statement.Object("vulnerability");
        if (vulnerability.Text("name") is { Length: > 0 } name) ids.Add(name);
        foreach (var alias in CsafProducts.Texts(vulnerability, "aliases"))
        {
            if (!ids.Contains(alias, StringComparer.Ordinal)) ids.Add(alias);
        }

        if (ids.Count == 0 && vulnerability.Text("@id") is { Length: > 0 } address) ids.Add(address);
        return ids;
    }

    private static List<SupplierProduct> Products(JsonElement holder, string name)
    {
        var products = new List<SupplierProduct>();
        foreach (var item in holder.List(name))
        {
            var ids = new SupplierIds();
            if (item.ValueKind == JsonValueKind.String && Plain(item) is { } plain) ids.Add(plain);
            if (item.Text("@id") is { Length: > 0 } id) ids.Add(id);
            var identifiers = item.Object("identifiers");
            if (identifiers.Text("purl") is { Length: > 0 } purl) ids.Purl(purl);
            if (identifiers.Text("cpe22") is { Length: > 0 } cpe22) ids.Cpe(cpe22);
            if (identifiers.Text("cpe23") is { Length: > 0 } cpe23) ids.Cpe(cpe23);
            if (item.Object("hashes") is { ValueKind: JsonValueKind.Object } hashes)
            {
                foreach (var hash in hashes.EnumerateObject())
                {
                    if (hash.Value.ValueKind == JsonValueKind.String && hashes.Text(hash.Name) is { } value) ids.Other(hash.Name, value);
                }
            }

            if (ids.IsEmpty) continue;
            products.Add(new SupplierProduct("") { Purls = ids.Purls, Cpes = ids.Cpes, Others = ids.Others, Subcomponents = item.ValueKind == JsonValueKind.Object ? Products(item, "subcomponents") : [] });
        }

        return products;
    }

    private static IEnumerable<string> Contexts(JsonElement root) => root.Text("@context") is { } one ? [one] : CsafProducts.Texts(root, "@context");

    private static string? Plain(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
