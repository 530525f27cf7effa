using System.CommandLine;
using Marque.Cases;
using Marque.Cli.Live;
using Marque.Cli.Printing;
using Marque.Outside;
using Marque.Store;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque sbom import</c>: keeps bills of materials with their releases.</summary>
internal static class SbomImportCommand
{
    public static Command Create(Shell shell)
    {
        var named = new Argument<string[]>("FILE") { Description = "Bills of materials (CycloneDX or SPDX), or a case, whose registered ones are imported for their releases.", Arity = ArgumentArity.OneOrMore };
        var product = NameOption.Of("--product", "Id of the product they belong to.", "ID");
        var release = NameOption.Of("--release", "Release they belong to; of a case, this release alone.", "V");
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and tell; keep nothing." };
        var data = DataFolder.Option();
        var format = FeedsImportCommand.FormatOption();
        var command = new Command("import", "Keeps bills of materials and their components, with the releases they belong to.") { named, product, release, dryRun, data, format };
        command.SetAction(parsed =>
        {
            if (LiveStore.Folder(shell, parsed.GetValue(data)) is not { } folder) return Exit.BadInput;
            var problems = new List<Problem>();
            var files = Files(shell, parsed.GetValue(named)!, parsed.GetValue(product), parsed.GetValue(release), problems);
            using var work = new LongWork(shell, "reading");
            var outcomes = problems.Count > 0 ? [] : SbomKeeping.Read(files, problems, work);
            if (problems.Count > 0)
            {
                Problems.Print(shell, problems);
                return Exit.BadInput;
            }

            var matched = 0;
            if (!parsed.GetValue(dryRun))
            {
                using var store = LiveStore.ToWrite(shell, folder, work.Cancel);
                (outcomes, matched) = SbomKeeping.Keep(store, files, outcomes, shell.ToTheSecond(), work);
            }

            if (parsed.GetValue(format) == "json") shell.Output.Write(SbomImportJson.Of(outcomes, parsed.GetValue(dryRun)));
            else SbomImportTable.Print(shell.Screen(), outcomes, matched, parsed.GetValue(dryRun));
            return Exit.Done;
        });
        return command;
    }

    private static List<SbomToKeep> Files(Shell shell, IReadOnlyList<string> named, string? product, string? release, List<Problem> problems)
    {
        var files = new List<SbomToKeep>();
        foreach (var name in named.Distinct(StringComparer.Ordinal))
        {
            var path = Path.GetFullPath(name, shell.WorkingDirectory);
            if (Directory.Exists(path) || Path.GetFileName(path) == CaseFile.Main)
            {
                if (product is not null) problems.Add(new Problem(new Place("--product"), "sbom.product", "a case names its product itself", "leave --product out, or name files"));
                else OfCase(shell, name, release, files, problems);
                continue;
            }

            if (product is null != release is null) problems.Add(new Problem(new Place(product is null ? "--product" : "--release"), "sbom.release", "a release is named by --product and --release together", "give both, or neither"));
            files.Add(new SbomToKeep(path, name, product is null || release is null ? [] : [new StoredRelease(product, release)]));
        }

        return files;
    }

    private static void OfCase(Shell shell, string named, string? release, List<SbomToKeep> files, List<Problem> problems)
    {
        if (Prepared.ReadCase(shell, named, problems) is not { } folder || problems.Count > 0) return;
        if (release is not null && folder.Case.Releases.All(r => r.Version != release))
        {
            problems.Add(new Problem(new Place("--release"), "release.unknown", $"the case has no release '{release}'", $"known: {string.Join(", ", folder.Case.Releases.Select(r => r.Version).Take(20))}"));
            return;
        }

        var found = CaseSboms.Of(folder, release, problems);
        if (found.Count == 0 && problems.Count == 0) problems.Add(new Problem(new Place(named), "sbom.none", "the case registers no bill of materials for that", "'marque evidence add FILE --series ID' registers one"));
        files.AddRange(found.Select(f => new SbomToKeep(f.File, f.Shown, [.. folder.Case.Releases.Where(r => f.Releases.Contains(r.Version, StringComparer.Ordinal)).Select(r => SbomKeeping.Of(folder.Case, r))]) { Registered = f.Sha256 }));
    }
}
