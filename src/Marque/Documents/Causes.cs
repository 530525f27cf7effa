using Marque.Assessments;
using Marque.Language;

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

    /// <summary>The shortest answer to "why", in English: the sentences of the leaf that decides.</summary>
    /// <param name="derivation">The derivation.</param>
    public static IReadOnlyList<string> InShort(Derivation derivation) => InShort(derivation, Texts.English);

    /// <summary>The same in a language.</summary>
    /// <param name="derivation">The derivation.</param>
    /// <param name="texts">The language.</param>
    public static IReadOnlyList<string> InShort(Derivation derivation, Texts texts)
    {
        var leaf = Leaf(derivation);
        List<string> sentences = [.. Telling(leaf).Select(g => GroundText.Of(g, texts))];
        if (sentences.Count > 0) return sentences;
        // What is derived elsewhere in the assessment is named, not derived again.
        return leaf == derivation ? [.. leaf.Grounds.Select(g => GroundText.Of(g, texts))] : [texts.Of("report.as-weak-as", ("what", Spoken.Say(leaf.What, texts)))];
    }

    /// <summary>The leaf that decides.</summary>
    internal static Derivation Leaf(Derivation derivation)
    {
        var at = derivation;
        while (Next(at) is { } next) at = next;
        return at;
    }

    /// <summary>The grounds of a leaf that say more than where to look, each sentence once.</summary>
    internal static IReadOnlyList<Ground> Telling(Derivation leaf) => [.. leaf.Grounds.Where(g => g.Rule is not ("weakest" or "weakest-part" or "best-route")).DistinctBy(GroundText.Of, StringComparer.Ordinal)];

    // Below a verdict that falls short, what decides it; below another, the first of its kind stands for all.
    private static Derivation? Next(Derivation at)
    {
        if (!at.Verdict.FallsShort()) return at.From.FirstOrDefault(d => !d.IsShownOnly && d.Verdict == at.Verdict);
        return Cause.Branches(at) is { Count: > 0 } branches ? Weakest.Of(branches).Cause : null;
    }
}
