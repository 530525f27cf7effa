using System.Diagnostics;

namespace Marque.Cli.Tests;

public sealed class EvidenceAddTests : IDisposable
{
    private const string Failing = """<testsuite name="login" tests="1" timestamp="2026-11-20T04:12:00Z"><testcase classname="Login" name="a"><failure message="no"/></testcase></testsuite>""";
    private const string NextNight = """<testsuite name="login" tests="1" timestamp="2026-11-21T04:12:00Z"><testcase classname="Login" name="a"/></testsuite>""";
    private const string WithoutZone = """<testsuite name="login" tests="1" timestamp="2026-10-25T02:30:00"><testcase classname="Login" name="a"/></testsuite>""";

    private readonly Sample sample = new();

    [Fact]
    public void A_fact_gets_a_file_of_its_own_with_times_scope_and_what_was_found()
    {
        sample.With("case/artefacts/night.xml", NextNight);
        var ran = Add("artefacts/night.xml", "--series", "login-tests", "--release", "1.1.0", "--valid-until", "2027-01-31", "--note", "Nightly run.");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        var sha256 = Sample.Sha256(NextNight);
        Assert.Equal($"""
            factOf: login-tests
            release: "1.1.0"
            path: artefacts/night.xml
            sha256: {sha256}
            observedAt: 2026-11-21T04:12:00Z
            receivedAt: 2026-11-24T10:00:00Z
            validUntil: 2027-01-31
            found:
              outcome: supports
              suites: 1
              tests: 1
              passed: 1
              failed: 0
              errors: 0
              skipped: 0
            note: Nightly run.

            """.ReplaceLineEndings("\n"), Text($"evidence/login-tests/2026-11-21-{sha256[..12]}.yaml"));
        Assert.Contains("I.2.d, CR 1.1", ran.Out, StringComparison.Ordinal);
        Assert.Equal(Exit.Done, InProcess.Run(sample.Case, "evidence", "check").Code);
    }

