using Marque.Language;

namespace Marque.Assessments;

/// <summary>What would raise verdicts: every obstacle on the best routes, ranked by how many points it stands in the way of.</summary>
internal sealed class Steps
{
    private readonly CaseIndex index;
    private readonly List<NextStep> ranked;
    private readonly List<NextStep>[] byPoint;

    // A ground is one object wherever the item it belongs to is scored: its step is worded once.
    private readonly Dictionary<Ground, (Saying Action, string Subject)?> worded = new(ReferenceEqualityComparer.Instance);

    public Steps(CaseIndex index, IReadOnlyList<Derivation> points)
    {
        this.index = index;
        var ways = new Dictionary<(Saying Action, string Subject), (List<int> Points, List<int> Alone)>();
        for (var i = 0; i < points.Count; i++)
        {
            if (!points[i].Verdict.FallsShort()) continue;
            var found = new HashSet<(Saying Action, string Subject)>();
            Collect(points[i], found);
            foreach (var step in found)
            {
                if (!ways.TryGetValue(step, out var way)) ways[step] = way = ([], []);
                way.Points.Add(i);
                if (found.Count == 1) way.Alone.Add(i);
            }
        }

        byPoint = [.. points.Select(_ => new List<NextStep>())];
        var steps = ways.Select(w => (Step: new NextStep(w.Key.Action, w.Key.Subject, [.. w.Value.Points.Select(p => index.Law.Points[p].Id)], [.. w.Value.Alone.Select(p => index.Law.Points[p].Id)]), w.Value.Points));
        ranked = new(ways.Count);
        foreach (var (step, on) in steps.OrderByDescending(s => s.Step.Unblocks.Count).ThenByDescending(s => s.Step.Settles.Count).ThenBy(s => s.Step.Subject, StringComparer.Ordinal).ThenBy(s => s.Step.Action, StringComparer.Ordinal))
        {
            ranked.Add(step);
            foreach (var p in on) byPoint[p].Add(step);
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

    private void Collect(Derivation at, HashSet<(Saying Action, string Subject)> found)
    {
        foreach (var ground in at.Grounds)
        {
            if (!worded.TryGetValue(ground, out var step)) worded[ground] = step = Remedies.Of(index, at, ground);
            if (step is { } worth) found.Add(worth);
        }

        foreach (var branch in Cause.Branches(at)) Collect(branch, found);
    }
}
