namespace Marque.Components.Differences;

/// <summary>How a version moved, by the order of its ecosystem.</summary>
public enum VersionMove
{
    /// <summary>To a later one.</summary>
    Up,

    /// <summary>To an earlier one.</summary>
    Down,

    /// <summary>To another one: the order is not known, or counts them equal.</summary>
    Other,
}

/// <summary>A component as both files have it.</summary>
/// <param name="Old">In the old file.</param>
/// <param name="New">In the new file.</param>
public readonly record struct ComponentPair(Component Old, Component New);

/// <summary>A component with another version.</summary>
/// <param name="Pair">The component.</param>
/// <param name="From">The old version.</param>
/// <param name="To">The new one.</param>
/// <param name="Move">How it moved.</param>
public sealed record VersionChange(ComponentPair Pair, string From, string To, VersionMove Move);

/// <summary>A component whose place in the graph is another.</summary>
/// <param name="Pair">The component.</param>
/// <param name="From">The old depth: 1 is a direct dependency of the subject, -1 nothing leads there.</param>
/// <param name="To">The new one.</param>
public sealed record DepthChange(ComponentPair Pair, int From, int To);

/// <summary>A component of which something stated is another: a hash, licences, a supplier.</summary>
/// <param name="Pair">The component.</param>
/// <param name="What">What of it, such as the hash algorithm; else empty.</param>
/// <param name="From">What was stated.</param>
/// <param name="To">What is stated now.</param>
public sealed record StatedChange(ComponentPair Pair, string What, string From, string To);

/// <summary>What is different between two bills of materials, whichever format each has. Lists are sorted by name, then version.</summary>
public sealed record Difference
{
    /// <summary>Components that only the new file has.</summary>
    public required IReadOnlyList<Component> Added { get; init; }

    /// <summary>Components that only the old file has.</summary>
    public required IReadOnlyList<Component> Removed { get; init; }

    /// <summary>Components with another version.</summary>
    public required IReadOnlyList<VersionChange> Versions { get; init; }

    /// <summary>Components of the same version whose content is another: a hash by the same algorithm differs.</summary>
    public required IReadOnlyList<StatedChange> Hashes { get; init; }

    /// <summary>Components that became direct dependencies, or are no longer; that nothing leads to any more, or that something leads to now.</summary>
    public required IReadOnlyList<DepthChange> Moved { get; init; }

    /// <summary>Components whose licences are stated otherwise.</summary>
    public required IReadOnlyList<StatedChange> Licences { get; init; }

    /// <summary>Components whose supplier is stated otherwise.</summary>
    public required IReadOnlyList<StatedChange> Suppliers { get; init; }

    /// <summary>How many components both files have in the same version.</summary>
    public required int Same { get; init; }

    /// <summary>Whether nothing is different.</summary>
    public bool IsEmpty => Added.Count + Removed.Count + Versions.Count + Hashes.Count + Moved.Count + Licences.Count + Suppliers.Count == 0;

    /// <summary>Compares two files. In time and memory linear in their components, but for sorting what changed.</summary>
    /// <param name="old">The old file.</param>
    /// <param name="now">The new file.</param>
    public static Difference Of(Sbom old, Sbom now)
    {
        var paired = DifferencePairs.Of(old, now);
        var stated = new DifferenceStated(old, now);
        foreach (var pair in paired.Same) stated.See(pair, isSameVersion: true);
        foreach (var change in paired.Versions) stated.See(change.Pair, isSameVersion: false);
        return new Difference
        {
            Added = Sorted(paired.Added, c => c),
            Removed = Sorted(paired.Removed, c => c),
            Versions = Sorted(paired.Versions, v => v.Pair.New),
            Hashes = Sorted(stated.Hashes, h => h.Pair.New),
            Moved = Sorted(stated.Moved, m => m.Pair.New),
            Licences = Sorted(stated.Licences, l => l.Pair.New),
            Suppliers = Sorted(stated.Suppliers, s => s.Pair.New),
            Same = paired.Same.Count,
        };
    }

    private static List<T> Sorted<T>(List<T> list, Func<T, Component> component) =>
        list.Count < 2 ? list : [.. list.Select(item => (Item: item, Name: component(item).ToString(), component(item).Index)).OrderBy(k => k.Name, StringComparer.Ordinal).ThenBy(k => k.Index).Select(k => k.Item)];
}
