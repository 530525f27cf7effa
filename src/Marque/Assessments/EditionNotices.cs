using Marque.Cases;

namespace Marque.Assessments;

/// <summary>What a reader must know of the edition maps of a case: what they leave out, what the new edition no longer asks, what is not meant as it looks.</summary>
internal static class EditionNotices
{
    private const int Most = 8;

    public static IEnumerable<string> Of(CaseIndex index)
    {
        foreach (var map in index.Case.Editions.OrderBy(m => m.Id, StringComparer.Ordinal))
        {
            if (!index.Editions.InForce.Contains(map))
            {
                yield return $"edition map {map.Id} leads to {map.To}, which the case does not pin: it carries nothing over";
                continue;
            }

            var (from, to) = index.Editions.Sides[map.Id];
            if (from.Where(i => EntryOf(map, i.Id) is null).Select(i => i.Id).ToList() is { Count: > 0 } left) yield return $"edition map {map.Id} does not say what becomes of {Some(left)} of {map.From}: nothing recorded on {(left.Count == 1 ? "it" : "them")} is carried over";
            foreach (var item in from.Where(i => EntryOf(map, i.Id)?.Fate == Fate.Deleted))
            {
                List<string> recorded = [.. item.Statements.Select(s => s.Statement.Place.ToString()), .. item.Inapplicable.Select(a => a.Entry.Place.ToString()), .. item.Decisions.Select(d => d.Decision.Place.ToString())];
                if (recorded.Count > 0) yield return $"{item.FullId} is no longer asked by {map.To} (edition map {map.Id}): what is recorded on it is kept and counts for nothing ({Some([.. recorded.Order(StringComparer.Ordinal)])})";
            }

            // "Short ids resolve through the pins": an id that means something else in the new edition deserves a second look.
            foreach (var item in to.Where(i => i.Statements.Exists(s => s.Statement.Requirement.Id.Edition is null) && from.Any(f => f.Id == i.Id) && EntryOf(map, i.Id)?.Fate != Fate.Unchanged))
            {
                yield return $"{item.Id} without an edition means {item.FullId}, and {map.From} has another requirement of that id: write {map.From} or {map.To} before it ({Some([.. item.Statements.Where(s => s.Statement.Requirement.Id.Edition is null).Select(s => s.Statement.Place.ToString()).Order(StringComparer.Ordinal)])})";
            }
        }
    }

    /// <summary>What a map says of a requirement of its old edition; null: nothing.</summary>
    public static EditionEntry? EntryOf(EditionMap map, string old) => map.Entries.FirstOrDefault(e => e.From.Any(f => f.Id == old));

    private static string Some(List<string> names) => names.Count <= Most ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Most))} and {names.Count - Most} more";
}
