using System.CommandLine;
using Marque.Cases;
using Marque.Cli.Printing;
using Marque.Comparisons;
using Marque.Documents;
using Marque.Legal;
using Marque.Text;
using NodaTime;

namespace Marque.Cli.Comparing;

/// <summary>The options by which <c>marque diff</c> asks whether a release is a substantial modification, and records the answers in it.</summary>
internal sealed class ModificationOptions
{
    private readonly WritingOptions writing = new();
    private readonly Option<bool> questions = new("--questions") { Description = "Ask whether the release is a substantial modification (Art. 3(30)), with what the comparison shows." };
    private readonly Option<bool> record = new("--record") { Description = "Answer these questions, by --answer or at the terminal, and write the answers into the release." };
    private readonly Option<string[]> answers = new("--answer") { Description = "An answer with its reason: 'part-i=no: the check of one length is corrected'.", HelpName = "ID=yes|no: WHY", DefaultValueFactory = _ => [] };
    private readonly Option<string?> by = new("--by") { Description = "Who answers.", HelpName = "NAME" };
    private readonly Option<string?> what = new("--what") { Description = "What changed, in words.", HelpName = "TEXT" };
    private readonly Option<bool> replace = new("--replace") { Description = "Answers that the release has already may go." };

    public void AddTo(Command command, Option<string> format, Option<string> gate)
    {
        foreach (var option in new Option[] { questions, record, answers, by, what, replace }) command.Add(option);
        writing.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(record))
            {
                if (result.GetResult(format) is { Implicit: false } && result.GetValue(format) != "table") result.AddError("--record writes into the case and prints for a person; leave out --format");
                if (result.GetResult(gate) is { Implicit: false } && result.GetValue(gate) != "none") result.AddError("--record asks and writes, and its exit code says nothing of verdicts; run --gate apart");
                return;
            }

            foreach (var option in new Option[] { answers, by, what, replace, writing.DryRun }.Where(o => result.GetResult(o) is { Implicit: false })) result.AddError($"{option.Name} needs --record");
        });
    }

    /// <summary>Whether the questions are asked.</summary>
    public bool Asks(ParseResult parsed) => parsed.GetValue(questions) || parsed.GetValue(record);

    /// <summary>Whether answers are to be written.</summary>
    public bool Records(ParseResult parsed) => parsed.GetValue(record);

    /// <summary>The questions of a comparison; null when a problem was printed.</summary>
    public static ModificationInquiry? Inquire(Shell shell, Comparison c)
    {
        if (Nothing(c) is { } why)
        {
            Problems.Print(shell, [why]);
            return null;
        }

        if (ModificationInquiry.Of(c) is { } inquiry) return inquiry;
        Problems.Print(shell, [c.To.Index.Law.Modification is null
            ? new Problem(new Place("--questions"), "modification.none", $"the legal set {c.To.Index.Law.Version} has no questions of a substantial modification", "use a newer set")
            : new Problem(new Place("--to"), "modification.no-release", "this side has no release, and it is a release that is a substantial modification or not", "declare it in releases/, and name it: --to 2.4.1")]);
        return null;
    }

    // A release compared with itself, or with one that comes after it, has no change to ask about.
    private static Problem? Nothing(Comparison c)
    {
        if (c.From.Assessment.Release is not { } from || c.To.Assessment.Release is not { } to) return null;
        if (from == to && ReferenceEquals(c.From.Source, c.To.Source)) return new Problem(new Place("--from"), "modification.same", $"{from} is compared with itself, in the same files", "name the release, or the git revision, that was placed on the market before");
        return ModificationInquiry.IsBackwards(c) ? new Problem(new Place("--from"), "modification.order", $"{from} follows {to}", $"turn them round: --from {to} --to {from}") : null;
    }

    /// <summary>Takes the answers and writes them.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="folder">The case's folder.</param>
    /// <param name="c">The comparison.</param>
    /// <param name="inquiry">The questions.</param>
    /// <param name="now">The instant of the run: when they are answered, whatever instants are compared.</param>
    /// <returns>The exit code.</returns>
    public int Record(Shell shell, ParseResult parsed, string folder, Comparison c, ModificationInquiry inquiry, Instant now)
    {
        var path = inquiry.Release.Place.File;
        var problems = new List<Problem>();
        if (c.To.Commit is not null) problems.Add(new Problem(new Place("--to"), "modification.revision", $"'{c.To.Name}' is a git revision, and the answers are written into the case as it stands", $"name the release: --to {inquiry.Release.Version}"));
        var given = problems.Count == 0 ? new Answers(shell, parsed, inquiry, problems).Take(parsed.GetValue(answers)!) : [];
        var who = problems.Count == 0 ? Who(shell, parsed, c, problems) : null;
        if (problems.Count > 0 || inquiry.Rule.Judge(q => given.Find(a => a.Question == q)?.IsYes) is not { } outcome) return Refuse(shell, problems);
        var recorded = new ModificationRecord(given, Compared(c), who, BrusselsDay.AsOf(now));
        var file = FileChange.Of(path, c.To.Source.Files.First(f => f.Path == path).Bytes);
        var edited = ModificationEdit.Record(file, inquiry.Release, recorded, outcome, parsed.GetValue(what)?.Trim(), parsed.GetValue(replace));
        if (edited.Value is not { } change) return Refuse(shell, [.. edited.Problems.Select(p => Prepared.Shown(shell, folder, p))]);
        var applied = writing.Apply(shell, parsed, folder, [change]);
        if (applied == Applied.Refused) return Exit.BadInput;
        var screen = shell.ErrorScreen();
        screen.Paragraph("", $"{(applied == Applied.Written ? "recorded" : "would be recorded")} in {path}: {inquiry.Release.Version} is {(outcome ? "" : "not ")}a substantial modification (Art. 3(30)).");
        ModificationTable.Doubts(screen, inquiry, recorded.Answer);
        ModificationTable.Follow(screen, inquiry.Rule.Follow(recorded.Answer));
        return Exit.Done;
    }

    private string? Who(Shell shell, ParseResult parsed, Comparison c, List<Problem> problems)
    {
        var interview = new Interview(shell, parsed);
        var people = c.To.Index.Case.People?.Persons.Select(p => p.Id).ToList() ?? [];
        var who = interview.Text(by, "Who answers?", required: true, wrong: name => people.Count == 0 || people.Contains(name, StringComparer.Ordinal) ? null : ($"people.yaml has no '{name}'", Nearest.To(name, people) is { } near ? $"did you mean '{near}'?" : $"one of {string.Join(", ", people.Take(12))}"));
        problems.AddRange(interview.Problems);
        return who;
    }

    private static string Compared(Comparison c) => c.From.Commit is { } commit ? c.From.Assessment.Release is { } release ? $"{release} at commit {commit}" : $"commit {commit}" : c.From.Assessment.Release ?? c.From.Name;

    private static int Refuse(Shell shell, IReadOnlyList<Problem> problems)
    {
        Problems.Print(shell, problems);
        return Exit.BadInput;
    }
}
