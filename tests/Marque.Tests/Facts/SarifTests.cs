using Marque.Facts;

namespace Marque.Tests.Facts;

public class SarifTests
{
    private const string Rules = """{"name":"Scanner","rules":[{"id":"R1","defaultConfiguration":{"level":"error"}},{"id":"R2"},{"id":"R3","defaultConfiguration":{"enabled":false}}]}""";

    [Fact]
    public void A_clean_run_with_rules_supports()
    {
        var check = Log(Run("[]"));
        Checked.Supports(check);
        Assert.Equal([("runs", 1), ("results", 0), ("errors", 0), ("warnings", 0), ("notes", 0), ("suppressed", 0), ("rules", 3), ("artifacts", 0)], check.Counts);
        Assert.Equal("Scanner", check.Named("tool"));
    }

    // SARIF 2.1.0, section 3.27.10.
    [Theory]
    [InlineData("""{"ruleId":"R2","level":"error"}""", "errors")]
    [InlineData("""{"ruleId":"R1"}""", "errors")]
    [InlineData("""{"ruleIndex":0}""", "errors")]
    [InlineData("""{"ruleId":"R1/sub"}""", "errors")]
    [InlineData("""{"rule":{"id":"R1","index":0}}""", "errors")]
    [InlineData("""{"ruleId":"R1","level":"note"}""", "notes")]
    [InlineData("""{"ruleId":"R2"}""", "warnings")]
    [InlineData("""{"ruleId":"unknown"}""", "warnings")]
    [InlineData("""{}""", "warnings")]
    [InlineData("""{"ruleId":"R1","kind":"fail"}""", "errors")]
    [InlineData("""{"ruleId":"R1","kind":"pass"}""", null)]
    [InlineData("""{"ruleId":"R1","kind":"open"}""", null)]
    [InlineData("""{"ruleId":"R1","level":"none"}""", null)]
    [InlineData("""{"ruleId":"R1","baselineState":"absent"}""", null)]
    [InlineData("""{"ruleId":"R1","baselineState":"unchanged"}""", "errors")]
    public void The_level_comes_from_the_result_its_kind_or_its_rule(string result, string? counted)
    {
        foreach (var run in new[] { Run($"[{result}]"), "{\"results\":[" + result + "],\"tool\":{\"driver\":" + Rules + "}}" })
        {
            var check = Log(run);
            Assert.Equal(counted == "errors" ? Outcome.Contradicts : Outcome.Supports, check.Outcome);
            foreach (var name in new[] { "errors", "warnings", "notes" }) Assert.Equal(name == counted ? 1 : 0, check.Count(name));
        }
    }

    [Theory]
    [InlineData("""[{"kind":"inSource"}]""", true)]
    [InlineData("""[{"kind":"external","status":"accepted"}]""", true)]
    [InlineData("""[{"kind":"external","status":"underReview"}]""", false)]
    [InlineData("""[{"kind":"external","status":"rejected"}]""", false)]
    [InlineData("""[{"kind":"inSource"},{"kind":"external","status":"underReview"}]""", false)]
    [InlineData("[]", false)]
    [InlineData("null", false)]
    public void Only_accepted_suppressions_suppress(string suppressions, bool suppressed)
    {
        var check = Log(Run($$"""[{"ruleId":"R1","suppressions":{{suppressions}}}]"""));
        Assert.Equal(suppressed ? 1 : 0, check.Count("suppressed"));
        Assert.Equal(suppressed ? Outcome.Supports : Outcome.Contradicts, check.Outcome);
    }

    [Theory]
    [InlineData("""[{"executionSuccessful":true,"ruleConfigurationOverrides":[{"descriptor":{"id":"R1"},"configuration":{"level":"note"}}]}]""", Outcome.Supports)]
    [InlineData("""[{"executionSuccessful":true,"ruleConfigurationOverrides":[{"descriptor":{"index":0},"configuration":{"level":"note"}}]}]""", Outcome.Supports)]
    [InlineData("""[{"executionSuccessful":true,"ruleConfigurationOverrides":[{"descriptor":{"index":1},"configuration":{"level":"note"}}]}]""", Outcome.Contradicts)]
    [InlineData("""[{"executionSuccessful":true},{"executionSuccessful":true,"ruleConfigurationOverrides":[{"descriptor":{"id":"R1"},"configuration":{"level":"note"}}]}]""", Outcome.Contradicts)]
    public void An_invocation_can_change_the_level_of_its_rule(string invocations, Outcome outcome) =>
        Assert.Equal(outcome, Log($$"""{"tool":{"driver":{{Rules}}},"invocations":{{invocations}},"results":[{"ruleId":"R1"}]}""").Outcome);

    [Theory]
    [InlineData("note", "warning", Outcome.Contradicts)]
    [InlineData("note", "note", Outcome.Supports)]
    [InlineData("none", "note", Outcome.Contradicts)]
    [InlineData("error", "error", Outcome.Supports)]
    [InlineData(null, "warning", Outcome.Supports)]
    public void A_policy_moves_the_bar(string? most, string level, Outcome outcome) =>
        Assert.Equal(outcome, Log(Run($$"""[{"ruleId":"R2","level":"{{level}}"}]"""), new Expectation { MaxLevel = most }).Outcome);

