using System.Text.Json;
using Marque.Advisories;
using Marque.Cli.Live;
using Marque.Documents;
using Marque.Triage;

namespace Marque.Cli.Printing;

/// <summary>Triage as <c>marque/triage-list/v1</c>.</summary>
internal static class TriageJson
{
    public static void Write(Stream output, OpenTriage open, IReadOnlyList<TriagedRelease> releases, Func<Triaged, bool> shown) => JsonOutput.To(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/triage-list/v1");
        json.WriteString("product", open.Folder.Case.Id);
        json.WriteString("asOf", EvidenceWords.Text(open.At));
        json.WriteString("trust", open.Triage.Trust.Word());
        ScanJson.Feeds(json, open.Feeds, open.At);
        json.WriteStartArray("releases");
        foreach (var release in releases) Release(json, release, shown);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Release(Utf8JsonWriter json, TriagedRelease release, Func<Triaged, bool> shown)
    {
        json.WriteStartObject();
        if (release.Version is { } version) json.WriteString("release", version);
        json.WriteStartArray("sboms");
        foreach (var scan in release.Scans)
        {
            json.WriteStartObject();
            json.WriteString("file", scan.Sbom.Shown.Replace('\\', '/'));
            json.WriteString("sha256", scan.Sbom.Sha256.ToString());
            json.WriteNumber("components", scan.Components);
            json.WriteNumber("unmatchedCount", scan.Unmatched.Count);
            json.WriteNumber("notJudgedCount", scan.NotJudged.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("counts");
        foreach (var state in Enum.GetValues<TriageState>()) json.WriteNumber(state.Word(), release.Findings.Count(f => f.Answer.State == state));
        json.WriteNumber("settled", release.Findings.Count(f => f.Answer.IsSettled));
        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var one in release.Findings.Where(shown))
        {
            var f = one.Found.Finding;
            json.WriteStartObject();
            json.WriteString("vulnerability", f.Vulnerability);
            json.Texts("ids", [.. f.Ids]);
            json.WriteString("component", one.Subject.Component.ToString());
            json.WriteString("sbom", one.Sbom.Replace('\\', '/'));
            json.Texts("parts", one.Subject.Parts);
            json.WriteString("severity", f.Rating.Level.Word());
            json.WriteBoolean("exploited", one.Subject.Exploited);
            if (one.Subject.Epss is { } epss) json.WriteNumber("epss", epss);
            json.Texts("ranges", one.Subject.Ranges);
            json.WriteString("state", one.Answer.State.Word());
            json.WriteString("status", one.Answer.Status is { } status ? Cases.Declared.TriageFile.Word(status) : "open");
            if (one.Answer.Decision is { } decision) ScanJson.Triage(json, one.Answer, decision);
            json.WriteEndObject();
            json.Pass();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
