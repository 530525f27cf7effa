using System.Text.Json;
using Marque.Advisories.Feeds;
using Marque.Advisories.Suppliers;
using Marque.Advisories;
using Marque.Cases.Declared;
using Marque.Cli.Live;
using Marque.Documents;
using Marque.Store;
using Marque.Triage;

namespace Marque.Cli.Printing;

/// <summary>A scan as <c>marque/scan/v1</c>; of a case with several bills of materials, one after the other under <c>scans</c>.</summary>
internal static class ScanJson
{
    public static void Write(Stream output, IReadOnlyList<Scan> scans, NodaTime.Instant at, int limit) => JsonOutput.To(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/scan/v1");
        if (scans.Count == 1) One(json, scans[0], at, limit);
        else
        {
            json.WriteStartArray("scans");
            foreach (var scan in scans)
            {
                json.WriteStartObject();
                One(json, scan, at, limit);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    private static void One(Utf8JsonWriter json, Scan scan, NodaTime.Instant at, int limit)
    {
        json.WriteStartObject("sbom");
        json.WriteString("file", scan.Sbom.Shown.Replace('\\', '/'));
        json.WriteString("sha256", scan.Sbom.Sha256.ToString());
        json.WriteNumber("components", scan.Components);
        json.WriteEndObject();
        Feeds(json, scan.Feeds, at);
        json.WriteNumber("findingCount", scan.Findings.Count);
        json.WriteStartArray("findings");
        foreach (var finding in scan.Findings.Take(limit)) Finding(json, finding);
        json.WriteEndArray();
        json.WriteStartArray("upgrades");
        foreach (var group in scan.Groups) Upgrade(json, group);
        json.WriteEndArray();
        json.WriteStartArray("notJudged");
        foreach (var (component, record) in scan.NotJudged)
        {
            json.WriteStartObject();
            json.WriteString("component", component.Component.ToString());
            json.WriteString("record", record.Record);
            json.WriteString("source", record.Source);
            json.WriteString("reason", record.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("unmatchedCount", scan.Unmatched.Count);
        SbomImportJson.Unmatched(json, scan.Unmatched);
    }

    /// <summary>The feeds that an answer rests on.</summary>
    public static void Feeds(Utf8JsonWriter json, IReadOnlyList<StoredFeed> feeds, NodaTime.Instant at)
    {
        json.WriteStartArray("feeds");
        foreach (var feed in feeds)
        {
            json.WriteStartObject();
            json.WriteString("name", feed.Name);
            json.WriteString("kind", feed.Kind.Word());
            json.WriteString("asOf", FeedsJson.At(feed.AsOf));
            json.WriteBoolean("stale", feed.IsStale(at));
            json.WriteNumber(feed.Kind == FeedKind.Osv ? "advisories" : "records", feed.Records);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Finding(Utf8JsonWriter json, ScanFinding finding)
    {
        var f = finding.Finding;
        json.WriteStartObject();
        json.WriteString("vulnerability", f.Vulnerability);
        json.Texts("aliases", f.Aliases);
        json.Texts("upstream", f.Upstream);
        json.Texts("euvd", finding.Exploitation.Euvd);
        json.WriteString("summary", f.Summary);
        json.WriteStartObject("component");
        json.WriteString("purl", finding.Purl.ToString());
        json.WriteString("name", finding.Component.Name);
        json.WriteString("version", finding.Component.Version.Length > 0 ? finding.Component.Version : finding.Purl.Version);
        json.WriteString("ref", finding.Component.Ref);
        json.WriteNumber("line", finding.Component.Line);
        json.WriteEndObject();
        json.Texts("fixed", f.Fixed);
        json.WriteString("severity", f.Rating.Level.Word());
        Number(json, "cvss", f.Rating.Score);
        json.WriteString("severityBecause", f.Rating.Because);
        json.WriteBoolean("kev", finding.Exploitation.Kev is not null);
        json.WriteString("exploitedSince", finding.Exploitation.Kev?.Added ?? FeedsJson.At(finding.Exploitation.ExploitedSince));
        Number(json, "epss", finding.Exploitation.Epss);
        json.WriteString("status", finding.Triage.Status is { } status ? status.Word() : "open");
        if (finding.Triage.Decision is { } decision) Triage(json, finding.Triage, decision);
        json.WriteString("because", string.Join("; ", f.Hits.Select(h => $"{h.Record}: {h.Because}").Distinct(StringComparer.Ordinal)));
        json.WriteStartArray("hits");
        foreach (var hit in f.Hits)
        {
            json.WriteStartObject();
            json.WriteString("source", hit.Source);
            json.WriteString("record", hit.Record);
            json.WriteString("package", hit.Package);
            json.WriteString("because", hit.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("statements");
        foreach (var statement in finding.Statements)
        {
            json.WriteStartObject();
            json.WriteString("supplier", statement.Supplier);
            json.WriteString("status", statement.Status.Word());
            json.WriteString("because", statement.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Pass();
    }

    /// <summary>What stands of a finding: the decision, and why it is not in force.</summary>
    public static void Triage(Utf8JsonWriter json, TriageAnswer answer, TriageDecision decision)
    {
        json.WriteStartObject("triage");
        json.WriteString("state", answer.State.Word());
        json.WriteBoolean("settled", answer.IsSettled);
        json.WriteString("decided", decision.Status.Word());
        if (decision.Justification is { } justification) json.WriteString("justification", justification.Word);
        json.WriteString("by", decision.By);
        json.WriteString("on", EvidenceWords.Text(decision.On));
        if (decision.Until is { } until) json.WriteString("until", EvidenceWords.Text(until));
        json.WriteString("file", decision.Place.File);
        json.WriteNumber("line", decision.Place.Line);
        json.WriteString("sha256", decision.Digest.ToString());
        json.WriteStartArray("reasons");
        foreach (var reason in answer.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("rule", reason.Rule);
            json.WriteString("text", reason.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Upgrade(Utf8JsonWriter json, ScanGroup group)
    {
        json.WriteStartObject();
        json.WriteString("package", group.Package);
        json.WriteString("version", group.Purl.Version);
        json.Texts("components", group.Components.Select(c => c.Ref.Length > 0 ? c.Ref : c.ToString()));
        json.WriteString("to", group.Upgrade.To);
        json.Texts("fixes", group.Upgrade.Fixes.Select(f => f.Vulnerability));
        json.Texts("remaining", group.Upgrade.Remaining.Select(f => f.Vulnerability));
        json.Texts("others", group.Upgrade.Others);
        json.WriteEndObject();
        json.Pass();
    }

    /// <summary>A number, or null.</summary>
    public static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
