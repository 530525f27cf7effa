using System.CommandLine;
using Marque.Assessments;
using Marque.Cli.Printing;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque evidence list</c>: the series and their facts, and the whole life of one.</summary>
internal static class EvidenceListCommand
{
    // Fewer digits name too many facts by accident.
    private const int FewestDigits = 6;

    public static Command Create(Shell shell)
    {
        var options = new CaseOptions();
        var series = new Option<string?>("--series") { Description = "This series alone, with the life of each fact.", HelpName = "ID" };
        var digest = new Option<string?>("--fact") { Description = "The life of one fact, by its SHA-256 or the start of it.", HelpName = "DIGEST" };
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("list", "Lists series and facts: state, age, until when they are good, what stands on them.") { series, digest, format };
        options.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(digest) is { } start && (Digits(start).Length < FewestDigits || !Digits(start).All(char.IsAsciiHexDigit))) result.AddError($"--fact '{start}' is no SHA-256, nor the first {FewestDigits} or more of its digits");
        });
        command.SetAction(parsed =>
        {
            if (Prepared.Of(shell, parsed, options, processToo: true) is not { } prepared) return Exit.BadInput;
            var all = prepared.Index.Case.Series;
            if (parsed.GetValue(series) is { } id && all.All(s => s.Id != id))
            {
                var near = Nearest.To(id, all.Select(s => s.Id));
                Prepared.Refuse(shell, [new Problem(new Place("--series"), "evidence.unknown-series", $"the case has no series '{id}'", near is null ? "'marque evidence list' shows them" : $"did you mean '{near}'?")]);
                return Exit.BadInput;
            }

            var lives = FactLives.Of(prepared.Index, prepared.Seen.Observations, prepared.At);
            if (parsed.GetValue(series) is { } only) lives = [.. lives.Where(l => l.Series.Id == only)];
            if (parsed.GetValue(digest) is { } named) lives = [.. lives.Where(l => l.Fact.Sha256.ToString().StartsWith(Digits(named), StringComparison.OrdinalIgnoreCase))];
            if (lives.Count == 0 && parsed.GetValue(digest) is { } unknown)
            {
                Prepared.Refuse(shell, [new Problem(new Place("--fact"), "evidence.unknown-fact", $"no fact with the digest {unknown} is registered", "'marque evidence list' shows the digests")]);
                return Exit.BadInput;
            }

            var shown = parsed.GetValue(digest) is not null ? [] : all.Where(s => parsed.GetValue(series) is not { } one || s.Id == one).OrderBy(s => s.Id, StringComparer.Ordinal).ToList();
            if (parsed.GetValue(format) == "json") shell.Output.Write(EvidenceListJson.Of(prepared.Index.Case, shown, lives, prepared.At));
            else if (parsed.GetValue(series) is not null || parsed.GetValue(digest) is not null) EvidenceLives.Print(shell.Screen(), lives, prepared.At);
            else EvidenceTable.Print(shell.Screen(), prepared.Index.Case, shown, lives, prepared.At);
            return Exit.Done;
        });
        return command;
    }

    private static string Digits(string digest) => digest.StartsWith("sha256:", StringComparison.Ordinal) ? digest["sha256:".Length..] : digest;
}
