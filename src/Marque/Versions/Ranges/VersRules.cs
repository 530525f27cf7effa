namespace Marque.Versions.Ranges;

/// <summary>The rules that hold between the constraints of a VERS ("Normalized, canonical representation and validation").</summary>
internal static class VersRules
{
    /// <summary>Strictly: sorted, each version once, comparators that alternate. Otherwise the list is sorted, where its versions have an order.</summary>
    internal static bool Hold(string type, bool strictly, List<VersConstraint> list, out string problem)
    {
        problem = "";
        if (list.Count < 2) return true;
        var scheme = VersTypes.Scheme(type);
        if (!strictly)
        {
            if (scheme != VersionScheme.Unknown) return Sort(scheme, list, out problem);
            return true;
        }
        if (scheme == VersionScheme.Unknown ? !AreUnique(list, out problem) : !AreSorted(scheme, list, out problem)) return false;
        VersConstraint? last = null, lastBound = null;
        foreach (var next in list)
        {
            if (next.Comparator == VersComparator.NotEqual) continue;
            if (last is { Comparator: VersComparator.Equal } && next.OpensDownwards) problem = $"'{next}' includes '{last}' already";
            if (lastBound is { } bound && next.Comparator != VersComparator.Equal && bound.OpensUpwards == next.OpensUpwards) problem = $"'{bound}' and '{next}' open in the same direction; one of them is redundant";
            if (problem.Length > 0) return false;
            last = next;
            if (next.Comparator != VersComparator.Equal) lastBound = next;
        }
        return true;
    }

    private static bool AreSorted(VersionScheme scheme, List<VersConstraint> list, out string problem)
    {
        problem = "";
        for (var i = 1; i < list.Count; i++)
        {
            string a = list[i - 1].Version, b = list[i].Version;
            problem = !VersionOrder.TryCompare(scheme, a, b, out var order) ? $"'{a}' and '{b}' cannot be ordered: one is no version of this type"
                : order > 0 ? $"constraints are sorted by version, and '{b}' comes before '{a}'"
                : order == 0 ? $"'{b}' is there twice; a version occurs once"
                : "";
            if (problem.Length > 0) return false;
        }
        return true;
    }

    private static bool AreUnique(List<VersConstraint> list, out string problem)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        problem = list.Select(c => c.Version).FirstOrDefault(v => !seen.Add(v)) is { } twice ? $"'{twice}' is there twice; a version occurs once" : "";
        return problem.Length == 0;
    }

    /// <summary>Sorts by version; equal ones stay as they stood.</summary>
    internal static bool Sort(VersionScheme scheme, List<VersConstraint> list, out string problem)
    {
        problem = list.Select(c => c.Version).FirstOrDefault(v => !VersionOrder.TryCompare(scheme, v, v, out _)) is { } wrong ? $"'{wrong}' is no version of this type" : "";
        if (problem.Length > 0) return false;
        VersConstraint[] sorted = [.. list.OrderBy(c => c.Version, Comparer<string>.Create((a, b) => VersionOrder.Compare(scheme, a, b)))];
        list.Clear();
        list.AddRange(sorted);
        return true;
    }
}
