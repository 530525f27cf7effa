using Marque.Text.Reading;
using Marque.Text;

namespace Marque.Facts;

/// <summary>Threagile models (YAML): technical assets, and the risks that the model tracks or identifies itself. What Threagile's rules would find is not in the model.</summary>
internal static class Threagile
{
    private static readonly string[] Known = ["threagile_version", "technical_assets", "data_assets", "trust_boundaries", "shared_runtimes", "risk_tracking", "individual_risk_categories", "custom_risk_categories", "abuse_cases", "security_requirements", "business_overview", "technical_overview", "business_criticality", "management_summary_comment", "tags_available", "questions", "includes"];

    public static Check Run(Stream content, Expectation expect)
    {
        var read = YamlReader.Read("", Whole.Bytes(content, YamlReader.MaxBytes));
        if (read.Value is null || read.Problems.Count > 0)
        {
            var problem = read.Problems[0];
            throw new Refusal(problem.Code, problem.Message, problem.Place.Line);
        }

        // A model may be split over files that include each other; a part is read as what it holds.
        if (read.Value is not YamlMap root || !Array.Exists(Known, k => root[k] is not null)) throw new Refusal("threagile.shape", "none of the sections of a Threagile model stands there (threagile_version, technical_assets, data_assets ...)", 1);
        var tally = new ThreatTally(FactKind.Threagile, expect) { Elements = Entries(root["technical_assets"]).Count() };
        foreach (var (name, risk) in Entries(root["risk_tracking"]))
        {
            var status = Text(risk, "status");
            tally.Threat(IsTreated(status, Text(risk, "justification")), name.Value, status, name.Place.Line);
        }

        foreach (var (category, body) in Entries(root["individual_risk_categories"]).Concat(Entries(root["custom_risk_categories"])))
        {
            // A risk is tracked under "category@asset..."; it counts there already.
            var id = Text(body, "id") ?? category.Value;
            if (Entries(root["risk_tracking"]).Any(t => t.Key.Value.StartsWith(id + "@", StringComparison.Ordinal))) continue;
            foreach (var (name, _) in Entries((body as YamlMap)?["risks_identified"])) tally.Threat(treated: false, $"{category.Value}: {name.Value}", "identified, not tracked", name.Place.Line);
        }

        return tally.Done(Text(root, "title"));
    }

    // The tool's risk states; acceptance needs its reason.
    private static bool IsTreated(string? status, string? justification) => status is "mitigated" or "false-positive" || (status == "accepted" && !string.IsNullOrWhiteSpace(justification));

    private static IEnumerable<(YamlScalar Key, YamlNode Value)> Entries(YamlNode? node) => node is YamlMap map ? map.Entries : [];

    private static string? Text(YamlNode node, string key) => node is YamlMap map && map[key] is YamlScalar { Type: not YamlType.Null } scalar ? scalar.Value : null;
}
