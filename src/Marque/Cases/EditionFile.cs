using Marque.Text;

namespace Marque.Cases;

/// <summary>Reads <c>editions/*.yaml</c>: what becomes of the requirements of a catalog from one edition to another.</summary>
internal static class EditionFile
{
    public static EditionMap Read(Fields f)
    {
        var id = f.Required("map");
        var (from, to) = (Edition(f, "from"), Edition(f, "to"));
        if (from == to && from.Edition.Length > 0) f.Problem("to", "edition.same", $"the map leads from {from} to itself", "name two editions");
        var entries = f.Each("entries").Select(e => Entry(e, from, to)).ToList();
        if (entries.Count == 0 && !f.Has("entries")) f.Missing("entries");
        Twice(entries, f.Problems);
        var map = new EditionMap(id, f.Text("version") ?? "1", from, to, f.Text("author"), CatalogFile.IsReviewed(f), entries, CanonicalJson.DigestOf(f.Map), f.Place);
        f.Texts("sources");
        f.Done();
        return map;
    }

    private static EditionName Edition(Fields f, string key)
    {
        if (f.Nested(key) is not { } e)
        {
            if (!f.Has(key)) f.Missing(key);
            return new("", "");
        }

        var name = new EditionName(e.Required("catalog"), EditionName.Read(e) ?? "");
        if (!e.Has("edition")) e.Missing("edition");
        e.Done();
        return name;
    }

    private static EditionEntry Entry(Fields e, EditionName from, EditionName to)
    {
        Fate? fate = e.OneOf("fate", "unchanged", "renumbered", "split", "merged", "deleted", "new") switch
        {
            "unchanged" => Fate.Unchanged, "renumbered" => Fate.Renumbered, "split" => Fate.Split, "merged" => Fate.Merged, "deleted" => Fate.Deleted, "new" => Fate.New, _ => null,
        };
        if (!e.Has("fate")) e.Missing("fate");
        var entry = new EditionEntry(
            fate ?? Fate.Unchanged, Ids(e, "from", from), Ids(e, "to", to), Ids(e, "movedTo", to),
            e.OneOf("meaning", "same", "changed", "unknown") switch { "same" => Meaning.Same, "changed" => Meaning.Changed, _ => Meaning.Unknown },
            e.Required("rationale"), e.Place);
        e.Texts("sources");
        e.Done();
        if (fate is not null) Shape(e, entry);
        return entry;
    }

    private static List<(string Id, Place Place)> Ids(Fields e, string key, EditionName of)
    {
        var ids = new List<(string Id, Place Place)>();
        foreach (var (text, place) in e.Texts(key))
        {
            var id = RequirementId.Of(text);
            if ((id.Catalog is { } catalog && catalog != of.Catalog) || (id.Edition is { } edition && edition != of.Edition)) e.Problems.Add(new Problem(place, "edition.other", $"'{text}' is not of {of}", $"write the id alone: {id.Item}"));
            else if (ids.Exists(i => i.Id == id.Item)) e.Problems.Add(new Problem(place, "edition.twice", $"'{id.Item}' stands twice in this list", "keep one"));
            else ids.Add((id.Item, place));
        }

        return ids;
    }

    // How many of the old become how many of the new is what the word says.
    private static void Shape(Fields e, EditionEntry entry)
    {
        var (word, from, to) = entry.Fate switch
        {
            Fate.Unchanged => ("unchanged: from one or more ids, which it keeps, so without 'to'", entry.From.Count >= 1, entry.To.Count == 0),
            Fate.Renumbered => ("renumbered: from one id, to one other", entry.From.Count == 1, entry.To.Count == 1 && (entry.From.Count == 0 || entry.To[0].Id != entry.From[0].Id)),
            Fate.Split => ("split: from one id, to several", entry.From.Count == 1, entry.To.Count >= 2),
            Fate.Merged => ("merged: from several ids, to one", entry.From.Count >= 2, entry.To.Count == 1),
            Fate.Deleted => ("deleted: from one or more ids, without 'to'; 'movedTo' says where some of it went", entry.From.Count >= 1, entry.To.Count == 0),
            _ => ("new: to one or more ids, without 'from'", entry.From.Count == 0, entry.To.Count >= 1),
        };
        if (!from || !to) e.Problem(from ? "to" : "from", "edition.shape", $"the ids do not fit the fate '{entry.Fate.Word()}'", word);
        if (entry.Fate != Fate.Deleted && e.Has("movedTo")) e.Problem("movedTo", "edition.shape", "only what is deleted has moved elsewhere", "write the ids under 'to', or delete the key");
        if (entry is { Fate: Fate.Unchanged, Meaning: Meaning.Changed }) e.Problem("meaning", "edition.contradiction", "what is unchanged cannot have another meaning", "write it as an entry of its own: merged, split or renumbered; or as deleted and new, where nothing is to be carried over");
    }

    // An old requirement has one fate; a new one may receive parts of several, but is not new then.
    private static void Twice(List<EditionEntry> entries, List<Problem> problems)
    {
        var old = new Dictionary<string, Place>(StringComparer.Ordinal);
        var received = new Dictionary<string, (Fate Fate, Place Place)>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var (id, place) in entry.From)
            {
                if (!old.TryAdd(id, place)) problems.Add(new Problem(place, "edition.mapped-twice", $"what becomes of '{id}' is said twice (first at {old[id]})", "keep one entry; several new ids stand together under 'to'"));
            }

            foreach (var (id, place) in entry.Fate == Fate.Unchanged ? entry.From : entry.To)
            {
                if (received.TryAdd(id, (entry.Fate, place))) continue;
                var before = received[id];
                if (before.Fate == Fate.Split) received[id] = (entry.Fate, place);
                if (entry.Fate == Fate.Split ? before.Fate != Fate.New : before.Fate == Fate.Split && entry.Fate != Fate.New) continue;
                problems.Add(new Problem(place, "edition.mapped-twice", $"two entries say where '{id}' comes from (first at {before.Place})", "write one entry 'merged' with all of them under 'from'"));
            }
        }
    }
}
