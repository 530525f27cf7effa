namespace Marque.Store;

/// <summary>A component version, as it is interned.</summary>
/// <param name="Purl">Its package URL in canonical form; null: it has none that can be read.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version; null: none is given.</param>
public sealed record StoredComponent(string? Purl, string Name, string? Version)
{
    /// <summary>The packages by which advisories may speak of it; needed where it is not known yet.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(StoredComponent? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>What it is told apart by: its package URL; without, name and version.</summary>
    public string Key => Purl ?? $"{Name}\n{Version}";
}
