using System.Text.Json;

namespace Marque.Cli.Tests;

public sealed class DecideTests : IDisposable
{
    private static readonly string[] Asked = ["decide", DecidingCase.Requirement, "--facts", "login-tests", "--by", "lead", "--rationale", "Both ways in were tried."];

    private readonly DecidingCase c = new();

    [Fact]
    public void It_says_what_it_stands_on_what_it_moves_and_what_it_wrote()
    {
        var ran = c.Well([.. Asked, "--until", "2027-11-24", "--sign", c.Key("lead")]);
        var lines = ran.Lines.Select(l => System.Text.RegularExpressions.Regex.Replace(l, "v1:[0-9a-f]{12}", "v1:DIGEST")).ToList();
        Assert.Equal(
            """
            CR 1.1  Human user identification and authentication
              judgement satisfied
              by        lead, as security
              on        2026-11-24, until 2027-11-24
              why       Both ways in were tried.

            Stands on
              What                Digest
              requirement         v1:DIGEST
              statement           v1:DIGEST
              series:login-tests  v1:DIGEST

            What it would move for release 1.1.0, once signed
              Id      Title                                         Now        Then
              CR 1.1  Human user identification and authentication  ◐ claimed  ■ demonstrated

            wrote decisions/CR-1.1/2026-11-24-lead.yaml
            It is attested.
            """.ReplaceLineEndings("\n").Split('\n'), lines);
    }

