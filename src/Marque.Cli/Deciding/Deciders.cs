using Marque.Cases;
using Marque.Ledger;
using Marque.Text;

namespace Marque.Cli.Deciding;

/// <summary>Who decides, as named or as far as the key and <c>people.yaml</c> leave no choice.</summary>
internal sealed class Deciders(People? people, List<Problem> problems)
{
    /// <summary>The decision with its deciders; problems where these are not known or may not decide.</summary>
    public T Name<T>(T asked, (string? Id, string? Role) by, (string? Id, string? Role) second, PublicKey? signing)
        where T : SignedDecision
    {
        SignedDecision decision = asked;
        if (people is null)
        {
            Add("people.yaml", "people.missing", "the case has no people.yaml, so nobody may decide", "name who may, and with which key: marque people add");
            return (T)decision;
        }

        var holders = signing is null ? [] : HoldersOf(people, signing);
        var id = by.Id ?? (holders is [var only] ? only.Id : null);
        if (id is null)
        {
            Add("--by", "decision.by", "nobody is named who decides", holders.Count > 1 ? $"the key is of several: {string.Join(", ", holders.Select(h => h.Id))}" : $"one of {Known()}");
            return (T)decision;
        }

        decision = decision with { By = id, Role = RoleOf("--by", "--role", id, by.Role, decision.DecidedOn) ?? "" };
        if (second.Id is { } other) decision = decision with { Second = (other, RoleOf("--second", "--second-role", other, second.Role, decision.DecidedOn) ?? "") };
        if (second.Id == id) Add("--second", "decision.second", "the second approver is the first", $"another one of {Who(decision.DecidedOn)}");
        if (second.Id is null && decision.NeedsSecond)
        {
            Add("--second", "decision.four-eyes", $"four eyes are asked for what it says, and no second approver is named", $"name one of {Who(decision.DecidedOn, id)}");
        }
        else if (second.Id is null && people.Roles.FirstOrDefault(r => r.Id == decision.Role)?.FourEyes.Contains(decision.DecidedOn, StringComparer.Ordinal) == true)
        {
            Add("--second", "decision.four-eyes", $"four eyes are asked of the role {decision.Role} for {decision.DecidedOn}, and no second approver is named", $"name one of {Who(decision.DecidedOn, id)}");
        }

        return (T)decision;
    }

    /// <summary>The persons whose key it is.</summary>
    public static IReadOnlyList<Person> HoldersOf(People people, PublicKey key) => [.. people.Persons.Where(p => KeysOf(p).Contains(key))];

    /// <summary>The keys of a person, as far as they can be read.</summary>
    public static IReadOnlyList<PublicKey> KeysOf(Person person) => [.. person.Keys.Select(k => PublicKey.TryParse(k, out var key) ? key : null).OfType<PublicKey>()];

    /// <summary>Those whom a decision names and whose signature it lacks, in the order named.</summary>
    public static IReadOnlyList<Person> Missing(People people, SignedDecision decision) => [.. Named(people, decision).Where(p => !KeysOf(p).Any(k => decision.IsSignedBy(k) && people.Counts(k, decision)))];

    /// <summary>The first of those it names whose signature is there and no longer counts, with the revoked key; null: none.</summary>
    public static (Person Person, PublicKey Key)? Fallen(People people, SignedDecision decision)
    {
        foreach (var person in Missing(people, decision))
        {
            if (KeysOf(person).FirstOrDefault(k => decision.IsSignedBy(k)) is { } key) return (person, key);
        }

        return null;
    }

    /// <summary>The persons that a decision names, as far as they are known.</summary>
    public static IReadOnlyList<Person> Named(People people, SignedDecision decision)
    {
        string[] named = [decision.By, .. decision.Second is { } second ? [second.By] : Array.Empty<string>()];
        return [.. named.Select(n => people.Persons.FirstOrDefault(p => p.Id == n)).OfType<Person>()];
    }

    /// <summary>The keys with which a person may sign today; problems when there is none.</summary>
    public IReadOnlyList<PublicKey> Allowed(string by, PublicKey? signing, string option)
    {
        var keys = people?.Persons.FirstOrDefault(p => p.Id == by) is { } person ? KeysOf(person) : [];
        var valid = keys.Where(k => people!.Revoked.All(r => r.Key != k.Id)).ToList();
        if (signing is not null && keys.Contains(signing) && !valid.Contains(signing)) Add(option, "decision.revoked", $"the key {signing.Id} of {by} is revoked", "sign with another key of theirs");
        else if (signing is not null && !keys.Contains(signing))
        {
            var holders = people is null ? [] : HoldersOf(people, signing);
            Add(option, "decision.key", $"the key {signing.Id} is not one of {by}'s in people.yaml", holders.Count > 0 ? $"it is of {string.Join(", ", holders.Select(h => h.Id))}" : $"add it, and sign people.yaml: marque people add {by} --key FILE");
        }
        else if (valid.Count == 0) Add("people.yaml", "decision.key", $"{by} has no key that may sign", $"add one: marque people add {by} --key FILE");
        return valid;
    }

    private string? RoleOf(string who, string option, string id, string? role, string subject)
    {
        if (people!.Persons.FirstOrDefault(p => p.Id == id) is not { } person)
        {
            Add(who, "decision.person", $"people.yaml does not know '{id}'", Nearest.To(id, people.Persons.Select(p => p.Id)) is { } near ? $"did you mean '{near}'?" : $"one of {Known()}; or add them: marque people add");
            return null;
        }

        var may = person.Roles.Where(r => people.Roles.Any(x => x.Id == r && x.May.Contains(subject, StringComparer.Ordinal))).ToList();
        if (role is null)
        {
            if (may is [var only]) return only;
            Add(option, "decision.role", may.Count == 0 ? $"no role of {id} may decide on {subject}" : $"{id} holds several roles that may decide on {subject}", may.Count == 0 ? $"these may: {Who(subject)}" : $"one of {string.Join(", ", may)}");
            return null;
        }

        if (!person.Roles.Contains(role, StringComparer.Ordinal)) Add(option, "decision.role", $"{id} does not hold the role '{role}'", person.Roles.Count == 0 ? "no role is held" : $"held: {string.Join(", ", person.Roles)}");
        else if (!may.Contains(role, StringComparer.Ordinal)) Add(option, "decision.role", $"the role {role} may not decide on {subject}", $"these may: {Who(subject)}");
        return role;
    }

    private string Known() => people!.Persons.Count == 0 ? "nobody: people.yaml is empty" : string.Join(", ", people.Persons.Select(p => p.Id));

    private string Who(string subject, string? but = null)
    {
        var who = people!.Persons.Where(p => p.Id != but && p.Roles.Any(r => people.Roles.Any(x => x.Id == r && x.May.Contains(subject, StringComparer.Ordinal)))).Select(p => p.Id).ToList();
        return who.Count == 0 ? "nobody yet: give a role 'may' for it in people.yaml" : string.Join(", ", who);
    }

    private void Add(string at, string code, string message, string remedy) => problems.Add(new Problem(new Place(at), code, message, remedy));
}
