namespace Marque.Legal.Reading;

/// <summary>Pairs name items of the bridge's catalogs, and floors follow from the items.</summary>
internal static class BridgeChecks
{
    /// <summary>Not an item: stands for the items selected for the parts.</summary>
    public const string SelectedSet = "selected-set";

    public static void Run(LegalSet set, Parts parts)
    {
        foreach (var bridge in set.Bridges)
        {
            var catalogs = new Dictionary<string, Dictionary<string, CatalogItem>>(StringComparer.Ordinal);
            foreach (var catalog in set.Catalogs.Where(c => bridge.From.Contains($"{c.Id}:{c.Edition}", StringComparer.Ordinal)))
            {
                var items = catalogs[catalog.Id] = new Dictionary<string, CatalogItem>(StringComparer.Ordinal);
                foreach (var item in catalog.Items) items.TryAdd(item.Id, item);
            }

            var points = new HashSet<string>(StringComparer.Ordinal);
            foreach (var point in bridge.Points)
            {
                if (!points.Add(point.Point)) parts.Places[point].Problem("point", "legal.duplicate-id", $"the point '{point.Point}' stands there twice");
                Point(point, catalogs, parts);
            }
        }
    }

    private static void Point(BridgePoint point, Dictionary<string, Dictionary<string, CatalogItem>> catalogs, Parts parts)
    {
        int? floor = null;
        var seen = new HashSet<(string, string)>();
        foreach (var pair in point.Pairs)
        {
            var at = parts.Places[pair];
            if (!seen.Add((pair.Catalog, pair.Item))) at.Problem("item", "legal.duplicate-id", $"the pair with '{pair.Item}' stands there twice");
            if (!catalogs.TryGetValue(pair.Catalog, out var items)) at.Problem("catalog", "legal.unresolved", $"the bridge does not map from a catalog '{pair.Catalog}'");
            else if (pair.Item == SelectedSet && pair.Role == PairRole.Supporting) continue;
            else if (!items.TryGetValue(pair.Item, out var item)) at.Problem("item", "legal.unresolved", $"there is no item '{pair.Item}' in {pair.Catalog}");
            else if (pair.Role == PairRole.Required && item.FirstLevel is { } level) floor = Math.Max(floor ?? 0, level);
        }

        if (floor != point.Floor) parts.Places[point].Problem("floor", "legal.inconsistent", $"the required items give the floor {floor?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}");
    }
}
