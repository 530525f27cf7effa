using System.Globalization;
using System.Text.Json;
using Marque.Advisories.Feeds;
using Marque.Text.Reading;

namespace Marque.Advisories.Suppliers;

/// <summary>What a CycloneDX document states of vulnerabilities (<c>vulnerabilities[].analysis</c>, 1.4 to 1.7, JSON): VEX, alone or inside a bill of materials.</summary>
public static class SupplierCycloneDx
{
    /// <summary>The largest document, in bytes.</summary>
    public const int MaxDocument = 64 * 1024 * 1024;

    /// <summary>The property in which Marque keeps the label that CycloneDX has none for.</summary>
    public const string JustificationProperty = "marque:justification";

    private static readonly (string State, SupplierStatus Status)[] States =
    [
        ("exploitable", SupplierStatus.Affected), ("in_triage", SupplierStatus.UnderInvestigation), ("not_affected", SupplierStatus.NotAffected), ("resolved", SupplierStatus.Fixed),
        ("false_positive", SupplierStatus.NotAffected), ("resolved_with_pedigree", SupplierStatus.Fixed),
    ];

    /// <summary>Reads one document.</summary>
    public static SupplierReading Read(Stream content) => SupplierDocuments.Read(content, MaxDocument, Document);

    private static SupplierReading Document(JsonElement root)
    {
        if (root.Text("bomFormat") != "CycloneDX") return SupplierDocuments.Refused("bomFormat is not CycloneDX");
        var metadata = root.Object("metadata");
        var products = new CycloneDxProducts(root, metadata.Object("component"));
        var document = new SupplierDocument("cyclonedx", root.Text("serialNumber") ?? "")
        {
            Version = root.TryGet("version", JsonValueKind.Number, out var version) && version.TryGetInt64(out var issue) ? issue.ToString(CultureInfo.InvariantCulture) : "",
            Publisher = metadata.Object("supplier").Text("name") ?? metadata.Object("manufacturer").Text("name") ?? metadata.Object("manufacture").Text("name") ?? "",
            Title = metadata.Object("component").Text("name") ?? "",
            Released = FeedScan.Moment(metadata.Text("timestamp")),
        };
        var statements = new List<SupplierStatement>();
        var refused = new List<RefusedRecord>();
        var at = 0;
        foreach (var vulnerability in root.List("vulnerabilities"))
        {
            at++;
            var ids = Ids(vulnerability);
            if (Statement(vulnerability, ids, document, products, refused, out var read) is { } reason) refused.Add(new(ids.Count > 0 ? ids[0] : $"vulnerability {at}", reason));
            else statements.Add(read!);
        }

        return new(document, statements, refused, "");
    }

    private static string? Statement(JsonElement vulnerability, List<string> ids, SupplierDocument document, CycloneDxProducts products, List<RefusedRecord> refused, out SupplierStatement? read)
    {
        read = null;
        if (ids.Count == 0) return "it names no vulnerability";
        var analysis = vulnerability.Object("analysis");
        if (analysis.Text("state") is not { } state) return "nothing is stated of it: it has no analysis state";
        var (word, status) = Array.Find(States, s => s.State == state);
        if (word is null) return $"the state '{state}' is none that CycloneDX knows";
        var affects = products.Of(vulnerability, ids[0], refused);
        if (affects.Count == 0) return "it names nothing that the document holds";
        var label = vulnerability.List("properties").FirstOrDefault(p => p.Text("name") == JustificationProperty).Text("value");
        read = new(ids, status, affects, document)
        {
            StatedAs = state is "false_positive" or "resolved_with_pedigree" ? state : "",
            Responses = [.. CsafProducts.Texts(analysis, "response")],
            Justification = label ?? analysis.Text("justification") ?? "",
            Impact = analysis.Text("detail") ?? "",
            Action = vulnerability.Text("recommendation") ?? vulnerability.Text("workaround") ?? "",
            At = FeedScan.Moment(analysis.Text("lastUpdated")) ?? FeedScan.Moment(analysis.Text("firstIssued")) ?? FeedScan.Moment(vulnerability.Text("updated")) ?? document.Released,
        };
        return null;
    }

    private static List<string> Ids(JsonElement vulnerability)
    {
        var ids = new List<string>();
        if (vulnerability.Text("id") is { Length: > 0 } id) ids.Add(id);
        foreach (var reference in vulnerability.List("references"))
        {
            if (reference.Text("id") is { Length: > 0 } other && !ids.Contains(other, StringComparer.Ordinal)) ids.Add(other);
        }

        return ids;
    }
}
