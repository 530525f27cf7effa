namespace Marque.Assessments;

/// <summary>The words of grounds. Each is one sentence; references carry the places.</summary>
public static class GroundText
{
    /// <summary>The sentence of a ground.</summary>
    public static string Of(Ground g) => Statement(g) ?? Fact(g) ?? Decision(g) ?? Route(g) ?? Record(g) ?? g.Rule.Replace('-', ' ');

    private static string? Statement(Ground g) => g.Rule switch
    {
        "no-statement" => $"nobody has recorded how {g["requirement"]} is met",
        "not-implemented" => "recorded as not implemented",
        "planned" => "recorded as planned",
        "partly" => "recorded as partly implemented",
        "no-evidence" => "implemented by statement only: no evidence is named",
        "undecided" => "evidence is linked, and nobody has decided that it satisfies the requirement",
        "carried-over" => $"the statement is carried over from {g["requirement"]} by edition map {g["map"]} ({g["fate"]}): {(g["link"] == "decided" ? "somebody has decided on it here" : "the link is undecided")}",
        "carried-not-applicable" => $"{g["requirement"]} is said not to apply; edition map {g["map"]} ({g["fate"]}) carries that over as a proposal only",
        "carried-incomplete" => $"nobody has recorded how {g["requirement"]} is met, which edition map {g["map"]} leads here from ({g["fate"]})",
        "suspect-process" => $"stands on process case {g["process"]}, which is not the one taken up",
        "other-component-type" => $"does not exist for the component type {g["type"]} of {g["part"]}",
        "no-component-type" => $"{g["part"]} has no 62443 component type",
        "not-applicable" => "decided not to apply",
        "no-answers" => $"{g["standard"]}: marque.yaml does not say of any restriction of its citation that it does not hit this product",
        "nothing-inapplicable" => $"risk.yaml does not say that {g["requirement"]} does not apply{(g["part"].Length > 0 ? $" to {g["part"]}" : "")}",
        "nothing-to-rebut" => $"no contradiction of {g["sha256"]} stands against {g["requirement"]}",
        "not-applicable-undecided" => "said not to apply, but no attested decision on today's digests says so",
        "all-parts-not-applicable" => "does not apply to any part",
        "below-floor" => $"{g["part"]} has target level {g["level"]}; {g["requirement"]} is asked from level {g["first"]} (\"appropriate\" is not bounded by the level)",
        _ => null,
    };

    private static string? Fact(Ground g)
    {
        var series = g["evidence"];
        return g.Rule switch
        {
            "sound" => $"{series}: sound",
            "missing" => $"{series}: {g["path"]} is missing: {g["because"]}",
            "altered" => $"{series}: {g["path"]} is altered: its digest is not the registered one",
            "unchecked" => $"{series}: the content was not checked",
            "vacuous" => $"{series}: vacuous: {Findings(g)}",
            "unreadable" => $"{series}: unreadable: {Findings(g)}",
            "contradicts" or "contradiction" when Findings(g).Length > 0 => series.Length > 0 ? $"{series}: contradicts: {Findings(g)}" : $"contradicts: {Findings(g)}",
            "contradicts" or "contradiction" => series.Length > 0 ? $"{series}: contradicted when it was registered; no later sound result or attested rebuttal" : "contradicts",
            "contradicted-at-registration" => "contradicted when it was registered; a later sound result or an attested rebuttal lifts it, not another file",
            "other-kind" => $"{series}: the content is {g["kind"]}, not {g["expected"]}",
            "stale" => $"{series}: stale: valid until {g["instant"]}",
            "stale-by-policy" => $"{series}: stale: older than {g["days"]} days",
            "overdue" => $"{series}: overdue: due every {g["days"]} days, last due {g["instant"]}",
            "other-release" => $"{series}: stale: observed on another release ({g["releases"]}), not on {g["release"]}",
            "not-yet-received" => $"{series}: not yet received at the instant ({g["instant"]})",
            "no-facts" => $"{series}: no fact is registered",
            "wrong-method" => $"{series}: wrong method: {g["method"]}, where {g["asked"]} is asked",
            "other-part" => $"{series}: speaks of other parts, not of {g["part"]}",
            _ => null,
        };
    }

