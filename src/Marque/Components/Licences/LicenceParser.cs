using System.Buffers;
using System.Globalization;

namespace Marque.Components.Licences;

/// <summary>Reads one expression from left to right. <c>WITH</c> binds closer than <c>AND</c>, and that closer than <c>OR</c>; whether an expression is one does not depend on it, so no tree is made.</summary>
internal sealed class LicenceParser(string text)
{
    /// <summary>The most characters that are read.</summary>
    public const int MaxLength = 16 * 1024;

    private static readonly SearchValues<char> OfIds = SearchValues.Create("-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n()");

    private readonly List<string> ids = [];
    private readonly HashSet<string> met = new(StringComparer.Ordinal);
    private string problem = "";
    private string unknown = "";
    private int at;

    /// <summary>Reads it.</summary>
    public LicenceReading Read()
    {
        if (text.Length > MaxLength) Fail($"an expression of more than {MaxLength} characters is not read");
        else Expression();
        // What is broken says more than what is not known: an unknown word is mostly a part of it.
        return new LicenceReading(ids, problem.Length > 0 ? problem : unknown);
    }

    /// <summary>Why an identifier is not known, with what may have been meant.</summary>
    public static string Unknown(string id)
    {
        var said = LicenceList.HasException(id) ? $"'{id}' is an exception, which stands behind WITH" : $"'{id}' is not on the SPDX licence list ({LicenceList.Version})";
        return !LicenceList.HasException(id) && LicenceList.NearLicence(id) is { } near ? $"{said}; near is '{near}'" : said;
    }

    // Licences with operators between them; parentheses are counted, so that their depth costs nothing.
    private void Expression()
    {
        var open = 0;
        while (problem.Length == 0)
        {
            while (Next() == "(")
            {
                at++;
                open++;
            }

            Licence();
            if (problem.Length > 0) return;
            while (open > 0 && Next() == ")")
            {
                at++;
                open--;
            }

            var behind = Next();
            if (behind.Length == 0)
            {
                if (open > 0) Fail("a parenthesis is not closed");
                return;
            }

            if (behind is "AND" or "and" or "OR" or "or") at += behind.Length;
            else if (behind == ")") Fail($"a parenthesis is closed at character {Place} that was not opened");
            else if (behind is "WITH" or "with") Fail($"WITH at character {Place} stands behind one licence, not behind what is in parentheses or has an exception already");
            else if (IsOperator(behind)) Fail($"'{behind}' is written {behind.ToUpperInvariant()} or {behind.ToLowerInvariant()}");
            else Fail($"'{behind}' at character {Place} stands where AND, OR or WITH is expected");
        }
    }

    private void Licence()
    {
        var word = Next();
        if (!IsIdentifier(word, "a licence")) return;
        at += word.Length;
        var id = word.EndsWith('+') ? word[..^1] : word;
        if (met.Add(id)) ids.Add(id);
        if (!IsReference(word, "LicenseRef-") && !LicenceList.HasLicence(id) && !LicenceList.HasLicence(word)) NotKnown(() => Unknown(id));
        if (Next() is not ("WITH" or "with")) return;
        at += 4;
        var exception = Next();
        if (!IsIdentifier(exception, "an exception")) return;
        at += exception.Length;
        if (IsReference(exception, "AdditionRef-") || LicenceList.HasException(exception)) return;
        NotKnown(() => LicenceList.NearException(exception) is { } near ? $"'{exception}' is no exception of the SPDX licence list ({LicenceList.Version}); near is '{near}'" : $"'{exception}' is no exception of the SPDX licence list ({LicenceList.Version})");
    }

    private bool IsIdentifier(string word, string expected)
    {
        if (word.Length == 0) Fail(text.Length == 0 ? "it is empty" : $"it ends where {expected} is expected");
        else if (word is "(" or ")") Fail($"'{word}' at character {Place} stands where {expected} is expected");
        else if (IsOperator(word)) Fail($"'{word}' at character {Place} stands where {expected} is expected");
        else if (word is "NONE" or "NOASSERTION") Fail($"'{word}' stands alone, in no expression");
        else if (word == "+") Fail($"'+' at character {Place} stands directly behind its licence");
        else if (Stray(word) is { } stray) Fail($"'{word}' has the character '{stray}', which no identifier has{(stray is '/' or ',' or '|' or ';' or '&' ? "; several licences are joined by AND or OR" : "")}");
        else return true;
        return false;
    }

    // Letters, digits, hyphen and dot; '+' at the end; one colon, behind a reference to another document.
    private static char? Stray(string word)
    {
        var id = word.EndsWith('+') ? word.AsSpan(0, word.Length - 1) : word;
        if (id.StartsWith("DocumentRef-") && id.IndexOf(':') is var colon and > 0)
        {
            var rest = id[(colon + 1)..];
            if (rest.StartsWith("LicenseRef-") || rest.StartsWith("AdditionRef-")) return First(id["DocumentRef-".Length..colon]) ?? First(rest);
        }

        return First(id);

        static char? First(ReadOnlySpan<char> part) => part.IndexOfAnyExcept(OfIds) is var other and >= 0 ? part[other] : null;
    }

    private static bool IsReference(string word, string kind)
    {
        var own = word.StartsWith("DocumentRef-", StringComparison.Ordinal) && word.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? word.AsSpan(colon + 1) : word;
        return own.StartsWith(kind) && own.Length > kind.Length && own[^1] != '+';
    }

    private static bool IsOperator(string word) => word.Equals("AND", StringComparison.OrdinalIgnoreCase) || word.Equals("OR", StringComparison.OrdinalIgnoreCase) || word.Equals("WITH", StringComparison.OrdinalIgnoreCase);

    // The next word or parenthesis, not taken yet; empty: the end.
    private string Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at == text.Length) return "";
        if (text[at] is '(' or ')') return text[at].ToString();
        var length = text.AsSpan(at).IndexOfAny(Ends);
        return length < 0 ? text[at..] : text.Substring(at, length);
    }

    private string Place => (at + 1).ToString(CultureInfo.InvariantCulture);

    private void Fail(string what)
    {
        if (problem.Length == 0) problem = what;
    }

    // The first is told; what is near the others is not sought.
    private void NotKnown(Func<string> what)
    {
        if (unknown.Length == 0) unknown = what();
    }
}
