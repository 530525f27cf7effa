using System.CommandLine;
using Marque.Cli.Printing;
using Marque.Comparisons;
using Marque.Documents;
using Marque.Legal;
using Marque.Outside;
using Marque.Text;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque standards simulate</c>: what would change the day a standard is cited, under coverage that a person assumes. Nothing of it is law, and nothing of it is written.</summary>
internal static class SimulateCommand
{
    private const int MaxBytes = 1024 * 1024;

    public static Command Create(Shell shell)
    {
        var options = new CaseOptions();
        var reference = new Argument<string>("REF") { Description = "The reference of the standard, or a part of it that names one alone." };
        var from = new Option<LocalDate?>("--from") { Description = "First day of the assumed citation.", HelpName = "DATE", Required = true, CustomParser = result => Parse(result) };
        var covers = new Option<string>("--covers") { Description = "YAML file of what the standard is assumed to cover.", HelpName = "FILE", Required = true };
        var release = new Option<string?>("--release") { Description = "Release to assess. Default: the newest supported that was there.", HelpName = "V" };
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("simulate", "Shows what an assumed citation would change; everything it prints is ASSUMED.") { reference, from, covers, release, format };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            if (Prepared.Of(shell, parsed, options) is not { } prepared) return Exit.BadInput;
            var problems = new List<Problem>();
            var standard = StandardsCommand.Find(prepared.Index.Law, parsed.GetValue(reference)!, out var unknown);
            if (unknown is not null) problems.Add(unknown);
            if (parsed.GetValue(release) is { } version && AssessCommand.Unknown(prepared, version) is { } wrong) problems.Add(wrong);
            var named = parsed.GetValue(covers)!;
            var bytes = Files.Read(Path.GetFullPath(named, shell.WorkingDirectory), named, MaxBytes, problems);
            var assumed = standard is null || bytes is null ? null : Assumption.Read(named, bytes, prepared.Index.Law, standard, parsed.GetValue(from)!.Value);
            problems.AddRange(assumed?.Problems ?? []);
            if (problems.Count > 0 || assumed?.Value is not { } assumption) return Refuse(shell, problems);
            var today = Side.Of("today", prepared.Folder.Source, prepared.Index, prepared.Seen.Observations, parsed.GetValue(release), prepared.At);
            var simulated = Simulation.Of(assumption, today);
            if (simulated.Value is not { } simulation) return Refuse(shell, simulated.Problems);
            if (parsed.GetValue(format) == "json") shell.Output.Write(SimulationJson.Of(simulation));
            else SimulationTable.Print(shell.Screen(), simulation);
            return Exit.Done;
        });
        return command;
    }

    private static LocalDate? Parse(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } && day.Year is >= 2000 and < 2200) return day;
        result.AddError($"--from '{text}' is no date; write it as 2027-06-01");
        return null;
    }

    private static int Refuse(Shell shell, IReadOnlyList<Problem> problems)
    {
        Problems.Print(shell, problems);
        return Exit.BadInput;
    }
}
