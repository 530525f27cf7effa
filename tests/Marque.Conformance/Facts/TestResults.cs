using System.Text.Json;
using Marque.Facts;

namespace Marque.Conformance.Facts;

/// <summary>Test reports of many runners, each with the totals another reader found in it (corpus "test-results").</summary>
public class TestResults
{
    [Fact]
    public void Every_report_is_read_with_its_totals_or_refused()
    {
        var complaints = new List<string>();
        var folder = Corpora.Folder("test-results");
        var (read, refused) = (0, 0);
        foreach (var file in Corpora.Files("test-results", ".xml", ".trx"))
        {
            var bare = Path.ChangeExtension(file, null);
            var name = Path.GetRelativePath(folder, file);
            if (!File.Exists(bare + ".results.json") && !File.Exists(bare + ".exception")) continue;
            using var content = File.OpenRead(file);
            var check = ContentCheck.Run(content, KindOf(name), Expectation.None);
            if (File.Exists(bare + ".exception"))
            {
                refused++;
                if (check.Outcome != Outcome.Unreadable) complaints.Add($"{name}: must be refused, is {check.Outcome}");
                continue;
            }

            read++;
            Compare(name, check, bare + ".results.json", complaints);
        }

        Assert.True(read > 40 && refused > 3, $"{read} read, {refused} refused");
        Corpora.None(complaints, $"{read + refused} reports");
    }

    [Fact]
    public void The_kind_of_every_report_is_detected()
    {
        var complaints = new List<string>();
        var folder = Corpora.Folder("test-results");
        foreach (var file in Corpora.Files("test-results", ".xml", ".trx"))
        {
            var name = Path.GetRelativePath(folder, file);
            if (File.Exists(Path.ChangeExtension(file, ".exception"))) continue;
            var kind = KindDetection.Detect(File.ReadAllBytes(file).AsSpan(0, (int)Math.Min(ContentCheck.HeadBytes, new FileInfo(file).Length)), null);
            if (kind != KindOf(name)) complaints.Add($"{name}: {kind}");
        }

        Corpora.None(complaints, "the reports");
    }

    private static FactKind KindOf(string name) => name.Split(Path.DirectorySeparatorChar)[0] switch
    {
        "trx" => FactKind.Trx,
        "xunit" => FactKind.XUnit,
        "nunit" => FactKind.NUnit,
        _ => FactKind.JUnit,
    };

    // The other reader gives two totals: "runs" as the suites declare them, and "tests" with repeated names merged. Where they differ, ours, counted from the cases, must be one of both.
    private static void Compare(string name, Check check, string expectedFile, List<string> complaints)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(expectedFile));
        var stats = document.RootElement.GetProperty("stats");
        var ours = (check.Count("tests"), check.Count("skipped"), check.Count("failed"), check.Count("errors"));
        var runs = Totals("runs");
        var tests = Totals("tests");
        if (ours != runs && ours != tests) complaints.Add($"{name}: (tests, skipped, failed, errors) are {ours}, expected {runs} or {tests}; {check.Outcome} {string.Join("; ", check.Findings.Take(2).Select(f => f.Text))}");
        if (check.Count("suites") != stats.GetProperty("suites").GetInt64()) complaints.Add($"{name}: {check.Count("suites")} suites, expected {stats.GetProperty("suites")}");
        var failing = runs.Item3 + runs.Item4 > 0;
        var nothing = runs.Item1 == 0;
        // The other reader looks at the totals of some elements only; a declared failure that no case shows contradicts here.
        var declared = check.Findings.Any(f => f.Code.EndsWith(".totals-disagree", StringComparison.Ordinal) && f.Text.Contains("its cases show none", StringComparison.Ordinal));
        if (failing != (check.Outcome == Outcome.Contradicts) && !(declared && !failing)) complaints.Add($"{name}: {check.Outcome} with {runs}");
        if (nothing && check.Outcome != Outcome.Vacuous) complaints.Add($"{name}: {check.Outcome} though no test ran");

        (long?, long?, long?, long?) Totals(string what) => (stats.GetProperty(what).GetInt64(), stats.GetProperty(what + "_skip").GetInt64(), stats.GetProperty(what + "_fail").GetInt64(), stats.GetProperty(what + "_error").GetInt64());
    }
}
