using Marque.Csaf.Reading;

namespace Marque.Csaf.Checks;

/// <summary>The form of the document (6.2.10, 6.2.11, 6.2.13).</summary>
internal static class DocumentForm
{
    // Section 3.2.1.5.2.
    private static readonly string[] Labels = ["AMBER", "GREEN", "RED", "WHITE"];

    public static void Run(CsafDocument document, Gathered found)
    {
        var label = document.Document["distribution"]["tlp"]["label"];
        if (label.Text is null || !Labels.Contains(label.Text, StringComparer.Ordinal)) found.Add("6.2.10", label, "there is no TLP label", "add distribution.tlp.label");
        if (document.FileName is { } name && !document.Document["references"].Items.Any(r => r["category"].Text == "self" && r["url"].Text is { } url && url.StartsWith("https://", StringComparison.Ordinal) && url.EndsWith("/" + name, StringComparison.Ordinal))) found.Add("6.2.11", document.Document["references"], "the document has no canonical URL", $"a reference of the category self whose url begins with https:// and ends with {name}");
        Sorted(document.Root, found);
    }

    private static void Sorted(Node root, Gathered found)
    {
        var open = new Stack<Node>([root]);
        while (open.TryPop(out var next))
        {
            string? before = null;
            foreach (var (name, value) in next.Fields)
            {
                if (before is not null && string.CompareOrdinal(before, name) > 0) found.Add("6.2.13", value, $"the key '{name}' stands behind '{before}'", "keys in alphabetical order");
                else before = name;
                open.Push(value);
            }

            foreach (var item in next.Items) open.Push(item);
        }
    }
}
