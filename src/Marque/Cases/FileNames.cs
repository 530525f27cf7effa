using System.Text;

namespace Marque.Cases;

/// <summary>Names of files made from texts of a case.</summary>
public static class FileNames
{
    // Long enough to be told apart, short enough for every file system once a date and a digest stand beside it.
    private const int Longest = 80;

    // Letters of the languages of the Union that are a letter of ASCII with a mark, and those written with two.
    private const string Marked = "àáâãåāăąçćĉċčďđðèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõōŏőŕŗřśŝşšșţťŧțùúûũūŭůűųŵýÿŷźżž";
    private const string Plain = "aaaaaaaacccccdddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooorrrsssssttttuuuuuuuuuwyyyzzz";
    private static readonly (char Letter, string Written)[] Doubled = [('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('ß', "ss"), ('æ', "ae"), ('ø', "oe"), ('œ', "oe"), ('þ', "th")];

    /// <summary>A text with the marked Latin letters of the Union's languages in plain ones: <c>Grün</c> as <c>Gruen</c>, <c>élevé</c> as <c>eleve</c>; others as they are.</summary>
    public static string Ascii(string text)
    {
        if (System.Text.Ascii.IsValid(text)) return text;
        var plain = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            var lower = char.ToLowerInvariant(c);
            var written = Marked.IndexOf(lower, StringComparison.Ordinal) is var at and >= 0 ? Plain[at].ToString() : Array.Find(Doubled, d => d.Letter == lower).Written ?? c.ToString();
            plain.Append(lower == c || written.Length == 0 ? written : char.ToUpperInvariant(written[0]) + written[1..]);
        }

        return plain.ToString();
    }

    /// <summary>A text as file systems and shells take it everywhere: letters, digits, dot, hyphen and underscore of ASCII, not starting or ending with dot or hyphen.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in Ascii(text)) slug.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-');
        var name = slug.ToString().Trim('.', '-');
        return name.Length > Longest ? name[..Longest].TrimEnd('.', '-') : name;
    }
}
