using Marque.Csaf.Reading;

namespace Marque.Csaf.Checks;

/// <summary>Ids of products and groups: each defined once, each reference to one that is defined (6.1.1 to 6.1.5, 6.2.1).</summary>
internal static class ProductIds
{
    private static readonly string[] Referring = ["flags", "remediations", "threats"];

    public static void Run(CsafDocument document, Gathered found)
    {
        var defined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var product in document.Products)
        {
            if (product.Id is { } id && !defined.Add(id)) found.Add("6.1.2", product.Node["product_id"], $"the product id '{id}' is defined twice", "give each full product name an id of its own");
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, at) in References(document))
        {
            used.Add(id);
            if (!defined.Contains(id)) found.Add("6.1.1", at, $"the product id '{id}' is not defined in the product tree", "define it as a full product name, or correct the id");
        }

        Circles(document, found);
        Groups(document, found);
        if (document.Is("csaf_informational_advisory")) return;
        foreach (var product in document.Products)
        {
            if (product.Id is { } id && !used.Contains(id)) found.Add("6.2.1", product.Node["product_id"], $"the product id '{id}' is defined and never used");
        }
    }

    private static IEnumerable<(string Id, Node At)> References(CsafDocument document)
    {
        foreach (var group in document.Tree["product_groups"].Items)
        {
            foreach (var id in group["product_ids"].Texts) yield return id;
        }

        foreach (var relationship in document.Tree["relationships"].Items)
        {
            foreach (var end in new[] { relationship["product_reference"], relationship["relates_to_product_reference"] })
            {
                if (end.Text is { } id) yield return (id, end);
            }
        }

        foreach (var vulnerability in document.Vulnerabilities)
        {
            foreach (var (_, list) in vulnerability["product_status"].Fields)
            {
                foreach (var id in list.Texts) yield return id;
            }

            foreach (var id in vulnerability["scores"].Items.SelectMany(s => s["products"].Texts)) yield return id;
            foreach (var id in Referring.SelectMany(name => vulnerability[name].Items).SelectMany(i => i["product_ids"].Texts)) yield return id;
        }
    }

    // 6.1.3: of those that relationships define, each may rest on others, but not on itself. What is left when nothing more can be taken away goes round.
    private static void Circles(CsafDocument document, Gathered found)
    {
        var rests = new Dictionary<string, (Node At, HashSet<string> On)>(StringComparer.Ordinal);
        foreach (var relationship in document.Tree["relationships"].Items)
        {
            var at = relationship["full_product_name"]["product_id"];
            if (at.Text is not { } id) continue;
            if (!rests.TryGetValue(id, out var known)) rests.Add(id, known = (at, new HashSet<string>(StringComparer.Ordinal)));
            known.On.UnionWith(new[] { relationship["product_reference"].Text, relationship["relates_to_product_reference"].Text }.OfType<string>());
        }

        var above = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var waiting = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (id, (_, on)) in rests)
        {
            var those = on.Where(rests.ContainsKey).ToList();
            waiting[id] = those.Count;
            foreach (var other in those)
            {
                if (!above.TryGetValue(other, out var list)) above.Add(other, list = []);
                list.Add(id);
            }
        }

        var done = new Stack<string>(waiting.Where(w => w.Value == 0).Select(w => w.Key));
        while (done.TryPop(out var id))
        {
            waiting.Remove(id);
            foreach (var next in above.GetValueOrDefault(id) ?? [])
            {
                if (--waiting[next] == 0) done.Push(next);
            }
        }

        foreach (var id in waiting.Keys) found.Add("6.1.3", rests[id].At, $"the definition of the product id '{id}' ends up in a circle", "let no relationship rest on the product it defines");
    }

    private static void Groups(CsafDocument document, Gathered found)
    {
        var defined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in document.Tree["product_groups"].Items)
        {
            if (group["group_id"].Text is { } id && !defined.Add(id)) found.Add("6.1.5", group["group_id"], $"the product group id '{id}' is defined twice", "give each group an id of its own");
        }

        foreach (var (id, at) in document.Vulnerabilities.SelectMany(v => Referring.SelectMany(name => v[name].Items)).SelectMany(i => i["group_ids"].Texts))
        {
            if (!defined.Contains(id)) found.Add("6.1.4", at, $"the product group id '{id}' is not defined in the product tree", "define the group, or correct the id");
        }
    }
}
