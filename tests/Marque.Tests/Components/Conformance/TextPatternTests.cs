using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Marque.Components.Conformance.Json;

namespace Marque.Tests.Components.Conformance;

public class TextPatternTests
{
    private static readonly int[] Lengths = [31, 32, 33, 40, 64, 96, 97, 128];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char["_:ab0\n"].Array[0, 6].Select(c => new string(c)),
        Gen.Select(Gen.Int[0, Lengths.Length - 1], Gen.Char["0aF"]).Select((n, c) => new string(c, Lengths[n])),
        Gen.Select(Gen.Int[0, Lengths.Length - 1], Gen.Char["g\n "]).Select((n, end) => new string('0', Lengths[n]) + end),
        Gen.String[0, 8]);

    [Theory]
    [InlineData("^(.*)$")]
    [InlineData("^([a-fA-F0-9]{32}|[a-fA-F0-9]{40}|[a-fA-F0-9]{64}|[a-fA-F0-9]{96}|[a-fA-F0-9]{128})$")]
    [InlineData("^(?!_:).+:.+")]
    [InlineData("^_:.+")]
    [InlineData("^[-+a-z0-9.]+/[-+a-z0-9.]+$")]
    [InlineData("^_")]
    public void Patterns_are_those_of_ECMA_262(string pattern)
    {
        // There "$" is the end of the text, and "." no end of a line (of which .NET knows only the line feed).
        var oracle = new Regex(pattern.Replace(".*", "[^\\n\\r\\u2028\\u2029]*", StringComparison.Ordinal).Replace(".+", "[^\\n\\r\\u2028\\u2029]+", StringComparison.Ordinal).Replace("$", "\\z", StringComparison.Ordinal), RegexOptions.ECMAScript, TimeSpan.FromSeconds(10));
        var ours = new TextPattern(pattern);
        Texts.Where(t => !t.Any(c => char.IsSurrogate(c) || c is '\u2028' or '\u2029')).Sample(text => ours.Fits(Encoding.UTF8.GetBytes(text)) == oracle.IsMatch(text));
    }
}
