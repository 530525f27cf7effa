using System.CommandLine;
using Marque.Cases;
using Marque.Cli.Deciding;
using Marque.Cli.Printing;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque people list|verify|sign</c>: who may decide what, and whether the root key vouches for it.</summary>
internal static class PeopleCommand
{
    public static Command List(Shell shell)
    {
        var options = new CaseOptions();
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("list", "Shows who may decide what, with which keys.") { options.Case, options.Trust, format };
        command.SetAction(parsed =>
        {
            if (PeopleFiles.Read(shell, parsed, options) is not { } files) return Exit.BadInput;
            if (parsed.GetValue(format) == "json") shell.Output.Write(PeopleTable.Json(files));
            else PeopleTable.Print(shell.Screen(), files);
            return Exit.Done;
        });
        return command;
    }

    public static Command Verify(Shell shell)
    {
        var options = new CaseOptions();
        var command = new Command("verify", "Says whether the root key vouches for people.yaml; exit code 1 if not.") { options.Case, options.Trust };
        command.SetAction(parsed =>
        {
            if (PeopleFiles.Read(shell, parsed, options) is not { } files) return Exit.BadInput;
            var (signed, words) = files.State();
            shell.Screen().Paragraph("", words);
            return signed ? Exit.Done : Exit.FallsShort;
        });
        return command;
    }

    public static Command Sign(Shell shell)
    {
        var options = new CaseOptions();
        var writing = new WritingOptions();
        var signing = new SigningOptions();
        var command = new Command("sign", "Signs people.yaml as it stands, with the root key.") { options.Case, options.Trust };
        signing.AddTo(command);
        writing.AddTo(command);
        command.SetAction(parsed =>
        {
            if (PeopleFiles.Read(shell, parsed, options) is not { } files) return Exit.BadInput;
            if (files.File is not { } file) return PeopleFiles.Refuse(shell, [new Problem(new Place(PeopleEdit.Path), "people.missing", "the case has none", "name who may decide: marque people add")]);
            if (!signing.Asked(parsed)) return PeopleFiles.Refuse(shell, [new Problem(new Place(signing.Key.Name), "people.signer", "nothing is named to sign with", "--sign KEY, --pkcs11 URI or --sign-command CMD, with the root key")]);
            PeopleTable.Print(shell.Screen(), files);
            shell.Screen().Line();
            shell.Flush();
            if (!parsed.GetValue(writing.DryRun)) return files.Write(shell, parsed, writing, signing, file);
            shell.Error.WriteLine("not signed: nothing is signed in a dry run");
            return Exit.Done;
        });
        return command;
    }
}
