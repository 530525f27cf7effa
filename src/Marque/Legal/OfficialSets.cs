using Marque.Text;

namespace Marque.Legal;

/// <summary>The legal sets that this program knows: SHA-256 of their <c>manifest.json</c>, which binds every file of the set.</summary>
/// <remarks>Provisions, citations, scopes and coverage change only by a set listed here or signed by a trusted key; any other set is "unofficial".</remarks>
public static class OfficialSets
{
    private static readonly (string Version, string Manifest)[] Known =
    [
        ("2026.11.2", "fe481410e34bc79af6a4b4b462eb62442ef6036dda9eef53d687a78e83ae9b5f"),
        ("2026.11.1", "e2c35093d3a62779b57f07b1b107d17e1f6026698e229a6e20eff0b66f63646e"),
    ];

    /// <summary>The known sets: version and digest of the manifest.</summary>
    public static IReadOnlyList<(string Version, Digest Manifest)> All { get; } = [.. Known.Select(k => (k.Version, Digest.TryParse(k.Manifest, out var d) ? d : default))];

    /// <summary>Whether a manifest with that digest is known.</summary>
    public static bool Knows(Digest manifest) => All.Any(k => k.Manifest == manifest);
}
