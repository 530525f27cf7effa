using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Documents;

/// <summary>Sentences of a language with words in their places that are more than text: links, citations, marks. A place such as <c>{Art. 13(3)}</c> is that citation.</summary>
internal static class Sentence
{
    /// <summary>The words of a sentence.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="id">The id of the sentence.</param>
    /// <param name="values">The values by name.</param>
    /// <exception cref="KeyNotFoundException">The sentence asks for a value that is not given: a mistake of the program.</exception>
    public static IReadOnlyList<Inline> Words(this Texts texts, string id, params ReadOnlySpan<(string Name, IReadOnlyList<Inline> Value)> values)
    {
        var words = new List<Inline>();
        foreach (var (piece, isName) in texts.Template(id).Pieces)
        {
            if (!isName)
            {
                words.Add(piece);
                continue;
            }

            words.AddRange(Value(id, piece, values));
        }

        return words;
    }

    private static IReadOnlyList<Inline> Value(string id, string name, ReadOnlySpan<(string Name, IReadOnlyList<Inline> Value)> values)
    {
        foreach (var (given, value) in values)
        {
            if (given == name) return value;
        }

        if (name.StartsWith("Art. ", StringComparison.Ordinal)) return [new Cite(name)];
        throw new KeyNotFoundException($"'{id}' asks for '{name}'.");
    }
}
