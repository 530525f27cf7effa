using System.CommandLine;
using Marque.Advisories.Suppliers;
using Marque.Cases;
using Marque.Cases.Declared;
using Marque.Cli.Deciding;
using Marque.Cli.Live;
using Marque.Cli.Printing;
using Marque.Components.Purls;
using Marque.Legal;
using Marque.Outside;
using Marque.Text;
using Marque.Triage;
using Marque.Triage.Vex;

namespace Marque.Cli.Commands;

/// <summary><c>marque vex import</c>: takes what a VEX document states as proposals: decisions that nobody has signed yet, and that settle nothing until somebody does.</summary>
internal sealed class VexImportCommand
{
    private readonly CaseOptions options = new();
    private readonly WritingOptions writing = new();
    private readonly Argument<string> file = new("FILE") { Description = "OpenVEX, CycloneDX (JSON) or CSAF 2.0." };
    private readonly Option<string[]> releases = new("--release") { Description = "Only for this release. May stand several times. Default: all.", HelpName = "V", DefaultValueFactory = _ => [] };
    private readonly Option<string?> by = new("--by") { Description = "Who is to decide (id in people.yaml).", HelpName = "NAME", Required = true };
    private readonly Option<string?> role = new("--role") { Description = "In which role. Default: the only one held that may.", HelpName = "ROLE" };
    private readonly Option<string?> second = new("--second") { Description = "Who is to approve what clears. Needed where something is proposed as not affected.", HelpName = "NAME" };
    private readonly Option<string?> secondRole = new("--second-role") { Description = "In which role.", HelpName = "ROLE" };

