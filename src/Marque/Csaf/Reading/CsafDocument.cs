using Marque.Text.Reading;

namespace Marque.Csaf.Reading;

/// <summary>A CSAF document as the tests look at it.</summary>
internal sealed class CsafDocument
{
    // Groups name products again and again: a document of any size could ask for its square.
    private const int MostThroughGroups = 20_000_000;

    private readonly Dictionary<string, IReadOnlySet<string>> groups = new(StringComparer.Ordinal);
    private int throughGroups;

    public CsafDocument(Node root)
    {
        Root = root;
        Document = root["document"];
        Tracking = Document["tracking"];
        Tree = root["product_tree"];
        Category = Document["category"].Text ?? "";
        FileName = Tracking["id"].Text is { Length: > 0 } id ? CsafFileName.Of(id) : null;
        Vulnerabilities = [.. root["vulnerabilities"].Items];
        var products = new List<FullProductName>();
        var branches = new List<Node>();
        foreach (var branch in Tree["branches"].Items) Walk(branch, [], products, branches);
        products.AddRange(Tree["full_product_names"].Items.Select(n => new FullProductName(n, [], InBranches: false)));
        products.AddRange(Tree["relationships"].Items.Select(r => r["full_product_name"]).Where(n => n.Exists).Select(n => new FullProductName(n, [], InBranches: false)));
        (Products, Branches) = (products, branches);
        foreach (var group in Tree["product_groups"].Items)
        {
            if (group["group_id"].Text is { } name) groups.TryAdd(name, group["product_ids"].Texts.Select(t => t.Text).ToHashSet(StringComparer.Ordinal));
        }
    }

    public Node Root { get; }

    public Node Document { get; }

    public Node Tracking { get; }

    public Node Tree { get; }

    /// <summary>The category, which names the profile.</summary>
    public string Category { get; }

    /// <summary>The name its file should have (section 5.1); null when it states no id.</summary>
    public string? FileName { get; }

    public IReadOnlyList<Node> Vulnerabilities { get; }

    /// <summary>Every full product name, in the order of branches, list, relationships.</summary>
    public IReadOnlyList<FullProductName> Products { get; }

    /// <summary>Every branch, the outer before the inner.</summary>
    public IReadOnlyList<Node> Branches { get; }

    /// <summary>Whether it has one of the profiles.</summary>
    public bool Is(params ReadOnlySpan<string> categories) => categories.Contains(Category);

    /// <summary>The products an item speaks of, directly or through groups.</summary>
    /// <exception cref="Refusal">Groups name more products than are followed.</exception>
    public IEnumerable<string> ProductsOf(Node item) => item["product_ids"].Texts.Select(t => t.Text).Concat(item["group_ids"].Texts.SelectMany(g => Members(g.Text)));

    private IEnumerable<string> Members(string group)
    {
        if (!groups.TryGetValue(group, out var members)) return [];
        throughGroups += members.Count;
        return throughGroups <= MostThroughGroups ? members : throw new Refusal("csaf.too-many-products", $"its vulnerabilities name more than {MostThroughGroups / 1_000_000} million products through groups, the most that are followed");
    }

    // Deep trees are data, not calls: a document may nest as deep as its reader allows.
    private static void Walk(Node top, IReadOnlyList<Node> none, List<FullProductName> products, List<Node> branches)
    {
        var open = new Stack<(Node Branch, IReadOnlyList<Node> Above)>([(top, none)]);
        while (open.TryPop(out var next))
        {
            branches.Add(next.Branch);
            IReadOnlyList<Node> path = [.. next.Above, next.Branch];
            if (next.Branch["product"] is { Exists: true } product) products.Add(new FullProductName(product, path, InBranches: true));
            foreach (var inner in next.Branch["branches"].Items.Reverse()) open.Push((inner, path));
        }
    }
}

/// <summary>A full product name.</summary>
/// <param name="Node">The object.</param>
/// <param name="Above">The branches above it, the outermost first; none outside the branches.</param>
/// <param name="InBranches">Whether it stands in a branch.</param>
internal sealed record FullProductName(Node Node, IReadOnlyList<Node> Above, bool InBranches)
{
    /// <summary>Its id; null when it has none.</summary>
    public string? Id { get; } = Node["product_id"].Text;

    /// <summary>What identifies it.</summary>
    public Node Helper => Node["product_identification_helper"];
}
