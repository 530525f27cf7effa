using Marque.Csaf;
using Marque.Documents;

namespace Marque.Cli.Printing;

/// <summary>A document and what checking it came to.</summary>
/// <param name="Named">The file as it was named.</param>
/// <param name="Report">What the check came to.</param>
internal sealed record ValidatedAdvisory(string Named, CsafReport Report)
{
    /// <summary>Whether the file has the name it should have.</summary>
    public bool IsNamedRight => Report.FileName is null || Path.GetFileName(Named) == Report.FileName;
}

/// <summary>Validated CSAF documents as <c>marque/advisory-validation/v1</c>.</summary>
internal static class AdvisoryValidationJson
{
    public static byte[] Of(IReadOnlyList<ValidatedAdvisory> validated, CsafTestKind least) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/advisory-validation/v1");
        json.WriteString("specification", "CSAF 2.0");
        json.WriteString("cwe", Weaknesses.Version);
        json.WriteStartArray("documents");
        foreach (var document in validated)
        {
            json.WriteStartObject();
            json.WriteString("file", document.Named);
            json.WriteString("fileName", document.Report.FileName);
            json.WriteBoolean("valid", document.Report.Valid);
            json.WriteStartArray("findings");
            foreach (var finding in document.Report.Findings.Where(f => f.Test.Kind <= least))
            {
                json.WriteStartObject();
                json.WriteString("test", finding.Test.Id);
                json.WriteString("title", finding.Test.Title);
                json.WriteString("kind", Word(finding.Test.Kind));
                json.WriteString("location", finding.Location);
                json.WriteNumber("line", finding.Line);
                json.WriteString("message", finding.Message);
                json.WriteString("remedy", finding.Remedy);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("further", document.Report.Further);
            json.WriteStartArray("notRun");
            foreach (var not in document.Report.NotRun)
            {
                json.WriteStartObject();
                json.WriteString("test", not.Test.Id);
                json.WriteString("reason", not.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>How much a test weighs, in a word.</summary>
    public static string Word(CsafTestKind kind) => kind switch
    {
        CsafTestKind.Schema => "schema",
        CsafTestKind.Mandatory => "mandatory",
        CsafTestKind.Optional => "optional",
        _ => "informative",
    };
}
