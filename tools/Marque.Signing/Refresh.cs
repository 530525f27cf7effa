using Marque.Cases;
using Marque.Text;

namespace Marque.Signing;

/// <summary>Brings all cases up to date, in the order in which things stand on each other.</summary>
public static class Refresh
{
    /// <summary>Facts, then what is taken up, then what decisions stand on, then signatures; process cases before the products that use them.</summary>
    /// <returns>What prevents it; empty: done.</returns>
    public static IReadOnlyList<Problem> Run(Workspace workspace)
    {
        var problems = new List<Problem>();
        var keep = Keep.Read(workspace, problems);
        var keys = PrivateKeys.Read(Path.Combine(workspace.Folder, "keys"));
        if (problems.Count > 0) return problems;
        foreach (var name in workspace.Cases)
        {
            Facts.Fill(workspace, name, keep);
            if (workspace.IsProduct(name)) TakenUp.Fill(workspace, name, keep);
            StandingOn.Fill(workspace, name, keep);
            Signatures.Fill(workspace, name, keep, keys, problems);
            problems.AddRange(workspace.Read(name).Problems);
            if (problems.Count > 0) return problems;
        }

        return problems;
    }

    /// <summary>Every mapping of a tree with its place.</summary>
    internal static IEnumerable<YamlMap> Maps(YamlNode node)
    {
        if (node is YamlMap map)
        {
            yield return map;
            foreach (var inner in map.Entries.SelectMany(e => Maps(e.Value))) yield return inner;
        }
        else if (node is YamlList list)
        {
            foreach (var inner in list.Items.SelectMany(Maps)) yield return inner;
        }
    }

    /// <summary>The case as far as it can be read: digests that are still to be filled in are missing.</summary>
    internal static Case CaseOf(Workspace workspace, string name) =>
        workspace.Read(name) is { Value: { } found } ? found : throw new InvalidDataException(string.Join('\n', workspace.Read(name).Problems));
}
