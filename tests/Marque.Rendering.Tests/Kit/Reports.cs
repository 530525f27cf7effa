using Marque.Assessments;
using Marque.Bench;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Legal;
using Marque.Outside;
using Marque.Rendering.Html;
using NodaTime;

namespace Marque.Rendering.Tests.Kit;

/// <summary>Reports of real and of large cases, each composed once.</summary>
internal static class Reports
{
    /// <summary>The day the story of the example is told of.</summary>
    public static readonly Instant Told = BrusselsDay.EndOf(new LocalDate(2026, 11, 24));

    private static readonly Lazy<LegalSet> Set = new(ReadLaw);
    private static readonly Lazy<Document> ExampleReport = new(() => OfCase("examples/edge-gateway"));
    private static readonly Lazy<(Document, int)> LargeReport = new(OfLarge);

    public static string Repository { get; } = Find();

    public static LegalSet Law => Set.Value;

    public static Document Example => ExampleReport.Value;

    /// <summary>A case with every requirement stated for three parts and at least 2,000 facts.</summary>
    public static (Document Report, int Facts) Large => LargeReport.Value;

    public static Document OfCase(string folder)
    {
        var (assessment, index, seen) = Assessed(folder);
        return AssessmentReport.Compose([assessment], index, seen, "0.0.0");
    }

    public static (Assessment Assessment, CaseIndex Index, Observations Seen) Assessed(string folder)
    {
        var read = CaseFolder.Read(Path.Combine(Repository, folder));
        Assert.Empty(read.Problems);
        var index = CaseIndex.Build(Law, read.Value!.Case, []).Value!;
        var seen = See.Facts(read.Value).Observations;
        return (Assess.Run(index, seen, null, Told), index, seen);
    }

    /// <summary>The page as a file that a browser can open.</summary>
    public static string File(Document document, string name)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllBytes(path, HtmlDocument.Of(document));
        return path;
    }

    private static string Folder { get; } = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pages")).FullName;

    private static (Document, int) OfLarge()
    {
        var (index, seen) = SyntheticCase.Build(Law, facts: 2600, releases: 3);
        return (AssessmentReport.Compose([Assess.Run(index, seen, null, Told)], index, seen, "0.0.0"), seen.Seen.Count);
    }

    private static LegalSet ReadLaw()
    {
        var problems = new List<Marque.Text.Problem>();
        var read = LegalSets.Read(LegalFolder.Read("legal", Repository, problems));
        Assert.Empty(problems);
        return read.Value!;
    }

    private static string Find()
    {
        var from = new DirectoryInfo(AppContext.BaseDirectory);
        while (from is not null && !System.IO.File.Exists(Path.Combine(from.FullName, "Marque.slnx"))) from = from.Parent;
        return from?.FullName ?? throw new InvalidOperationException($"no Marque.slnx above {AppContext.BaseDirectory}");
    }
}
