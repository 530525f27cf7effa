namespace Marque.Components.Conformance;

/// <summary>Checks a bill of materials against its format: CycloneDX 1.0 to 1.7 in JSON and XML, SPDX 2.2 and 2.3 in JSON and tag-value, SPDX 3.0 in JSON-LD.</summary>
public static class ConformanceCheck
{
    /// <summary>The most problems that are listed; the rest is counted.</summary>
    public const int MostProblems = 1000;

    /// <summary>Reads the file once from its current position, item by item, in bounded memory; detects format and version from what it says. Never throws on its content.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="stop">Ends the check early.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ConformanceResult Run(Stream file, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        stop.ThrowIfCancellationRequested();
        return new ConformanceResult("", "", "", Conforms: false, [new ConformanceProblem(0, "", Demand.Syntax, "format", "no format is checked yet")], 0);
    }
}