    [Theory]
    [InlineData("""{"tool":{"driver":{"name":"S","rules":[{"id":"R"}]}},"results":[],"artifacts":[]}""", "sarif.nothing-analysed")]
    [InlineData("""{"tool":{"driver":{"name":"S"}},"results":[]}""", "sarif.nothing-analysed")]
    [InlineData("""{"tool":{"driver":{"name":"S","rules":[{"id":"R"}]}}}""", "sarif.no-results")]
    [InlineData("""{"tool":{"driver":{"name":"S","rules":[{"id":"R"}]}},"results":null}""", "sarif.no-results")]
    [InlineData("""{"tool":{"driver":{"name":"S","rules":[{"id":"R"}]}},"results":[],"invocations":[{"executionSuccessful":false}]}""", "sarif.no-successful-invocation")]
    [InlineData("""{"tool":{"driver":{"name":"S","rules":[{"id":"R"}]}},"externalPropertyFileReferences":{"results":[{}]}}""", "sarif.external-results")]
    public void A_run_that_analysed_nothing_proves_nothing(string run, string code) => Checked.Is(Outcome.Vacuous, code, Log(run));

    [Theory]
    [InlineData("""{"tool":{"driver":{"name":"S"}},"results":[],"artifacts":[{"location":{"uri":"a.c"}}]}""")]
    [InlineData("""{"tool":{"driver":{"name":"S"}},"results":[{"kind":"pass"}],"artifacts":[]}""")]
    [InlineData("""{"tool":{"driver":{"name":"S","rules":[{"id":"R"}]}},"results":[],"invocations":[{"executionSuccessful":false},{"executionSuccessful":true}]}""")]
    public void A_run_that_shows_what_it_looked_at_supports(string run) => Checked.Supports(Log(run));

    [Fact]
    public void A_log_without_runs_proves_nothing() => Checked.Is(Outcome.Vacuous, "sarif.no-run", Checked.Of(FactKind.Sarif, """{"version":"2.1.0","runs":[]}"""));

    [Fact]
    public void A_failed_run_beside_a_sound_one_is_named()
    {
        var check = Log(Run("[]") + "," + """{"tool":{"driver":{"name":"Other"}},"results":[],"invocations":[{"executionSuccessful":false}]}""");
        Checked.Supports(check);
        Assert.Equal("Other: no invocation was successful", Assert.Single(check.Findings).Text);
    }

    [Fact]
    public void The_expected_tool_must_have_run_soundly()
    {
        Checked.Supports(Log(Run("[]"), new Expectation { Tool = "scanner" }));
        Checked.Is(Outcome.Vacuous, "sarif.tool-missing", Log(Run("[]"), new Expectation { Tool = "Other" }));
        Checked.Is(Outcome.Vacuous, "sarif.no-successful-invocation", Log(Run("[]") + "," + """{"tool":{"driver":{"name":"Other"}},"results":[],"invocations":[{"executionSuccessful":false}]}""", new Expectation { Tool = "Other" }));
    }

    [Fact]
    public void Expected_rules_must_be_switched_on()
    {
        Checked.Supports(Log(Run("[]"), new Expectation { Rules = ["R1", "R2"] }));
        Checked.Is(Outcome.Vacuous, "sarif.rule-missing", Log(Run("[]"), new Expectation { Rules = ["R3"] }));
        Checked.Is(Outcome.Vacuous, "sarif.rule-missing", Log(Run("[]"), new Expectation { Rules = ["R9"] }));
        const string off = """{"tool":{"driver":{"name":"S","rules":[{"id":"R1"}]}},"results":[],"invocations":[{"executionSuccessful":true,"ruleConfigurationOverrides":[{"descriptor":{"id":"R1"},"configuration":{"enabled":false}}]}]}""";
        Checked.Is(Outcome.Vacuous, "sarif.rule-missing", Log(off, new Expectation { Rules = ["R1"] }));
    }

    [Fact]
    public void Findings_say_rule_message_and_line()
    {
        var check = Checked.Of(FactKind.Sarif, "{\"version\":\"2.1.0\",\n\"runs\":[{\n\"results\":[\n{\"ruleId\":\"R1\",\"level\":\"error\",\"message\":{\"text\":\"weak cipher\"}}]}]}");
        Assert.Equal(new Finding("sarif.error", "error of R1: weak cipher", 4), check.Findings[0]);
    }

    [Theory]
    [InlineData("""{"version":"2.0.0","runs":[]}""", "sarif.version")]
    [InlineData("""{"runs":[]}""", "sarif.version")]
    [InlineData("""{"version":"2.1.0"}""", "sarif.runs")]
    [InlineData("""{"version":"2.1.0","runs":[],"runs":[]}""", "sarif.duplicate-field")]
    [InlineData("""{"version":"2.1.0","runs":[{"results":[{"level":"error","level":"note"}]}]}""", "sarif.duplicate-field")]
    [InlineData("""{"version":"2.1.0","runs":[""", "json.syntax")]
    [InlineData("""{"version":"2.1.0","runs":[]} x""", "json.syntax")]
    [InlineData("[]", "json.root")]
    [InlineData(" ", "json.syntax")]
    public void What_is_no_log_is_refused(string json, string code) => Checked.Is(Outcome.Unreadable, code, Checked.Of(FactKind.Sarif, json));

    private static string Run(string results) => $$"""{"tool":{"driver":{{Rules}}},"results":{{results}}}""";

    private static Check Log(string runs, Expectation? expect = null) => Checked.Of(FactKind.Sarif, $$"""{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{{runs}}]}""", expect);
}
