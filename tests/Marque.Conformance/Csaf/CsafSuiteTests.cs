using System.IO.Compression;
using System.Text.Json;
using Marque.Csaf;

namespace Marque.Conformance.Csaf;

/// <summary>The test files of CSAF 2.0 (OASIS, <c>testcases.json</c>): each failing file fails the test it is for, each valid one does not, and is valid where the suite says so.</summary>
public sealed class CsafSuiteTests
{
    [Fact]
    public void Every_test_file_comes_out_as_the_suite_says()
    {
        var folder = Path.Combine(Corpora.Folder("csaf"), "csaf_2.0", "test", "validator", "data");
        using var cases = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "testcases.json")));
        var complaints = new List<string>();
        var checkedFiles = 0;
        foreach (var test in cases.RootElement.GetProperty("tests").EnumerateArray())
        {
            var id = test.GetProperty("id").GetString()!;
            foreach (var (list, fails) in new[] { ("failures", true), ("valid", false) })
            {
                if (!test.TryGetProperty(list, out var files)) continue;
                foreach (var file in files.EnumerateArray())
                {
                    var name = file.GetProperty("name").GetString()!;
                    var path = Path.Combine(folder, name);
                    // Some files of a suite are not part of the corpus.
                    if (!File.Exists(path)) continue;
                    checkedFiles++;
                    var report = CsafCheck.Run(File.ReadAllBytes(path), TestContext.Current.CancellationToken);
                    var valid = file.GetProperty("valid").GetBoolean();
                    if (report.Valid != valid) complaints.Add($"{name}: valid is {report.Valid}, not {valid}: {string.Join("; ", report.Findings.Where(f => f.Test.Kind is CsafTestKind.Schema or CsafTestKind.Mandatory).Select(f => $"{f.Test} {f.Location}: {f.Message}"))}");
                    if (report.Findings.Any(f => f.Test.Id == id) != fails) complaints.Add($"{name}: {id} {(fails ? "holds" : "fails")}");
                }
            }
        }

        Assert.True(checkedFiles > 140, $"only {checkedFiles} files were checked");
        Corpora.None(complaints, $"{checkedFiles} test files");
    }

    [Fact]
    public void Every_real_advisory_fits_the_schema()
    {
        var complaints = new List<string>();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        using var zip = ZipFile.OpenRead(Assert.Single(Corpora.Files("csaf-cisa-advisories", ".zip")));
        var advisories = 0;
        foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var bytes = new MemoryStream();
            using (var content = entry.Open()) content.CopyTo(bytes);
            if (!IsAdvisory(bytes.ToArray())) continue;
            advisories++;
            var report = CsafCheck.Run(bytes.ToArray(), TestContext.Current.CancellationToken);
            foreach (var test in report.Findings.Select(f => f.Test.Id).Distinct()) counts[test] = counts.GetValueOrDefault(test) + 1;
            if (report.Findings.FirstOrDefault(f => f.Test.Kind == CsafTestKind.Schema) is { } finding) complaints.Add($"{entry.Name}: {finding.Location}: {finding.Message}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', counts.Select(c => $"{c.Key}: {c.Value}")));
        Assert.True(advisories > 1_000, $"only {advisories} advisories");
        Corpora.None(complaints, $"{advisories} advisories");
    }

    // Beside the advisories stand their feeds.
    private static bool IsAdvisory(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("document", out _);
    }
}
