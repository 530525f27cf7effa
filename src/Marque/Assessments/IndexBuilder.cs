using Marque.Cases;
using Marque.Facts;
using Marque.Ledger;
using Marque.Legal;
using Marque.Text;

namespace Marque.Assessments;

/// <summary>Resolves every id of a case; collects the problems.</summary>
internal sealed partial class IndexBuilder(LegalSet law, Case c, IReadOnlyList<PublicKey> trustedRoots, Digest? assumed = null)
{
    private readonly List<Problem> problems = [];
    private readonly List<Item> items = [];
    private readonly Dictionary<string, List<Item>> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> parts = new(StringComparer.Ordinal);

    public Read<CaseIndex> Build()
    {
        var declared = c.Product?.Parts ?? [];
        if (declared.Count > 64) problems.Add(new Problem(declared[64].Place, "case.too-many-parts", "a product has at most 64 parts here", "group parts that share type, level and statements"));
        for (var i = 0; i < Math.Min(64, declared.Count); i++) parts.TryAdd(declared[i].Id, i);
        AddItems();
        AddEditions();
        var freshness = law.Freshness.ToDictionary(f => f.Kind, f => f.Days, StringComparer.Ordinal);
        // By id, and decisions from the oldest to the newest: the order of files and lists decides nothing.
        var series = c.Series.OrderBy(s => s.Id, StringComparer.Ordinal).Select((s, i) => new IndexedSeries(s, i, Set(s.Parts), s.Kind is { } kind ? freshness.GetValueOrDefault(kind.Word()) : null)).ToList();
        var seriesById = new Dictionary<string, IndexedSeries>(StringComparer.Ordinal);
        foreach (var s in series) seriesById.TryAdd(s.Series.Id, s);
        foreach (var (s, i) in c.Statements.Select((s, i) => (s, i)))
        {
            if (FindAny(s.Requirement) is { } item) item.Statements.Add(new IndexedStatement(s, i, [.. Of(s.Evidence, seriesById)], Set(s.Parts), $"statement:{s.Place}"));
        }

        AddApplicability();
        var attesting = new Attesting(c, trustedRoots, assumed);
        var made = c.Decisions.OrderBy(d => d.On).ThenBy(d => d.Digest).ThenBy(d => d.Place).ToList();
        var why = new string?[made.Count];
        // Signatures are the only slow part of reading a case, and independent of each other.
        if (why.Length > 8) Parallel.For(0, why.Length, i => why[i] = attesting.WhyNot(made[i]));
        else for (var i = 0; i < why.Length; i++) why[i] = attesting.WhyNot(made[i]);
        var decisions = made.Select((d, i) => new IndexedDecision(d, i, Set(d.Parts), why[i], [.. Of(d.Facts, seriesById)])).ToList();
        foreach (var d in decisions) Attach(d);
        foreach (var risk in c.Risk?.Risks ?? [])
        {
            foreach (var treating in risk.TreatedBy) Find(treating);
        }

        CheckBridges();
        CheckInstruments();
        if (c.Product?.Classification is { Category: { } category } classification)
        {
            var known = law.Categories.FirstOrDefault(x => x.Id == category);
            if (known is null) problems.Add(new Problem(classification.Place, "case.unknown-category", $"there is no category '{category}' in Annexes III and IV", Nearest.To(category, law.Categories.Select(x => x.Id)) is { } near ? $"did you mean '{near}'?" : "write it like III-I-12"));
            else if (known.Class != classification.Class) problems.Add(new Problem(classification.Place, "case.category-class", $"category {category} is of another class than declared", "correct 'class' or 'category'"));
        }

        Modifications.Check(law, c, problems);
        foreach (var e in c.Events)
        {
            if (law.Obligations.All(o => o.Event != e.Event)) problems.Add(new Problem(e.Place, "case.unknown-event", $"'{e.Event}' triggers no obligation", $"one of {string.Join(", ", law.Obligations.Select(o => o.Event).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}"));
        }

        if (problems.Count > 0) return new(null, [.. problems.Distinct().OrderBy(p => p.Place)]);
        return new(new CaseIndex(law, c, attesting, items, series, decisions, c.Statements.Count) { Roots = trustedRoots, Editions = editions }, []);
    }

