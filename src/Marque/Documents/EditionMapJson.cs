using System.Text.Json;
using Marque.Assessments;
using Marque.Cases;
using NodaTime.Text;

namespace Marque.Documents;

/// <summary>An edition map read against a case, as <c>marque/edition-map/v1</c>.</summary>
public static class EditionMapJson
{
    /// <summary>Writes it.</summary>
    /// <param name="a">The assessment it was read with.</param>
    /// <param name="reading">The map and the case.</param>
    public static byte[] Of(Assessment a, EditionReading reading) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/edition-map/v1");
        json.WriteString("case", a.Product.Id);
        json.WriteString("release", a.Release);
        json.WriteString("asOf", a.AsOf.Text());
        Map(json, reading);
        json.WriteStartArray("old");
        foreach (var old in reading.Old) Old(json, old);
        json.WriteEndArray();
        json.WriteStartArray("new");
        foreach (var now in reading.New) New(json, now);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The word for how far a requirement is answered.</summary>
    public static string Word(this Answered answered) => answered == Answered.NotPinned ? "not-pinned" : answered.ToString().ToLowerInvariant();

    private static void Map(Utf8JsonWriter json, EditionReading reading)
    {
        var map = reading.Map;
        json.WriteStartObject("map");
        json.WriteString("id", map.Id);
        json.WriteString("version", map.Version);
        json.WriteString("from", map.From.ToString());
        json.WriteString("to", map.To.ToString());
        json.WriteString("author", map.Author);
        json.WriteBoolean("reviewed", map.IsReviewed);
        json.WriteBoolean("inForce", reading.IsInForce);
        json.WriteString("sha256", map.Digest.ToString());
        json.WriteString("place", map.Place.ToString());
        json.WriteEndObject();
    }

    private static void Old(Utf8JsonWriter json, OldRequirement old)
    {
        json.WriteStartObject();
        json.WriteString("id", old.Id);
        json.WriteString("title", old.Title);
        json.WriteString("fate", old.Entry?.Fate.Word());
        json.WriteString("meaning", old.Entry?.Meaning.Word());
        json.WriteString("rationale", old.Entry?.Rationale);
        json.Texts("to", old.To);
        json.Texts("movedTo", old.Entry?.MovedTo.Select(m => m.Id) ?? []);
        json.WriteStartArray("statements");
        foreach (var s in old.Statements)
        {
            json.WriteStartObject();
            json.WriteString("status", s.Status.Word());
            json.Texts("parts", s.Parts);
            json.Texts("evidence", s.Evidence.Select(e => e.Series));
            json.WriteString("process", s.Process);
            json.WriteString("place", s.Place.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("applicability");
        foreach (var e in old.Applicability)
        {
            json.WriteStartObject();
            json.WriteBoolean("applies", e.Applies);
            json.Texts("parts", e.Parts);
            json.WriteString("place", e.Place.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("decisions");
        foreach (var d in old.Decisions)
        {
            json.WriteStartObject();
            json.WriteString("judgement", d.Judgement.Word());
            json.WriteString("by", d.By);
            json.WriteString("on", LocalDatePattern.Iso.Format(d.On));
            json.WriteString("place", d.Place.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void New(Utf8JsonWriter json, NewRequirement now)
    {
        json.WriteStartObject();
        json.WriteString("id", now.Id);
        json.WriteString("title", now.Title);
        json.Texts("from", now.From);
        json.WriteBoolean("named", now.IsNamed);
        json.WriteString("answered", now.Answered.Word());
        json.WriteString("verdict", now.Verdict?.Word());
        json.WriteString("next", now.Next.Length == 0 ? null : now.Next);
        json.WriteEndObject();
    }
}
