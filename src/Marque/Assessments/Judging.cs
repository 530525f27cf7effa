using Marque.Cases;
using Marque.Facts;
using Marque.Text;
using NodaTime;

namespace Marque.Assessments;

/// <summary>The judging of single requirements for one release at one instant.</summary>
internal sealed partial class Judging
{
    private readonly ItemVerdict?[] memo;
    private readonly bool[] statementCovers;
    private readonly Release? modification;

    public Judging(CaseIndex index, Observations seen, string? release, Instant at)
    {
        (Index, Release, At, Day) = (index, release, at, Legal.BrusselsDay.AsOf(at));
        memo = new ItemVerdict?[index.Items.Count * (index.Parts.Count + 1)];
        modification = index.History.LastModification(release);
        Series = FactStates.Of(index, seen, release, at);
        Decisions = DecisionStates.Of(index, release, at);
        statementCovers = [.. index.Case.Statements.Select(s => index.History.Covers(s.Releases, release))];
    }

    public CaseIndex Index { get; }

    public string? Release { get; }

    public Instant At { get; }

    public LocalDate Day { get; }

    public SeriesState[] Series { get; }

    public (bool Counts, Ground? WhyNot)[] Decisions { get; }

    /// <summary>The verdict of an item for a part (-1: the product as a whole).</summary>
    public ItemVerdict Of(Item item, int part)
    {
        ref var verdict = ref memo[(item.Number * (Index.Parts.Count + 1)) + part + 1];
        return verdict ??= item.Fixed[part + 1] ?? Judge(item, part);
    }

    /// <summary>The verdict of an item over all parts it applies to: the weakest.</summary>
    public Derivation OverParts(Item item)
    {
        if (Index.Parts.Count <= 1) return Of(item, Index.Parts.Count - 1).Derivation;
        var parts = new Derivation[Index.Parts.Count];
        for (var i = 0; i < parts.Length; i++) parts[i] = Of(item, i).Derivation;
        // One for all: most process requirements are answered by the same statement for every part.
        if (Array.TrueForAll(parts, p => p.Verdict == parts[0].Verdict && p.Grounds.SequenceEqual(parts[0].Grounds))) return parts[0] with { Part = null };
        var (verdict, cause) = Weakest.Of(parts);
        return new Derivation(item.Id, "requirement", null, verdict ?? Verdict.NotApplicable, cause is null ? [new Ground("all-parts-not-applicable")] : [new Ground("weakest-part", $"part:{cause.Part}")], parts) { Tag = item.Tag };
    }

    private ItemVerdict Judge(Item item, int part)
    {
        var partId = part < 0 ? null : Index.Parts[part].Id;
        if (part >= 0 && !item.AppliesTo(Index.Parts[part]))
        {
            return item.Fixed[part + 1] = Result(Verdict.NotApplicable, [], [], [Index.Parts[part].ComponentType is { } type ? new Ground("other-component-type", $"part:{partId}", $"type:{type}") : new Ground("no-component-type", $"part:{partId}")]);
        }

        if (item.Statements.Count == 0 && item.Inapplicable.Count == 0 && item.Origins is null) return item.Fixed[part + 1] = Result(Verdict.Open, [], [], [new Ground("no-statement", $"requirement:{item.Id}")]);
        var grounds = new List<Ground>(2);
        var applicability = Applicability(item, part, grounds);
        if (applicability == Verdict.NotApplicable) return Result(Verdict.NotApplicable, [], [], grounds);
        var verdict = Verdict.Open;
        var stated = false;
        var valid = new List<IndexedDecision>();
        var contradictions = new List<Ground>();
        foreach (var s in item.Statements)
        {
            if (!s.Parts.Has(part) || !statementCovers[s.Number]) continue;
            var here = Judge(item, part, s, grounds, valid, contradictions);
            verdict = stated ? (Verdict)Math.Min((int)verdict, (int)here) : here;
            stated = true;
        }

        // What the case says of this edition itself stands in the place of what is carried over.
        if (!stated && applicability is null && item.Origins is not null && CarriedOver(item, part, grounds, valid, contradictions) is { } proposed) (verdict, stated) = (proposed, true);
        if (!stated && applicability is null) grounds.Add(new Ground("no-statement", $"requirement:{item.Id}"));
        // "Not applicable" that nobody has validly decided counts as claimed.
        if (!stated && applicability is { } undecided) verdict = undecided;
        if (contradictions.Count > 0)
        {
            // The series' own ground says the same as the contradiction.
            grounds.RemoveAll(g => g.Rule is "contradicts" or "contradicted-at-registration" && contradictions.Exists(c => c["evidence"] == g["evidence"]));
            grounds.InsertRange(0, contradictions);
            verdict = Verdict.Gap;
        }

        return Result(verdict, valid, contradictions, grounds);

        ItemVerdict Result(Verdict v, List<IndexedDecision> standing, List<Ground> against, List<Ground> g) =>
            new(new Derivation(item.Id, item.Kind == ItemKind.Remainder ? "remainder" : "requirement", partId, v, g.Count > 1 ? [.. g.Distinct()] : g, []) { Tag = item.Tag }, standing, against);
    }

