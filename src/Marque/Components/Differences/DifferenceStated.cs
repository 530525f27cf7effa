namespace Marque.Components.Differences;

/// <summary>What two files state of the same component, compared.</summary>
internal sealed class DifferenceStated(Sbom old, Sbom now)
{
    private static readonly char[] OfExpressions = [' ', '(', ')'];

    private readonly bool haveGraphs = old.Graph.EdgeCount > 0 && now.Graph.EdgeCount > 0 && old.Subject is not null && now.Subject is not null;

    // CycloneDX may list what SPDX joins by AND: across formats the identifiers are compared, not how they are joined.
    private readonly bool areOneFormat = old.Format.Family() == now.Format.Family();

    public List<StatedChange> Hashes { get; } = [];

    public List<DepthChange> Moved { get; } = [];

    public List<StatedChange> Licences { get; } = [];

    public List<StatedChange> Suppliers { get; } = [];

    public void See(ComponentPair pair, bool isSameVersion)
    {
        if (isSameVersion) SeeHashes(pair);
        if (haveGraphs) SeeDepth(pair);
        SeeLicences(pair);
        SeeSupplier(pair);
    }

    private void SeeHashes(ComponentPair pair)
    {
        var before = pair.Old.Hashes;
        if (before.Count == 0) return;
        var after = pair.New.Hashes;
        foreach (var algorithm in before.Select(h => h.Algorithm).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var was = before.Where(h => Same(h.Algorithm, algorithm)).Select(h => h.Value).ToList();
            var found = after.Where(h => Same(h.Algorithm, algorithm)).Select(h => h.Value).ToList();
            if (found.Count == 0 || was.Exists(v => found.Exists(w => Same(v, w)))) continue;
            Hashes.Add(new StatedChange(pair, algorithm, was[0], found[0]));
            return;
        }
    }

    private void SeeDepth(ComponentPair pair)
    {
        var (from, to) = (old.Graph.DepthOf(pair.Old.Index), now.Graph.DepthOf(pair.New.Index));
        if (Level(from) != Level(to)) Moved.Add(new DepthChange(pair, from, to));
    }

    // Direct, further down, or reached by no way: how far down says little.
    private static int Level(int depth) => depth > 1 ? 2 : depth;

    private void SeeLicences(ComponentPair pair)
    {
        var before = Words(pair.Old);
        var after = Words(pair.New);
        // One file may not state what the other does.
        if (before.Count == 0 || after.Count == 0 || before.SetEquals(after)) return;
        Licences.Add(new StatedChange(pair, "", string.Join(", ", Texts(pair.Old)), string.Join(", ", Texts(pair.New))));
    }

    private HashSet<string> Words(Component component) => areOneFormat
        ? [.. Texts(component)]
        : [.. Texts(component).SelectMany(t => t.Split(OfExpressions, StringSplitOptions.RemoveEmptyEntries)).Where(w => w is not ("AND" or "OR" or "WITH"))];

    // XML wraps names where JSON does not.
    private static IEnumerable<string> Texts(Component component) =>
        component.Licences.Select(l => string.Join(' ', l.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(t => t is not ("" or "NONE" or "NOASSERTION")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private void SeeSupplier(ComponentPair pair)
    {
        var (before, after) = (Supplier(pair.Old), Supplier(pair.New));
        if (before.Length > 0 && after.Length > 0 && !Same(before, after)) Suppliers.Add(new StatedChange(pair, "", before, after));
    }

    private static string Supplier(Component component) => (component.Supplier ?? component.Manufacturer)?.Name.Trim() ?? "";

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
