using Marque.Assessments;

namespace Marque.Comparisons;

/// <summary>Finds the verdicts that moved between two sides, and what made them move.</summary>
internal sealed class Moves
{
    private readonly Side first;
    private readonly Side second;
    private readonly Touched touched;

    // The first side with one thing of the second: what alone makes a verdict turn is its cause.
    private readonly List<(ReasonKind Kind, Dictionary<(string, string, string), Entry> With)> alone = [];
    private readonly HashSet<string> moving = new(StringComparer.Ordinal);

    public Moves(Side from, Side to, IReadOnlyList<InputChange> changes)
    {
        (first, second) = (from, to);
        touched = new Touched(changes);
        var (a, b) = (from.Assessment, to.Assessment);
        if (a.AsOf != b.AsOf) Try(ReasonKind.Time, from.Index, a.Release, b.AsOf);
        if (a.Release != b.Release && (b.Release is null || from.Index.History.Find(b.Release) is not null)) Try(ReasonKind.Release, from.Index, b.Release, a.AsOf);
        // The same files under another law: the second index is the first case under it.
        if (from.Index.Law.Digest != to.Index.Law.Digest && (ReferenceEquals(from.Source, to.Source) ? to.Index : CaseIndex.Build(to.Index.Law, from.Index.Case, from.Index.Roots).Value) is { } other) Try(ReasonKind.LegalSet, other, a.Release, a.AsOf);
    }

    public List<MovedVerdict> All()
    {
        var (before, after) = (Entry.Of(first.Index, first.Assessment), Entry.Of(second.Index, second.Assessment));
        var was = before.ToDictionary(e => e.Key);
        var now = after.ToDictionary(e => e.Key);
        List<Entry> pairs = [.. after, .. before.Where(e => !now.ContainsKey(e.Key))];
        List<(Entry? A, Entry? B)> moved = [.. pairs.Select(e => (was.GetValueOrDefault(e.Key), now.GetValueOrDefault(e.Key))).Where(p => p.Item1?.Why.Verdict != p.Item2?.Why.Verdict)];
        foreach (var (a, b) in moved) moving.Add((b ?? a)!.Id);
        return [.. moved.Select(p => Of(p.A, p.B))];
    }

    private MovedVerdict Of(Entry? a, Entry? b)
    {
        var entry = (b ?? a)!;
        var turns = new List<Turn>();
        Walk(entry, a?.Why, b?.Why, [], turns);
        turns = Merged(turns);
        return new MovedVerdict(entry.Kind, entry.Catalog, entry.Id, entry.Title, entry.Tag, a?.Why.Verdict, b?.Why.Verdict, turns);
    }

    // Down to the entries that turned themselves: of what a verdict is the weakest or the best of, only what turned the same way far enough to carry it.
    private void Walk(Entry top, Derivation? a, Derivation? b, IReadOnlyList<string> path, List<Turn> turns)
    {
        var within = new List<(Derivation? A, Derivation? B)>();
        if (a is not null && b is not null)
        {
            foreach (var (x, y) in Pairs(a, b))
            {
                if (x?.Verdict == y?.Verdict || (y ?? x)!.IsShownOnly) continue;
                var way = Directions.OnScale(a.Verdict, b.Verdict);
                var its = Directions.OnScale(x?.Verdict, y?.Verdict);
                if (way == Direction.Worse && (its == Direction.Better || (y is not null && y.Verdict > b.Verdict && y.Verdict <= Verdict.Presumed))) continue;
                if (way == Direction.Better && (its == Direction.Worse || (x is not null && x.Verdict > a.Verdict && x.Verdict <= Verdict.Presumed))) continue;
                within.Add((x, y));
            }
        }

        // A contradiction is told where it speaks, beside the cap it puts on everything above.
        if (within.Exists(w => (w.B ?? w.A)!.Kind != "contradiction")) within.RemoveAll(w => (w.B ?? w.A)!.Kind == "contradiction");

        if (within.Count == 0)
        {
            if ((b ?? a) is { } leaf && !turns.Exists(t => t.What == leaf.What && (t.Parts is [var part] ? part : null) == leaf.Part && t.Kind == leaf.Kind)) turns.Add(Turn(top, a, b, path));
            return;
        }

        foreach (var (x, y) in within) Walk(top, x, y, [.. path, Key((y ?? x)!)], turns);
    }

    private Turn Turn(Entry top, Derivation? a, Derivation? b, IReadOnlyList<string> path)
    {
        var leaf = (b ?? a)!;
        return new Turn(leaf.What, leaf.Part is null ? [] : [leaf.Part], leaf.Kind, a?.Verdict, b?.Verdict, Grounds(a), Grounds(b), Reasons(top, a, b, path));
    }

    // The same for several parts is told once.
    private static List<Turn> Merged(List<Turn> turns) =>
        [.. turns.GroupBy(t => (t.What, t.Kind, t.From, t.To, Words(t.Before), Words(t.After), string.Join(' ', t.Reasons.Select(r => r.ToString())))).Select(g => g.First() with { Parts = [.. g.SelectMany(t => t.Parts)] })];

    private static string Words(IReadOnlyList<Ground> grounds) => string.Join('\n', grounds.Select(GroundText.Of));

    private List<Reason> Reasons(Entry top, Derivation? a, Derivation? b, IReadOnlyList<string> path)
    {
        var leaf = (b ?? a)!;
        var reasons = new List<Reason>();
        // What is derived elsewhere is explained there.
        if (leaf.From.Count == 0 && leaf.What != top.Id && moving.Contains(leaf.What) && (leaf.Kind is "point" or "obligation" || leaf.Grounds is [{ Rule: "see" }, ..])) return [new Reason(ReasonKind.Follows, Id: leaf.What)];
        if (leaf.What == "risk assessment" && top.Id != "risk-assessment" && moving.Contains("risk-assessment")) return [new Reason(ReasonKind.Follows, Id: "risk-assessment")];
        foreach (var input in touched.By(a, b)) reasons.Add(new Reason(ReasonKind.Input, input));
        foreach (var (kind, with) in alone)
        {
            if (Find(with.GetValueOrDefault(top.Key)?.Why, path)?.Verdict == b?.Verdict) reasons.Add(new Reason(kind));
        }

        return reasons.Count > 0 ? reasons : [new Reason(ReasonKind.Together)];
    }

    private static Derivation? Find(Derivation? at, IReadOnlyList<string> path)
    {
        foreach (var key in path) at = at?.From.FirstOrDefault(d => Key(d) == key);
        return at;
    }

    // The grounds of an entry; of a whole route or part, those of what decides it too.
    private static List<Ground> Grounds(Derivation? d)
    {
        if (d is null) return [];
        var grounds = d.Grounds.ToList();
        if (Cause.Of(d) is { } cause && cause != d) grounds.AddRange(cause.Grounds.Where(g => !grounds.Contains(g)));
        return grounds;
    }

    private static IEnumerable<(Derivation? A, Derivation? B)> Pairs(Derivation a, Derivation b)
    {
        var left = a.From.GroupBy(Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var y in b.From)
        {
            if (seen.Add(Key(y))) yield return (left.GetValueOrDefault(Key(y)), y);
        }

        foreach (var (key, x) in left)
        {
            if (!seen.Contains(key)) yield return (x, null);
        }
    }

    private static string Key(Derivation d) => $"{d.Kind}\0{d.What}\0{d.Part}";

    private void Try(ReasonKind kind, CaseIndex index, string? release, NodaTime.Instant at) =>
        alone.Add((kind, Entry.Of(index, Assess.Run(index, first.Seen, release, at)).ToDictionary(e => e.Key)));
}
