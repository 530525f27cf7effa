using System.Text.RegularExpressions;

namespace Marque.Cli.Tests;

public sealed partial class DiffTests : IDisposable
{
    private const string Failing = """<testsuite name="login" tests="1"><testcase classname="Login" name="a"><failure>no</failure></testcase></testsuite>""";

    private readonly Sample sample = new();

    [Fact]
    public void Two_releases_are_compared_with_what_made_a_verdict_move()
    {
        Fail();
        var ran = Run("--from", "1.0.0", "--to", "1.1.0");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("from the case as it stands; release 1.0.0;", ran.Out, StringComparison.Ordinal);
        Assert.Contains("◐ claimed → ✗ gap  worse", ran.Out, StringComparison.Ordinal);
        Assert.Contains("cause:  fact login-tests", ran.Out, StringComparison.Ordinal);
        Assert.Empty(ran.Error);
    }

    [Theory]
    [InlineData("none", Exit.Done)]
    [InlineData("worse", Exit.FallsShort)]
    public void The_gate_decides_the_exit_code(string gate, int expected)
    {
        Fail();
        Assert.Equal(expected, Run("--from", "1.0.0", "--to", "1.1.0", "--gate", gate).Code);
        // The other way round it got better.
        Assert.Equal(Exit.Done, Run("--from", "1.1.0", "--to", "1.0.0", "--gate", gate).Code);
    }

    [Fact]
    public void Two_instants_are_compared_as_written()
    {
        var json = Run("--from", "1.1.0,2026-10-01", "--to", "release=1.1.0,at=2026-11-24T10:00:00Z", "--format", "json").Json;
        Assert.Equal("2026-10-01T22:00:00Z", json.GetProperty("from").GetProperty("asOf").GetString());
        Assert.Equal("2026-11-24T10:00:00Z", json.GetProperty("to").GetProperty("asOf").GetString());
        var change = Assert.Single(json.GetProperty("changes").EnumerateArray());
        Assert.Equal(("fact", "counts-now"), (change.GetProperty("kind").GetString(), change.GetProperty("change").GetString()));
        Assert.Empty(Beside.Errors("diff", json));
    }

    [Fact]
    public void A_revision_is_compared_with_the_case_as_it_stands()
    {
        Git();
        sample.With("case/controls/annex-i.yaml", "requirement: I.2.d\nstatus: planned\nhow: Later.\n").With("case/marque.yaml", File.ReadAllText(Path.Combine(sample.Case, "marque.yaml")).Replace("Tests the program.", "Protects the plant.", StringComparison.Ordinal));
        var json = Run("--from", "main", "--format", "json").Json;
        Assert.Empty(Beside.Errors("diff", json));
        Assert.Matches("^[0-9a-f]{40}$", json.GetProperty("from").GetProperty("commit").GetString());
        Assert.True(json.GetProperty("gotWorse").GetBoolean());
        var product = json.GetProperty("changes").EnumerateArray().Single(c => c.GetProperty("kind").GetString() == "product");
        Assert.Equal("product.intendedPurpose", product.GetProperty("fields")[0].GetProperty("field").GetString());
        var moved = json.GetProperty("moved").EnumerateArray().Single(m => m.GetProperty("id").GetString() == "I.2.d");
        Assert.Equal(("claimed", "gap"), (moved.GetProperty("from").GetString(), moved.GetProperty("to").GetString()));
        Assert.Contains("statement I.2.d changed", moved.GetProperty("turns").EnumerateArray().SelectMany(t => t.GetProperty("reasons").EnumerateArray()).Select(r => r.GetProperty("text").GetString()));
    }

