using Marque.Assessments;
using Marque.Cli.Commands;
using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Documents.Users;
using Marque.Frozen;
using Marque.Language;
using Marque.Outside;
using Marque.Rendering;
using Marque.Rendering.Html;
using Marque.Text;

namespace Marque.Cli;

/// <summary>What goes into a technical file: its documents, the assessment, the files of the case and of its process cases, the bytes of the evidence, and the list of all that.</summary>
/// <param name="Members">The members, the list among them.</param>
/// <param name="Facts">What became of each registered fact.</param>
/// <param name="Manifest">The digest of the list.</param>
/// <param name="Problems">What could not be made, or not as asked, and why: the file holds the rest.</param>
internal sealed record TechnicalFile(IReadOnlyList<Packed> Members, IReadOnlyList<FactInFile> Facts, Digest Manifest, IReadOnlyList<Problem> Problems)
{
    /// <summary>Composes and renders everything, several documents at a time.</summary>
    /// <param name="prepared">The case and what was seen of its facts.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="texts">The language of the documents.</param>
    /// <param name="brand">Their look.</param>
    /// <param name="forms">The forms asked for; the page of the technical documentation and the report are there in any case.</param>
    /// <param name="work">Told of each document that is done, and asked whether to go on.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static TechnicalFile Of(Prepared prepared, Assessment assessment, Texts texts, Brand brand, Forms forms, LongWork work)
    {
        var folder = prepared.Folder;
        var found = FoundArtefacts.Of(folder, prepared.Seen);
        var processes = folder.Case.Uses.Where(u => folder.Processes.ContainsKey(u.Id)).DistinctBy(u => u.Id, StringComparer.Ordinal).ToDictionary(u => u.Id, u => folder.Source.Processes![u.Path].Files.ToDictionary(f => f.Path, f => f.Bytes, StringComparer.Ordinal), StringComparer.Ordinal);
        Dictionary<string, ReadOnlyMemory<byte>> files = new(folder.Files, StringComparer.Ordinal);
        // The documents are made of the logo too.
        if (brand.Logo is { } logo && folder.Case.Look?.Logo is { } path) files.TryAdd(path, logo.Bytes);
        var contents = new FileContents(files.Keys, processes.Select(p => (p.Key, p.Value.Keys.AsEnumerable())), found.Facts);
        var links = contents.Facts.Where(f => f.State is "intact" or "altered").DistinctBy(f => (f.Series, f.Sha256)).ToDictionary(f => (f.Series, f.Sha256), f => f.Member!);
        var members = new List<Packed> { Packed.Of("assessment.json", AssessmentJson.Of(assessment, prepared.Index)) };
        members.AddRange(Documents(prepared, assessment, texts, brand, forms, links, work));
        var securityTxt = SecurityTxt.Of(folder.Case, assessment.AsOf);
        if (securityTxt.Value is { } txt) members.Add(Packed.Of("security.txt", txt));
        foreach (var (file, name) in contents.CaseFiles) members.Add(Packed.Of(name, files[file]));
        foreach (var (use, file, name) in contents.ProcessFiles) members.Add(Packed.Of(name, processes[use][file]));
        var digests = found.Facts.Where(f => f.Found is not null).DistinctBy(f => (f.Series.Process, f.Path)).ToDictionary(f => (f.Series.Process, f.Path), f => f.Found!.Value);
        foreach (var (place, name) in contents.Evidence)
        {
            var (file, size) = found.Files[place];
            members.Add(new Packed(name, size, digests[place]) { File = file });
        }

        var manifest = Packed.Of(FileManifest.Name, FileManifest.Of(assessment, members.Select(m => (new Member(m.Name, m.Size), m.Sha256)), contents.Facts));
        members.Add(manifest);
        return new TechnicalFile(members, contents.Facts, manifest.Sha256, [.. securityTxt.Problems, .. Wordless(folder, texts)]);
    }

    // The words of the case are in a language of which the program has no sentences.
    private static IEnumerable<Problem> Wordless(CaseFolder folder, Texts texts) =>
        folder.Case.UserInformation.Where(u => Texts.In(u.Language) is null).Select(u => new Problem(u.Place, "user-information.words", $"headings stand in '{texts.Language}': the program has no sentences in '{u.Language}'", "translate the headings in the DOCX or Markdown form"));

    private static Packed[] Documents(Prepared prepared, Assessment assessment, Texts texts, Brand brand, Forms forms, IReadOnlyDictionary<(string Series, Digest Sha256), string> links, LongWork work)
    {
        var seen = prepared.Seen.Observations;
        var set = DocumentSet.Of(assessment, prepared.Index, seen, VersionCommand.Version, texts, brand, links);
        // The largest first, so that none is left for the end; each document is composed once for all its forms.
        List<(string Name, Func<byte[]> Render)> jobs = [("report.html", () => HtmlDocument.Of(AssessmentReport.Compose([assessment], prepared.Index, seen, VersionCommand.Version, links, texts)))];
        foreach (var composed in set)
        {
            var document = new Lazy<Document>(composed.Compose);
            foreach (var (form, ending) in Rendered.Endings.Where(e => composed.Forms.HasFlag(e.Form) && (forms.HasFlag(e.Form) || (e.Form == Forms.Html && composed.PageName is not null))))
            {
                jobs.Add(($"{(form == Forms.Html ? composed.PageName ?? composed.Name : composed.Name)}{ending}", () => Rendered.Of(document.Value, form)));
            }
        }

        var packed = new Packed[jobs.Count];
        var done = 0;
        work.Counted = (0, jobs.Count);
        Parallel.For(0, jobs.Count, new ParallelOptions { CancellationToken = work.Cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            packed[i] = Packed.Of(jobs[i].Name, jobs[i].Render());
            work.Counted = (Interlocked.Increment(ref done), jobs.Count);
        });
        return packed;
    }
}
