using System.Text;
using Marque.Cases;
using Marque.Facts;
using Marque.Text;

namespace Marque.Signing;

/// <summary>Fills <c>sha256</c> and <c>found</c> of each registered fact from the artefact's bytes.</summary>
internal static class Facts
{
    public static void Fill(Workspace workspace, string name, Keep keep)
    {
        var read = Refresh.CaseOf(workspace, name);
        foreach (var path in workspace.FilesOf(name).Where(p => p.StartsWith(name + "/evidence/", StringComparison.Ordinal)))
        {
            var maps = Refresh.Maps(workspace.Tree(path)).ToLookup(m => m.Place);
            var splices = new List<Splice>();
            foreach (var series in read.Series.Where(s => s.Place.File == path))
            {
                foreach (var fact in series.Facts) splices.AddRange(Of(workspace, name, path, series, fact, maps[fact.Place].First(), keep));
            }

            workspace.Edit(path, splices);
        }
    }

    private static IEnumerable<Splice> Of(Workspace workspace, string name, string path, Series series, RegisteredFact fact, YamlMap map, Keep keep)
    {
        var artefact = fact.Path ?? series.Path ?? throw new InvalidDataException($"{fact.Place}: no path");
        var full = Path.Combine(workspace.Folder, name, artefact);
        // An artefact that is shown as missing keeps what was registered of it.
        if (keep.Has(path, $"fact {artefact}")) yield break;
        var bytes = System.IO.File.ReadAllBytes(full);
        if (fact.Sha256 != Digest.Of(bytes)) yield return Splice.Set(workspace.Text(path)!, map, "sha256", Digest.Of(bytes).ToString());
        if (keep.Has(path, $"found {artefact}")) yield break;
        var check = ContentCheck.Run(new MemoryStream(bytes), series.Kind, series.Expectation, artefact);
        var found = new StringBuilder("{ outcome: ").Append(check.Outcome switch { Outcome.Supports => "supports", Outcome.Vacuous => "vacuous", Outcome.Contradicts => "contradicts", _ => "unreadable" });
        foreach (var (count, value) in check.Counts) found.Append(System.Globalization.CultureInfo.InvariantCulture, $", {count}: {value}");
        found.Append(" }");
        var written = Splice.Set(workspace.Text(path)!, map, "found", found.ToString());
        if (map["found"] is not YamlMap present || CanonicalJson.DigestOf(present) != CanonicalJson.DigestOf(YamlReader.Read("", Encoding.UTF8.GetBytes(found.ToString())).Value!)) yield return written;
    }
}
