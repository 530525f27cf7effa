using System.CommandLine;
using System.CommandLine.Parsing;
using Marque.Assessments;
using Marque.Cases;
using Marque.Cli.Deciding;
using Marque.Cli.Printing;
using Marque.Ledger;
using Marque.Outside;
using Marque.Outside.Signing;
using Marque.Text;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque decide</c>: writes one decision on today's digests, tried by the engine's own rules first, and signed where asked.</summary>
internal sealed class DecideCommand
{
    private readonly CaseOptions options = new();
    private readonly WritingOptions writing = new();
    private readonly SigningOptions signing = new();
    private readonly Argument<string> requirement = new("REQUIREMENT") { Description = "Such as 'CR 1.1', I.2.e, 13(8); risk-assessment, classification, bridge:ID, instrument:REFERENCE." };
    private readonly Option<string[]> facts = Several("--facts", "Series that it rests on, or SHA-256 of single facts. With --rebuts: the series whose standing contradictions it rebuts.", "ID");
    private readonly Option<string[]> parts = Several("--parts", "Parts it speaks of. Default: all.", "PART");
    private readonly Option<string?> by = new("--by") { Description = "Who decides (id in people.yaml). Default: whose key signs.", HelpName = "NAME" };
    private readonly Option<string?> role = new("--role") { Description = "In which role. Default: the only one held that may.", HelpName = "ROLE" };
    private readonly Option<string?> second = new("--second") { Description = "Who approves it besides, by another key: see marque approve.", HelpName = "NAME" };
    private readonly Option<string?> secondRole = new("--second-role") { Description = "In which role.", HelpName = "ROLE" };
    private readonly Option<LocalDate?> until = new("--until") { Description = "Last day on which it is in force. Default: no end.", HelpName = "D", CustomParser = Day };
    private readonly Option<string> rationale = new("--rationale") { Description = "Why.", HelpName = "TEXT", Required = true };
    private readonly Option<string?> release = new("--release") { Description = "It holds for this release alone. Default: for all.", HelpName = "V" };
    private readonly Option<string?> from = new("--from-release") { Description = "It holds for this release and those that follow it.", HelpName = "V" };
    private readonly (Option<bool> Option, Judgement Judgement)[] judgements =
    [
        (new("--satisfied") { Description = "The facts satisfy the requirement (default)." }, Judgement.Satisfied),
        (new("--not-satisfied") { Description = "They do not." }, Judgement.NotSatisfied),
        (new("--not-applicable") { Description = "It does not apply, as risk.yaml states." }, Judgement.NotApplicable),
        (new("--rebuts") { Description = "What contradicts does not speak against the requirement." }, Judgement.Rebuts),
    ];

    public static Command Create(Shell shell)
    {
        var decide = new DecideCommand();
        var command = new Command("decide", "Writes a decision on today's digests, and signs it.") { decide.requirement };
        decide.options.AddTo(command);
        foreach (var (option, _) in decide.judgements) command.Add(option);
        foreach (var option in new Option[] { decide.facts, decide.parts, decide.by, decide.role, decide.second, decide.secondRole, decide.until, decide.rationale, decide.release, decide.from }) command.Add(option);
        decide.signing.AddTo(command);
        decide.writing.AddTo(command);
        command.Validators.Add(result =>
        {
            if (decide.judgements.Count(j => result.GetValue(j.Option)) > 1) result.AddError("--satisfied, --not-satisfied, --not-applicable and --rebuts exclude each other");
            if (result.GetValue(decide.release) is not null && result.GetValue(decide.from) is not null) result.AddError("--release and --from-release exclude each other");
            if (result.GetValue(decide.secondRole) is not null && result.GetValue(decide.second) is null) result.AddError("--second-role needs --second");
            if (string.IsNullOrWhiteSpace(result.GetValue(decide.rationale))) result.AddError("--rationale is empty: say why, in a sentence that others can check");
        });
        command.SetAction(parsed => decide.Run(shell, parsed));
        return command;
    }

