using Marque.Text;

namespace Marque.Cases;

/// <summary>What must fit together among the edition maps of a case, whatever the catalogs.</summary>
internal static class EditionChecks
{
    public static void Run(Case c, List<Problem> problems)
    {
        if (c.Editions.Count == 0) return;
        var maps = c.Editions.Where(m => m.From.Edition.Length > 0 && m.To.Edition.Length > 0 && m.From != m.To).OrderBy(m => m.Place).ToList();
        foreach (var same in maps.GroupBy(m => (m.From, m.To)))
        {
            foreach (var second in same.Skip(1)) problems.Add(new Problem(second.Place, "edition.two-maps", $"a second map from {second.From} to {second.To} (first at {same.First().Place})", "merge the two"));
        }

        foreach (var map in maps)
        {
            if (Reaches(maps, map.To, map.From)) problems.Add(new Problem(map.Place, "edition.cycle", $"maps lead from {map.To} back to {map.From}", "keep the maps from the older edition to the newer one"));
        }
    }

    private static bool Reaches(List<EditionMap> maps, EditionName from, EditionName to)
    {
        var seen = new HashSet<EditionName> { from };
        var next = new Stack<EditionName>([from]);
        while (next.TryPop(out var at))
        {
            if (at == to) return true;
            foreach (var map in maps.Where(m => m.From == at))
            {
                if (seen.Add(map.To)) next.Push(map.To);
            }
        }

        return false;
    }
}
