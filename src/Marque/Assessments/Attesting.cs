using Marque.Cases;
using Marque.Ledger;

namespace Marque.Assessments;

/// <summary>Whether decisions are attested: signed by a key that a trusted <c>people.yaml</c> allows for the role.</summary>
internal sealed class Attesting
{
    private readonly Dictionary<string, (People? People, RootOfTrust Trust)> byOrigin = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PublicKey?> keys = new(StringComparer.Ordinal);

    public Attesting(Case own, IReadOnlyList<PublicKey> trusted)
    {
        byOrigin[""] = (own.People, TrustOf(own.People, trusted));
        foreach (var (use, process) in own.Processes) byOrigin[use] = (process.People, TrustOf(process.People, trusted));

        foreach (var (people, _) in byOrigin.Values)
        {
            foreach (var key in people?.Persons.SelectMany(p => p.Keys) ?? []) Key(key);
        }

        // The weakest of the signed ones: a process case whose people are refused must not hide behind a trusted product case.
        Trust = byOrigin.Values.Select(v => v.Trust).Where(t => t != RootOfTrust.None).DefaultIfEmpty(RootOfTrust.None).Min();
    }

    public RootOfTrust Trust { get; }

    /// <summary>The trust in the people of the case (the empty use) and of each process case.</summary>
    public IReadOnlyList<(string Use, RootOfTrust Trust)> Trusts => [.. byOrigin.Select(o => (o.Key, o.Value.Trust)).OrderBy(o => o.Key, StringComparer.Ordinal)];

    /// <summary>Null when attested, else the reason why not, as a rule name.</summary>
    public string? WhyNot(Decision decision)
    {
        var (people, trust) = byOrigin.GetValueOrDefault(decision.Process ?? "");
        if (decision.Signatures.Count == 0) return "not signed";
        if (people is null) return "there is no people.yaml";
        if (trust == RootOfTrust.None) return "people.yaml is not signed";
        if (trust == RootOfTrust.Refused) return "people.yaml is not signed by the trusted root key";
        var subject = SubjectOf(decision);
        if (May(people, decision.By, decision.Role, subject) is { } first) return first;
        var signer = SignerOf(people, decision.By, decision);
        if (signer is null) return $"no valid signature of {decision.By}";
        var role = people.Roles.First(r => r.Id == decision.Role);
        if (!role.FourEyes.Contains(subject, StringComparer.Ordinal)) return null;
        if (decision.Second is not { } second) return $"four eyes are asked for {subject}, and there is no second approver";
        if (second.By == decision.By) return "the second approver is the first";
        if (May(people, second.By, second.Role, subject) is { } why) return why;
        var other = SignerOf(people, second.By, decision);
        if (other is null) return $"no valid signature of the second approver {second.By}";
        return other.Id == signer.Id ? "both approvers signed with one key" : null;
    }

    private static string SubjectOf(Decision decision) => decision.Judgement switch
    {
        Judgement.NotApplicable => "applicability",
        Judgement.Classifies => "classification",
        Judgement.Adopts => "bridges",
        Judgement.Rebuts => "rebuttals",
        _ when decision.Subject.Id.Catalog == "instrument" => "instruments",
        _ => decision.Subject.Id.Item is "risk-assessment" or "classification" ? decision.Subject.Id.Item : "requirements",
    };

    private static string? May(People people, string by, string role, string subject)
    {
        var person = people.Persons.FirstOrDefault(p => p.Id == by);
        if (person is null) return $"people.yaml does not know {by}";
        if (!person.Roles.Contains(role, StringComparer.Ordinal)) return $"{by} does not hold the role {role}";
        var held = people.Roles.FirstOrDefault(r => r.Id == role);
        if (held is null) return $"people.yaml does not know the role {role}";
        return held.May.Contains(subject, StringComparer.Ordinal) ? null : $"the role {role} may not decide on {subject}";
    }

    private PublicKey? SignerOf(People people, string by, Decision decision)
    {
        foreach (var text in people.Persons.First(p => p.Id == by).Keys)
        {
            if (Key(text) is { } key && decision.Signatures.Any(s => s.Key == key.Id && Verifies(s, key, People.DecisionPayloadType, decision.SignedBytes))) return key;
        }

        return null;
    }

    private RootOfTrust TrustOf(People? people, IReadOnlyList<PublicKey> trusted)
    {
        if (people is null || people.Signatures.Count == 0) return RootOfTrust.None;
        if (trusted.Count > 0) return trusted.Any(SignedBy) ? RootOfTrust.Given : RootOfTrust.Refused;
        return people.RootKey is { } root && Key(root) is { } key && SignedBy(key) ? RootOfTrust.TakenFromCase : RootOfTrust.Refused;

        bool SignedBy(PublicKey key) => people.Signatures.Any(s => s.Key == key.Id && Verifies(s, key, People.PayloadType, people.SignedBytes));
    }

    private PublicKey? Key(string text)
    {
        if (!keys.TryGetValue(text, out var key))
        {
            keys[text] = key = PublicKey.TryParse(text, out var parsed) ? parsed : null;
        }

        return key;
    }

    private static bool Verifies(RecordSignature signature, PublicKey key, string payloadType, ReadOnlyMemory<byte> bytes)
    {
        if (signature.Dsse is { } dsse) return key.Verify(Dsse.Pae(payloadType, bytes.Span), dsse.Span);
        return SshSignature.TryParse(signature.SshSig, out var ssh, key) && ssh!.Verify(bytes.Span, key, People.SshNamespace);
    }
}
