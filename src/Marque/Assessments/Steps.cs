namespace Marque.Assessments;

/// <summary>What would raise verdicts: every obstacle on the best routes, ranked by how many points it stands in the way of.</summary>
internal sealed class Steps
{
    private readonly CaseIndex index;
    private readonly List<NextStep> ranked;
    private readonly List<NextStep>[] byPoint;

    // A ground is one object wherever the item it belongs to is scored: its step is worded once.
    private readonly Dictionary<Ground, (string Action, string Subject)?> worded = new(ReferenceEqualityComparer.Instance);

    public Steps(CaseIndex index, IReadOnlyList<Derivation> points)
    {
        this.index = index;
        var ways = new Dictionary<(string Action, string Subject), (List<int> Points, List<int> Alone)>();
        for (var i = 0; i < points.Count; i++)
        {
            if (!points[i].Verdict.FallsShort()) continue;
            var found = new HashSet<(string Action, string Subject)>();
            Collect(points[i], found);
            foreach (var step in found)
            {
                if (!ways.TryGetValue(step, out var way)) ways[step] = way = ([], []);
                way.Points.Add(i);
                if (found.Count == 1) way.Alone.Add(i);
            }
        }

        byPoint = [.. points.Select(_ => new List<NextStep>())];
        ranked = new(ways.Count);
        foreach (var (step, way) in ways.OrderByDescending(w => w.Value.Points.Count).ThenByDescending(w => w.Value.Alone.Count).ThenBy(w => w.Key.Subject, StringComparer.Ordinal).ThenBy(w => w.Key.Action, StringComparer.Ordinal))
        {
            var next = new NextStep(step.Action, step.Subject, [.. way.Points.Select(p => index.Law.Points[p].Id)], [.. way.Alone.Select(p => index.Law.Points[p].Id)]);
            ranked.Add(next);
            foreach (var p in way.Points) byPoint[p].Add(next);
        }
    }

    /// <summary>All steps, the most useful first.</summary>
    public IReadOnlyList<NextStep> All() => ranked;

    /// <summary>The steps of one point, those that help most points first.</summary>
    public IReadOnlyList<NextStep> Of(string point)
    {
        for (var i = 0; i < byPoint.Length; i++)
        {
            if (index.Law.Points[i].Id == point) return byPoint[i];
        }

        return [];
    }

    private void Collect(Derivation at, HashSet<(string Action, string Subject)> found)
    {
        foreach (var ground in at.Grounds)
        {
            if (!worded.TryGetValue(ground, out var step)) worded[ground] = step = Remedies.Of(index, at, ground);
            if (step is { } worth) found.Add(worth);
        }

        foreach (var branch in Cause.Branches(at)) Collect(branch, found);
    }
}
