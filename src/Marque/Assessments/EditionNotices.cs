using Marque.Cases;
using Marque.Language;

namespace Marque.Assessments;

/// <summary>What a reader must know of the edition maps of a case: what they leave out, what the new edition no longer asks, what is not meant as it looks.</summary>
internal static class EditionNotices
{
    private const int Most = 8;

    public static IEnumerable<Saying> Of(CaseIndex index)
    {
        foreach (var map in index.Case.Editions.OrderBy(m => m.Id, StringComparer.Ordinal))
        {
            if (!index.Editions.InForce.Contains(map))
            {
                yield return new("notice.edition.not-pinned", ("map", map.Id), ("to", map.To.ToString()));
                continue;
            }

            var (from, to) = index.Editions.Sides[map.Id];
            if (from.Where(i => EntryOf(map, i.Id) is null).Select(i => i.Id).ToList() is { Count: > 0 } left) yield return new(left.Count == 1 ? "notice.edition.silent.one" : "notice.edition.silent.many", ("map", map.Id), ("names", Some(left)), ("from", map.From.ToString()));
            foreach (var item in from.Where(i => EntryOf(map, i.Id)?.Fate == Fate.Deleted))
            {
                List<string> recorded = [.. item.Statements.Select(s => s.Statement.Place.ToString()), .. item.Inapplicable.Select(a => a.Entry.Place.ToString()), .. item.Decisions.Select(d => d.Decision.Place.ToString())];
                if (recorded.Count > 0) yield return new("notice.edition.deleted", ("requirement", item.FullId), ("to", map.To.ToString()), ("map", map.Id), ("names", Some([.. recorded.Order(StringComparer.Ordinal)])));
            }

            // "Short ids resolve through the pins": an id that means something else in the new edition deserves a second look.
            foreach (var item in to.Where(i => i.Statements.Exists(s => s.Statement.Requirement.Id.Edition is null) && from.Any(f => f.Id == i.Id) && EntryOf(map, i.Id)?.Fate != Fate.Unchanged))
            {
                yield return new("notice.edition.same-id", ("id", item.Id), ("requirement", item.FullId), ("from", map.From.ToString()), ("to", map.To.ToString()), ("names", Some([.. item.Statements.Where(s => s.Statement.Requirement.Id.Edition is null).Select(s => s.Statement.Place.ToString()).Order(StringComparer.Ordinal)])));
            }
        }
    }

    /// <summary>What a map says of a requirement of its old edition; null: nothing.</summary>
    public static EditionEntry? EntryOf(EditionMap map, string old) => map.Entries.FirstOrDefault(e => e.From.Any(f => f.Id == old));

    private static string Some(List<string> names) => names.Count <= Most ? string.Join(", ", names) : Texts.English.Of("name.some", ("names", string.Join(", ", names.Take(Most))), ("count", $"{names.Count - Most}"));
}
