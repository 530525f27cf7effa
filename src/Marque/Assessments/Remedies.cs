namespace Marque.Assessments;

/// <summary>What to do about a ground.</summary>
internal static class Remedies
{
    /// <summary>The step that removes the ground, or null when the ground asks for none of its own.</summary>
    public static (string Action, string Subject)? Of(CaseIndex index, Derivation at, Ground g)
    {
        // A process is stated once for all parts; components and measures are stated per part.
        var requirement = at.Part is null || index.IsProcess(at.What) ? at.What : $"{at.What} ({at.Part})";
        var series = g["evidence"];
        return g.Rule switch
        {
            "no-statement" => ($"State how {requirement} is met, with its evidence", at.What),
            "not-implemented" or "planned" or "partly" => ($"Implement {requirement} fully", at.What),
            "carried-not-applicable" => ($"Say in risk.yaml whether {requirement} applies", at.What),
            "carried-incomplete" => ($"State how {requirement} is met, with what {g["requirement"]} asked", at.What),
            "no-evidence" => ($"Name evidence for {requirement}", at.What),
            "undecided" => ($"Decide whether the evidence satisfies {requirement}", at.What),
            "decision-without-facts" => ($"Name the facts that the decision on {requirement} rests on", at.What),
            "decided-not-satisfied" => ($"Resolve why {requirement} was decided as not satisfied", at.What),
            "suspect-process" => ($"Review the changed process case {g["process"]} and take up its digest", g["process"]),
            "below-floor" => ($"Raise the target level of {g["part"]} to {g["first"]}, or decide by risk that it does not call for {g["requirement"]}", g["part"]),
            "missing" => ($"Restore the artefact of {series}, or register a new result", series),
            "altered" => ($"Restore the registered bytes of {series}, or register a new result", series),
            "vacuous" or "unreadable" or "other-kind" or "unchecked" => ($"Produce a result for {series} that proves something", series),
            "contradicts" or "contradiction" => series.Length > 0 ? ($"Fix what {series} shows and register a sound result, or rebut it with an attested decision", series) : null,
            "contradicted-at-registration" => series.Length > 0 ? ($"Register a later sound result of {series}, or rebut the contradiction with an attested decision", series) : null,
            "stale" or "stale-by-policy" or "overdue" or "other-release" or "not-yet-received" or "no-facts" => ($"Register a current result of {series} for this release", series),
            "wrong-method" => ($"Show {requirement} by {g["asked"]}, not by {series}", at.What),
            "other-part" => ($"Name evidence of {requirement} that speaks of that part", at.What),
            "unattested" => Signing(index, g),
            "expired" => ($"Renew the expired decision on {requirement}", at.What),
            "reopened" => ($"Decide on {requirement} anew for {g["release"]}, a substantial modification (--from-release {g["release"]})", at.What),
            "suspect" => ($"Review the decision on {requirement} against what changed, and decide again", at.What),
            "pair-undecided" => ($"Decide {requirement} for the new mapping to {g["point"]}", at.What),
            "not-defined" => ($"Show that the process of {requirement} is defined", at.What),
            "not-practised" => ($"Show a record that the process of {requirement} is practised", at.What),
            "no-role" => ($"Say which evidence of {requirement} shows the process defined and which practised", at.What),
            "not-applicable-undecided" => ($"Decide, attested, that {requirement} does not apply", at.What),
            "not-adopted" or "adoption-undecided" or "adopted-other-bridge" => ($"Review the bridge {g["bridge"]} and adopt it by an attested decision", g["bridge"]),
            "bridge-unreviewed" => ($"Have the bridge {g["bridge"]} reviewed, record it in 'review', and adopt it anew", g["bridge"]),
            "record-undecided" => ($"Decide on the {g["subject"]}, attested", g["subject"]),
            "restriction-undecided" => ($"Decide, attested, that the answers to the restrictions of {g["standard"]} are right", g["standard"]),
            "no-risk-assessment" => ("Carry out the cybersecurity risk assessment (risk.yaml)", "risk.yaml"),
            "see" when at.Verdict.FallsShort() => ($"Raise {g["requirement"]} first", g["requirement"]),
            "not-stated" => ($"State in risk.yaml: {g["what"]}", "risk.yaml"),
            "no-treatment" or "accepted-for-cost" or "accepted-untreated" or "treated-by-inapplicable" => ($"Treat risk {g["risk"]} by a requirement that applies", g["risk"]),
            "trigger-unheeded" => ($"Update the risk assessment: its trigger '{g["trigger"]}' occurred", g["trigger"]),
            "applicability-not-stated" => ($"State whether {g["requirement"]} applies", g["requirement"]),
            _ => null,
        };
    }

    // One signed people.yaml, or one way of signing, removes the reason from every decision at once.
    private static (string, string) Signing(CaseIndex index, Ground g) => index.Trust switch
    {
        RootOfTrust.None => ("Sign people.yaml with the root key, so that decisions can be attested", "people.yaml"),
        RootOfTrust.Refused => ("Have people.yaml signed by the trusted root key", "people.yaml"),
        _ => ($"Have {g["by"]}'s decisions attested: {g["because"]}", g["by"]),
    };
}
