using Marque.Text;

namespace Marque.Legal;

/// <summary>The legal sets that this program knows: SHA-256 of their <c>manifest.json</c>, which binds every file of the set.</summary>
/// <remarks>Provisions, citations, scopes and coverage change only by a set listed here or signed by a trusted key; any other set is "unofficial".</remarks>
public static class OfficialSets
{
    private static readonly (string Version, string Manifest)[] Known =
    [
        ("2026.11.1", "26f83807febd4c332930ef9278e6308d8cc6d56a8b99c36eb57cb51c02d0b332"),
    ];

    /// <summary>The known sets: version and digest of the manifest.</summary>
    public static IReadOnlyList<(string Version, Digest Manifest)> All { get; } = [.. Known.Select(k => (k.Version, Digest.TryParse(k.Manifest, out var d) ? d : default))];

    /// <summary>Whether a manifest with that digest is known.</summary>
    public static bool Knows(Digest manifest) => All.Any(k => k.Manifest == manifest);
}
