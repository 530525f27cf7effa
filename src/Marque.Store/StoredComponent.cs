namespace Marque.Store;

/// <summary>A component version, as it is interned.</summary>
/// <param name="Purl">Its package URL in canonical form; null: it has none that can be read.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version; null: none is given.</param>
/// <param name="Package">The package that advisories name it by; null: none can.</param>
public sealed record StoredComponent(string? Purl, string Name, string? Version, string? Package)
{
    // Two components with one purl are one; without, name and version tell them apart.
    internal string Key => Purl ?? $"{Name}\n{Version}";
}
