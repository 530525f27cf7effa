using Marque.Cases;

namespace Marque.Assessments;

/// <summary>Whether one decision counts, part by part.</summary>
internal sealed partial class Judging
{
    /// <summary>For each part that the decision speaks of (-1: the product as a whole) null where it counts, else the first reason why not. Parts for which the requirement does not exist are left out.</summary>
    public IReadOnlyList<(int Part, Ground? WhyNot)> Counting(IndexedDecision d)
    {
        var (counts, why) = Decisions[d.Number];
        if (!counts) return [(-1, d.Decision.On > Day ? new Ground("decision-dated-later", d.Ref, $"date:{d.Decision.On:uuuu-MM-dd}") : new Ground("decision-of-other-releases", d.Ref, $"release:{Release}"))];
        if (why is not null) return [(-1, why)];
        var id = d.Decision.Subject.Id;
        if (id.Catalog == "bridge") return [(-1, WhyNotAdopting(d))];
        if (id.Catalog == "instrument") return [(-1, d.Decision.StoodOn.Any(s => s.Name.StartsWith("answer:", StringComparison.Ordinal)) || d.Decision.Judgement == Judgement.NotSatisfied ? null : new Ground("no-answers", $"standard:{id.Item}"))];
        if (id.Item is "risk-assessment") return [(-1, RiskAssessment() is { Verdict: <= Verdict.Gap } risk && d.Decision.Judgement == Judgement.Satisfied ? risk.Grounds[0] : null)];
        if (id.Item is "classification") return [(-1, Index.Case.Product?.Classification is null ? Classification().Grounds[0] : null)];
        if (Index.Find(id) is not { } item) return [(-1, Index.Editions.Items.FirstOrDefault(i => i.Decisions.Contains(d)) is { } old ? new Ground("of-other-edition", d.Ref, $"requirement:{old.FullId}") : new Ground("no-statement", $"requirement:{id}"))];
        if (d.Decision.Judgement == Judgement.Rebuts) return [.. d.Decision.FactDigests.Select(f => (-1, Contradicted(item, f) ? null : new Ground("nothing-to-rebut", d.Ref, $"sha256:{f.Short}", $"requirement:{item.Id}")))];
        var found = new List<(int, Ground?)>();
        for (var part = Index.Parts.Count == 0 ? -1 : 0; part < Index.Parts.Count; part++)
        {
            if (!d.Parts.Has(part) || (part >= 0 && !item.AppliesTo(Index.Parts[part]))) continue;
            if (d.Decision.Judgement != Judgement.NotApplicable && Of(item, part).Derivation.Verdict == Verdict.NotApplicable) continue;
            found.Add((part, d.Decision.Judgement == Judgement.NotApplicable ? WhyNotInapplicable(item, part, d) : WhyNotJudging(item, part, d)));
        }

        return found.Count > 0 ? found : [(-1, new Ground("all-parts-not-applicable"))];
    }

    private Ground? WhyNotAdopting(IndexedDecision d)
    {
        Ground? why = new("not-adopted", $"bridge:{d.Decision.Subject.Id.Item}");
        foreach (var a in Index.Case.Adoptions.Where(a => a.Bridge == d.Decision.Subject.Id.Item))
        {
            if (Index.Bridges.FirstOrDefault(b => b.Bridge.Id == a.Bridge).Bridge is { } bridge && a.BridgeDigest != bridge.Digest) return new Ground("adopted-other-bridge", $"place:{a.Place}", $"bridge:{a.Bridge}");
            why = d.StoodOnAny("adoption", a.Digest) ? null : Suspect(d, "adoption", a.Bridge);
            if (why is not null) return why;
        }

        return why;
    }

    private bool Contradicted(Item item, Text.Digest fact) =>
        item.AllStatements.Any(s => statementCovers[s.Number] && s.Evidence.Any(e => Series[e.Number].Contradictions.Exists(c => c.Fact.Sha256 == fact)));

    private Ground? WhyNotInapplicable(Item item, int part, IndexedDecision d)
    {
        var entries = item.Inapplicable.Where(e => e.Parts.Has(part)).ToList();
        return entries.Count == 0 ? new Ground("nothing-inapplicable", $"requirement:{item.Id}", $"part:{(part < 0 ? "" : Index.Parts[part].Id)}") : SuspectApplicability(item, entries[0], d);
    }

    private Ground? WhyNotJudging(Item item, int part, IndexedDecision d)
    {
        var stated = item.Statements.Exists(s => s.Parts.Has(part) && statementCovers[s.Number]);
        var statements = (stated ? item.Statements : item.AllStatements).Where(s => s.Parts.Has(part) && statementCovers[s.Number] && DecidesWithin(d, s.Statement.Process)).ToList();
        if (statements.Count == 0) return new Ground("no-statement", $"requirement:{item.Id}");
        if (d.Decision.Judgement == Judgement.NotSatisfied) return null;
        foreach (var s in statements)
        {
            if (s.Statement.Status != Status.Implemented) return new Ground(s.Statement.Status.Word(), s.Ref);
            if (s.Statement.Process is { } process && Index.Altered.Contains(process)) return new Ground("suspect-process", s.Ref, $"process:{process}");
            if (Standing(item, part, s, d) is { } ground) return ground;
        }

        return null;
    }
}
