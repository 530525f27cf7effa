namespace Marque.Versions.Ranges;

/// <summary>Alternatives of which one must hold, made into the constraints of a VERS.</summary>
internal static class RangeUnion
{
    /// <summary>Null when no version can be in the range.</summary>
    internal static List<VersConstraint>? Constraints(VersionScheme scheme, IEnumerable<Alternative> alternatives)
    {
        var all = alternatives.Where(a => !a.IsEmpty).ToList();
        if (all.Count == 0) return null;
        if (all.Exists(a => a.IsEverything)) return [];
        var excluded = all.SelectMany(a => a.Excluded.Where(e => !all.Exists(o => o.Contains(e)))).Distinct(StringComparer.Ordinal).ToList();
        all.Sort(Lows);
        var merged = new List<Alternative>();
        foreach (var next in all)
            if (merged.Count == 0 || !Merge(merged[^1], next, excluded)) merged.Add(next);
        var constraints = new List<VersConstraint>();
        foreach (var one in merged) Emit(one, excluded, scheme, constraints);
        return constraints;
    }

    private static int Lows(Alternative a, Alternative b)
    {
        if (a.Low is not { } x) return b.Low is null ? 0 : -1;
        if (b.Low is not { } y) return 1;
        return a.Order(x.Version, y.Version) is var order and not 0 ? order : y.Inclusive.CompareTo(x.Inclusive);
    }

    // Intervals that only touch (<2|>=2) stay two, as the examples of the specification have them; a single version joins what it touches.
    private static bool Merge(Alternative last, Alternative next, List<string> excluded)
    {
        if (last.High is { } end && next.Low is { } start)
        {
            var order = last.Order(start.Version, end.Version);
            if (order > 0 || (order == 0 && start.Inclusive != end.Inclusive && !last.IsPoint && !next.IsPoint)) return false;
            if (order == 0 && !start.Inclusive && !end.Inclusive) excluded.Add(start.Version);
        }
        if (last.High is { } high && (next.High is not { } other || last.Order(other.Version, high.Version) is var longer && (longer > 0 || (longer == 0 && other.Inclusive)))) last.High = next.High;
        return true;
    }

    private static void Emit(Alternative one, List<string> excluded, VersionScheme scheme, List<VersConstraint> constraints)
    {
        if (one.IsPoint)
        {
            constraints.Add(new(VersComparator.Equal, one.Low!.Value.Version));
            return;
        }
        // An excluded end is an end that is not included.
        if (one.Low is { Inclusive: true } first && excluded.Exists(e => one.Order(e, first.Version) == 0)) one.Low = first with { Inclusive = false };
        if (one.High is { Inclusive: true } last && excluded.Exists(e => one.Order(e, last.Version) == 0)) one.High = last with { Inclusive = false };
        if (one.Low is { } from) constraints.Add(new(from.Inclusive ? VersComparator.GreaterOrEqual : VersComparator.Greater, from.Version));
        one.Excluded.Clear();
        var inside = excluded.Where(one.Contains).ToList();
        inside.Sort((a, b) => VersionOrder.Compare(scheme, a, b));
        foreach (var version in inside)
            if (constraints.Count == 0 || one.Order(constraints[^1].Version, version) != 0) constraints.Add(new(VersComparator.NotEqual, version));
        if (one.High is { } to) constraints.Add(new(to.Inclusive ? VersComparator.LessOrEqual : VersComparator.Less, to.Version));
    }
}
