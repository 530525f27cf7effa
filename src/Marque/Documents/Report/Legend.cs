using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Legal;

namespace Marque.Documents.Report;

/// <summary>What the words mean.</summary>
internal static class Legend
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        var t = scope.T;
        yield return scope.Section("words", t["report.legend"]);
        yield return new Table(t["report.legend.verdicts"], [new(t["word.verdict"], 20) { IsKey = true }, new(t["report.legend.means"], 80)], [.. Enum.GetValues<Verdict>().OrderBy(Order).Select(v => new Row([new VerdictMark(v)], [t[$"means.{v.Word()}"]]))]) { IsDense = true, HasTitle = true };
        yield return new Table(t["report.legend.tags"], [new(t["word.tag"], 20) { IsKey = true }, new(t["report.legend.rests-on"], 80)], [.. Enum.GetValues<Tag>().Select(tag => new Row([new TagMark(tag)], [t[$"rests-on.{tag.Word().ToLowerInvariant()}"]]))]) { IsDense = true, HasTitle = true };
    }

    // The best first; what is neutral last.
    private static int Order(Verdict verdict) => verdict <= Verdict.Presumed ? -(int)verdict : (int)verdict;
}
