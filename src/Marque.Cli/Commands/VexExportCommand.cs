using System.CommandLine;
using Marque.Cases.Declared;
using Marque.Components.Purls;
using Marque.Cli.Deciding;
using Marque.Cli.Live;
using Marque.Cli.Printing;
using Marque.Csaf;
using Marque.Outside;
using Marque.Text;
using Marque.Triage;
using Marque.Triage.Vex;

namespace Marque.Cli.Commands;

/// <summary><c>marque vex export</c>: what is decided of the releases, as OpenVEX, CycloneDX or CSAF.</summary>
internal sealed class VexExportCommand
{
    private readonly TriageOptions options = new();
    private readonly Option<string> format = new("--format") { Description = "openvex, cyclonedx or csaf.", HelpName = "FORMAT", Required = true };
    private readonly Option<string[]> releases = new("--release") { Description = "Release. May stand several times. Default: the supported ones.", HelpName = "V", DefaultValueFactory = _ => [] };
    private readonly Option<bool> allReleases = new("--all-releases") { Description = "Every release." };
    private readonly Option<bool> undecided = new("--undecided") { Description = "State what nobody decided too, as under investigation." };
    private readonly Option<string?> id = new("--id") { Description = "The document's id. Default: the same for the same product and releases.", HelpName = "ID" };
    private readonly Option<int?> issue = NumberOption.Of("--document-version", "Which issue of the document it is. Default: 1.", "N");
    private readonly Option<NodaTime.Instant?> first = new("--first-issued") { Description = "When its first issue was released; date or instant. Default: now.", HelpName = "T", CustomParser = At };
    private readonly Option<string?> into = new("--out") { Description = "File to write. Default: the standard output.", HelpName = "FILE" };

