using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Documents.Report;

/// <summary>What a point's verdict rests on: the leaves below the best route of each part, flat, so that it is one step to the fact.</summary>
internal static class RestsOn
{
    /// <summary>The leaves, in the order of the derivation, without what does not apply or is only shown.</summary>
    public static IReadOnlyList<Derivation> Leaves(Derivation why)
    {
        var leaves = new List<Derivation>();
        Collect(why, leaves);
        // What treats several risks stands once.
        return [.. leaves.DistinctBy(d => (d.What, d.Part, d.Kind == "contradiction"))];
    }

    public static Table Table(Scope scope, string point, IReadOnlyList<Derivation> leaves)
    {
        var byPart = leaves.Any(d => d.Part is not null);
        return new Table(scope.T.Of("report.rests-on", ("point", point)),
            [new(scope.T["word.requirement"], 20) { IsKey = true }, .. byPart ? [new Column(scope.T["word.part"], 12)] : Array.Empty<Column>(), new(scope.T["word.verdict"], 14), new(scope.T["word.because"], 30), new(scope.T["report.facts"], 16), new(scope.T["report.rests-on.decided"], 15)],
            [.. leaves.Select(d => new Row(
            [
                [d.Kind == "contradiction" ? scope.Series(d.What) : d.What == "risk assessment" ? new Link(scope.Prefix + "risk", Spoken.Say(d.What, scope.T)) : scope.Named(d.What), .. Title(scope, d)],
                .. byPart ? [[d.Part ?? ""]] : Array.Empty<IReadOnlyList<Inline>>(),
                [new VerdictMark(d.Verdict)],
                Wording.Lines(d.Grounds.DistinctBy(GroundText.Of, StringComparer.Ordinal).Select(g => Because.Sentence(scope, g))),
                Because.Facts(scope, [.. d.Grounds, .. Named(scope, d)]),
                Because.Decisions(scope, d.Grounds),
            ]) { Facets = new(d.Verdict.Word(), d.Tag is { } tag ? tag.Word() : null, d.Part is { } part ? [part] : []) })]) { IsDense = true, HasTitle = true };
    }

    private static IReadOnlyList<Inline> Title(Scope scope, Derivation d) => scope.Item(d.What) is { } item ? [new LineBreak(), new Run(scope.Title(item), Setting.Soft)] : [];

    // Where a verdict rests on nothing but a statement, the evidence that the statement names.
    private static IEnumerable<Ground> Named(Scope scope, Derivation d)
    {
        if (d.Kind == "contradiction" || Because.Refs(d.Grounds, "evidence:").Any() || scope.Item(d.What) is not { } item) yield break;
        var part = d.Part is null ? -1 : scope.Index.Parts.ToList().FindIndex(p => p.Id == d.Part);
        foreach (var s in item.AllStatements.Where(s => s.Parts.Has(part) && d.Grounds.Any(g => g.Refs.Contains(s.Ref, StringComparer.Ordinal))))
        {
            yield return new Ground("named", [.. s.Evidence.Select(e => e.Ref)]);
        }
    }

    private static void Collect(Derivation at, List<Derivation> leaves)
    {
        if (at.IsShownOnly || at.Verdict == Verdict.NotApplicable) return;
        leaves.AddRange(at.From.Where(d => d.Kind == "contradiction"));
        var routes = at.From.Where(d => d.Kind == "route").ToList();
        if (routes.Count > 0)
        {
            Collect(Cause.BestRoute(routes), leaves);
            return;
        }

        // The checks of the risk assessment have a section of their own.
        if (at.From.Count == 0 || at.What == "risk assessment") leaves.Add(at);
        else if (at.From.Where(d => d.Kind == "instrument").MaxBy(d => d.Verdict) is { } instrument) Collect(instrument, leaves);
        else foreach (var from in at.From) Collect(from, leaves);
    }
}
