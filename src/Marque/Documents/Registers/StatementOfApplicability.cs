using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Legal;

namespace Marque.Documents.Registers;

/// <summary>The Statement of Applicability: every point of Annex I Part I(2) and every item of the pinned catalogs, whether it applies, why, and how far it is met.</summary>
internal static class StatementOfApplicability
{
    public static Document Of(Subject subject)
    {
        var (scope, t) = (subject.Scope, subject.T);
        List<Block> opening = [new Paragraph(t.Words("register.soa.opening", ("13(3)", [new Cite("Art. 13(3)")]), ("13(4)", [new Cite("Art. 13(4)")]))), subject.Sources()];
        List<Block> body = [Subject.Section("annex-i", t["register.soa.points"]), Table(subject, t["register.soa.points"], "Annex I", [.. scope.A.Requirements.Select(r => (scope.Item(r.Point.Id)!, r.Why))])];
        foreach (var group in Listed.Of(scope.Index.CatalogItems, scope.A.Catalogs).GroupBy(e => e.Item.Catalog, StringComparer.Ordinal))
        {
            var title = t.Of("register.soa.catalog", ("catalog", scope.Index.Law.Catalogs.FirstOrDefault(c => c.Id == group.Key)?.Title ?? group.Key));
            body.AddRange([Subject.Section($"soa-{group.Key}", title), Table(subject, title, group.Key, [.. group.Select(e => (e.Item, e.Why))])]);
        }

        return subject.Document("statement-of-applicability", opening, body) with { IsLandscape = true };
    }

    private static Table Table(Subject subject, string caption, string sheet, IReadOnlyList<(Item Item, Derivation Why)> items)
    {
        var (scope, t) = (subject.Scope, subject.T);
        return new Table(caption, [new(t["column.requirement"], 12) { IsKey = true }, new(t["column.title"], 22), new(t["column.applies"], 12), new(t["column.parts"], 12), new(t["column.justification"], 30), new(t["column.verdict"], 12)],
            [.. items.Select(e => new Row([e.Item.Id], [scope.Title(e.Item)], [Applies(subject, e.Item, e.Why)], [Parts(subject, e.Item)], Reason(subject, e.Item), [new VerdictMark(e.Why.Verdict)]) { Id = scope.AnchorOf(e.Item.Id), Facets = Wording.Facets(e.Why, e.Item.Tag ?? Tag.Law) })]) { IsDense = true, Sheet = sheet };
    }

    private static Inline Applies(Subject subject, Item item, Derivation why)
    {
        if (why.Verdict == Verdict.NotApplicable) return subject.T["word.no"];
        if (item is { Kind: ItemKind.Point, MayBeInapplicable: true } && (subject.Scope.Index.Case.Risk?.Applicability.All(a => a.Requirement.Id.Item != item.Id) ?? true)) return subject.T["word.not-stated"];
        return item.Inapplicable.Count == 0 ? subject.T["word.yes"] : subject.T[item.Inapplicable.Exists(a => a.Entry.Parts.Count == 0) ? "register.soa.undecided" : "word.in-part"];
    }

    private static Inline Parts(Subject subject, Item item)
    {
        var scope = subject.Scope;
        var parts = scope.Index.Parts.Where((p, i) => item.AppliesTo(p) && !item.Inapplicable.Exists(a => a.Parts.Covers(i) && a.Entry.Parts.Count > 0)).Select(p => p.Id).ToList();
        return parts.Count == scope.Index.Parts.Count ? subject.T["word.all"] : parts.Count == 0 ? "–" : string.Join(", ", parts);
    }

    // The case's own reasons first; else what the standard or the target level says.
    private static IReadOnlyList<Inline> Reason(Subject subject, Item item)
    {
        var (scope, t) = (subject.Scope, subject.T);
        var own = scope.Index.Case.Risk?.Applicability.Where(a => a.Requirement.Id.Item == item.Id && (a.Requirement.Id.Catalog ?? item.Catalog) == item.Catalog).ToList() ?? [];
        if (own.Count > 0) return Wording.Lines(own.Select(a => (IReadOnlyList<Inline>)[$"{(a.Parts.Count > 0 ? $"{Wording.Parts(subject.T, a.Parts)}: " : "")}{a.Because}{(a.Risks.Count > 0 ? $" ({string.Join(", ", a.Risks.Select(r => r.Risk))})" : "")}"]));
        if (item.Kind == ItemKind.Point) return item.MayBeInapplicable ? [new Run(t["register.soa.unstated"], Setting.Soft)] : [t["register.soa.always"]];
        if (item.ComponentTypes.Count > 0) return [t.Of("register.soa.type", ("types", string.Join(", ", item.ComponentTypes.Select(c => ComponentTypes.Title(t, c)))))];
        return item.FirstLevel is { } level ? [t.Of("register.soa.level", ("level", Wording.Number(level)))] : [t["register.soa.selected"]];
    }
}
