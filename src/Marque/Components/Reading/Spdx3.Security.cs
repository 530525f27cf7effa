using System.Text;

namespace Marque.Components.Reading;

/// <content>Vulnerabilities and what is said of them (SPDX 3.0, security profile).</content>
internal sealed partial class Spdx3
{
    private readonly Dictionary<int, SbomVulnerability> vulnerabilities = [];
    private readonly List<(int Vulnerability, SbomRating? Rating, SbomAnalysis? Analysis, int[] Affects)> assessments = [];

    private void Vulnerability()
    {
        if (Other() is not (var id and >= 0)) return;
        string[] names = [.. element.Identifiers.Where(i => into.Sbom.Texts.Text(i.Type) is "cve" or "securityOther").Select(i => into.Sbom.Texts.Text(i.Value))];
        var name = names is [var first, ..] ? first : element.Name.IsEmpty ? Encoding.UTF8.GetString(Last(element.Id.Bytes)) : into.String(element.Name.Bytes);
        vulnerabilities.TryAdd(id, new SbomVulnerability(name, "")
        {
            Ref = into.String(element.Id.Bytes),
            Aliases = [.. names.Skip(1)],
            Published = element.Published,
            Updated = element.Modified,
            Rejected = element.Withdrawn,
            Line = element.Line,
        });
    }

    private void Assessment()
    {
        Other();
        SbomRating? rating = null;
        SbomAnalysis? analysis = null;
        // The words of CycloneDX for the four states of VEX.
        var state = element.Type switch
        {
            "VexAffectedVulnAssessmentRelationship" => "exploitable",
            "VexNotAffectedVulnAssessmentRelationship" => "not_affected",
            "VexFixedVulnAssessmentRelationship" => "resolved",
            "VexUnderInvestigationVulnAssessmentRelationship" => "in_triage",
            _ => "",
        };
        if (state.Length > 0) analysis = new SbomAnalysis(state, element.Justification, element.Action.Length > 0 ? [element.Action] : [], element.Detail, element.Published, element.Modified);
        else if (element.Type.StartsWith("Cvss", StringComparison.Ordinal)) rating = new SbomRating("", element.Score, element.Severity, element.Type[..element.Type.IndexOf("Vuln", StringComparison.Ordinal)], element.Vector);
        else return;
        foreach (var from in element.From) assessments.Add((from, rating, analysis, [.. element.To]));
    }

    // One entry for each vulnerability and state of it.
    private void Vulnerabilities()
    {
        var found = new List<SbomVulnerability>();
        var byVulnerability = assessments.ToLookup(a => a.Vulnerability);
        // One that is only spoken of is known by its address.
        foreach (var unknown in byVulnerability.Where(a => !vulnerabilities.ContainsKey(a.Key))) vulnerabilities[unknown.Key] = new SbomVulnerability(into.String(Last(into.Sbom.Refs.Bytes(unknown.Key))), "");
        foreach (var (id, vulnerability) in vulnerabilities)
        {
            var rated = vulnerability with { Ratings = [.. byVulnerability[id].Where(a => a.Rating is not null).Select(a => a.Rating!)] };
            var stated = false;
            foreach (var state in byVulnerability[id].Where(a => a.Analysis is not null))
            {
                stated = true;
                found.Add(rated with { Analysis = state.Analysis, Affects = Affected(state.Affects) });
            }

            if (!stated) found.Add(rated with { Affects = Affected(byVulnerability[id].SelectMany(a => a.Affects)) });
        }

        into.Sbom.Vulnerabilities = found;
    }

    private List<SbomAffected> Affected(IEnumerable<int> references) => [.. references.Distinct().Select(r => new SbomAffected(into.Sbom.RefText(r), []))];
}
