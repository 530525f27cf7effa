using System.Text;
using Marque.Cases;
using Marque.Ledger;
using Marque.Text;

namespace Marque.Outside.Signing;

/// <summary>Signs by <c>ssh-keygen -Y sign</c>: an OpenSSH key that is encrypted, where it asks for the passphrase itself, or one that an agent holds, named by its public key.</summary>
internal sealed class SshKeygenSigner(string named, string full, PublicKey key) : Signer
{
    public override PublicKey? Key => key;

    public override bool AsksItself => true;

    protected override string Named => named;

    protected override IReadOnlyList<RecordSignature> Make(string payloadType, ReadOnlyMemory<byte> record, List<Problem> problems) =>
        Child.Run(new Place(named), ["ssh-keygen", "-q", "-Y", "sign", "-n", People.SshNamespace, "-f", full], record, new Dictionary<string, string>(StringComparer.Ordinal), Path.GetDirectoryName(full)!, problems) is { } printed
            ? [new(key.Id, null, Encoding.ASCII.GetString(printed).ReplaceLineEndings("\n"), default)]
            : [];
}
