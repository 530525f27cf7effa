using Marque.Advisories;
using System.Text.Json;
using Marque.Components;
using Marque.Components.Checks;
using Marque.Components.Conformance;

namespace Marque.Documents;

/// <summary>The checks of a bill of materials, as <c>marque/sbom-check/v1</c>.</summary>
public static class SbomCheckJson
{
    /// <summary>Writes them.</summary>
    /// <param name="sbom">The bill of materials.</param>
    /// <param name="conformance">What its format has against it.</param>
    /// <param name="checks">The checks.</param>
    public static byte[] Of(Sbom sbom, ConformanceResult conformance, IReadOnlyList<QualityCheck> checks) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/sbom-check/v1");
        json.WriteString("format", sbom.Format.Family());
        json.WriteString("version", sbom.SpecVersion);
        json.WriteBoolean("conforms", conformance.Conforms);
        json.WriteStartArray("problems");
        foreach (var problem in conformance.Problems) Problem(json, problem);
        foreach (var finding in sbom.Findings) Finding(json, finding);
        json.WriteEndArray();
        json.WriteNumber("furtherProblems", conformance.Further + sbom.FindingCount - sbom.Findings.Count);
        json.WriteNumber("components", sbom.Listed);
        json.WriteStartArray("checks");
        foreach (var check in checks) Check(json, check);
        json.WriteEndArray();
        json.SbomUnmatched(sbom);
        json.WriteEndObject();
    });

    /// <summary>Writes what cannot be matched against advisories.</summary>
    internal static void SbomUnmatched(this Utf8JsonWriter json, Sbom sbom)
    {
        json.WriteStartArray("unmatched");
        foreach (var unmatched in SbomMatching.Of(sbom).Unmatched)
        {
            json.WriteStartObject();
            json.WriteString("component", unmatched.Component.ToString());
            json.WriteString("reason", unmatched.Because);
            json.WriteString("code", unmatched.Reason.Code());
            json.WriteNumber("line", unmatched.Component.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Problem(Utf8JsonWriter json, ConformanceProblem problem)
    {
        json.WriteStartObject();
        json.WriteString("kind", problem.Demand.ToString().ToLowerInvariant());
        json.WriteNumber("line", problem.Line);
        json.WriteString("location", problem.Location);
        json.WriteString("rule", problem.Rule);
        json.WriteString("message", problem.Message);
        json.WriteString("remedy", problem.Remedy);
        json.WriteEndObject();
    }

    // What was not understood: of the reading, not of the format.
    private static void Finding(Utf8JsonWriter json, Text.Problem finding)
    {
        json.WriteStartObject();
        json.WriteString("kind", "understanding");
        json.WriteNumber("line", finding.Place.Line);
        if (finding.Place.Column > 0) json.WriteNumber("column", finding.Place.Column);
        json.WriteString("location", "");
        json.WriteString("rule", finding.Code);
        json.WriteString("message", finding.Message);
        json.WriteString("remedy", finding.Remedy);
        json.WriteEndObject();
    }

    private static void Check(Utf8JsonWriter json, QualityCheck check)
    {
        json.WriteStartObject();
        json.WriteString("id", check.Rule.Id);
        json.WriteString("tag", check.Set.Tag);
        json.WriteString("source", $"{check.Set.Title}, {check.Rule.Source}");
        json.WriteString("edition", check.Set.Version);
        json.WriteString("asOf", check.Set.AsOf);
        json.Texts("rules", check.Rule.Rules);
        json.WriteString("level", check.Rule.Level.Word());
        json.WriteString("whose", check.Rule.Owner.Word());
        json.WriteString("title", check.Rule.Title);
        json.WriteString("result", check.Result.Word());
        json.WriteString("because", check.Because);
        json.WriteNumber("of", check.Of);
        json.WriteNumber("failing", check.Failing);
        json.WriteStartArray("examples");
        foreach (var example in check.Examples)
        {
            json.WriteStartObject();
            json.WriteString("component", example.Name);
            json.WriteNumber("line", example.Place.Line);
            if (example.Because.Length > 0) json.WriteString("because", example.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("remedy", check.Rule.Remedy);
        json.WriteEndObject();
    }
}
