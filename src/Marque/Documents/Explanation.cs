using Marque.Assessments;

namespace Marque.Documents;

/// <summary>The derivation of one verdict, with what would raise it.</summary>
/// <param name="Id">The requirement's id; <c>risk-assessment</c>, <c>classification</c> for what is computed besides.</param>
/// <param name="Title">Its short title; null where there is none.</param>
/// <param name="Binding">Whether it binds; null where its own provision does not say.</param>
/// <param name="Why">The derivation.</param>
/// <param name="Next">What would raise it, the most useful first.</param>
public sealed record Explanation(string Id, string? Title, Binding? Binding, Derivation Why, IReadOnlyList<NextStep> Next)
{
    /// <summary>The names of what is computed besides the requirements.</summary>
    public static IReadOnlyList<string> Computed { get; } = ["risk-assessment", "classification"];

    /// <summary>The explanation of what a person names; null when nothing has that name.</summary>
    /// <param name="a">The whole assessment.</param>
    /// <param name="index">The case it was computed from.</param>
    /// <param name="asked">An id in any usual spelling, or one of <see cref="Computed"/>.</param>
    public static Explanation? Of(Assessment a, CaseIndex index, string asked)
    {
        if (asked is "risk-assessment") return new(asked, "Cybersecurity risk assessment, Article 13(2) to (4)", null, a.RiskAssessment, StepsFor(a, asked, "risk.yaml"));
        if (asked is "classification") return new(asked, "Class of the product, Articles 7 and 8", null, a.Procedures.Classification, StepsFor(a, asked));
        if (index.Resolve(asked) is not { } found) return null;
        if (found.Catalog == "cra" && a.Requirements.FirstOrDefault(r => r.Point.Id == found.Id) is { } point) return new(found.Id, found.Title, point.Binding, point.Why, a.NextOf(found.Id));
        if (found.Catalog == "cra" && a.Obligations.FirstOrDefault(o => o.Obligation.Id == found.Id) is { } obligation) return new(found.Id, found.Title, obligation.Binding, obligation.Why, StepsFor(a, found.Id));
        var (item, why) = Listed.Of(index.CatalogItems, a.Catalogs).Concat(Listed.Of(index.RemainderItems, a.Remainder)).FirstOrDefault(e => e.Item.Catalog == found.Catalog && e.Item.Id == found.Id);
        return why is null ? null : new(item!.Id, item.Title, null, why, StepsFor(a, item.Id));
    }

    private static List<NextStep> StepsFor(Assessment a, params ReadOnlySpan<string> subjects)
    {
        var steps = new List<NextStep>();
        foreach (var step in a.Next)
        {
            if (subjects.Contains(step.Subject)) steps.Add(step);
        }

        return steps;
    }
}
