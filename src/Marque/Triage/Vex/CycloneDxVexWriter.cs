using System.Text.Json;
using Marque.Cases.Declared;
using Marque.Components.Purls;
using NodaTime.Text;

namespace Marque.Triage.Vex;

/// <summary>Writes CycloneDX 1.6 VEX: releases as components, what is in them nested, so that a statement names the component in its release.</summary>
public static class CycloneDxVexWriter
{
    /// <summary>The property that keeps a justification for which CycloneDX has no word, or one that says less.</summary>
    public const string JustificationProperty = Advisories.Suppliers.SupplierCycloneDx.JustificationProperty;

    /// <summary>Writes the document.</summary>
    /// <param name="document">The document; its id is a <c>urn:uuid:</c>.</param>
    /// <param name="tool">The program's name.</param>
    /// <param name="toolVersion">Its version.</param>
    public static VexWriting Write(VexDocument document, string tool, string toolVersion)
    {
        ArgumentNullException.ThrowIfNull(document);
        var losses = new Losses();
        var bytes = VexJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteString("serialNumber", document.Id);
            json.WriteNumber("version", document.Version);
            json.WriteStartObject("metadata");
            json.WriteString("timestamp", InstantPattern.General.Format(document.At));
            json.WriteStartObject("tools");
            json.WriteStartArray("components");
            json.WriteStartObject();
            json.WriteString("type", "application");
            json.WriteString("name", tool);
            json.WriteString("version", toolVersion);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartObject("supplier");
            json.WriteString("name", document.Author.Name);
            if (document.Author.Namespace is { } address)
            {
                json.WriteStartArray("url");
                json.WriteStringValue(address);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("components");
            foreach (var release in document.Statements.GroupBy(s => s.Product)) Release(json, release.Key, [.. release.Select(s => s.Component).OfType<Purl>().Distinct()]);
            json.WriteEndArray();
            json.WriteStartArray("vulnerabilities");
            foreach (var statement in document.Statements) Vulnerability(json, statement, losses);
            json.WriteEndArray();
            json.WriteEndObject();
        });
        return new(bytes, losses.All);
    }

    private static void Release(Utf8JsonWriter json, VexProduct release, List<Purl> components)
    {
        json.WriteStartObject();
        json.WriteString("type", "application");
        json.WriteString("bom-ref", Ref(release, null));
        json.WriteString("name", release.Product);
        json.WriteString("version", release.Version);
        json.WriteString("purl", release.Purl.ToString());
        if (components.Count > 0)
        {
            json.WriteStartArray("components");
            foreach (var component in components)
            {
                json.WriteStartObject();
                json.WriteString("type", "library");
                json.WriteString("bom-ref", Ref(release, component));
                if (component.Namespace.Length > 0) json.WriteString("group", component.Namespace);
                json.WriteString("name", component.Name);
                if (component.Version.Length > 0) json.WriteString("version", component.Version);
                json.WriteString("purl", component.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Vulnerability(Utf8JsonWriter json, VexStatement s, Losses losses)
    {
        json.WriteStartObject();
        json.WriteString("id", s.Ids[0]);
        Source(json, s.Ids[0]);
        if (s.Ids.Count > 1)
        {
            json.WriteStartArray("references");
            foreach (var alias in s.Ids.Skip(1))
            {
                json.WriteStartObject();
                json.WriteString("id", alias);
                if (!Source(json, alias))
                {
                    json.WriteStartObject("source");
                    json.WriteString("name", "not stated");
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (s.Action is { } action) json.WriteString("recommendation", action);
        json.WriteStartObject("analysis");
        json.WriteString("state", s.Status switch
        {
            TriageStatus.Affected => "exploitable",
            TriageStatus.Fixed => "resolved",
            TriageStatus.NotAffected => "not_affected",
            TriageStatus.FalsePositive => "false_positive",
            _ => "in_triage",
        });
        if (s.Justification?.CycloneDx is { } justification) json.WriteString("justification", justification);
        if (s.Responses.Count > 0)
        {
            json.WriteStartArray("response");
            foreach (var response in s.Responses) json.WriteStringValue(response.Word());
            json.WriteEndArray();
        }

        var words = s.Justification is { CycloneDx: null } why ? VexWords.Sentence(why.Meaning) : null;
        if (words is not null || s.Impact is not null) json.WriteString("detail", string.Join(' ', new[] { words, s.Impact }.OfType<string>()));
        if (s.At is { } at) json.WriteString("lastUpdated", InstantPattern.General.Format(at));
        json.WriteEndObject();
        json.WriteStartArray("affects");
        json.WriteStartObject();
        json.WriteString("ref", Ref(s.Product, s.Component));
        json.WriteEndObject();
        json.WriteEndArray();
        if (s.Justification is { } stated && Kept(stated)) Keep(json, stated, losses);
        json.WriteEndObject();
    }

    // Where the word of CycloneDX stands for another one first, the one chosen would be lost.
    private static bool Kept(Justification stated) => stated.CycloneDx != stated.Word && (stated.CycloneDx is null || Justification.Of(stated.CycloneDx)!.Vex != stated.Word);

    private static void Keep(Utf8JsonWriter json, Justification stated, Losses losses)
    {
        losses.Add(stated.CycloneDx is { } less ? $"justification {stated.Word}: said as {less}, which says less; the property {JustificationProperty} keeps it" : $"justification {stated.Word}: CycloneDX has none; said in words as the detail; the property {JustificationProperty} keeps it");
        json.WriteStartArray("properties");
        json.WriteStartObject();
        json.WriteString("name", JustificationProperty);
        json.WriteString("value", stated.Word);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Ref(VexProduct release, Purl? component) => component is null ? release.Purl.ToString() : $"{release.Purl}/{component}";

    private static bool Source(Utf8JsonWriter json, string id)
    {
        var (name, address) = id.Split('-')[0] switch
        {
            "CVE" => ("NVD", $"https://nvd.nist.gov/vuln/detail/{id}"),
            "GHSA" => ("GitHub", $"https://github.com/advisories/{id}"),
            "EUVD" => ("EUVD", $"https://euvd.enisa.europa.eu/vulnerability/{id}"),
            _ => ("", ""),
        };
        if (name.Length == 0) return false;
        json.WriteStartObject("source");
        json.WriteString("name", name);
        json.WriteString("url", address);
        json.WriteEndObject();
        return true;
    }
}
