using System.Text.Json;
using Marque.Assessments;
using Marque.Legal;
using Marque.Text;

namespace Marque.Documents;

/// <summary>What falls short as SARIF 2.1.0 (OASIS), for code scanning: each shortfall a result at the line of its weakest input. One run for each release.</summary>
public static class AssessmentSarif
{
    /// <summary>The log.</summary>
    /// <param name="assessments">The assessments.</param>
    /// <param name="index">The case they were computed from.</param>
    /// <param name="folder">The case's folder relative to the root of its repository, with <c>/</c>; empty: the root.</param>
    /// <param name="version">The version of the program.</param>
    public static byte[] Of(IReadOnlyList<Assessment> assessments, CaseIndex index, string folder, string version) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        foreach (var assessment in assessments) Run(json, assessment, index, folder, version);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Run(Utf8JsonWriter json, Assessment a, CaseIndex index, string folder, string version)
    {
        List<(string Id, string Title, string Help, Derivation Why, bool Binds)> entries =
        [
            .. a.Requirements.Select(r => (r.Point.Id, r.Point.Title, r.Point.Text, r.Why, r.Binding.Now)),
            .. a.Obligations.Where(o => o.Obligation.Tag == Tag.Law).Select(o => (o.Obligation.Id, o.Obligation.Title, o.Obligation.Provision, o.Why, o.Binding.Now)),
        ];
        entries.RemoveAll(e => !e.Why.Verdict.FallsShort());
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Marque");
        json.WriteString("semanticVersion", version);
        json.WriteStartArray("rules");
        foreach (var (id, title, help, _, _) in entries)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            Message(json, "shortDescription", $"{id} {title}");
            Message(json, "fullDescription", help.Length > 0 ? help : title);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"marque/{a.Product.Id}/{a.Release ?? "unreleased"}");
        json.WriteEndObject();
        json.WriteStartArray("results");
        for (var i = 0; i < entries.Count; i++) Result(json, entries[i].Id, entries[i].Title, entries[i].Why, entries[i].Binds, i, index, folder);
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("asOf", a.AsOf.Text());
        json.WriteString("legalSet", a.LegalSet.Version);
        json.WriteBoolean("officialLegalSet", a.LegalSet.Official);
        json.WriteString("inputs", a.Inputs.ToString());
        json.Texts("notices", a.Notices);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, string id, string title, Derivation why, bool binds, int rule, CaseIndex index, string folder)
    {
        var place = References.Weakest(index, why);
        json.WriteStartObject();
        json.WriteString("ruleId", id);
        json.WriteNumber("ruleIndex", rule);
        // What does not bind yet is readiness: it warns, it does not fail.
        json.WriteString("level", why.Verdict == Verdict.Claimed ? "note" : binds ? "error" : "warning");
        Message(json, "message", $"{id} {title}: {why.Verdict.Words()}: {string.Join("; ", Causes.InShort(why).Take(3))}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(folder, place));
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
        if (place.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", place.Line);
            if (place.Column > 0) json.WriteNumber("startColumn", place.Column);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("marqueRequirement/v1", id);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("verdict", why.Verdict.Word());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Visible.Text(text));
        json.WriteEndObject();
    }

    // A relative reference (RFC 3986, 4.2) with "." and ".." taken out.
    private static string UriOf(string folder, Place place)
    {
        var segments = new List<string>();
        foreach (var segment in $"{folder}/{place.File}".Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && segments.Count > 0 && segments[^1] != "..") segments.RemoveAt(segments.Count - 1);
            else if (segment != ".") segments.Add(segment);
        }

        return string.Join('/', segments.Select(s => s == ".." ? s : Uri.EscapeDataString(s)));
    }
}
