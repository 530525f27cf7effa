using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Legal;

namespace Marque.Documents.Technical;

/// <summary>Annex VII(5): the harmonised standards, common specifications and schemes applied; otherwise the solutions adopted, with other technical specifications.</summary>
internal static class StandardsApplied
{
    public static AnnexItem Of(Subject subject)
    {
        var (item, scope, t) = (new AnnexItem(subject, "Annex VII(5)"), subject.Scope, subject.T);
        var day = BrusselsDay.AsOf(scope.A.AsOf);
        var applied = scope.Index.Case.Instruments.Select(i => (Applied: i, Known: scope.Index.Law.Standards.FirstOrDefault(s => s.Reference == i.Reference))).ToList();
        // Rule Y-7: harmonised is what is cited on the day, nothing else.
        var cited = applied.Where(a => a.Known?.CitationOn(day) is not null).ToList();
        if (cited.Count == 0) item.Say(new Paragraph(t.Words("tech.none-cited", ("article", [new Cite("Art. 27")]), ("day", [Wording.Text(day)]))));
        else item.Say(new Table(t["tech.cited"], [new(t["column.reference"], 30) { IsKey = true }, new(t["column.kind"], 20), new(t["column.citation"], 34), new(t["column.applied"], 16)], [.. cited.Select(c => Cited(subject, c.Applied, c.Known!, day))]) { IsDense = true, HasTitle = true });
        // Where it is applied in part, the parts are to be specified.
        foreach (var c in cited.Where(c => c.Applied.Clauses is null)) item.Lack("tech.lack.extent", "Annex VII(5)", ("standard", [c.Applied.Reference]));
        var others = applied.Where(a => a.Known?.CitationOn(day) is null).Select(a => Other(subject, a.Applied, a.Known))
            .Concat(Catalogs(subject)).ToList();
        if (others.Count > 0) item.Say(new Table(t["tech.others"], [new(t["column.reference"], 30) { IsKey = true }, new(t["column.status"], 40), new(t["column.use"], 30)], others) { IsDense = true, HasTitle = true });
        item.SayStated("Annex VII(5)");
        item.Say(new Paragraph(t["tech.solutions"]));
        return item;
    }

    private static Row Cited(Subject subject, AppliedInstrument applied, Standard standard, NodaTime.LocalDate day)
    {
        var t = subject.T;
        var citation = standard.CitationOn(day)!;
        return new Row([standard.Reference, new LineBreak(), new Run(standard.Title, Setting.Soft)], [t[$"instrument.{Kind(standard.Kind)}"]], [t.Of("tech.citation", ("act", citation.Act), ("from", Wording.Text(citation.From)))], [t[applied.Clauses is null ? "tech.applied.unstated" : "tech.applied.clauses"]]);
    }

    private static Row Other(Subject subject, AppliedInstrument applied, Standard? standard)
    {
        var t = subject.T;
        return new Row(
            [applied.Reference, .. standard is null ? Array.Empty<Inline>() : [new LineBreak(), new Run(standard.Title, Setting.Soft)]],
            [standard is null ? t["tech.not-in-registry"] : standard.Kind == InstrumentKind.CertificationScheme ? t.Of("tech.scheme", ("status", standard.Status), ("asOf", Wording.Text(standard.AsOf))) : t.Of("tech.not-cited", ("status", standard.Status), ("asOf", Wording.Text(standard.AsOf)))],
            [t[standard?.Kind == InstrumentKind.CertificationScheme ? "tech.scheme.use" : "tech.other-specification"]]);
    }

    private static IEnumerable<Row> Catalogs(Subject subject)
    {
        var (scope, t) = (subject.Scope, subject.T);
        foreach (var group in Listed.Of(scope.Index.CatalogItems, scope.A.Catalogs).GroupBy(e => e.Item.Catalog, StringComparer.Ordinal))
        {
            var catalog = scope.Index.Law.Catalogs.FirstOrDefault(c => c.Id == group.Key);
            var stated = group.Count(e => e.Item.Statements.Count > 0);
            yield return new Row([catalog?.Title ?? group.Key], [t.Of("tech.catalog.stated", ("stated", Wording.Number(stated)), ("all", Wording.Number(group.Count())))], [t[scope.Index.Case.Adoptions.Count > 0 ? "tech.catalog.bridged" : "tech.catalog.own"]]);
        }
    }

    private static string Kind(InstrumentKind kind) => kind switch
    {
        InstrumentKind.HarmonisedStandard => "harmonised-standard",
        InstrumentKind.CommonSpecification => "common-specification",
        InstrumentKind.CertificationScheme => "certification-scheme",
        _ => "other",
    };
}
