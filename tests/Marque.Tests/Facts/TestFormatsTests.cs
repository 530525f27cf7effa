using Marque.Facts;

namespace Marque.Tests.Facts;

public class TestFormatsTests
{
    private const string Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    [Fact]
    public void A_TRX_is_counted_by_its_results()
    {
        var check = Trx("""
            <UnitTestResult testId="00000000-0000-0000-0000-000000000001" testName="A" outcome="Passed"/>
            <UnitTestResult testId="00000000-0000-0000-0000-000000000002" testName="B" outcome="Failed"/>
            <UnitTestResult testId="00000000-0000-0000-0000-000000000003" testName="C" outcome="NotExecuted"/>
            <UnitTestResult testId="00000000-0000-0000-0000-000000000004" testName="D" outcome="Timeout"/>
            <UnitTestResult testId="00000000-0000-0000-0000-000000000005" testName="E"/>
            """);
        Assert.Equal([("suites", 1), ("tests", 5), ("passed", 1), ("failed", 1), ("errors", 2), ("skipped", 1)], check.Counts);
        Checked.Is(Outcome.Contradicts, "trx.failed", check);
        Checked.Is(Outcome.Contradicts, "trx.error", check);
    }

    [Fact]
    public void Rows_of_a_data_driven_test_count_in_place_of_the_whole()
    {
        const string rows = """
            <UnitTestResult testName="A" outcome="OUTER"><InnerResults>
              <UnitTestResult testName="A (row 0)" outcome="Passed"/><UnitTestResult testName="A (row 1)" outcome="Passed"/>
            </InnerResults></UnitTestResult>
            """;
        Assert.Equal(2, Trx(rows.Replace("OUTER", "Passed", StringComparison.Ordinal)).Count("tests"));
        // The whole failed though no row did: its clean-up, say.
        Checked.Is(Outcome.Contradicts, "trx.failed", Trx(rows.Replace("OUTER", "Failed", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_run_that_was_aborted_contradicts_though_its_tests_passed() =>
        Checked.Is(Outcome.Contradicts, "trx.run-failed", Trx("""<UnitTestResult testName="A" outcome="Passed"/>""", """<ResultSummary outcome="Aborted"><Counters total="1" passed="1" failed="0"/></ResultSummary>"""));

    [Fact]
    public void A_TRX_with_a_run_error_contradicts() =>
        Checked.Is(Outcome.Contradicts, "trx.run-error", Trx("""<UnitTestResult testName="A" outcome="Passed"/>""", """<ResultSummary outcome="Completed"><RunInfos><RunInfo outcome="Error"><Text>host crashed</Text></RunInfo></RunInfos></ResultSummary>"""));

    [Fact]
    public void Counters_that_know_of_a_failure_contradict() =>
        Checked.Is(Outcome.Contradicts, "trx.totals-disagree", Trx("""<UnitTestResult testName="A" outcome="Passed"/>""", """<ResultSummary outcome="Completed"><Counters total="2" passed="1" failed="1"/></ResultSummary>"""));

    [Theory]
    [InlineData("Ns.Cls.A", Outcome.Supports)]
    [InlineData("A", Outcome.Supports)]
    [InlineData("Ns.Other.*", Outcome.Vacuous)]
    [InlineData("*.B", Outcome.Contradicts)]
    public void Tests_are_asked_for_by_class_and_name_though_the_class_comes_later(string pattern, Outcome outcome)
    {
        var check = Trx(
            """
            <UnitTestResult testId="00000000-0000-0000-0000-000000000001" testName="A" outcome="Passed"/>
            <UnitTestResult testId="00000000-0000-0000-0000-000000000002" testName="B" outcome="Failed"/>
            """,
            """
            <TestDefinitions>
              <UnitTest name="A" id="00000000-0000-0000-0000-000000000001"><TestMethod className="Ns.Cls, Assembly, Version=1.0.0.0" name="A"/></UnitTest>
              <UnitTest name="B" id="00000000-0000-0000-0000-000000000002"><TestMethod className="Ns.Cls" name="B"/></UnitTest>
            </TestDefinitions>
            """,
            pattern);
        Assert.Equal(outcome, check.Outcome);
        Assert.Equal(2, check.Count("tests"));
    }

    [Fact]
    public void XUnit_results_are_counted_and_errors_outside_tests_contradict()
    {
        const string assembly = """
            <assemblies><assembly name="T.dll" total="3" passed="2" failed="0" skipped="1" errors="E"><errors>X</errors><collection total="3" name="c">
              <test name="T.A.One" type="T.A" method="One" result="Pass"/>
              <test name="T.A.Two(x: 1)" type="T.A" method="Two" result="Pass"/>
              <test name="T.A.Three" type="T.A" method="Three" result="Skip"><reason>later</reason></test>
            </collection></assembly></assemblies>
            """;
        var clean = assembly.Replace("\"E\"", "\"0\"", StringComparison.Ordinal).Replace(">X<", "><", StringComparison.Ordinal);
        var check = Checked.Of(FactKind.XUnit, clean);
        Checked.Supports(check);
        Assert.Equal((3, 2, 1), (check.Count("tests"), check.Count("passed"), check.Count("skipped")));
        Checked.Is(Outcome.Contradicts, "xunit.error", Checked.Of(FactKind.XUnit, assembly.Replace("\"E\"", "\"1\"", StringComparison.Ordinal).Replace(">X<", "><error type='assembly-cleanup' name='T'/><", StringComparison.Ordinal)));
        Checked.Supports(Checked.Of(FactKind.XUnit, clean, new Expectation { Tests = ["T.A.Two", "T.A.Two(x: 1)"] }));
        Checked.Is(Outcome.Vacuous, "tests.expected-missing", Checked.Of(FactKind.XUnit, clean, new Expectation { Tests = ["T.A.Three"] }));
    }

    [Fact]
    public void An_xUnit_result_that_is_unknown_counts_as_an_error() =>
        Checked.Is(Outcome.Contradicts, "xunit.error", Checked.Of(FactKind.XUnit, """<assemblies><assembly><collection><test name="a" result="Perhaps"/></collection></assembly></assemblies>"""));

    [Fact]
    public void NUnit_3_results_are_counted()
    {
        var check = Checked.Of(FactKind.NUnit, """
            <test-run total="4" passed="1" failed="1" result="Failed"><test-suite type="Assembly" name="T"><test-suite type="TestFixture" name="F" site="Child" result="Failed">
              <test-case name="A" fullname="T.F.A" classname="T.F" methodname="A" result="Passed"/>
              <test-case name="B" fullname="T.F.B" classname="T.F" methodname="B" result="Failed" label="Error"><failure/></test-case>
              <test-case name="C" result="Skipped" label="Ignored"/><test-case name="D" result="Inconclusive"/>
            </test-suite></test-suite></test-run>
            """);
        Assert.Equal([("suites", 1), ("tests", 4), ("passed", 1), ("failed", 1), ("errors", 0), ("skipped", 2)], check.Counts);
        Checked.Is(Outcome.Contradicts, "nunit.failed", check);
    }

    [Fact]
    public void NUnit_2_results_are_counted_with_and_without_result_words()
    {
        var check = Checked.Of(FactKind.NUnit, """
            <test-results total="3" errors="1" failures="1" not-run="1"><test-suite name="S"><results>
              <test-case name="A" executed="True" success="True"/><test-case name="B" executed="True"><failure/></test-case>
              <test-case name="C" executed="False"/><test-case name="D" executed="True" result="Error" success="False"/>
            </results></test-suite></test-results>
            """);
        Assert.Equal([("suites", 1), ("tests", 4), ("passed", 1), ("failed", 1), ("errors", 1), ("skipped", 1)], check.Counts);
    }

    [Theory]
    [InlineData("""<test-run total="1" failed="0" result="Failed"><test-suite name="S"><test-case name="a" result="Passed"/></test-suite></test-run>""", "nunit.run-failed")]
    [InlineData("""<test-run total="1" failed="0"><test-suite name="S" result="Failed" site="TearDown"><test-case name="a" result="Passed"/></test-suite></test-run>""", "nunit.suite-failed")]
    [InlineData("""<test-run total="1" failed="0"><test-suite name="S" result="Failed" label="Invalid"/><test-suite name="T"><test-case name="a" result="Passed"/></test-suite></test-run>""", "nunit.suite-failed")]
    public void An_NUnit_run_that_failed_outside_its_cases_contradicts(string xml, string code) => Checked.Is(Outcome.Contradicts, code, Checked.Of(FactKind.NUnit, xml));

    [Theory]
    [InlineData(FactKind.Trx, "trx.root")]
    [InlineData(FactKind.XUnit, "xunit.root")]
    [InlineData(FactKind.NUnit, "nunit.root")]
    [InlineData(FactKind.Cobertura, "cobertura.root")]
    public void Another_format_is_named(FactKind kind, string code)
    {
        var check = Checked.Of(kind, "<html/>");
        Checked.Is(Outcome.Unreadable, code, check);
        Assert.Contains("<html>", check.Findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_is_counted_from_lines_outside_methods()
    {
        const string coverage = """
            <coverage line-rate="0.75" branch-rate="0"><packages><package><classes><class name="A"><methods><method><lines><line number="1" hits="9"/></lines></method></methods>
            <lines><line number="1" hits="9"/><line number="2" hits="1"/><line number="3" hits="1"/><line number="4" hits="0"/></lines></class></classes></package></packages></coverage>
            """;
        var check = Checked.Of(FactKind.Cobertura, coverage);
        Checked.Supports(check);
        Assert.Equal([("classes", 1), ("lines", 4), ("covered", 3), ("lineRate", 750)], check.Counts);
        Assert.Empty(check.Findings);
        Checked.Supports(Checked.Of(FactKind.Cobertura, coverage, new Expectation { MinLineRate = 0.75 }));
        Checked.Is(Outcome.Contradicts, "cobertura.below", Checked.Of(FactKind.Cobertura, coverage, new Expectation { MinLineRate = 0.76 }));
        Assert.Equal("cobertura.totals-disagree", Assert.Single(Checked.Of(FactKind.Cobertura, coverage.Replace("0.75", "0.95", StringComparison.Ordinal)).Findings).Code);
    }

    [Theory]
    [InlineData("<coverage line-rate='1'/>")]
    [InlineData("<coverage line-rate='0'><class><lines><line number='1' hits='0'/></lines></class></coverage>")]
    public void Coverage_of_nothing_proves_nothing(string xml) => Checked.Is(Outcome.Vacuous, "cobertura.nothing", Checked.Of(FactKind.Cobertura, xml));

    private static Check Trx(string results, string after = "", params string[] tests) =>
        Checked.Of(FactKind.Trx, $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<TestRun xmlns=\"{Namespace}\"><Results>{results}</Results>{after}</TestRun>", new Expectation { Tests = tests });
}
