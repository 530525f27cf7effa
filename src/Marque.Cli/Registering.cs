using System.CommandLine;
using Marque.Cases;
using Marque.Cli.Commands;
using Marque.Cli.Printing;
using Marque.Facts;
using Marque.Legal;
using Marque.Outside;
using Marque.Text;
using NodaTime.Text;

namespace Marque.Cli;

/// <summary>Writes artefacts and their registrations into a case, and says what was registered.</summary>
internal sealed class Registering(Shell shell, CaseFolder folder, Series series, FileChange? newSeries, WritingOptions writing, ParseResult parsed)
{
    private readonly List<FileChange> changes = newSeries is null ? [] : [newSeries];

    /// <summary>Registers the artefacts, all or none.</summary>
    /// <param name="artefacts">The artefacts.</param>
    /// <param name="facts">What the command line says of them.</param>
    /// <param name="target">The path that an artefact from outside gets; null: one made from series, day and name.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public int Run(IReadOnlyList<NewArtefact> artefacts, FactOptions facts, string? target, List<Problem> problems)
    {
        var now = shell.ToTheSecond();
        var registered = new List<(NewArtefact Artefact, Registration Fact, string File)>();
        foreach (var artefact in artefacts)
        {
            if (facts.Of(parsed, series, artefact, artefact.InCase ?? "artefact", now, problems) is not { } fact) continue;
            if (artefact.InCase is { } inCase && target is not null && target != inCase)
            {
                problems.Add(new Problem(new Place("--as"), "evidence.in-case", $"{artefact.Named} lies in the case already, at {inCase}", "leave --as out; or move the file first"));
                continue;
            }

            if (registered.FirstOrDefault(r => r.Fact.Sha256 == fact.Sha256).Artefact is { } same)
            {
                problems.Add(new Problem(new Place(artefact.Named), "evidence.known", $"the same bytes as {same.Named}", "name one of the two"));
                continue;
            }

            var path = artefact.InCase ?? target ?? $"artefacts/{FileNames.Slug(series.Id)}/{LocalDatePattern.Iso.Format(BrusselsDay.DayOf(fact.ObservedAt))}-{FileNames.Slug(Path.GetFileName(artefact.Named))}";
            if (artefact.InCase is null && !Bring(artefact, path, target is not null, problems)) continue;
            fact = fact with { Path = path };
            var file = fact.FileIn(p => folder.Files.ContainsKey(p));
            changes.Add(FileChange.New(file, "evidence", fact.ToYaml(), folder.Files.GetValueOrDefault(CaseFile.Main).Span));
            registered.Add((artefact, fact, file));
        }

        if (problems.Count > 0)
        {
            Problems.Print(shell, problems);
            return Exit.BadInput;
        }

        switch (writing.Apply(shell, parsed, folder.Folder, changes))
        {
            case Applied.Refused: return Exit.BadInput;
            case Applied.Written:
                foreach (var (artefact, fact, file) in registered) RegisteredFacts.Print(shell.Screen(), folder.Case, series, newSeries?.Path, artefact, fact, file, facts.IsGiven(parsed));
                break;
        }

        foreach (var (_, fact, _) in registered.Where(r => r.Fact.Found.Outcome != Outcome.Supports)) RegisteredFacts.Say(shell, series, fact);
        return registered.Exists(r => r.Fact.Found.Outcome != Outcome.Supports) ? Exit.FallsShort : Exit.Done;
    }

    // The artefact's own bytes; what stands there under a name that nobody gave is not replaced.
    private bool Bring(NewArtefact artefact, string path, bool isGiven, List<Problem> problems)
    {
        var there = CaseWriting.BytesAt(folder.Folder, path, NewArtefact.MaxBytes, problems, out var exists);
        if (problems.Count > 0) return false;
        if (exists && there!.AsSpan().SequenceEqual(artefact.Bytes.Span)) return true;
        if (exists && !isGiven)
        {
            problems.Add(new Problem(new Place(artefact.Named), "file.exists", $"another artefact is at {path} already", "name another place with --as"));
            return false;
        }

        changes.Add(new FileChange(path, exists ? (ReadOnlyMemory<byte>?)there! : null, artefact.Bytes));
        return true;
    }
}
