using Marque.Cases;
using Marque.Text;

namespace Marque.Assessments;

/// <summary>What an edition map carries over, as statements of the new edition for a person to go on with.</summary>
/// <param name="Requirement">The id of the new requirement.</param>
/// <param name="Statements">The statements; empty: none can be written.</param>
/// <param name="WhyNot">Why none can be written; empty where they can.</param>
public sealed record CarriedStatements(string Requirement, IReadOnlyList<YamlMap> Statements, string WhyNot)
{
    /// <summary>For each new requirement that is answered by nothing but what is carried over: the statements, or why there are none.</summary>
    /// <param name="index">The case, resolved.</param>
    /// <param name="map">A map in force.</param>
    public static IReadOnlyList<CarriedStatements> Of(CaseIndex index, EditionMap map)
    {
        var (from, to) = index.Editions.Sides[map.Id];
        return [.. to.Where(i => i.Statements.Count == 0 && i.Stated.Bits == 0).Select(i => One(map, from, i, [.. (i.Origins ?? []).Where(o => o.Map == map)])).OfType<CarriedStatements>()];
    }

    private static CarriedStatements? One(EditionMap map, IReadOnlyList<Item> from, Item item, List<Origin> origins)
    {
        if (origins.TrueForAll(o => o.Old.Statements.Count == 0)) return origins.Exists(o => o.Old.Inapplicable.Count > 0) ? No("it was said not to apply: say in risk.yaml whether that holds") : null;
        if (origins.Find(o => o.Old.Statements.Count == 0) is { } bare) return No($"nothing is stated on {bare.Old.FullId}, which is part of it");
        var statements = origins.SelectMany(o => o.Old.Statements).ToList();
        if (statements.Exists(s => s.Statement.Process is not null)) return No("it is stated in a process case: write it there");
        if (origins.Find(o => o.Old.Decisions.Exists(d => d.Decision.Judgement == Judgement.NotSatisfied)) is { } refused) return No($"a decision says that {refused.Old.FullId} is not satisfied: state anew what holds");
        // An id that both editions have, with other meanings, is written with its edition.
        var id = from.Any(f => f.Id == item.Id) && EditionNotices.EntryOf(map, item.Id)?.Fate != Fate.Unchanged ? item.FullId : $"{item.Catalog}:{item.Id}";
        if (origins.Count == 1) return new CarriedStatements(item.Id, [.. statements.Select(s => Written(map, id, [(origins[0], s.Statement)]))], "");
        var first = statements[0].Statement;
        if (statements.Count != origins.Count || statements.Exists(s => !s.Statement.Parts.SequenceEqual(first.Parts, StringComparer.Ordinal) || FactStates.Words(s.Statement.Releases) != FactStates.Words(first.Releases))) return No("the merged requirements are stated for different parts or releases");
        return new CarriedStatements(item.Id, [Written(map, id, [.. origins.Zip(statements, (o, s) => (o, s.Statement))])], "");

        CarriedStatements No(string why) => new(item.Id, [], why);
    }

    private static YamlMap Written(EditionMap map, string id, IReadOnlyList<(Origin Origin, Statement Statement)> of)
    {
        var first = of[0].Statement;
        var range = first.Releases;
        // The weakest of what is merged; the words of an enumeration go from the strongest to the weakest.
        var status = of.Max(s => s.Statement.Status);
        var how = of.Count == 1 ? first.How : string.Join('\n', of.Where(s => s.Statement.How.Length > 0).Select(s => $"{s.Origin.Old.Id}: {s.Statement.How}"));
        return YamlValue.Map(
            ("requirement", YamlValue.Text(id)),
            ("parts", YamlValue.Texts(first.Parts)),
            ("status", YamlValue.Text(status.Word())),
            ("how", how.Length > 0 ? YamlValue.Text(how) : null),
            ("evidence", YamlValue.Texts(of.SelectMany(s => s.Statement.Evidence).Select(e => e.Series).Distinct(StringComparer.Ordinal))),
            ("releases", range.From is null && range.Until is null && range.Only.Count == 0 ? null : YamlValue.Map(("from", YamlValue.Maybe(range.From)), ("until", YamlValue.Maybe(range.Until)), ("only", YamlValue.Texts(range.Only)))),
            ("note", YamlValue.Text($"Carried over from {string.Join(" and ", of.Select(s => s.Origin.Old.FullId))} by edition map {map.Id} ({of[0].Origin.Entry.Fate.Word()}); to be reviewed.")));
    }
}
