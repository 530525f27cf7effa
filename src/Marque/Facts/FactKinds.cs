namespace Marque.Facts;

/// <summary>The words of the kinds in case files.</summary>
public static class FactKinds
{
    private static readonly (FactKind Kind, string Word)[] Words =
    [
        (FactKind.JUnit, "junit"), (FactKind.Trx, "trx"), (FactKind.XUnit, "xunit"), (FactKind.NUnit, "nunit"),
        (FactKind.Sarif, "sarif"), (FactKind.Cobertura, "cobertura"), (FactKind.CycloneDx, "cyclonedx"), (FactKind.Spdx, "spdx"),
        (FactKind.ThreatDragon, "threat-dragon"), (FactKind.Threagile, "threagile"), (FactKind.Pytm, "pytm"),
        (FactKind.Pdf, "pdf"), (FactKind.Docx, "docx"), (FactKind.Markdown, "markdown"), (FactKind.Text, "text"),
        (FactKind.Attestation, "attestation"), (FactKind.GitCommit, "git-commit"), (FactKind.GitTag, "git-tag"), (FactKind.WebPage, "web-page"),
    ];

    /// <summary>Every word, in the order of <see cref="FactKind"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Words.Select(w => w.Word)];

    /// <summary>The word of a kind.</summary>
    public static string Word(this FactKind kind) => Words[(int)kind].Word;

    /// <summary>The kind of a word, or null.</summary>
    public static FactKind? Of(string word)
    {
        foreach (var (kind, candidate) in Words)
        {
            if (candidate == word) return kind;
        }

        return null;
    }

    /// <summary>Whether results of this kind recur (test runs, scans, bills of materials): a new sound one carries a decision forward. The others are single documents, bound by their bytes.</summary>
    public static bool Recurs(this FactKind kind) => kind is FactKind.JUnit or FactKind.Trx or FactKind.XUnit or FactKind.NUnit or FactKind.Sarif or FactKind.Cobertura or FactKind.CycloneDx or FactKind.Spdx or FactKind.Attestation or FactKind.GitCommit or FactKind.GitTag;

    /// <summary>Whether the kind reports executed tests.</summary>
    public static bool IsTest(this FactKind kind) => kind is FactKind.JUnit or FactKind.Trx or FactKind.XUnit or FactKind.NUnit;
}
