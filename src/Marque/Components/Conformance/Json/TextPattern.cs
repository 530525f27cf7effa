using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Marque.Components.Conformance.Json;

/// <summary>A regular expression of a schema (ECMA-262). The few that stand on most values need no machine.</summary>
internal sealed class TextPattern
{
    // Never met by what the patterns of the schemas are; a text that needs longer is none of theirs.
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private readonly Known known;
    private readonly Regex? regex;

    public TextPattern(string text)
    {
        Text = text;
        known = text switch
        {
            "^(.*)$" => Known.Line,
            "^([a-fA-F0-9]{32}|[a-fA-F0-9]{40}|[a-fA-F0-9]{64}|[a-fA-F0-9]{96}|[a-fA-F0-9]{128})$" => Known.Digest,
            "^(?!_:).+:.+" => Known.Iri,
            "^_:.+" => Known.BlankNode,
            _ => Known.None,
        };
        if (known == Known.None) regex = new Regex(Ends(text), RegexOptions.ECMAScript, MostTime);
    }

    private enum Known
    {
        None,
        Line,
        Digest,
        Iri,
        BlankNode,
    }

    public string Text { get; }

    public bool Fits(ReadOnlySpan<byte> utf8) => known switch
    {
        Known.Line => utf8.IndexOfAny((byte)'\n', (byte)'\r') < 0,
        Known.Digest => utf8.Length is 32 or 40 or 64 or 96 or 128 && !utf8.ContainsAnyExcept(HexDigits),
        Known.Iri => !utf8.StartsWith("_:"u8) && FirstLine(utf8) is { Length: > 2 } line && line[1..^1].Contains((byte)':'),
        Known.BlankNode => utf8.StartsWith("_:"u8) && FirstLine(utf8).Length > 2,
        _ => Matches(utf8),
    };

    // "$" is the end here, where .NET would also stop before a last line feed.
    private static string Ends(string pattern)
    {
        var text = new StringBuilder();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length) text.Append(pattern[i++]).Append(pattern[i]);
            else if (pattern[i] == '$' && !inClass) text.Append("\\z");
            else
            {
                inClass = pattern[i] == '[' || (inClass && pattern[i] != ']');
                text.Append(pattern[i]);
            }
        }

        return text.ToString();
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> utf8) => utf8.IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var end ? utf8[..end] : utf8;

    private bool Matches(ReadOnlySpan<byte> utf8)
    {
        try
        {
            if (utf8.Length > 1024) return regex!.IsMatch(Encoding.UTF8.GetString(utf8));
            Span<char> text = stackalloc char[utf8.Length];
            return regex!.IsMatch(text[..Encoding.UTF8.GetChars(utf8, text)]);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
