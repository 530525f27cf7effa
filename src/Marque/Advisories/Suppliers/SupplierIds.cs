using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Advisories.Suppliers;

/// <summary>The identifiers of one product, gathered one by one.</summary>
internal sealed class SupplierIds
{
    private readonly List<Purl> purls = [];
    private readonly List<string> cpes = [];
    private readonly List<string> others = [];

    public IReadOnlyList<Purl> Purls => purls;

    public IReadOnlyList<string> Cpes => cpes;

    public IReadOnlyList<string> Others => others;

    public bool IsEmpty => purls.Count + cpes.Count + others.Count == 0;

    /// <summary>An identifier whose kind shows in it.</summary>
    public void Add(string id)
    {
        if (id.StartsWith("pkg:", StringComparison.OrdinalIgnoreCase)) Purl(id);
        else if (id.StartsWith("cpe:", StringComparison.OrdinalIgnoreCase)) Cpe(id);
        else Other("id", id);
    }

    /// <summary>What should be a package URL; one that only breaks a rule of its type counts.</summary>
    public void Purl(string text)
    {
        var read = Components.Purls.Purl.Read(text);
        if (read.Purl is null) Other("purl", $"{text} ({read.Problem})");
        else if (!purls.Contains(read.Purl)) purls.Add(read.Purl);
    }

    /// <summary>A CPE name, 2.2 or 2.3.</summary>
    public void Cpe(string text)
    {
        if (!text.StartsWith("cpe:/", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("cpe:2.3:", StringComparison.OrdinalIgnoreCase)) Other("cpe", text);
        else if (!cpes.Contains(text, StringComparer.Ordinal)) cpes.Add(text);
    }

    /// <summary>Anything else, with its kind in front.</summary>
    public void Other(string kind, string text)
    {
        var whole = $"{kind}:{text}";
        if (text.Length > 0 && !others.Contains(whole, StringComparer.Ordinal)) others.Add(whole);
    }
}
