using System.Text;
using Marque.Tests.Legal;

namespace Marque.Tests.Cases;

public class CaseSchemasTests
{
    private static readonly string[] Folders = ["examples", "case"];

    public static TheoryData<string> Valid => [.. CaseText.Valid.Select(f => f.Path)];

    public static TheoryData<int> Wrong => [.. Enumerable.Range(0, WrongFiles.All.Length)];

    public static TheoryData<string> Files => [.. CaseFiles().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Valid))]
    public void What_the_reader_accepts_the_schema_accepts(string path) =>
        Assert.Empty(CaseSchemas.Errors(WrongFiles.SchemaOf(path), Encoding.UTF8.GetBytes(CaseText.Valid.Single(f => f.Path == path).Text)));

    [Fact]
    public void A_fact_as_it_is_registered_meets_reader_and_schema()
    {
        var check = new Marque.Facts.Check(Marque.Facts.FactKind.JUnit, Marque.Facts.Outcome.Contradicts, [("tests", 2), ("failed", 1)], [new("junit.failed", "a: no")]);
        var registration = new Marque.Cases.Registration("login-tests", Marque.Text.Digest.Of("x"u8), "artefacts/b.xml", NodaTime.Instant.FromUtc(2026, 11, 2, 10, 0), NodaTime.Instant.FromUtc(2026, 11, 3, 10, 0), check) { Note = "Again: b." };
        var change = Marque.Cases.FileChange.New(registration.FileIn(_ => false), "evidence", registration.ToYaml(), default);
        Assert.Equal("evidence/login-tests/2026-11-02-2d711642b726.yaml", change.Path);
        Assert.Empty(CaseSchemas.Errors("evidence", change.After.ToArray()));
        var read = CaseText.Read((change.Path, Encoding.UTF8.GetString(change.After.Span)));
        Assert.Empty(read.Problems);
        var fact = read.Value!.Series.Single(s => s.Id == "login-tests").Facts[^1];
        Assert.Equal((Marque.Facts.Outcome.Contradicts, "artefacts/b.xml", NodaTime.Instant.FromUtc(2026, 11, 3, 10, 0)), (fact.Found, fact.Path, fact.ReceivedAt));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_file_is_refused_by_the_reader_and_where_it_can_be_seen_there_by_the_schema(int index)
    {
        var (path, text, code, at, schemaToo) = WrongFiles.All[index];
        var read = CaseText.Read((path, text));
        var problem = read.Problems.FirstOrDefault(p => p.Code == code && p.Place.ToString() == $"{path}:{at}");
        Assert.True(problem is not null, $"expected {code} at {at} in\n{text}\nbut found\n{string.Join('\n', read.Problems.Select(p => $"{p.Code} {p}"))}");
        Assert.NotEmpty(problem.Remedy);
        Assert.Equal(schemaToo, CaseSchemas.Errors(WrongFiles.SchemaOf(path), Encoding.UTF8.GetBytes(text)).Count > 0);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_case_file_of_the_repository_meets_the_schema_its_first_line_names(string file)
    {
        var full = Path.Combine(LegalFolder.Repository, file);
        var first = File.ReadLines(full).First();
        const string Comment = "# yaml-language-server: $schema=";
        Assert.StartsWith(Comment, first, StringComparison.Ordinal);
        var schema = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(full)!, first[Comment.Length..].Trim()));
        Assert.True(File.Exists(schema), $"{file} names {schema}");
        Assert.Equal($"{WrongFiles.SchemaOf(InCase(file))}.schema.json", Path.GetFileName(schema));
        Assert.Empty(CaseSchemas.Errors(WrongFiles.SchemaOf(InCase(file)), File.ReadAllBytes(full)));
    }

    private static IEnumerable<string> CaseFiles()
    {
        foreach (var folder in Folders.Select(f => Path.Combine(LegalFolder.Repository, f)).Where(Directory.Exists))
        {
            foreach (var main in Directory.EnumerateFiles(folder, "marque.yaml", SearchOption.AllDirectories))
            {
                var root = Path.GetDirectoryName(main)!;
                foreach (var file in Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories))
                {
                    var inCase = Path.GetRelativePath(root, file).Replace('\\', '/');
                    // The other workstreams' files have schemas of their own.
                    if (inCase.Split('/')[0] is "marque.yaml" or "people.yaml" or "risk.yaml" or "controls" or "evidence" or "decisions" or "releases" or "catalogs" or "bridges" or "editions") yield return Path.GetRelativePath(LegalFolder.Repository, file).Replace('\\', '/');
                }
            }
        }
    }

    private static string InCase(string file)
    {
        var parts = file.Split('/').ToList();
        while (parts.Count > 1 && !File.Exists(Path.Combine([LegalFolder.Repository, .. file.Split('/')[..^parts.Count], "marque.yaml"]))) parts.RemoveAt(0);
        return string.Join('/', parts);
    }
}
