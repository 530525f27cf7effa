namespace Marque.Legal.Reading;

/// <summary>Reads catalogs, bridges and the remainder.</summary>
internal static class CatalogFiles
{
    public static void Catalog(Entry root, Parts parts)
    {
        var items = new List<CatalogItem>();
        var catalog = new Catalog(root.Text("id"), root.Text("edition"), root.Text("title"), root.Flag("process"), items) { Groups = [.. Groups(root, "practices"), .. Groups(root, "groups")] };
        root.Ignore("componentTypes");
        foreach (var e in root.Each("items"))
        {
            var item = new CatalogItem(e.Text("id"), e.Text("title"), e.Text("summary"), e.Optional("clause"), e.Texts("componentTypes"), e.Whole("firstLevel", 1, 4), e.Optional("levelConfidence"), e.Optional("enhancementOf"), e.Digest)
            {
                Group = e.Optional("group"),
                TypicalEvidence = e.Texts("typicalEvidence"),
                LevelNote = e.Optional("levelNote"),
            };
            if (item.FirstLevel is null != item.LevelConfidence is null) e.Problem("levelConfidence", "legal.inconsistent", "a level and its confidence go together");
            if (item.EnhancementOf is { } b && !items.Exists(i => i.Id == b)) e.Problem("enhancementOf", "legal.unresolved", $"no item '{b}' stands before it");
            e.Ignore("independence");
            parts.Places[item] = e;
            items.Add(item);
            e.Done();
        }

        parts.Places[catalog] = root;
        parts.Catalogs.Add(catalog);
    }

    private static List<(string Id, string Title)> Groups(Entry root, string key)
    {
        var groups = new List<(string, string)>();
        foreach (var e in root.Each(key))
        {
            groups.Add((e.Text("id"), e.Text("title")));
            e.Ignore("clause", "summary");
            e.Done();
        }

        return groups;
    }

    public static void Bridge(Entry root, Parts parts)
    {
        var points = new List<BridgePoint>();
        var sources = root.Legend("sources");
        var bridge = new Bridge(root.Text("id"), root.Text("version"), root.OneOf("status", "draft", "reviewed"), parts.ReferEach(root, "from", Refers.Catalog), points, root.Digest) { Sources = sources };
        root.Ignore("semantics", "unmapped");
        foreach (var b in root.Each("beyondAnnexI"))
        {
            b.Ignore("ref", "topic", "support", "relation", "sources");
            b.Done();
        }

        foreach (var e in root.Each("points"))
        {
            var pairs = new List<Pair>();
            foreach (var p in e.Each("pairs")) pairs.Add(PairOf(p, sources, parts));
            var point = new BridgePoint(parts.Refer(e, "point", Refers.Point), e.OneOf("overall", "none", "partial", "full"), e.OneOf("confidence", "low", "medium", "high"), e.Whole("floor", 1, 4), e.Texts("residual"), pairs, e.Digest)
            {
                FloorNote = e.Optional("floorNote"),
                Disagreement = e.Optional("disagreement"),
            };
            e.Ignore("overallByCatalog", "overallAtLevel");
            parts.Places[point] = e;
            points.Add(point);
            e.Done();
        }

        parts.Places[bridge] = root;
        parts.Bridges.Add(bridge);
    }

    public static void Remainder(Entry root, Parts parts)
    {
        root.Ignore("semantics");
        foreach (var e in root.Each("items"))
        {
            var item = new RemainderItem(e.Text("id"), parts.Refer(e, "target", Refers.PointOrObligation), e.Text("title"), e.Text("demand"), Words.TagOf(e, "tag"), parts.Refer(e, "basis", Refers.Citation), e.Optional("condition"), e.Text("workstream"), e.Text("shows"), e.Flag("computable"), e.Digest) { HeldIn = e.Texts("heldIn") };
            parts.Places[item] = e;
            parts.Remainder.Add(item);
            e.Done();
        }
    }

    private static Pair PairOf(Entry p, IReadOnlyDictionary<string, string> sources, Parts parts)
    {
        var role = p.OneOf("role", "required", "supporting") == "required" ? PairRole.Required : PairRole.Supporting;
        var pair = new Pair(p.Text("catalog"), p.Text("item"), p.OneOf("relation", "partial", "full"), role, p.Text("rationale"), p.Text("roleBecause"), p.Texts("sources"), p.Digest);
        foreach (var code in pair.Sources)
        {
            if (!sources.ContainsKey(code)) p.Problem("sources", "legal.unresolved", $"the source '{code}' is not in the legend");
        }

        if (pair.Sources.Count == 0) p.Problem("sources", "legal.missing-key", "a pair without a source", "name at least one; OWN is our own judgement");
        p.Ignore("note");
        parts.Places[pair] = p;
        p.Done();
        return pair;
    }
}
