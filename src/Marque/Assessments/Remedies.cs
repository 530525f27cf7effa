using Marque.Cases;
using Marque.Language;

namespace Marque.Assessments;

/// <summary>What to do about a ground.</summary>
internal static class Remedies
{
    /// <summary>The step that removes the ground, or null when the ground asks for none of its own.</summary>
    public static (Saying Action, string Subject)? Of(CaseIndex index, Derivation at, Ground g)
    {
        // {item} in a sentence; its other values are the ground's. A process is stated once for all parts; components and measures are stated per part.
        var item = at.Part is null || index.IsProcess(at.What) ? at.What : $"{at.What} ({at.Part})";
        var series = g["evidence"];
        (string Id, string Subject)? step = g.Rule switch
        {
            "no-statement" => ("remedy.no-statement", at.What),
            "not-implemented" or "planned" or "partly" => ("remedy.not-implemented", at.What),
            "carried-not-applicable" => ("remedy.carried-not-applicable", at.What),
            "carried-incomplete" => ("remedy.carried-incomplete", at.What),
            "no-evidence" => ("remedy.no-evidence", at.What),
            "undecided" => ("remedy.undecided", at.What),
            "decision-without-facts" => ("remedy.decision-without-facts", at.What),
            "decided-not-satisfied" => ("remedy.decided-not-satisfied", at.What),
            "suspect-process" => ("remedy.suspect-process", g["process"]),
            "below-floor" => ("remedy.below-floor", g["part"]),
            "missing" => ("remedy.missing", series),
            "altered" => ("remedy.altered", series),
            "vacuous" or "unreadable" or "other-kind" or "unchecked" => ("remedy.vacuous", series),
            "contradicts" or "contradiction" => series.Length > 0 ? ("remedy.contradicts", series) : null,
            "contradicted-at-registration" => series.Length > 0 ? ("remedy.contradicted-at-registration", series) : null,
            "stale" or "stale-by-policy" or "overdue" or "other-release" or "not-yet-received" or "no-facts" => ("remedy.stale", series),
            "wrong-method" => ("remedy.wrong-method", at.What),
            "other-part" => ("remedy.other-part", at.What),
            "unattested" => Signing(index, g),
            "expired" => ("remedy.expired", at.What),
            "reopened" => ("remedy.reopened", at.What),
            "suspect" => ("remedy.suspect", at.What),
            "pair-undecided" => ("remedy.pair-undecided", at.What),
            "not-defined" => ("remedy.not-defined", at.What),
            "not-practised" => ("remedy.not-practised", at.What),
            "no-role" => ("remedy.no-role", at.What),
            "not-applicable-undecided" => ("remedy.not-applicable-undecided", at.What),
            "not-adopted" or "adoption-undecided" or "adopted-other-bridge" => ("remedy.not-adopted", g["bridge"]),
            "bridge-unreviewed" => ("remedy.bridge-unreviewed", g["bridge"]),
            "record-undecided" => ("remedy.record-undecided", g["subject"]),
            "restriction-undecided" => ("remedy.restriction-undecided", g["standard"]),
            "no-risk-assessment" => ("remedy.no-risk-assessment", "risk.yaml"),
            "see" when at.Verdict.FallsShort() => ("remedy.see", g["requirement"]),
            "not-stated" => ("remedy.not-stated", "risk.yaml"),
            "no-treatment" or "accepted-for-cost" or "accepted-untreated" or "treated-by-inapplicable" => ("remedy.no-treatment", g["risk"]),
            "trigger-unheeded" => ("remedy.trigger-unheeded", g["trigger"]),
            "applicability-not-stated" => ("remedy.applicability-not-stated", g["requirement"]),
            _ => null,
        };
        return step is { } found ? (new Saying(found.Id, [.. Texts.English.Template(found.Id).Names.Select(n => (n, n == "item" ? item : g[n]))]), found.Subject) : null;
    }

    // One signed people.yaml, or one way of signing, removes the reason from every decision at once.
    private static (string, string) Signing(CaseIndex index, Ground g) => index.Trust switch
    {
        RootOfTrust.None => ("remedy.unattested.none", "people.yaml"),
        RootOfTrust.Refused => ("remedy.unattested.refused", "people.yaml"),
        _ => ("remedy.unattested", g["by"]),
    };
}
