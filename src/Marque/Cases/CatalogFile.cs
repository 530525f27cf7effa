using Marque.Legal;
using Marque.Text;

namespace Marque.Cases;

/// <summary>Reads the case's own catalogs, clause catalogs and bridges.</summary>
internal static class CatalogFile
{
    private static readonly string[] Reserved = ["cra", "remainder", "iec62443-4-1", "iec62443-4-2"];

    public static OwnCatalog ReadCatalog(Fields f)
    {
        var id = f.Required("catalog");
        if (Reserved.Contains(id, StringComparer.Ordinal)) f.Problem("catalog", "catalog.reserved", $"the prefix '{id}' belongs to the legal set", "choose a prefix of your own");
        var items = new List<CatalogItem>();
        foreach (var i in f.Each("items"))
        {
            items.Add(new CatalogItem(i.Required("id"), i.Text("title") ?? "", i.Text("summary") ?? "", i.Text("clause"), [.. i.Texts("componentTypes").Select(t => t.Value)], i.Whole("firstLevel", 1, 4), null, null, CanonicalJson.DigestOf(i.Map)));
            i.Done();
        }

        var catalog = new OwnCatalog(id, f.Text("for"), f.Flag("process") ?? false, items, f.Place) { Edition = EditionName.Read(f) };
        f.Text("title");
        f.Text("source");
        f.Done();
        return catalog;
    }

    public static Bridge ReadBridge(Fields f)
    {
        var id = f.Required("bridge");
        if (id.StartsWith("iec62443", StringComparison.Ordinal)) f.Problem("bridge", "bridge.reserved", $"the name '{id}' belongs to the legal set", "choose a name of your own");
        var points = new List<BridgePoint>();
        foreach (var p in f.Each("points"))
        {
            var pairs = new List<Pair>();
            foreach (var pair in p.Each("pairs"))
            {
                var reference = RequirementId.Of(pair.Required("requirement"));
                pairs.Add(new Pair(reference.Catalog ?? "", reference.Item, pair.OneOf("relation", "full", "partial") ?? "partial", pair.OneOf("role", "required", "supporting") == "supporting" ? PairRole.Supporting : PairRole.Required, pair.Required("rationale"), pair.Text("roleBecause") ?? "", [.. pair.Texts("sources").Select(s => s.Value)], CanonicalJson.DigestOf(pair.Map)));
                pair.Done();
            }

            points.Add(new BridgePoint(p.Required("point"), "partial", "low", null, [.. p.Texts("residual").Select(r => r.Value)], pairs, CanonicalJson.DigestOf(p.Map)));
            p.Done();
        }

        var bridge = new Bridge(id, f.Text("version") ?? "1", IsReviewed(f) ? "reviewed" : "draft", [.. f.Texts("from").Select(c => c.Value)], points, CanonicalJson.DigestOf(f.Map));
        f.Text("source");
        f.Done();
        return bridge;
    }

    /// <summary>Whether a person has reviewed a bridge or an edition map.</summary>
    public static bool IsReviewed(Fields f)
    {
        if (f.Nested("review") is not { } review) return false;
        var reviewed = review.OneOf("state", "draft", "reviewed") == "reviewed";
        if (!review.Has("state")) review.Missing("state");
        // A review that nobody made on no day is none.
        var by = review.Text("by");
        var on = review.Date("on");
        if (reviewed && by is null) review.Missing("by");
        if (reviewed && on is null && !review.Has("on")) review.Missing("on");
        review.Done();
        return reviewed;
    }
}
