using Marque.Components;
using Marque.Components.Conformance;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli;

/// <summary>A bill of materials that a command names: what it says, and where it is.</summary>
/// <param name="Sbom">What it says.</param>
/// <param name="Path">Its absolute path.</param>
/// <param name="Shown">As named.</param>
internal sealed record SbomInput(Sbom Sbom, string Path, string Shown)
{
    /// <summary>Reads a file; null with a problem.</summary>
    public static SbomInput? Read(Shell shell, string named, List<Problem> problems)
    {
        var path = System.IO.Path.GetFullPath(named, shell.WorkingDirectory);
        using var stream = Files.Stream(path, named, problems);
        if (stream is null) return null;
        var read = SbomFile.Read(stream, named);
        if (read.Value is { } sbom) return new SbomInput(sbom, path, named);
        problems.AddRange(read.Problems);
        return null;
    }

    /// <summary>Reads a file once more, for what its format has against it; null with a problem.</summary>
    public ConformanceResult? Conformance(List<Problem> problems, CancellationToken stop)
    {
        using var stream = Files.Stream(Path, Shown, problems);
        return stream is null ? null : ConformanceCheck.Run(stream, stop);
    }
}
