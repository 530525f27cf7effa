using Marque.Cases;
using Marque.Legal;

namespace Marque.Assessments;

/// <summary>The verdicts of the Annex I points: over the parts, the weakest of each part's best route.</summary>
internal sealed class Points(Judging judging)
{
    private readonly CaseIndex index = judging.Index;
    private readonly BridgeRoutes bridges = new(judging);
    private readonly StandardRoutes standards = new(judging);
    private readonly Dictionary<Item, Derivation> memo = [];

    /// <summary>The derivation of one point: its parts, each with its routes.</summary>
    public Derivation Of(Item point)
    {
        if (!memo.TryGetValue(point, out var derivation)) memo[point] = derivation = Judge(point);
        return derivation;
    }

    /// <summary>While placing is ongoing I.2.a is judged at the instant; after the last placing it stays as it was then (rule F-10, guidance C(2026) 5252, points 230 to 237).</summary>
    public void FreezeKnownVulnerabilities(Observations seen)
    {
        if (judging.Release is not { } version || index.History.Find(version)?.LastPlaced is not { } last || last >= judging.Day) return;
        var then = new Points(new Judging(index, seen, version, BrusselsDay.EndOf(last)));
        var point = index.Points.First(p => p.Id == "I.2.a");
        var frozen = then.Of(point);
        memo[point] = frozen with { Grounds = [.. frozen.Grounds, new Ground("frozen", $"date:{last:uuuu-MM-dd}")] };
    }

    private Derivation Judge(Item point)
    {
        if (point.Id == "I.1") return PartOnePointOne(point);
        if (index.Parts.Count == 0) return OfPart(point, -1);
        var parts = new List<Derivation>(index.Parts.Count);
        for (var i = 0; i < index.Parts.Count; i++) parts.Add(OfPart(point, i));
        var (verdict, cause) = Weakest.Of(parts);
        if (verdict is null) return new Derivation(point.Id, "point", null, Verdict.NotApplicable, [new Ground("all-parts-not-applicable")], parts);
        return new Derivation(point.Id, "point", null, verdict.Value, [new Ground("weakest-part", $"part:{cause!.Part}")], parts);
    }

    /// <summary>Whether an Article 27 instrument is applied in full for the point.</summary>
    public bool AppliedInFull(Item point) => standards.AppliedInFull(point);

    private Derivation OfPart(Item point, int part)
    {
        var partId = part < 0 ? null : index.Parts[part].Id;
        var direct = judging.Of(point, part);
        if (direct.Derivation.Verdict == Verdict.NotApplicable) return direct.Derivation with { Kind = "part" };
        var contradictions = new List<Ground>(direct.Contradictions);
        var routes = new List<Derivation>();
        if (standards.Of(point, part, contradictions) is { } standard) routes.Add(standard);
        foreach (var bridge in bridges.Of(point, part, contradictions)) routes.Add(bridge);
        if (direct.Derivation.Verdict != Verdict.Open || routes.Count == 0) routes.Add(new Derivation("direct", "route", partId, direct.Derivation.Verdict, [new Ground("weakest", $"what:{point.Id}")], [direct.Derivation]));
        return Best(point, partId, "part", routes, contradictions);
    }

    /// <summary>I.1 is computed (rule F-8): the risk assessment is complete, what treats the risks holds, and measures beyond (2)(a) to (m) are there where these do not suffice.</summary>
    private Derivation PartOnePointOne(Item point)
    {
        var contradictions = new List<Ground>();
        var from = new List<Derivation> { judging.RiskAssessment() };
        foreach (var risk in index.Case.Risk?.Risks ?? []) from.Add(Treatment(risk, point));
        foreach (var (item, _) in index.RemainderOf(point.Id).Where(r => r.Tag == Tag.Law))
        {
            from.Add(judging.OverParts(item) with { Kind = "remainder" });
            for (var p = index.Parts.Count == 0 ? -1 : 0; p < index.Parts.Count; p++) contradictions.AddRange(judging.Of(item, p).Contradictions);
        }

        var (verdict, cause) = Weakest.Of(from);
        var computed = new Derivation("computed", "route", null, verdict ?? Verdict.Open, [cause is null ? new Ground("nothing-recorded") : new Ground("weakest", $"what:{cause.What}")], from);
        var routes = new List<Derivation> { computed };
        if (standards.Of(point, -1, contradictions) is { } standard) routes.Insert(0, standard);
        for (var p = index.Parts.Count == 0 ? -1 : 0; p < index.Parts.Count; p++) contradictions.AddRange(judging.Of(point, p).Contradictions);
        return Best(point, null, "point", routes, contradictions);
    }

    private Derivation Treatment(Risk risk, Item point)
    {
        var from = new List<Derivation>();
        foreach (var reference in risk.TreatedBy)
        {
            if (Find(reference) is not { } item) continue;
            // A risk may name I.1 only for measures beyond (2)(a) to (m): its own statements, not itself.
            var treating = item.Kind == ItemKind.Point && item != point ? Of(item) : judging.OverParts(item);
            from.Add(treating.Verdict == Verdict.NotApplicable
                ? new Derivation(item.Id, "requirement", null, Verdict.Gap, [new Ground("treated-by-inapplicable", $"risk:{risk.Id}", $"requirement:{item.Id}")], [])
                : new Derivation(item.Id, "requirement", null, treating.Verdict, treating.From.Count > 0 ? [new Ground("see", $"requirement:{item.Id}")] : treating.Grounds, []));
        }

        if (risk.NeedsMeasuresBeyond && !risk.TreatedBy.Any(t => t.Id.Item == point.Id)) from.Add(judging.OverParts(point) with { Kind = "requirement", What = "measures beyond I.2.a to I.2.m" });
        var (verdict, cause) = Weakest.Of(from);
        // A risk without treatment is judged by the risk assessment itself.
        return new Derivation($"risk {risk.Id}", "check", null, verdict ?? Verdict.NotApplicable, [cause is null ? new Ground("no-treatment", $"risk:{risk.Id}", $"place:{risk.Place}") : new Ground("weakest", $"what:{cause.What}")], from);
    }

    private Item? Find(RequirementRef reference) => index.Items.FirstOrDefault(i => i.Is(reference.Id));

    /// <summary>The best route; a contradiction caps every one of them.</summary>
    private static Derivation Best(Item point, string? part, string kind, List<Derivation> routes, List<Ground> contradictions)
    {
        // A cap never raises: where nobody has recorded anything, there is nothing to cap.
        var capped = contradictions.Count > 0 && routes.Exists(r => r.Verdict > Verdict.Open);
        if (capped)
        {
            var grounds = contradictions.DistinctBy(g => string.Join('\n', g.Refs), StringComparer.Ordinal).ToList();
            for (var i = 0; i < routes.Count; i++)
            {
                if (routes[i].Verdict > Verdict.Gap) routes[i] = routes[i] with { Verdict = Verdict.Gap, Grounds = [.. grounds, .. routes[i].Grounds] };
            }

            routes.Insert(0, new Derivation(grounds[0]["evidence"], "contradiction", part, Verdict.Gap, grounds, []));
        }

        var best = Cause.BestRoute([.. routes.Where(r => r.Kind == "route")]);
        var verdict = capped ? Verdict.Gap : best.Verdict;
        Ground because = capped ? contradictions[0] : new Ground("best-route", $"route:{best.What}");
        return new Derivation(point.Id, kind, part, verdict, [because], routes);
    }
}
