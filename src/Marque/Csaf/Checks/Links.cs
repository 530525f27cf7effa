using Marque.Csaf.Reading;

namespace Marque.Csaf.Checks;

/// <summary>URLs that cannot resolve (6.3.6, 6.3.7), as far as that is known without asking: of the names that are set aside only <c>.invalid</c> never has an address, on no network (RFC 6761, section 6.4).</summary>
internal static class Links
{
    public static void Run(CsafDocument document, Gathered found)
    {
        var head = document.Document;
        foreach (var reference in head["references"].Items.Concat(document.Vulnerabilities.SelectMany(v => v["references"].Items)))
        {
            Check(reference["url"], reference["category"].Text == "self" ? "6.3.7" : "6.3.6", found);
        }

        Node[] single = [head["aggregate_severity"]["namespace"], head["distribution"]["tlp"]["url"], head["publisher"]["namespace"]];
        var acknowledged = head["acknowledgments"].Items.Concat(document.Vulnerabilities.SelectMany(v => v["acknowledgments"].Items)).SelectMany(a => a["urls"].Items);
        var identified = document.Products.SelectMany(p => p.Helper["sbom_urls"].Items.Concat(p.Helper["x_generic_uris"].Items.SelectMany(u => new[] { u["namespace"], u["uri"] })));
        foreach (var at in single.Concat(acknowledged).Concat(identified).Concat(document.Vulnerabilities.SelectMany(v => v["remediations"].Items).Select(r => r["url"]))) Check(at, "6.3.6", found);
    }

    private static void Check(Node at, string test, Gathered found)
    {
        if (at.Text is not { } text || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || !uri.Scheme.StartsWith("http", StringComparison.Ordinal)) return;
        if (uri.IdnHost.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase)) found.Add(test, at, $"'{text}' cannot resolve: no name under .invalid has an address", "a URL that answers");
    }
}
