using System.CommandLine;
using Marque.Cases;
using Marque.Cli.Live;
using Marque.Cli.Printing;
using Marque.Documents;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque scan</c>: the components of a bill of materials against the advisories of the store.</summary>
internal static class ScanCommand
{
    private const int DefaultLimit = 50;

    public static Command Create(Shell shell)
    {
        var named = new Argument<string?>("SBOM") { Description = "A bill of materials (CycloneDX or SPDX), or a case. Default: the case found from here upwards.", Arity = ArgumentArity.ZeroOrOne };
        var release = new Option<string?>("--release") { Description = "Release of the case. Default: the newest supported.", HelpName = "V" };
        var gate = ScanGate.Option();
        var all = new Option<bool>("--all") { Description = "Every finding, also in a table." };
        var limit = NumberOption.Of("--limit", $"So many findings. Default: {DefaultLimit} in a table, else all.", "N");
        var options = new CaseOptions();
        var data = DataFolder.Option();
        var asOf = CaseOptions.AsOfOption();
        var format = new Option<string>("--format") { Description = "table, json or sarif.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "sarif");
        var command = new Command("scan", "Matches components with advisories; what to act on first stands first.") { named, release, gate, all, limit, data, asOf, options.Trust, format };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) && result.GetValue(limit) is not null) result.AddError("--all and --limit exclude each other");
        });
        command.SetAction(parsed =>
        {
            if (LiveStore.Folder(shell, parsed.GetValue(data)) is not { } folder) return Exit.BadInput;
            var problems = new List<Problem>();
            var at = parsed.GetValue(asOf) ?? shell.ToTheSecond();
            var (files, scanned, version) = Files(shell, parsed.GetValue(named), parsed.GetValue(release), at, problems);
            var triage = scanned is null ? null : new CaseTriage(scanned.Case, options.Keys(parsed, shell, problems), at);
            if (problems.Count > 0)
            {
                Problems.Print(shell, problems);
                return Exit.BadInput;
            }

            using var store = LiveStore.WithFeeds(shell, folder);
            if (store is null) return Exit.BadInput;
            using var moment = store.Look();
            using var work = new LongWork(shell, "scanning");
            using var advisories = store.OpenAdvisories();
            var scans = new List<Scan>();
            var isTable = parsed.GetValue(format) == "table";
            var most = parsed.GetValue(limit) ?? (parsed.GetValue(all) || !isTable ? int.MaxValue : DefaultLimit);
            foreach (var file in files)
            {
                if (file.Read(problems, work) is { } sbom) scans.Add(Scan.Of(store, advisories.Index, sbom, isTable ? most : int.MaxValue, work.Cancel, triage is null ? null : f => triage.Decisions.Of(CaseTriage.Subject(f, version, file.Parts))));
            }

            if (problems.Count > 0)
            {
                Problems.Print(shell, problems);
                return Exit.BadInput;
            }

            Print(shell, parsed.GetValue(format)!, scans, at, most);
            var failing = ScanGate.Failing(parsed.GetValue(gate) ?? [], scans);
            foreach (var (rule, count) in failing) shell.Error.WriteLine(Visible.Text($"gate: {rule}: fails for {count}"));
            var unseen = ScanGate.Unseen(parsed.GetValue(gate) ?? [], scans);
            foreach (var scan in unseen) shell.Error.WriteLine(Visible.Text($"gate: {scan.Sbom.Shown}: it lists no component, so no rule can hold"));
            return failing.Count + unseen.Count > 0 ? Exit.FallsShort : Exit.Done;
        });
        return command;
    }

    private static void Print(Shell shell, string format, List<Scan> scans, NodaTime.Instant at, int limit)
    {
        switch (format)
        {
            case "json":
                ScanJson.Write(shell.Output, scans, at, limit);
                break;
            case "sarif":
                ScanSarif.Write(shell.Output, scans, at, limit, VersionCommand.Version);
                break;
            default:
                ScanTable.Print(shell.Screen(), scans, at, limit);
                break;
        }
    }

    private static (List<SbomToKeep> Files, CaseFolder? Case, string? Release) Files(Shell shell, string? named, string? release, NodaTime.Instant at, List<Problem> problems)
    {
        if (named is not null && Path.GetFullPath(named, shell.WorkingDirectory) is var path && !Directory.Exists(path) && Path.GetFileName(path) != CaseFile.Main)
        {
            if (release is not null) problems.Add(new Problem(new Place("--release"), "scan.release", "a bill of materials is scanned as it is; only a case has releases", "leave --release out, or name a case"));
            return ([new SbomToKeep(path, named, [])], null, null);
        }

        if (Prepared.ReadCase(shell, named, problems) is not { } folder || problems.Count > 0) return ([], null, null);
        var day = Legal.BrusselsDay.AsOf(at);
        var version = release ?? new ReleaseHistory(folder.Case.Releases).NewestSupported(folder.Case.Lines, day).Chosen?.Version;
        if (release is not null && folder.Case.Releases.All(r => r.Version != release))
        {
            problems.Add(new Problem(new Place("--release"), "release.unknown", $"the case has no release '{release}'", $"known: {string.Join(", ", folder.Case.Releases.Select(r => r.Version).Take(20))}"));
            return ([], null, null);
        }

        var found = CaseSboms.Of(folder, version, problems);
        if (found.Count == 0 && problems.Count == 0) problems.Add(new Problem(new Place(named ?? "."), "sbom.none", $"the case registers no bill of materials{(version is null ? "" : $" for release {version}")}", "name a file, or register one with 'marque evidence add FILE --series ID'"));
        return ([.. found.Select(f => new SbomToKeep(f.File, f.Shown, []) { Registered = f.Sha256, Parts = TriagedRelease.Parts(folder.Case, f.Series) })], folder, version);
    }
}
