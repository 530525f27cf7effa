using Marque.Cases;

namespace Marque.Assessments;

/// <summary>The completeness of the risk assessment, Article 13(2) to (4) and (7): computed, then decided by a person (never by rule).</summary>
internal sealed partial class Judging
{
    private Derivation? riskAssessment;

    /// <summary>The risk assessment as a whole.</summary>
    public Derivation RiskAssessment() => riskAssessment ??= Index.Case.Risk is { } risk ? JudgeRisk(risk) : new Derivation("risk assessment", "check", null, Verdict.Open, [new Ground("no-risk-assessment", "law:13(2)")], []);

    private Derivation JudgeRisk(RiskAssessment risk)
    {
        var from = new List<Derivation>
        {
            Stated("intended purpose", risk.Purpose is not null, risk),
            Stated("reasonably foreseeable use", risk.ForeseeableUse.Count > 0, risk),
            Stated("reasonably foreseeable misuse", risk.ForeseeableMisuse.Count > 0, risk),
            Stated("conditions of use", risk.ConditionsOfUse.Count > 0, risk),
            Stated("assets to be protected", risk.Assets.Count > 0, risk),
            Stated("time in use", risk.TimeInUse is not null, risk),
            Stated("risks", risk.Risks.Count > 0, risk),
            Stated("how I.1 is met", risk.MeetsPartOnePointOne is not null, risk),
            Stated("how Part II is met", risk.MeetsPartTwo is not null, risk),
            Stated("update triggers", risk.Triggers.Count > 0, risk),
        };
        foreach (var r in risk.Risks) from.Add(Treated(r));
        foreach (var point in Index.Points.Where(p => p.MayBeInapplicable)) from.Add(ApplicabilityStated(point, risk));
        foreach (var t in risk.Triggers)
        {
            // CRA 13(3), 13(7): the assessment is kept up to date; what has happened must have been looked at.
            var unheeded = t.Occurred.Where(o => o.On <= Day && (o.Heeded is null || o.Heeded > Day)).ToList();
            from.Add(Check($"trigger {t.Id}", unheeded.Count == 0, unheeded.Count == 0 ? new Ground("heeded", $"place:{t.Place}") : new Ground("trigger-unheeded", $"place:{t.Place}", $"trigger:{t.Id}", $"date:{unheeded[0].On:uuuu-MM-dd}")));
        }

        var (verdict, cause) = Weakest.Of(from);
        if (verdict == Verdict.Gap) return new Derivation("risk assessment", "check", null, Verdict.Gap, [new Ground("risk-incomplete", $"what:{cause!.What}", $"place:{risk.Place}")], from);
        var decided = DecidedOn("risk-assessment", Judgement.Satisfied, "risk-assessment", risk.Digest, $"place:{risk.Place}");
        return new Derivation("risk assessment", "check", null, decided.Verdict, decided.Grounds, from);
    }

    /// <summary>Whether an attested decision in force stands on a record of the case: demonstrated, else claimed with the reason.</summary>
    public (Verdict Verdict, IReadOnlyList<Ground> Grounds) DecidedOn(string subject, Judgement judgement, string name, Marque.Text.Digest digest, string place) =>
        DecidedOn(new RequirementId(null, subject), judgement, [(name, digest)], place);

    /// <summary>The same for a subject that has several digests, each under its name; a subject without a catalog is known by its id alone.</summary>
    public (Verdict Verdict, IReadOnlyList<Ground> Grounds) DecidedOn(RequirementId subject, Judgement judgement, IReadOnlyList<(string Name, Marque.Text.Digest Digest)> on, string place)
    {
        bool IsAbout(IndexedDecision d) => d.Decision.Process is null && d.Decision.Subject.Id.Item == subject.Item && (subject.Catalog is null || d.Decision.Subject.Id.Catalog == subject.Catalog);
        var why = new List<Ground>();
        IndexedDecision? standing = null, refused = null;
        foreach (var d in Index.Decisions)
        {
            // Decisions come from the oldest to the newest.
            if (d.Decision.Judgement == Judgement.NotSatisfied && IsAbout(d) && Decisions[d.Number] is (true, null)) refused = d;
            if (d.Decision.Judgement != judgement || !IsAbout(d) || !Decisions[d.Number].Counts) continue;
            if (Decisions[d.Number].WhyNot is { } notInForce) why.Add(notInForce);
            else if (on.FirstOrDefault(o => !d.StoodOnAny(o.Name, o.Digest)) is { Name: { } changed }) why.Add(Suspect(d, changed.Split(':')[0], changed.Contains(':', StringComparison.Ordinal) ? changed[(changed.IndexOf(':', StringComparison.Ordinal) + 1)..] : subject.Item));
            else standing = d;
        }

        if (refused is not null && (standing is null || standing.Decision.On <= refused.Decision.On)) return (Verdict.Gap, [new Ground("decided-not-satisfied", refused.Ref, $"by:{refused.Decision.By}")]);
        if (standing is not null) return (Verdict.Demonstrated, [new Ground("decided", standing.Ref, $"by:{standing.Decision.By}")]);

        return (Verdict.Claimed, [new Ground("record-undecided", place, $"subject:{subject.Item}"), .. why]);
    }

    private static Derivation Stated(string what, bool stated, RiskAssessment risk) =>
        Check(what, stated, stated ? new Ground("stated", $"place:{risk.Place}") : new Ground("not-stated", $"what:{what}", $"place:{risk.Place}", "law:13(3)"));

    private static Derivation Treated(Risk risk)
    {
        // Rule F-9: internal risk appetite or cost is no reason to leave a risk untreated.
        if (risk.AcceptedBecause.Count > 0 && risk.AcceptedBecause.All(r => r is "cost" or "appetite")) return Check($"risk {risk.Id} treated", holds: false, new Ground("accepted-for-cost", $"risk:{risk.Id}", $"place:{risk.Place}"));
        if (risk.TreatedBy.Count == 0 && !risk.NeedsMeasuresBeyond && risk.AcceptedBecause.Count == 0) return Check($"risk {risk.Id} treated", holds: false, new Ground("no-treatment", $"risk:{risk.Id}", $"place:{risk.Place}"));
        return risk.TreatedBy.Count == 0 && !risk.NeedsMeasuresBeyond
            ? Check($"risk {risk.Id} treated", holds: false, new Ground("accepted-untreated", $"risk:{risk.Id}", $"place:{risk.Place}"))
            : Check($"risk {risk.Id} treated", holds: true, new Ground("treated", $"risk:{risk.Id}", $"place:{risk.Place}"));
    }

    private Derivation ApplicabilityStated(Item point, RiskAssessment risk)
    {
        // CRA 13(3), third sentence: whether and in what manner each point of Part I(2) applies, to every part.
        var entries = risk.Applicability.Where(a => a.Requirement.Id.Item == point.Id).ToList();
        var entry = Index.Parts.All(p => entries.Exists(a => a.Parts.Count == 0 || a.Parts.Contains(p.Id, StringComparer.Ordinal))) ? entries.FirstOrDefault() : null;
        return Check($"applicability of {point.Id}", entry is not null, entry is null ? new Ground("applicability-not-stated", $"requirement:{point.Id}", $"place:{risk.Place}") : new Ground("stated", $"place:{entry.Place}"));
    }

    private static Derivation Check(string what, bool holds, Ground ground) => new(what, "check", null, holds ? Verdict.Demonstrated : Verdict.Gap, [ground], []);
}
