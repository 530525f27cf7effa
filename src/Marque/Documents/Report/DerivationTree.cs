using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Documents.Report;

/// <summary>A derivation as a tree, from the verdict over parts and routes down to facts with their digests and what their check found.</summary>
internal static class DerivationTree
{
    public static Tree Of(Scope scope, Derivation why, string label) => new(label, [Node(scope, why, isRoot: true)]);

    private static Node Node(Scope scope, Derivation d, bool isRoot)
    {
        var children = new List<Node>();
        foreach (var from in d.From) children.Add(Node(scope, from, isRoot: false));
        if (d.From.Count == 0)
        {
            foreach (var reference in Because.Refs(d.Grounds, "evidence:")) children.Add(Fact(scope, reference[9..]));
        }

        return new Node(Head(scope, d, isRoot), [.. d.Grounds.Select(g => Line(scope, g))], children);
    }

    private static List<Inline> Head(Scope scope, Derivation d, bool isRoot)
    {
        var head = new List<Inline> { new VerdictMark(d.Verdict), "  " };
        switch (d.Kind)
        {
            case "part": head.Add(new Run(scope.T.Of("report.tree.part", ("part", d.Part ?? "")), Setting.Strong)); break;
            case "route": head.Add(new Run(scope.T.Of("report.tree.route", ("route", Spoken.Say(d.What, scope.T))), Setting.Strong)); break;
            case "contradiction": head.AddRange(scope.T.Words("report.tree.contradiction", ("evidence", [scope.Series(d.What)]))); break;
            default:
                head.Add(isRoot ? new Run(Spoken.Say(d.What, scope.T), Setting.Strong) : scope.Named(d.What));
                if (scope.Item(d.What) is { } item) head.Add(new Run($" {scope.Title(item)}", Setting.Soft));
                break;
        }

        if (d.Tag is { } tag) head.AddRange([" ", new TagMark(tag)]);
        if (d.IsShownOnly) head.Add(new Run($" {scope.T["report.tree.shown-only"]}", Setting.Soft));
        return head;
    }

    private static List<Inline> Line(Scope scope, Ground ground)
    {
        var line = new List<Inline>(Because.Sentence(scope, ground));
        foreach (var decision in Because.Refs([ground], "decision:").Select(scope.Decision).OfType<IndexedDecision>()) line.AddRange([" · ", .. scope.T.Words("report.tree.decision", ("on", [new Link(scope.AnchorOf(decision.Ref)!, Wording.Text(decision.Decision.On))]))]);
        foreach (var place in References.PlacesOf(scope.Index, ground).Distinct().Take(2)) line.AddRange([" ", new Run(place.ToString(), Setting.Code)]);
        return line;
    }

    private static Node Fact(Scope scope, string series)
    {
        if (scope.State(series) is not { } state) return new Node([series], [], []);
        var head = new List<Inline> { FactWords.Mark(scope.T, state), "  " };
        head.AddRange(scope.T.Words("report.tree.fact", ("evidence", [scope.Series(series)])));
        if (state.Current is { } current) head.AddRange([" sha256 ", new Run(current.Sha256.Short, Setting.Code)]);
        var lines = new List<IReadOnlyList<Inline>>();
        if (state.Check is { } check && FactWords.Counts(check) is { Length: > 0 } counts) lines.Add([scope.T.Of("report.tree.found", ("counts", counts))]);
        foreach (var ground in state.Grounds.Where(g => g.Rule != "sound")) lines.Add(Because.Sentence(scope, ground));
        return new Node(head, lines, []);
    }
}
