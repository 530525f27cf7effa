using System.CommandLine;
using Marque.Cli.Printing;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque evidence check</c>: hashes and reads every registered fact again.</summary>
internal static class EvidenceCheckCommand
{
    public static Command Create(Shell shell)
    {
        var named = new CaseOptions().Case;
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("check", "Compares every registered fact with what is there now.") { named, format };
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            if (Prepared.ReadCase(shell, parsed.GetValue(named), problems, processToo: true) is not { } folder || problems.Count > 0)
            {
                Problems.Print(shell, problems);
                return Exit.BadInput;
            }

            var seen = Looking.At(shell, folder);
            var states = seen.Facts.Select(f => FactStates.Of(f, seen)).ToList();
            if (parsed.GetValue(format) == "json") shell.Output.Write(EvidenceCheck.Json(folder.Case, seen, states));
            else EvidenceCheck.Print(shell.Screen(), folder.Case, seen, states);
            return states.Exists(s => s.FallsShort()) ? Exit.FallsShort : Exit.Done;
        });
        return command;
    }
}
