using Marque.Cases;
using Marque.Ledger;
using Marque.Text;

namespace Marque.Outside.Signing;

/// <summary>Something that signs records with a private key: a file, an agent, a token, a program.</summary>
public abstract class Signer : IDisposable
{
    /// <summary>The public key; null where only the signature will tell.</summary>
    public abstract PublicKey? Key { get; }

    /// <summary>Whether it asks for its passphrase itself, so that one given with the command would be passed over.</summary>
    public virtual bool AsksItself => false;

    /// <summary>Signs a record for one of the keys that may.</summary>
    /// <param name="payloadType">The DSSE payload type of the record.</param>
    /// <param name="record">The canonical bytes of the record without its signatures.</param>
    /// <param name="allowed">The keys of which one must sign.</param>
    /// <param name="problems">Receives what prevents it.</param>
    /// <returns>A signature that verifies with one of them; null with a problem.</returns>
    public RecordSignature? Sign(string payloadType, ReadOnlyMemory<byte> record, IReadOnlyList<PublicKey> allowed, List<Problem> problems)
    {
        var before = problems.Count;
        var made = Make(payloadType, record, problems);
        if (made.Count == 0)
        {
            if (problems.Count == before) problems.Add(Wrong("signing.nothing", "it gave no signature", "try again"));
            return null;
        }

        // Whatever made it: only what the core verifies is written.
        foreach (var signature in made)
        {
            foreach (var key in allowed)
            {
                var named = signature with { Key = key.Id };
                if (named.IsBy(key, payloadType, record)) return named;
            }
        }

        problems.Add(Wrong("signing.key", "the signature does not verify with a key that may sign here", $"sign these bytes with {string.Join(" or ", allowed.Select(k => k.Id))}"));
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What a person named, for problems.</summary>
    protected abstract string Named { get; }

    /// <summary>Makes signatures; of several, the first that verifies is taken.</summary>
    protected abstract IReadOnlyList<RecordSignature> Make(string payloadType, ReadOnlyMemory<byte> record, List<Problem> problems);

    /// <summary>Lets go of the key.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>A problem of this signer.</summary>
    protected Problem Wrong(string code, string message, string remedy) => new(new Place(Named), code, message, remedy);
}
