using System.Text.RegularExpressions;
using CsCheck;
using Marque.Cli.Terminal;

namespace Marque.Cli.Tests;

public sealed class TerminalTests : IDisposable
{
    private readonly Sample sample = new("Gerät 网关 für Straße");

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void No_line_is_wider_than_the_terminal(int columns)
    {
        foreach (var args in new[] { new[] { "assess" }, ["assess", "--all-releases"], ["explain", "I.2.e"], ["standards", "list"], ["standards", "show", "EN 304 617"], ["evidence", "check"] })
        {
            var lines = Regex.Replace(InProcess.Run(new Surroundings(sample.Case, columns), args).Out, "\e\\[[0-9;]*m", "").Split('\n');
            Assert.All(lines, l => Assert.True(CellWidth.Of(l) <= columns, $"{string.Join(' ', args)}: {CellWidth.Of(l)} columns: {l}"));
        }
    }

    [Fact]
    public void A_pipe_gets_no_colours_no_rules_and_no_blanks_at_line_ends()
    {
        foreach (var args in new[] { new[] { "assess" }, ["explain", "I.2.e"], ["standards", "list"], ["evidence", "check"] })
        {
            var ran = InProcess.Run(sample.Case, args);
            Assert.DoesNotContain('\e', ran.Out);
            Assert.DoesNotMatch("[─│├└┌┐┘┤┬┴┼]", ran.Out);
            Assert.DoesNotMatch("(?m) $", ran.Out);
        }
    }

    [Fact]
    public void NO_COLOR_is_honoured()
    {
        var ran = InProcess.Run(new Surroundings(sample.Case, Columns: 80) { Variables = { ["NO_COLOR"] = "1" } }, "assess");
        Assert.DoesNotContain('\e', ran.Out);
        Assert.Contains('─', ran.Out);
    }

    [Theory]
    [InlineData("LC_ALL", "C")]
    [InlineData("LANG", "de_DE.ISO-8859-1")]
    [InlineData("TERM", "dumb")]
    public void Where_only_ASCII_is_shown_the_marks_are_ASCII(string variable, string value)
    {
        using var plain = new Sample();
        var ran = InProcess.Run(new Surroundings(plain.Case, Columns: 80) { Variables = { [variable] = value } }, "explain", "I.2.e");
        Assert.DoesNotContain(ran.Out, c => c > '\u007f');
        Assert.Contains("x gap", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LANG", "de_DE.UTF-8")]
    [InlineData("LC_ALL", "C.utf8")]
    [InlineData("LANG", "tr_TR")]
    public void Where_Unicode_is_shown_the_marks_have_their_shapes(string variable, string value) =>
        Assert.Contains("✗ gap", InProcess.Run(new Surroundings(sample.Case, Columns: 80) { Variables = { [variable] = value } }, "assess").Out, StringComparison.Ordinal);

    [Fact]
    public void COLUMNS_sets_the_width_of_a_pipe()
    {
        var narrow = InProcess.Run(new Surroundings(sample.Case) { Variables = { ["COLUMNS"] = "70" } }, "assess");
        Assert.All(narrow.Lines, l => Assert.True(CellWidth.Of(l) <= 70, l));
        Assert.Contains(InProcess.Run(sample.Case, "assess").Lines, l => CellWidth.Of(l) > 80);
    }

    // Wrapping loses nothing but blanks and never passes the width.
    [Fact]
    public void Wrapped_text_keeps_every_character_and_the_width() =>
        Gen.Select(Gen.String[Gen.Char["ab 网é/-."], 0, 200], Gen.Int[2, 40]).Sample((text, width) =>
        {
            var lines = Wrap.Lines(text, width);
            Assert.All(lines, l => Assert.True(CellWidth.Of(l) <= width));
            Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        });

    [Fact]
    public void A_long_name_is_cut_behind_what_joins_its_parts()
    {
        Assert.Equal(["com.example.core/", "example-annotations"], Wrap.Lines("com.example.core/example-annotations", 20));
        Assert.Equal(["a/bbbbbbbbbb", "bbbbbbbbbbbb", "b"], Wrap.Lines("a/" + new string('b', 23), 12));
    }

    // Unicode: East Asian Width of U+7F51 is W; U+0301 is a combining mark; U+1F600 is W.
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("网关", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("😀", 2)]
    [InlineData("◐✗■□★–", 6)]
    public void The_width_of_a_text_is_that_of_its_cells(string text, int expected) => Assert.Equal(expected, CellWidth.Of(text));

    public void Dispose() => sample.Dispose();
}
