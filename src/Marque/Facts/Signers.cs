using Marque.Ledger;

namespace Marque.Facts;

/// <summary>The keys of which one must have signed.</summary>
internal static class Signers
{
    /// <summary>The keys of an expectation; those that cannot be read are named in the weighing and do not count.</summary>
    public static IReadOnlyList<PublicKey> Keys(Expectation expect, Weighing weighing, string kind)
    {
        var keys = new List<PublicKey>();
        for (var i = 0; i < expect.SignerKeys.Count; i++)
        {
            if (PublicKey.TryParse(expect.SignerKeys[i], out var key)) keys.Add(key!);
            else weighing.Vacuous($"{kind}.key-unreadable", $"the expected signer key {i + 1} is no P-256 or Ed25519 public key");
        }

        return keys;
    }
}
