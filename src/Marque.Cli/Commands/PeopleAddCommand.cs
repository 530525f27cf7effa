using System.CommandLine;
using Marque.Cases;
using Marque.Cli.Deciding;
using Marque.Ledger;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque people add</c>: a person with roles and keys, or further ones for a person who is there.</summary>
internal sealed class PeopleAddCommand
{
    private readonly CaseOptions options = new();
    private readonly WritingOptions writing = new();
    private readonly SigningOptions signing = new();
    private readonly Argument<string> id = new("NAME") { Description = "Id that decisions name; a function is enough, such as security-lead." };
    private readonly Option<string[]> role = Several("--role", "Role held.", "ROLE");
    private readonly Option<string[]> key = Several("--key", "File of a public key: OpenSSH .pub, PEM, or X.509 certificate.", "FILE");
    private readonly Option<string?> name = new("--name") { Description = "Name or function, for people.", HelpName = "TEXT" };
    private readonly Option<string?> email = new("--email") { Description = "Where mail reaches them.", HelpName = "ADDRESS" };
    private readonly Option<string[]> may = Several("--may", $"What a role that is new may decide: {string.Join(", ", DecidingRole.Subjects)}.", "WORD");
    private readonly Option<string[]> fourEyes = Several("--four-eyes", "Of these, what needs a second approver.", "WORD");
    private readonly Option<string?> root = new("--root") { Description = "File of the public root key, for a people.yaml that is new.", HelpName = "FILE" };

    public static Command Create(Shell shell)
    {
        var add = new PeopleAddCommand();
        var command = new Command("add", "Adds a person who may decide, or a role or key to one.") { add.id, add.options.Case, add.role, add.key, add.name, add.email, add.may, add.fourEyes, add.root, add.options.Trust };
        add.may.AcceptOnlyFromAmong([.. DecidingRole.Subjects]);
        add.fourEyes.AcceptOnlyFromAmong([.. DecidingRole.Subjects]);
        add.signing.AddTo(command);
        add.writing.AddTo(command);
        command.SetAction(parsed => add.Run(shell, parsed));
        return command;
    }

    private int Run(Shell shell, ParseResult parsed)
    {
        if (PeopleFiles.Read(shell, parsed, options) is not { } files) return Exit.BadInput;
        var problems = new List<Problem>();
        var who = parsed.GetValue(id)!.Trim();
        var people = files.People;
        var present = people?.Persons.FirstOrDefault(p => p.Id == who);
        if (who.Length == 0 || who.Any(char.IsControl)) problems.Add(new Problem(new Place("NAME"), "people.id", "this is no id", "write a word, such as security-lead"));
        var keys = Keys(shell, parsed, people, present, who, problems);
        var roles = Roles(parsed, people, problems);
        var person = new Person(who, parsed.GetValue(name)?.Trim() ?? "", [.. parsed.GetValue(role)!.Distinct(StringComparer.Ordinal)], [.. keys.Select(k => k.Text)], default);
        if (present is null && person.Roles.Count == 0) problems.Add(new Problem(new Place(role.Name), "people.role", $"no role is named for {who}", people is { Roles.Count: > 0 } ? $"one of {string.Join(", ", people.Roles.Select(r => r.Id))}" : "name one, and with --may what it decides"));
        FileChange? change = null;
        if (files.File is { } file && people is not null)
        {
            if (parsed.GetValue(root) is not null) problems.Add(new Problem(new Place(root.Name), "people.root", "there is a people.yaml already, which names its root key itself", "leave the option out; another root key is written by hand, and then trusted anew by everybody"));
            else if (problems.Count == 0)
            {
                var edited = PeopleEdit.Add(file, people, roles, person, parsed.GetValue(email));
                problems.AddRange(edited.Problems.Select(p => Prepared.Shown(shell, files.Folder.Folder, p)));
                change = edited.Value;
                if (change is not null && change.After.Span.SequenceEqual(file.After.Span)) problems.Add(new Problem(new Place(PeopleEdit.Path), "people.unchanged", $"{who} is there with all of this already", "nothing is left to do"));
            }
        }
        else if (parsed.GetValue(root) is not { } named) problems.Add(new Problem(new Place(root.Name), "people.root", "people.yaml is new, and no root key is named", "name the public key that is to vouch for it: --root FILE"));
        else if (KeyFile.ReadForCase(named, shell.WorkingDirectory, problems) is { } vouching && problems.Count == 0)
        {
            change = PeopleEdit.New(vouching.Text, roles, person, parsed.GetValue(email), files.Folder.Files[CaseFile.Main].Span);
        }

        if (problems.Count > 0 || change is null) return PeopleFiles.Refuse(shell, problems);
        if (!parsed.GetValue(writing.DryRun))
        {
            foreach (var (added, _, certificate) in keys)
            {
                shell.Screen().Paragraph("", $"key {added.Id} of {who}{(certificate is null ? "" : $", from the {certificate}: what counts is the key; neither its chain nor its end is looked at")}");
            }
        }

        return files.Write(shell, parsed, writing, signing, change);
    }

