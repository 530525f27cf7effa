using System.CommandLine;
using Marque.Cli.Printing;
using Marque.Csaf;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque advisory validate</c>: CSAF documents against the schema and the tests of CSAF 2.0, without a network.</summary>
internal static class AdvisoryValidateCommand
{
    private static readonly string[] Kinds = ["mandatory", "optional", "informative"];

    public static Command Create(Shell shell)
    {
        var files = new Argument<string[]>("FILE") { Description = "CSAF 2.0 documents.", Arity = ArgumentArity.OneOrMore };
        var only = new Option<string?>("--only") { Description = "Only what weighs at least so much: mandatory, optional, informative (default: all).", HelpName = "KIND" };
        var gate = new Option<string>("--gate") { Description = "When to exit with 1: none, mandatory (default: a document is not valid), optional, informative.", HelpName = "KIND", DefaultValueFactory = _ => "mandatory" };
        only.AcceptOnlyFromAmong(Kinds);
        gate.AcceptOnlyFromAmong(["none", .. Kinds]);
        var format = SbomCommand.Format();
        var command = new Command("validate", "Checks CSAF documents against the schema and the tests of CSAF 2.0.") { files, only, gate, format };
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            var validated = new List<ValidatedAdvisory>();
            using var work = new LongWork(shell, "checking");
            foreach (var named in parsed.GetValue(files)!)
            {
                if (Files.Read(Path.GetFullPath(named, shell.WorkingDirectory), named, CsafCheck.MaxDocument, problems) is { } bytes) validated.Add(new(named, CsafCheck.Run(bytes, work.Cancel)));
            }

            if (problems.Count > 0)
            {
                Problems.Print(shell, problems);
                return Exit.BadInput;
            }

            var least = Weight(parsed.GetValue(only) ?? "informative");
            if (parsed.GetValue(format) == "json") shell.Output.Write(AdvisoryValidationJson.Of(validated, least));
            else AdvisoryValidationTable.Print(shell.Screen(), validated, least);
            var asked = parsed.GetValue(gate)!;
            return asked != "none" && validated.Any(v => v.Report.Findings.Any(f => f.Test.Kind <= Weight(asked))) ? Exit.FallsShort : Exit.Done;
        });
        return command;
    }

    private static CsafTestKind Weight(string kind) => kind switch { "mandatory" => CsafTestKind.Mandatory, "optional" => CsafTestKind.Optional, _ => CsafTestKind.Informative };
}
