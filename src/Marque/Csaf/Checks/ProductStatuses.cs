using Marque.Csaf.Reading;

namespace Marque.Csaf.Checks;

/// <summary>The status of products and what belongs to it (6.1.6, 6.1.27.9, 6.1.27.10, 6.1.33, 6.2.2, 6.2.3).</summary>
internal static class ProductStatuses
{
    private static readonly string[] Affected = ["first_affected", "known_affected", "last_affected"];

    // Section 3.2.3.5: every label of CSAF 2.0 is a VEX justification code.
    private static readonly string[] Justifications = ["component_not_present", "inline_mitigations_already_exist", "vulnerable_code_cannot_be_controlled_by_adversary", "vulnerable_code_not_in_execute_path", "vulnerable_code_not_present"];

    private static readonly (string Group, string[] Lists)[] Contradicting =
    [
        ("affected", Affected), ("not affected", ["known_not_affected"]), ("fixed", ["first_fixed", "fixed"]), ("under investigation", ["under_investigation"]),
    ];

    public static void Run(CsafDocument document, Gathered found)
    {
        foreach (var vulnerability in document.Vulnerabilities)
        {
            var status = vulnerability["product_status"];
            Contradictions(status, found);
            Flags(document, vulnerability, found);
            if (document.Is("csaf_vex"))
            {
                var impact = vulnerability["flags"].Items.Concat(vulnerability["threats"].Items.Where(threat => threat["category"].Text == "impact"));
                Each(status, ["known_not_affected"], Spoken(document, impact), found, "6.1.27.9", "has no impact statement", "add a flag, or a threat of the category impact, that names it");
                Each(status, ["known_affected"], Spoken(document, vulnerability["remediations"].Items), found, "6.1.27.10", "has no action statement", "add a remediation that names it");
            }

            Each(status, [.. Affected, "under_investigation"], Spoken(document, vulnerability["remediations"].Items), found, "6.2.2", "has no remediation", "add one that names it; none_available and no_fix_planned are remediations too");
            Each(status, Affected, vulnerability["scores"].Items.SelectMany(s => s["products"].Texts).Select(t => t.Text).ToHashSet(StringComparer.Ordinal), found, "6.2.3", "has no score", "add a score whose products name it");
        }
    }

    private static HashSet<string> Spoken(CsafDocument document, IEnumerable<Node> items) => items.SelectMany(document.ProductsOf).ToHashSet(StringComparer.Ordinal);

    private static void Each(Node status, ReadOnlySpan<string> lists, HashSet<string> spoken, Gathered found, string test, string lacks, string remedy)
    {
        foreach (var list in lists)
        {
            foreach (var (id, at) in status[list].Texts)
            {
                if (!spoken.Contains(id)) found.Add(test, at, $"the product '{id}' is {list} and {lacks}", remedy);
            }
        }
    }

    private static void Contradictions(Node status, Gathered found)
    {
        var member = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (group, lists) in Contradicting)
        {
            foreach (var (id, at) in lists.SelectMany(list => status[list].Texts))
            {
                if (!member.TryAdd(id, group) && member[id] != group) found.Add("6.1.6", at, $"the product '{id}' is {member[id]} and {group} at once", "leave one status");
            }
        }
    }

    private static void Flags(CsafDocument document, Node vulnerability, Gathered found)
    {
        var flagged = new HashSet<string>(StringComparer.Ordinal);
        foreach (var flag in vulnerability["flags"].Items.Where(f => f["label"].Text is { } label && Justifications.Contains(label, StringComparer.Ordinal)))
        {
            foreach (var id in document.ProductsOf(flag).Distinct(StringComparer.Ordinal))
            {
                if (!flagged.Add(id)) found.Add("6.1.33", flag, $"the product '{id}' has more than one VEX justification", "leave one flag for it");
            }
        }
    }
}
