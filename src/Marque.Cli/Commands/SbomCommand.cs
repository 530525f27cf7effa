using System.CommandLine;

namespace Marque.Cli.Commands;

/// <summary>What the commands of <c>marque sbom</c> have in common.</summary>
internal static class SbomCommand
{
    public static Argument<string> File(string name = "FILE", string description = "The bill of materials: CycloneDX or SPDX.") => new(name) { Description = description };

    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        return format;
    }
}
