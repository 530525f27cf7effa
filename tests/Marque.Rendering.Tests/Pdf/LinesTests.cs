using CsCheck;
using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Pdf.Fonts;
using Marque.Rendering.Pdf.Layout;
using Marque.Rendering.Pdf.Text;
using Run = Marque.Documents.Blocks.Run;

namespace Marque.Rendering.Tests.Pdf;

public sealed class LinesTests
{
    private static readonly Setter Setter = new(new FontSet(), Texts.English, new HashSet<string>(StringComparer.Ordinal));
    private static readonly Look Look = Scale.Plain(Scale.Body);

    [Fact]
    public void Lines_hold_everything_but_the_blanks_at_their_ends_and_fit_their_place() =>
        Gen.Select(Gen.String[Gen.Char["aämW.-/_ :é7"], 0, 120], Gen.Double[12, 300]).Sample((text, width) =>
        {
            var lines = Lines.Of(Setter.Of(text, Look), width);
            Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines.Select(Text)).Replace(" ", "", StringComparison.Ordinal));
            // Twelve points hold any one letter.
            Assert.All(lines, l => Assert.True(l.Width <= width + 0.01));
        });

    [Theory]
    [InlineData("one two", "one|two")]
    [InlineData("well-known", "well-|known")]
    [InlineData("on 2027-12-11", "on|2027-12-11")]
    [InlineData("CRA 13(2)", "CRA|13(2)")]
    [InlineData("src/a.cs", "src/|a.cs")]
    public void Words_end_lines_and_numbers_with_hyphens_stay_whole(string text, string expected)
    {
        // Too narrow for all of it, by a little.
        var width = Setter.Line(text, Look).Width - 1;
        Assert.Equal(expected, string.Join('|', Lines.Of(Setter.Of(text, Look), width).Select(Text)));
    }

    [Fact]
    public void A_path_that_no_line_holds_is_broken_at_a_separator_and_a_digest_anywhere()
    {
        var path = string.Concat(Enumerable.Repeat("segment_of.name", 20));
        Assert.All(Lines.Of(Setter.Of(path, Look), 200).SkipLast(1), l => Assert.Matches("[_.]$", Text(l)));
        var digest = Lines.Of(Setter.Of([new Run(new string('a', 64), Setting.Code)], Look), 100);
        Assert.All(digest.SkipLast(1), l => Assert.InRange(l.Width, 94, 100));
    }

    [Fact]
    public void A_verdict_of_two_words_may_break_between_them_only()
    {
        var words = Setter.Of([new VerdictMark(Verdict.NotApplicable)], Look);
        var lines = Lines.Of(words, Lines.Widest(words, 0));
        Assert.Equal(["–\u00a0not", "applicable"], lines.Select(Text));
    }

    private static string Text(Line line) => string.Concat(line.Words.Glyphs.Skip(line.From).Take(line.To - line.From).Select(g => ((char)g.Character).ToString()));
}
