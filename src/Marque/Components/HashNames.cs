using System.Text;

namespace Marque.Components;

/// <summary>Names of hash algorithms: CycloneDX writes <c>SHA-256</c>, SPDX 2 <c>SHA256</c>, SPDX 3 <c>sha256</c>.</summary>
internal static class HashNames
{
    private static readonly Dictionary<string, byte[]> Known = new[]
    {
        "MD2", "MD4", "MD5", "MD6", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512", "SHA3-224", "SHA3-256", "SHA3-384", "SHA3-512",
        "BLAKE2b-256", "BLAKE2b-384", "BLAKE2b-512", "BLAKE3", "Adler-32", "Streebog-256", "Streebog-512",
    }.ToDictionary(n => Bare(n), Encoding.UTF8.GetBytes, StringComparer.Ordinal);

    /// <summary>The usual name; what is not known stays as it is.</summary>
    public static ReadOnlySpan<byte> Usual(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("SHA-256"u8)) return name;
        if (name.Length is 0 or > 16) return name;
        return Known.TryGetValue(Bare(Encoding.UTF8.GetString(name)), out var usual) ? usual : name;
    }

    private static string Bare(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}
