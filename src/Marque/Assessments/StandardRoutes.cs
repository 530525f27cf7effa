using Marque.Cases;
using Marque.Legal;

namespace Marque.Assessments;

/// <summary>The standard route, Article 27 (rules F-1 to F-10): presumption to the letter, only while cited, only for the part applied, only in scope.</summary>
internal sealed class StandardRoutes(Judging judging)
{
    private readonly CaseIndex index = judging.Index;

    /// <summary>The route over all instruments the case applies, or null when it applies none; contradictions in the clauses that are scored are added to <paramref name="contradictions"/>.</summary>
    public Derivation? Of(Item point, int part, List<Ground> contradictions)
    {
        if (index.Case.Instruments.Count == 0) return null;
        var from = new List<Derivation>();
        foreach (var applied in index.Case.Instruments)
        {
            var standard = index.Law.Standards.First(s => s.Reference == applied.Reference);
            from.Add(Instrument(standard, applied, point, part, inFull: false, contradictions));
        }

        if (from.Count == 0) return null;
        var best = from.MaxBy(d => d.Verdict)!;
        return new Derivation("standard", "route", part < 0 ? null : index.Parts[part].Id, best.Verdict, [new Ground("best-instrument", $"standard:{best.What}"), .. best.Grounds], from);
    }

    /// <summary>Whether an instrument of Article 27 in effect on the day covers the point in full and is applied in full (rules F-5, Q-3); what <c>thirdParty</c> asks.</summary>
    public bool AppliedInFull(Item point) => index.Case.Instruments.Any(applied =>
        index.Law.Standards.First(s => s.Reference == applied.Reference) is var standard && Instrument(standard, applied, point, -1, inFull: true, []) is { Verdict: Verdict.Presumed } && IsSubstantial(standard, applied));

    // CRA 27(9), 32(2): a scheme spares the notified body only from the assurance level 'substantial' on.
    private static bool IsSubstantial(Standard standard, AppliedInstrument applied) => standard.Kind != InstrumentKind.CertificationScheme || applied.Level is "substantial" or "high";

