using Marque.Cases;
using Marque.Ledger;
using Marque.Text;

namespace Marque.Outside.Signing;

/// <summary>Signs with a private key read from a file: DSSE, or SSHSIG with a key in OpenSSH form.</summary>
internal sealed class KeyFileSigner(string named, PrivateKey key, bool ssh) : Signer
{
    public override PublicKey? Key => key.Key;

    protected override string Named => named;

    protected override IReadOnlyList<RecordSignature> Make(string payloadType, ReadOnlyMemory<byte> record, List<Problem> problems) => ssh
        ? [new(key.Key.Id, null, SshSignature.Armor(key.Key, People.SshNamespace, key.Sign(SshSignature.ToSign(record.Span, People.SshNamespace), raw: true)), default)]
        : [new(key.Key.Id, key.Sign(Dsse.Pae(payloadType, record.Span), raw: false), null, default)];

    protected override void Dispose(bool disposing)
    {
        key.Dispose();
        base.Dispose(disposing);
    }
}
