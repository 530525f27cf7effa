using System.Buffers;

namespace Marque.Components;

/// <content>Hashes: half as long as bytes.</content>
internal sealed partial class SbomBuilder
{
    private readonly Dictionary<int, int> algorithms = [];

    /// <summary>Adds a hash; an algorithm is named as CycloneDX does.</summary>
    public void Hash(int component, int algorithm, ReadOnlySpan<byte> value)
    {
        Span<byte> bytes = stackalloc byte[128];
        if (algorithm == 0 && value.IsEmpty) return;
        if (value.Length is > 0 and <= 256 && (value.Length & 1) == 0 && Convert.FromHexString(value, bytes, out _, out var length) == OperationStatus.Done) Detail(component, DetailKind.Hash, algorithm, Sbom.Texts.Add(bytes[..length]), flag: 1);
        else Detail(component, DetailKind.Hash, algorithm, Text(value));
    }

    /// <summary>Gives the hash added last its algorithm.</summary>
    public void LastHash(int component, int algorithm) => Sbom.Details[Sbom.Rows[component].LastDetail - 1].A = algorithm;

    /// <summary>Keeps the name of an algorithm: <c>SHA256</c> and <c>sha256</c> are <c>SHA-256</c>.</summary>
    public int Algorithm(ReadOnlySpan<byte> name)
    {
        var written = Once(name);
        if (!algorithms.TryGetValue(written, out var usual)) algorithms[written] = usual = Once(HashNames.Usual(name));
        return usual;
    }
}
