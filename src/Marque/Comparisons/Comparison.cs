using Marque.Assessments;
using Marque.Cases;
using Marque.Legal;

namespace Marque.Comparisons;

/// <summary>One of the two things that are compared: a case with what is seen of its facts, for a release at an instant.</summary>
/// <param name="Name">As a person named it.</param>
/// <param name="Source">The files.</param>
/// <param name="Index">The case and the legal set, resolved.</param>
/// <param name="Seen">What is seen of its facts.</param>
/// <param name="Assessment">The assessment.</param>
public sealed record Side(string Name, CaseSource Source, CaseIndex Index, Observations Seen, Assessment Assessment)
{
    /// <summary>The commit it was read from; null: the folder as it stands.</summary>
    public string? Commit { get; init; }

    /// <summary>Assesses one side.</summary>
    /// <param name="name">As a person named it.</param>
    /// <param name="source">The files.</param>
    /// <param name="index">The case and the legal set, resolved.</param>
    /// <param name="seen">What is seen of its facts.</param>
    /// <param name="release">The release; null: the newest supported one that was there.</param>
    /// <param name="at">The instant.</param>
    public static Side Of(string name, CaseSource source, CaseIndex index, Observations seen, string? release, NodaTime.Instant at) => new(name, source, index, seen, Assess.Run(index, seen, release, at));
}

/// <summary>Which way a verdict moved.</summary>
public enum Direction
{
    /// <summary>Towards open; or something that was neutral falls short now.</summary>
    Worse,

    /// <summary>Towards presumed.</summary>
    Better,

    /// <summary>Between open and gap, to or from a verdict outside of the scale (not applicable, not triggered), or there on one side only.</summary>
    Other,
}

/// <summary>A verdict that is not the same on both sides.</summary>
/// <param name="Kind">point, obligation, catalog, remainder, check.</param>
/// <param name="Catalog">The catalog of the id.</param>
/// <param name="Id">What moved.</param>
/// <param name="Title">Its title.</param>
/// <param name="Tag">On what it rests.</param>
/// <param name="From">The verdict on the first side; null: not there.</param>
/// <param name="To">The verdict on the second side; null: not there.</param>
/// <param name="Turns">What lies under the move: the entries of the derivation that turned, deepest first.</param>
public sealed record MovedVerdict(string Kind, string Catalog, string Id, string Title, Tag Tag, Verdict? From, Verdict? To, IReadOnlyList<Turn> Turns)
{
    /// <summary>Which way.</summary>
    public Direction Direction => Directions.Of(From, To);
}

/// <summary>An entry of a derivation whose verdict turned, with its grounds on both sides and what made it turn.</summary>
/// <param name="What">What is judged.</param>
/// <param name="Parts">For which parts; empty: the product.</param>
/// <param name="Kind">The kind of derivation.</param>
/// <param name="From">The verdict before; null: it was not part of the derivation.</param>
/// <param name="To">The verdict after; null: it is no longer part of it.</param>
/// <param name="Before">The grounds before.</param>
/// <param name="After">The grounds after.</param>
/// <param name="Reasons">What made it turn, as far as it can be told; never empty.</param>
public sealed record Turn(string What, IReadOnlyList<string> Parts, string Kind, Verdict? From, Verdict? To, IReadOnlyList<Ground> Before, IReadOnlyList<Ground> After, IReadOnlyList<Reason> Reasons);

/// <summary>What can make a verdict turn.</summary>
public enum ReasonKind
{
    /// <summary>A record changed that the entry rests on.</summary>
    Input,

    /// <summary>Time passed: the same inputs give the second verdict at the second instant.</summary>
    Time,

    /// <summary>Another release is assessed: the same inputs give the second verdict for it.</summary>
    Release,

    /// <summary>Another legal set: the same case gives the second verdict under it.</summary>
    LegalSet,

    /// <summary>Another entry moved, which is told in its own place.</summary>
    Follows,

    /// <summary>It cannot be told which of the differences alone does it.</summary>
    Together,
}

/// <summary>What made an entry turn.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Input">The position among the changes, of an input; -1 otherwise.</param>
/// <param name="Id">The id it follows; null otherwise.</param>
public sealed record Reason(ReasonKind Kind, int Input = -1, string? Id = null);

/// <summary>A conformity assessment procedure that opened or closed.</summary>
/// <param name="Module">The module.</param>
/// <param name="From">Before.</param>
/// <param name="To">After.</param>
public sealed record MovedModule(string Module, Module From, Module To);

/// <summary>What differs between two sides, and which verdicts moved.</summary>
/// <param name="From">The first side.</param>
/// <param name="To">The second side.</param>
/// <param name="Changes">The inputs that differ.</param>
/// <param name="Moved">The verdicts that moved: points, obligations, checks, then catalog and remainder items.</param>
/// <param name="Modules">The procedures that opened or closed.</param>
public sealed record Comparison(Side From, Side To, IReadOnlyList<InputChange> Changes, IReadOnlyList<MovedVerdict> Moved, IReadOnlyList<MovedModule> Modules)
{
    /// <summary>Whether a point of Annex I, or an obligation that rests on the law, got worse.</summary>
    public bool GotWorse => Moved.Any(m => m.Kind is "point" or "obligation" && m.Tag == Tag.Law && m.Direction == Direction.Worse);

    /// <summary>Compares two sides.</summary>
    public static Comparison Of(Side from, Side to)
    {
        var changes = InputChanges.Between(from, to);
        var moved = new Moves(from, to, changes).All();
        List<MovedModule> modules = [.. from.Assessment.Procedures.Modules.Join(to.Assessment.Procedures.Modules, m => m.Name, m => m.Name, (a, b) => new MovedModule(a.Name, a, b), StringComparer.Ordinal).Where(m => m.From.Open != m.To.Open)];
        return new Comparison(from, to, changes, moved, modules);
    }
}

/// <summary>Directions of moves.</summary>
internal static class Directions
{
    /// <summary>The direction that is told. That something is recorded as missing is neither better nor worse than that nothing is recorded.</summary>
    public static Direction Of(Verdict? from, Verdict? to) => from <= Verdict.Gap && to <= Verdict.Gap ? Direction.Other : OnScale(from, to);

    /// <summary>The direction in the order of verdicts, in which an entry carries one above it.</summary>
    public static Direction OnScale(Verdict? from, Verdict? to)
    {
        if (from is not { } a || to is not { } b) return to is { } appeared && from is null && appeared.FallsShort() ? Direction.Worse : Direction.Other;
        if (IsScale(a) && IsScale(b)) return b < a ? Direction.Worse : b > a ? Direction.Better : Direction.Other;
        return !IsScale(a) && b.FallsShort() ? Direction.Worse : Direction.Other;
    }

    private static bool IsScale(Verdict verdict) => verdict <= Verdict.Presumed;
}
