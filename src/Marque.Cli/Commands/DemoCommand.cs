using System.CommandLine;
using Marque.Assessments;
using Marque.Cli.Printing;
using Marque.Cli.Terminal;
using Marque.Documents;
using Marque.Documents.Report;
using Marque.Legal;
using Marque.Outside;
using Marque.Rendering.Html;
using Marque.Text;
using NodaTime;

namespace Marque.Cli.Commands;

/// <summary><c>marque demo</c>: assesses the sample product and leaves the result as files.</summary>
internal static class DemoCommand
{
    private const string Example = "examples/edge-gateway";

    // More than the table can hold at once would hide what the sample is for.
    private const int Steps = 3;

    // The story of the sample is told as of this day; later its evidence ages and its decisions expire, as they should.
    private static readonly LocalDate Told = new(2026, 11, 24);

    public static Command Create(Shell shell)
    {
        var output = new Option<string>("--out") { Description = "Folder for assessment.json and assessment.html.", HelpName = "DIR", DefaultValueFactory = _ => "out" };
        var asOf = CaseOptions.AsOfOption();
        var command = new Command("demo", "Assesses the sample product, as of 24 November 2026 unless told otherwise.") { output, asOf };
        command.SetAction(parsed =>
        {
            if (FindExample(shell) is not { } folder)
            {
                Prepared.Refuse(shell, [new Problem(new Place(Example), "demo.not-found", "the sample product is not beside the program", "run ./marque demo in a clone of Marque, or set MARQUE_HOME to one")]);
                return Exit.BadInput;
            }

            if (Prepared.OfCase(shell, folder, parsed.GetValue(asOf) ?? BrusselsDay.EndOf(Told)) is not { } prepared) return Exit.BadInput;
            var assessment = Assess.Run(prepared.Index, prepared.Seen.Observations, null, prepared.At);
            var named = parsed.GetValue(output)!;
            var target = Path.GetFullPath(named, shell.WorkingDirectory);
            var problems = new List<Problem>();
            Whole.Write(target, "assessment.json", named, AssessmentJson.Of(assessment, prepared.Index), problems);
            Whole.Write(target, "assessment.html", named, HtmlDocument.Of(AssessmentReport.Compose([assessment], prepared.Index, prepared.Seen.Observations, VersionCommand.Version)), problems);
            if (problems.Count > 0)
            {
                Prepared.Refuse(shell, problems);
                return Exit.BadInput;
            }

            var screen = shell.Screen();
            AssessmentTable.Head(screen, assessment);
            AssessmentTable.Matrix(screen, assessment);
            AssessmentTable.Next(screen, assessment.Next, Steps);
            screen.Line();
            screen.Line("written: ", $"{named}/assessment.json, {named}/assessment.html");
            screen.Line("try:     ", $"marque explain I.2.h {Problems.FromHere(shell, folder)} --as-of {AsOf.Argument(assessment.AsOf)}");
            return Exit.Done;
        });
        return command;
    }

    // MARQUE_HOME, or any folder above the program: ./marque builds it below its repository.
    private static string? FindExample(Shell shell)
    {
        if (shell.Variable("MARQUE_HOME") is { Length: > 0 } home) return Has(home) ? Path.GetFullPath(Path.Combine(home, Example), shell.WorkingDirectory) : null;
        for (var at = Path.TrimEndingDirectorySeparator(shell.ProgramFolder); at is not null; at = Path.GetDirectoryName(at))
        {
            if (Has(at)) return Path.Combine(at, Example);
        }

        return null;

        bool Has(string folder) => File.Exists(Path.Combine(Path.GetFullPath(folder, shell.WorkingDirectory), Example, "marque.yaml"));
    }
}
