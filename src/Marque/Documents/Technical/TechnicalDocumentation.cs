using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Documents.Report;

namespace Marque.Documents.Technical;

/// <summary>The technical documentation, Article 31, in the order of Annex VII: each item filled from the case and its facts, or saying what is missing and which paragraph asks for it.</summary>
internal static class TechnicalDocumentation
{
    public static Document Of(Subject subject)
    {
        var (scope, t) = (subject.Scope, subject.T);
        List<AnnexItem> items = [.. GeneralDescription.Of(subject), .. DesignAndProcesses.Of(subject), Assessed.Risks(subject), Assessed.Support(subject), StandardsApplied.Of(subject), TestReports.Of(subject), TestReports.Declaration(subject), TestReports.Sbom(subject)];
        List<Block> opening =
        [
            new Paragraph(t.Words("tech.opening", ("article", [new Cite("Art. 31")]), ("annex", [new Cite("Annex VII")]))),
            .. Opening.Of(scope, subject.Program),
            Index(subject, items),
        ];
        List<Block> body = [];
        foreach (var chapter in items.GroupBy(i => i.Label[..1], StringComparer.Ordinal)) body.AddRange(Chapter(subject, chapter.Key, [.. chapter]));
        body.AddRange([.. FactsSection.Of(scope), .. DecisionsSection.Of(scope), .. ObligationsSection.Of(scope), .. CatalogsSection.Of(scope), .. RemainderSection.Of(scope), .. Legend.Of(scope)]);
        return subject.Document("technical", opening, body) with { HasContents = true };
    }

    private static Table Index(Subject subject, List<AnnexItem> items)
    {
        var t = subject.T;
        return new Table(t["tech.index"], [new(t["column.item"], 8) { IsKey = true }, new(t["column.content"], 50), new(t["column.holds"], 24), new(t["column.obligation"], 18)],
            [.. items.Select(i => new Row(
                [new Link(i.Id, i.Label)],
                [i.Title],
                i.Lacking == 0 ? [t["tech.holds"]] : [new VerdictMark(Verdict.Open, t.Of("tech.lacks", ("count", Wording.Number(i.Lacking))))],
                [i.Result is { } result ? new VerdictMark(result.Verdict) : new Run("")]))]) { HasTitle = true, IsDense = true };
    }

    private static IEnumerable<Block> Chapter(Subject subject, string number, List<AnnexItem> items)
    {
        var t = subject.T;
        var single = items is [{ Label.Length: 1 }];
        yield return new Heading(2, single ? items[0].Id : $"annex-vii-{number}", $"{number}. {(single ? items[0].Title : t[$"tech.{number}"])}");
        foreach (var item in items)
        {
            if (!single) yield return new Heading(3, item.Id, $"{item.Label} {item.Title}");
            foreach (var block in item.Blocks) yield return block;
            if (item.Provision == "Annex VII(5)") foreach (var block in PointEntries.Of(subject.Scope, withDerivation: false).Skip(1)) yield return block;
        }
    }
}
