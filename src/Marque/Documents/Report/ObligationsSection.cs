using Marque.Assessments;
using Marque.Documents.Blocks;

namespace Marque.Documents.Report;

/// <summary>The obligations beyond Annex I of the case's role.</summary>
internal static class ObligationsSection
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        if (scope.A.Obligations.Count == 0) yield break;
        yield return scope.Section("obligations", "Obligations beyond Annex I");
        yield return new Paragraph("What does not bind yet is readiness.") { IsSoft = true };
        yield return new Table("Obligations beyond Annex I", [new("Provision", 15) { IsKey = true }, new("Obligation", 30), new("Verdict", 14), new("Because", 23), new("Binds", 10), new("Tag", 8)],
            [.. scope.A.Obligations.Select(o => new Row(
                [o.Obligation.Id],
                [o.Obligation.Title],
                [new VerdictMark(o.Verdict)],
                Because.InShort(scope, o.Why),
                [o.Binding.From()],
                [new TagMark(o.Obligation.Tag)]) { Id = scope.AnchorOf(o.Obligation.Id), Facets = Wording.Facets(o.Why, o.Obligation.Tag) })]) { IsDense = true };
    }
}