    private static string? Decision(Ground g) => g.Rule switch
    {
        "decided" => $"decided by {g["by"]}, on sound facts",
        "carried" => $"decided; carried by rule to a newer sound result of {g["evidence"]}",
        "automatic" => $"decided by the automatic rule {g["rule"]} on {g["evidence"]}",
        "unattested" => $"decision of {g["by"]} is not attested: {g["because"]}",
        "expired" => $"decision expired on {g["date"]}",
        "reopened" => $"decision was made for the versions before {g["release"]} too, which is a substantial modification (Art. 3(30)): it is to be decided anew",
        "suspect" => $"decision is suspect: {Changed(g)} changed since it was made",
        "superseded" => "an older decision is superseded by one that stands",
        "decision-without-facts" => "decision names no facts",
        "decision-dated-later" => $"decision is dated {g["date"]}, after the instant",
        "of-other-edition" => $"decision is on {g["requirement"]}, of an edition that the case does not pin: it counts for no requirement of the pinned one",
        "decision-of-other-releases" => $"decision does not hold for {g["release"]}",
        "decided-not-satisfied" => $"decided as not satisfied by {g["by"]}",
        "pair-undecided" => $"decision was made before the mapping to {g["point"]} existed: the link is undecided",
        "not-defined" => "decided, but no evidence shows that the process is defined (procedure, or certificate with scope and edition)",
        "not-practised" => "decided, but no evidence shows that the process is practised (record of this release or period)",
        "no-role" => "decided, but the evidence does not say whether it shows the process defined or practised",
        "record-undecided" => $"no attested decision on today's {g["subject"]}",
        _ => null,
    };

    private static string? Route(Ground g) => g.Rule switch
    {
        "weakest" => $"as weak as {g["what"]}",
        "weakest-part" => $"as weak as part {g["part"]}",
        "frozen" => $"as it stood at the last placing on the market, {g["date"]}",
        "see" => $"as {g["requirement"]} stands; see there",
        "best-route" => $"best route: {g["route"]}",
        "best-instrument" => $"best instrument: {g["standard"]}",
        "not-adopted" when g["point"].Length == 0 => $"marque.yaml does not adopt the bridge {g["bridge"]}",
        "not-adopted" => $"the bridge {g["bridge"]} is not adopted for {g["point"]}: at most claimed",
        "bridge-unreviewed" => $"the bridge {g["bridge"]} is a draft that nobody has reviewed: at most claimed",
        "adoption-undecided" => $"no attested decision adopts the bridge {g["bridge"]}: at most claimed",
        "adopted-other-bridge" => $"the bridge {g["bridge"]} is not the one that was adopted: its digest differs",
        "not-cited" => $"{g["standard"]}: not cited in the Official Journal for Regulation (EU) 2024/2847 on {g["date"]} (registry as of {g["asof"]})",
        "no-instrument" => $"{g["standard"]}: not cited on {g["date"]} and no candidate for citation: another technical specification (Annex VII(5)), which presumes nothing (registry as of {g["asof"]})",
        "certificate-not-valid" => $"{g["standard"]}: the certificate is not valid on {g["date"]}",
        "no-certificate" => $"{g["standard"]}: no certificate is named",
        "coverage-unknown" => $"{g["standard"]}: whether it covers {g["requirement"]} is unknown; unknown coverage never presumes",
        "not-covered" => $"{g["standard"]}: does not cover {g["requirement"]}",
        "out-of-scope" => $"{g["standard"]}: not in scope for the core functionality (category {g["category"]})",
        "restriction-hits" => $"{g["standard"]}: restriction {g["restriction"]} of the citation hits this product: {g["text"]}",
        "restriction-unanswered" => $"{g["standard"]}: restriction {g["restriction"]} of the citation is not answered: {g["text"]}",
        "restriction-undecided" => $"{g["standard"]}: that restriction {g["restriction"]} of the citation does not hit this product is not decided: {g["text"]}",
        "no-clause-catalog" => $"{g["standard"]}: no clause catalog is supplied, so applied in full cannot be shown",
        "no-clauses" => $"{g["standard"]}: the clause catalog has no clause that applies",
        "clause-not-applied" => $"{g["standard"]}: clause {g["clause"]} is neither demonstrated nor validly excluded",
        "clause-missing" => $"{g["standard"]}: clause {g["clause"]}, on which its coverage rests, is not in the clause catalog",
        "classification-undecided" => $"{g["standard"]}: the classification is not decided",
        "unofficial-legal-set" => $"{g["standard"]}: unofficial legal set",
        "presumed" => $"{g["standard"]}: presumed (Art. 27(1)), {g["act"]}",
        "presumed-to-that-extent" => $"{g["standard"]}: presumed to that extent (Art. 27(1)): {g["extent"]}; the rest by other means",
        _ => null,
    };

