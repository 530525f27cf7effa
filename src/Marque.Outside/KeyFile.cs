using System.Text;
using Marque.Ledger;
using Marque.Text;

namespace Marque.Outside;

/// <summary>Reads public keys and legal sets that a person names.</summary>
public static class KeyFile
{
    private const int MaxBytes = 16 * 1024;

    /// <summary>Reads a file that holds one public key: PEM, or an OpenSSH line.</summary>
    /// <param name="named">The path as named.</param>
    /// <param name="from">The working directory.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The key, or null with a problem.</returns>
    public static PublicKey? Read(string named, string from, List<Problem> problems)
    {
        if (Files.Read(Path.GetFullPath(named, from), named, MaxBytes, problems) is not { } bytes) return null;
        if (PublicKey.TryParse(Encoding.UTF8.GetString(bytes), out var key)) return key;
        problems.Add(new Problem(new Place(named), "key.unknown", "this is not one public key", "a PEM 'PUBLIC KEY' or an OpenSSH line, of ECDSA P-256 or Ed25519"));
        return null;
    }
}