    private void AddItems()
    {
        foreach (var p in law.Points) Add(new Item { Kind = ItemKind.Point, Catalog = "cra", Id = p.Id, Title = p.Title, Digest = p.Digest, IsProcess = p.IsProcess, Tag = Tag.Law });
        foreach (var o in law.Obligations) Add(new Item { Kind = ItemKind.Obligation, Catalog = "cra", Id = o.Id, Title = o.Title, Digest = o.Digest, Tag = o.Tag, Condition = o.Condition });
        foreach (var r in law.Remainder) Add(new Item { Kind = ItemKind.Remainder, Catalog = "remainder", Id = r.Id, Title = r.Title, Digest = r.Digest, Tag = r.Tag, Condition = r.Condition });
        foreach (var group in law.Catalogs.GroupBy(x => x.Id, StringComparer.Ordinal))
        {
            if (Pinned(group.Key, [.. group]) is not { } catalog) continue;
            pinned[catalog.Id] = catalog.Edition;
            foreach (var i in catalog.Items) Add(Of(catalog, i));
        }

        foreach (var (id, pin) in c.Pins)
        {
            var known = law.Catalogs.Select(x => x.Id).Concat(c.Catalogs.Select(x => x.Id)).Distinct(StringComparer.Ordinal).ToList();
            if (!known.Contains(id, StringComparer.Ordinal)) problems.Add(new Problem(pin.Place, "case.unknown-catalog", $"neither the legal set nor this case has a catalog '{id}'", $"one of {string.Join(", ", known)}"));
        }

        foreach (var group in c.Catalogs.GroupBy(x => x.Id, StringComparer.Ordinal))
        {
            if (Pinned(group.Key, [.. group]) is not { } own) continue;
            pinned[own.Id] = own.Edition;
            foreach (var i in own.Items) Add(Of(own, i), own.Place);
        }

        foreach (var rule in law.AutomaticRules) byId.GetValueOrDefault(rule.Requirement)?.Find(i => i.Catalog == "remainder")?.Rules.Add(rule);
        var reopened = law.Modification?.Consequences.SelectMany(m => m.Reopens).ToHashSet(StringComparer.Ordinal) ?? [];
        var targets = law.Remainder.Where(r => reopened.Contains(r.Target)).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var item in items) item.IsReopened = item.Kind == ItemKind.Obligation ? reopened.Contains(item.Id) : item.Kind == ItemKind.Remainder && targets.Contains(item.Id);
        foreach (var policy in law.Methods)
        {
            if (byId.GetValueOrDefault(policy.Item)?.Find(i => i.Catalog == policy.Catalog) is { } item) item.Methods = policy.Methods;
        }
    }

    private static Item Of(Catalog catalog, CatalogItem i) => Of(catalog.Id, catalog.Edition, catalog.IsProcess, needsType: !catalog.IsProcess, i);

    private static Item Of(OwnCatalog catalog, CatalogItem i) => Of(catalog.Id, catalog.Edition, catalog.IsProcess, needsType: false, i);

    private static Item Of(string catalog, string? edition, bool isProcess, bool needsType, CatalogItem i) => new()
    {
        Kind = ItemKind.Catalog, Catalog = catalog, Edition = edition, Id = i.Id, Title = i.Title, Digest = i.Digest, IsProcess = isProcess, NeedsType = needsType, ComponentTypes = i.ComponentTypes, FirstLevel = i.FirstLevel,
    };

    private Catalog? Pinned(string id, Catalog[] editions)
    {
        if (!c.Pins.TryGetValue(id, out var pin)) return editions.Length == 1 ? editions[0] : editions.MaxBy(e => e.Edition, StringComparer.Ordinal);
        if (Array.Find(editions, e => e.Edition == pin.Edition) is { } edition) return edition;
        problems.Add(new Problem(pin.Place, "case.unknown-edition", $"the legal set has no edition '{pin.Edition}' of {id}", $"one of {string.Join(", ", editions.Select(e => e.Edition))}"));
        return null;
    }

    private OwnCatalog? Pinned(string id, OwnCatalog[] editions)
    {
        if (c.Pins.TryGetValue(id, out var pin))
        {
            if (Array.Find(editions, e => e.Edition == pin.Edition) is { } edition) return edition;
            var known = editions.Select(e => e.Edition).OfType<string>().ToList();
            problems.Add(new Problem(pin.Place, "case.unknown-edition", $"this case has no edition '{pin.Edition}' of {id}", known.Count == 0 ? $"state the edition in the catalog: edition: \"{pin.Edition}\"" : $"one of {string.Join(", ", known)}"));
            return null;
        }

        if (editions.Length == 1) return editions[0];
        problems.Add(new Problem(editions[^1].Place, "case.pin-needed", $"the catalog '{id}' stands here in several editions ({string.Join(", ", editions.Select(e => e.Edition ?? "none stated"))}), and marque.yaml pins none", $"write in marque.yaml: catalogs: {{ {id}: \"{editions.Select(e => e.Edition).OfType<string>().Max(StringComparer.Ordinal)}\" }}"));
        return null;
    }

    private void Add(Item item, Place? place = null)
    {
        if (!byId.TryGetValue(item.Id, out var same)) byId[item.Id] = same = [];
        if (same.Exists(i => i.Catalog == item.Catalog))
        {
            if (place is { } at) problems.Add(new Problem(at, "catalog.duplicate", $"the item '{item.Id}' stands twice in '{item.Catalog}'", "keep one"));
            return;
        }

        item.Number = items.Count;
        item.Fixed = new ItemVerdict?[parts.Count + 1];
        same.Add(item);
        items.Add(item);
    }

    private Item? Find(RequirementRef reference)
    {
        if (byId.TryGetValue(reference.Id.Item, out var same))
        {
            var fitting = reference.Id.Catalog is null ? same : same.FindAll(i => i.Is(reference.Id));
            if (fitting is [var own] && reference.Id.Catalog is null && own.Kind == ItemKind.Catalog && IdSpellings.LooksLegal(own.Id) && law.Catalogs.All(x => x.Id != own.Catalog))
            {
                // A later legal set may have the id too: it would then mean something else, or nothing.
                problems.Add(new Problem(reference.Place, "case.prefix-needed", $"'{own.Id}' of the catalog '{own.Catalog}' looks like an id of the legal set", $"write {own.Catalog}:{own.Id}"));
                return null;
            }

            if (fitting.Count == 1) return fitting[0];
            if (fitting.Count > 1)
            {
                problems.Add(new Problem(reference.Place, "case.ambiguous-requirement", $"'{reference.Id}' stands in several catalogs", $"write {string.Join(" or ", fitting.Select(i => $"{i.Catalog}:{i.Id}"))}"));
                return null;
            }
        }

        if (Elsewhere(reference) is { } elsewhere)
        {
            problems.Add(elsewhere);
            return null;
        }

        var near = Nearest.To(reference.Id.Item, byId.Keys);
        problems.Add(new Problem(reference.Place, "case.unknown-requirement", $"there is no requirement '{reference.Id}' in the pinned catalogs", near is null ? "write ids as the catalogs do: I.2.e, SM-9, CR 3.4 RE(2)" : $"did you mean '{near}'?"));
        return null;
    }

    private void AddApplicability()
    {
        foreach (var a in c.Risk?.Applicability ?? [])
        {
            if (FindAny(a.Requirement) is not { } item) continue;
            item.Stated = new PartSet(item.Stated.Bits | Set(a.Parts).Bits);
            if (a.Applies) continue;
            if (item.MayBeInapplicable)
            {
                item.Inapplicable.Add(new IndexedApplicability(a, Set(a.Parts), $"applicability:{a.Place}"));
                continue;
            }

            // CRA 13(3), 13(4), Annex I Part I(2) "where applicable"; rule F-8: Part I(1) and Part II know no such words.
            var (what, remedy) = item.Kind == ItemKind.Point
                ? ($"{item.Id} always applies: the law has no \"where applicable\" there (CRA Annex I, 13(4))", "state how it is met instead")
                : ($"{item.Id} always applies: its provision has no condition", "state how it is met instead");
            problems.Add(new Problem(a.Place, "applicability.never", what, remedy));
        }
    }

    private void Attach(IndexedDecision d)
    {
        var subject = d.Decision.Subject.Id;
        switch (d.Decision.Judgement)
        {
            case Judgement.Adopts when subject.Catalog != "bridge":
                problems.Add(new Problem(d.Decision.Place, "decision.subject", "a decision that adopts names a bridge", "write 'requirement: bridge:iec62443-to-cra'"));
                break;
            case Judgement.Classifies when subject.Item != "classification":
                problems.Add(new Problem(d.Decision.Place, "decision.subject", "a decision that classifies has the subject 'classification'", "write 'requirement: classification'"));
                break;
            case Judgement.Adopts or Judgement.Classifies: break;
            case Judgement.Satisfied or Judgement.NotSatisfied when subject.Catalog == "instrument":
                Known(new RequirementRef(subject, d.Decision.Subject.Place));
                break;
            default:
                if (subject.Item is not ("risk-assessment" or "classification") && subject.Catalog != "bridge") FindAny(d.Decision.Subject)?.Decisions.Add(d);
                break;
        }
    }

    private void CheckBridges()
    {
        var known = law.Bridges.Concat(c.Bridges).Select(b => b.Id).ToList();
        foreach (var a in c.Adoptions)
        {
            if (!known.Contains(a.Bridge, StringComparer.Ordinal)) problems.Add(new Problem(a.Place, "case.unknown-bridge", $"there is no bridge '{a.Bridge}'", Nearest.To(a.Bridge, known) is { } near ? $"did you mean '{near}'?" : $"one of {string.Join(", ", known)}"));
            foreach (var point in a.Points)
            {
                if (point.Id.Catalog is not (null or "cra") || law.Points.All(p => p.Id != point.Id.Item)) problems.Add(new Problem(point.Place, "case.unknown-point", $"'{point.Id}' is no point of Annex I", "write it like I.2.e or II.1"));
            }
        }

        foreach (var bridge in c.Bridges)
        {
            foreach (var point in bridge.Points)
            {
                if (law.Points.All(p => p.Id != point.Point)) problems.Add(new Problem(c.Place, "bridge.unknown-point", $"the bridge '{bridge.Id}' maps to '{point.Point}', which is no point of Annex I", "write it like I.2.e or II.1"));
                foreach (var pair in point.Pairs) Find(new RequirementRef(new RequirementId(pair.Catalog.Length == 0 ? null : pair.Catalog, pair.Item), c.Place));
            }
        }
    }

    private void Known(RequirementRef instrument)
    {
        var reference = instrument.Id.Item;
        if (law.Standards.All(s => s.Reference != reference)) problems.Add(new Problem(instrument.Place, "case.unknown-standard", $"the registry has no '{reference}'", Nearest.To(reference, law.Standards.Select(s => s.Reference)) is { } near ? $"did you mean '{near}'?" : "see 'marque standards list'"));
    }

    private void CheckInstruments()
    {
        foreach (var i in c.Instruments)
        {
            Known(new RequirementRef(new RequirementId("instrument", i.Reference), i.Place));
            if (i.Clauses is { } clauses && c.Catalogs.All(x => x.Id != clauses)) problems.Add(new Problem(i.Place, "case.unknown-clauses", $"there is no clause catalog '{clauses}' in catalogs/", "add it, or correct the id"));
            else if (i.Clauses is { } own && (c.Catalogs.FirstOrDefault(x => x.Id == own && x.Edition == pinned.GetValueOrDefault(own)) ?? c.Catalogs.First(x => x.Id == own)).For != i.Reference) problems.Add(new Problem(i.Place, "case.other-clauses", $"the catalog '{own}' does not say that it holds the clauses of {i.Reference}", $"write 'for: {i.Reference}' in the catalog, if it does"));
        }
    }

    private static IEnumerable<IndexedSeries> Of(IReadOnlyList<(string Series, Place Place)> names, Dictionary<string, IndexedSeries> known) =>
        names.Select(n => known.GetValueOrDefault(n.Series)).OfType<IndexedSeries>().Distinct();

    private PartSet Set(IReadOnlyList<string> ids)
    {
        if (ids.Count == 0) return PartSet.All;
        ulong bits = 0;
        foreach (var id in ids)
        {
            if (parts.TryGetValue(id, out var at)) bits |= 1UL << at;
        }

        return new PartSet(bits);
    }
}
