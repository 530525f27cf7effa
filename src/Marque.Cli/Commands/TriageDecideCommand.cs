using System.CommandLine;
using System.CommandLine.Parsing;
using Marque.Cases;
using Marque.Cases.Declared;
using Marque.Cli.Deciding;
using Marque.Cli.Live;
using Marque.Cli.Printing;
using Marque.Components.Purls;
using Marque.Legal;
using Marque.Text;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque triage decide</c>: writes what is decided of a vulnerability in a component, for the releases named; shown release by release before it is written.</summary>
internal sealed class TriageDecideCommand
{
    private readonly TriageOptions options = new();
    private readonly WritingOptions writing = new();
    private readonly SigningOptions signing = new();
    private readonly Argument<string> vulnerability = new("VULNERABILITY") { Description = "The vulnerability, by any of its ids: CVE-..., GHSA-..., EUVD-..., or your own." };
    private readonly Option<string?> component = new("--component") { Description = "Package URL of the component. With a version: as decided for that version; without: for every version. Default: the only one in which the releases have it.", HelpName = "PURL" };
    private readonly Option<bool> own = new("--own") { Description = "It is in the product's own code." };
    private readonly Option<string[]> parts = Several("--parts", "Parts of the product. Default: all that hold the component.", "PART");
    private readonly Option<string[]> releases = Several("--release", "Releases it holds for; 2.4.* stands for every one whose version starts with 2.4.", "V");
    private readonly Option<string?> from = new("--from-release") { Description = "It holds for this release and those that follow it along its line.", HelpName = "V" };
    private readonly Option<string?> last = new("--until-release") { Description = "The last of them.", HelpName = "V" };
    private readonly Option<string[]> lines = Several("--line", "Release lines it holds for; with --from-release, these in place of its own.", "LINE");
    private readonly Option<string> status = new("--status") { Description = $"One of {string.Join(", ", TriageFile.StatusWords)}.", HelpName = "STATUS", Required = true };
    private readonly Option<string?> justification = new("--justification") { Description = $"Why not affected: {string.Join(", ", Justification.Words)}.", HelpName = "LABEL" };
    private readonly Option<string?> impact = new("--impact") { Description = "What it means for the product, for readers outside.", HelpName = "TEXT" };
    private readonly Option<string?> action = new("--action") { Description = "What users shall do, for readers outside.", HelpName = "TEXT" };
    private readonly Option<string[]> responses = Several("--response", $"What the manufacturer does: {string.Join(", ", TriageFile.ResponseWords)}.", "WORD");
    private readonly Option<string?> notExploitable = new("--not-exploitable") { Description = "Affected, and why it cannot be used effectively under practical operational conditions, Article 3(41).", HelpName = "TEXT" };
    private readonly Option<string?> accepted = new("--accept-risk") { Description = "Affected, and why the risk is borne for now. It stays a gap.", HelpName = "TEXT" };
    private readonly Option<double?> review = new("--review-epss") { Description = "Decide anew from this probability of exploitation on (EPSS, 0 to 1). Default: a rise of 0.1.", HelpName = "P" };
    private readonly Option<string?> by = new("--by") { Description = "Who decides (id in people.yaml). Default: whose key signs.", HelpName = "NAME" };
    private readonly Option<string?> role = new("--role") { Description = "In which role. Default: the only one held that may.", HelpName = "ROLE" };
    private readonly Option<string?> second = new("--second") { Description = "Who approves it besides, by another key. Needed where it clears: not_affected, false_positive, --not-exploitable.", HelpName = "NAME" };
    private readonly Option<string?> secondRole = new("--second-role") { Description = "In which role.", HelpName = "ROLE" };
    private readonly Option<LocalDate?> until = new("--until") { Description = "Last day on which it is in force. Default: no end.", HelpName = "D", CustomParser = Day };
    private readonly Option<string> rationale = new("--rationale") { Description = "Why, for readers inside.", HelpName = "TEXT", Required = true };

