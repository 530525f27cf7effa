using Marque.Cases;
using Marque.Legal;
using Marque.Text;

namespace Marque.Assessments;

/// <summary>The requirements of older editions that the edition maps of a case lead from.</summary>
/// <param name="InForce">The maps that lead to a pinned edition.</param>
/// <param name="Items">The requirements of the editions these lead from, in the order of their catalogs.</param>
internal sealed record Editions(IReadOnlyList<EditionMap> InForce, IReadOnlyList<Item> Items)
{
    public static Editions None { get; } = new([], []);

    /// <summary>The requirements of both editions of each map, by its id: those of the case where the edition is pinned or led from.</summary>
    public IReadOnlyDictionary<string, (IReadOnlyList<Item> From, IReadOnlyList<Item> To)> Sides { get; init; } = new Dictionary<string, (IReadOnlyList<Item>, IReadOnlyList<Item>)>(StringComparer.Ordinal);
}

/// <summary>Resolves edition maps: what they lead from and to, and what a case says of requirements that no pinned edition has.</summary>
internal sealed partial class IndexBuilder
{
    private readonly Dictionary<string, string?> pinned = new(StringComparer.Ordinal);
    private readonly Dictionary<EditionName, List<Item>> unpinned = [];
    private Editions editions = Editions.None;

    // Nothing of this costs a case without maps anything.
    private void AddEditions()
    {
        if (c.Editions.Count == 0) return;
        var maps = new List<EditionMap>();
        var old = new List<Item>();
        var sides = new Dictionary<string, (IReadOnlyList<Item> From, IReadOnlyList<Item> To)>(StringComparer.Ordinal);
        foreach (var map in c.Editions.OrderBy(m => m.Id, StringComparer.Ordinal))
        {
            var (from, to) = (Edition(map, map.From), Edition(map, map.To));
            if (from is null || to is null) continue;
            foreach (var entry in map.Entries)
            {
                Known(entry.From, map.From, from);
                Known(entry.To, map.To, to);
                Known(entry.MovedTo, map.To, to);
                // An unchanged id must be there in both.
                if (entry.Fate == Fate.Unchanged) Known([.. entry.From.Where(f => from.Exists(i => i.Id == f.Id))], map.To, to);
            }

            sides[map.Id] = (from, to);
            // No inference over two maps: only those count that lead to what is pinned.
            if (pinned.GetValueOrDefault(map.To.Catalog) == map.To.Edition) maps.Add(map);
        }

        foreach (var map in maps)
        {
            if (pinned.GetValueOrDefault(map.From.Catalog) != map.From.Edition) old.AddRange(sides[map.Id].From.Except(old));
            foreach (var entry in map.Entries)
            {
                foreach (var (was, now) in entry.Links)
                {
                    var (from, to) = sides[map.Id];
                    if (from.FirstOrDefault(i => i.Id == was) is { } before && to.FirstOrDefault(i => i.Id == now) is { } after) (after.Origins ??= []).Add(new Origin(map, entry, before));
                }
            }
        }

        editions = new Editions(maps, old) { Sides = sides };
    }

    // The items of one edition, whether it is pinned or not; the same ones for every map that leads from it.
    private List<Item>? Edition(EditionMap map, EditionName name)
    {
        if (pinned.TryGetValue(name.Catalog, out var pin) && pin == name.Edition) return items.FindAll(i => i.Catalog == name.Catalog);
        if (unpinned.TryGetValue(name, out var before)) return before;
        if (Unpinned(map, name) is not { } found) return null;
        return unpinned[name] = found;
    }

