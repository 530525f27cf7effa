using Marque.Assessments;
using Marque.Documents.Blocks;

namespace Marque.Documents.Report;

/// <summary>Grounds as words with links to what they speak of.</summary>
internal static class Because
{
    /// <summary>The sentence of a ground, with the series it names linked.</summary>
    public static IReadOnlyList<Inline> Sentence(Scope scope, Ground ground)
    {
        var text = GroundText.Of(ground);
        var series = ground["evidence"];
        if (series.Length > 0 && text.StartsWith(series + ":", StringComparison.Ordinal)) return [scope.Series(series), text[series.Length..]];
        if (series.Length > 0 && text.EndsWith(" " + series, StringComparison.Ordinal)) return [text[..^series.Length], scope.Series(series)];
        var what = ground["what"] is { Length: > 0 } weakest ? weakest : ground["requirement"];
        return what.Length > 0 && scope.AnchorOf(what) is not null && text.IndexOf(what, StringComparison.Ordinal) is var at and >= 0
            ? [text[..at], scope.Named(what), text[(at + what.Length)..]]
            : [text];
    }

    /// <summary>The shortest answer to "why", each sentence on a line of its own.</summary>
    public static IReadOnlyList<Inline> InShort(Scope scope, Derivation why) =>
        // Where nobody has recorded anything the verdict says it all.
        why is { Grounds: [{ Rule: "no-statement" }], From.Count: 0 } ? [] : Wording.Lines(Short(scope, why));

    /// <summary>The facts that grounds refer to, linked, each with its state.</summary>
    public static IReadOnlyList<Inline> Facts(Scope scope, IEnumerable<Ground> grounds) =>
        Wording.Lines(Refs(grounds, "evidence:").Select(r => (IReadOnlyList<Inline>)[scope.State(r[9..]) is { } state ? FactWords.Mark(state) : "", " ", scope.Series(r[9..])]));

    /// <summary>Who decided and when, linked to the decision.</summary>
    public static IReadOnlyList<Inline> Decisions(Scope scope, IEnumerable<Ground> grounds) =>
        Wording.Lines(Refs(grounds, "decision:").Select(scope.Decision).OfType<IndexedDecision>().Select(d => (IReadOnlyList<Inline>)[new Link(scope.AnchorOf(d.Ref)!, Wording.Text(d.Decision.On)), $" {d.Decision.By}"]));

    public static IEnumerable<string> Refs(IEnumerable<Ground> grounds, string prefix) =>
        grounds.SelectMany(g => g.Refs).Where(r => r.StartsWith(prefix, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<IReadOnlyList<Inline>> Short(Scope scope, Derivation why)
    {
        var leaf = Causes.Leaf(why);
        var grounds = Causes.Telling(leaf);
        if (grounds.Count > 0) return grounds.Select(g => Sentence(scope, g));
        return leaf == why ? leaf.Grounds.Select(g => Sentence(scope, g)) : [["as weak as ", scope.Named(leaf.What)]];
    }
}
