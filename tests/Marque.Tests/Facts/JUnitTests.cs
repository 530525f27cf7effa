using Marque.Facts;

namespace Marque.Tests.Facts;

public class JUnitTests
{
    private const string Mixed = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites>
          <testsuite name="net" tests="4" failures="1" errors="1" skipped="1">
            <testcase classname="Tls" name="rejects_old_versions"/>
            <testcase classname="Tls" name="rejects_weak_ciphers"><failure message="RC4 was accepted">trace</failure></testcase>
            <testcase classname="Tls" name="survives_garbage"><error message="timeout"/></testcase>
            <testcase classname="Tls" name="needs_hardware"><skipped/></testcase>
          </testsuite>
        </testsuites>
        """;

    [Fact]
    public void Passing_tests_support()
    {
        var check = Run("""<testsuite name="s" tests="2"><testcase classname="A" name="a"/><testcase classname="A" name="b"/></testsuite>""");
        Checked.Supports(check);
        Assert.Equal([("suites", 1), ("tests", 2), ("passed", 2), ("failed", 0), ("errors", 0), ("skipped", 0)], check.Counts);
        Assert.Empty(check.Findings);
    }

    [Fact]
    public void Failures_and_errors_contradict_with_name_reason_and_line()
    {
        var check = Run(Mixed);
        Assert.Equal(Outcome.Contradicts, check.Outcome);
        Assert.Equal((4, 1, 1, 1, 1), (check.Count("tests"), check.Count("passed"), check.Count("failed"), check.Count("errors"), check.Count("skipped")));
        Assert.Contains(new Finding("junit.failed", "Tls.rejects_weak_ciphers failed: RC4 was accepted", 5), check.Findings);
        Assert.Contains(new Finding("junit.error", "Tls.survives_garbage ended in error: timeout", 6), check.Findings);
    }

    [Fact]
    public void A_file_in_which_all_is_skipped_proves_nothing() =>
        Checked.Is(Outcome.Vacuous, "tests.all-skipped", Run("""<testsuites><testsuite tests="1"><testcase name="a"><skipped/></testcase></testsuite></testsuites>"""));

    [Fact]
    public void A_file_without_tests_proves_nothing() => Checked.Is(Outcome.Vacuous, "tests.none", Run("<testsuites/>"));

    [Fact]
    public void Totals_without_cases_prove_nothing_and_declared_failures_contradict()
    {
        Checked.Is(Outcome.Vacuous, "tests.no-cases", Run("""<testsuite tests="6"/>"""));
        var check = Run("""<testsuites><testsuite tests="6" failures="1" errors="0" skipped="2"/></testsuites>""");
        Checked.Is(Outcome.Contradicts, "junit.totals-disagree", check);
        Assert.Equal((6, 3, 1, 2), (check.Count("tests"), check.Count("passed"), check.Count("failed"), check.Count("skipped")));
    }

    [Fact]
    public void A_declared_failure_that_no_case_shows_contradicts() =>
        Checked.Is(Outcome.Contradicts, "junit.totals-disagree", Run("""<testsuite tests="2" failures="1"><testcase name="a"/><testcase name="b"/></testsuite>"""));

    [Fact]
    public void Missing_cases_are_said_and_do_not_contradict()
    {
        var check = Run("""<testsuite name="s" tests="3"><testcase name="a"/></testsuite>""");
        Checked.Supports(check);
        Assert.Equal(new Finding("junit.totals-disagree", "the suite 's' declares 3 tests and records 1", 1), Assert.Single(check.Findings));
    }

    [Theory]
    [InlineData("""<testsuite tests="3"><testsuite tests="2"><testcase name="a"/><testcase name="b"/></testsuite><testcase name="c"/></testsuite>""")]
    [InlineData("""<testsuite tests="1"><testsuite tests="2"><testcase name="a"/><testcase name="b"/></testsuite><testcase name="c"/></testsuite>""")]
    public void Totals_may_include_inner_suites_or_not(string xml)
    {
        var check = Run(xml);
        Checked.Supports(check);
        Assert.Empty(check.Findings);
        Assert.Equal((2, 3), (check.Count("suites"), check.Count("tests")));
    }

    [Theory]
    [InlineData("""status="notrun" """)]
    [InlineData("""status="disabled" """)]
    [InlineData("""status="run" result="suppressed" """)]
    [InlineData("""status="SKIPPED" """)]
    public void Runners_that_say_it_in_attributes_are_understood_when_skipping(string attributes) =>
        Checked.Is(Outcome.Vacuous, "tests.all-skipped", Run($"<testsuite><testcase name='a' {attributes}/></testsuite>"));

    [Theory]
    [InlineData("""status="fail" """, "junit.failed")]
    [InlineData("""status="error" """, "junit.error")]
    [InlineData("""status="run" result="failed" """, "junit.failed")]
    public void Runners_that_say_it_in_attributes_are_understood_when_failing(string attributes, string code) =>
        Checked.Is(Outcome.Contradicts, code, Run($"<testsuite><testcase name='a' {attributes}/></testsuite>"));

    [Fact]
    public void The_worst_of_several_results_counts_once()
    {
        var check = Run("<testsuite><testcase name='a'><skipped/><failure/><error/></testcase></testsuite>");
        Assert.Equal((1, 0, 0, 1, 0), (check.Count("tests"), check.Count("passed"), check.Count("failed"), check.Count("errors"), check.Count("skipped")));
    }

    [Fact]
    public void A_rerun_that_passed_supports_and_is_named()
    {
        var check = Run("<testsuite><testcase name='a'><flakyFailure message='x'/></testcase></testsuite>");
        Checked.Supports(check);
        Assert.Equal("junit.flaky", Assert.Single(check.Findings).Code);
        Assert.Equal(Outcome.Contradicts, Run("<testsuite><testcase name='a'><failure/><rerunFailure/></testcase></testsuite>").Outcome);
    }

    [Fact]
    public void A_suite_that_fails_outside_its_tests_contradicts() =>
        Checked.Is(Outcome.Contradicts, "junit.suite-failed", Run("<testsuite name='s'><testcase name='a'/><error message='tear-down'/></testsuite>"));

    [Fact]
    public void A_failure_named_inside_captured_output_is_no_failure() =>
        Checked.Supports(Run("<testsuite><testcase name='a'><system-out><![CDATA[<failure/>]]></system-out></testcase><system-err>&lt;error/&gt;</system-err></testsuite>"));

    [Fact]
    public void Expected_tests_must_be_executed()
    {
        Checked.Supports(Run(Mixed, "Tls.rejects_old*"));
        Checked.Is(Outcome.Vacuous, "tests.expected-missing", Run(Mixed, "Ssh.*"));
        Checked.Is(Outcome.Vacuous, "tests.expected-missing", Run(Mixed, "needs_hardware"));
        Checked.Is(Outcome.Contradicts, "junit.failed", Run(Mixed, "*weak*"));
    }

    [Fact]
    public void Only_expected_tests_are_judged_and_all_are_counted()
    {
        var check = Run(Mixed, "rejects_old_versions");
        Checked.Supports(check);
        Assert.Equal(4, check.Count("tests"));
    }

    [Fact]
    public void Each_pattern_needs_a_test_of_its_own()
    {
        var check = Run(Mixed, "Tls.rejects_old*", "Http.*");
        Checked.Is(Outcome.Vacuous, "tests.expected-missing", check);
        Assert.Equal("no test matches 'Http.*'", Assert.Single(check.Findings).Text);
    }

    [Fact]
    public void Fewer_tests_than_expected_prove_nothing()
    {
        const string two = "<testsuite><testcase name='a'/><testcase name='b'/><testcase name='c'><skipped/></testcase></testsuite>";
        Checked.Supports(Checked.Of(FactKind.JUnit, two, new Expectation { MinTests = 2 }));
        Checked.Is(Outcome.Vacuous, "tests.too-few", Checked.Of(FactKind.JUnit, two, new Expectation { MinTests = 3 }));
    }

    [Theory]
    [InlineData("<suites/>", "junit.root")]
    [InlineData("<testsuite>", "xml.syntax")]
    [InlineData("<testsuite></testsuites>", "xml.syntax")]
    [InlineData("<!DOCTYPE testsuite [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><testsuite>&x;</testsuite>", "xml.dtd")]
    [InlineData("<testsuite name='&x;'/>", "xml.entity")]
    [InlineData("not xml", "xml.syntax")]
    [InlineData("   ", "xml.no-root")]
    public void What_is_no_report_is_refused_by_name(string xml, string code) => Checked.Is(Outcome.Unreadable, code, Run(xml));

    [Fact]
    public void Findings_are_bounded_and_the_rest_is_counted()
    {
        var check = Run("<testsuite>" + string.Concat(Enumerable.Repeat("<testcase name='a'><failure/></testcase>", 1000)) + "</testsuite>");
        Assert.Equal(1000, check.Count("failed"));
        Assert.Equal(21, check.Findings.Count);
        Assert.Equal("and 980 more that contradict", check.Findings[^1].Text);
    }

    [Fact]
    public void A_message_cannot_break_the_line_or_drive_a_terminal()
    {
        var finding = Run("<testsuite><testcase name='a'><failure message='one&#10;two&#9;three&#x9b;31m'/></testcase></testsuite>").Findings[0];
        Assert.Equal("a failed: one two three 31m", finding.Text);
    }

    private static Check Run(string xml, params string[] tests) => Checked.Of(FactKind.JUnit, xml, new Expectation { Tests = tests });
}
