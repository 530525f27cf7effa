using Marque.Assessments;
using Marque.Comparisons;

namespace Marque.Documents;

/// <summary>A verdict that differs between two assessments of one case.</summary>
/// <param name="Id">The requirement; or <c>risk-assessment</c>, <c>classification</c>.</param>
/// <param name="Title">Its short title.</param>
/// <param name="Was">The verdict before.</param>
/// <param name="Now">The verdict after.</param>
public sealed record Moved(string Id, string Title, Verdict Was, Verdict Now)
{
    private static readonly string[] Order = ["catalog", "remainder", "check", "point", "obligation"];

    /// <summary>The verdicts that moved: items of the catalogs first, then what is computed from them.</summary>
    /// <param name="before">The assessment before.</param>
    /// <param name="beforeIndex">The case it was computed from.</param>
    /// <param name="after">The assessment after.</param>
    /// <param name="afterIndex">The case it was computed from.</param>
    public static IReadOnlyList<Moved> Between(Assessment before, CaseIndex beforeIndex, Assessment after, CaseIndex afterIndex)
    {
        var was = Entry.Of(beforeIndex, before).ToDictionary(e => e.Key, e => e.Why.Verdict);
        return [.. Entry.Of(afterIndex, after).Where(e => was.TryGetValue(e.Key, out var old) && old != e.Why.Verdict).OrderBy(e => Array.IndexOf(Order, e.Kind)).Select(e => new Moved(e.Id, e.Title, was[e.Key], e.Why.Verdict))];
    }
}
