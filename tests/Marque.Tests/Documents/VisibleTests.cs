using System.Text;
using CsCheck;
using Marque.Documents;

namespace Marque.Tests.Documents;

public sealed class VisibleTests
{
    [Fact]
    public void Whatever_goes_in_comes_out_as_one_line_without_controls() =>
        Gen.String.Sample(text =>
        {
            var visible = Visible.Text(text);
            Assert.DoesNotContain(visible.EnumerateRunes(), Rune.IsControl);
            // Well-formed: no lone surrogate is left to an encoder.
            Assert.Equal(visible, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.UTF8.GetBytes(visible)));
        });

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Straße 网关 😀", "Straße 网关 😀")]
    [InlineData("a\r\nb\tc", "a  b c")]
    [InlineData("\u001b[2J", "\\u001b[2J")]
    [InlineData("\u009b31m", "\\u009b31m")]
    [InlineData("abc\u202egnp", "abc\\u202egnp")]
    [InlineData("\u2066x\u2069", "\\u2066x\\u2069")]
    [InlineData("\u2028", "\\u2028")]
    [InlineData("\uffff", "\\uffff")]
    public void Controls_are_shown_as_their_codes_and_all_else_as_it_is(string text, string expected) => Assert.Equal(expected, Visible.Text(text));

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() => Assert.Equal("a\ufffdb", Visible.Text($"a{'\ud800'}b"));
}
