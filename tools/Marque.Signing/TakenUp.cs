using Marque.Cases;
using Marque.Text;

namespace Marque.Signing;

/// <summary>Fills the digests of process cases and bridges that a product takes up.</summary>
internal static class TakenUp
{
    public static void Fill(Workspace workspace, string name, Keep keep)
    {
        var path = $"{name}/{CaseFile.Main}";
        var read = Refresh.CaseOf(workspace, name);
        var maps = Refresh.Maps(workspace.Tree(path)).ToLookup(m => m.Place);
        var splices = new List<Splice>();
        foreach (var use in read.Uses)
        {
            var digest = read.Processes.First(p => p.Use == use.Id).Process.Digest;
            if (!keep.Has(path, $"uses {use.Id}")) Set(maps[use.Place].First(), use.Digest, digest);
        }

        foreach (var adoption in read.Adoptions)
        {
            var bridge = workspace.Law.Bridges.Concat(read.Bridges).First(b => b.Id == adoption.Bridge);
            if (!keep.Has(path, $"adopts {adoption.Bridge}")) Set(maps[adoption.Place].First(), adoption.BridgeDigest, bridge.Digest);
        }

        workspace.Edit(path, splices);

        void Set(YamlMap map, Digest present, Digest digest)
        {
            if (present != digest) splices.Add(Splice.Set(workspace.Text(path)!, map, "digest", $"v1:{digest}"));
        }
    }
}