    [Fact]
    public void The_file_is_the_one_the_format_describes()
    {
        var text = c.Text(c.Decide("--until", "2027-11-24"));
        Assert.Matches("""
            ^requirement: CR 1.1
            judgement: satisfied
            facts:
              - login-tests
            stoodOn:
              requirement: v1:[0-9a-f]{64}
              statement: v1:[0-9a-f]{64}
              series:login-tests: v1:[0-9a-f]{64}
            by: lead
            role: security
            on: 2026-11-24
            until: 2027-11-24
            rationale: Both ways in were tried.
            signatures:
              - key: SHA256:\S{43}
                dsse: \S+
            $
            """.ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void A_dry_run_shows_the_file_and_neither_signs_nor_writes()
    {
        var before = Directory.GetFileSystemEntries(c.Case, "*", SearchOption.AllDirectories);
        var ran = c.Well([.. Asked, "--sign", c.Key("lead"), "--dry-run"]);
        Assert.Contains("+++ b/decisions/CR-1.1/2026-11-24-lead.yaml", ran.Out, StringComparison.Ordinal);
        Assert.Contains("+by: lead", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("signatures", ran.Out, StringComparison.Ordinal);
        Assert.Contains("nothing is signed in a dry run", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(c.Case, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Who_signs_decides_where_nobody_is_named()
    {
        var ran = c.Well("decide", DecidingCase.Requirement, "--facts", "login-tests", "--rationale", "Tried.", "--sign", c.Key("lead"));
        Assert.Contains("by        lead, as security", ran.Out, StringComparison.Ordinal);
    }

    // Each of them could never count, so that writing it would only look like a decision.
    [Theory]
    [InlineData("people.yaml does not know 'laed'; did you mean 'lead'?", "CR 1.1", "--facts", "login-tests", "--by", "laed")]
    [InlineData("lead does not hold the role 'compliance'; held: security", "CR 1.1", "--facts", "login-tests", "--by", "lead", "--role", "compliance")]
    [InlineData("no role of lead may decide on classification; these may: officer, owner", "classification", "--by", "lead")]
    [InlineData("2026-11-23 is past on 2026-11-24: the decision would be expired at once", "CR 1.1", "--facts", "login-tests", "--by", "lead", "--until", "2026-11-23")]
    [InlineData("the decision names no facts it rests on; its statements name: login-tests", "CR 1.1", "--by", "lead")]
    [InlineData("there is no series 'login-test'; did you mean 'login-tests'?", "CR 1.1", "--facts", "login-test", "--by", "lead")]
    [InlineData("did you mean 'CR 1.1'?", "CR 1.l", "--facts", "login-tests", "--by", "lead")]
    [InlineData("nobody has recorded how CR 1.2 is met", "CR 1.2", "--facts", "login-tests", "--by", "lead")]
    [InlineData("recorded as partly implemented", "I.2.e", "--facts", "login-tests", "--by", "lead")]
    [InlineData("there is no part 'apps'; did you mean 'app'?", "CR 1.1", "--facts", "login-tests", "--by", "lead", "--parts", "apps")]
    [InlineData("the case has no release '2.0.0'", "CR 1.1", "--facts", "login-tests", "--by", "lead", "--release", "2.0.0")]
    [InlineData("four eyes are asked of the role compliance for applicability, and no second approver is named; name one of owner", "CR 2.2", "--not-applicable", "--by", "officer")]
    [InlineData("the second approver is the first", "CR 2.2", "--not-applicable", "--by", "officer", "--second", "officer")]
    [InlineData("risk.yaml does not say that CR 1.1 does not apply", "CR 1.1", "--not-applicable", "--by", "officer", "--second", "owner")]
    [InlineData("no contradiction stands in the series 'login-tests'", "CR 1.1", "--rebuts", "--facts", "login-tests", "--by", "lead")]
    [InlineData("there is no bridge 'iec62443-to-cro'; did you mean 'iec62443-to-cra'?", "bridge:iec62443-to-cro", "--by", "officer")]
    [InlineData("marque.yaml does not adopt the bridge iec62443-to-cra; write it into 'adopts' of marque.yaml first, with its digest today: { bridge: iec62443-to-cra, digest: \"v1:", "bridge:iec62443-to-cra", "--by", "officer")]
    [InlineData("cannot be judged so; for it: satisfied, not-satisfied", "risk-assessment", "--rebuts", "--by", "officer")]
    [InlineData("risk", "risk-assessment", "--by", "officer")]
    public void What_could_not_count_is_refused_with_what_would_help(string because, params string[] args)
    {
        var ran = c.Run(["decide", .. args, "--rationale", "Tried."]);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(because, ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(c.Case, "decisions")));
    }

    [Fact]
    public void Unsound_facts_carry_no_decision()
    {
        c.With("case/artefacts/login.xml", Sample.Passing + " ");
        var ran = c.Run(Asked);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("login-tests: artefacts/login.xml is altered", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Restore the registered bytes of login-tests", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rebuttal_names_what_it_rebuts_by_digest()
    {
        const string Failing = """<testsuite name="login" tests="1"><testcase classname="Login" name="a"><failure/></testcase></testsuite>""";
        c.With("case/artefacts/login.xml", Failing).With("case/evidence/login-tests.yaml", Sample.Series("login-tests", "artefacts/login.xml", Sample.Sha256(Failing)));
        Assert.Equal("gap", c.Verdict());
        Assert.Contains("login-tests: contradicts", c.Run(Asked).Error, StringComparison.Ordinal);
        var path = DecidingCase.Written(c.Well("decide", DecidingCase.Requirement, "--rebuts", "--facts", "login-tests", "--by", "lead", "--rationale", "The test bench was broken.", "--sign", c.Key("lead")));
        Assert.Equal("decisions/CR-1.1/2026-11-24-lead-rebuts.yaml", path);
        Assert.Contains($"factDigests:\n  - {Sample.Sha256(Failing)}", c.Text(path).Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("claimed", c.Verdict());
    }

    [Fact]
    public void Adoption_and_classification_are_decided_like_requirements()
    {
        var digest = System.Text.RegularExpressions.Regex.Match(c.Why("I.2.d"), "its digest is (v1:[0-9a-f]{64})").Groups[1].Value;
        c.Edit("marque.yaml", "lines:", $"adopts:\n  - {{ bridge: iec62443-to-cra, digest: \"{digest}\" }}\nlines:");
        Assert.Equal("decisions/bridge-iec62443-to-cra/2026-11-24-officer.yaml", DecidingCase.Written(c.Well("decide", "bridge:iec62443-to-cra", "--by", "officer", "--rationale", "Read pair by pair.", "--sign", c.Key("officer"))));
        Assert.DoesNotContain("adopts the bridge", c.Why("I.2.d"), StringComparison.Ordinal);
        c.Well("decide", "classification", "--by", "officer", "--rationale", "It is in no category.", "--sign", c.Key("officer"));
        Assert.Equal("demonstrated", c.Verdict("classification"));
        // Now that the bridge is adopted, a decision records the pairs it was made for.
        Assert.Contains("pair:I.2.d: v1:", c.Text(c.Decide()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_decision_of_one_day_has_a_file_of_its_own()
    {
        var first = c.Decide();
        var second = DecidingCase.Written(c.Well("decide", DecidingCase.Requirement, "--facts", "login-tests", "--by", "lead", "--rationale", "Tried again.", "--sign", c.Key("lead")));
        Assert.NotEqual(first, second);
        Assert.StartsWith("decisions/CR-1.1/2026-11-24-lead-", second, StringComparison.Ordinal);
        Assert.Contains("this very decision is there already", c.Run("decide", DecidingCase.Requirement, "--facts", "login-tests", "--by", "lead", "--rationale", "Tried again.").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_decision_is_not_written_twice()
    {
        var path = c.Decide();
        var again = c.Run([.. Asked, "--sign", c.Key("lead")]);
        Assert.Equal((Exit.BadInput, $"{path}:1:1: this very decision is there already; sign it, if it lacks a signature: marque approve\n"), (again.Code, again.Error));
        Assert.Equal(path, Assert.Single(Directory.GetFiles(Path.Combine(c.Case, "decisions", "CR-1.1")).Select(f => Path.GetRelativePath(c.Case, f))));
    }

    [Fact]
    public void Whoever_has_not_signed_is_named_as_the_next()
    {
        var ran = c.Well([.. Asked, "--second", "owner"]);
        var path = DecidingCase.Written(ran);
        Assert.Equal([$"lead signs it with: marque approve {path} --sign KEY", $"owner approves it with: marque approve {path} --sign KEY"], ran.Lines.Where(l => l.Contains("marque approve", StringComparison.Ordinal)));
        var first = c.Well("approve", path, "--sign", c.Key("owner"));
        Assert.Equal([$"lead signs it with: marque approve {path} --sign KEY"], first.Lines.Where(l => l.Contains("marque approve", StringComparison.Ordinal)));
        Assert.Contains("It is attested.", c.Well("approve", path, "--sign", c.Key("lead")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_the_people_are_unsigned_nobody_is_asked_to_approve()
    {
        c.With("case/people.yaml", c.Text("people.yaml").Split("signatures:")[0]);
        var ran = c.Well([.. Asked, "--sign", c.Key("lead")]);
        Assert.Contains("Whoever holds the root key signs people.yaml with: marque people sign --sign ROOTKEY", ran.Lines);
        Assert.DoesNotContain("marque approve", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_that_fell_with_a_compromised_key_is_decided_anew()
    {
        var path = c.Decide();
        c.Well("people", "add", "lead", "--key", c.Pub("stranger"), "--sign", c.Key("root"));
        c.Well("people", "revoke", c.IdOf("lead"), "--because", "The laptop was stolen.", "--compromised", "--sign", c.Key("root"));
        Assert.Equal("claimed", c.Verdict());
        var approved = c.Run("approve", path, "--sign", c.Key("stranger"));
        Assert.Equal(Exit.BadInput, approved.Code);
        Assert.Contains($"the decision has fallen: the key {c.IdOf("lead")} of lead is revoked, and what it signed here counts no longer; decide anew: marque decide 'CR 1.1'", approved.Error, StringComparison.Ordinal);
        Assert.Contains("has fallen with a revoked key; take it out, or say more in --rationale", c.Run([.. Asked, "--sign", c.Key("stranger")]).Error, StringComparison.Ordinal);
        c.Well("decide", DecidingCase.Requirement, "--facts", "login-tests", "--by", "lead", "--rationale", "Both ways in were tried again.", "--sign", c.Key("stranger"));
        Assert.Equal("demonstrated", c.Verdict());
    }

    [Fact]
    public void Two_branches_that_each_write_a_decision_merge_without_conflict()
    {
        NativeTool.Require("git");
        void Git(params string[] args) => NativeTool.RunWell(c.Case, "git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", .. args]);
        Git("init", "-q", "-b", "main");
        Git("add", "-A");
        Git("commit", "-q", "-m", "A case");
        Git("checkout", "-q", "-b", "one");
        c.Decide();
        Git("add", "-A");
        Git("commit", "-q", "-m", "Lead decides");
        Git("checkout", "-q", "-b", "two", "main");
        c.Well("decide", DecidingCase.Requirement, "--facts", "login-tests", "--by", "owner", "--rationale", "Tried by others.", "--sign", c.Key("owner"));
        Git("add", "-A");
        Git("commit", "-q", "-m", "Owner decides");
        Git("merge", "-q", "-m", "Both", "one");
        Assert.Equal(2, Directory.GetFiles(Path.Combine(c.Case, "decisions", "CR-1.1")).Length);
        Assert.Equal("demonstrated", c.Verdict());
    }

    [Fact]
    public void It_reads_well_at_80_columns_and_without_colour()
    {
        var narrow = InProcess.Run(new Surroundings(c.Case, 80) { Variables = new(StringComparer.Ordinal) { ["NO_COLOR"] = "1" } }, [.. Asked, "--dry-run"]);
        Assert.All(narrow.Lines, l => Assert.True(l.Length <= 80 || l.Contains("v1:", StringComparison.Ordinal), l));
        Assert.DoesNotContain('\e', narrow.Out);
    }

    [Fact]
    public void A_process_case_is_decided_on_by_its_own_people()
    {
        c.With("sdl/marque.yaml", "process: { id: sdl, name: How we develop }\n")
            .With("sdl/controls/sm-9.yaml", "requirement: SM-9\nstatus: implemented\nhow: As written.\nevidence: [procedure, record]\n")
            .With("sdl/artefacts/procedure.md", "# Procedure\n\nWhat we do, and who does it.\n").With("sdl/artefacts/record.md", "# Record\n\nIt was done on 1 November.\n")
            .With("sdl/evidence/procedure.yaml", Document("procedure", "defined", "# Procedure\n\nWhat we do, and who does it.\n"))
            .With("sdl/evidence/record.yaml", Document("record", "practised", "# Record\n\nIt was done on 1 November.\n"));
        var sdl = Path.Combine(c.Root, "sdl");
        Assert.Equal(Exit.Done, InProcess.Run(sdl, "people", "add", "auditor", "--role", "quality", "--may", "requirements", "--key", c.Pub("stranger"), "--root", c.Pub("root"), "--sign", c.Key("root")).Code);
        var ran = InProcess.Run(sdl, "decide", "SM-9", "--facts", "procedure", "record", "--rationale", "Both were read.", "--sign", c.Key("stranger"));
        Assert.True(ran.Code == Exit.Done, ran.Error);
        Assert.Contains("It is attested.", ran.Out, StringComparison.Ordinal);
        var digest = System.Text.RegularExpressions.Regex.Match(Use(new string('0', 64)), "its digest today is (v1:[0-9a-f]{64})").Groups[1].Value;
        Use(digest);
        Assert.Equal("demonstrated", c.Verdict("SM-9"));
        // A product's people may decide on it too, and then on that edition of the process case.
        Assert.Contains("process:sdl: v1:", c.Text(DecidingCase.Written(c.Well("decide", "SM-9", "--facts", "procedure", "record", "--rationale", "Read again.", "--sign", c.Key("lead")))), StringComparison.Ordinal);

        string Use(string taken)
        {
            var main = c.Text("marque.yaml");
            c.With("case/marque.yaml", (main.Contains("uses:", StringComparison.Ordinal) ? main[..main.IndexOf("uses:", StringComparison.Ordinal)] : main.TrimEnd() + "\n") + $"uses:\n  - {{ id: sdl, path: ../sdl, digest: \"{taken}\" }}\n");
            return c.Why("SM-9");
        }

        static string Document(string id, string role, string content) => Sample.Series(id, $"artefacts/{id}.md", Sample.Sha256(content), "markdown").Replace("method: test", $"role: {role}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_case_that_is_not_the_one_taken_up_carries_no_decision()
    {
        c.With("sdl/marque.yaml", "process: { id: sdl, name: How we develop }\n").With("sdl/controls/sm-9.yaml", "requirement: SM-9\nstatus: implemented\nhow: As written.\n");
        c.With("case/marque.yaml", c.Text("marque.yaml") + $"\nuses:\n  - {{ id: sdl, path: ../sdl, digest: \"{new string('0', 64)}\" }}\n");
        var ran = c.Run("decide", "SM-9", "--facts", "login-tests", "--by", "lead", "--rationale", "Read.");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("stands on process case sdl, which is not the one taken up", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Review the changed process case sdl and take up its digest", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_of_a_list_is_approved_by_its_line()
    {
        var path = DecidingCase.Written(c.Well("decide", DecidingCase.Requirement, "--facts", "login-tests", "--by", "lead", "--second", "owner", "--rationale", "Tried.", "--sign", c.Key("lead")));
        var one = c.Text(path);
        File.Delete(Path.Combine(c.Case, path));
        var indented = string.Concat(one.TrimEnd('\n').Split('\n').Select((l, i) => (i == 0 ? "  - " : "    ") + l + "\n"));
        c.With("case/decisions/all.yaml", $"# Decided together.\ndecisions:\n{indented}  # The other one.\n{indented.Replace("Tried.", "Tried twice.", StringComparison.Ordinal)}");
        Assert.Contains("the file holds 2 decisions; name one by its line, as in decisions/all.yaml:3", c.Run("approve", "decisions/all.yaml", "--sign", c.Key("owner")).Error, StringComparison.Ordinal);
        var before = c.Text("decisions/all.yaml");
        c.Well("approve", "decisions/all.yaml:3", "--sign", c.Key("owner"));
        var after = c.Text("decisions/all.yaml");
        Assert.Equal("demonstrated", c.Verdict());
        // Two lines more, and every other one where it was.
        Assert.Equal(before.Split('\n'), after.Split('\n').Where(l => !l.Contains(c.IdOf("owner"), StringComparison.Ordinal) && (!l.Contains("dsse", StringComparison.Ordinal) || before.Contains(l, StringComparison.Ordinal))));
        Assert.Contains("the decision is signed with that key already", c.Run("approve", "decisions/all.yaml:3", "--sign", c.Key("lead")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void People_are_listed_as_the_schema_says()
    {
        var json = c.Well("people", "list", "--format", "json").Json;
        Assert.Empty(Beside.Errors("people-list", json));
        Assert.Equal(JsonValueKind.True, json.GetProperty("signed").ValueKind);
        Assert.Equal(["lead", "officer", "owner"], json.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("id").GetString()));
        c.Well("people", "revoke", "owner", "--because", "Left.", "--sign", c.Key("root"));
        json = c.Well("people", "list", "--format", "json").Json;
        Assert.Empty(Beside.Errors("people-list", json));
        Assert.Equal("2026-11-24T10:00:00Z", json.GetProperty("people")[2].GetProperty("keys")[0].GetProperty("revokedFrom").GetString());
    }

    public void Dispose() => c.Dispose();
}