    private static string? Record(Ground g) => g.Rule switch
    {
        "nothing-recorded" => "nothing is recorded",
        "no-risk-assessment" => "there is no cybersecurity risk assessment (Art. 13(2))",
        "risk-incomplete" => $"the risk assessment is incomplete: {g["what"]}",
        "stated" => "stated",
        "not-stated" => $"the risk assessment does not state: {g["what"]} (Art. 13(3))",
        "treated" => $"risk {g["risk"]} is treated by named requirements",
        "no-treatment" => $"risk {g["risk"]} is not treated by any requirement",
        "treated-by-inapplicable" => $"risk {g["risk"]} is to be treated by {g["requirement"]}, which does not apply",
        "accepted-for-cost" => $"risk {g["risk"]} is left for cost or appetite alone, which is no reason (guidance C(2026) 5252, points 158 and 161)",
        "accepted-untreated" => $"risk {g["risk"]} is accepted without any treating requirement",
        "trigger-unheeded" => $"the update trigger '{g["trigger"]}' occurred on {g["date"]} and was not heeded (Art. 13(3), 13(7))",
        "heeded" => "every occurrence was heeded",
        "applicability-not-stated" => $"whether {g["requirement"]} applies is not stated (Art. 13(3))",
        "not-classified" => "the product is not classified (Art. 7(1), 8(1))",
        "not-triggered" => $"event not recorded: {g["event"]}",
        "permission-not-used" => "the law permits it; nothing records that it is used",
        "nothing-applies" => "nothing of it applies",
        "other-procedure" => "another class or procedure applies",
        "other-class-undecided" => "for another class than declared, but the classification is not decided",
        "no-procedure" => "no conformity assessment procedure is chosen (Art. 32)",
        "procedure-closed" => $"procedure {g["procedure"]} is closed: {g["because"]} ({g["basis"]})",
        "procedure-not-completed" => $"procedure {g["procedure"]} is open and not recorded as completed",
        _ => null,
    };

    private static string Changed(Ground g) => g["changed"] switch
    {
        "requirement" => $"the text of {g["name"]}",
        "statement" => "the statement",
        "series" => $"the definition of series {g["name"]}",
        "fact" => $"the document of {g["name"]}",
        "pair" => $"the mapping to {g["name"]}",
        "risk" => $"risk {g["name"]}",
        "applicability" => "the applicability entry",
        "process" => $"process case {g["name"]}",
        "adoption" => "the adoption",
        "classification" => "the classification",
        "risk-assessment" => "the risk assessment",
        "restriction" => $"restriction {g["name"]} of the citation",
        "answer" => $"the answer to restriction {g["name"]}",
        var other => other,
    };

    private static string Findings(Ground g) => string.Join("; ", g.Refs.Where(r => r.StartsWith("finding:", StringComparison.Ordinal)).Select(r => r[8..]));
}
