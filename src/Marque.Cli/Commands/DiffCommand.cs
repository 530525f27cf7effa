using System.CommandLine;
using Marque.Cli.Comparing;
using Marque.Cli.Printing;
using Marque.Comparisons;
using Marque.Documents;

namespace Marque.Cli.Commands;

/// <summary><c>marque diff</c>: what changed between two releases, instants or revisions, and which verdicts moved.</summary>
internal static class DiffCommand
{
    public static Command Create(Shell shell)
    {
        var options = new CaseOptions();
        var modification = new ModificationOptions();
        var from = new Option<string>("--from") { Description = "A release, a date or instant, a git revision; or several: rev=main,release=2.4.1,at=2026-11-24.", HelpName = "X", Required = true };
        var to = new Option<string>("--to") { Description = "The same. Default: the case as it stands, now.", HelpName = "Y", DefaultValueFactory = _ => "now" };
        var gate = new Option<string>("--gate") { Description = "When to exit with 1: none (default), worse (a point of Annex I or an obligation of the law got worse).", HelpName = "POLICY", DefaultValueFactory = _ => "none" };
        var format = new Option<string>("--format") { Description = "table, json or markdown.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        gate.AcceptOnlyFromAmong("none", "worse");
        format.AcceptOnlyFromAmong("table", "json", "markdown");
        var command = new Command("diff", "Shows what changed between two releases, instants or revisions, and which verdicts moved.") { from, to, gate, format };
        modification.AddTo(command, format, gate);
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            if (Sides.Of(shell, parsed, options, parsed.GetValue(from)!, parsed.GetValue(to)!) is not var (folder, first, second)) return Exit.BadInput;
            var comparison = Comparison.Of(first, second);
            ModificationInquiry? inquiry = null;
            if (modification.Asks(parsed) && (inquiry = ModificationOptions.Inquire(shell, comparison)) is null) return Exit.BadInput;
            if (inquiry is not null && modification.Records(parsed)) return modification.Record(shell, parsed, folder, comparison, inquiry, parsed.GetValue(options.AsOf) ?? shell.ToTheSecond());
            switch (parsed.GetValue(format))
            {
                case "json": shell.Output.Write(ComparisonJson.Of(comparison, inquiry)); break;
                case "markdown": shell.Output.Write(ComparisonMarkdown.Of(comparison, inquiry)); break;
                default:
                    ComparisonTable.Print(shell.Screen(), comparison);
                    if (inquiry is not null) ModificationTable.Print(shell.Screen(), inquiry, comparison);
                    break;
            }

            return parsed.GetValue(gate) == "worse" && comparison.GotWorse ? Exit.FallsShort : Exit.Done;
        });
        return command;
    }
}
