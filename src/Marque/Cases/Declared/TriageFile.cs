using Marque.Components.Purls;
using Marque.Text;

namespace Marque.Cases.Declared;

/// <summary>Reads <c>triage/**.yaml</c>: one decision, or a list under <c>triage</c>.</summary>
public static class TriageFile
{
    private static readonly string[] Statuses = ["affected", "under_investigation", "fixed", "not_affected", "false_positive"];
    private static readonly string[] Responses = ["update", "rollback", "workaround_available", "will_not_fix", "can_not_fix"];

    /// <summary>The word of a status: that of OpenVEX and CSAF where they have one.</summary>
    public static string Word(this TriageStatus status) => Statuses[(int)status];

    /// <summary>The word of a response, as CycloneDX has it.</summary>
    public static string Word(this TriageResponse response) => Responses[(int)response];

    /// <summary>The status with that word; null: there is none.</summary>
    public static TriageStatus? Status(string word) => Array.IndexOf(Statuses, word) is >= 0 and var at ? (TriageStatus)at : null;

    /// <summary>The response with that word; null: there is none.</summary>
    public static TriageResponse? Response(string word) => Array.IndexOf(Responses, word) is >= 0 and var at ? (TriageResponse)at : null;

    /// <summary>The words of all statuses.</summary>
    public static IReadOnlyList<string> StatusWords => Statuses;

    /// <summary>The words of all responses.</summary>
    public static IReadOnlyList<string> ResponseWords => Responses;

    /// <summary>The decisions of a file.</summary>
    public static IReadOnlyList<TriageDecision> Read(Fields f)
    {
        ArgumentNullException.ThrowIfNull(f);
        if (!f.Has("triage")) return [One(f)];
        List<TriageDecision> decisions = [.. f.Each("triage").Select(One)];
        f.Done();
        return decisions;
    }

    private static TriageDecision One(Fields d)
    {
        var on = d.Date("on");
        if (on is null && !d.Has("on")) d.Missing("on");
        var until = d.Date("until");
        if (on is { } from && until is { } to && to < from) d.Problem("until", "decision.dates", "'until' is before 'on'", "correct one of the two dates");
        var second = d.Nested("second");
        var bytes = CanonicalJson.Of(d.Map, "signatures");
        if (!d.Has("status")) d.Missing("status");
        var decision = new TriageDecision
        {
            Vulnerability = d.Required("vulnerability"),
            Aliases = Texts(d, "aliases"),
            Component = Component(d),
            Parts = Texts(d, "parts"),
            Releases = Releases(d),
            Status = d.OneOf("status", Statuses) is { } status ? Status(status)!.Value : TriageStatus.UnderInvestigation,
            Justification = d.OneOf("justification", [.. Justification.Words]) is { } word ? Justification.Of(word) : null,
            Impact = d.Text("impact"),
            Action = d.Text("action"),
            Responses = [.. Words(d, "responses", Responses).Select(w => Response(w)!.Value)],
            NotExploitable = d.Text("notExploitable"),
            AcceptedRisk = d.Text("acceptedRisk"),
            Seen = d.Nested("seen") is { } seen ? Sight(seen) : null,
            ReviewAtEpss = d.Nested("review") is { } review ? Review(review) : null,
            Supersedes = d.Digests("supersedes"),
            Follows = d.Text("follows"),
            By = d.Required("by"),
            Role = d.Required("role"),
            On = on ?? default,
            Until = until,
            Rationale = d.Required("rationale"),
            Second = second is null ? null : (second.Required("by"), second.Required("role")),
            Signatures = PeopleFile.Signatures(d),
            SignedBytes = bytes,
            Digest = Digest.Of(bytes),
            Place = d.Place,
        };
        second?.Done();
        if (d.Has("status")) Fit(d, decision);
        d.Done();
        return decision;
    }

    // What the minimum requirements for VEX (CISA, 2023) ask of each status, and what can be said of one only.
    private static void Fit(Fields d, TriageDecision decision)
    {
        var status = decision.Status.Word();
        if (decision.Status == TriageStatus.NotAffected && !d.Has("justification") && !d.Has("impact")) d.Problem("status", "triage.justification", "not_affected says why: by a justification, or by the impact in words", $"add 'justification:', one of {string.Join(", ", Justification.Words)}; or 'impact:'");
        if (decision.Status == TriageStatus.Affected && !d.Has("action")) d.Problem("status", "triage.action", "affected says what users shall do", "add 'action:', if only that no remedy is known yet");
        if (d.Has("justification") && decision.Status != TriageStatus.NotAffected) d.Problem("justification", "triage.status", $"a justification says why a product is not affected, and the status is {status}", "correct one of the two");
        foreach (var key in new[] { "notExploitable", "acceptedRisk" }.Where(d.Has))
        {
            if (decision.Status != TriageStatus.Affected) d.Problem(key, "triage.status", $"'{key}' is said of a product that is affected, and the status is {status}", "correct one of the two");
        }

        if (d.Has("notExploitable") && d.Has("acceptedRisk")) d.Problem("acceptedRisk", "triage.status", "what cannot be exploited is no risk to accept", "keep one of the two");
    }

    private static Purl? Component(Fields d)
    {
        if (d.Text("component") is not { } text) return null;
        var reading = Purl.Read(text);
        if (reading.Purl is null) d.Problem("component", "triage.component", $"not a package URL: {reading.Problem}", "write it like pkg:npm/lodash@4.17.20");
        return reading.Purl;
    }

    private static TriageReleases Releases(Fields d)
    {
        if (d.Text("release") is { } single) return new(null, null, [single], []);
        if (d.Nested("releases") is not { } range)
        {
            if (!d.Has("release") && !d.Has("releases")) d.Problem("vulnerability", "triage.releases", "it does not say for which releases it holds", "add 'release: V', or 'releases:' with 'only', 'from' or 'lines'");
            return new(null, null, [], []);
        }

        var result = new TriageReleases(range.Text("from"), range.Text("until"), Texts(range, "only"), Texts(range, "lines"));
        range.Done();
        if (result is { From: null, Until: null, Only.Count: 0, Lines.Count: 0 }) d.Problem("releases", "triage.releases", "no release is named", "add 'only', 'from' or 'lines'");
        return result;
    }

    private static TriageSight Sight(Fields s)
    {
        var sight = new TriageSight(Texts(s, "ranges"), s.Flag("exploited") ?? false, s.Number("epss", 0, 1));
        s.Done();
        return sight;
    }

    private static double? Review(Fields r)
    {
        var epss = r.Number("epss", 0, 1);
        r.Done();
        return epss;
    }

    private static List<string> Words(Fields f, string key, string[] known)
    {
        var words = new List<string>();
        foreach (var (word, place) in f.Texts(key))
        {
            if (known.Contains(word, StringComparer.Ordinal)) words.Add(word);
            else f.Problems.Add(new Problem(place, "yaml.unknown-word", $"'{word}' is none of the words for '{key}'", Nearest.To(word, known) is { } near ? $"did you mean '{near}'?" : $"one of {string.Join(", ", known)}"));
        }

        return words;
    }

    private static IReadOnlyList<string> Texts(Fields f, string key) => [.. f.Texts(key).Select(t => t.Value)];
}