    /// <summary>NotApplicable, Claimed while undecided or suspect, or null when nothing says it does not apply.</summary>
    private Verdict? Applicability(Item item, int part, List<Ground> grounds)
    {
        foreach (var entry in item.Inapplicable)
        {
            if (!entry.Parts.Has(part)) continue;
            var pending = new List<Ground>();
            foreach (var d in item.Decisions)
            {
                // Applicability is the product's: a process case's people do not decide on it.
                if (d.Decision.Judgement != Judgement.NotApplicable || d.Decision.Process is not null || !d.Parts.Has(part) || !Decisions[d.Number].Counts) continue;
                var why = Decisions[d.Number].WhyNot ?? SuspectApplicability(item, entry, d);
                if (why is null)
                {
                    grounds.Add(new Ground("not-applicable", entry.Ref, d.Ref));
                    return Verdict.NotApplicable;
                }

                pending.Add(why);
            }

            grounds.Add(new Ground("not-applicable-undecided", entry.Ref));
            grounds.AddRange(pending);
            return Verdict.Claimed;
        }

        return null;
    }

    private Ground? SuspectApplicability(Item item, IndexedApplicability entry, IndexedDecision d)
    {
        if (d.Requirement != item.Digest) return Suspect(d, "requirement", item.Id);
        if (!d.StoodOnAny("applicability", entry.Entry.Digest)) return Suspect(d, "applicability", entry.Ref);
        foreach (var (risk, _) in entry.Entry.Risks)
        {
            if (Index.Case.Risk?.Risks.FirstOrDefault(r => r.Id == risk) is not { } current || d.StoodOn($"risk:{risk}") != current.Digest) return Suspect(d, "risk", risk);
        }

        return null;
    }

