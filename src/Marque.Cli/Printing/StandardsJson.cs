using System.Text.Json;
using Marque.Documents;
using Marque.Legal;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli.Printing;

/// <summary>The registry of standards as <c>marque/standards/v1</c>; <c>show</c> gives a list of one.</summary>
internal static class StandardsJson
{
    public static byte[] List(LegalSet set, LocalDate day) => Of(set, set.Standards, day);

    public static byte[] Show(LegalSet set, Standard standard, LocalDate day) => Of(set, [standard], day);

    private static byte[] Of(LegalSet set, IReadOnlyList<Standard> standards, LocalDate day) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/standards/v1");
        json.WriteString("asOf", Iso(day));
        json.WriteStartObject("legalSet");
        json.WriteString("version", set.Version);
        json.WriteString("sha256", set.Digest.ToString());
        json.WriteBoolean("official", set.Official);
        json.WriteEndObject();
        json.WriteStartArray("standards");
        foreach (var s in standards) Standard(json, s, day);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Standard(Utf8JsonWriter json, Standard s, LocalDate day)
    {
        json.WriteStartObject();
        json.WriteString("reference", s.Reference);
        json.WriteString("title", s.Title);
        json.WriteString("kind", s.Kind.Word());
        json.WriteString("presumption", Presumption.Words(s, day));
        json.WriteBoolean("inEffect", s.CitationOn(day) is not null);
        json.WriteString("status", s.Status);
        json.WriteString("body", s.Body);
        json.WriteString("workItem", s.WorkItem);
        json.WriteString("request", s.Request);
        json.WriteString("adoptBy", s.AdoptBy is { } due ? Iso(due) : null);
        json.WriteString("planned", s.Planned);
        json.WriteString("expectation", s.Expectation);
        json.WriteBoolean("horizontal", s.Horizontal);
        json.Texts("categories", s.Categories);
        json.WriteStartArray("citations");
        foreach (var c in s.Citations)
        {
            json.WriteStartObject();
            json.WriteString("act", c.Act);
            json.WriteString("from", Iso(c.From));
            json.WriteString("until", c.Until is { } until ? Iso(until) : null);
            json.WriteStartArray("restrictions");
            foreach (var r in c.Restrictions)
            {
                json.WriteStartObject();
                json.WriteString("id", r.Id);
                json.WriteString("text", r.Text);
                json.Texts("points", r.Points);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("coverage");
        foreach (var c in s.Coverage)
        {
            json.WriteStartObject();
            json.WriteString("point", c.Point);
            json.WriteString("extent", c.Extent.Word());
            json.WriteString("because", c.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("asOf", Iso(s.AsOf));
        json.WriteString("confidence", s.Confidence);
        json.Texts("sources", s.Sources);
        json.WriteEndObject();
    }

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
