using System.Text.Json;
using Marque.Cli.Live;
using Marque.Documents;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli.Printing;

/// <summary>Where a vulnerability is, as <c>marque/where/v1</c>.</summary>
internal static class WhereJson
{
    public static byte[] Of(Where where, NodaTime.Instant at, bool isCurrent) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/where/v1");
        json.WriteString("vulnerability", where.Asked);
        json.WriteStartArray("aliases");
        foreach (var id in where.Ids.Where(i => i != where.Asked)) json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteString("summary", where.Summary);
        json.WriteBoolean("kev", where.Exploitation.Kev is not null);
        json.WriteString("exploitedSince", where.Exploitation.Kev?.Added ?? FeedsJson.At(where.Exploitation.ExploitedSince));
        ScanJson.Number(json, "epss", where.Exploitation.Epss);
        json.WriteStartArray("records");
        foreach (var (record, source) in where.Records)
        {
            json.WriteStartObject();
            json.WriteString("record", record);
            json.WriteString("source", source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ScanJson.Feeds(json, where.Feeds, at);
        json.WriteNumber("releases", where.Releases);
        json.WriteBoolean("current", isCurrent);
        Hits(json, "affected", where.Hits);
        Hits(json, "notJudged", where.NotJudged);
        json.WriteEndObject();
    });

    private static void Hits(Utf8JsonWriter json, string name, IReadOnlyList<WhereHit> hits)
    {
        json.WriteStartArray(name);
        foreach (var hit in hits)
        {
            json.WriteStartObject();
            json.WriteString("product", hit.Release?.Product);
            json.WriteString("release", hit.Release?.Version);
            json.WriteString("line", hit.Release?.Line);
            if (hit.Release?.IsSupported is { } supported) json.WriteBoolean("supported", supported);
            else json.WriteNull("supported");
            json.WriteString("firstPlaced", Day(hit.Release?.FirstPlaced));
            json.WriteString("lastPlaced", Day(hit.Release?.LastPlaced));
            json.WriteString("sbom", hit.Sbom.ToString());
            json.WriteStartObject("component");
            json.WriteString("purl", hit.Component.Purl);
            json.WriteString("name", hit.Component.Name);
            json.WriteString("version", hit.Component.Version);
            json.WriteEndObject();
            json.WriteString("record", hit.Finding.Record);
            json.WriteString("source", hit.Finding.Source);
            json.WriteString("because", hit.Finding.Because);
            json.WriteStartArray("fixed");
            foreach (var version in hit.Finding.Fixed) json.WriteStringValue(version);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? Day(LocalDate? day) => day is { } at ? LocalDatePattern.Iso.Format(at) : null;
}