    public static Command Create(Shell shell)
    {
        var export = new VexExportCommand();
        export.format.AcceptOnlyFromAmong("openvex", "cyclonedx", "csaf");
        var command = new Command("export", "What is decided of releases, as a VEX document.");
        export.options.AddTo(command);
        foreach (var option in new Option[] { export.format, export.releases, export.allReleases, export.undecided, export.id, export.issue, export.first, export.into }) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(export.allReleases) && result.GetValue(export.releases) is { Length: > 0 }) result.AddError("--release and --all-releases exclude each other");
            if (result.GetValue(export.issue) is 0) result.AddError("--document-version counts from 1");
        });
        command.SetAction(parsed => export.Run(shell, parsed));
        return command;
    }

    private int Run(Shell shell, ParseResult parsed)
    {
        var problems = new List<Problem>();
        if (options.Open(shell, parsed, problems) is not { } open) return Trials.Refuse(shell, problems);
        using (open)
        {
            var c = open.Folder.Case;
            if (c.Releases.Count == 0) return Trials.Refuse(shell, [new Problem(c.Place, "vex.no-release", "the case has no release, and a statement is made of a release", "declare one: releases/VERSION.yaml")]);
            var found = open.Releases(parsed.GetValue(releases)!, parsed.GetValue(allReleases), problems);
            if (problems.Count > 0) return Trials.Refuse(shell, problems);
            var asked = parsed.GetValue(format)!;
            var author = VexIdentity.Author(c);
            if (asked == "csaf" && author.Namespace is null) return Trials.Refuse(shell, [new Problem(c.Place, "vex.namespace", "marque.yaml names no website of the manufacturer, and CSAF asks for an address under its control (3.1.8.4)", "add manufacturer.website")]);
            var statements = found.SelectMany(r => Statements(open, r, parsed.GetValue(undecided))).ToList();
            if (statements.Count == 0) return Trials.Refuse(shell, [new Problem(new Place("."), "vex.nothing", $"nothing is decided of {string.Join(", ", found.Select(r => r.Version))}, and a document without statements is none", "'marque triage decide' decides; --undecided states what is found as under investigation")]);
            var stated = found.Select(r => r.Version!).Where(v => statements.Exists(s => s.Product.Version == v)).ToList();
            var document = new VexDocument(parsed.GetValue(id) ?? Id(asked, c, found, author), author, open.At, statements)
            {
                Version = parsed.GetValue(issue) ?? 1,
                First = parsed.GetValue(first),
                Title = $"{c.Name}: status of vulnerabilities in {(stated.Count == 1 ? $"release {stated[0]}" : $"releases {string.Join(", ", stated)}")}",
            };
            var written = asked switch
            {
                "openvex" => OpenVexWriter.Write(document, $"Marque {VersionCommand.Version}"),
                "cyclonedx" => CycloneDxVexWriter.Write(document, "Marque", VersionCommand.Version),
                _ => CsafVexWriter.Write(document, "Marque", VersionCommand.Version),
            };
            if (asked == "csaf") problems.AddRange(CsafCheck.Run(written.Bytes).Findings.Where(f => f.Test.Kind <= CsafTestKind.Mandatory).Select(f => new Problem(new Place(f.Location), "vex.invalid", $"the document would fail {f.Test}: {f.Message}", f.Remedy)));
            if (asked == "cyclonedx" && !document.Id.StartsWith("urn:uuid:", StringComparison.Ordinal)) problems.Add(new Problem(new Place("--id"), "vex.id", "a CycloneDX document is identified by a urn:uuid:", "leave --id out, or give one"));
            if (problems.Count > 0 || !Put(shell, parsed, written, problems)) return Trials.Refuse(shell, problems);
            Told(shell, open, found, written, asked, document, parsed.GetValue(into));
            return Exit.Done;
        }
    }

    private static IReadOnlyList<VexStatement> Statements(OpenTriage open, TriagedRelease release, bool undecided)
    {
        var c = open.Folder.Case;
        var spoken = release.Findings.Select(f => f.Answer).Where(a => a.Decision is not null).SelectMany(a => a.Superseded.Prepend(a.Decision!)).ToHashSet();
        // A component that the release does not hold has no status in it.
        var held = new Lazy<List<Purl>>(() => [.. release.Scans.SelectMany(s => s.Sbom.Sbom.Components).Where(p => p.HasPurl).Select(p => Purl.Read(p.Purl).Purl).OfType<Purl>()]);
        return VexStating.Of(
            part => VexIdentity.Release(c, release.Version!, part),
            [.. release.Findings.Select(f => new TriagedFinding(f.Subject, f.Answer, f.Found.Finding.Summary, f.Found.Finding.Rating.Vector))],
            [.. open.Triage.Decisions.InForceBesides(release.Version!, spoken).Where(d => d.Component is not { } component || held.Value.Any(h => TriagedRelease.IsOf(component, h)))],
            undecided);
    }

    private static string Id(string format, Cases.Case c, IReadOnlyList<TriagedRelease> found, VexAuthor author) => format switch
    {
        "csaf" => $"{Cases.FileNames.Slug(c.Id).ToUpperInvariant()}-VEX",
        "openvex" when author.Namespace is { } address => $"{address.TrimEnd('/')}/vex/{Cases.FileNames.Slug(c.Id)}",
        _ => VexIdentity.Urn(c, found.Select(r => r.Version!)),
    };

    private bool Put(Shell shell, ParseResult parsed, VexWriting written, List<Problem> problems)
    {
        if (parsed.GetValue(into) is not { } file)
        {
            shell.Output.Write(written.Bytes.Span);
            return true;
        }

        try
        {
            using var stream = new FileStream(Path.GetFullPath(file, shell.WorkingDirectory), FileMode.CreateNew, FileAccess.Write);
            stream.Write(written.Bytes.Span);
            return true;
        }
        catch (IOException) when (File.Exists(Path.GetFullPath(file, shell.WorkingDirectory)))
        {
            problems.Add(new Problem(new Place(file), "file.exists", "something stands there already", "name another file, or move it away"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(new Place(file), "file.unwritable", $"the file cannot be written: {Files.Because(e)}", "give write permission, or name another"));
        }

        return false;
    }

    // What the document is worth, for the person; the document itself may be in a pipe.
    private static void Told(Shell shell, OpenTriage open, IReadOnlyList<TriagedRelease> found, VexWriting written, string format, VexDocument document, string? file)
    {
        void Line(string text) => shell.Error.WriteLine(Documents.Visible.Text(text));
        if (file is not null) Line($"wrote {file}");
        foreach (var loss in written.Losses) Line($"loss: {loss.What} ({loss.Statements} {(loss.Statements == 1 ? "statement" : "statements")})");
        var notInForce = found.Sum(r => r.Findings.Count(f => f.Answer.State != TriageState.InForce && f.Answer.Decision is not null));
        if (notInForce > 0) Line($"note: {notInForce} {(notInForce == 1 ? "finding has a decision" : "findings have decisions")} not in force: stated as under investigation; marque triage list says why");
        var left = found.Sum(r => r.Findings.Count(f => f.Answer.Decision is null));
        if (left > 0) Line($"note: {left} {(left == 1 ? "finding is" : "findings are")} undecided{(document.Statements.Any(s => s.Status == TriageStatus.UnderInvestigation) ? "" : " and not stated; --undecided states them")}");
        foreach (var unseen in found.Where(r => r.Scans.Count == 0)) Line($"note: release {unseen.Version} has no bill of materials: it was not looked at");
        var unmatched = found.SelectMany(r => r.Scans).Sum(s => s.Unmatched.Count);
        if (unmatched > 0) Line($"note: {unmatched} {(unmatched == 1 ? "component" : "components")} could not be matched: the document says nothing of them");
        if (open.Triage.Trust == Cases.RootOfTrust.TakenFromCase) Line("note: root key taken from the case; --trust names another");
        if (format == "csaf" && file is not null && Path.GetFileName(file) != CsafFileName.Of(document.Id)) Line($"note: CSAF asks for the file name {CsafFileName.Of(document.Id)} (5.1)");
    }

    private static NodaTime.Instant? At(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (AsOf.Parse(result.Tokens[0].Value) is { } instant) return instant;
        result.AddError($"--first-issued '{result.Tokens[0].Value}' is neither a date nor an instant; {AsOf.Remedy}");
        return null;
    }
}