    private List<Item>? Unpinned(EditionMap map, EditionName name)
    {
        var legal = law.Catalogs.Where(x => x.Id == name.Catalog).ToList();
        var own = c.Catalogs.Where(x => x.Id == name.Catalog).ToList();
        if (legal.Find(x => x.Edition == name.Edition) is { } of) return [.. of.Items.Select(i => Of(of, i))];
        if (own.Find(x => x.Edition == name.Edition) is { } mine) return [.. mine.Items.Select(i => Of(mine, i))];
        var known = legal.Select(x => x.Edition).Concat(own.Select(x => x.Edition).OfType<string>()).ToList();
        problems.Add(new Problem(map.Place, "edition.unknown", $"the map '{map.Id}' names {name}, and neither the legal set nor catalogs/ has it", known.Count > 0 ? $"editions of {name.Catalog} here: {string.Join(", ", known)}" : $"put the catalog '{name.Catalog}' with its edition into catalogs/"));
        return null;
    }

    private void Known(IReadOnlyList<(string Id, Place Place)> ids, EditionName name, List<Item> items)
    {
        foreach (var (id, place) in ids)
        {
            if (items.Exists(i => i.Id == id)) continue;
            problems.Add(new Problem(place, "edition.unknown-requirement", $"{name} has no '{id}'", Nearest.To(id, items.Select(i => i.Id)) is { } near ? $"did you mean '{near}'?" : "write ids as the catalog does"));
        }
    }

    // A short id resolves through the pins; one that no pinned edition has may be of an edition that a map leads from.
    private Item? FindAny(RequirementRef reference)
    {
        if (editions.Items.Count == 0 || (byId.TryGetValue(reference.Id.Item, out var same) && same.Exists(i => i.Is(reference.Id)))) return Find(reference);
        var fitting = editions.Items.Where(i => i.Is(reference.Id)).ToList();
        if (fitting.Count == 0) return Find(reference);
        if (fitting.Count > 1) problems.Add(new Problem(reference.Place, "case.ambiguous-requirement", $"'{reference.Id}' stands in several editions that maps lead from", $"write {string.Join(" or ", fitting.Select(i => i.FullId))}"));
        else if (reference.Id.Catalog is null && IdSpellings.LooksLegal(fitting[0].Id) && law.Catalogs.All(x => x.Id != fitting[0].Catalog)) problems.Add(new Problem(reference.Place, "case.prefix-needed", $"'{fitting[0].Id}' of the catalog '{fitting[0].Catalog}' looks like an id of the legal set", $"write {fitting[0].FullId}"));
        else return fitting[0];
        return null;
    }

    // An id that some edition has, but not the pinned one.
    private Problem? Elsewhere(RequirementRef reference)
    {
        var id = reference.Id;
        if (editions.Items.FirstOrDefault(i => i.Is(id)) is { } old)
        {
            var now = items.Where(i => i.Origins?.Exists(o => o.Old == old) ?? false).Select(i => $"{i.Catalog}:{i.Id}").ToList();
            return new Problem(reference.Place, "case.other-edition", $"'{id}' is of {old.Catalog}@{old.Edition}, and the case pins {old.Catalog}@{pinned.GetValueOrDefault(old.Catalog)}", now.Count > 0 ? $"name what became of it: {string.Join(", ", now)}" : "no edition map says what became of it");
        }

        if (id.Edition is not { } edition || !pinned.TryGetValue(id.Catalog!, out var pin) || pin == edition) return null;
        var there = law.Catalogs.Any(x => x.Id == id.Catalog && x.Edition == edition) || c.Catalogs.Any(x => x.Id == id.Catalog && x.Edition == edition);
        return there
            ? new Problem(reference.Place, "case.other-edition", $"'{id}' is of another edition than the pinned {id.Catalog}@{pin}, and no edition map leads from it to there", $"pin {edition}, write a map in editions/, or name a requirement of {id.Catalog}@{pin}")
            : new Problem(reference.Place, "case.unknown-edition", $"there is no edition '{edition}' of {id.Catalog}", pin is null ? $"write {id.Catalog}:{id.Item}" : $"the pinned one is {pin}: {id.Catalog}@{pin}:{id.Item}");
    }
}