    private Derivation Instrument(Standard standard, AppliedInstrument applied, Item point, int part, bool inFull, List<Ground> contradictions)
    {
        var reference = $"standard:{standard.Reference}";
        if (standard.Kind == InstrumentKind.Other) return Fails("no-instrument", $"date:{judging.Day:uuuu-MM-dd}", $"asof:{standard.AsOf:uuuu-MM-dd}");
        // F-7: adoption or publication as EN is no citation; only the Official Journal's interval counts.
        var citation = standard.CitationOn(judging.Day);
        if (citation is null) return Fails("not-cited", $"date:{judging.Day:uuuu-MM-dd}", $"asof:{standard.AsOf:uuuu-MM-dd}");
        if (applied.Validity is { } validity && (judging.Day < validity.From || judging.Day > validity.Until)) return Fails("certificate-not-valid", $"date:{judging.Day:uuuu-MM-dd}");
        if (standard.Kind == InstrumentKind.CertificationScheme && applied.Validity is null) return Fails("no-certificate", $"place:{applied.Place}");
        // F-5, F-6: unknown coverage never presumes.
        var coverage = standard.Coverage.FirstOrDefault(c => c.Point == point.Id);
        if (coverage is null || coverage.Extent == Extent.Unknown) return Fails("coverage-unknown", $"requirement:{point.Id}");
        if (coverage.Extent == Extent.None) return Fails("not-covered", $"requirement:{point.Id}");
        if (!standard.Horizontal && !standard.Categories.Contains(index.Case.Product?.Classification?.Category ?? "", StringComparer.Ordinal)) return Fails("out-of-scope", $"category:{index.Case.Product?.Classification?.Category ?? "none"}");
        IReadOnlyList<Ground>? undecided = null;
        foreach (var restriction in citation.Restrictions)
        {
            if (restriction.Points.Count > 0 && !restriction.Points.Contains(point.Id, StringComparer.Ordinal)) continue;
            var answer = applied.Restrictions.FirstOrDefault(r => r.Id == restriction.Id);
            if (answer is null) return Fails("restriction-unanswered", $"restriction:{restriction.Id}", $"text:{restriction.Text}");
            var hits = Fails("restriction-hits", $"restriction:{restriction.Id}", $"text:{restriction.Text}");
            if (answer.Hits) return hits;
            // That it does not hit is a person's judgement, on the words of the restriction and of the answer.
            var (decided, grounds) = judging.DecidedOn(new RequirementId("instrument", standard.Reference), Judgement.Satisfied, [($"restriction:{restriction.Id}", restriction.Digest), ($"answer:{restriction.Id}", answer.Digest)], $"place:{applied.Place}");
            if (decided == Verdict.Gap) return hits with { Grounds = [.. hits.Grounds, .. grounds] };
            if (decided != Verdict.Demonstrated) undecided ??= [new Ground("restriction-undecided", reference, $"restriction:{restriction.Id}", $"text:{restriction.Text}"), .. grounds.Skip(1)];
        }

        // CRA 27(1): presumed to that extent; the rest stays with the manufacturer, however far the standard is applied.
        var left = coverage.Extent == Extent.Partial ? Left(coverage, part, contradictions) : [];
        if (applied.Clauses is not { } clauses) return Capped(Verdict.Claimed, [], "no-clause-catalog");
        var asked = index.CatalogItems.Where(i => i.Catalog == clauses && (inFull || coverage.Clauses.Count == 0 || coverage.Clauses.Contains(i.Id, StringComparer.Ordinal))).ToList();
        foreach (var clause in asked)
        {
            for (var p = index.Parts.Count == 0 ? -1 : 0; p < index.Parts.Count; p++) contradictions.AddRange(judging.Of(clause, p).Contradictions);
        }

        var from = asked.Select(judging.OverParts).Select(d => d with { Kind = "clause" }).ToList();
        var (weakest, cause) = Weakest.Of(from);
        if (weakest is null) return Capped(Verdict.Claimed, from, "no-clauses");
        // Applied only if each clause is demonstrated or validly excluded; anything less is no applied standard.
        if (weakest < Verdict.Demonstrated) return Capped(weakest.Value, from, "clause-not-applied", $"clause:{cause!.What}");
        // The coverage rests on clauses that the legal set names; a catalog that leaves one out shows nothing of it.
        if (coverage.Clauses.FirstOrDefault(c => asked.TrueForAll(i => i.Id != c)) is { } lacking) return Capped(Verdict.Claimed, from, "clause-missing", $"clause:{lacking}");
        // A class decided by nobody, or law by somebody else, can presume nothing.
        if (!standard.Horizontal && judging.Classification().Verdict != Verdict.Demonstrated) return Capped(Verdict.Claimed, from, "classification-undecided");
        if (!index.Law.Official) return Capped(Verdict.Claimed, from, "unofficial-legal-set");
        if (undecided is not null) return WithRest(Verdict.Claimed, from, undecided);
        if (coverage.Extent == Extent.Full) return new Derivation(standard.Reference, "instrument", null, Verdict.Presumed, [new Ground("presumed", reference, $"act:{citation.Act}", "law:27(1)")], from);
        // What does not say all that it leaves over is not taken for done.
        var isSaid = left.Count == coverage.Leaves.Count && left.Exists(d => !d.IsShownOnly);
        return WithRest(isSaid ? Verdict.Demonstrated : Verdict.Claimed, from, [new Ground("presumed-to-that-extent", reference, $"act:{citation.Act}", $"extent:{coverage.Because}", "law:27(1)")]);

        // What is not in effect for the point says nothing about it: shown with its reason, and no claim.
        Derivation Fails(string rule, params string[] refs) => new(standard.Reference, "instrument", null, Verdict.Open, [new Ground(rule, [reference, .. refs])], []);
        Derivation Capped(Verdict verdict, List<Derivation> clausesOf, string rule, params string[] refs) => WithRest(verdict, clausesOf, [new Ground(rule, [reference, .. refs])]);

        // As weak as the share covered and the rest; the cause says which, where it is the rest.
        Derivation WithRest(Verdict verdict, List<Derivation> clausesOf, IReadOnlyList<Ground> grounds)
        {
            var share = new Derivation(standard.Reference, "instrument", null, verdict, grounds, clausesOf);
            if (left.Count == 0) return share;
            var (weakest, cause) = Weakest.Of([share, .. left]);
            return share with { Verdict = weakest!.Value, Grounds = cause == share ? grounds : [.. grounds, new Ground("weakest", $"what:{cause!.What}")], From = [.. clausesOf, .. left] };
        }
    }

    // The remainder items that partial coverage leaves over. A contradiction in one of the law caps every route; others are shown, and lower nothing.
    private List<Derivation> Left(Coverage coverage, int part, List<Ground> contradictions)
    {
        var left = new List<Derivation>();
        foreach (var item in coverage.Leaves.Select(id => index.Find("remainder", id)).OfType<Item>())
        {
            var isLaw = item.Tag == Tag.Law;
            if (part >= 0)
            {
                var judged = judging.Of(item, part);
                if (isLaw) contradictions.AddRange(judged.Contradictions);
                left.Add(judged.Derivation with { IsShownOnly = !isLaw });
                continue;
            }

            for (var p = index.Parts.Count == 0 ? -1 : 0; isLaw && p < index.Parts.Count; p++) contradictions.AddRange(judging.Of(item, p).Contradictions);
            left.Add(judging.OverParts(item) with { IsShownOnly = !isLaw });
        }

        return left;
    }
}