    private Verdict Judge(Item item, int part, IndexedStatement s, List<Ground> grounds, List<IndexedDecision> valid, List<Ground> contradictions, Ground? refused = null, LocalDate? refusedOn = null)
    {
        foreach (var series in s.Evidence)
        {
            foreach (var against in Against(item, part, Series[series.Number]))
            {
                if (!contradictions.Contains(against)) contradictions.Add(against);
            }
        }

        if (s.Statement.Status != Status.Implemented)
        {
            grounds.Add(new Ground(s.Statement.Status.Word(), s.Ref));
            return Verdict.Gap;
        }

        var processSuspect = s.Statement.Process is { } process && Index.Altered.Contains(process) ? process : null;
        if (processSuspect is not null) grounds.Add(new Ground("suspect-process", s.Ref, $"process:{processSuspect}"));
        var why = new List<(IndexedDecision Decision, Ground Ground)>();
        var seenDecision = false;
        var (negative, negativeOn) = (refused, refusedOn);
        foreach (var d in item.Decisions)
        {
            if (!d.Parts.Has(part) || !Decisions[d.Number].Counts || !DecidesWithin(d, s.Statement.Process)) continue;
            if (d.Decision.Judgement == Judgement.NotSatisfied)
            {
                if (Decisions[d.Number].WhyNot is null && (negativeOn is null || d.Decision.On > negativeOn)) (negative, negativeOn) = (new Ground("decided-not-satisfied", d.Ref, $"by:{d.Decision.By}"), d.Decision.On);
                continue;
            }

            if (d.Decision.Judgement != Judgement.Satisfied) continue;
            seenDecision = true;
            if ((Decisions[d.Number].WhyNot ?? Standing(item, part, s, d)) is { } ground) why.Add((d, ground));
            else if (!valid.Contains(d)) valid.Add(d);
        }

        if (negative is not null && !valid.Exists(d => d.Decision.On > negativeOn))
        {
            valid.Clear();
            grounds.Add(negative);
            return Verdict.Gap;
        }

        if (negativeOn is { } day) valid.RemoveAll(d => d.Decision.On <= day);
        // A process case that is no longer the one taken up leaves at most a claim.
        if (processSuspect is null)
        {
            var missing = valid.Count > 0 ? MissingRole(item, valid) : null;
            if (valid.Count > 0 && missing is null)
            {
                foreach (var d in valid) grounds.Add(Decided(d));
                // What no longer stands is told, and that a newer decision that stands supersedes it. A newer one that does not stand takes nothing away.
                foreach (var (old, ground) in why) grounds.Add(old.Decision.On > valid[^1].Decision.On ? ground : new Ground("superseded", [valid[^1].Ref, .. ground.Refs]));
                return Verdict.Demonstrated;
            }

            if (Automatic(item, part, s) is { } rule)
            {
                grounds.Add(rule);
                return Verdict.Demonstrated;
            }

            if (missing is not null) grounds.Add(new Ground(missing, s.Ref));
        }

        if (s.Evidence.Count == 0 && !seenDecision) grounds.Add(new Ground("no-evidence", s.Ref));
        foreach (var series in s.Evidence)
        {
            var state = Series[series.Number];
            if (!series.Parts.Has(part)) grounds.Add(new Ground("other-part", series.Ref, $"part:{(part < 0 ? "" : Index.Parts[part].Id)}"));
            else if (!state.IsSound) grounds.AddRange(state.Grounds);
            else if (WrongMethod(item, state) is { } method) grounds.Add(method);
        }

        if (!seenDecision && s.Evidence.Count > 0) grounds.Add(new Ground("undecided", s.Ref));
        grounds.AddRange(why.Select(w => w.Ground));
        if (grounds.Count == 0) grounds.Add(new Ground("undecided", s.Ref));
        return Verdict.Claimed;
    }

    private Ground Decided(IndexedDecision d)
    {
        // A sound result newer than the decision carries it forward by rule; nobody has to sign each nightly run. Documents are not carried: they bind by bytes.
        foreach (var series in d.Series)
        {
            if (Series[series.Number] is { Kind: { } kind, Current: { } current } && kind.Recurs() && current.ObservedAt > d.DecidedBy) return new Ground("carried", d.Ref, series.Ref, $"place:{current.Place}");
        }

        return d.Decided;
    }

    /// <summary>The contradictions of a series that nobody has rebutted for the item.</summary>
    private List<Ground> Against(Item item, int part, SeriesState state)
    {
        if (state.Contradictions.Count == 0 || !state.Series.Parts.Has(part)) return [];
        var against = new List<Ground>();
        foreach (var (fact, ground) in state.Contradictions)
        {
            if (item.Decisions.Exists(d => d.Decision.Judgement == Judgement.Rebuts && d.Parts.Has(part) && Decisions[d.Number] is (true, null) && DecidesWithin(d, state.Series.Series.Process) && Rebuts(item, d, fact))) continue;
            against.Add(new Ground("contradiction", [state.Series.Ref, .. ground.Refs]));
        }

        return against;
    }

    // A process case's people decide on what their process case says and shows; the product's on both.
    private static bool DecidesWithin(IndexedDecision d, string? process) => d.Decision.Process is not { } own || own == process;

    private static bool Rebuts(Item item, IndexedDecision d, RegisteredFact fact) => d.Requirement == item.Digest && d.Decision.FactDigests.Contains(fact.Sha256);

    private static Ground Suspect(IndexedDecision d, string what, string name) => new("suspect", d.Ref, $"changed:{what}", $"name:{name}");
}

/// <summary>The verdict of one item for one part.</summary>
/// <param name="Derivation">The verdict with its grounds.</param>
/// <param name="Valid">The decisions that carry it.</param>
/// <param name="Contradictions">Contradictions that cap every route.</param>
internal sealed record ItemVerdict(Derivation Derivation, IReadOnlyList<IndexedDecision> Valid, IReadOnlyList<Ground> Contradictions);
