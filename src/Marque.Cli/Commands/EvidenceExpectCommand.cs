using System.CommandLine;
using Marque.Assessments;
using Marque.Cli.Printing;

namespace Marque.Cli.Commands;

/// <summary><c>marque evidence expect</c>: what a build must deliver for a release, and what is not there.</summary>
internal static class EvidenceExpectCommand
{
    public static Command Create(Shell shell)
    {
        var options = new CaseOptions();
        var release = new Option<string?>("--release") { Description = "The release. Default: the newest supported.", HelpName = "V" };
        var all = new Option<bool>("--all") { Description = "Documents too, which no build delivers." };
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("expect", "Names the facts a build must deliver for a release; exit code 1 when one is missing, stale or unsound.") { release, all, format };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            if (Prepared.Of(shell, parsed, options, processToo: true) is not { } prepared) return Exit.BadInput;
            if (parsed.GetValue(release) is { } version && AssessCommand.Unknown(prepared, version) is { } problem)
            {
                Prepared.Refuse(shell, [problem]);
                return Exit.BadInput;
            }

            var of = parsed.GetValue(release) ?? prepared.Index.NewestSupported(prepared.At);
            var deliveries = Deliveries.Of(prepared.Index, prepared.Seen.Observations, of, prepared.At).Where(d => parsed.GetValue(all) || d.IsOfBuild).ToList();
            if (parsed.GetValue(format) == "json") shell.Output.Write(EvidenceExpectations.Json(prepared.Index.Case, of, deliveries, prepared.At));
            else EvidenceExpectations.Print(shell.Screen(), prepared.Index.Case, of, deliveries, prepared.At);
            return deliveries.Exists(d => !d.IsDelivered) ? Exit.FallsShort : Exit.Done;
        });
        return command;
    }
}