    [Theory]
    [InlineData("controls/night.xml", "only YAML files (.yaml) belong here")]
    [InlineData("evidence/login-tests/night.xml", "only YAML files (.yaml) belong here")]
    [InlineData("control/night.xml", "did you mean 'controls'?")]
    [InlineData("snapshots/1/2/3/4/5/6/7/8/night.xml", "nested more than 8 deep")]
    public void An_artefact_goes_nowhere_where_the_case_could_not_be_read_with_it(string target, string expected)
    {
        sample.With("night.xml", NextNight);
        var ran = Add("../night.xml", "--series", "login-tests", "--as", target);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(sample.Case, target)));
        Assert.Equal(Exit.Done, InProcess.Run(sample.Case, "evidence", "check").Code);
    }

    [Theory]
    [InlineData("試験")]
    [InlineData("..")]
    public void A_series_whose_id_makes_no_name_of_a_file_is_refused_with_the_reason(string id)
    {
        sample.With("night.xml", NextNight);
        var ran = Add("../night.xml", "--series", id, "--new");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains($"'{id}' gives no name of a file", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_that_a_statement_names_already_is_made_and_another_that_is_missing_is_named()
    {
        const string Statement = "requirement: CR 1.2\nstatus: implemented\nhow: Devices are known.\nevidence: [device-tests]\n";
        sample.With("case/artefacts/night.xml", NextNight).With("case/controls/cr-1.2.yaml", Statement);
        Assert.Equal(Exit.Done, Add("artefacts/night.xml", "--series", "device-tests").Code);
        Assert.Equal(Exit.Done, InProcess.Run(sample.Case, "evidence", "check").Code);
        sample.With("case/controls/cr-1.3.yaml", Statement.Replace("CR 1.2", "CR 1.3", StringComparison.Ordinal).Replace("device-tests", "account-tests", StringComparison.Ordinal));
        var ran = Add("artefacts/night.xml", "--series", "device-tests", "--again");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("there is no series 'account-tests'", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_in_a_file_of_its_own_is_the_same_record_as_one_in_its_series()
    {
        sample.With("case/artefacts/night.xml", NextNight);
        Add("artefacts/night.xml", "--series", "login-tests");
        var apart = Digest();
        var file = Directory.GetFiles(Path.Combine(sample.Case, "evidence", "login-tests")).Single();
        var fact = File.ReadAllLines(file).Where(l => !l.StartsWith('#') && !l.StartsWith("factOf", StringComparison.Ordinal)).ToList();
        File.Delete(file);
        File.AppendAllText(Path.Combine(sample.Case, "evidence", "login-tests.yaml"), $"\n  - {string.Join("\n    ", fact)}\n");
        Assert.Equal(apart, Digest());
    }

    [Fact]
    public void A_result_that_says_no_is_registered_just_the_same_said_loudly_and_outlives_its_file()
    {
        sample.With("case/artefacts/bad.xml", Failing);
        var ran = Add("artefacts/bad.xml", "--series", "login-tests");
        Assert.Equal(Exit.FallsShort, ran.Code);
        Assert.Contains("CONTRADICTS", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Login.a failed: no", ran.Error, StringComparison.Ordinal);
        Assert.Contains("outcome: contradicts", Text($"evidence/login-tests/2026-11-20-{Sample.Sha256(Failing)[..12]}.yaml"), StringComparison.Ordinal);
        Assert.Equal("gap", Verdict("I.2.d"));
        File.Delete(Path.Combine(sample.Case, "artefacts", "bad.xml"));
        Assert.Equal("gap", Verdict("I.2.d"));
        sample.With("case/artefacts/night.xml", NextNight);
        Assert.Equal(Exit.Done, Add("artefacts/night.xml", "--series", "login-tests").Code);
        Assert.Equal("claimed", Verdict("I.2.d"));
    }

    [Fact]
    public void A_result_that_proves_nothing_is_registered_and_said()
    {
        sample.With("case/artefacts/none.xml", """<testsuite tests="0" timestamp="2026-11-20T04:12:00Z"/>""");
        var ran = Add("artefacts/none.xml", "--series", "login-tests");
        Assert.Equal(Exit.FallsShort, ran.Code);
        Assert.Contains("proves nothing", ran.Error, StringComparison.Ordinal);
        Assert.Contains("outcome: vacuous", File.ReadAllText(Directory.GetFiles(Path.Combine(sample.Case, "evidence", "login-tests")).Single()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_artefact_in_the_case_stays_where_it_is_and_one_from_outside_replaces_only_what_was_named()
    {
        sample.With("case/artefacts/night.xml", NextNight).With("night.xml", Failing);
        Assert.Contains("lies in the case already", Add("artefacts/night.xml", "--series", "login-tests", "--as", "artefacts/other.xml").Error, StringComparison.Ordinal);
        Assert.Equal(Exit.Done, Add("artefacts/night.xml", "--series", "login-tests").Code);
        Assert.Equal(Exit.FallsShort, Add(Path.Combine(sample.Root, "night.xml"), "--series", "login-tests", "--as", "artefacts/night.xml").Code);
        Assert.Equal(Failing, Text("artefacts/night.xml"));
        Assert.Contains("no path inside the case", Add(Path.Combine(sample.Root, "night.xml"), "--series", "login-tests", "--as", "../night.xml", "--again").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_bytes_are_registered_once_unless_asked_for_again()
    {
        var ran = Add("artefacts/login.xml", "--series", "login-tests", "--observed-at", "2026-11-20");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("since 2026-11-01T00:00:00Z (evidence/login-tests.yaml:5:5)", ran.Error, StringComparison.Ordinal);
        Assert.Equal(Exit.Done, Add("artefacts/login.xml", "--series", "login-tests", "--observed-at", "2026-11-20", "--again").Code);
        Assert.Equal(Exit.Done, Add("artefacts/login.xml", "--series", "login-tests", "--observed-at", "2026-11-20", "--again", "--note", "once more").Code);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(sample.Case, "evidence", "login-tests")).Length);
    }

    [Theory]
    [InlineData(Sample.Passing, "does not say when it was made", "--observed-at")]
    [InlineData(WithoutZone, "2026-10-25T02:30:00 without a time zone", "--zone UTC")]
    public void An_artefact_without_an_instant_is_asked_for_one_and_its_file_time_is_not_believed(string content, string wrong, string right)
    {
        sample.With("case/artefacts/new.xml", content);
        var ran = Add("artefacts/new.xml", "--series", "other");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(wrong, ran.Error, StringComparison.Ordinal);
        Assert.Contains(right, ran.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(sample.Case, "evidence", "other.yaml")));
    }

    [Fact]
    public void A_time_that_was_twice_in_its_zone_is_asked_for()
    {
        sample.With("case/artefacts/new.xml", WithoutZone);
        Assert.Contains("which was twice in Europe/Brussels", Add("artefacts/new.xml", "--series", "other", "--zone", "Europe/Brussels").Error, StringComparison.Ordinal);
        Assert.Equal(Exit.Done, Add("artefacts/new.xml", "--series", "other", "--zone", "UTC").Code);
        Assert.Contains("observedAt: 2026-10-25T02:30:00Z", Text($"evidence/other/2026-10-25-{Sample.Sha256(WithoutZone)[..12]}.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_series_is_defined_by_the_options_and_the_kind_of_the_content()
    {
        sample.With("night.xml", NextNight).With("case/marque.yaml", "# yaml-language-server: $schema=../schemas/marque.schema.json\n" + Text("marque.yaml"));
        var ran = Add(Path.Combine(sample.Root, "night.xml"), "--series", "Fuzz & more", "--title", "Fuzz tests", "--method", "test", "--parts", "app", "--expect", "minTests=1", "--expect", "tests=Login.*", "--every-days", "7");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Equal("""
            # yaml-language-server: $schema=../../schemas/evidence.schema.json
            series: "Fuzz & more"
            title: Fuzz tests
            kind: junit
            method: test
            parts:
              - app
            everyDays: 7
            expect:
              minTests: 1
              tests:
                - "Login.*"

            """.ReplaceLineEndings("\n"), Text("evidence/Fuzz---more.yaml"));
        Assert.Equal(NextNight, Text("artefacts/Fuzz---more/2026-11-21-night.xml"));
        Assert.Equal(Exit.Done, InProcess.Run(sample.Case, "evidence", "check").Code);
    }

    [Theory]
    [InlineData("login-test", "did you mean 'login-tests'? For a new one, add --new")]
    [InlineData("login-tests", "is there already, with another 'method'", "--method", "review")]
    [InlineData("login-tests", "cannot be read as junit", "--observed-at", "2026-11-01", "marque.yaml")]
    [InlineData("login-tests", "later than now", "--observed-at", "2027-01-01")]
    [InlineData("login-tests", "there is no release '9.0'", "--release", "9.0")]
    [InlineData("login-tests", "minTests", "--expect", "minTest=1")]
    [InlineData("login-tests", "neither a date nor an instant", "--observed-at", "yesterday")]
    [InlineData("login-tests", "did you mean 'Europe/Berlin'", "--zone", "Europe/Berln")]
    public void Wrong_input_is_refused_with_what_would_be_right_and_nothing_is_written(string series, string message, params string[] more)
    {
        sample.With("case/artefacts/night.xml", NextNight);
        var before = Snapshot();
        var ran = Add("artefacts/night.xml", ["--series", series, .. more]);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public void A_dry_run_shows_what_git_can_apply_and_writes_nothing()
    {
        sample.With("night.xml", NextNight);
        var before = Snapshot();
        var ran = Add(Path.Combine(sample.Root, "night.xml"), "--series", "fuzzing", "--dry-run");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Equal(before, Snapshot());
        Assert.Contains("new: artefacts/fuzzing/2026-11-21-night.xml", ran.Out, StringComparison.Ordinal);
        Assert.Contains("+++ b/evidence/fuzzing.yaml\n", ran.Out, StringComparison.Ordinal);
        Assert.Contains("+factOf: fuzzing\n", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_case_takes_facts_too()
    {
        sample.With("sdl/marque.yaml", "process: { id: sdl, name: Development }\n").With("sdl/artefacts/review.md", "# Review\n\nHeld on Monday.\n");
        var ran = InProcess.Run(Path.Combine(sample.Root, "sdl"), "evidence", "add", "artefacts/review.md", "--series", "reviews", "--role", "practised", "--observed-at", "2026-11-02T09:00:00Z");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Equal(Exit.Done, InProcess.Run(Path.Combine(sample.Root, "sdl"), "evidence", "check").Code);
    }

    [Fact]
    public void Two_branches_that_each_add_a_fact_to_one_series_merge_without_conflict()
    {
        var git = Repository();
        git(["checkout", "-q", "-b", "one"]);
        sample.With("case/artefacts/bad.xml", Failing);
        Assert.Equal(Exit.FallsShort, Add("artefacts/bad.xml", "--series", "login-tests").Code);
        Commit(git);
        git(["checkout", "-q", "main"]);
        sample.With("case/artefacts/night.xml", NextNight);
        Assert.Equal(Exit.Done, Add("artefacts/night.xml", "--series", "login-tests").Code);
        Commit(git);
        Assert.Equal(0, git(["merge", "-q", "--no-edit", "one"]));
        var facts = InProcess.Run(sample.Case, "evidence", "check", "--format", "json").Json.GetProperty("facts");
        Assert.Equal(3, facts.GetArrayLength());
    }

    [Fact]
    public void Two_branches_that_state_different_things_of_one_requirement_conflict()
    {
        var git = Repository();
        git(["checkout", "-q", "-b", "one"]);
        sample.With("case/controls/annex-i.yaml", Text("controls/annex-i.yaml").Replace("status: partly", "status: implemented", StringComparison.Ordinal));
        Commit(git);
        git(["checkout", "-q", "main"]);
        sample.With("case/controls/annex-i.yaml", Text("controls/annex-i.yaml").Replace("status: partly", "status: planned", StringComparison.Ordinal));
        Commit(git);
        Assert.NotEqual(0, git(["merge", "-q", "--no-edit", "one"]));
    }

    public void Dispose() => sample.Dispose();

    private Ran Add(string file, params string[] more) => InProcess.Run(sample.Case, ["evidence", "add", file, .. more]);

    private string Text(string path) => File.ReadAllText(Path.Combine(sample.Case, path));

    private string Digest() => InProcess.Run(sample.Case, "evidence", "check", "--format", "json").Json.GetProperty("case").GetProperty("sha256").GetString()!;

    private string? Verdict(string id) => InProcess.Run(sample.Case, "assess", "--format", "json").Json.GetProperty("requirements").EnumerateArray().Single(r => r.GetProperty("id").GetString() == id).GetProperty("verdict").GetString();

    private string Snapshot() => string.Join('\n', Directory.EnumerateFiles(sample.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => $"{f} {Sample.Sha256(File.ReadAllText(f))}"));

    private Func<string[], int> Repository()
    {
        if (Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).All(p => !File.Exists(Path.Combine(p, "git"))))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "git is not installed");
            Assert.Fail("git is not installed; CI needs it.");
        }

        Git("init", "-q", "-b", "main", ".");
        Commit(Git);
        return Git;
    }

    private static void Commit(Func<string[], int> git)
    {
        Assert.Equal(0, git(["add", "-A"]));
        Assert.Equal(0, git(["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "Change"]));
    }

    private int Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", .. arguments]) { WorkingDirectory = sample.Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardOutput.ReadToEnd();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