    [Fact]
    public void Two_revisions_are_compared_though_the_case_as_it_stands_does_not_read()
    {
        Git();
        sample.With("case/releases/1.2.0.yaml", "version: \"1.2.0\"\nline: 1.x\npredecessor: \"1.1.0\"\n");
        Git("second");
        sample.With("case/controls/annex-i.yaml", "wrong: true\n");
        var json = Run("--from", "HEAD~1,1.1.0", "--to", "rev=HEAD,release=1.2.0", "--format", "json").Json;
        Assert.Equal(["added", "changed"], json.GetProperty("changes").EnumerateArray().Where(c => c.GetProperty("kind").GetString()!.EndsWith("release", StringComparison.Ordinal)).Select(c => c.GetProperty("change").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_name_that_could_be_two_things_is_refused_with_both_spellings()
    {
        Git();
        Command("tag", "1.1.0");
        var ran = Run("--from", "1.1.0");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("--from: '1.1.0' could be a release and a git revision; write release=1.1.0 or rev=1.1.0", ran.Error, StringComparison.Ordinal);
        Assert.Equal(Exit.Done, Run("--from", "release=1.1.0").Code);
        Assert.Equal(Exit.Done, Run("--from", "rev=1.1.0").Code);
    }

    [Theory]
    [InlineData("1.1.1", "did you mean '1.1.0'?")]
    [InlineData("release=9.9.9", "the case has no release '9.9.9'")]
    [InlineData("at=yesterday", "'yesterday' is neither a date nor an instant")]
    [InlineData("rev=no-such-branch", "no-such-branch: no revision of the repository")]
    [InlineData("release=1.0.0,release=1.1.0", "names two releases")]
    [InlineData("2026-10-01,2026-10-02", "names two instants")]
    [InlineData("", "an empty name")]
    [InlineData("rev=", "'rev=' names nothing")]
    [InlineData("no such thing", "is no release of the case, no date or instant, and no git revision")]
    public void A_name_that_names_nothing_is_refused(string name, string expected)
    {
        Git();
        var ran = Run("--from", name);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
        Assert.Empty(ran.Out);
    }

    [Fact]
    public void Without_a_repository_a_revision_says_why_it_cannot_be_read() =>
        Assert.Contains("the case lies in no git repository", Run("--from", "rev=main").Error, StringComparison.Ordinal);

    [Fact]
    public void The_comment_is_short_with_everything_else_folded()
    {
        Fail();
        var lines = Run("--from", "1.0.0", "--to", "1.1.0", "--format", "markdown").Lines;
        Assert.Equal("<!-- marque diff -->", lines[0]);
        Assert.Matches("^### Test Gateway: [0-9]+ verdicts? moved: ", lines[1]);
        Assert.Contains(lines, l => l.StartsWith("| **I.2.d** ", StringComparison.Ordinal) && l.Contains("| ◐ claimed | ✗ gap |", StringComparison.Ordinal));
        Assert.Equal(lines.Count(l => l.StartsWith("<details>", StringComparison.Ordinal)), lines.Count(l => l == "</details>"));
        Assert.Contains("no verdict moved", Run("--from", "1.0.0", "--to", "1.0.0", "--format", "markdown").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("markdown")]
    public void Text_of_a_case_starts_nothing(string format)
    {
        using var hostile = new Sample("@all #1 !2 | </details><script>alert(1)</script> [x](javascript:y) `z` **b** https://evil.example www.evil.example\u001b[2J\u202e");
        hostile.With("case/evidence/login-tests.yaml", Sample.Series("login-tests", "artefacts/login.xml", Sample.Sha256(Failing))).With("case/artefacts/login.xml", Failing);
        var ran = InProcess.Run(hostile.Case, "diff", "--from", "1.1.0,2026-10-01", "--to", "1.1.0", "--format", format);
        Assert.Equal(Exit.Done, ran.Code);
        Assert.DoesNotContain(ran.Out.EnumerateRunes(), r => System.Text.Rune.IsControl(r) && r.Value != '\n');
        Assert.DoesNotContain('\u202e', ran.Out);
        if (format == "table") return;
        Assert.DoesNotContain("<script", ran.Out, StringComparison.OrdinalIgnoreCase);
        // What a forge would see after decoding the entities.
        var shown = Entity().Replace(ran.Out, m => ((char)int.Parse(m.Groups["code"].Value, System.Globalization.CultureInfo.InvariantCulture)).ToString());
        Assert.DoesNotMatch(@"(?<!\w)[@#!]\w", shown.Replace("### ", "", StringComparison.Ordinal));
        Assert.DoesNotContain("://", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("www.evil", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("`z`", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("](", ran.Out, StringComparison.Ordinal);
        Assert.All(ran.Lines.Where(l => l.StartsWith("| **", StringComparison.Ordinal)), l => Assert.Equal(5, l.Count(c => c == '|')));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(200)]
    public void It_fits_the_terminal(int columns)
    {
        Fail();
        var ran = InProcess.Run(new Surroundings(sample.Case, columns) { Variables = { ["NO_COLOR"] = "1" } }, "diff", "--from", "1.0.0", "--to", "1.1.0");
        Assert.All(ran.Lines, l => Assert.True(l.Length <= columns, l));
    }

    [Fact]
    public void A_comment_is_never_longer_than_a_forge_takes_and_says_what_it_leaves_out()
    {
        // Each sign takes many in Markdown, where it must start nothing.
        string[] points = [.. "fghijklm".Select(p => $"I.2.{p}"), .. Enumerable.Range(1, 8).Select(p => $"II.{p}")];
        void Write(char sign) => Assert.All(points, p => sample.With($"case/controls/{p}.yaml", $"requirement: {p}\nstatus: implemented\nhow: \"{new string(sign, 500)}\"\n"));
        Write('@');
        sample.Git();
        Write('#');
        var ran = Run("--from", "HEAD,1.0.0", "--to", "1.1.0", "--questions", "--format", "markdown");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        var comment = ran.Out;
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(comment), 50_000, 65_536);
        Assert.Matches(@"and [0-9]+ more \(`--format json`\)", comment);
        Assert.Equal(comment.Split("<details>").Length, comment.Split("</details>").Length);
        Assert.All(comment.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)), l => Assert.EndsWith(" |", l, StringComparison.Ordinal));
    }

    public void Dispose() => sample.Dispose();

    // Passed on 1.0.0, failed on 1.1.0.
    private void Fail() =>
        sample.With("case/artefacts/login-1.1.0.xml", Failing).With("case/evidence/login-tests.yaml", $"""
            series: login-tests
            kind: junit
            method: test
            facts:
              - sha256: {Sample.Sha256(Sample.Passing)}
                path: artefacts/login.xml
                release: "1.0.0"
                observedAt: "2026-11-01T00:00:00Z"
              - sha256: {Sample.Sha256(Failing)}
                path: artefacts/login-1.1.0.xml
                release: "1.1.0"
                observedAt: "2026-11-02T00:00:00Z"
            """);

    private Ran Run(params string[] args) => InProcess.Run(sample.Case, ["diff", .. args]);

    private void Git(string message = "first") => sample.Git(message);

    private void Command(params string[] arguments) => sample.Command(arguments);

    [GeneratedRegex("&#(?<code>[0-9]+);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entity();
}
