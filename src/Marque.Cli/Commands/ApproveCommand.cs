using System.CommandLine;
using Marque.Cases;
using Marque.Cases.Declared;
using Marque.Cli.Deciding;
using Marque.Cli.Printing;
using Marque.Ledger;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque approve</c>: adds the signature of one whom a written decision names: the second approver, or the first who wrote it unsigned.</summary>
internal sealed class ApproveCommand
{
    private readonly CaseOptions options = new();
    private readonly WritingOptions writing = new();
    private readonly SigningOptions signing = new();
    private readonly Argument<string> file = new("FILE") { Description = "File of the decision; FILE:LINE where it holds several." };

    public static Command Create(Shell shell)
    {
        var approve = new ApproveCommand();
        var command = new Command("approve", "Signs a decision that is written already, as its second approver for instance.") { approve.file };
        // The case is the one that holds the file.
        command.Add(approve.options.AsOf);
        command.Add(approve.options.Trust);
        approve.options.Law.AddTo(command);
        approve.signing.AddTo(command);
        approve.writing.AddTo(command);
        command.Validators.Add(result =>
        {
            if (new[] { result.GetValue(approve.signing.Key), result.GetValue(approve.signing.Token), result.GetValue(approve.signing.Program) }.All(v => v is null)) result.AddError("nothing is named to sign with: --sign KEY, --pkcs11 URI or --sign-command CMD");
        });
        command.SetAction(parsed => approve.Run(shell, parsed));
        return command;
    }

    private int Run(Shell shell, ParseResult parsed)
    {
        var problems = new List<Problem>();
        var (named, line) = Split(parsed.GetValue(file)!);
        var full = Path.GetFullPath(named, shell.WorkingDirectory);
        var (folder, _) = CaseFolder.Find(null, Path.GetDirectoryName(full) ?? full);
        if (folder is null || !File.Exists(full)) return Trials.Refuse(shell, [new Problem(new Place(named), "file.missing", File.Exists(full) ? "the file is in no case" : "there is no such file", "name the file of a decision, such as decisions/CR-1.1/2026-11-24-security-lead.yaml")]);
        if (Prepared.Of(shell, parsed, options, processToo: true, named: folder) is not { } prepared) return Exit.BadInput;
        if (Chosen(prepared, Path.GetRelativePath(folder, full).Replace(Path.DirectorySeparatorChar, '/'), named, line, problems) is not { } decision) return Trials.Refuse(shell, problems);
        using var signer = signing.Open(parsed, shell, problems);
        if (signer is null || Allowed(prepared, parsed, decision, signer.Key, problems) is not { } allowed || problems.Count > 0) return Trials.Refuse(shell, problems);
        if (!Show(shell, prepared, decision, problems)) return Trials.Refuse(shell, problems);
        shell.Flush();
        if (parsed.GetValue(writing.DryRun))
        {
            shell.Error.WriteLine("not signed: nothing is signed in a dry run");
            return Exit.Done;
        }

        if (signer.Sign(decision.PayloadType, decision.SignedBytes, allowed, problems) is not { } signature) return Trials.Refuse(shell, problems);
        var signed = DecisionText.Sign(FileChange.Of(decision.Place.File, prepared.Folder.Files[decision.Place.File]), decision, signature);
        if (signed.Value is not { } change || !signed.Ok) return Trials.Refuse(shell, [.. signed.Problems.Select(p => Prepared.Shown(shell, folder, p))]);
        if (writing.Apply(shell, parsed, folder, [change]) == Applied.Refused) return Exit.BadInput;
        TrialTable.Written(shell.Screen(), prepared, shell, decision.Place.File, Trials.WhyNotAttested(prepared, decision.Place.File, decision.Digest), decision with { Signatures = [.. decision.Signatures, signature] });
        return Exit.Done;
    }

    // What is signed, and what it would do: by the engine for a requirement; a decision on a vulnerability speaks for itself.
    private static bool Show(Shell shell, Prepared prepared, SignedDecision decision, List<Problem> problems)
    {
        if (decision is TriageDecision triage)
        {
            if (new Attesting(prepared.Folder.Case, prepared.Trusted).WhyNotAllowed(triage) is { } forbidden) problems.Add(new Problem(new Place("people.yaml"), "decision.forbidden", forbidden, "name somebody who may: marque people list"));
            TriageTable.Head(shell.Screen(), triage);
            return problems.Count == 0;
        }

        var asked = (Decision)decision;
        if (Trials.Try(shell, prepared, prepared.Folder, asked, asked.Releases, problems) is not { } trial) return false;
        TrialTable.Head(shell.Screen(), prepared, trial);
        problems.AddRange(Trials.Refusals(trial, parts: asked.Parts.Count > 0));
        if (problems.Count > 0) return false;
        TrialTable.Effect(shell.Screen(), trial.AsIs, trial.Index, trial);
        return true;
    }

