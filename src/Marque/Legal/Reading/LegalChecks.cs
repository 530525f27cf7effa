namespace Marque.Legal.Reading;

/// <summary>What must hold between the files of a set: ids are unique, references resolve, quotations stand in the law, floors follow from the items.</summary>
internal static class LegalChecks
{
    public static void Run(LegalSet set, Parts parts)
    {
        Unique(set.Points, p => p.Id, parts);
        Unique(set.Obligations, o => o.Id, parts);
        Unique(set.Categories, c => c.Id, parts);
        Unique(set.Standards, s => s.Reference, parts);
        Unique(set.RequestItems, i => i.Item.ToString(System.Globalization.CultureInfo.InvariantCulture), parts);
        Unique(set.Remainder, r => r.Id, parts);
        Unique(set.Dates, d => d.Rule, parts);
        Unique(set.Sources, s => s.Name, parts);
        Unique(set.Freshness, f => f.Kind, parts);
        Unique(set.AutomaticRules, r => r.Id, parts);
        Unique(set.Catalogs, c => $"{c.Id}:{c.Edition}", parts);
        Unique(set.Bridges, b => b.Id, parts);
        foreach (var catalog in set.Catalogs) Unique(catalog.Items, i => i.Id, parts);

        Complete(set, parts);
        ReferenceChecks.Run(set, parts);
        Points(set, parts);
        Quotations(set, parts);
        BridgeChecks.Run(set, parts);
        ModificationFile.Check(set, parts);
        Acyclic(set, parts);
        Unique(set.Methods, m => $"{m.Catalog} {m.Item}", parts);
        foreach (var policy in set.Methods)
        {
            if (set.Catalogs.All(c => c.Id != policy.Catalog || c.Items.All(i => i.Id != policy.Item))) parts.Places[policy].Problem("requirement", "legal.unresolved", $"there is no requirement '{policy.Item}' in {policy.Catalog}");
        }

        foreach (var rule in set.AutomaticRules)
        {
            // Mechanically checkable items only; never I.1, never reportability (Article 14).
            if (set.Remainder.FirstOrDefault(r => r.Id == rule.Requirement) is { } item && (!item.Computable || item.Target == "I.1" || item.Target.StartsWith("14", StringComparison.Ordinal)))
            {
                parts.Places[rule].Problem("requirement", "legal.automatic", $"'{item.Id}' is not for a program to decide");
            }
        }
    }

    /// <summary>The ids of the 22 points in the order of the law.</summary>
    public static IEnumerable<string> PointIds { get; } = ["I.1", .. "abcdefghijklm".Select(c => $"I.2.{c}"), .. Enumerable.Range(1, 8).Select(n => $"II.{n}")];

    // What rules of the program name by id, so that a set without it is refused instead of read in part.
    private static void Complete(LegalSet set, Parts parts)
    {
        foreach (var rule in (string[])["D-3", "D-6"])
        {
            if (set.Dates.All(d => d.Rule != rule)) parts.Missing($"the date of rule {rule}");
        }

        foreach (var id in (string[])["28(1)", "32(1)"])
        {
            if (set.Obligations.All(o => o.Id != id)) parts.Missing($"the obligation {id}");
        }

        foreach (var id in PointIds)
        {
            if (set.Points.All(p => p.Id != id)) parts.Missing($"the point {id}");
        }
    }

    private static void Points(LegalSet set, Parts parts)
    {
        if (!set.Points.Select(p => p.Id).SequenceEqual(PointIds, StringComparer.Ordinal) && set.Points.Count > 0) parts.Places[set.Points[0]].Problem("id", "legal.order", "the points are not I.1, I.2.a to I.2.m, II.1 to II.8 in this order");
        foreach (var point in set.Points)
        {
            if (set.Provisions.TryGetValue(point.Provision, out var provision) && provision.Text != point.Text) parts.Places[point].Problem("text", "legal.quotation", $"not the words of {point.Provision}");
        }

        foreach (var category in set.Categories)
        {
            if (set.Provisions.TryGetValue(category.Provision, out var provision) && provision.Text != category.Text) parts.Places[category].Problem("text", "legal.quotation", $"not the words of {category.Provision}");
        }
    }

    // Conditions are the only way to be not applicable, so they must be the law's own words, apart from case.
    private static void Quotations(LegalSet set, Parts parts)
    {
        foreach (var obligation in set.Obligations)
        {
            if (obligation.Condition is null) continue;
            var from = obligation.ConditionFrom ?? obligation.Provision;
            var texts = set.Wordings.Where(w => w.Id == from).Select(w => w.Text).Concat(set.Provisions.TryGetValue(from, out var p) ? [p.Text] : []);
            if (!texts.Any(t => t.Contains(obligation.Condition, StringComparison.OrdinalIgnoreCase))) parts.Places[obligation].Problem("condition", "legal.quotation", $"not in the words of {from}");
        }

        foreach (var item in set.Remainder)
        {
            if (item.Condition is null) continue;
            if (!Citations.In(set, item.Basis).Any(c => c.Words.Contains(item.Condition, StringComparison.OrdinalIgnoreCase))) parts.Places[item].Problem("condition", "legal.quotation", $"not in the words of {item.Basis}");
        }
    }

    private static void Acyclic(LegalSet set, Parts parts)
    {
        var obligations = new Dictionary<string, Obligation>(StringComparer.Ordinal);
        foreach (var o in set.Obligations) obligations.TryAdd(o.Id, o);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in set.Obligations)
        {
            // Depth first, with the path on a stack of its own: an entry is left when it comes up the second time.
            var open = new HashSet<string>(StringComparer.Ordinal);
            var stack = new Stack<(string Id, bool Leave)>([(start.Id, false)]);
            while (stack.TryPop(out var step))
            {
                if (step.Leave)
                {
                    open.Remove(step.Id);
                    done.Add(step.Id);
                }
                else if (open.Contains(step.Id))
                {
                    parts.Places[obligations[step.Id]].Problem("feeds", "legal.cycle", $"'{step.Id}' feeds itself");
                    return;
                }
                else if (!done.Contains(step.Id) && obligations.TryGetValue(step.Id, out var obligation))
                {
                    open.Add(step.Id);
                    stack.Push((step.Id, true));
                    foreach (var feed in obligation.Feeds) stack.Push((feed, false));
                }
            }
        }
    }

    private static void Unique<T>(IReadOnlyList<T> items, Func<T, string> id, Parts parts) where T : class
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!seen.Add(id(item))) parts.Places[item].File.Problem(parts.Places[item].At, "legal.duplicate-id", $"'{id(item)}' stands there twice");
        }
    }
}
