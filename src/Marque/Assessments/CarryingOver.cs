using Marque.Cases;
using NodaTime;

namespace Marque.Assessments;

/// <summary>What edition maps carry over: a statement on a requirement of an older edition, proposed for the requirement that came of it.</summary>
internal sealed partial class Judging
{
    /// <summary>The verdict from what is carried over, or null when there is nothing. Without a decision on the new requirement at most claimed, for a decision on the old one stood on another text.</summary>
    private Verdict? CarriedOver(Item item, int part, List<Ground> grounds, List<IndexedDecision> valid, List<Ground> contradictions)
    {
        Verdict? weakest = null;
        foreach (var map in item.Origins!.GroupBy(o => o.Map))
        {
            var (any, bare) = (false, new List<Ground>());
            foreach (var origin in map)
            {
                if (CarriedOver(item, part, origin, grounds, valid, contradictions) is { } here) (any, weakest) = (true, Weaker(weakest, here));
                else bare.Add(Over("carried-incomplete", origin));
            }

            if (!any || bare.Count == 0) continue;
            // Of several that became one, some are recorded: the others are missing in it.
            grounds.AddRange(bare);
            weakest = Verdict.Gap;
        }

        return weakest;
    }

    private Verdict? CarriedOver(Item item, int part, Origin origin, List<Ground> grounds, List<IndexedDecision> valid, List<Ground> contradictions)
    {
        Verdict? weakest = null;
        foreach (var s in origin.Old.Statements)
        {
            if (!s.Parts.Has(part) || !statementCovers[s.Number]) continue;
            var (refused, on) = Refused(origin.Old, part, s);
            var first = grounds.Count;
            var here = Judge(item, part, s, grounds, valid, contradictions, refused, on);
            grounds.Insert(first, Over("carried-over", origin, s.Ref, $"link:{(here == Verdict.Demonstrated ? "decided" : "undecided")}"));
            weakest = Weaker(weakest, here);
        }

        if (weakest is not null || item.Stated.Covers(part) || origin.Old.Inapplicable.Find(e => e.Parts.Has(part)) is not { } entry) return weakest;
        grounds.Add(Over("carried-not-applicable", origin, entry.Ref));
        return Verdict.Claimed;
    }

    private static Ground Over(string rule, Origin origin, params ReadOnlySpan<string> refs) =>
        new(rule, [.. refs, $"requirement:{origin.Old.FullId}", $"map:{origin.Map.Id}", $"place:{origin.Entry.Place}", $"fate:{origin.Entry.Fate.Word()}"]);

    private static Verdict Weaker(Verdict? one, Verdict other) => one is { } so && so < other ? so : other;

    // "Not satisfied" in the old edition is remembered until a later decision, on the old or on the new, says otherwise.
    private (Ground? Ground, LocalDate? On) Refused(Item old, int part, IndexedStatement s)
    {
        Ground? ground = null;
        LocalDate? on = null;
        foreach (var d in old.Decisions)
        {
            if (!d.Parts.Has(part) || Decisions[d.Number] is not (true, null) || !DecidesWithin(d, s.Statement.Process)) continue;
            if (d.Decision.Judgement == Judgement.NotSatisfied && (on is null || d.Decision.On > on)) (ground, on) = (new Ground("decided-not-satisfied", d.Ref, $"by:{d.Decision.By}"), d.Decision.On);
        }

        if (on is { } refused && old.Decisions.Exists(d => d.Decision.Judgement == Judgement.Satisfied && d.Decision.On > refused && d.Parts.Has(part) && Decisions[d.Number] is (true, null) && DecidesWithin(d, s.Statement.Process) && Standing(old, part, s, d) is null)) return (null, null);
        return (ground, on);
    }
}
