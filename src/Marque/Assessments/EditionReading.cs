using Marque.Cases;

namespace Marque.Assessments;

/// <summary>How far a requirement of the new edition is answered.</summary>
public enum Answered
{
    /// <summary>The case does not pin the new edition.</summary>
    NotPinned,

    /// <summary>Nothing is recorded, and nothing is carried over.</summary>
    Open,

    /// <summary>Something is carried over, and nobody has decided on it.</summary>
    Proposed,

    /// <summary>Somebody has decided on what is carried over.</summary>
    Decided,

    /// <summary>The case says itself how it is met, or that it does not apply.</summary>
    Stated,
}

/// <summary>A requirement of the old edition: what becomes of it, and what the case has on it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its short title.</param>
/// <param name="Entry">What the map says of it; null: nothing.</param>
/// <param name="Statements">Statements on it.</param>
/// <param name="Applicability">What <c>risk.yaml</c> says of whether it applies.</param>
/// <param name="Decisions">Decisions on it. They count for no requirement of the new edition.</param>
/// <param name="Facts">The series that its statements name.</param>
public sealed record OldRequirement(string Id, string Title, EditionEntry? Entry, IReadOnlyList<Statement> Statements, IReadOnlyList<Applicability> Applicability, IReadOnlyList<Decision> Decisions, IReadOnlyList<string> Facts)
{
    /// <summary>Whether the case has anything on it.</summary>
    public bool IsRecorded => Statements.Count + Applicability.Count + Decisions.Count > 0;

    /// <summary>The ids of the new edition that it leads to.</summary>
    public IReadOnlyList<string> To => Entry is null ? [] : [.. Entry.Links.Where(l => l.Old == Id).Select(l => l.New)];
}

/// <summary>A requirement of the new edition.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its short title.</param>
/// <param name="From">The ids of the old edition that lead to it.</param>
/// <param name="IsNamed">Whether the map says anything of it.</param>
/// <param name="Answered">How far it is answered.</param>
/// <param name="Verdict">Its verdict; null where its edition is not pinned.</param>
public sealed record NewRequirement(string Id, string Title, IReadOnlyList<string> From, bool IsNamed, Answered Answered, Verdict? Verdict)
{
    /// <summary>What is left to do; empty: nothing.</summary>
    public string Next => (Answered, Verdict) switch
    {
        (Answered.NotPinned, _) or (_, Assessments.Verdict.NotApplicable or Assessments.Verdict.Demonstrated or Assessments.Verdict.Presumed) => "",
        (Answered.Open, _) or (_, Assessments.Verdict.Open) => "state how it is met",
        (Answered.Proposed, Assessments.Verdict.Gap) => "close the gap, or state anew",
        (Answered.Proposed, _) => "decide on what is carried over, or state anew",
        (_, Assessments.Verdict.Gap) => "close the gap",
        _ => "decide",
    };
}

/// <summary>An edition map read against a case: every old requirement with its fate, every new one with what is left to do.</summary>
/// <param name="Map">The map.</param>
/// <param name="IsInForce">Whether the case pins the edition it leads to.</param>
/// <param name="Old">The requirements of the old edition, in the order of their catalog.</param>
/// <param name="New">The requirements of the new edition, in the order of theirs.</param>
public sealed record EditionReading(EditionMap Map, bool IsInForce, IReadOnlyList<OldRequirement> Old, IReadOnlyList<NewRequirement> New)
{
    /// <summary>Reads a map of a case.</summary>
    /// <param name="index">The case, resolved.</param>
    /// <param name="a">Its assessment.</param>
    /// <param name="map">One of its maps.</param>
    public static EditionReading Of(CaseIndex index, Assessment a, EditionMap map)
    {
        var (from, to) = index.Editions.Sides[map.Id];
        var inForce = index.Editions.InForce.Contains(map);
        var verdicts = new Dictionary<Item, Derivation>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < a.Catalogs.Count; i++) verdicts[index.CatalogItems[i]] = a.Catalogs[i];
        var links = map.Entries.SelectMany(e => e.Links).ToLookup(l => l.New, l => l.Old, StringComparer.Ordinal);
        var named = map.Entries.SelectMany(e => e.Fate == Fate.Unchanged ? e.From : e.To).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        return new EditionReading(map, inForce, [.. from.Select(i => Before(index, map, i))], [.. to.Select(i => After(i, verdicts.GetValueOrDefault(i)))]);

        NewRequirement After(Item item, Derivation? why) =>
            new(item.Id, item.Title, [.. links[item.Id]], named.Contains(item.Id), inForce && why is not null ? AnswerOf(item, why) : Answered.NotPinned, inForce ? why?.Verdict : null);
    }

    private static OldRequirement Before(CaseIndex index, EditionMap map, Item item)
    {
        var applicability = index.Case.Risk?.Applicability.Where(e => item.Is(e.Requirement.Id) && index.Find(e.Requirement.Id) is var active && (active is null || active == item)).ToList() ?? [];
        var statements = item.Statements.Select(s => s.Statement).OrderBy(s => s.Place).ToList();
        return new OldRequirement(item.Id, item.Title, EditionNotices.EntryOf(map, item.Id), statements, applicability, [.. item.Decisions.Select(d => d.Decision).OrderBy(d => d.On).ThenBy(d => d.Place)], [.. statements.SelectMany(s => s.Evidence).Select(e => e.Series).Distinct(StringComparer.Ordinal)]);
    }

    private static Answered AnswerOf(Item item, Derivation why)
    {
        if (item.Statements.Count > 0 || item.Stated.Bits != 0) return Answered.Stated;
        if (!(item.Origins?.Exists(o => o.Old.Statements.Count > 0 || o.Old.Inapplicable.Count > 0) ?? false)) return Answered.Open;
        return why.Verdict == Assessments.Verdict.Demonstrated ? Answered.Decided : Answered.Proposed;
    }
}
