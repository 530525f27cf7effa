using Marque.Cli.Terminal;
using Marque.Components;
using Marque.Documents;

namespace Marque.Cli.Printing;

/// <summary>What a bill of materials is, in two lines: what it is about, how and when it was made.</summary>
internal static class SbomHead
{
    public static void Print(Screen screen, Sbom sbom)
    {
        var subjects = sbom.Subjects.Take(2).ToList();
        var about = subjects.Count switch
        {
            0 => sbom.DocumentName.Length > 0 ? sbom.DocumentName : "no subject is named",
            1 => $"{Named(subjects[0])}{(SbomWords.Of(subjects[0].Kind) is { Length: > 0 } kind ? $" ({kind})" : "")}",
            _ => $"{Named(subjects[0])} and {sbom.Subjects.Count() - 1} more",
        };
        screen.Line(new Bit(about, Tone.Head));
        var made = sbom.Created.Length > 0 ? $"; made {sbom.Created}" : "";
        var tools = sbom.Tools.Count == 0 ? "" : $"{(made.Length > 0 ? " by " : "; made by ")}{string.Join(", ", sbom.Tools.Take(3).Select(t => $"{t.Name} {t.Version}".Trim()))}{(sbom.Tools.Count > 3 ? $" and {sbom.Tools.Count - 3} more" : "")}";
        screen.Paragraph("", new Bit($"{sbom.Format.Family()} {sbom.SpecVersion} ({sbom.Format.Serialisation()}), {sbom.Listed} {(sbom.Listed == 1 ? "component" : "components")}{(sbom.Listed == 0 && sbom.Files > 0 ? $", {sbom.Files} files" : "")}{made}{tools}", Tone.Dim));
    }

    public static string Named(Component component)
    {
        var name = component.Group.Length > 0 ? $"{component.Group}/{component.Name}" : component.Name.Length > 0 ? component.Name : component.Ref;
        return component.Version.Length > 0 ? $"{name} {component.Version}" : name;
    }
}
