using System.Globalization;
using System.Text;
using System.Text.Json;
using Marque.Advisories;
using Marque.Cases.Declared;
using Marque.Cli.Live;
using Marque.Documents;
using Marque.Text;

namespace Marque.Cli.Printing;

/// <summary>A scan as SARIF 2.1.0 (OASIS), for code scanning: one run for each bill of materials, each finding at the line of its component.</summary>
internal static class ScanSarif
{
    public static void Write(Stream output, IReadOnlyList<Scan> scans, NodaTime.Instant at, int limit, string version) => JsonOutput.To(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        foreach (var scan in scans) Run(json, scan, at, limit, version);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Run(Utf8JsonWriter json, Scan scan, NodaTime.Instant at, int limit, string version)
    {
        var shown = scan.Findings.Take(limit).ToList();
        var groups = scan.Groups.ToDictionary(g => ScanGroup.Key(g.Findings[0]));
        List<ScanFinding> rules = [.. shown.DistinctBy(f => f.Finding.Vulnerability, StringComparer.Ordinal)];
        var numbers = rules.Select((f, i) => (f.Finding.Vulnerability, i)).ToDictionary(r => r.Vulnerability, r => r.i, StringComparer.Ordinal);
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Marque");
        json.WriteString("semanticVersion", version);
        json.WriteStartArray("rules");
        foreach (var rule in rules) Rule(json, rule);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"marque-scan/{scan.Sbom.Shown.Replace('\\', '/')}/");
        json.WriteEndObject();
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("results");
        foreach (var finding in shown) Result(json, scan, finding, groups.GetValueOrDefault(ScanGroup.Key(finding)), numbers[finding.Finding.Vulnerability]);
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("sbom", scan.Sbom.Sha256.ToString());
        json.WriteNumber("components", scan.Components);
        json.WriteNumber("unmatched", scan.Unmatched.Count);
        json.WriteNumber("notJudged", scan.NotJudged.Count);
        ScanJson.Feeds(json, scan.Feeds, at);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Rule(Utf8JsonWriter json, ScanFinding finding)
    {
        var f = finding.Finding;
        json.WriteStartObject();
        json.WriteString("id", f.Vulnerability);
        Message(json, "shortDescription", f.Summary.Length > 0 ? $"{f.Vulnerability}: {f.Summary}" : f.Vulnerability);
        json.WriteStartObject("properties");
        // What code scanning orders alerts by.
        if (f.Rating.Score is { } score) json.WriteString("security-severity", score.ToString("0.0", CultureInfo.InvariantCulture));
        json.WriteStartArray("tags");
        json.WriteStringValue("security");
        foreach (var id in f.Ids.Skip(1)) json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Pass();
    }

    private static void Result(Utf8JsonWriter json, Scan scan, ScanFinding finding, ScanGroup? group, int rule)
    {
        var f = finding.Finding;
        var because = string.Join("; ", f.Hits.Select(h => $"{h.Source} {h.Record}: {h.Because}").Distinct(StringComparer.Ordinal));
        json.WriteStartObject();
        json.WriteString("ruleId", f.Vulnerability);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", finding.Exploitation.IsExploited || finding.Rank <= 1 ? "error" : finding.Rank == 2 ? "warning" : "note");
        Message(json, "message", $"{finding.Component}: {f.Rating.Level.Word()}{(finding.Exploitation.IsExploited ? ", known to be exploited" : "")}; {(f.Fixed.Count > 0 ? $"fixed in {string.Join(", ", f.Fixed.Take(3))}" : "no fix known")}{(group?.Upgrade.To is null ? "" : $"; {ScanTable.Words(group)}")}; found by {because}");
        if (finding.Triage is { IsSettled: true, Decision: { } decision })
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", $"{decision.Status.Word()}{(decision.Justification is { } why ? $" ({why})" : "")}, decided by {decision.By} on {EvidenceWords.Text(decision.On)}: {decision.Impact ?? decision.Rationale}");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', scan.Sbom.Shown.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(1, finding.Component.Line));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("marqueFinding/v1", Digest.Of(Encoding.UTF8.GetBytes($"{f.Vulnerability} {finding.Purl}")).ToString()[..32]);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Pass();
    }

    private static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Visible.Text(text));
        json.WriteEndObject();
    }
}
