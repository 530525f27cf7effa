using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Legal;

namespace Marque.Documents.Registers;

/// <summary>The reports by standard: practices of IEC 62443-4-1, and requirements of IEC 62443-4-2 for one part.</summary>
internal static class CatalogReports
{
    /// <summary>Whether there is a practice report.</summary>
    public static bool HasPractices(Subject subject) => Items(subject.Scope, isProcess: true).Catalog is not null;

    /// <summary>Whether there is a component report of the part.</summary>
    public static bool Has(Subject subject, Part part) => part.ComponentType is not null && Items(subject.Scope, isProcess: false).Catalog is not null;

    /// <summary>The practice report; null: the case has no such catalog.</summary>
    public static Document? Practices(Subject subject)
    {
        var (scope, t) = (subject.Scope, subject.T);
        if (Items(scope, isProcess: true) is not ({ } catalog, { Count: > 0 } items)) return null;
        List<Block> body = [Subject.Section("practices", t["register.practices"]), .. Report.Practices.Of(scope, catalog, items)];
        foreach (var group in catalog.Groups)
        {
            var own = items.Where(e => scope.Of(e.Item)?.Group == group.Id).ToList();
            if (own.Count == 0) continue;
            var title = $"{group.Id}, {t.Title($"{catalog.Id}:group:{group.Id}") ?? group.Title}";
            body.AddRange([Subject.Section($"practice-{group.Id}", title), Table(subject, title, group.Id, null, own)]);
        }

        return subject.Document("practice-report", [new Paragraph(t.Of("register.practices.opening", ("standard", catalog.Title))), subject.Sources()], body) with { IsLandscape = true };
    }

    /// <summary>The component report of a part; null: it has no component type, or the case no such catalog.</summary>
    public static Document? Component(Subject subject, Part part)
    {
        var (scope, t) = (subject.Scope, subject.T);
        if (part.ComponentType is not { } type || Items(scope, isProcess: false) is not ({ } catalog, { Count: > 0 } all)) return null;
        var items = all.Where(e => e.Item.AppliesTo(part)).ToList();
        var verdicts = items.Select(e => Own(e.Why, part.Id).Verdict).ToList();
        List<Block> opening =
        [
            new Paragraph(t.Of("register.component.opening", ("standard", catalog.Title))),
            new Terms((t["column.part"], [part.Name]), (t["column.component-type"], [ComponentTypes.Title(t, type)]), (t["column.target-level"], [part.TargetLevel is { } level ? Wording.Number(level) : "–"])),
            new Tally(t["register.component.tally"], [.. new[] { Verdict.Demonstrated, Verdict.Claimed, Verdict.Gap, Verdict.Open, Verdict.NotApplicable }.Select(v => (v, verdicts.Count(x => x == v)))]),
            new Paragraph(t["register.component.levels"]) { IsSoft = true },
            subject.Sources(),
        ];
        List<Block> body = [];
        foreach (var group in catalog.Groups.Select(g => (g.Id, Title: $"{g.Id}, {t.Title($"{catalog.Id}:group:{g.Id}") ?? g.Title}")).Append(("", t["register.component.common"])))
        {
            var own = items.Where(e => (scope.Of(e.Item)?.Group ?? "") == group.Item1).ToList();
            if (own.Count > 0) body.AddRange([Subject.Section($"fr-{(group.Item1.Length > 0 ? group.Item1 : "common")}", group.Item2), Table(subject, group.Item2, group.Item1.Length > 0 ? group.Item1 : group.Item2, part, own)]);
        }

        var document = subject.Document("component-report", opening, body);
        return document with { Title = $"{part.Name}: {document.Title}", IsLandscape = true };
    }

    private static Table Table(Subject subject, string caption, string sheet, Part? part, IReadOnlyList<(Item Item, Derivation Why)> items)
    {
        var (scope, t) = (subject.Scope, subject.T);
        return new Table(caption, [new(t["column.requirement"], 11) { IsKey = true }, new(t["column.title"], 18), .. part is null ? Array.Empty<Column>() : [new Column(t["column.first-level"], 6)], new(t["column.verdict"], 12), new(t["column.stated"], 24), new(t["column.evidence"], 15), new(t["column.decision"], 12), new(t["column.because"], 20)],
            [.. items.Select(e => Row(subject, part, e.Item, part is null ? e.Why : Own(e.Why, part.Id)))]) { IsDense = true, Sheet = sheet };
    }

    private static Row Row(Subject subject, Part? part, Item item, Derivation why)
    {
        var (scope, t) = (subject.Scope, subject.T);
        var at = part is null ? -1 : scope.Index.Parts.ToList().FindIndex(p => p.Id == part.Id);
        var statements = item.AllStatements.Where(s => s.Parts.Has(at) && scope.Index.History.Covers(s.Statement.Releases, scope.A.Release)).ToList();
        var above = part is { TargetLevel: { } target } && (item.FirstLevel is not { } first || first > target);
        return new Row(
        [
            [item.Id],
            [scope.Title(item)],
            .. part is null ? Array.Empty<IReadOnlyList<Inline>>() : [[item.FirstLevel is { } level ? Wording.Number(level) : "–", .. above && item.FirstLevel is not null ? [new LineBreak(), new Run(t["register.component.above"], Setting.Soft)] : Array.Empty<Inline>()]],
            [new VerdictMark(why.Verdict)],
            Wording.Lines(statements.Where(s => s.Statement.How.Length > 0).Select(s => (IReadOnlyList<Inline>)[s.Statement.How])),
            Wording.Lines(statements.SelectMany(s => s.Evidence).DistinctBy(e => e.Number).Select(e => (IReadOnlyList<Inline>)[FactWords.Mark(subject.T, scope.States[e.Number]), " ", scope.Series(e.Series.Id)])),
            Because.Decisions(scope, why.Grounds),
            Because.InShort(scope, why),
        ])
        { Id = scope.AnchorOf(item.Id), Facets = new(why.Verdict.Word(), null, []) };
    }

    private static Derivation Own(Derivation why, string part) => why.From.FirstOrDefault(d => d.Part == part) ?? why;

    private static (Catalog? Catalog, IReadOnlyList<(Item Item, Derivation Why)> Items) Items(Scope scope, bool isProcess)
    {
        foreach (var group in Listed.Of(scope.Index.CatalogItems, scope.A.Catalogs).GroupBy(e => e.Item.Catalog, StringComparer.Ordinal))
        {
            var items = group.ToList();
            if (scope.Index.Law.Catalogs.FirstOrDefault(c => c.Id == group.Key && c.IsProcess == isProcess && c.Items.Any(i => i.Digest == items[0].Item.Digest)) is { } catalog) return (catalog, items);
        }

        return (null, []);
    }
}