    public static Command Create(Shell shell)
    {
        var decide = new TriageDecideCommand();
        decide.status.AcceptOnlyFromAmong([.. TriageFile.StatusWords]);
        decide.responses.AcceptOnlyFromAmong([.. TriageFile.ResponseWords]);
        var command = new Command("decide", "Decides on a vulnerability for releases, and signs it.") { decide.vulnerability };
        decide.options.AddTo(command);
        foreach (var option in new Option[] { decide.component, decide.own, decide.parts, decide.releases, decide.from, decide.last, decide.lines, decide.status, decide.justification, decide.impact, decide.action, decide.responses, decide.notExploitable, decide.accepted, decide.review, decide.by, decide.role, decide.second, decide.secondRole, decide.until, decide.rationale }) command.Add(option);
        decide.signing.AddTo(command);
        decide.writing.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(decide.own) && result.GetValue(decide.component) is not null) result.AddError("--own and --component exclude each other");
            if (result.GetValue(decide.secondRole) is not null && result.GetValue(decide.second) is null) result.AddError("--second-role needs --second");
            if (result.GetValue(decide.review) is < 0 or > 1) result.AddError("--review-epss is a probability, from 0 to 1");
            if (string.IsNullOrWhiteSpace(result.GetValue(decide.rationale))) result.AddError("--rationale is empty: say why, in a sentence that others can check");
            if (result.GetValue(decide.releases) is not { Length: > 0 } && result.GetValue(decide.lines) is not { Length: > 0 } && result.GetValue(decide.from) is null) result.AddError("no release is named: --release V, --from-release V or --line LINE; a decision holds for what it names and no other");
        });
        command.SetAction(parsed => decide.Run(shell, parsed));
        return command;
    }

    private int Run(Shell shell, ParseResult parsed)
    {
        var problems = new List<Problem>();
        if (options.Open(shell, parsed, problems) is not { } open) return Trials.Refuse(shell, problems);
        using (open)
        {
            using var signer = signing.Open(parsed, shell, problems);
            if (problems.Count > 0) return Trials.Refuse(shell, problems);
            var found = open.Releases([], all: true, problems);
            if (problems.Count > 0 || Draft(parsed, open, found, signer?.Key, problems) is not { } draft) return Trials.Refuse(shell, problems);
            var path = Free(open, draft);
            var change = Change(open, path, draft);
            // Written, read back and asked as it would be.
            if (Read(open, change, problems) is not { } read) return Trials.Refuse(shell, problems);
            var with = new CaseTriage(open.Folder.Case, open.Trusted, open.At, read);
            if (with.WhyNotAllowed(read) is { } forbidden) return Trials.Refuse(shell, [new Problem(new Place("people.yaml"), "decision.forbidden", forbidden, "name somebody who may: marque people list")]);
            var allowed = signer is null ? [] : new Deciders(open.Folder.Case.People, problems).Allowed(read.By, signer.Key, signing.Given(parsed));
            if (problems.Count > 0) return Trials.Refuse(shell, problems);
            TriageTable.Head(shell.Screen(), read);
            TriageTable.Effect(shell.Screen(), Concerned(found, read, with));
            shell.Flush();
            if (signer is not null && !parsed.GetValue(writing.DryRun))
            {
                if (signer.Sign(People.TriagePayloadType, read.SignedBytes, allowed, problems) is not { } signature) return Trials.Refuse(shell, problems);
                change = Change(open, path, draft with { Signatures = [signature] });
            }

            switch (writing.Apply(shell, parsed, open.Folder.Folder, [change]))
            {
                case Applied.Refused: return Exit.BadInput;
                case Applied.Shown:
                    if (signer is not null) shell.Error.WriteLine("not signed: nothing is signed in a dry run");
                    return Exit.Done;
            }

            Written(shell, open, path, problems);
            return problems.Count > 0 ? Trials.Refuse(shell, problems) : Exit.Done;
        }
    }

    // What the decision is about, before and after; releases that have nothing of it are shown too.
    private static List<(TriagedRelease Before, TriagedRelease After)> Concerned(IReadOnlyList<TriagedRelease> releases, TriageDecision d, CaseTriage with)
    {
        // Other versions of the component too: there it stays as it is.
        var package = d.Component is { } c ? Purl.Build(c.Type, c.Namespace, c.Name).Purl : null;
        bool IsAbout(Triaged t) => package is not null && t.Is(d.Ids, package);
        return
        [
            .. releases.Select(r => r with { Findings = [.. r.Findings.Where(IsAbout)] })
                .Select(r => (r, r with { Findings = [.. r.Findings.Select(f => f with { Found = f.Found with { Triage = with.Decisions.Of(f.Subject) } })] })),
        ];
    }

    private TriageDecision? Draft(ParseResult parsed, OpenTriage open, IReadOnlyList<TriagedRelease> found, Ledger.PublicKey? signing, List<Problem> problems)
    {
        var before = problems.Count;
        var on = BrusselsDay.AsOf(open.At);
        if (parsed.GetValue(until) is { } end && end < on) problems.Add(new Problem(new Place("--until"), "decision.expired", $"{end:uuuu-MM-dd} is past on {on:uuuu-MM-dd}: the decision would be expired at once", "give the last day on which it is to be in force, or leave it out"));
        var label = parsed.GetValue(justification);
        if (label is not null && Justification.Of(label) is null) problems.Add(new Problem(new Place("--justification"), "triage.justification", $"'{label}' is no label", Nearest.To(label, Justification.Words) is { } near ? $"did you mean '{near}'?" : $"one of {string.Join(", ", Justification.Words)}"));
        var id = parsed.GetValue(vulnerability)!;
        var set = new TriageReleases(parsed.GetValue(from), parsed.GetValue(last), parsed.GetValue(releases)!, parsed.GetValue(lines)!);
        var covered = found.Where(r => r.Version is null || set.Hold(open.Triage.History, r.Version)).ToList();
        var purl = Component(parsed, id, covered, problems);
        var about = covered.SelectMany(r => r.Findings).Where(f => purl is not null && f.Is([id], purl)).ToList();
        var draft = new TriageDecision
        {
            Vulnerability = id,
            Aliases = [.. about.SelectMany(f => f.Subject.Ids).Where(i => i != id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Component = purl,
            Parts = parsed.GetValue(parts)!,
            Releases = set,
            Status = TriageFile.Status(parsed.GetValue(status)!)!.Value,
            Justification = label is null ? null : Justification.Of(label),
            Impact = parsed.GetValue(impact),
            Action = parsed.GetValue(action),
            Responses = [.. parsed.GetValue(responses)!.Select(r => TriageFile.Response(r)!.Value)],
            NotExploitable = parsed.GetValue(notExploitable),
            AcceptedRisk = parsed.GetValue(accepted),
            Seen = Triaged.Sight(about),
            ReviewAtEpss = parsed.GetValue(review),
            // What stood of the same until now, by whoever may supersede it.
            Supersedes = [.. about.SelectMany(f => f.Answer.ByPart.Select(p => p.Answer.Decision).Append(f.Answer.Decision)).OfType<TriageDecision>().Where(d => d.Component == purl && d.Parts.Order(StringComparer.Ordinal).SequenceEqual(parsed.GetValue(parts)!.Order(StringComparer.Ordinal), StringComparer.Ordinal)).Select(d => d.Digest).Distinct().Order()],
            By = "",
            Role = "",
            On = on,
            Until = parsed.GetValue(until),
            Rationale = parsed.GetValue(rationale)!.Trim(),
            SignedBytes = default,
            Digest = default,
            Place = default,
        };
        if (purl is not null && about.Count == 0) problems.Add(new Problem(new Place(id), "triage.not-found", $"none of the releases named is found to have {id} in {purl}", Elsewhere(found, id)));
        draft = new Deciders(open.Folder.Case.People, problems).Name(draft, (parsed.GetValue(by), parsed.GetValue(role)), (parsed.GetValue(second), parsed.GetValue(secondRole)), signing);
        return problems.Count > before ? null : draft;
    }

    private Purl? Component(ParseResult parsed, string id, IReadOnlyList<TriagedRelease> covered, List<Problem> problems)
    {
        if (parsed.GetValue(own)) return null;
        if (parsed.GetValue(component) is { } text)
        {
            var reading = Purl.Read(text);
            if (reading.Purl is null) problems.Add(new Problem(new Place("--component"), "triage.component", $"not a package URL: {reading.Problem}", "write it like pkg:npm/lodash@4.17.20"));
            return reading.Purl;
        }

        var held = covered.SelectMany(r => r.Findings).Where(f => f.Subject.Ids.Contains(id, StringComparer.Ordinal)).Select(f => f.Subject.Component).Distinct().ToList();
        if (held is [var only]) return only;
        problems.Add(new Problem(new Place("--component"), "triage.component", held.Count == 0 ? $"none of the releases named is found to have {id}" : $"{held.Count} components have {id} there", held.Count == 0 ? "name the component, or --own for the product's own code" : $"name one of {string.Join(", ", held.Take(8))}"));
        return null;
    }

    private static string Elsewhere(IReadOnlyList<TriagedRelease> found, string id)
    {
        var places = found.SelectMany(r => r.Findings.Where(f => f.Subject.Ids.Contains(id, StringComparer.Ordinal)).Select(f => $"{f.Subject.Component} in {r.Version ?? "the product"}")).Distinct(StringComparer.Ordinal).Take(8).ToList();
        return places.Count == 0 ? "marque triage list shows what is found; a vulnerability of the product's own code is decided with --own" : $"it is found in {string.Join(", ", places)}";
    }

    private static string Free(OpenTriage open, TriageDecision draft)
    {
        var path = TriageText.PathOf(draft);
        return open.Folder.Files.ContainsKey(path) ? $"{path[..^".yaml".Length]}-{CanonicalJson.DigestOf(TriageText.Of(draft), "signatures").Short[..8]}.yaml" : path;
    }

    private static TriageDecision? Read(OpenTriage open, FileChange change, List<Problem> problems)
    {
        var read = Outside.CaseFolder.Read(open.Folder.Folder, [change]);
        problems.AddRange(read.Problems.Select(p => Prepared.Shown(open.Shell, open.Folder.Folder, p)));
        return problems.Count > 0 ? null : read.Value!.Case.Triage.First(d => d.Place.File == change.Path);
    }

    private static void Written(Shell shell, OpenTriage open, string path, List<Problem> problems)
    {
        var screen = shell.Screen();
        var file = Problems.FromHere(shell, Path.Combine(open.Folder.Folder, path));
        screen.Line();
        screen.Paragraph("wrote ", file);
        var written = Outside.CaseFolder.Read(open.Folder.Folder);
        problems.AddRange(written.Problems);
        if (written.Value?.Case is not { } c || c.Triage.FirstOrDefault(d => d.Place.File == path) is not { } decision) return;
        if (new CaseTriage(c, open.Trusted, open.At).WhyNotAttested(decision) is not { } why)
        {
            screen.Paragraph("", "It is attested.");
            return;
        }

        screen.Paragraph("", $"It is not attested yet ({why}): until then it settles nothing.");
        if (c.People is not { } people) return;
        foreach (var person in Deciders.Missing(people, decision)) screen.Paragraph("", $"{person.Id} {(person.Id == decision.By ? "signs" : "approves")} it with: marque approve {file} --sign KEY");
    }

    private static FileChange Change(OpenTriage open, string path, TriageDecision decision) => FileChange.New(path, TriageText.Schema, TriageText.Of(decision), open.Folder.Files[CaseFile.Main].Span);

    private static Option<string[]> Several(string name, string description, string help) => new(name) { Description = description, HelpName = help, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };

    private static LocalDate? Day(ArgumentResult result)
    {
        if (LocalDatePattern.Iso.Parse(result.Tokens[0].Value) is { Success: true, Value: var day }) return day;
        result.AddError($"--until '{result.Tokens[0].Value}' is not a date; write it as 2027-11-24");
        return null;
    }
}
