using Marque.Assessments;

namespace Marque.Signing;

/// <summary>Fills <c>stoodOn</c> of each decision with today's digests.</summary>
internal static class StandingOn
{
    public static void Fill(Workspace workspace, string name, Keep keep)
    {
        var read = Refresh.CaseOf(workspace, name);
        var built = CaseIndex.Build(workspace.Law, read, []);
        var index = built.Value ?? throw new InvalidDataException(string.Join('\n', built.Problems));
        foreach (var path in workspace.FilesOf(name).Where(p => p.StartsWith(name + "/decisions/", StringComparison.Ordinal)))
        {
            var maps = Refresh.Maps(workspace.Tree(path)).ToLookup(m => m.Place);
            var splices = new List<Splice>();
            foreach (var decision in read.Decisions.Where(d => d.Place.File == path))
            {
                var stands = StandsOn.Of(index, decision, release: null).ToList();
                for (var i = 0; i < stands.Count; i++)
                {
                    if (!keep.Has(path, $"stoodOn {stands[i].Name}")) continue;
                    var old = decision.StoodOn.FirstOrDefault(s => s.Name == stands[i].Name);
                    if (old.Name is not null) stands[i] = old;
                }

                // A series that was added to the statement or the decision's file later is not smuggled under its signature.
                if (stands.SequenceEqual(decision.StoodOn)) continue;
                splices.Add(Splice.Set(workspace.Text(path)!, maps[decision.Place].First(), "stoodOn", "", [.. stands.Select(s => $"{s.Name}: v1:{s.Digest}")], before: "by"));
            }

            workspace.Edit(path, splices);
        }
    }
}
