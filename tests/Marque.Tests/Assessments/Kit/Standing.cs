using System.Collections.Immutable;
using Marque.Cases;
using Marque.Facts;
using Marque.Text;

namespace Marque.Tests.Assessments.Kit;

/// <summary>The digests a decision made today would stand on, as <c>marque decide</c> records them.</summary>
internal static class Standing
{
    public static ImmutableArray<(string Name, Digest Digest)> On(World w, DecisionSpec decision)
    {
        var stood = new List<(string, Digest)>();
        var id = RequirementId.Of(decision.Requirement);
        switch (decision.Judgement)
        {
            case "adopts":
                foreach (var a in w.Adopts.Where(a => a.Bridge == id.Item)) stood.Add(("adoption", Rendering.Record(a.Yaml())));
                return Numbered(stood);
            case "classifies":
                return [("classification", Rendering.Record(w.Class!.Yaml()))];
            case "not-applicable":
                stood.Add(("requirement", Requirement(w, id)));
                foreach (var a in w.Risk!.Applicability.Where(a => a.Requirement == decision.Requirement))
                {
                    stood.Add(("applicability", Rendering.Record(a.Yaml())));
                    foreach (var risk in a.Risks) stood.Add(($"risk:{risk}", Rendering.Record(w.Risk.Risks.First(r => r.Id == risk).Yaml())));
                }

                return Numbered(stood);
            case "rebuts":
                return [("requirement", Requirement(w, id))];
        }

        if (id.Catalog == "instrument")
        {
            var restrictions = w.Law.Standards.First(s => s.Reference == id.Item).Citations.SelectMany(c => c.Restrictions);
            return [.. restrictions.Select(r => ($"restriction:{r.Id}", r.Digest)), .. w.Instruments.First(i => i.Reference == id.Item).Restrictions.Select(r => ($"answer:{r.Id}", Rendering.Record(InstrumentSpec.Answer(r))))];
        }

        if (id.Item == "classification") return [("classification", Rendering.Record(w.Class!.Yaml()))];
        if (id.Item == "risk-assessment") return [("risk-assessment", Rendering.Record(w.Risk!.Yaml()))];
        stood.Add(("requirement", Requirement(w, id)));
        foreach (var s in w.Statements.Where(s => RequirementId.Of(s.Requirement) == id || Carried(w, RequirementId.Of(s.Requirement), id))) stood.Add(("statement", Rendering.Record(s.Yaml())));
        foreach (var use in w.Uses)
        {
            foreach (var s in use.Process.Statements.Where(s => RequirementId.Of(s.Requirement) == id)) stood.AddRange([("statement", Rendering.Record(s.Yaml())), ($"process:{use.Id}", use.Digest)]);
        }

        foreach (var series in w.Series.Concat(w.Uses.SelectMany(u => u.Process.Series)).Where(s => decision.Facts.Contains(s.Id)))
        {
            stood.Add(($"series:{series.Id}", Rendering.Record(series.Definition())));
            if (series.Facts.MaxBy(f => f.ObservedAt) is { } newest && !(Kind(series)?.Recurs() ?? false)) stood.Add(($"fact:{series.Id}", newest.Sha256));
        }

        foreach (var (point, digest) in Pairs(w, id)) stood.Add(($"pair:{point}", digest));
        return Numbered(stood);
    }

    // Along one map to what is pinned, never along two.
    private static bool Carried(World w, RequirementId old, RequirementId id) =>
        id.Edition is null && w.Maps.Any(m => w.Pins.Contains((m.Catalog, m.To)) && old.Catalog == m.Catalog && old.Edition == m.From && (id.Catalog ?? m.Catalog) == m.Catalog
            && m.Entries.Any(e => e.Old.Contains(old.Item) && (e.Fate == "unchanged" ? e.Old : e.New).Contains(id.Item)));

    private static FactKind? Kind(SeriesSpec series) => series.Kind is { } word ? FactKinds.Of(word) : series.Facts.FirstOrDefault()?.Kind;

    private static IEnumerable<(string Point, Digest Digest)> Pairs(World w, RequirementId id) =>
        from bridge in w.Law.Bridges
        from point in bridge.Points
        from pair in point.Pairs
        where pair.Item == id.Item
        select (point.Point, pair.Digest);

    private static Digest Requirement(World w, RequirementId id) =>
        w.Law.Points.Where(p => p.Id == id.Item).Select(p => p.Digest)
            .Concat(w.Law.Obligations.Where(o => o.Id == id.Item).Select(o => o.Digest))
            .Concat(w.Law.Remainder.Where(r => r.Id == id.Item).Select(r => r.Digest))
            .Concat(w.Law.Catalogs.Where(c => id.Catalog is null || c.Id == id.Catalog).SelectMany(c => c.Items).Where(i => i.Id == id.Item).Select(i => i.Digest))
            .Concat(w.Catalogs.Where(c => c.Items.Contains(id.Item) && (c.Edition is null || c.Edition == (id.Edition ?? w.Pins.First(p => p.Catalog == c.Id).Edition))).SelectMany(c => c.Yaml().Where(e => e.Key == "items").SelectMany(e => (List<YamlText>)e.Value!)).Where(i => Equals(i[0].Value, id.Item)).Select(Rendering.Record))
            .First();

    // The same name twice would be one key; a suffix tells them apart.
    private static ImmutableArray<(string, Digest)> Numbered(List<(string Name, Digest Digest)> stood) =>
        [.. stood.Distinct().GroupBy(s => s.Name, StringComparer.Ordinal).SelectMany(g => g.Select((s, i) => (i == 0 ? s.Name : $"{s.Name}:{i}", s.Digest)))];
}
