using Marque.Ledger;
using Marque.Text;

namespace Marque.Cases;

/// <summary>Whether decisions are attested: signed by a key that a trusted <c>people.yaml</c> allows for the role.</summary>
public sealed class Attesting
{
    private readonly Dictionary<string, (People? People, RootOfTrust Trust)> byOrigin = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PublicKey?> keys = new(StringComparer.Ordinal);

    private readonly Digest? assumed;

    /// <summary>Looks at the people of a case and of its process cases.</summary>
    /// <param name="own">The case.</param>
    /// <param name="trusted">Root keys given from outside; empty: the one that the case names.</param>
    /// <param name="assumed">A decision that is looked at as if it were signed already; null: none.</param>
    public Attesting(Case own, IReadOnlyList<PublicKey> trusted, Digest? assumed = null)
    {
        this.assumed = assumed;
        byOrigin[""] = (own.People, TrustOf(own.People, trusted));
        foreach (var (use, process) in own.Processes) byOrigin[use] = (process.People, TrustOf(process.People, trusted));

        foreach (var (people, _) in byOrigin.Values)
        {
            foreach (var key in people?.Persons.SelectMany(p => p.Keys) ?? []) Key(key);
        }

        // The weakest of the signed ones: a process case whose people are refused must not hide behind a trusted product case.
        Trust = byOrigin.Values.Select(v => v.Trust).Where(t => t != RootOfTrust.None).DefaultIfEmpty(RootOfTrust.None).Min();
    }

    /// <summary>How the root key was found; the weakest of those of the case and its process cases that are signed.</summary>
    public RootOfTrust Trust { get; }

    /// <summary>The trust in the people of the case (the empty use) and of each process case.</summary>
    public IReadOnlyList<(string Use, RootOfTrust Trust)> Trusts => [.. byOrigin.Select(o => (o.Key, o.Value.Trust)).OrderBy(o => o.Key, StringComparer.Ordinal)];

    /// <summary>Null when attested, else the reason why not, as a rule name.</summary>
    public string? WhyNot(SignedDecision decision)
    {
        if (assumed is { } digest && decision.Digest == digest) return null;
        var (people, trust) = byOrigin.GetValueOrDefault(decision.Process ?? "");
        if (decision.Signatures.Count == 0) return "not signed";
        if (people is null) return "there is no people.yaml";
        if (trust == RootOfTrust.None) return "people.yaml is not signed";
        if (trust == RootOfTrust.Refused) return "people.yaml is not signed by the trusted root key";
        if (WhyNotAllowed(people, decision) is { } forbidden) return forbidden;
        var (signer, why) = SignerOf(people, decision.By, decision);
        if (signer is null) return why ?? $"no valid signature of {decision.By}";
        if (decision.Second is not { } second) return null;
        var (other, whyNot) = SignerOf(people, second.By, decision);
        if (other is null) return whyNot ?? $"no valid signature of the second approver {second.By}";
        return other.Id == signer.Id ? "both approvers signed with one key" : null;
    }

    /// <summary>Null when the persons named may decide so, whether or not they have signed; else the reason why not.</summary>
    public string? WhyNotAllowed(SignedDecision decision)
    {
        var (people, _) = byOrigin.GetValueOrDefault(decision.Process ?? "");
        return people is null ? "there is no people.yaml" : WhyNotAllowed(people, decision);
    }

    private static string? WhyNotAllowed(People people, SignedDecision decision)
    {
        var subject = decision.DecidedOn;
        if (May(people, decision.By, decision.Role, subject) is { } first) return first;
        if (decision.Second is not { } second) return decision.NeedsSecond || people.Roles.First(r => r.Id == decision.Role).FourEyes.Contains(subject, StringComparer.Ordinal) ? $"four eyes are asked for {subject}, and there is no second approver" : null;
        return second.By == decision.By ? "the second approver is the first" : May(people, second.By, second.Role, subject);
    }

    private static string? May(People people, string by, string role, string subject)
    {
        var person = people.Persons.FirstOrDefault(p => p.Id == by);
        if (person is null) return $"people.yaml does not know {by}";
        if (!person.Roles.Contains(role, StringComparer.Ordinal)) return $"{by} does not hold the role {role}";
        var held = people.Roles.FirstOrDefault(r => r.Id == role);
        if (held is null) return $"people.yaml does not know the role {role}";
        return held.May.Contains(subject, StringComparer.Ordinal) ? null : $"the role {role} may not decide on {subject}";
    }

    // The key that signed; where none does, a reason better than that none did.
    private (PublicKey? Key, string? Why) SignerOf(People people, string by, SignedDecision decision)
    {
        string? why = null;
        foreach (var text in people.Persons.First(p => p.Id == by).Keys)
        {
            if (Key(text) is not { } key || !decision.IsSignedBy(key)) continue;
            if (people.Counts(key, decision)) return (key, null);
            why = $"the key {key.Id} of {by} is revoked";
        }

        return (null, why);
    }

    private RootOfTrust TrustOf(People? people, IReadOnlyList<PublicKey> trusted)
    {
        if (people is null || people.Signatures.Count == 0) return RootOfTrust.None;
        if (trusted.Count > 0) return trusted.Any(people.IsSignedBy) ? RootOfTrust.Given : RootOfTrust.Refused;
        return people.RootKey is { } root && Key(root) is { } key && people.IsSignedBy(key) ? RootOfTrust.TakenFromCase : RootOfTrust.Refused;
    }

    private PublicKey? Key(string text)
    {
        if (!keys.TryGetValue(text, out var key))
        {
            keys[text] = key = PublicKey.TryParse(text, out var parsed) ? parsed : null;
        }

        return key;
    }
}
