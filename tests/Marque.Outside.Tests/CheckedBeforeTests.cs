using Marque.Facts;

namespace Marque.Outside.Tests;

public sealed class CheckedBeforeTests : IDisposable
{
    private const string Passed = """<testsuite name="s" tests="1"><testcase classname="a" name="b"/></testsuite>""";
    private const string Failed = """<testsuite name="s" tests="1" failures="1"><testcase classname="a" name="b"><failure/></testcase></testsuite>""";

    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder data = new();

    [Fact]
    public void What_was_found_in_the_same_bytes_is_not_worked_out_again()
    {
        Case(Passed);
        Assert.Equal(Outcome.Supports, Look());
        // Only a changed record can show that it is read at all.
        Pretend(Outcome.Vacuous);
        Assert.Equal(Outcome.Vacuous, Look());
        Assert.Equal(Outcome.Supports, Look(remember: false));
    }

    [Fact]
    public void Other_bytes_are_checked_whatever_is_registered()
    {
        Case(Passed);
        Assert.Equal(Outcome.Supports, Look());
        var written = File.GetLastWriteTimeUtc(folder.At("report.xml"));
        folder.With("report.xml", Failed.PadRight(Passed.Length));
        File.SetLastWriteTimeUtc(folder.At("report.xml"), written);
        Assert.Equal(Outcome.Contradicts, Look());
    }

    [Fact]
    public void A_large_file_that_changed_after_it_was_known_is_read_once_more()
    {
        var padding = new string(' ', 5 * 1024 * 1024);
        Case(Passed + padding);
        Assert.Equal(Outcome.Supports, Look());
        Assert.Equal(Outcome.Supports, Look());
        folder.With("report.xml", Failed + padding);
        Assert.Equal(Outcome.Contradicts, Look());
        var seen = Assert.Single(See.Facts(CaseFolder.Read(folder.Path).Value!, CheckedBefore.In(data.Path), cancel: TestContext.Current.CancellationToken).Facts);
        Assert.Equal(Cases.Sha256(Failed + padding), seen.Observation.Sha256.ToString());
    }

    [Fact]
    public void Another_expectation_of_the_series_is_another_check()
    {
        Case(Passed);
        Assert.Equal(Outcome.Supports, Look());
        folder.With("evidence/unit.yaml", Cases.Series("unit", "report.xml", Cases.Sha256(Passed), "junit") + "\nexpect: { minTests: 2 }\n");
        Assert.NotEqual(Outcome.Supports, Look());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("""["junit",0,[],[],[]]]""")]
    [InlineData("""["junit",9,[],[],[]]""")]
    [InlineData("""["nonsense",0,[],[],[]]""")]
    [InlineData("""{"kind":"junit"}""")]
    [InlineData("""["junit",0,["tests"],[],[]]""")]
    public void A_torn_or_foreign_record_is_no_result(string record)
    {
        Case(Passed);
        Look();
        File.WriteAllText(Record(), record);
        Assert.Equal(Outcome.Supports, Look());
        // And it is replaced.
        Assert.Equal(Outcome.Supports, CheckRecord.Read(File.ReadAllBytes(Record()))!.Outcome);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_costs_time_only()
    {
        Case(Passed);
        data.With("checks", "a file where a folder is wanted");
        Assert.Equal(Outcome.Supports, Look());
        Assert.Equal("a file where a folder is wanted", File.ReadAllText(data.At("checks")));
    }

    [Fact]
    public void Two_runs_at_once_keep_the_same()
    {
        Case(Passed);
        Parallel.For(0, 16, _ => Assert.Equal(Outcome.Supports, Look()));
        Assert.Single(Directory.GetFiles(data.Path, "*", SearchOption.AllDirectories));
    }

    public void Dispose()
    {
        folder.Dispose();
        data.Dispose();
    }

    private void Case(string report) => folder.With("marque.yaml", Cases.Product).With("report.xml", report).With("evidence/unit.yaml", Cases.Series("unit", "report.xml", Cases.Sha256(report), "junit"));

    private Outcome Look(bool remember = true) =>
        Assert.Single(See.Facts(CaseFolder.Read(folder.Path).Value!, remember ? CheckedBefore.In(data.Path) : null, cancel: TestContext.Current.CancellationToken).Facts).Observation.Check!.Outcome;

    private string Record() => Assert.Single(Directory.GetFiles(data.Path, "*", SearchOption.AllDirectories));

    private void Pretend(Outcome outcome) => File.WriteAllBytes(Record(), CheckRecord.Write(new Check(FactKind.JUnit, outcome, [("tests", 1)], [new Finding("pretended", "pretended")])));
}
