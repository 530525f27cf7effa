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

    /// <summary>The sentence with its values.</summary>
    /// <param name="value">Gives the value of a name.</param>
    public string With(Func<string, string> value)
    {
        if (pieces is [(var only, false)]) return only;
        var text = new StringBuilder();
        foreach (var (piece, isName) in pieces) text.Append(isName ? value(piece) : piece);
        return text.ToString();
    }
}
