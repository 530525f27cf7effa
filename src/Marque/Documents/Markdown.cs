using System.Globalization;
using System.Text;

namespace Marque.Documents;

/// <summary>Text of others within a Markdown comment. It shows as it is, and starts nothing: no markup, no HTML, no link, no mention, no reference, no command of a forge.</summary>
public static class Markdown
{
    // A forge looks for mentions, references and links in the text that is shown, after it has decoded entities: only a break that nobody sees stops that.
    private const string Break = "&#8203;";

    private const int Most = 400;

    /// <summary>The text on one line, cut at 400 characters.</summary>
    /// <param name="text">Any text.</param>
    public static string Text(string text)
    {
        var visible = Visible.Text(text);
        if (visible.Length > Most) visible = $"{visible[..(char.IsHighSurrogate(visible[Most - 1]) ? Most - 1 : Most)]}...";
        var safe = new StringBuilder(visible.Length + 32);
        for (var i = 0; i < visible.Length; i++)
        {
            var c = visible[i];
            if (char.IsAsciiLetterOrDigit(c) || c is ' ' or >= '\u0080' || (c is '.' or ',' or ';' or ':' or '-' or '(' or ')' or '/' or '%' && !Begins(visible, i))) safe.Append(c);
            else safe.Append("&#").Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';');
            if (StartsSomething(visible, i)) safe.Append(Break);
        }

        return safe.ToString();
    }

    // At its beginning a sign may make a list, a heading or a rule of the line; so may one after digits.
    private static bool Begins(string text, int at) => text.AsSpan(0, at).TrimStart("0123456789 ").IsEmpty;

    // @name, #12, !12, ~label, %milestone, $snippet, &epic, GH-12, scheme://, www.
    private static bool StartsSomething(string text, int at)
    {
        if (text[at] is '@' or '#' or '!' or '~' or '%' or '$' or '&') return true;
        if (text[at] == ':' && at + 1 < text.Length && text[at + 1] == '/') return true;
        if (text[at] == '-' && at >= 2 && text.AsSpan(at - 2, 2).Equals("GH", StringComparison.OrdinalIgnoreCase)) return true;
        return text[at] == '.' && at >= 3 && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);
    }
}
