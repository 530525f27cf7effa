using Marque.Assessments;

namespace Marque.Documents;

/// <summary>The grounds that lead from a verdict down to its first cause, without the rest of the tree.</summary>
public static class Causes
{
    // Enough for the way from a point to an input; a hostile case cannot make a page of one entry.
    private const int MaxGrounds = 12;

    /// <summary>The grounds, outermost first, each sentence once.</summary>
    /// <param name="derivation">The derivation.</param>
    public static IReadOnlyList<Ground> Of(Derivation derivation)
    {
        var grounds = new List<Ground>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = derivation; at is not null; at = Next(at))
        {
            foreach (var ground in at.Grounds)
            {
                if (grounds.Count < MaxGrounds && seen.Add(GroundText.Of(ground))) grounds.Add(ground);
            }
        }

        return grounds;
    }

    /// <summary>The shortest answer to "why": the sentences of the leaf that decides.</summary>
    /// <param name="derivation">The derivation.</param>
    public static IReadOnlyList<string> InShort(Derivation derivation)
    {
        var at = derivation;
        while (Next(at) is { } next) at = next;
        List<string> sentences = [.. at.Grounds.Where(g => g.Rule is not ("weakest" or "weakest-part" or "best-route")).Select(GroundText.Of).Distinct(StringComparer.Ordinal)];
        if (sentences.Count > 0) return sentences;
        // What is derived elsewhere in the assessment is named, not derived again.
        return at == derivation ? [.. at.Grounds.Select(GroundText.Of)] : [$"as weak as {at.What}"];
    }

    // Below a verdict that falls short, what decides it; below another, the first of its kind stands for all.
    private static Derivation? Next(Derivation at)
    {
        if (!at.Verdict.FallsShort()) return at.From.FirstOrDefault(d => !d.IsShownOnly && d.Verdict == at.Verdict);
        return Cause.Branches(at) is { Count: > 0 } branches ? Weakest.Of(branches).Cause : null;
    }
}
