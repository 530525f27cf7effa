namespace Marque.Cli.Tests;

public sealed class GateOptionTests : IDisposable
{
    private readonly Sample sample = new();

    [Theory]
    [InlineData("none", 0)]
    [InlineData("open", 1)]
    [InlineData("no open in I.2.d", 0)]
    [InlineData("no gap in I.2.d, I.2.e", 1)]
    [InlineData("at least gap in I.2.e", 0)]
    [InlineData("no claimed in I.2.d", 1)]
    [InlineData("no gap in CR 1.1", 1)]
    [InlineData("no gap in CR 1.1 except CR 1.1 RE", 0)]
    [InlineData("no open except Annex I", 0)]
    public void A_rule_decides_the_exit_code(string rule, int code) => Assert.Equal(code, InProcess.Run(sample.Case, "assess", "--gate", rule).Code);

    [Fact]
    public void Each_rule_that_fails_is_named_with_what_fails_it()
    {
        var ran = InProcess.Run(sample.Case, "assess", "--gate", "no gap in I.2.d, I.2.e, II; no open in I.2.e", "--gate", "at least demonstrated in I.2.d");
        Assert.Equal(Exit.FallsShort, ran.Code);
        Assert.Equal(
            "gate: no gap in I.2.d, I.2.e, II: fails for 9 of 10: open II.1, II.2, II.3, II.4, II.5, II.6, II.7, II.8; gap I.2.e\n" +
            "gate: at least demonstrated in I.2.d: fails for 1 of 1: claimed I.2.d\n", ran.Error);
    }

    [Fact]
    public void Each_release_is_named_where_there_are_several()
    {
        var ran = InProcess.Run(sample.Case, "assess", "--all-releases", "--gate", "no gap in I.2.e");
        Assert.Equal("gate: 1.0.0: no gap in I.2.e: fails for 1 of 1: gap I.2.e\ngate: 1.1.0: no gap in I.2.e: fails for 1 of 1: gap I.2.e\n", ran.Error);
    }

    [Fact]
    public void A_file_of_rules_is_read_from_where_one_stands()
    {
        sample.With("case/gates.txt", "\uFEFF# ours\nno gap in I.2.d\n\nno gap in I.2.e # soon\n");
        Assert.Equal("gate: no gap in I.2.e: fails for 1 of 1: gap I.2.e\n", InProcess.Run(sample.Case, "assess", "--gate", "@gates.txt").Error);
        var wrong = InProcess.Run(sample.With("case/gates.txt", "no gap\nno gpa\n").Case, "assess", "--gate", "@gates.txt", "--gate", "clamed");
        Assert.Equal((Exit.BadInput, ""), (wrong.Code, wrong.Out));
        Assert.Equal("--gate:1:1: 'clamed' starts no rule; did you mean 'claimed'?\ngates.txt:2:4: 'gpa' is no verdict; did you mean 'gap'?\n", wrong.Error);
    }

    [Fact]
    public void What_is_wrong_with_the_gate_and_with_the_case_is_said_in_one_run()
    {
        sample.With("case/controls/wrong.yaml", "requirement: I.2.f\nstatus: done\n");
        var ran = InProcess.Run(sample.Case, "assess", "--gate", "no gpa");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("--gate:1:4:", ran.Error, StringComparison.Ordinal);
        Assert.Contains("controls/wrong.yaml:2:9:", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no gap in obligatons", "--gate:1:11: nothing is called 'obligatons'; did you mean 'obligations'?\n")]
    [InlineData("@missing.txt", "missing.txt: there is no such file; create it, or correct the name\n")]
    [InlineData("@", "--gate: a file is missing after '@'; write --gate @gates.txt\n")]
    public void A_gate_that_means_nothing_is_refused(string rule, string error)
    {
        var ran = InProcess.Run(sample.Case, "assess", "--gate", rule);
        Assert.Equal((Exit.BadInput, error), (ran.Code, ran.Error));
    }

    [Fact]
    public void A_rule_with_nothing_to_look_at_holds_and_says_so()
    {
        var ran = InProcess.Run(sample.Case, "assess", "--gate", "no open in CR binding");
        Assert.Equal((Exit.Done, "gate: no open in CR binding: holds of nothing: this assessment has no such entry\n"), (ran.Code, ran.Error));
    }

    [Fact]
    public void Without_a_gate_the_default_fails_without_a_word()
    {
        var ran = InProcess.Run(sample.Case, "assess");
        Assert.Equal((Exit.FallsShort, ""), (ran.Code, ran.Error));
    }

    [Theory]
    [InlineData("LAW")]
    [InlineData("STANDARD")]
    [InlineData("PRACTICE")]
    public void A_gate_looks_at_the_whole_assessment_whatever_is_shown(string tag)
    {
        var ran = InProcess.Run(sample.Case, "assess", "--only", tag);
        Assert.Equal(Exit.FallsShort, ran.Code);
        Assert.StartsWith("gate: no claimed: fails for 22 of 22: open I.1, ", ran.Error, StringComparison.Ordinal);
        var named = InProcess.Run(sample.Case, "assess", "--only", tag, "--gate", "no gap in CR 1.1; no open in I.2.d");
        Assert.Equal((Exit.FallsShort, "gate: no gap in CR 1.1: fails for 2 of 3: open CR 1.1 RE(1), CR 1.1 RE(2)\n"), (named.Code, named.Error));
    }

    public void Dispose() => sample.Dispose();
}
