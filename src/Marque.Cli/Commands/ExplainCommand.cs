using System.CommandLine;
using Marque.Assessments;
using Marque.Cli.Printing;
using Marque.Documents;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque explain</c>: the derivation of one verdict, down to the inputs.</summary>
internal static class ExplainCommand
{
    public static Command Create(Shell shell)
    {
        var options = new CaseOptions();
        var requirement = new Argument<string>("REQUIREMENT") { Description = "Such as I.2.e, II.1, SM-9, 'CR 3.4 RE(2)', 13(19), risk-assessment." };
        var release = new Option<string?>("--release") { Description = "Release to assess. Default: the newest supported.", HelpName = "V" };
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("explain", "Shows why a verdict stands where it does, and what would raise it.") { requirement, release, format };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            if (Misspelt.Split(shell, parsed.GetValue(requirement)!, parsed.GetValue(options.Case)) is { } split)
            {
                Problems.Print(shell, [split]);
                return Exit.BadInput;
            }

            if (Prepared.Of(shell, parsed, options) is not { } prepared) return Exit.BadInput;
            if (parsed.GetValue(release) is { } version && AssessCommand.Unknown(prepared, version) is { } problem)
            {
                Prepared.Refuse(shell, [problem]);
                return Exit.BadInput;
            }

            var assessment = Assess.Run(prepared.Index, prepared.Seen.Observations, parsed.GetValue(release), prepared.At);
            var asked = parsed.GetValue(requirement)!;
            if (Explanation.Of(assessment, prepared.Index, asked) is not { } explanation)
            {
                var near = prepared.Index.Suggest(asked) ?? Nearest.To(asked, Explanation.Computed);
                Prepared.Refuse(shell, [new Problem(new Place(asked), "requirement.unknown", "no requirement of this case's catalogs has this id", prepared.Index.OfOldEdition(asked) is { } old ? old : near is null ? "ids are those of the catalogs, such as I.2.e, SM-9, CR 3.4 RE(2), 13(19)" : $"did you mean '{near}'?")]);
                return Exit.BadInput;
            }

            if (parsed.GetValue(format) == "json") shell.Output.Write(ExplanationJson.Of(assessment, explanation, prepared.Index));
            else ExplanationTree.Print(shell.Screen(), assessment, explanation, prepared.Index, LawOf(prepared, explanation.Id));
            return Exit.Done;
        });
        return command;
    }

    // The Regulation's words for a point; the others have titles of ours, or words that are not ours to print.
    private static string? LawOf(Prepared prepared, string id) => prepared.Index.Law.Points.FirstOrDefault(p => p.Id == id)?.Text;
}
