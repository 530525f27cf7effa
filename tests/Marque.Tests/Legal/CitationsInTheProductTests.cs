using System.Text.RegularExpressions;
using Marque.Legal;

namespace Marque.Tests.Legal;

/// <summary>Whatever the project writes about the Regulation, in words for people or in comments, exists.</summary>
public partial class CitationsInTheProductTests
{
    public static TheoryData<string> Folders => ["src", "docs", "legal", "schemas", "examples", "case", "README.md", "CONTRIBUTING.md"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_citation_resolves(string folder)
    {
        var path = Path.Combine(LegalFolder.Repository, folder);
        var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : File.Exists(path) ? [path] : [];
        var bad = new List<string>();
        foreach (var file in files.Where(f => Written().IsMatch(f) && !Built().IsMatch(f) && !f.EndsWith("regulation.json", StringComparison.Ordinal)))
        {
            var words = File.ReadAllText(file);
            bad.AddRange(Citations.In(LegalFolder.Set, words).Where(c => !c.Resolves).Select(c => $"{Path.GetRelativePath(LegalFolder.Repository, file)}: {c.Text}"));
        }

        Assert.Empty(bad);
    }

    [GeneratedRegex(@"\.(cs|md|json|yaml)$")]
    private static partial Regex Written();

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex Built();
}