    public static Command Create(Shell shell)
    {
        var import = new VexImportCommand();
        var command = new Command("import", "What a VEX document states, as proposals.") { import.file, import.options.Case };
        foreach (var option in new Option[] { import.releases, import.by, import.role, import.second, import.secondRole, import.options.AsOf, import.options.Trust, import.options.Data }) command.Add(option);
        import.writing.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(import.secondRole) is not null && result.GetValue(import.second) is null) result.AddError("--second-role needs --second");
        });
        command.SetAction(parsed => import.Run(shell, parsed));
        return command;
    }

    private int Run(Shell shell, ParseResult parsed)
    {
        var problems = new List<Problem>();
        var trusted = options.Keys(parsed, shell, problems);
        var named = parsed.GetValue(file)!;
        if (Prepared.ReadCase(shell, parsed.GetValue(options.Case), problems) is not { } folder || problems.Count > 0) return Trials.Refuse(shell, problems);
        if (Files.Read(Path.GetFullPath(named, shell.WorkingDirectory), named, SupplierCsaf.MaxDocument, problems) is not { } bytes) return Trials.Refuse(shell, problems);
        var reading = SupplierVex.Read(bytes);
        if (reading.Document is not { } document) return Trials.Refuse(shell, [new Problem(new Place(named), "vex.unreadable", reading.Problem, "an OpenVEX, CycloneDX (JSON) or CSAF 2.0 document is taken")]);
        using var work = new LongWork(shell, "reading");
        var contents = Contents(folder, parsed.GetValue(releases)!, problems, work);
        if (problems.Count > 0) return Trials.Refuse(shell, problems);
        var proposing = VexProposals.Of(reading.Statements, contents);
        var at = parsed.GetValue(options.AsOf) ?? shell.ToTheSecond();
        var triage = new CaseTriage(folder.Case, trusted, at);
        using var open = OpenTriage.IfFed(shell, folder, parsed.GetValue(options.Data), trusted, at);
        var known = open?.Releases([], all: true, problems) ?? [];
        var (drafts, decided) = Drafts(parsed, folder, triage, proposing, document, at, known, problems);
        if (problems.Count > 0) return Trials.Refuse(shell, problems);
        VexProposalTable.Print(shell.Screen(), document, drafts, decided, [.. reading.Refused.Select(r => (r.Id, r.Reason)), .. proposing.Unplaced]);
        if (open is null) shell.Screen().Paragraph("note: ", "no advisories are in the data directory: what is known of the vulnerabilities today is not recorded with the proposals");
        shell.Flush();
        if (drafts.Count == 0) return Exit.Done;
        var paths = new HashSet<string>(folder.Files.Keys, StringComparer.Ordinal);
        var changes = drafts.ConvertAll(d => FileChange.New(Free(paths, d), TriageText.Schema, TriageText.Of(d), folder.Files[CaseFile.Main].Span));
        switch (writing.Apply(shell, parsed, folder.Folder, changes))
        {
            case Applied.Refused: return Exit.BadInput;
            case Applied.Shown: return Exit.Done;
        }

        var screen = shell.Screen();
        screen.Line();
        screen.Paragraph("wrote ", $"{changes.Count} {(changes.Count == 1 ? "proposal" : "proposals")} below {Problems.FromHere(shell, Path.Combine(folder.Folder, "triage"))}");
        screen.Paragraph("", "They settle nothing until they are signed: marque approve FILE --sign KEY");
        return Exit.Done;
    }

    private static List<VexRelease> Contents(CaseFolder folder, IReadOnlyList<string> named, List<Problem> problems, LongWork work)
    {
        var contents = new List<VexRelease>();
        var read = new Dictionary<Digest, List<Purl>>();
        foreach (var version in TriagedRelease.Versions(folder.Case, named, all: true, problems).OfType<string>())
        {
            var components = new List<Purl>();
            foreach (var sbom in CaseSboms.Of(folder, version, problems))
            {
                if (!read.TryGetValue(sbom.Sha256, out var purls))
                {
                    purls = new SbomToKeep(sbom.File, sbom.Shown, []) { Registered = sbom.Sha256 }.Read(problems, work) is { } file ? [.. file.Sbom.Components.Where(c => c.HasPurl).Select(c => Purl.Read(c.Purl).Purl).OfType<Purl>()] : [];
                    read.Add(sbom.Sha256, purls);
                }

                components.AddRange(purls);
            }

            contents.Add(new VexRelease(VexIdentity.Release(folder.Case, version), components));
        }

        if (contents.Count == 0 && problems.Count == 0) problems.Add(new Problem(folder.Case.Place, "vex.no-release", "the case has no release, and a decision is made for releases", "declare one: releases/VERSION.yaml"));
        return contents;
    }

    // What is decided already is never decided anew by somebody else's word.
    private (List<TriageDecision> Drafts, List<(VexProposal Proposal, TriageDecision Decision)> Decided) Drafts(ParseResult parsed, CaseFolder folder, CaseTriage triage, VexProposing proposing, SupplierDocument document, NodaTime.Instant at, IReadOnlyList<TriagedRelease> known, List<Problem> problems)
    {
        var drafts = new List<TriageDecision>();
        var decided = new List<(VexProposal, TriageDecision)>();
        var findings = known.SelectMany(r => r.Findings.SelectMany(f => f.Subject.Ids.Select(id => (Id: id, Release: r.Version, Found: f)))).ToLookup(f => f.Id, f => (f.Release, f.Found), StringComparer.Ordinal);
        var own = triage.Case.Triage.Where(d => d.Component is null).SelectMany(d => d.Ids.Select(id => (Id: id, Decision: d))).ToLookup(d => d.Id, d => d.Decision, StringComparer.Ordinal);
        var deciders = new Deciders(folder.Case.People, problems);
        foreach (var proposal in proposing.Proposals)
        {
            var standing = proposal.Releases.Select(r => (Release: r, Decision: Standing(triage, own, proposal, r))).ToList();
            foreach (var decision in standing.Select(s => s.Decision).OfType<TriageDecision>().DistinctBy(d => d.Digest)) decided.Add((proposal, decision));
            var open = standing.FindAll(s => s.Decision is null).ConvertAll(s => s.Release);
            if (open.Count == 0) continue;
            var draft = new TriageDecision
            {
                Vulnerability = proposal.Ids[0],
                Aliases = [.. proposal.Ids.Skip(1)],
                Component = proposal.Component,
                Parts = proposal.Part is { } part ? [part] : [],
                Releases = new TriageReleases(null, null, open, []),
                Status = proposal.Status,
                Justification = proposal.Justification,
                Impact = proposal.Impact,
                Action = proposal.Action,
                Responses = proposal.Responses,
                Seen = proposal.Component is { } component ? Triaged.Sight([.. proposal.Ids.SelectMany(id => findings[id]).Where(f => open.Contains(f.Release, StringComparer.Ordinal) && f.Found.Is(proposal.Ids, component)).Select(f => f.Found).Distinct()]) : null,
                Follows = $"{document.Format} {document.Id}{(document.Version.Length > 0 ? $" version {document.Version}" : "")}",
                By = "",
                Role = "",
                On = BrusselsDay.AsOf(at),
                Rationale = $"Proposed by {(document.Publisher.Length > 0 ? document.Publisher : "the document")}.",
                SignedBytes = default,
                Digest = default,
                Place = default,
            };
            drafts.Add(deciders.Name(draft, (parsed.GetValue(by), parsed.GetValue(role)), draft.Clears ? (parsed.GetValue(second), parsed.GetValue(secondRole)) : (null, null), null));
            if (problems.Count > 0) break;
        }

        return (drafts, decided);
    }

    // One that has expired, or was made for another version, leaves room for a proposal.
    private static TriageDecision? Standing(CaseTriage triage, ILookup<string, TriageDecision> own, VexProposal proposal, string release)
    {
        if (proposal.Component is not { } component) return proposal.Ids.SelectMany(id => own[id]).FirstOrDefault(d => d.Releases.Hold(triage.History, release));
        var answer = triage.Decisions.Of(new TriageSubject(release, proposal.Part is { } part ? [part] : [], component, proposal.Ids));
        return answer.State is TriageState.InForce or TriageState.Proposed ? answer.Decision : null;
    }

    private static string Free(HashSet<string> taken, TriageDecision draft)
    {
        var path = TriageText.PathOf(draft);
        if (!taken.Add(path)) taken.Add(path = $"{path[..^".yaml".Length]}-{CanonicalJson.DigestOf(TriageText.Of(draft)).Short[..8]}.yaml");
        return path;
    }
}
