using System.Text.RegularExpressions;
using Marque.Components.Conformance;
using Marque.Components.Conformance.Json;

namespace Marque.Csaf.Reading;

/// <summary>The JSON schema of CSAF 2.0 and those of CVSS that it refers to (<c>schemas/published/csaf</c>, <c>schemas/published/cvss</c>).</summary>
internal static partial class CsafSchema
{
    /// <summary>What does not fit.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="strict">Whether keys that the schema does not know are problems too.</param>
    /// <param name="stop">Ends the check early.</param>
    public static IReadOnlyList<ConformanceProblem> Problems(ReadOnlyMemory<byte> bytes, bool strict, CancellationToken stop) => JsonCheck.Against("csaf_json_schema.json", bytes, strict, stop);

    /// <summary>Whether a place is in a score.</summary>
    public static bool IsScore(string pointer) => Score().IsMatch(pointer);

    [GeneratedRegex("^/vulnerabilities/[0-9]+/scores/[0-9]+/cvss_v[23](/|\\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Score();
}
