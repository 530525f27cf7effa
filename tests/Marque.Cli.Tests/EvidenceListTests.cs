namespace Marque.Cli.Tests;

public sealed class EvidenceListTests : IDisposable
{
    private const string Failing = """<testsuite tests="1"><testcase name="a"><failure message="no"/></testcase></testsuite>""";

    private readonly Sample sample = new();

    [Fact]
    public void A_fact_is_listed_with_its_state_its_age_and_what_rests_on_it()
    {
        var lines = InProcess.Run(sample.Case, "evidence", "list", "--as-of", "2026-11-24T10:00:00Z").Lines;
        Assert.Contains(lines, l => l.StartsWith("login-tests  junit; test; shows I.2.d, CR 1.1", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("sound", StringComparison.Ordinal) && l.Contains("2026-11-01", StringComparison.Ordinal) && l.Contains("23 d", StringComparison.Ordinal) && l.Contains(Sample.Sha256(Sample.Passing)[..8], StringComparison.Ordinal));
        Assert.Contains("1 sound", lines);
    }

    [Fact]
    public void Days_are_days_in_Brussels_and_the_last_good_day_is_the_one_that_ends()
    {
        sample.With("case/evidence/login-tests.yaml", Sample.Series("login-tests", "artefacts/login.xml", Sample.Sha256(Sample.Passing), more: "validUntil: \"2026-07-31\"").Replace("2026-11-01T00:00:00Z", "2026-06-30T22:30:00Z", StringComparison.Ordinal));
        var row = InProcess.Run(sample.Case, "evidence", "list", "--as-of", "2026-07-05").Lines.Single(l => l.Contains("sound  ", StringComparison.Ordinal));
        Assert.Contains(" 2026-07-01 ", row, StringComparison.Ordinal);
        Assert.Contains(" 2026-07-31 ", row, StringComparison.Ordinal);
        Assert.Contains(" 2026-07-01 ", InProcess.Run(sample.Case, "evidence", "expect", "--as-of", "2026-07-05").Lines.Single(l => l.StartsWith("login-tests ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_life_of_a_fact_says_what_it_said_then_and_says_now()
    {
        sample.WithFact("tried", Sample.Passing, "other", "found: { outcome: contradicts, tests: 1 }").With("case/artefacts/login.xml", "overwritten");
        var life = InProcess.Run(sample.Case, "evidence", "list", "--fact", Sample.Sha256("other")[..10]).Out;
        Assert.Contains("contradicts, at registration", life, StringComparison.Ordinal);
        Assert.Contains("contradicts 1.0.0, 1.1.0: no later sound result has lifted it", life, StringComparison.Ordinal);
        Assert.Contains("evidence/tried.yaml:5:5", life, StringComparison.Ordinal);
        Assert.Contains("not recorded at registration", InProcess.Run(sample.Case, "evidence", "list", "--series", "login-tests").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-01T00:00:00Z", "sound")]
    [InlineData("2026-11-08T00:00:00Z", "sound")]
    [InlineData("2026-11-08T00:00:01Z", "overdue")]
    [InlineData("2026-10-31T23:59:59Z", "not yet received")]
    public void A_fact_ages_with_the_instant(string at, string state)
    {
        sample.With("case/evidence/login-tests.yaml", Sample.Series("login-tests", "artefacts/login.xml", Sample.Sha256(Sample.Passing)) + "\neveryDays: 7\n");
        var fact = Json(at).GetProperty("facts")[0];
        Assert.Equal(state, fact.GetProperty("state").GetString());
        Assert.Equal("2026-11-08T00:00:00Z", fact.GetProperty("goodUntil").GetString());
        Assert.Equal("everyDays", fact.GetProperty("goodBecause").GetString());
    }

    [Fact]
    public void A_contradiction_stands_until_a_later_sound_result()
    {
        sample.With("case/artefacts/bad.xml", Failing).With("case/artefacts/good.xml", Sample.Passing);
        InProcess.Run(sample.Case, "evidence", "add", "artefacts/bad.xml", "--series", "login-tests", "--observed-at", "2026-11-10T00:00:00Z");
        Assert.Equal(["1.0.0", "1.1.0"], Bad().GetProperty("contradictsFor").EnumerateArray().Select(v => v.GetString()));
        InProcess.Run(sample.Case, "evidence", "add", "artefacts/good.xml", "--series", "login-tests", "--observed-at", "2026-11-11T00:00:00Z", "--release", "1.1.0", "--again");
        Assert.Equal(["1.0.0"], Bad().GetProperty("contradictsFor").EnumerateArray().Select(v => v.GetString()));
        Assert.Equal("contradicting", Bad().GetProperty("state").GetString());

        System.Text.Json.JsonElement Bad() => Json("2026-11-24").GetProperty("facts").EnumerateArray().Single(f => f.GetProperty("path").GetString() == "artefacts/bad.xml");
    }

    [Theory]
    [InlineData("did you mean 'login-tests'?", "--series", "login-test")]
    [InlineData("first 6 or more", "--fact", "abc")]
    [InlineData("no fact with the digest", "--fact", "000000")]
    public void What_is_not_there_is_named(string message, params string[] more)
    {
        var ran = InProcess.Run(sample.Case, ["evidence", "list", .. more]);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_that_delivers_everything_passes_and_one_that_does_not_is_told_what_is_missing()
    {
        Assert.Equal(Exit.Done, InProcess.Run(sample.Case, "evidence", "expect").Code);
        sample.With("case/evidence/login-tests.yaml", Sample.Series("login-tests", "artefacts/login.xml", Sample.Sha256(Sample.Passing), more: "release: \"1.0.0\""));
        Assert.Equal(Exit.Done, InProcess.Run(sample.Case, "evidence", "expect", "--release", "1.0.0").Code);
        var ran = InProcess.Run(sample.Case, "evidence", "expect", "--release", "1.1.0");
        Assert.Equal(Exit.FallsShort, ran.Code);
        Assert.Contains("missing", ran.Out, StringComparison.Ordinal);
        Assert.Contains("0 of 1 are there; 1 to be delivered, with: marque evidence add FILE --series ID --release 1.1.0", ran.Out, StringComparison.Ordinal);
        Assert.Equal(Exit.BadInput, InProcess.Run(sample.Case, "evidence", "expect", "--release", "1.2.0").Code);
    }

    [Fact]
    public void Documents_are_not_asked_of_a_build_unless_all_are()
    {
        sample.With("case/controls/doc.yaml", "requirement: II.1\nstatus: implemented\nhow: By procedure.\nevidence: [procedure]\n").With("case/evidence/procedure.yaml", "series: procedure\nkind: pdf\n");
        Assert.Equal(Exit.Done, InProcess.Run(sample.Case, "evidence", "expect").Code);
        Assert.Equal(Exit.FallsShort, InProcess.Run(sample.Case, "evidence", "expect", "--all").Code);
    }

    [Fact]
    public void A_series_that_no_statement_names_is_not_expected()
    {
        sample.With("case/evidence/spare.yaml", "series: spare\nkind: junit\n");
        Assert.Equal(Exit.Done, InProcess.Run(sample.Case, "evidence", "expect").Code);
    }

    public void Dispose() => sample.Dispose();

    private System.Text.Json.JsonElement Json(string at) => InProcess.Run(sample.Case, "evidence", "list", "--as-of", at, "--format", "json").Json;
}
