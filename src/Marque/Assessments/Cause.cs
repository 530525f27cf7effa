namespace Marque.Assessments;

/// <summary>Finds the first cause of a verdict: down the weakest branch to the leaf that decides it.</summary>
public static class Cause
{
    /// <summary>The leaf that decides a verdict that falls short; null when it does not.</summary>
    public static Derivation? Of(Derivation why)
    {
        if (!why.Verdict.FallsShort()) return null;
        var at = why;
        while (Branches(at) is { Count: > 0 } branches && Weakest.Of(branches) is { Cause: { } cause }) at = cause;
        return at;
    }

    /// <summary>What a verdict stands on: of a part's routes the best one, of anything else all that is scored. Empty at a leaf.</summary>
    internal static IReadOnlyList<Derivation> Branches(Derivation at)
    {
        if (at.From.Count == 0) return [];
        if (at.From.FirstOrDefault(d => d.Kind == "contradiction") is { } contradiction) return [contradiction];
        var routes = at.From.Where(d => d.Kind == "route").ToList();
        if (routes.Count > 0) return [BestRoute(routes)];
        var instruments = at.From.Where(d => d.Kind == "instrument").ToList();
        // A route that is capped from outside (not adopted, contradicted) is itself the cause.
        if (instruments.Count > 0) return [instruments.MaxBy(d => d.Verdict)!];
        var scored = at.From.Where(d => !d.IsShownOnly && d.Verdict.FallsShort()).ToList();
        return scored;
    }

    /// <summary>The best route; of equals one that the manufacturer can raise (a citation is not in its hands), then the one with the fewest obstacles.</summary>
    internal static Derivation BestRoute(IReadOnlyList<Derivation> routes)
    {
        var best = routes.Max(r => r.Verdict);
        return routes.Where(r => r.Verdict == best).MinBy(r => (r.What == "standard" ? 1 : 0, Obstacles(r)))!;
    }

    // An instrument that is not in effect is nothing a manufacturer can clear away.
    private static int Obstacles(Derivation route) => route is { What: "standard", Verdict: Verdict.Open } ? int.MaxValue : Math.Max(1, route.From.Count(d => !d.IsShownOnly && d.Verdict.FallsShort()));
}
