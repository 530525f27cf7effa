using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Documents.Pages;
using Marque.Documents.Registers;
using Marque.Documents.Report;
using Marque.Documents.Technical;
using Marque.Documents.Users;
using Marque.Language;
using Marque.Text;

namespace Marque.Documents;

/// <summary>The forms a document can take.</summary>
[Flags]
public enum Forms
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A web page.</summary>
    Html = 1,

    /// <summary>PDF.</summary>
    Pdf = 2,

    /// <summary>An Office text document.</summary>
    Docx = 4,

    /// <summary>An Office workbook.</summary>
    Xlsx = 8,

    /// <summary>Markdown.</summary>
    Markdown = 16,

    /// <summary>Every form.</summary>
    All = Html | Pdf | Docx | Xlsx | Markdown,
}

/// <summary>A document of a technical file, before it has a form.</summary>
/// <param name="Name">Its path in the file, without the ending of a form.</param>
/// <param name="Forms">The forms that suit it.</param>
/// <param name="Compose">Composes it; may be called by any thread.</param>
public sealed record Composed(string Name, Forms Forms, Func<Document> Compose)
{
    /// <summary>The path of its page where that has another name; null: none.</summary>
    public string? PageName { get; init; }
}

/// <summary>The documents of a technical file.</summary>
public static class DocumentSet
{
    // Everything besides the documents that the law names lies in a folder of its own.
    private const string Folder = "documents";
    private const Forms Text = Forms.Html | Forms.Pdf | Forms.Docx;
    private const Forms Register = Forms.Html | Forms.Pdf | Forms.Docx | Forms.Xlsx;

    /// <summary>The documents, in the order a reader would look for them.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="index">The case it was computed from.</param>
    /// <param name="seen">What was seen of its facts.</param>
    /// <param name="program">The version of the program.</param>
    /// <param name="texts">The language.</param>
    /// <param name="brand">The manufacturer's look.</param>
    /// <param name="files">Where the bytes of facts lie in the file, by series and registered digest.</param>
    public static IReadOnlyList<Composed> Of(Assessment assessment, CaseIndex index, Observations seen, string program, Texts texts, Brand brand, IReadOnlyDictionary<(string Series, Digest Sha256), string> files)
    {
        var top = new Subject(new Scope(assessment, index, seen, texts, "", files), program, brand);
        var below = new Subject(new Scope(assessment, index, seen, texts, "", files.ToDictionary(f => f.Key, f => $"../{f.Value}")), program, brand);
        var slugs = Slugs(index);
        List<Composed> set =
        [
            new("technical-file", Text, () => TechnicalDocumentation.Of(top)) { PageName = "index" },
            new("trace-matrix", Forms.Html | Forms.Pdf | Forms.Xlsx, () => TraceMatrix.Of(top)),
            .. index.Case.UserInformation.OrderBy(u => u.Language, StringComparer.Ordinal).Select(u => new Composed(index.Case.UserInformation.Count > 1 ? $"user-information.{u.Language}" : "user-information", Text | Forms.Markdown, () => UserInformationDocument.Of(In(top, u.Language), u))),
            .. index.Case.Vulnerabilities?.Policy is { } policy ? [new Composed("disclosure-policy", Text | Forms.Markdown, () => DisclosurePolicyDocument.Of(top, policy))] : Array.Empty<Composed>(),
            new($"{Folder}/signatory-page", Text, () => SignatoryPage.Of(below)),
            new($"{Folder}/management-page", Text, () => ManagementPage.Of(below)),
            new($"{Folder}/statement-of-applicability", Register, () => StatementOfApplicability.Of(below)),
            new($"{Folder}/decision-register", Register, () => DecisionRegister.Of(below)),
            new($"{Folder}/exception-register", Register, () => ExceptionRegister.Of(below)),
            new($"{Folder}/evidence-index", Register, () => EvidenceIndex.Of(below)),
            new($"{Folder}/sbom-summary", Register, () => SbomSummary.Of(below)),
            .. CatalogReports.HasPractices(below) ? [new Composed($"{Folder}/practice-report", Register, () => CatalogReports.Practices(below)!)] : Array.Empty<Composed>(),
            .. index.Parts.Where(p => CatalogReports.Has(below, p)).Select(p => new Composed($"{Folder}/component-report-{slugs[p.Id]}", Register, () => CatalogReports.Component(below, p)!)),
        ];
        return set;
    }

    // Two parts never share a file, whatever their ids are made of.
    private static Dictionary<string, string> Slugs(CaseIndex index)
    {
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in index.Parts)
        {
            var slug = Cases.FileNames.Slug(part.Id) is { Length: > 0 } own ? own : "part";
            var free = slug;
            for (var i = 2; !taken.Add(free); i++) free = $"{slug}-{Wording.Number(i)}";
            slugs[part.Id] = free;
        }

        return slugs;
    }

    // The headings in the language of the words where the program has it.
    private static Subject In(Subject subject, string language) =>
        subject.T.Language == language || Texts.In(language) is not { } own ? subject : subject with { Scope = subject.Scope.In(own) };
}
