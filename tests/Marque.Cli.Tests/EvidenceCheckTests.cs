namespace Marque.Cli.Tests;

public sealed class EvidenceCheckTests : IDisposable
{
    private const string Failing = """<testsuite tests="1"><testcase name="a"><failure message="no"/></testcase></testsuite>""";
    private const string Empty = """<testsuite tests="0"/>""";

    private readonly Sample sample = new();

    [Fact]
    public void Intact_facts_give_exit_code_0()
    {
        Assert.Equal("intact", State("login-tests"));
        Assert.Equal(Exit.Done, InProcess.Run(sample.Case, "evidence", "check").Code);
    }

    [Theory]
    [InlineData(Sample.Passing, "other", "", "altered")]
    [InlineData(Failing, Failing, "", "contradicting")]
    [InlineData(Empty, Empty, "", "vacuous")]
    [InlineData("no xml", "no xml", "", "unreadable")]
    [InlineData(Sample.Passing, Sample.Passing, "found: { outcome: contradicts }", "differing")]
    public void A_fact_that_is_not_as_it_should_be_is_named_and_gives_exit_code_1(string content, string registeredAs, string more, string state)
    {
        sample.WithFact("tried", content, registeredAs, more);
        Assert.Equal(state, State("tried"));
        Assert.Equal(Exit.FallsShort, InProcess.Run(sample.Case, "evidence", "check").Code);
    }

    [Fact]
    public void A_missing_fact_gives_exit_code_1()
    {
        File.Delete(Path.Combine(sample.Case, "artefacts", "login.xml"));
        Assert.Equal("missing", State("login-tests"));
        Assert.Equal(Exit.FallsShort, InProcess.Run(sample.Case, "evidence", "check").Code);
    }

    [Fact]
    public void A_result_that_a_later_registered_one_has_overwritten_is_replaced_and_no_shortfall()
    {
        sample.With("case/evidence/login-tests.yaml", $"""
            series: login-tests
            kind: junit
            path: artefacts/login.xml
            facts:
              - sha256: {Sample.Sha256("yesterday's")}
                observedAt: "2026-10-31T00:00:00Z"
              - sha256: {Sample.Sha256(Sample.Passing)}
                observedAt: "2026-11-01T00:00:00Z"
            """);
        var facts = InProcess.Run(sample.Case, "evidence", "check", "--format", "json").Json.GetProperty("facts");
        Assert.Equal(["replaced", "intact"], facts.EnumerateArray().Select(f => f.GetProperty("state").GetString()));
        Assert.Equal(Exit.Done, InProcess.Run(sample.Case, "evidence", "check").Code);
    }

    [Fact]
    public void A_result_that_an_earlier_one_has_overwritten_is_altered()
    {
        sample.With("case/evidence/login-tests.yaml", $"""
            series: login-tests
            kind: junit
            path: artefacts/login.xml
            facts:
              - sha256: {Sample.Sha256("tomorrow's")}
                observedAt: "2026-11-02T00:00:00Z"
              - sha256: {Sample.Sha256(Sample.Passing)}
                observedAt: "2026-11-01T00:00:00Z"
            """);
        Assert.Equal(Exit.FallsShort, InProcess.Run(sample.Case, "evidence", "check").Code);
    }

    [Fact]
    public void What_was_found_stands_beside_what_was_registered()
    {
        sample.WithFact("tried", Sample.Passing, registeredAs: "other");
        var fact = InProcess.Run(sample.Case, "evidence", "check", "--format", "json").Json.GetProperty("facts").EnumerateArray().Single(f => f.GetProperty("series").GetString() == "tried");
        Assert.Equal(Sample.Sha256("other"), fact.GetProperty("registered").GetProperty("sha256").GetString());
        Assert.Equal(Sample.Sha256(Sample.Passing), fact.GetProperty("found").GetProperty("sha256").GetString());
        Assert.Equal("evidence/tried.yaml:5:5", fact.GetProperty("registered").GetProperty("place").GetString());
    }

    public void Dispose() => sample.Dispose();

    private string? State(string series) =>
        InProcess.Run(sample.Case, "evidence", "check", "--format", "json").Json.GetProperty("facts").EnumerateArray().Single(f => f.GetProperty("series").GetString() == series).GetProperty("state").GetString();
}
