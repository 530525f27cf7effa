using System.CommandLine;
using System.CommandLine.Parsing;
using Marque.Cases;
using Marque.Cli.Deciding;
using Marque.Ledger;
using Marque.Legal;
using Marque.Outside;
using Marque.Text;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque people revoke</c>: a key counts no longer. The decisions that it signed before stay, each named by its digest, unless the key was compromised.</summary>
internal sealed class PeopleRevokeCommand
{
    private const int MostShown = 12;

    private readonly CaseOptions options = new();
    private readonly WritingOptions writing = new();
    private readonly SigningOptions signing = new();
    private readonly Argument<string> which = new("KEY") { Description = "Id of the key (SHA256:...), its public key file, or the person whose only key it is." };
    private readonly Option<string> because = new("--because") { Description = "Why.", HelpName = "TEXT", Required = true };
    private readonly Option<Instant?> from = new("--from") { Description = "From when on: RFC 3339 instant. Default: now.", HelpName = "T", CustomParser = At };
    private readonly Option<bool> compromised = new("--compromised") { Description = "Nothing that the key signed counts any more." };

    public static Command Create(Shell shell)
    {
        var revoke = new PeopleRevokeCommand();
        var command = new Command("revoke", "Revokes a key from an instant on.") { revoke.which, revoke.options.Case, revoke.because, revoke.from, revoke.compromised, revoke.options.Trust };
        revoke.signing.AddTo(command);
        revoke.writing.AddTo(command);
        command.SetAction(parsed => revoke.Run(shell, parsed));
        return command;
    }

    private int Run(Shell shell, ParseResult parsed)
    {
        if (PeopleFiles.Read(shell, parsed, options) is not { } files) return Exit.BadInput;
        var problems = new List<Problem>();
        if (files is not { File: { } file, People: { } people }) return PeopleFiles.Refuse(shell, [new Problem(new Place(PeopleEdit.Path), "people.missing", "the case has none", "there is nothing to revoke")]);
        var key = Key(shell, people, parsed.GetValue(which)!, problems);
        if (key is not null && people.Revoked.FirstOrDefault(r => r.Key == key.Id) is { } already) problems.Add(new Problem(Prepared.Shown(shell, files.Folder.Folder, new Problem(already.Place, "", "")).Place, "people.revoked", $"the key {key.Id} is revoked already: {already.Because}", "nothing is left to do"));
        var instant = parsed.GetValue(from) ?? shell.ToTheSecond();
        if (instant > shell.ToTheSecond()) problems.Add(new Problem(new Place(from.Name), "people.from", "the instant has not come yet", "revoke it then; until then it counts"));
        if (problems.Count > 0 || key is null) return PeopleFiles.Refuse(shell, problems);
        var signed = files.Folder.Case.AllDecisions.Where(d => d.Process is null && d.IsSignedBy(key)).OrderBy(d => d.Place).ToList();
        var stays = parsed.GetValue(compromised) ? [] : signed.Where(d => BrusselsDay.StartOf(d.On) <= instant).ToList();
        var revoked = new RevokedKey(key.Id, instant, parsed.GetValue(because)!.Trim(), [.. stays.Select(d => d.Digest).Distinct().Order()], default);
        var edited = PeopleEdit.Revoke(file, people, revoked);
        if (!edited.Ok) return PeopleFiles.Refuse(shell, [.. edited.Problems.Select(p => Prepared.Shown(shell, files.Folder.Folder, p))]);
        if (!parsed.GetValue(writing.DryRun)) Show(shell, files, key, instant, stays, [.. signed.Except(stays)]);
        return files.Write(shell, parsed, writing, signing, edited.Value!);
    }

    private static void Show(Shell shell, PeopleFiles files, PublicKey key, Instant instant, List<SignedDecision> stays, List<SignedDecision> falls)
    {
        var screen = shell.Screen();
        var holders = string.Join(", ", Deciders.HoldersOf(files.People!, key).Select(h => h.Id));
        screen.Paragraph("", $"key {key.Id} of {holders}, revoked from {InstantPattern.ExtendedIso.Format(instant)}");
        screen.Paragraph("", $"{Count(stays.Count)} signed with it {(stays.Count == 1 ? "stays" : "stay")}; no other will count, whatever date it carries.");
        if (falls.Count > 0) screen.Paragraph("", $"{Count(falls.Count)} signed with it {(falls.Count == 1 ? "falls" : "fall")}, to be decided anew:");
        foreach (var d in falls.Take(MostShown)) screen.Paragraph("  ", $"{d.Title} ({Problems.FromHere(shell, Path.Combine(files.Folder.Folder, d.Place.File))}:{d.Place.Line})");
        if (falls.Count > MostShown) screen.Line($"  and {falls.Count - MostShown} more");
        foreach (var (use, process) in files.Folder.Case.Processes)
        {
            if (process.People is { } others && Deciders.HoldersOf(others, key).Count > 0) screen.Paragraph("note: ", $"the process case {use} allows the key too, in a people.yaml of its own");
        }
    }

    private static PublicKey? Key(Shell shell, People people, string named, List<Problem> problems)
    {
        var all = people.Persons.SelectMany(Deciders.KeysOf).Distinct().ToList();
        if (named.StartsWith("SHA256:", StringComparison.Ordinal))
        {
            if (all.Find(k => k.Id == named) is { } byId) return byId;
        }
        else if (people.Persons.FirstOrDefault(p => p.Id == named) is { } person)
        {
            var keys = Deciders.KeysOf(person).Where(k => people.Revoked.All(r => r.Key != k.Id)).ToList();
            if (keys is [var only]) return only;
            problems.Add(new Problem(new Place("KEY"), "people.key", keys.Count == 0 ? $"{named} has no key that counts" : $"{named} has {keys.Count} keys", keys.Count == 0 ? "there is nothing to revoke" : $"name one: {string.Join(", ", keys.Select(k => k.Id))}"));
            return null;
        }
        else if (File.Exists(Path.GetFullPath(named, shell.WorkingDirectory)))
        {
            if (KeyFile.ReadForCase(named, shell.WorkingDirectory, problems) is not { } read) return null;
            if (all.Contains(read.Key)) return read.Key;
        }

        problems.Add(new Problem(new Place("KEY"), "people.key", $"people.yaml has no such key: {named}", Nearest.To(named, people.Persons.Select(p => p.Id)) is { } near ? $"did you mean '{near}'?" : "see marque people list"));
        return null;
    }

    private static string Count(int decisions) => decisions == 1 ? "1 decision" : $"{decisions} decisions";

    private static Instant? At(ArgumentResult result)
    {
        if (OffsetDateTimePattern.Rfc3339.Parse(result.Tokens[0].Value) is { Success: true, Value: var instant }) return instant.ToInstant();
        result.AddError($"--from '{result.Tokens[0].Value}' is not an instant; write it as 2026-11-24T10:00:00Z");
        return null;
    }
}
