namespace Marque.Facts;

/// <summary>What is kept of an SPDX document: counts, roots, and the names of packages until the roots are known.</summary>
internal sealed class SpdxRead
{
    /// <summary>The most characters of names that are kept; beyond it a subject may stay unknown.</summary>
    public const int MaxKept = 32 * 1024 * 1024;

    private readonly Dictionary<string, (string? Name, string? Version, IReadOnlyList<string> Roots)> elements = new(StringComparer.Ordinal);
    private readonly List<string> roots = [];
    private int kept;

    public string? Version { get; set; }

    public string? Context { get; set; }

    public string? DocumentName { get; set; }

    public string? DocumentId { get; set; }

    public string? Namespace { get; set; }

    public long Packages { get; set; }

    public long Files { get; set; }

    public long Relationships { get; set; }

    /// <summary>Keeps an element's names until the roots are known.</summary>
    public void Keep(string? id, string? name, string? version, IReadOnlyList<string> elementRoots)
    {
        if (id is null || kept > MaxKept) return;
        kept += id.Length + (name?.Length ?? 0) + (version?.Length ?? 0) + 32;
        elements.TryAdd(id, (name, version, elementRoots));
    }

    /// <summary>An element that the document is about.</summary>
    public void Root(string? id)
    {
        if (id is not null && roots.Count < 1000) roots.Add(id);
    }

    /// <summary>The elements that the document is about, as far as they are packages; a collection stands for its own roots (SPDX 3.0, ElementCollection).</summary>
    public IReadOnlyList<(string? Name, string? Version)> Subjects()
    {
        var found = new List<(string? Name, string? Version)>();
        foreach (var root in roots)
        {
            if (!elements.TryGetValue(root, out var element)) continue;
            if (element.Roots.Count == 0) found.Add((element.Name, element.Version));
            foreach (var inner in element.Roots)
            {
                if (elements.TryGetValue(inner, out var target)) found.Add((target.Name, target.Version));
            }
        }

        return found;
    }
}
