using System.CommandLine;
using Marque.Cases;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque schemas</c>: puts the JSON Schemas of case files beside a case, so that an editor completes and checks it.</summary>
internal static class SchemasCommand
{
    public static Command Create(Shell shell)
    {
        var named = new Argument<string?>("CASE") { Description = "Folder of the case, or its marque.yaml. Default: found from here upwards.", Arity = ArgumentArity.ZeroOrOne };
        var lines = new Option<bool>("--first-lines") { Description = "Also name the schema in the first line of every file that names none." };
        var law = new LawOptions();
        var writing = new WritingOptions();
        var command = new Command("schemas", $"Puts the JSON Schemas of case files into {Schemas.Folder}/, for editors.") { named, lines };
        law.AddTo(command);
        writing.AddTo(command);
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            var (folder, problem) = CaseFolder.Find(parsed.GetValue(named), shell.WorkingDirectory);
            if (problem is not null) problems.Add(problem);
            var set = law.Read(parsed, shell, problems);
            if (folder is null || set is null || problems.Count > 0)
            {
                Prepared.Refuse(shell, problems);
                return Exit.BadInput;
            }

            // An editor is the place to mend a case: one that does not read yet gets its schemas too.
            var read = CaseFolder.Read(folder, processToo: true).Value;
            var unnamed = read is null ? [] : Schemas.Lines(read.Files);
            var changes = Schemas.For(folder, set);
            var written = changes.Count;
            if (parsed.GetValue(lines)) changes = [.. changes, .. unnamed];
            if (changes.Count > 0)
            {
                var applied = writing.Apply(shell, parsed, folder, changes, mustRead: false);
                if (applied != Applied.Written) return applied == Applied.Shown ? Exit.Done : Exit.BadInput;
            }

            Say(shell, set.Version, written, unnamed.Count, parsed.GetValue(lines));
            return Exit.Done;
        });
        return command;
    }

    private static void Say(Shell shell, string version, int written, int unnamed, bool isNamed)
    {
        var screen = shell.Screen();
        screen.Paragraph("", written == 0 ? $"{Schemas.Folder}/ is up to date with legal set {version}." : $"{written} {(written == 1 ? "file" : "files")} written into {Schemas.Folder}/, with the ids of legal set {version}.");
        if (unnamed == 0) return;
        var files = unnamed == 1 ? "1 file" : $"{unnamed} files";
        screen.Paragraph("", isNamed ? $"{files} now {(unnamed == 1 ? "names its" : "name their")} schema in the first line." : $"{files} {(unnamed == 1 ? "names" : "name")} no schema in the first line: marque schemas --first-lines adds it.");
    }
}
