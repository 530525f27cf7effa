using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;

namespace Marque.Documents.Report;

/// <summary>What applies and what does not, with reasons and risks: points (13(3), 13(4)), conditions, and the Statement of Applicability for catalog items.</summary>
internal static class ApplicabilitySection
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        if (scope.Index.Case.Risk is not { Applicability.Count: > 0 } risk) yield break;
        yield return scope.Section("applicability", "Applicability");
        yield return new Paragraph("As the risk assessment states it (", new Cite("Art. 13(3)"), ", ", new Cite("Art. 13(4)"), "). What does not apply counts only by an attested decision on these words and the risks they cite; until then it is a claim.") { IsSoft = true };
        yield return new Table("Applicability", [new("Requirement", 26) { IsKey = true }, new("Applies", 15), new("Parts", 12), new("Because", 35), new("Risks", 12)], [.. risk.Applicability.Select(a => Row(scope, a))]) { IsDense = true };
    }

    private static Row Row(Scope scope, Applicability entry)
    {
        var id = entry.Requirement.Id.Item;
        return new Row(
            [scope.Named(id), .. scope.Item(id) is { } item ? [new LineBreak(), new Run(item.Title, Setting.Soft)] : Array.Empty<Inline>()],
            [entry.Applies ? "applies" : new VerdictMark(IsDecided(scope, entry) ? Verdict.NotApplicable : Verdict.Claimed, IsDecided(scope, entry) ? "does not apply" : "does not apply, undecided")],
            [Wording.Parts(entry.Parts)],
            [entry.Because],
            [string.Join(", ", entry.Risks.Select(r => r.Risk))])
        { Facets = new(entry.Applies ? null : IsDecided(scope, entry) ? Verdict.NotApplicable.Word() : Verdict.Claimed.Word(), null, entry.Parts) };
    }

    private static bool IsDecided(Scope scope, Applicability entry) => scope.Mentions.Has($"applicability:{entry.Place}", "not-applicable");
}
