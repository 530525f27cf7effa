using System.CommandLine;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary>What the commands of <c>marque sbom</c> have in common.</summary>
internal static class SbomCommand
{
    public static Argument<string> File(string name = "FILE", string description = "The bill of materials: CycloneDX or SPDX.") => new(name) { Description = description };

    /// <summary>Reads a file; null with a problem.</summary>
    public static ReadSbom? Read(Shell shell, string named, List<Problem> problems, LongWork work) => ReadSbom.Of(Path.GetFullPath(named, shell.WorkingDirectory), named, problems, work.Progress, work.Cancel);

    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        return format;
    }
}
