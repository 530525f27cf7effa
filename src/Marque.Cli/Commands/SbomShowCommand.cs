using System.CommandLine;
using Marque.Cli.Printing;
using Marque.Components;
using Marque.Documents;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque sbom show</c>: what a bill of materials says.</summary>
internal static class SbomShowCommand
{
    public static Command Create(Shell shell)
    {
        var file = SbomCommand.File();
        var component = new Option<string?>("--component") { Description = "A component by reference, package URL or name: its details, and what needs it.", HelpName = "REF" };
        var tree = new Option<bool>("--tree") { Description = "The dependency tree." };
        var depth = NumberOption.Of("--depth", "How many levels of the tree. Default: 3.", "N");
        var unmatched = new Option<bool>("--unmatched") { Description = "The components that cannot be matched against advisories, and why." };
        var format = SbomCommand.Format();
        var command = new Command("show", "Shows what a bill of materials says.") { file, component, tree, depth, unmatched, format };
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            using var work = new LongWork(shell, "reading");
            var input = SbomCommand.Read(shell, parsed.GetValue(file)!, problems, work);
            var selected = input is not null && parsed.GetValue(component) is { } asked ? Find(input, asked, problems) : null;
            if (input is null || problems.Count > 0)
            {
                Problems.Print(shell, problems);
                return Exit.BadInput;
            }

            var sbom = input.Sbom;
            if (parsed.GetValue(format) == "json")
            {
                shell.Output.Write(SbomShowJson.Of(sbom, selected, parsed.GetValue(tree), parsed.GetValue(unmatched)));
                return Exit.Done;
            }

            var screen = shell.Screen();
            SbomHead.Print(screen, sbom);
            if (selected is not null) SbomShowTable.Selected(screen, sbom, selected);
            if (parsed.GetValue(tree)) SbomTree.Print(screen, sbom, parsed.GetValue(depth) ?? 3);
            if (parsed.GetValue(unmatched)) SbomShowTable.Unmatched(screen, sbom);
            if (selected is null && !parsed.GetValue(tree) && !parsed.GetValue(unmatched)) SbomShowTable.Print(screen, sbom);
            return Exit.Done;
        });
        return command;
    }

    // The most exact meaning that any component has.
    private static List<Component>? Find(ReadSbom input, string asked, List<Problem> problems)
    {
        if (input.Sbom.Find(asked) is { } exact) return [exact];
        foreach (var matches in (Func<Component, bool>[])[c => c.Purl == asked, c => c.HasPurl && SamePurl(c.Purl, asked), c => c.ToString() == asked, c => c.Name == asked, c => c.Name.Contains(asked, StringComparison.OrdinalIgnoreCase)])
        {
            List<Component> found = [.. input.Sbom.Components.Where(matches)];
            if (found.Count > 0) return found;
        }

        var near = Nearest.To(asked, input.Sbom.Components.Take(10_000).Select(c => c.Name).Distinct(StringComparer.Ordinal));
        problems.Add(new Problem(new Place(input.Shown), "sbom.component", $"no component has '{asked}' as reference, package URL or name", near is null ? "'marque sbom show FILE' lists them" : $"did you mean '{near}'?"));
        return null;
    }

    // A package URL without a version means every version.
    private static bool SamePurl(string written, string asked) => asked.StartsWith("pkg:", StringComparison.Ordinal) && written.StartsWith(asked, StringComparison.Ordinal) && written.Length > asked.Length && written[asked.Length] is ('@' or '?' or '#');
}
