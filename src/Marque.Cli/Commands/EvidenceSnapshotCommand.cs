using System.CommandLine;
using Marque.Cases;
using Marque.Facts;
using Marque.Outside;
using Marque.Outside.Git;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque evidence snapshot</c>: takes live state as a fact, below <c>snapshots/</c>.</summary>
internal sealed class EvidenceSnapshotCommand
{
    private const int IdDigits = 12;

    private readonly Option<string> repository = new("--repository") { Description = "Folder of the repository. Default: here.", HelpName = "DIR", DefaultValueFactory = _ => "." };
    private readonly Option<string?> commit = new("--commit") { Description = "Takes the commit that this names, such as HEAD.", HelpName = "REF" };
    private readonly Option<string?> tag = new("--tag") { Description = "Takes this annotated tag, with its signature.", HelpName = "NAME" };
    private readonly Option<string?> named = new("--case") { Description = "Folder of the case, or its marque.yaml. Default: found from here upwards.", HelpName = "CASE" };
    private readonly SeriesOptions series = new();
    private readonly FactOptions facts = new();
    private readonly WritingOptions writing = new();

    public static Command Create(Shell shell) => new("snapshot", "Takes live state as a fact. What can be taken is the state of a git repository; findings, triage and reporting have no live store yet, and a web page is not fetched: save it and add the file.") { Git(shell) };

    private static Command Git(Shell shell)
    {
        var snapshot = new EvidenceSnapshotCommand();
        var command = new Command("git", "Takes a commit or an annotated tag: its own bytes, with its signature. Nothing of the repository's configuration is run.") { snapshot.repository, snapshot.commit, snapshot.tag, snapshot.named };
        snapshot.series.AddTo(command);
        snapshot.facts.AddTo(command);
        snapshot.writing.AddTo(command);
        command.Validators.Add(result =>
        {
            if ((result.GetValue(snapshot.commit) is null) == (result.GetValue(snapshot.tag) is null)) result.AddError("one of --commit REF and --tag NAME says what to take");
        });
        command.SetAction(parsed => snapshot.Run(shell, parsed));
        return command;
    }

    private int Run(Shell shell, ParseResult parsed)
    {
        var problems = new List<Problem>();
        if (Prepared.ReadCase(shell, parsed.GetValue(named), problems, processToo: true) is not { } folder || problems.Count > 0) return Refuse(shell, problems);
        var shown = parsed.GetValue(repository)!;
        var isTag = parsed.GetValue(tag) is not null;
        if (GitSnapshot.Take(Path.GetFullPath(shown, shell.WorkingDirectory), shown, (parsed.GetValue(tag) ?? parsed.GetValue(commit))!, isTag, problems) is not { } taken) return Refuse(shell, problems);
        var kind = isTag ? FactKind.GitTag : FactKind.GitCommit;
        if (series.Find(folder, parsed, kind, problems) is not { Series: { } found } defined || problems.Count > 0) return Refuse(shell, problems);
        var artefact = NewArtefact.Of($"{(isTag ? "tag" : "commit")} {taken.Id}", taken.Bytes, found.Kind ?? kind, found.Expectation);
        return new Registering(shell, folder, found, defined.New, writing, parsed).Run([artefact], facts, $"snapshots/{FileNames.Slug(found.Id)}/{taken.Id[..IdDigits]}.txt", problems);
    }

    private static int Refuse(Shell shell, List<Problem> problems)
    {
        Problems.Print(shell, problems);
        return Exit.BadInput;
    }
}
