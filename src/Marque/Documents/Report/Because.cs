using Marque.Assessments;
using Marque.Documents.Blocks;

namespace Marque.Documents.Report;

/// <summary>Grounds as words with links to what they speak of.</summary>
internal static class Because
{
    /// <summary>The sentence of a ground, with the series it names linked.</summary>
    public static IReadOnlyList<Inline> Sentence(Scope scope, Ground ground)
    {
        if (GroundText.Template(ground, scope.T) is not { } template) return [GroundText.Unknown(ground)];
        return [.. template.Pieces.Select(p => p.IsName ? Value(scope, ground, p.Text) : p.Text)];
    }

    /// <summary>The shortest answer to "why", each sentence on a line of its own.</summary>
    public static IReadOnlyList<Inline> InShort(Scope scope, Derivation why) =>
        // Where nobody has recorded anything the verdict says it all.
        why is { Grounds: [{ Rule: "no-statement" }], From.Count: 0 } ? [] : Wording.Lines(Short(scope, why));

    /// <summary>The facts that grounds refer to, linked, each with its state.</summary>
    public static IReadOnlyList<Inline> Facts(Scope scope, IEnumerable<Ground> grounds) =>
        Wording.Lines(Refs(grounds, "evidence:").Select(r => (IReadOnlyList<Inline>)[scope.State(r[9..]) is { } state ? FactWords.Mark(scope.T, state) : "", " ", scope.Series(r[9..])]));

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
        return leaf == why ? leaf.Grounds.Select(g => Sentence(scope, g)) : [scope.T.Words("report.as-weak-as", ("what", [scope.Named(leaf.What)]))];
    }

    // What a value speaks of is linked where the report tells more of it.
    private static Inline Value(Scope scope, Ground ground, string name) => name switch
    {
        "evidence" => scope.Series(ground[name]),
        "what" or "requirement" => scope.Named(ground[name]),
        _ => GroundText.Value(ground, name, scope.T),
    };
}
