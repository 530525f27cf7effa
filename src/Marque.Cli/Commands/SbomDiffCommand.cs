using System.CommandLine;
using Marque.Cli.Printing;
using Marque.Components;
using Marque.Components.Differences;
using Marque.Documents;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque sbom diff</c>: what is different between two bills of materials.</summary>
internal static class SbomDiffCommand
{
    public static Command Create(Shell shell)
    {
        var old = SbomCommand.File("OLD", "The bill of materials before.");
        var now = SbomCommand.File("NEW", "The bill of materials after; it may have another format.");
        var format = SbomCommand.Format();
        var command = new Command("diff", "Shows what is different between two bills of materials.") { old, now, format };
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            using var work = new LongWork(shell, "reading");
            var before = SbomCommand.Read(shell, parsed.GetValue(old)!, problems, work);
            var after = SbomCommand.Read(shell, parsed.GetValue(now)!, problems, work);
            if (before is null || after is null)
            {
                Problems.Print(shell, problems);
                return Exit.BadInput;
            }

            var difference = Difference.Of(before.Sbom, after.Sbom);
            if (parsed.GetValue(format) == "json") shell.Output.Write(SbomDiffJson.Of(before.Sbom, after.Sbom, difference));
            else SbomDiffTable.Print(shell.Screen(), before.Sbom, after.Sbom, difference);
            return Exit.Done;
        });
        return command;
    }
}