    // FILE or FILE:LINE, as problems and explanations print places.
    private static (string Named, int? Line) Split(string text)
    {
        var colon = text.IndexOf(".yaml:", StringComparison.OrdinalIgnoreCase);
        if (colon < 0) return (text, null);
        return int.TryParse(text[(colon + ".yaml:".Length)..].Split(':')[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var line) ? (text[..(colon + ".yaml".Length)], line) : (text, null);
    }

    private static SignedDecision? Chosen(Prepared prepared, string path, string named, int? line, List<Problem> problems)
    {
        var here = prepared.Folder.Case.AllDecisions.Where(d => d.Process is null && d.Place.File == path && (line is null || d.Place.Line == line)).ToList();
        if (here is [var only]) return only;
        problems.Add(here.Count == 0 && line is null
            ? new Problem(new Place(named), "decision.none", "the file holds no decision", "name a file below decisions/ or triage/")
            : new Problem(new Place(named), "decision.which", line is null ? $"the file holds {here.Count} decisions" : "no decision starts at that line", $"name one by its line, as in {named}:{prepared.Folder.Case.AllDecisions.Where(d => d.Place.File == path).Select(d => d.Place.Line).DefaultIfEmpty(1).First()}"));
        return null;
    }

    // Those named who have not signed yet; with a known key, the one whose it is.
    private IReadOnlyList<PublicKey>? Allowed(Prepared prepared, ParseResult parsed, SignedDecision decision, PublicKey? key, List<Problem> problems)
    {
        var people = prepared.Folder.Case.People;
        var deciders = new Deciders(people, problems);
        if (people is null)
        {
            problems.Add(new Problem(new Place(PeopleEdit.Path), "people.missing", "the case has no people.yaml, so nobody may decide", "name who may, and with which key: marque people add"));
            return null;
        }

        // What a revoked key signed may be anybody's: no other signature makes it good.
        if (Deciders.Fallen(people, decision) is var (person, revoked))
        {
            problems.Add(new Problem(new Place(file.Name), "decision.fallen", $"the decision has fallen: the key {revoked.Id} of {person.Id} is revoked, and what it signed here counts no longer", decision is Decision ? $"decide anew: marque decide '{decision.Title}'" : $"decide anew: marque triage decide"));
            return null;
        }

        bool HasSigned(PublicKey k) => decision.IsSignedBy(k);
        var isKnown = Deciders.Named(people, decision).Count > 0;
        var open = Deciders.Missing(people, decision).ToList();
        if (key is not null && HasSigned(key))
        {
            var other = open.Find(p => Deciders.KeysOf(p).Contains(key));
            problems.Add(new Problem(new Place(signing.Given(parsed)), "decision.signed", other is null ? "the decision is signed with that key already" : "both approvers would have signed with one key", other is null ? "another one of those it names signs next" : $"{other.Id} signs with a key of their own"));
            return null;
        }

        if (open.Count == 0)
        {
            problems.Add(new Problem(new Place(signing.Given(parsed)), "decision.signed", !isKnown ? $"people.yaml knows nobody of those it names: {string.Join(", ", [decision.By, .. decision.Second is { } second ? [second.By] : Array.Empty<string>()])}" : "all whom the decision names have signed it", !isKnown ? "add them: marque people add" : "nothing is left to do"));
            return null;
        }

        if (key is null) return [.. open.SelectMany(p => deciders.Allowed(p.Id, null, signing.Given(parsed))).Where(k => !HasSigned(k))];
        var holder = open.Find(p => Deciders.KeysOf(p).Contains(key));
        if (holder is not null) return deciders.Allowed(holder.Id, key, signing.Given(parsed));
        var holders = Deciders.HoldersOf(people, key);
        problems.Add(new Problem(new Place(signing.Given(parsed)), "decision.key", $"the key {key.Id} is of none of those the decision waits for", $"it waits for {string.Join(", ", open.Select(p => p.Id))}{(holders.Count > 0 ? $"; the key is of {string.Join(", ", holders.Select(h => h.Id))}" : "")}"));
        return null;
    }
}
