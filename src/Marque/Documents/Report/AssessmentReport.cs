using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Text;

namespace Marque.Documents.Report;

/// <summary>The report of an assessment: everything it rests on, from the verdict of each point down to the facts with their digests.</summary>
public static class AssessmentReport
{
    /// <summary>Composes the report.</summary>
    /// <param name="assessments">The assessments, at least one; several releases follow each other.</param>
    /// <param name="index">The case they were computed from.</param>
    /// <param name="seen">What was seen of its facts.</param>
    /// <param name="program">The version of the program.</param>
    /// <param name="files">Where the bytes of facts lie beside the report, relative to it, by series and registered digest; null: they do not.</param>
    /// <param name="language">The language of its words; null: English.</param>
    /// <returns>The document.</returns>
    public static Document Compose(IReadOnlyList<Assessment> assessments, CaseIndex index, Observations seen, string program, IReadOnlyDictionary<(string Series, Digest Sha256), string>? files = null, Texts? language = null)
    {
        var texts = language ?? Texts.English;
        var several = assessments.Count > 1;
        var scopes = assessments.Select((a, i) => new Scope(a, index, seen, texts, several ? $"r{i + 1}-" : "", files)).ToList();
        var first = scopes[0];
        var subject = several || first.A.Release is null ? first.A.Product.Name : OfRelease(first);
        var opening = new List<Block> { new Heading(1, "top", subject) };
        if (several) opening.Add(new ItemList([.. scopes.Select(s => (IReadOnlyList<Block>)[new Paragraph(new Link($"{s.Prefix}release", texts.Of("report.release", ("release", s.A.Release ?? ""))))])]));
        else opening.AddRange(Opening.Of(first, program));
        var body = new List<Block>();
        foreach (var scope in scopes)
        {
            if (several)
            {
                if (body.Count > 0) body.Add(new PageBreak());
                body.Add(new Heading(1, $"{scope.Prefix}release", OfRelease(scope)));
                body.AddRange(Opening.Of(scope, program));
            }

            body.AddRange(Sections(scope));
        }

        return new Document(texts.Of("report.title", ("subject", subject)), texts.Language, opening, body, Closing.Of(texts));
    }

    private static string OfRelease(Scope scope) => scope.T.Of("report.subject", ("product", scope.A.Product.Name), ("release", scope.A.Release ?? ""));

    private static IEnumerable<Block> Sections(Scope scope) =>
        [
            .. Matrix.Of(scope), .. NextSteps.Of(scope), .. PointEntries.Of(scope), .. ProductSection.Of(scope), .. ProceduresSection.Of(scope), .. RiskSection.Of(scope), .. ApplicabilitySection.Of(scope),
            .. ObligationsSection.Of(scope), .. CatalogsSection.Of(scope), .. RemainderSection.Of(scope), .. FactsSection.Of(scope), .. DecisionsSection.Of(scope), .. Legend.Of(scope),
        ];
}
