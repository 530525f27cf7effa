using System.Text.Json;
using Marque.Advisories.Feeds;
using Marque.Text.Reading;

namespace Marque.Advisories.Suppliers;

/// <summary>The components of a CycloneDX document by their references: what a statement is about, and the product it is in.</summary>
internal sealed class CycloneDxProducts
{
    private readonly Dictionary<string, SupplierProduct> byRef = new(StringComparer.Ordinal);

    /// <summary>Reads the components.</summary>
    /// <param name="root">The document.</param>
    /// <param name="subject"><c>metadata.component</c>: the product that all others are in, where there is one.</param>
    public CycloneDxProducts(JsonElement root, JsonElement subject)
    {
        SupplierProduct? whole = null;
        if (subject.ValueKind == JsonValueKind.Object)
        {
            whole = Product(subject);
            Put(subject, whole);
            foreach (var inner in subject.List("components")) Component(inner, whole);
        }

        foreach (var component in root.List("components").Concat(root.List("services"))) Component(component, whole);
    }

    /// <summary>What a vulnerability affects.</summary>
    public List<SupplierProduct> Of(JsonElement vulnerability, string id, List<RefusedRecord> refused)
    {
        var products = new List<SupplierProduct>();
        foreach (var affected in vulnerability.List("affects"))
        {
            if (affected.Text("ref") is not { } reference) continue;
            if (byRef.TryGetValue(reference, out var product)) products.AddRange(Versions(affected, product));
            // A BOM-Link (CycloneDX, urn:cdx:serial/version#ref) names a component of another document: what follows the # may be its package URL.
            else if (Linked(reference) is { } linked) products.AddRange(Versions(affected, linked));
            else refused.Add(new(id, $"it affects '{reference}', which the document does not hold"));
        }

        return products;
    }

    // Versions that are said to be unaffected are not what the state is about.
    private static IEnumerable<SupplierProduct> Versions(JsonElement affected, SupplierProduct product)
    {
        var versions = affected.List("versions").Where(v => v.Text("status") is null or "affected").ToList();
        if (versions.Count == 0) return [product];
        return versions.Select(v => product.Subcomponents is [var inner]
            ? product with { Subcomponents = [inner with { Version = v.Text("version") ?? "", Range = v.Text("range") ?? "" }] }
            : product with { Version = v.Text("version") ?? "", Range = v.Text("range") ?? "" });
    }

    private static SupplierProduct? Linked(string reference)
    {
        if (!reference.StartsWith("urn:cdx:", StringComparison.Ordinal)) return null;
        var at = reference.IndexOf('#', StringComparison.Ordinal);
        var ids = new SupplierIds();
        ids.Add(at < 0 ? reference : Uri.UnescapeDataString(reference[(at + 1)..]));
        if (ids.Purls.Count == 0) ids.Other("link", reference);
        return new SupplierProduct("") { Purls = ids.Purls, Cpes = ids.Cpes, Others = ids.Others };
    }

    private void Component(JsonElement component, SupplierProduct? whole)
    {
        var own = Product(component);
        Put(component, whole is null ? own : whole with { Subcomponents = [own] });
        foreach (var inner in component.List("components")) Component(inner, whole ?? own);
    }

    private void Put(JsonElement component, SupplierProduct product)
    {
        if (component.Text("bom-ref") is { Length: > 0 } reference) byRef.TryAdd(reference, product);
    }

    private static SupplierProduct Product(JsonElement component)
    {
        var ids = new SupplierIds();
        if (component.Text("purl") is { Length: > 0 } purl) ids.Purl(purl);
        if (component.Text("cpe") is { Length: > 0 } cpe) ids.Cpe(cpe);
        foreach (var hash in component.List("hashes")) ids.Other(hash.Text("alg") ?? "hash", hash.Text("content") ?? "");
        return new SupplierProduct(component.Text("name") ?? "")
        {
            Vendor = component.Object("supplier").Text("name") ?? component.Text("publisher") ?? "",
            Version = component.Text("version") ?? "",
            Purls = ids.Purls,
            Cpes = ids.Cpes,
            Others = ids.Others,
        };
    }
}
