using System.Text;

namespace Marque.Cli.Tests;

/// <summary>The questions of a substantial modification (Article 3(30), rule T-6) in <c>marque diff</c>, and the record in the release.</summary>
public sealed class ModificationTests : IDisposable
{
    private const string Release = "case/releases/1.1.0.yaml";

    private static readonly string[] No = ["--answer", "after-placing=yes: 1.0.0 is sold", "--answer", "part-i=no: one length: checked", "--answer", "intended-purpose=no: the same plant"];

    private static readonly string[] Yes = ["--answer", "after-placing=yes: it is sold", "--answer", "part-i=yes: accounts are new", "--answer", "intended-purpose=no: as before", "--answer", "by-another=no: ours", "--answer", "whole-product=yes: all of it"];

    private readonly Sample sample = new();

    public ModificationTests() => sample.With("case/releases/1.0.0.yaml", "version: \"1.0.0\"\nline: 1.x\nplacing: { first: 2026-03-02 }\n");

    public void Dispose() => sample.Dispose();

    [Fact]
    public void Each_question_shows_what_bears_on_it_and_its_words_of_the_law()
    {
        sample.With("case/controls/more.yaml", "requirement: I.2.h\nstatus: implemented\nhow: A watchdog.\nreleases: { from: \"1.1.0\" }\n");
        var json = Diff("--from", "1.0.0", "--to", "1.1.0", "--questions", "--format", "json").Json;
        Assert.Empty(Beside.Errors("diff", json));
        var modification = json.GetProperty("modification");
        Assert.Equal(("T-6", "1.1.0", "undecided", "2027-12-11"), (Text("rule"), Text("release"), Text("outcome"), Text("appliesFrom")));
        var questions = modification.GetProperty("questions").EnumerateArray().ToDictionary(q => q.GetProperty("id").GetString()!, q => q.GetProperty("shows").EnumerateArray().Select(s => s.GetString()!).ToList());
        Assert.Equal(["1.0.0 has been placed on the market since 2026-03-02"], questions["after-placing"]);
        Assert.Contains(questions["part-i"], s => s.StartsWith("I.2.h ", StringComparison.Ordinal) && s.EndsWith(": open -> claimed", StringComparison.Ordinal));
        Assert.Contains("statement I.2.h counts now", questions["part-i"]);
        Assert.Empty(questions["intended-purpose"]);

        string? Text(string name) => modification.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("table")]
    [InlineData("markdown")]
    public void They_are_asked_in_every_format_and_only_when_wanted(string format)
    {
        var asked = Diff("--from", "1.0.0", "--to", "1.1.0", "--questions", "--format", format).Out;
        Assert.Contains("Substantial modification?", asked, StringComparison.Ordinal);
        Assert.Contains("the intended purpose for which the product has been", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Substantial modification?", Diff("--from", "1.0.0", "--to", "1.1.0", "--format", format).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_purpose_shows_between_what_was_committed_and_what_stands()
    {
        sample.Git();
        sample.With("case/marque.yaml", File.ReadAllText(Path.Combine(sample.Case, "marque.yaml")).Replace("Tests the program.", "Protects the plant.", StringComparison.Ordinal));
        var text = Diff("--from", "HEAD,1.0.0", "--to", "1.1.0", "--questions").Out;
        Assert.Contains("product.intendedPurpose: Tests the program. -> Protects the plant.", text[text.IndexOf("intended-purpose  ", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_are_written_into_the_release_and_nothing_else_of_it_changes()
    {
        const string before = "# ours\r\nversion: \"1.1.0\"\r\nline: 1.x   # the line\r\npredecessor: \"1.0.0\"\r\n\r\nchange:\r\n    what: A fix.   # of a length\r\ncommit: abc\r\n";
        File.WriteAllText(Path.Combine(sample.Root, Release), before, new UTF8Encoding(true));
        var ran = Record([.. No, "--by", "psirt"]);
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Out));
        Assert.Contains("1.1.0 is not a substantial modification (Art. 3(30)).", Flat(ran.Error), StringComparison.Ordinal);
        Assert.Contains("Art. 31(2), LAW", Flat(ran.Error), StringComparison.Ordinal);
        var after = File.ReadAllBytes(Path.Combine(sample.Root, Release));
        var record = "    substantial: false\r\n    comparedWith: \"1.0.0\"\r\n    by: psirt\r\n    on: 2026-11-24\r\n    questions:\r\n"
            + "      - question: after-placing\r\n        answer: \"yes\"\r\n        because: 1.0.0 is sold\r\n"
            + "      - question: part-i\r\n        answer: \"no\"\r\n        because: \"one length: checked\"\r\n"
            + "      - question: intended-purpose\r\n        answer: \"no\"\r\n        because: the same plant\r\n";
        Assert.Equal("\uFEFF" + before.Replace("commit:", $"{record}commit:", StringComparison.Ordinal), Encoding.UTF8.GetString(after));
        var modification = Diff("--from", "1.0.0", "--to", "1.1.0", "--questions", "--format", "json").Json.GetProperty("modification");
        Assert.Equal("not-substantial", modification.GetProperty("outcome").GetString());
        Assert.Equal(["documentation"], modification.GetProperty("consequences").EnumerateArray().Select(c => c.GetProperty("id").GetString()));
        Assert.DoesNotContain("substantial modification", Assess(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_substantial_one_is_said_by_the_assessment()
    {
        Assert.Contains("it is not decided whether 1.1.0 is a substantial modification", Assess(), StringComparison.Ordinal);
        Assert.Equal(Exit.Done, Record([.. Yes, "--by", "psirt", "--what", "Accounts."]).Code);
        Assert.Contains("what: Accounts.", File.ReadAllText(Path.Combine(sample.Root, Release)), StringComparison.Ordinal);
        Assert.Contains("1.1.0 is a substantial modification (Art. 3(30)): what was decided for the versions before does not carry for 13(12), 32(1), 28(1), 13(8)", Assess(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_no_beside_something_that_speaks_for_yes_is_recorded_and_said()
    {
        var ran = Record(["--answer", "after-placing=no: never sold", "--by", "psirt"]);
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("note: 'after-placing' is answered with no, and the comparison shows: 1.0.0 has been placed on the market since 2026-03-02", Flat(ran.Error), StringComparison.Ordinal);
        Assert.Contains("note: 'after-placing' is answered with no", Flat(Diff("--from", "1.0.0", "--to", "1.1.0", "--questions").Out), StringComparison.Ordinal);
        Assert.Contains("that 1.1.0 follows no placing on the market (Art. 3(30)) is answered, and the case records an earlier one", Assess(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_is_asked_about_against_one_that_came_before_it()
    {
        Assert.Contains("--from: 1.1.0 follows 1.0.0; turn them round: --from 1.0.0 --to 1.1.0", Diff("--from", "1.1.0", "--to", "1.0.0", "--questions").Error, StringComparison.Ordinal);
        Assert.Contains("1.1.0 is compared with itself, in the same files", Diff(["--from", "1.1.0", "--to", "1.1.0", "--record", .. No]).Error, StringComparison.Ordinal);
        Assert.Contains("1.1.0 is compared with itself, in the same files", Diff("--from", "2026-11-01", "--to", "now", "--questions").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_edited_is_told_with_every_line_to_paste()
    {
        sample.With(Release, "version: \"1.1.0\"\nline: 1.x\npredecessor: \"1.0.0\"\nchange: { what: A fix. }\n");
        var ran = Record([.. No, "--by", "psirt"]);
        Assert.Equal(Exit.BadInput, ran.Code);
        foreach (var line in new[] { "    substantial: false", "    by: psirt", "    on: 2026-11-24", "      - question: part-i", "        because: the same plant" }) Assert.Contains(line, ran.Error.Split('\n').Select(l => l.TrimEnd()), StringComparer.Ordinal);
    }

    [Fact]
    public void A_dry_run_shows_the_record_and_writes_nothing()
    {
        var before = File.ReadAllText(Path.Combine(sample.Root, Release));
        var ran = Record([.. No, "--by", "psirt", "--dry-run"]);
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("+    - question: part-i", ran.Lines);
        Assert.Contains("would be recorded", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(sample.Root, Release)));
    }

    [Fact]
    public void What_is_recorded_goes_only_when_asked_and_takes_the_reason_for_the_opposite_with_it()
    {
        Assert.Equal(Exit.Done, Record([.. No, "--by", "psirt"]).Code);
        var again = Record([.. Yes, "--by", "psirt"]);
        Assert.Equal(Exit.BadInput, again.Code);
        Assert.Contains("releases/1.1.0.yaml:1:1: 1.1.0 has answers already, by psirt on 2026-11-24; replace them with --replace", again.Error, StringComparison.Ordinal);
        Assert.Equal(Exit.Done, Record([.. Yes, "--by", "psirt", "--replace"]).Code);
        Assert.Contains("substantial: true", File.ReadAllText(Path.Combine(sample.Root, Release)), StringComparison.Ordinal);

        sample.With(Release, "version: \"1.1.0\"\nline: 1.x\npredecessor: \"1.0.0\"\nchange: \n  substantial: true\n  because: It grew.\n");
        Assert.Contains("the record says 'substantial: true', and by these answers it is the opposite", Record([.. No, "--by", "psirt"]).Error, StringComparison.Ordinal);
        Assert.Equal(Exit.Done, Record([.. No, "--by", "psirt", "--replace"]).Code);
        Assert.DoesNotContain("It grew.", File.ReadAllText(Path.Combine(sample.Root, Release)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1.0,at=2026-10-15", "2026-11-24")]
    [InlineData("1.1.0,at=2026-10-15", "2026-11-20", "--as-of", "2026-11-20")]
    [InlineData("1.1.0", "2026-11-20", "--as-of", "2026-11-20")]
    public void The_day_is_the_one_on_which_it_is_answered_whatever_instant_is_compared(string to, string on, params string[] more)
    {
        Assert.Equal(Exit.Done, Diff(["--from", "1.0.0", "--to", to, "--record", .. No, "--by", "psirt", .. more]).Code);
        Assert.Contains($"on: {on}", File.ReadAllText(Path.Combine(sample.Root, Release)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_and_a_gate_are_two_runs()
    {
        var ran = Record([.. No, "--by", "psirt", "--gate", "worse"]);
        Assert.NotEqual(Exit.Done, ran.Code);
        Assert.Contains("run --gate apart", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("questions:", File.ReadAllText(Path.Combine(sample.Root, Release)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_missing_or_wrong_answer_is_named_in_one_run()
    {
        var none = Record(["--by", "psirt"]);
        Assert.Equal(Exit.BadInput, none.Code);
        Assert.Equal(["after-placing", "part-i", "intended-purpose"], none.Error.Split('\n').Where(l => l.Contains("is not answered", StringComparison.Ordinal)).Select(l => l.Split('\'')[1]));
        var wrong = Record(["--answer", "part-1=no: x", "--answer", "after-placing=maybe: x", "--answer", "intended-purpose=no", "--answer", "whole-product=no: a", "--answer", "whole-product=no: b", "--by", "psirt"]).Error;
        Assert.Contains("there is no question 'part-1'; did you mean 'part-i'?", wrong, StringComparison.Ordinal);
        Assert.Contains("'maybe' is no answer to 'after-placing'", wrong, StringComparison.Ordinal);
        Assert.Contains("the answer to 'intended-purpose' has no reason", wrong, StringComparison.Ordinal);
        Assert.Contains("'whole-product' is answered twice", wrong, StringComparison.Ordinal);
        Assert.Contains("--by: this is not said", Record(No).Error, StringComparison.Ordinal);
        Assert.Contains("--answer needs --record", Diff("--from", "1.0.0", "--answer", "part-i=no: x").Error, StringComparison.Ordinal);
        Assert.Contains("--record writes into the case", Record([.. No, "--format", "json"]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_or_a_side_without_a_release_holds_no_record()
    {
        sample.Git();
        var ran = Diff(["--from", "1.0.0", "--to", "rev=HEAD,release=1.1.0", "--record", .. No, "--by", "psirt"]);
        Assert.Contains("'HEAD' is a git revision, and the answers are written into the case as it stands; name the release: --to 1.1.0", ran.Error, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(sample.Case, "releases"), recursive: true);
        Assert.Contains("this side has no release", Diff("--from", "2026-10-01", "--questions").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_is_asked_what_is_left_to_answer()
    {
        var ran = InProcess.Run(new Surroundings(sample.Case, 80) { Input = "y\n1.0.0 is sold\nperhaps\nno\n\nOne length.\nn\nThe same.\npsirt\n" }, "diff", "--from", "1.0.0", "--to", "1.1.0", "--record");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("Answer y or n.", ran.Error, StringComparison.Ordinal);
        Assert.Contains("An answer is needed here.", ran.Error, StringComparison.Ordinal);
        Assert.Contains("because: One length.", File.ReadAllText(Path.Combine(sample.Root, Release)), StringComparison.Ordinal);
        // Who leaves writes nothing.
        var before = File.ReadAllText(Path.Combine(sample.Root, Release));
        Assert.NotEqual(Exit.Done, InProcess.Run(new Surroundings(sample.Case, 80) { Input = "y\n" }, "diff", "--from", "1.0.0", "--to", "1.1.0", "--record", "--replace").Code);
        Assert.Equal(before, File.ReadAllText(Path.Combine(sample.Root, Release)));
    }

    [Theory]
    [InlineData("questions: [{ question: part-1, answer: \"no\", because: x }]", "there is no question 'part-1'; did you mean 'part-i'?")]
    [InlineData("questions: [{ question: after-placing, answer: \"no\", because: x }]", "by these answers 1.1.0 is not a substantial modification (Art. 3(30)), and the record does not say so; write 'substantial: false' beside them")]
    [InlineData("substantial: true, questions: [{ question: after-placing, answer: \"no\", because: x }]", "and the record says the opposite")]
    [InlineData("questions: [{ question: part-i, answer: \"no\", because: x }, { question: part-i, answer: \"no\", because: x }]", "'part-i' is answered twice")]
    [InlineData("questions: [{ question: part-i, answer: maybe, because: x }]", "'maybe', which is none of its words")]
    [InlineData("questions: [{ question: part-i, because: x }]", "'answer' is missing")]
    [InlineData("questions: [{ question: part-i, answer: \"no\" }]", "'because' is missing")]
    [InlineData("by: psirt", "'by' is said of answers that are not there")]
    public void A_record_that_contradicts_itself_is_refused(string change, string expected)
    {
        sample.With(Release, $"version: \"1.1.0\"\nline: 1.x\npredecessor: \"1.0.0\"\nchange: {{ {change} }}\n");
        var ran = InProcess.Run(sample.Case, "assess", "--gate", "none");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
        Assert.StartsWith("releases/1.1.0.yaml:4:", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unfinished_record_is_said_with_what_is_missing()
    {
        sample.With(Release, "version: \"1.1.0\"\nline: 1.x\npredecessor: \"1.0.0\"\nchange: { questions: [{ question: after-placing, answer: \"yes\", because: x }] }\n");
        Assert.Contains("some are not answered: part-i, intended-purpose", Assess(), StringComparison.Ordinal);
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Assess() => Flat(InProcess.Run(sample.Case, "assess", "--gate", "none", "--release", "1.1.0").Out);

    private Ran Record(string[] args) => Diff(["--from", "1.0.0", "--to", "1.1.0", "--record", .. args]);

    private Ran Diff(params string[] args) => InProcess.Run(sample.Case, ["diff", .. args]);
}
