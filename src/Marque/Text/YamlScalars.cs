using System.Globalization;
using System.Text;

namespace Marque.Text;

/// <summary>How text is written as a YAML scalar (YAML 1.2.2, chapter 7 and section 8.1) so that it is read back as the same text, by readers of YAML 1.1 too.</summary>
internal static class YamlScalars
{
    // Flags of YAML 1.1 (https://yaml.org/type/bool.html), which many editors and tools still read as flags.
    private static readonly string[] OldFlags = ["y", "n", "yes", "no", "on", "off"];

    /// <summary>The lines: one; or a literal block for text in more than one line.</summary>
    public static List<string> Lines(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || !FitsBlock(text)) return [Write(text)];
        var body = text.EndsWith('\n') ? text[..^1] : text;
        return [text.EndsWith('\n') ? "|" : "|-", .. body.Split('\n')];
    }

    /// <summary>The text on one line: plain where that reads back as the same text, else quoted.</summary>
    public static string Write(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>A key: as text, but one that older readers take for a flag (<c>on</c>) stays plain, as people write it.</summary>
    public static string Key(string key) => OldFlags.Contains(key, StringComparer.Ordinal) ? key : Write(key);

    // A block starts with a line that is not indented, ends with one line break at most, and holds what is printable.
    private static bool FitsBlock(string text) =>
        text[0] is not (' ' or '\n' or '\t') && !text.EndsWith("\n\n", StringComparison.Ordinal) && text.AsSpan().TrimEnd('\n').Length > 0
        && text.All(c => c == '\n' || (IsPrintable(c) && !char.IsSurrogate(c)))
        && !text.Split('\n').Any(line => line.Length > 0 && (line[^1] is ' ' or '\t' || line.AsSpan().Trim().IsEmpty || IsMarker(line)));

    // What parts documents at the start of a line; "-----BEGIN" does not.
    private static bool IsMarker(string line) => (line.StartsWith("---", StringComparison.Ordinal) || line.StartsWith("...", StringComparison.Ordinal)) && (line.Length == 3 || line[3] is ' ' or '\t');

    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || CoreSchema.TypeOf(text) != YamlType.Text) return false;
        if (text[0] is ' ' or '\t' || text[^1] is ' ' or '\t' or ':') return false;
        // Indicators cannot start a plain scalar; '-', '?' and ':' may when text follows them, which is hard to read.
        if ("-?:,[]{}#&*!|>'\"%@`~=<".Contains(text[0], StringComparison.Ordinal)) return false;
        if (!text.All(c => IsPrintable(c) && !char.IsSurrogate(c))) return false;
        if (text.Contains(": ", StringComparison.Ordinal) || text.Contains(" #", StringComparison.Ordinal) || text.Contains('\t', StringComparison.Ordinal)) return false;
        if (text.StartsWith("...", StringComparison.Ordinal)) return false;
        // Legal within a plain scalar, but YamlDotNet 18.1 loses its place after "a:a *a".
        if (text.AsSpan().ContainsAny('*', '&')) return false;
        // What looks like a number or a version to a person: a reader that is not ours might take it for one.
        if (text.All(c => char.IsAsciiDigit(c) || c is '.' or '_' or ':' or '+' or '-') && char.IsAsciiDigit(text[0]) && !IsDate(text)) return false;
        return !OldFlags.Contains(text, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsDate(string text) => text.Length == 10 && text[4] == '-' && text[7] == '-';

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            switch (c)
            {
                case '"': quoted.Append("\\\""); break;
                case '\\': quoted.Append("\\\\"); break;
                case '\n': quoted.Append("\\n"); break;
                case '\t': quoted.Append("\\t"); break;
                case '\r': quoted.Append("\\r"); break;
                default:
                    if (IsPrintable(c) || char.IsSurrogate(c)) quoted.Append(c);
                    else quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
                    break;
            }
        }

        return quoted.Append('"').ToString();
    }

    // YAML 1.2.2, c-printable, without what breaks lines in some versions (U+0085, U+2028, U+2029) and what is not seen.
    private static bool IsPrintable(char c) => c is >= ' ' and <= '~' or >= '\u00A0' and <= '\uFFFD' && c is not ('\u2028' or '\u2029' or '\uFEFF') && char.GetUnicodeCategory(c) is not UnicodeCategory.Format;
}
