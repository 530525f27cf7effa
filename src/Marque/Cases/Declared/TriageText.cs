using Marque.Text;

namespace Marque.Cases.Declared;

/// <summary>Writes a triage decision as the file that <see cref="TriageFile"/> reads.</summary>
public static class TriageText
{
    /// <summary>The name of its JSON Schema.</summary>
    public const string Schema = "triage";

    /// <summary>The path of its file: <c>triage/CVE-2026-1234/2026-11-24-psirt-lead-lodash-4.17.20-2.4.1.yaml</c>.</summary>
    public static string PathOf(TriageDecision d)
    {
        ArgumentNullException.ThrowIfNull(d);
        string?[] about = [d.By, d.Component?.Name, d.Component?.Version, .. d.Parts, .. d.Releases.Only.Count > 0 ? d.Releases.Only.Select(o => o.Replace("*", "x", StringComparison.Ordinal)) : d.Releases.From is { } from ? ["from", from] : d.Releases.Lines];
        // An id of your own may have no letter that every file system takes.
        var folder = FileNames.Slug(d.Vulnerability) is { Length: > 0 } slug ? slug : "vulnerability";
        return $"triage/{folder}/{d.On:uuuu-MM-dd}-{FileNames.Slug(string.Join('-', about.Where(a => !string.IsNullOrEmpty(a))))}.yaml";
    }

    /// <summary>The file's content.</summary>
    /// <param name="d">The decision, with its signatures.</param>
    public static YamlMap Of(TriageDecision d)
    {
        ArgumentNullException.ThrowIfNull(d);
        return YamlValue.Map(
            ("vulnerability", YamlValue.Text(d.Vulnerability)),
            ("aliases", YamlValue.Texts(d.Aliases)),
            ("component", YamlValue.Maybe(d.Component?.ToString())),
            ("parts", YamlValue.Texts(d.Parts)),
            ("release", d.Releases is { From: null, Until: null, Lines.Count: 0, Only: [var one] } ? YamlValue.Text(one) : null),
            ("releases", Releases(d.Releases)),
            ("status", YamlValue.Text(d.Status.Word())),
            ("justification", YamlValue.Maybe(d.Justification?.Word)),
            ("impact", YamlValue.Maybe(d.Impact)),
            ("action", YamlValue.Maybe(d.Action)),
            ("responses", YamlValue.Texts(d.Responses.Select(r => r.Word()))),
            ("notExploitable", YamlValue.Maybe(d.NotExploitable)),
            ("acceptedRisk", YamlValue.Maybe(d.AcceptedRisk)),
            ("seen", d.Seen is { } seen ? YamlValue.Map(("ranges", YamlValue.Texts(seen.Ranges)), ("exploited", YamlValue.Flag(seen.Exploited)), ("epss", seen.Epss is { } epss ? YamlValue.Number(epss) : null)) : null),
            ("review", d.ReviewAtEpss is { } review ? YamlValue.Map(("epss", YamlValue.Number(review))) : null),
            ("supersedes", YamlValue.Texts(d.Supersedes.Select(s => s.ToString()))),
            ("follows", YamlValue.Maybe(d.Follows)),
            ("by", YamlValue.Text(d.By)),
            ("role", YamlValue.Text(d.Role)),
            ("second", d.Second is { } second ? YamlValue.Map(("by", YamlValue.Text(second.By)), ("role", YamlValue.Text(second.Role))) : null),
            ("on", YamlValue.Date(d.On)),
            ("until", d.Until is { } until ? YamlValue.Date(until) : null),
            ("rationale", YamlValue.Text(d.Rationale)),
            ("signatures", d.Signatures.Count == 0 ? null : YamlValue.List(d.Signatures.Select(DecisionText.Of))));
    }

    private static YamlMap? Releases(TriageReleases r) => r is { From: null, Until: null, Lines.Count: 0, Only.Count: 1 } ? null : YamlValue.Map(
        ("from", YamlValue.Maybe(r.From)),
        ("until", YamlValue.Maybe(r.Until)),
        ("only", YamlValue.Texts(r.Only)),
        ("lines", YamlValue.Texts(r.Lines)));
}
