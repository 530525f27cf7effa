using Marque.Cases;
using Marque.Ledger;
using Marque.Text;

namespace Marque.Signing;

/// <summary>Signs <c>people.yaml</c> and decisions where no valid signature stands.</summary>
internal static class Signatures
{
    public static void Fill(Workspace workspace, string name, Keep keep, PrivateKeys keys, List<Problem> problems)
    {
        if (Refresh.CaseOf(workspace, name).People is not { } people) return;
        SignPeople(workspace, people, keys, problems);
        var read = Refresh.CaseOf(workspace, name);
        foreach (var path in workspace.FilesOf(name).Where(p => p.StartsWith(name + "/decisions/", StringComparison.Ordinal)))
        {
            if (keep.Has(path, "signatures")) continue;
            var maps = Refresh.Maps(workspace.Tree(path)).ToLookup(m => m.Place);
            var splices = new List<Splice>();
            foreach (var decision in read.Decisions.Where(d => d.Place.File == path))
            {
                if (Signers(people, decision, keys, problems) is not { } signers || signers.All(k => IsSigned(decision, k))) continue;
                splices.Add(Splice.Set(workspace.Text(path)!, maps[decision.Place].First(), "signatures", "", [.. signers.SelectMany(k => keys.Sign(k, People.DecisionPayloadType, decision.SignedBytes))]));
            }

            workspace.Edit(path, splices);
        }
    }

    private static void SignPeople(Workspace workspace, People people, PrivateKeys keys, List<Problem> problems)
    {
        if (people.RootKey is null || keys.Find([people.RootKey]) is not { } root)
        {
            problems.Add(new Problem(people.Place, "signing.key", "there is no example key for the root", "put it into the keys folder"));
            return;
        }

        if (people.Signatures.Any(s => s.IsBy(root, People.PayloadType, people.SignedBytes))) return;
        var path = people.Place.File;
        workspace.Edit(path, [Splice.Set(workspace.Text(path)!, (YamlMap)workspace.Tree(path), "signatures", "", keys.Sign(root, People.PayloadType, people.SignedBytes))]);
    }

    private static List<PublicKey>? Signers(People people, Decision decision, PrivateKeys keys, List<Problem> problems)
    {
        var signers = new List<PublicKey>();
        foreach (var by in new[] { decision.By, decision.Second?.By }.OfType<string>())
        {
            if (people.Persons.FirstOrDefault(p => p.Id == by) is { } person && keys.Find(person.Keys) is { } key)
            {
                signers.Add(key);
                continue;
            }

            problems.Add(new Problem(decision.Place, "signing.key", $"there is no example key of {by}", "name a person of people.yaml whose key is in the keys folder"));
            return null;
        }

        return signers;
    }

    private static bool IsSigned(Decision decision, PublicKey key) => decision.Signatures.Any(s => s.IsBy(key, People.DecisionPayloadType, decision.SignedBytes));
}
