using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Advisories.Suppliers;

/// <summary>The products of a CSAF document by their ids (CSAF 2.0 and 2.1, section 3.2.2): branches, full names, relationships, groups.</summary>
internal sealed class CsafProducts
{
    // A product that stands on another that stands on another …: no supplier nests deeper, and a loop ends here.
    private const int MostSteps = 16;

    // Groups named again and again multiply; the largest real documents stay below a tenth of this.
    private const int MostNamed = 2_000_000;

    private readonly Dictionary<string, SupplierProduct?> products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> relationships = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> groups = new(StringComparer.Ordinal);
    private int named;

    /// <summary>Reads <c>product_tree</c>.</summary>
    public CsafProducts(JsonElement tree)
    {
        foreach (var branch in tree.List("branches")) Branch(branch, new SupplierProduct(""));
        foreach (var product in tree.List("full_product_names")) Product(product, new SupplierProduct(""));
        foreach (var relationship in tree.List("relationships"))
        {
            if (relationship.Object("full_product_name").Text("product_id") is { } id) relationships.TryAdd(id, relationship);
        }

        foreach (var group in tree.List("product_groups"))
        {
            if (group.Text("group_id") is { } id) groups.TryAdd(id, [.. Texts(group, "product_ids")]);
        }
    }

    /// <summary>The product of that id; null when the tree has none.</summary>
    public SupplierProduct? Of(string id, int steps = 0)
    {
        if (products.TryGetValue(id, out var known)) return known;
        if (steps > MostSteps || !relationships.TryGetValue(id, out var relationship)) return null;
        products[id] = null;
        var part = relationship.Text("product_reference") is { } partId ? Of(partId, steps + 1) : null;
        var whole = relationship.Text("relates_to_product_reference") is { } wholeId ? Of(wholeId, steps + 1) : null;
        if (part is null || whole is null) return null;
        var name = relationship.Object("full_product_name");
        var own = Named(name, new SupplierProduct("") { Vendor = whole.Vendor });
        var product = whole with
        {
            Name = own.Name.Length > 0 ? own.Name : $"{part.Name} on {whole.Name}",
            // What identifies the combination identifies the part in it.
            Subcomponents = [part with { Purls = [.. own.Purls.Concat(part.Purls).Distinct()], Cpes = [.. own.Cpes.Concat(part.Cpes).Distinct(StringComparer.Ordinal)], Others = [.. own.Others.Concat(part.Others).Distinct(StringComparer.Ordinal)] }],
        };
        products[id] = product;
        return product;
    }

    /// <summary>The ids an item names, by itself and by group; null when it names none and so speaks of all.</summary>
    public HashSet<string>? Named(JsonElement item)
    {
        if (!item.TryGet("product_ids", JsonValueKind.Array, out _) && !item.TryGet("group_ids", JsonValueKind.Array, out _)) return null;
        var ids = new HashSet<string>(Texts(item, "product_ids"), StringComparer.Ordinal);
        foreach (var group in Texts(item, "group_ids"))
        {
            if (!groups.TryGetValue(group, out var members)) continue;
            Count(members.Count);
            ids.UnionWith(members);
        }

        Count(ids.Count);
        return ids;
    }

    /// <summary>Counts products that are named somewhere.</summary>
    /// <exception cref="Refusal">Too many.</exception>
    public void Count(int more)
    {
        named += more;
        if (named > MostNamed) throw new Refusal("csaf.too-large", $"the document names products more than {MostNamed} times");
    }

    /// <summary>The texts of a list field.</summary>
    public static IEnumerable<string> Texts(JsonElement item, string name) =>
        item.List(name).Where(t => t.ValueKind == JsonValueKind.String).Select(Clean).Where(t => t is not null)!;

    private void Branch(JsonElement branch, SupplierProduct above)
    {
        var name = branch.Text("name") ?? "";
        var here = branch.Text("category") switch
        {
            "vendor" => above with { Vendor = name },
            "product_name" => above with { Name = name },
            "product_version" => above with { Version = name, Range = "" },
            "product_version_range" => above with { Range = name, Version = "" },
            _ => above,
        };
        Product(branch.Object("product"), here);
        foreach (var inner in branch.List("branches")) Branch(inner, here);
    }

    private void Product(JsonElement product, SupplierProduct branch)
    {
        if (product.Text("product_id") is { } id) products.TryAdd(id, Named(product, branch));
    }

    private static SupplierProduct Named(JsonElement product, SupplierProduct branch)
    {
        var ids = new SupplierIds();
        var by = product.Object("product_identification_helper");
        if (by.Text("cpe") is { } cpe) ids.Cpe(cpe);
        if (by.Text("purl") is { } purl) ids.Purl(purl);
        foreach (var each in Texts(by, "purls")) ids.Purl(each);
        foreach (var hashes in by.List("hashes"))
        {
            foreach (var hash in hashes.List("file_hashes")) ids.Other(hash.Text("algorithm") ?? "hash", hash.Text("value") ?? "");
        }

        foreach (var each in Texts(by, "model_numbers")) ids.Other("model", each);
        foreach (var each in Texts(by, "serial_numbers")) ids.Other("serial", each);
        foreach (var each in Texts(by, "skus")) ids.Other("sku", each);
        foreach (var each in Texts(by, "sbom_urls")) ids.Other("sbom", each);
        foreach (var each in by.List("x_generic_uris")) ids.Other("uri", each.Text("uri") ?? "");

        // The branch says product and version apart; the full name is for people and stands in where there is no branch.
        return branch with { Name = branch.Name.Length > 0 ? branch.Name : product.Text("name") ?? "", Purls = ids.Purls, Cpes = ids.Cpes, Others = ids.Others };
    }

    private static string? Clean(JsonElement text)
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
