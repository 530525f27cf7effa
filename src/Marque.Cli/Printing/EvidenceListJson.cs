using System.Text.Json;
using Marque.Assessments;
using Marque.Cases;
using Marque.Documents;
using Marque.Facts;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli.Printing;

/// <summary>Series and facts as <c>marque/evidence-list/v1</c>.</summary>
internal static class EvidenceListJson
{
    public static byte[] Of(Case c, IReadOnlyList<Series> series, IReadOnlyList<FactLife> lives, Instant at) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/evidence-list/v1");
        Case(json, c);
        json.WriteString("asOf", EvidenceWords.Text(at));
        json.WriteStartArray("series");
        foreach (var s in series)
        {
            json.WriteStartObject();
            json.WriteString("id", s.Id);
            json.WriteString("title", s.Title);
            json.WriteString("kind", s.Kind?.Word());
            json.WriteString("method", s.Method);
            json.WriteString("role", s.Role == EvidenceRole.None ? null : s.Role.ToString().ToLowerInvariant());
            json.WriteString("process", s.Process);
            if (s.EveryDays is { } days) json.WriteNumber("everyDays", days);
            json.Texts("parts", s.Parts);
            json.Texts("requirements", c.Statements.Where(st => st.Evidence.Any(e => e.Series == s.Id)).Select(st => st.Requirement.Id.ToString()).Distinct(StringComparer.Ordinal));
            json.WriteString("place", s.Place.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("facts");
        foreach (var life in lives) Fact(json, life);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static void Case(Utf8JsonWriter json, Case c)
    {
        json.WriteStartObject("case");
        json.WriteString("id", c.Id);
        json.WriteString("name", c.Name);
        json.WriteString("sha256", c.Digest.ToString());
        json.WriteEndObject();
    }

    private static void Fact(Utf8JsonWriter json, FactLife life)
    {
        var fact = life.Fact;
        json.WriteStartObject();
        json.WriteString("series", life.Series.Id);
        json.WriteString("sha256", fact.Sha256.ToString());
        json.WriteString("path", fact.Path ?? life.Series.Path);
        json.WriteString("kind", life.Kind?.Word());
        json.WriteString("state", life.State);
        json.WriteString("because", life.Why is { } why ? GroundText.Of(why) : null);
        json.WriteString("observedAt", EvidenceWords.Text(fact.ObservedAt));
        json.WriteString("receivedAt", EvidenceWords.Text(fact.ReceivedAt));
        json.WriteString("goodUntil", life.GoodUntil is { } until ? EvidenceWords.Text(until) : null);
        json.WriteString("goodBecause", life.GoodBecause);
        json.WriteString("found", fact.Found?.Word());
        json.WriteString("releases", EvidenceWords.Releases(fact.Releases));
        json.Texts("currentFor", life.CurrentFor);
        json.Texts("contradictsFor", life.ContradictsFor);
        json.WriteStartArray("decisions");
        foreach (var (d, whyNot) in life.Decisions)
        {
            json.WriteStartObject();
            json.WriteString("requirement", d.Subject.Id.ToString());
            json.WriteString("judgement", d.Judgement.Word());
            json.WriteString("by", d.By);
            json.WriteString("on", LocalDatePattern.Iso.Format(d.On));
            json.WriteString("until", d.Until is { } end ? LocalDatePattern.Iso.Format(end) : null);
            json.WriteString("notAttested", whyNot);
            json.WriteString("place", d.Place.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("place", fact.Place.ToString());
        json.WriteEndObject();
    }
}
