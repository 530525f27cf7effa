using Marque.Assessments;
using Marque.Cli.Commands;
using Marque.Documents;
using Marque.Documents.Report;
using Marque.Frozen;
using Marque.Outside;
using Marque.Rendering.Html;
using Marque.Text;

namespace Marque.Cli;

/// <summary>What goes into a technical file: report, assessment, the files of the case and of its process cases, the bytes of the evidence, and the list of all that.</summary>
/// <param name="Members">The members, the list among them.</param>
/// <param name="Facts">What became of each registered fact.</param>
/// <param name="Manifest">The digest of the list.</param>
internal sealed record TechnicalFile(IReadOnlyList<Packed> Members, IReadOnlyList<FactInFile> Facts, Digest Manifest)
{
    public static TechnicalFile Of(Prepared prepared, Assessment assessment)
    {
        var folder = prepared.Folder;
        var found = FoundArtefacts.Of(folder, prepared.Seen);
        var processes = folder.Case.Uses.Where(u => folder.Processes.ContainsKey(u.Id)).DistinctBy(u => u.Id, StringComparer.Ordinal).ToDictionary(u => u.Id, u => folder.Source.Processes![u.Path].Files.ToDictionary(f => f.Path, f => f.Bytes, StringComparer.Ordinal), StringComparer.Ordinal);
        var contents = new FileContents(folder.Files.Keys, processes.Select(p => (p.Key, p.Value.Keys.AsEnumerable())), found.Facts);
        var links = contents.Facts.Where(f => f.State is "intact" or "altered").DistinctBy(f => (f.Series, f.Sha256)).ToDictionary(f => (f.Series, f.Sha256), f => f.Member!);
        var members = new List<Packed>
        {
            Packed.Of("index.html", HtmlDocument.Of(AssessmentReport.Compose([assessment], prepared.Index, prepared.Seen.Observations, VersionCommand.Version, links))),
            Packed.Of("assessment.json", AssessmentJson.Of(assessment, prepared.Index)),
        };
        foreach (var (path, name) in contents.CaseFiles) members.Add(Packed.Of(name, folder.Files[path]));
        foreach (var (use, path, name) in contents.ProcessFiles) members.Add(Packed.Of(name, processes[use][path]));
        var digests = found.Facts.Where(f => f.Found is not null).DistinctBy(f => (f.Series.Process, f.Path)).ToDictionary(f => (f.Series.Process, f.Path), f => f.Found!.Value);
        foreach (var (place, name) in contents.Evidence)
        {
            var (file, size) = found.Files[place];
            members.Add(new Packed(name, size, digests[place]) { File = file });
        }

        var manifest = Packed.Of(FileManifest.Name, FileManifest.Of(assessment, members.Select(m => (new Member(m.Name, m.Size), m.Sha256)), contents.Facts));
        members.Add(manifest);
        return new TechnicalFile(members, contents.Facts, manifest.Sha256);
    }
}
