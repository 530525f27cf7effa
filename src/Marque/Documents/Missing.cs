using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Documents;

/// <summary>What a document should say and the case does not hold.</summary>
internal static class Missing
{
    /// <summary>A paragraph that names it, with the provision that asks for it.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="id">The id of the sentence, without full stop.</param>
    /// <param name="citation">The provision.</param>
    /// <param name="values">The values of the sentence.</param>
    public static Paragraph Of(Texts texts, string id, string citation, params ReadOnlySpan<(string Name, IReadOnlyList<Inline> Value)> values) =>
        new([.. Words(texts), .. texts.Words(id, values), " (", new Cite(citation), ")."]);

    /// <summary>The mark alone, where the place says what is missing.</summary>
    public static IReadOnlyList<Inline> Words(Texts texts) => [new VerdictMark(Verdict.Open, texts["word.missing"]), "  "];
}
