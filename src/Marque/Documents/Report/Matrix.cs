using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Legal;

namespace Marque.Documents.Report;

/// <summary>The coverage matrix: the points of Annex I against the parts of the product.</summary>
internal static class Matrix
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        var a = scope.A;
        if (a.Requirements.Count == 0) yield break;
        yield return scope.Section("annex-i", "Coverage of Annex I");
        yield return new Paragraph("Essential cybersecurity requirements. Each point is as weak as its weakest part; each part takes its best route.") { IsSoft = true };
        var parts = scope.Columns;
        yield return new Table("Coverage of the points of Annex I",
            [new("Point", 6) { IsKey = true }, new("Requirement", 24), new("Verdict", 17), .. parts.Select(p => new Column(p.Id, 17)), new("What is weakest, and why", parts.Count > 0 ? 36 : 55)],
            [.. a.Requirements.Select(r => Row(scope, r))]);
    }

    private static Row Row(Scope scope, RequirementResult r) => new(
    [
        [new Link(scope.AnchorOf(r.Point.Id)!, r.Point.Id)],
        [r.Point.Title],
        [new VerdictMark(r.Verdict)],
        .. scope.Columns.Select(p => OfPart(r.Why, p.Id)),
        r.Verdict.FallsShort() ? Why(scope, r) : [],
    ]) { Facets = Wording.Facets(r.Why, Tag.Law) };

    private static IReadOnlyList<Inline> Why(Scope scope, RequirementResult r)
    {
        var why = Because.InShort(scope, r.Why);
        // What a sentence names already is not named before it.
        if (r.Weakest is not { } weakest || weakest == r.Point.Id || Causes.InShort(r.Why).Any(s => s.Contains(weakest, StringComparison.Ordinal))) return why;
        return [scope.Named(weakest), why.Count > 0 ? ": " : "", .. why];
    }

    // I.1 is computed for the product as a whole.
    private static IReadOnlyList<Inline> OfPart(Derivation why, string part) =>
        why.From.FirstOrDefault(d => d.Kind == "part" && d.Part == part) is { } own ? [new VerdictMark(own.Verdict)] : [new Run("as a whole", Setting.Soft)];
}
