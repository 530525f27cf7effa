using Marque.Cases;
using Marque.Ledger;
using Marque.Outside.Signing;
using Marque.Text;

namespace Marque.Signing;

/// <summary>The example keys. Everybody has them, so that nobody may trust them.</summary>
internal sealed class PrivateKeys
{
    private readonly Dictionary<string, Signer> byId = new(StringComparer.Ordinal);

    /// <summary>Reads <c>*.pem</c> (PKCS#8) and <c>*.ssh</c> (OpenSSH).</summary>
    public static PrivateKeys Read(string folder)
    {
        var keys = new PrivateKeys();
        if (!Directory.Exists(folder)) return keys;
        var problems = new List<Problem>();
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".pem" or ".ssh").Order(StringComparer.Ordinal))
        {
            if (Signers.OfFile(file, folder, _ => null, problems) is { Key: { } key } signer) keys.byId[key.Id] = signer;
        }

        return problems.Count == 0 ? keys : throw new InvalidDataException(string.Join('\n', problems));
    }

    /// <summary>The first of the public keys whose private key is here; null: none.</summary>
    public PublicKey? Find(IEnumerable<string> publicKeys)
    {
        foreach (var text in publicKeys)
        {
            if (PublicKey.TryParse(text, out var key) && byId.ContainsKey(key!.Id)) return key;
        }

        return null;
    }

    /// <summary>Signs a record.</summary>
    /// <returns>The lines of the signature's entry.</returns>
    public IReadOnlyList<string> Sign(PublicKey key, string payloadType, ReadOnlyMemory<byte> record)
    {
        var problems = new List<Problem>();
        var made = byId[key.Id].Sign(payloadType, record, [key], problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
        return made.Dsse is { } dsse
            ? [$"- key: {made.Key}", $"  dsse: {Convert.ToBase64String(dsse.Span)}"]
            : [$"- key: {made.Key}", "  sshsig: |", .. made.SshSig!.Trim().Split('\n').Select(l => "    " + l)];
    }
}
