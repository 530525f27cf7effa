using Marque.Assessments;
using Marque.Legal;

namespace Marque.Comparisons;

/// <summary>One verdict of an assessment, with what it is of.</summary>
internal sealed record Entry(string Kind, string Catalog, string Id, string Title, Tag Tag, Derivation Why)
{
    /// <summary>What tells it from the others of its assessment.</summary>
    public (string, string, string) Key => (Kind, Catalog, Id);

    /// <summary>Every verdict of an assessment: points, obligations, checks, items of catalogs and of the remainder.</summary>
    public static List<Entry> Of(CaseIndex index, Assessment a) =>
        [
            .. a.Requirements.Select(r => new Entry("point", "cra", r.Point.Id, r.Point.Title, Tag.Law, r.Why)),
            .. a.Obligations.Select(o => new Entry("obligation", "cra", o.Obligation.Id, o.Obligation.Title, o.Obligation.Tag, o.Why)),
            new Entry("check", "", "risk-assessment", "Cybersecurity risk assessment", Tag.Law, a.RiskAssessment),
            new Entry("check", "", "classification", "Classification", Tag.Law, a.Procedures.Classification),
            .. index.CatalogItems.Zip(a.Catalogs, (i, why) => new Entry("catalog", i.Catalog, i.Id, i.Title, Tag.Standard, why)),
            .. index.RemainderItems.Zip(a.Remainder, (i, why) => new Entry("remainder", i.Catalog, i.Id, i.Title, i.Tag ?? Tag.Law, why)),
        ];
}