    private int Run(Shell shell, ParseResult parsed)
    {
        if (Misspelt.Split(shell, parsed.GetValue(requirement)!, parsed.GetValue(options.Case)) is { } split) return Trials.Refuse(shell, [split]);
        if (Prepared.Of(shell, parsed, options, processToo: true) is not { } prepared) return Exit.BadInput;
        var problems = new List<Problem>();
        using var signer = signing.Open(parsed, shell, problems);
        var draft = problems.Count == 0 ? Of(parsed, prepared).Draft(signer?.Key, problems) : null;
        if (draft is null) return Trials.Refuse(shell, problems);
        var allowed = signer is null ? [] : new Deciders(prepared.Folder.Case.People, problems).Allowed(draft.By, signer.Key, signing.Given(parsed));
        var path = Free(shell, prepared, draft, problems);
        if (problems.Count > 0 || Trials.Try(shell, prepared, Change(prepared, path, draft), draft.Releases, problems) is not { } trial) return Trials.Refuse(shell, problems);
        TrialTable.Head(shell.Screen(), prepared, trial);
        problems.AddRange(Trials.Refusals(trial, parts: draft.Parts.Count > 0));
        if (problems.Count > 0) return Trials.Refuse(shell, problems);
        TrialTable.Effect(shell.Screen(), Assess.Run(prepared.Index, prepared.Seen.Observations, trial.AsIs.Release, prepared.At), prepared.Index, trial);
        shell.Flush();
        // Nothing is signed that is not written.
        if (signer is not null && !parsed.GetValue(writing.DryRun))
        {
            if (signer.Sign(People.DecisionPayloadType, trial.Decision.SignedBytes, allowed, problems) is not { } signature) return Trials.Refuse(shell, problems);
            draft = draft with { Signatures = [signature] };
        }

        var change = Change(prepared, path, draft);
        switch (writing.Apply(shell, parsed, prepared.Folder.Folder, [change]))
        {
            case Applied.Refused: return Exit.BadInput;
            case Applied.Shown:
                if (signer is not null) shell.Error.WriteLine("not signed: nothing is signed in a dry run");
                return Exit.Done;
        }

        TrialTable.Written(shell.Screen(), prepared, shell, path, Trials.WhyNotAttested(prepared, path, trial.Decision.Digest), trial.Decision with { Signatures = draft.Signatures });
        return Exit.Done;
    }

    private Asked Of(ParseResult parsed, Prepared prepared) => new(prepared, Trials.ReleaseFor(prepared, Range(parsed)))
    {
        Subject = parsed.GetValue(requirement)!,
        Judgement = judgements.FirstOrDefault(j => parsed.GetValue(j.Option)) is { Option: not null } chosen ? chosen.Judgement : null,
        Facts = parsed.GetValue(facts)!,
        Parts = parsed.GetValue(parts)!,
        Releases = Range(parsed),
        By = parsed.GetValue(by),
        Role = parsed.GetValue(role),
        Second = parsed.GetValue(second),
        SecondRole = parsed.GetValue(secondRole),
        Until = parsed.GetValue(until),
        Rationale = parsed.GetValue(rationale)!.Trim(),
    };

    private ReleaseRange Range(ParseResult parsed) => new(parsed.GetValue(from), null, parsed.GetValue(release) is { } only ? [only] : []);

    private static string Free(Shell shell, Prepared prepared, Decision draft, List<Problem> problems)
    {
        var path = DecisionText.PathOf(draft);
        var digest = CanonicalJson.DigestOf(DecisionText.Of(draft), "signatures");
        if (prepared.Folder.Case.Decisions.FirstOrDefault(d => d.Process is null && d.Digest == digest) is { } same)
        {
            var hasFallen = prepared.Folder.Case.People is { } people && Deciders.Fallen(people, same) is not null;
            problems.Add(Prepared.Shown(shell, prepared.Folder.Folder, new Problem(same.Place, "decision.exists", hasFallen ? "this very decision is there already, and has fallen with a revoked key" : "this very decision is there already", hasFallen ? "take it out, or say more in --rationale" : "sign it, if it lacks a signature: marque approve")));
        }

        // Another one by the same person on the same day: what it says tells them apart.
        return prepared.Folder.Files.ContainsKey(path) ? $"{path[..^".yaml".Length]}-{digest.Short[..8]}.yaml" : path;
    }

    private static FileChange Change(Prepared prepared, string path, Decision decision) => FileChange.New(path, DecisionText.Schema, DecisionText.Of(decision), prepared.Folder.Files[CaseFile.Main].Span);

    private static Option<string[]> Several(string name, string description, string help) => new(name) { Description = description, HelpName = help, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };

    private static LocalDate? Day(ArgumentResult result)
    {
        if (LocalDatePattern.Iso.Parse(result.Tokens[0].Value) is { Success: true, Value: var day }) return day;
        result.AddError($"--until '{result.Tokens[0].Value}' is not a date; write it as 2027-11-24");
        return null;
    }
}
