using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Marque.Legal;

namespace Marque.Cases;

/// <summary>The JSON Schema of the ids that a legal set knows, to which the schemas of case files refer: an editor offers each id, and says what it stands for.
/// The schema refuses no id that a case could mean; of ids that look like the set's it refuses those the set does not have.</summary>
public static class IdsSchema
{
    /// <summary>The file's name beside the other schemas.</summary>
    public const string Name = "ids.schema.json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the schema.</summary>
    /// <param name="law">The legal set.</param>
    /// <returns>The file's bytes: the same set gives the same bytes.</returns>
    public static byte[] Of(LegalSet law)
    {
        var buffer = new ArrayBufferWriter<byte>(256 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Options)) Write(json, law);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, LegalSet law)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", "Marque case: ids of the legal set");
        json.WriteString("description", $"Generated from legal set {law.Version} (as of {IdTexts.Day(law.AsOf)}). Law: Regulation (EU) 2024/2847, © European Union; titles and summaries are ours.");
        json.WriteStartObject("$defs");
        List<(string, string)> all = [.. IdTexts.Points(law), .. IdTexts.Obligations(law), .. IdTexts.Catalogs(law), .. IdTexts.Remainder(law)];
        Choice(json, "requirement", all, IdSpellings.Requirement(law), "The legal set has no such requirement. Ids are written like I.2.e, 13(8), SM-9, CR 3.4 RE(2), sbom.top-level; one of your own that looks like these needs its catalog before it.");
        List<(string, string)> besides = [("risk-assessment", "The risk assessment as a whole, Article 13(2)."), ("classification", "Class and category as marque.yaml states them, Articles 7 and 8."), .. IdTexts.Bridges(law).Select(b => ($"bridge:{b.Id}", $"Adoption of a bridge. {b.Text}")), .. IdTexts.Standards(law).Select(s => ($"instrument:{s.Id}", $"Its answers to the restrictions of a citation. {s.Text}"))];
        Choice(json, "subject", [.. besides, .. all], IdSpellings.Requirement(law), "The legal set has no such requirement. Besides requirements: risk-assessment, classification, bridge:ID, instrument:REFERENCE.");
        Choice(json, "point", IdTexts.Points(law), $"^(?:{string.Join('|', law.Points.Select(p => IdSpellings.Literal(p.Id)))})$", "No point of Annex I: they are I.1, I.2.a to I.2.m and II.1 to II.8.");
        Choice(json, "adopted", [("all", "Every point of the bridge."), .. IdTexts.Points(law)], IdSpellings.Only(("cra", law.Points.Select(p => p.Id).Prepend("all"))), "No point of Annex I: they are I.1, I.2.a to I.2.m and II.1 to II.8; or all.");
        // CRA 13(3), 13(4), rule F-8: what has no "where applicable" and no condition in its own words always applies.
        Pattern(json, "always", IdSpellings.Only(
            ("cra", law.Points.Where(p => !p.WhereApplicable).Select(p => p.Id).Concat(law.Obligations.Where(o => o.Condition is null).Select(o => o.Id))),
            ("remainder", law.Remainder.Where(r => r.Condition is null).Select(r => r.Id))));
        Choice(json, "category", IdTexts.Categories(law), $"^(?:{string.Join('|', law.Categories.Select(c => IdSpellings.Literal(c.Id)))})$", "No category of Annexes III and IV: they are written like III-I-12, III-II-2, IV-1.");
        Choice(json, "instrument", IdTexts.Standards(law), null, null);
        Choice(json, "bridge", IdTexts.Bridges(law), $"^(?!iec62443)|^(?:{string.Join('|', law.Bridges.Select(b => IdSpellings.Literal(b.Id)))})$", "The legal set has no such bridge; names starting with iec62443 are its own.");
        Choice(json, "event", IdTexts.Events(law), null, null);
        Editions(json, law);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The last alternative takes what has no description of its own: other spellings, ids of the case. The pattern alone refuses.
    private static void Choice(Utf8JsonWriter json, string name, IReadOnlyList<(string Id, string Text)> ids, string? pattern, string? refusal)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "string");
        if (pattern is not null)
        {
            json.WriteNumber("minLength", 1);
            json.WriteString("pattern", pattern);
            json.WriteString("patternErrorMessage", refusal);
        }

        json.WriteStartArray("anyOf");
        foreach (var (id, text) in ids)
        {
            json.WriteStartObject();
            json.WriteString("const", id);
            json.WriteString("description", text);
            json.WriteEndObject();
        }

        if (pattern is not null)
        {
            json.WriteStartObject();
            json.WriteString("type", "string");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Pattern(Utf8JsonWriter json, string name, string pattern)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "string");
        json.WriteString("pattern", pattern);
        json.WriteEndObject();
    }

    private static void Editions(Utf8JsonWriter json, LegalSet law)
    {
        json.WriteStartObject("editions");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var editions in law.Catalogs.GroupBy(c => c.Id, StringComparer.Ordinal))
        {
            json.WriteStartObject(editions.Key);
            json.WriteString("description", $"The edition that ids of this catalog mean. {string.Join(" ", editions.Select(e => $"{e.Edition}: {e.Title}."))}");
            json.WriteStartArray("enum");
            foreach (var edition in editions) json.WriteStringValue(edition.Edition);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        // Catalogs of one's own; that one is known to nobody is found by the engine.
        json.WriteStartObject("additionalProperties");
        json.WriteString("type", "string");
        json.WriteNumber("minLength", 1);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
