using System.Text;

namespace Marque.Language;

/// <summary>A sentence with places for values: <c>{name}</c>.</summary>
public sealed class Template
{
    private readonly (string Text, bool IsName)[] pieces;

    private Template((string, bool)[] pieces) => this.pieces = pieces;

    /// <summary>Words and names of values, in the order of the sentence.</summary>
    public IReadOnlyList<(string Text, bool IsName)> Pieces => pieces;

    /// <summary>Takes a sentence apart. A brace without its other half is a mistake of the texts, which a test finds.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <exception cref="FormatException">A brace has no other half.</exception>
    public static Template Of(string sentence)
    {
        var found = new List<(string, bool)>();
        for (var at = 0; at < sentence.Length;)
        {
            var open = sentence.IndexOf('{', at);
            if (open != at) found.Add((open < 0 ? sentence[at..] : sentence[at..open], false));
            if (open < 0) break;
            var close = sentence.IndexOf('}', open);
            if (close < 0) throw new FormatException($"A brace stands open in '{sentence}'.");
            found.Add((sentence[(open + 1)..close], true));
            at = close + 1;
        }

        return new Template([.. found]);
    }

    /// <summary>The names of its values, each once.</summary>
    public IEnumerable<string> Names => pieces.Where(p => p.IsName).Select(p => p.Text).Distinct(StringComparer.Ordinal);

    /// <summary>The sentence with its values.</summary>
    /// <param name="of">What has the values.</param>
    /// <param name="value">Gives the value of a name.</param>
    public string With<T>(T of, Func<T, string, string> value)
    {
        if (pieces is [(var only, false)]) return only;
        var text = new StringBuilder();
        foreach (var (piece, isName) in pieces) text.Append(isName ? value(of, piece) : piece);
        return text.ToString();
    }

    /// <summary>The values with which the sentence is that text; null: it cannot be. Of several ways the one with the shortest first values.</summary>
    /// <param name="text">The text.</param>
    public IReadOnlyList<(string Name, string Value)>? ValuesIn(string text)
    {
        var values = new List<(string, string)>();
        var at = 0;
        for (var i = 0; i < pieces.Length; i++)
        {
            var (piece, isName) = pieces[i];
            if (!isName)
            {
                if (string.CompareOrdinal(text, at, piece, 0, piece.Length) != 0) return null;
                at += piece.Length;
                continue;
            }

            var next = i + 1 == pieces.Length ? text.Length : i + 2 == pieces.Length ? text.Length - pieces[i + 1].Text.Length : text.IndexOf(pieces[i + 1].Text, at, StringComparison.Ordinal);
            if (next <= at) return null;
            values.Add((piece, text[at..next]));
            at = next;
        }

        return at == text.Length ? values : null;
    }
}
