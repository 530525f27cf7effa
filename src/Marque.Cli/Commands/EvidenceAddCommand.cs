using System.CommandLine;
using Marque.Cases;
using Marque.Cli.Printing;
using Marque.Facts;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque evidence add</c>: registers facts, each in a file of its own, with what their content check found.</summary>
internal sealed class EvidenceAddCommand
{
    private readonly Argument<string[]> files = new("FILE") { Description = "The artefacts. One that lies outside of the case is copied into it.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> named = new("--case") { Description = "Folder of the case, or its marque.yaml. Default: found from here upwards.", HelpName = "CASE" };
    private readonly Option<string?> target = new("--as") { Description = "Path in the case that a copied artefact gets. Default: artefacts/SERIES/DAY-NAME.", HelpName = "PATH" };
    private readonly SeriesOptions series = new();
    private readonly FactOptions facts = new();
    private readonly WritingOptions writing = new();

    public static Command Create(Shell shell)
    {
        var add = new EvidenceAddCommand();
        var command = new Command("add", "Registers facts in a series, with digest, times, scope and what their content says.") { add.files, add.named, add.target };
        add.series.AddTo(command);
        add.facts.AddTo(command);
        add.writing.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(add.target) is not null && result.GetValue(add.files) is { Length: > 1 }) result.AddError("--as names one artefact; register several without it");
        });
        command.SetAction(parsed => add.Run(shell, parsed));
        return command;
    }

    private int Run(Shell shell, ParseResult parsed)
    {
        var problems = new List<Problem>();
        var folder = Prepared.ReadCase(shell, parsed.GetValue(named), problems, processToo: true);
        // A statement may have named the series before it exists: with it the case is whole. It is read again before anything is written, and another one that is missing is told then.
        problems.RemoveAll(p => p.Code == "case.unknown-series");
        if (folder is null || problems.Count > 0) return Refuse(shell, problems);
        if (series.Find(folder, parsed, detected: null, problems) is not { Series: { } found } defined || problems.Count > 0) return Refuse(shell, problems);
        var artefacts = new List<NewArtefact>();
        var kind = found.Kind;
        foreach (var file in parsed.GetValue(files)!)
        {
            if (NewArtefact.Read(folder.Folder, shell.WorkingDirectory, file, kind, found.Expectation, problems) is not { } artefact) continue;
            artefacts.Add(artefact);
            // A new series is of the kind of its first artefact.
            if (defined.New is not null && artefact.Check.Outcome != Outcome.Unreadable) kind ??= artefact.Check.Kind;
        }

        if (problems.Count > 0) return Refuse(shell, problems);
        if (defined.New is not null && kind is { } detected) defined = series.Find(folder, parsed, detected, problems);
        return new Registering(shell, folder, found, defined.New, writing, parsed).Run(artefacts, facts, parsed.GetValue(target), problems);
    }

    private static int Refuse(Shell shell, List<Problem> problems)
    {
        Problems.Print(shell, problems);
        return Exit.BadInput;
    }
}
