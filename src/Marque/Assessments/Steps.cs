namespace Marque.Assessments;

/// <summary>What would raise verdicts: every obstacle on the best routes, ranked by how many points it stands in the way of.</summary>
internal sealed class Steps
{
    private readonly CaseIndex index;
    private readonly List<List<(string Action, string Subject)>> byPoint = [];
    private readonly List<NextStep> ranked;

    public Steps(CaseIndex index, IReadOnlyList<Derivation> points)
    {
        this.index = index;
        foreach (var point in points)
        {
            var found = new List<(string, string)>();
            if (point.Verdict.FallsShort()) Collect(point, found);
            byPoint.Add([.. found.Distinct()]);
        }

        ranked = [.. byPoint.SelectMany((steps, i) => steps.Select(s => (Step: s, Point: index.Law.Points[i].Id, Alone: steps.Count == 1)))
            .GroupBy(x => x.Step)
            .Select(g => new NextStep(g.Key.Action, g.Key.Subject, [.. g.Select(x => x.Point).Distinct(StringComparer.Ordinal)], [.. g.Where(x => x.Alone).Select(x => x.Point)]))
            .OrderByDescending(s => s.Unblocks.Count).ThenByDescending(s => s.Settles.Count).ThenBy(s => s.Subject, StringComparer.Ordinal).ThenBy(s => s.Action, StringComparer.Ordinal)];
    }

    public IReadOnlyList<NextStep> All() => ranked;

    /// <summary>The steps of one point, those that help most points first.</summary>
    public IReadOnlyList<NextStep> Of(int point) => [.. ranked.Where(s => byPoint[point].Contains((s.Action, s.Subject)))];

    private void Collect(Derivation at, List<(string, string)> found)
    {
        foreach (var ground in at.Grounds)
        {
            if (Remedies.Of(index, at, ground) is { } step) found.Add(step);
        }

        foreach (var branch in Cause.Branches(at)) Collect(branch, found);
    }
}
