namespace Marque.Assessments;

/// <summary>The routes of a point over its parts.</summary>
internal static class RouteSummary
{
    private static readonly string[] Order = ["standard", "bridge", "direct", "computed"];

    public static IReadOnlyList<RouteResult> Of(Derivation point)
    {
        var parts = point.From.Where(d => d.Kind == "part").ToList();
        var holders = parts.Count > 0 ? parts : [point];
        return [.. holders.SelectMany(h => h.From).Where(d => d.Kind == "route")
            .GroupBy(d => d.What, StringComparer.Ordinal)
            .OrderBy(g => Array.IndexOf(Order, g.Key) is var at && at < 0 ? Order.Length : at).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g =>
            {
                var (verdict, cause) = Weakest.Of([.. g]);
                return new RouteResult(g.Key, verdict ?? Verdict.NotApplicable, cause is null ? null : Cause.Of(cause)?.What);
            })];
    }
}
