using System.CommandLine;
using Marque.Cases;
using Marque.Cases.Beginning;
using Marque.Cli.Printing;
using Marque.Legal;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque init</c>: begins a case by questions or by options, and says what comes next.</summary>
internal static class InitCommand
{
    public static Command Create(Shell shell)
    {
        var folder = new Argument<string?>("DIR") { Description = "Folder of the new case. Default: here.", Arity = ArgumentArity.ZeroOrOne };
        var options = new InitOptions();
        var writing = new WritingOptions();
        var command = new Command("init", "Begins a case: asks, or takes options, and writes what assess reads.") { folder };
        options.AddTo(command);
        writing.AddTo(command);
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(folder) ?? ".";
            var full = Path.GetFullPath(named, shell.WorkingDirectory);
            var problems = new List<Problem>();
            if (File.Exists(Path.Combine(full, CaseFile.Main))) problems.Add(new Problem(new Place(named), "init.exists", $"a case stands here already: {CaseFile.Main}", "edit it, or name another folder"));
            if (problems.Count > 0 || Law.Read(null, [], shell.WorkingDirectory, problems) is not { } law) return Refuse(shell, problems);

            var interview = new Interview(shell, parsed);
            var begun = new Begin(interview, options, parsed, law, shell, full).Run();
            if (interview.Problems.Count > 0) return Refuse(shell, interview.Problems);
            if (begun is not { } result)
            {
                shell.Error.WriteLine("Nothing is written.");
                return Exit.FallsShort;
            }

            IReadOnlyList<FileChange> files = [.. result.Files(), .. Schemas.For(full, law)];
            if (!parsed.GetValue(writing.DryRun) && !interview.Confirm($"Write {files.Count} {(files.Count == 1 ? "file" : "files")} to {Problems.FromHere(shell, full)}?"))
            {
                shell.Error.WriteLine("Nothing is written.");
                return Exit.FallsShort;
            }

            switch (writing.Apply(shell, parsed, full, files))
            {
                case Applied.Refused: return Exit.BadInput;
                case Applied.Shown: return Exit.Done;
                default: return Welcome(shell, full, files);
            }
        });
        return command;
    }

    private static bool IsSchema(FileChange file) => file.Path.StartsWith($"{NewCase.SchemaFolder}/", StringComparison.Ordinal);

    private static int Refuse(Shell shell, IReadOnlyList<Problem> problems)
    {
        Problems.Print(shell, problems);
        return Exit.BadInput;
    }

    private static int Welcome(Shell shell, string full, IReadOnlyList<FileChange> files)
    {
        var screen = shell.Screen();
        var here = Problems.FromHere(shell, full);
        var prefix = here == "." ? "" : $"{here}/";
        foreach (var file in files.Where(f => !IsSchema(f))) screen.Line("written: ", $"{prefix}{file.Path}");
        screen.Line("written: ", $"{prefix}{NewCase.SchemaFolder}/: {files.Count(IsSchema)} JSON Schemas, which tell an editor what can stand where");
        var read = CaseFolder.Read(full).Value!.Case;
        if (read.Product is null)
        {
            screen.Heading("What comes next");
            screen.Paragraph("1. ", "Say how the process meets IEC 62443-4-1: one statement a file below controls/.");
            screen.Paragraph("2. ", "Register what shows it, once that it is defined and once that it is practised: marque evidence add FILE --series ID");
            screen.Paragraph("3. ", "Name it in the product cases: uses, with the path to this folder.");
            return Exit.Done;
        }

        if (Prepared.OfCase(shell, full, null) is not { } prepared) return Exit.BadInput;
        var assessment = Assessments.Assess.Run(prepared.Index, prepared.Seen.Observations, null, prepared.At);
        AssessmentTable.Procedures(screen, assessment.Procedures);
        screen.Heading("What comes next");
        screen.Paragraph("1. ", "Say how a requirement is met: one statement a file below controls/.");
        screen.Paragraph("2. ", "Register what shows it: marque evidence add FILE --series ID");
        screen.Paragraph("3. ", "Say who decides, and decide, signed: marque people add, marque decide REQUIREMENT --facts ID --by PERSON --role ROLE --sign KEY");
        screen.Paragraph("4. ", $"See where it stands: marque assess{(here == "." ? "" : here.Contains(' ', StringComparison.Ordinal) ? $" \"{here}\"" : $" {here}")}");
        AssessmentTable.Next(screen, assessment.Next, 3);
        return Exit.Done;
    }
}
