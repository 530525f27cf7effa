using System.Text.Json;
using Marque.Advisories.Cvss;
using Marque.Cases.Declared;
using Marque.Components.Purls;
using NodaTime.Text;

namespace Marque.Triage.Vex;

/// <summary>Writes CSAF 2.0 of the VEX profile (section 4.5): releases as branches, a component in a release as a relationship of its own.</summary>
public static class CsafVexWriter
{
    private static readonly (string List, TriageStatus[] Statuses)[] Lists =
    [
        ("fixed", [TriageStatus.Fixed]), ("known_affected", [TriageStatus.Affected]),
        ("known_not_affected", [TriageStatus.NotAffected, TriageStatus.FalsePositive]), ("under_investigation", [TriageStatus.UnderInvestigation]),
    ];

    /// <summary>Writes the document.</summary>
    /// <param name="document">The document; its author has a namespace.</param>
    /// <param name="tool">The program's name.</param>
    /// <param name="toolVersion">Its version.</param>
    public static VexWriting Write(VexDocument document, string tool, string toolVersion)
    {
        ArgumentNullException.ThrowIfNull(document);
        var losses = new Losses();
        var bytes = VexJson.Of(json =>
        {
            json.WriteStartObject();
            Head(json, document, tool, toolVersion);
            CsafVexTree.Write(json, document);
            json.WriteStartArray("vulnerabilities");
            foreach (var vulnerability in document.Statements.GroupBy(s => string.Join('\n', s.Ids), StringComparer.Ordinal)) Vulnerability(json, [.. vulnerability], losses);
            json.WriteEndArray();
            json.WriteEndObject();
        });
        return new(bytes, losses.All);
    }

    private static void Head(Utf8JsonWriter json, VexDocument document, string tool, string toolVersion)
    {
        var (now, first) = (InstantPattern.General.Format(document.At), InstantPattern.General.Format(document.First ?? document.At));
        json.WriteStartObject("document");
        json.WriteString("category", "csaf_vex");
        json.WriteString("csaf_version", "2.0");
        json.WriteStartObject("distribution");
        json.WriteStartObject("tlp");
        json.WriteString("label", "WHITE");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("lang", "en");
        json.WriteStartObject("publisher");
        json.WriteString("category", "vendor");
        if (document.Author.Contact is { } contact) json.WriteString("contact_details", contact);
        json.WriteString("name", document.Author.Name);
        json.WriteString("namespace", document.Author.Namespace);
        json.WriteEndObject();
        json.WriteString("title", document.Title);
        json.WriteStartObject("tracking");
        json.WriteString("current_release_date", now);
        json.WriteStartObject("generator");
        json.WriteStartObject("engine");
        json.WriteString("name", tool);
        json.WriteString("version", toolVersion);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("id", document.Id);
        json.WriteString("initial_release_date", first);
        json.WriteStartArray("revision_history");
        // Which issue was when between the first and this one is not known: every number must be there, so the dates of the two bound them.
        for (var number = 1; number <= document.Version; number++)
        {
            json.WriteStartObject();
            json.WriteString("date", number == document.Version ? now : first);
            json.WriteString("number", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("summary", number == 1 ? "First issue." : number == document.Version ? "This issue." : "An issue between.");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("status", "final");
        json.WriteString("version", document.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Vulnerability(Utf8JsonWriter json, List<VexStatement> statements, Losses losses)
    {
        var ids = statements[0].Ids;
        var cve = ids.FirstOrDefault(CsafText.IsCve);
        json.WriteStartObject();
        if (cve is not null) json.WriteString("cve", cve);
        var flags = new CsafSpoken();
        var impacts = new CsafSpoken();
        foreach (var s in statements)
        {
            var (justification, impact) = VexWords.NotAffected(s, losses, 1);
            if (justification is not null) flags.Add(justification, s);
            if (impact is not null) impacts.Add(impact, s);
        }

        flags.Write(json, "flags", (label, j) => j.WriteString("label", label));
        if (ids.Any(i => i != cve))
        {
            json.WriteStartArray("ids");
            foreach (var id in ids.Where(i => i != cve))
            {
                json.WriteStartObject();
                json.WriteString("system_name", CsafText.SystemOf(id));
                json.WriteString("text", id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("notes");
        json.WriteStartObject();
        json.WriteString("category", "description");
        json.WriteString("text", statements.Select(s => s.Summary).FirstOrDefault(s => s is not null) ?? $"{ids[0]}: described in its record.");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("product_status");
        foreach (var (list, statuses) in Lists)
        {
            var members = statements.FindAll(s => statuses.Contains(s.Status)).Select(CsafVexTree.Id).Distinct(StringComparer.Ordinal).ToList();
            if (members.Count == 0) continue;
            json.WriteStartArray(list);
            foreach (var member in members) json.WriteStringValue(member);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        Remediations(json, statements, losses);
        Scores(json, statements);
        impacts.Write(json, "threats", (details, j) =>
        {
            j.WriteString("category", "impact");
            j.WriteString("details", details);
        });
        json.WriteEndObject();
    }

    private static void Remediations(Utf8JsonWriter json, List<VexStatement> statements, Losses losses)
    {
        var spoken = new CsafSpoken();
        foreach (var s in statements)
        {
            if (s.Status is not (TriageStatus.Affected or TriageStatus.UnderInvestigation))
            {
                if (s.Action is not null) losses.Add("action: CSAF has remediations only of what is, or may be, affected");
                if (s.Responses.Count > 0) losses.Add("responses: CSAF has remediations only of what is, or may be, affected");
                continue;
            }

            foreach (var category in CsafText.Categories(s, losses)) spoken.Add($"{category}\n{s.Action ?? VexWords.NoAction}", s);
        }

        spoken.Write(json, "remediations", (both, j) =>
        {
            var at = both.IndexOf('\n', StringComparison.Ordinal);
            j.WriteString("category", both[..at]);
            j.WriteString("details", both[(at + 1)..]);
        });
    }

    // CSAF 2.0 has no place for CVSS 4.
    private static void Scores(Utf8JsonWriter json, List<VexStatement> statements)
    {
        var spoken = new CsafSpoken();
        foreach (var s in statements)
        {
            if (s.Vector is { Version: CvssVersion.V30 or CvssVersion.V31 } vector) spoken.Add(vector.Text, s);
        }

        spoken.Write(json, "scores", (vector, j) =>
        {
            var cvss = statements.First(s => s.Vector?.Text == vector).Vector!;
            j.WriteStartObject("cvss_v3");
            j.WriteNumber("baseScore", cvss.Base);
            j.WriteString("baseSeverity", CvssVector.Rate(cvss.Version, cvss.Base).ToString().ToUpperInvariant());
            j.WriteString("vectorString", vector);
            j.WriteString("version", vector[5..8]);
            j.WriteEndObject();
        }, "products");
    }
}
