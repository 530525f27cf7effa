using Marque.Assessments;

namespace Marque.Documents;

/// <summary>A verdict that differs between two assessments of one case.</summary>
/// <param name="Id">The requirement; or <c>risk-assessment</c>, <c>classification</c>.</param>
/// <param name="Title">Its short title.</param>
/// <param name="Was">The verdict before.</param>
/// <param name="Now">The verdict after.</param>
public sealed record Moved(string Id, string Title, Verdict Was, Verdict Now)
{
    /// <summary>The verdicts that moved: items of the catalogs first, then what is computed from them.</summary>
    /// <param name="before">The assessment before.</param>
    /// <param name="beforeIndex">The case it was computed from.</param>
    /// <param name="after">The assessment after.</param>
    /// <param name="afterIndex">The case it was computed from.</param>
    public static IReadOnlyList<Moved> Between(Assessment before, CaseIndex beforeIndex, Assessment after, CaseIndex afterIndex)
    {
        var was = All(before, beforeIndex).ToDictionary(v => (v.Kind, v.Id), v => v.Verdict);
        return [.. All(after, afterIndex).Where(v => was.TryGetValue((v.Kind, v.Id), out var old) && old != v.Verdict).Select(v => new Moved(v.Id, v.Title, was[(v.Kind, v.Id)], v.Verdict))];
    }

    private static IEnumerable<(string Kind, string Id, string Title, Verdict Verdict)> All(Assessment a, CaseIndex index) =>
    [
        .. Listed.Of(index.CatalogItems, a.Catalogs).Select(l => (l.Item.Catalog, l.Item.Id, l.Item.Title, l.Why.Verdict)),
        .. Listed.Of(index.RemainderItems, a.Remainder).Select(l => ("remainder", l.Item.Id, l.Item.Title, l.Why.Verdict)),
        ("", "risk-assessment", "Cybersecurity risk assessment", a.RiskAssessment.Verdict),
        ("", "classification", "Class of the product", a.Procedures.Classification.Verdict),
        .. a.Requirements.Select(r => ("point", r.Point.Id, r.Point.Title, r.Verdict)),
        .. a.Obligations.Select(o => ("obligation", o.Obligation.Id, o.Obligation.Title, o.Verdict)),
    ];
}