    private List<(PublicKey Key, string Text, string? Certificate)> Keys(Shell shell, ParseResult parsed, People? people, Person? present, string who, List<Problem> problems)
    {
        var keys = new List<(PublicKey, string, string?)>();
        foreach (var file in parsed.GetValue(key)!)
        {
            if (KeyFile.ReadForCase(file, shell.WorkingDirectory, problems) is not { } read) continue;
            if (people?.Revoked.FirstOrDefault(r => r.Key == read.Key.Id) is { } revoked) problems.Add(new Problem(new Place(file), "people.revoked", $"the key {read.Key.Id} was revoked: {revoked.Because}", "make a new key"));
            else if (people is not null && Deciders.HoldersOf(people, read.Key).FirstOrDefault(h => h.Id != who) is { } other) problems.Add(new Problem(new Place(file), "people.key", $"the key {read.Key.Id} is {other.Id}'s", "each person has keys of their own, or two approvers would be one"));
            else if ((present is null || !Deciders.KeysOf(present).Contains(read.Key)) && !keys.Exists(k => k.Item1.Equals(read.Key))) keys.Add(read);
        }

        return keys;
    }

    private List<DecidingRole> Roles(ParseResult parsed, People? people, List<Problem> problems)
    {
        var known = people?.Roles.Select(r => r.Id).ToList() ?? [];
        var added = parsed.GetValue(role)!.Where(r => !known.Contains(r, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        var words = parsed.GetValue(may)!;
        var four = parsed.GetValue(fourEyes)!;
        if (added.Count > 0 && words.Length == 0)
        {
            foreach (var one in added) problems.Add(new Problem(new Place(role.Name), "people.role", $"there is no role '{one}'", Nearest.To(one, known) is { } near ? $"did you mean '{near}'? Or say with --may what it decides" : $"say with --may what it decides{(known.Count > 0 ? $"; known: {string.Join(", ", known)}" : "")}"));
        }

        if (added.Count == 0 && words.Length + four.Length > 0) problems.Add(new Problem(new Place(words.Length > 0 ? may.Name : fourEyes.Name), "people.role", "no role named is new: what a role may decide stands in people.yaml", "change it there by hand and sign again; or add a role of its own with --role NAME --may ..."));
        foreach (var word in four.Except(words, StringComparer.Ordinal)) problems.Add(new Problem(new Place(fourEyes.Name), "people.four-eyes", $"the role may not decide on {word} at all", $"add it to --may, or leave it out"));
        return [.. added.Select(r => new DecidingRole(r, [.. words.Distinct(StringComparer.Ordinal)], [.. four.Distinct(StringComparer.Ordinal)], default))];
    }

    private static Option<string[]> Several(string name, string description, string help) => new(name) { Description = description, HelpName = help, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
}
