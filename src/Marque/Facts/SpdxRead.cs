using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>What is kept of an SPDX document: counts, roots, and the names of packages until the roots are known.</summary>
internal sealed class SpdxRead
{
    /// <summary>The most roots, and the most collections.</summary>
    public const int MaxRoots = 1000;

    private readonly HashSet<string> roots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> collections = new(StringComparer.Ordinal);
    private readonly SpdxNames names = new();

    public string? Version { get; set; }

    public string? Context { get; set; }

    public string? DocumentName { get; set; }

    public string? Namespace { get; set; }

    public long Packages { get; set; }

    public long Files { get; set; }

    public long Relationships { get; set; }

    /// <summary>The id of the element being read; in a relationship, where it starts.</summary>
    public Kept Id { get; } = new();

    /// <summary>The name of the element being read; in a relationship, where it ends.</summary>
    public Kept Name { get; } = new();

    /// <summary>The version of the element being read.</summary>
    public Kept ElementVersion { get; } = new();

    /// <summary>Begins an element.</summary>
    public void Begin()
    {
        Id.Keep(default);
        Name.Keep(default);
        ElementVersion.Keep(default);
    }

    /// <summary>Keeps the names of the element just read until the roots are known.</summary>
    public void Keep() => names.Add(Id.Bytes, Name.Bytes, ElementVersion.Bytes);

    /// <summary>The element just read is a collection with roots of its own (SPDX 3.0, ElementCollection).</summary>
    public void Collection(IReadOnlyList<string> own)
    {
        if (Id.Text() is { } id && collections.Count < MaxRoots) collections.TryAdd(id, own);
    }

    /// <summary>An element that the document is about.</summary>
    public void Root(string? id)
    {
        if (id is not null && roots.Count < MaxRoots) roots.Add(id);
    }

    /// <summary>The packages that the document is about; a collection stands for its own roots.</summary>
    public IReadOnlyList<(string? Name, string? Version)> Subjects()
    {
        var wanted = new HashSet<string>(roots.SelectMany(r => collections.TryGetValue(r, out var own) ? own : [r]), StringComparer.Ordinal);
        return names.Find(wanted);
    }
}
