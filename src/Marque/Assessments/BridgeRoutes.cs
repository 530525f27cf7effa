using Marque.Cases;
using Marque.Legal;

namespace Marque.Assessments;

/// <summary>The bridge route of a point: its required pairs as far as they apply to the part, plus the point's LAW remainder items. Each bridge is a route of its own: no inference over two.</summary>
internal sealed class BridgeRoutes
{
    private readonly Judging judging;
    private readonly CaseIndex index;
    private readonly Dictionary<(Bridge, string), Ground?> adoption = [];

    public BridgeRoutes(Judging judging)
    {
        this.judging = judging;
        index = judging.Index;
    }

    /// <summary>The routes of a point for a part; contradictions in what would be scored are added to <paramref name="contradictions"/>.</summary>
    public IEnumerable<Derivation> Of(Item point, int part, List<Ground> contradictions)
    {
        foreach (var (bridge, isLegal) in index.Bridges)
        {
            if (bridge.Points.FirstOrDefault(p => p.Point == point.Id) is { } mapped && Route(bridge, isLegal, mapped, point, part, contradictions) is { } route) yield return route;
        }
    }

    private Derivation? Route(Bridge bridge, bool isLegal, BridgePoint mapped, Item point, int part, List<Ground> contradictions)
    {
        var from = new List<Derivation>();
        var scored = false;
        var needsType = false;
        var asks = false;
        foreach (var pair in mapped.Pairs)
        {
            if (Find(pair) is not { } item) continue;
            var required = pair.Role == PairRole.Required;
            var judged = judging.Of(item, part);
            needsType |= required && judged.Derivation.Grounds is [{ Rule: "no-component-type" }];
            var derivation = WithPair(judged, item, pair, point);
            if (required)
            {
                asks = true;
                scored |= derivation.Verdict != Verdict.NotApplicable;
                contradictions.AddRange(judged.Contradictions);
                if (BelowFloor(item, part, derivation) is { } below) derivation = derivation with { Verdict = derivation.Verdict == Verdict.Open ? Verdict.Open : Verdict.Gap, Grounds = [below, .. derivation.Grounds] };
            }

            from.Add(required ? derivation : derivation with { IsShownOnly = true });
        }

        // Without any required item that applies there is no bridge, only its remainder: what the law leaves over must not pass for the whole point.
        // Where the legal bridge requires nothing (I.2.g), the remainder is the whole point.
        var absent = needsType || (!scored && (asks || !isLegal));
        foreach (var (item, tag) in index.RemainderOf(point.Id))
        {
            var judged = judging.Of(item, part);
            if (tag == Tag.Law)
            {
                contradictions.AddRange(judged.Contradictions);
                scored |= judged.Derivation.Verdict != Verdict.NotApplicable;
            }

            from.Add(judged.Derivation with { IsShownOnly = tag != Tag.Law });
        }

        // A part without a 62443 type has no bridge route to a point that asks for component requirements: the rest would pass too cheaply.
        if (absent || !scored) return null;
        var (verdict, cause) = Weakest.Of(from);
        var grounds = new List<Ground> { new("weakest", $"what:{cause!.What}") };
        var result = verdict!.Value;
        if (!isLegal && bridge.Status != "reviewed")
        {
            grounds.Add(new Ground("bridge-unreviewed", $"bridge:{bridge.Id}"));
            if (result > Verdict.Claimed) result = Verdict.Claimed;
        }

        if (mapped.Pairs.Count > 0 && Adoption(bridge, point.Id) is { } notAdopted)
        {
            grounds.Add(notAdopted);
            if (result > Verdict.Claimed) result = Verdict.Claimed;
        }

        return new Derivation(isLegal ? "bridge" : $"bridge:{bridge.Id}", "route", part < 0 ? null : index.Parts[part].Id, result, grounds, from);
    }

    /// <summary>The item's verdict as it counts for this pair: a decision that recorded pairs stands on this one's digest, or it is a new, undecided link.</summary>
    private static Derivation WithPair(ItemVerdict judged, Item item, Pair pair, Item point)
    {
        var derivation = judged.Derivation with { Kind = "pair" };
        if (derivation.Verdict != Verdict.Demonstrated || judged.Valid.Count == 0) return derivation;
        Ground? why = null;
        var standing = new List<IndexedDecision>();
        foreach (var d in judged.Valid)
        {
            if (!d.RecordedPairs || d.StoodOnAny($"pair:{point.Id}", pair.Digest)) standing.Add(d);
            else why ??= d.StoodOn($"pair:{point.Id}") is null ? new Ground("pair-undecided", d.Ref, $"point:{point.Id}") : new Ground("suspect", d.Ref, "changed:pair", $"name:{point.Id}");
        }

        if (why is null || (standing.Count > 0 && Judging.MissingRole(item, standing) is null)) return derivation;
        return derivation with { Verdict = Verdict.Claimed, Grounds = [why, .. derivation.Grounds] };
    }

    /// <summary>Selection is by the point, not by the level: a target level below a required item's first level is a gap, unless the Statement of Applicability says why the risk does not call for the item.</summary>
    private Ground? BelowFloor(Item item, int part, Derivation derivation)
    {
        if (part < 0 || derivation.Verdict == Verdict.NotApplicable || item.FirstLevel is not { } first) return null;
        return index.Parts[part].TargetLevel is { } target && target < first ? new Ground("below-floor", $"part:{index.Parts[part].Id}", $"level:{target}", $"first:{first}", $"requirement:{item.Id}") : null;
    }

    /// <summary>Null when the case adopts the bridge for the point, by its digest, by an attested decision; else why the route scores at most "claimed".</summary>
    private Ground? Adoption(Bridge bridge, string point)
    {
        if (adoption.TryGetValue((bridge, point), out var known)) return known;
        return adoption[(bridge, point)] = WhyNotAdopted(bridge, point);
    }

    private Ground? WhyNotAdopted(Bridge bridge, string point)
    {
        Ground? why = null;
        foreach (var a in index.Case.Adoptions)
        {
            if (a.Bridge != bridge.Id || (a.Points.Count > 0 && a.Points.All(p => p.Id.Item != point))) continue;
            if (a.BridgeDigest != bridge.Digest)
            {
                why = new Ground("adopted-other-bridge", $"place:{a.Place}", $"bridge:{bridge.Id}");
                continue;
            }

            why = new Ground("adoption-undecided", $"place:{a.Place}", $"bridge:{bridge.Id}");
            foreach (var d in index.Decisions)
            {
                if (d.Decision.Judgement != Judgement.Adopts || d.Decision.Process is not null || d.Decision.Subject.Id != new RequirementId("bridge", bridge.Id) || !judging.Decisions[d.Number].Counts) continue;
                if (judging.Decisions[d.Number].WhyNot is { } notInForce) why = notInForce;
                else if (!d.StoodOnAny("adoption", a.Digest)) why = new Ground("suspect", d.Ref, "changed:adoption", $"name:{bridge.Id}");
                else return null;
            }

            return why;
        }

        return why ?? new Ground("not-adopted", $"bridge:{bridge.Id}", $"point:{point}");
    }

    private Item? Find(Pair pair) => pair.Catalog.Length > 0 ? index.Find(pair.Catalog, pair.Item) : index.Items.FirstOrDefault(i => i.Id == pair.Item);
}
