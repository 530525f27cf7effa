using System.Text;
using System.Text.Json;
using Marque.Assessments;
using Marque.Legal;
using Marque.Text;

namespace Marque.Documents;

/// <summary>What falls short as SARIF 2.1.0 (OASIS), for code scanning: each shortfall a result at the line of its weakest input. One run for each release.</summary>
public static class AssessmentSarif
{
    // GitHub takes 1,024 characters of a description.
    private const int MostText = 900;

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
        foreach (var assessment in assessments) Run(json, assessment, index, folder, version, assessments.Count > 1);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Run(Utf8JsonWriter json, Assessment a, CaseIndex index, string folder, string version, bool isOneOfSeveral)
    {
        List<(string Id, string Title, string Provision, Derivation Why, bool Binds)> entries =
        [
            .. a.Requirements.Select(r => (r.Point.Id, r.Point.Title, r.Point.Provision, r.Why, r.Binding.Now)),
            .. a.Obligations.Where(o => o.Obligation.Tag == Tag.Law).Select(o => (o.Obligation.Id, o.Obligation.Title, o.Obligation.Provision, o.Why, o.Binding.Now)),
        ];
        entries.RemoveAll(e => !e.Why.Verdict.FallsShort());
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Marque");
        json.WriteString("semanticVersion", version);
        json.WriteStartArray("rules");
        foreach (var (id, title, provision, _, binds) in entries) Rule(json, index, id, title, provision, binds);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject("%SRCROOT%");
        Message(json, "description", "The root of the repository that holds the case.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("automationDetails");
        // Up to the last slash the category by which services tell analyses apart: alerts outlive a release, but several releases of one upload stand side by side.
        json.WriteString("id", $"marque/{a.Product.Id}/{a.Release ?? "unreleased"}{(isOneOfSeveral ? "/" : "")}");
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
        // Without a region services show no alert: a file as a whole is its first line.
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(1, place.Line));
        if (place.Column > 0) json.WriteNumber("startColumn", place.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        // The requirement is what stays the same when lines move and causes change.
        json.WriteString("marqueRequirement/v1", id);
        json.WriteString("primaryLocationLineHash", Digest.Of(Encoding.UTF8.GetBytes(id)).ToString()[..16]);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("verdict", why.Verdict.Word());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // What code scanning shows beside an alert: the law's words and the command that gives the whole derivation.
    private static void Rule(Utf8JsonWriter json, CaseIndex index, string id, string title, string provision, bool binds)
    {
        var cited = index.Law.Cite(provision)?.Provision ?? index.Law.Provisions.GetValueOrDefault(provision);
        var article = provision.StartsWith("Annex", StringComparison.Ordinal) ? provision : $"Article {provision}";
        var words = cited is { Text.Length: > 0 } ? $"{article}: “{Cut(cited.Text)}”" : article;
        var explain = id.Contains(' ', StringComparison.Ordinal) ? $"marque explain \"{id}\"" : $"marque explain '{id}'";
        json.WriteStartObject();
        json.WriteString("id", id);
        Message(json, "shortDescription", $"{id} {title}");
        Message(json, "fullDescription", words);
        json.WriteStartObject("help");
        json.WriteString("text", Visible.Text($"{id} {title}. {words} Why it falls short: {explain}"));
        json.WriteString("markdown", $"**{Markdown(id)} {Markdown(title)}**\n\n> {Markdown(words)}\n\n`{Visible.Text(explain)}` shows why it falls short, down to the line of each input, and what would change it.");
        json.WriteEndObject();
        if (cited is not null) json.WriteString("helpUri", cited.Eli);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", binds ? "error" : "warning");
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.Texts("tags", ["compliance", "LAW"]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Services take no longer descriptions; a whole article is longer.
    private static string Cut(string text) => text.Length <= MostText ? text : $"{text[..text.LastIndexOf(' ', MostText)]} …";

    private static string Markdown(string text) => string.Concat(Visible.Text(text).ReplaceLineEndings(" ").Select(c => @"\`*_{}[]<>#|".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}"));

    private static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Visible.Text(text));
        json.WriteEndObject();
    }

    // A relative reference (RFC 3986, 4.2).
    private static string UriOf(string folder, Place place) => string.Join('/', InRepository.Segments(folder, place).Select(s => s == ".." ? s : Uri.EscapeDataString(s)));
}
