using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Legal;

namespace Marque.Rendering.Tests.Kit;

/// <summary>Documents made for tests.</summary>
internal static class Samples
{
    /// <summary>Closes elements, sets handlers, turns the reading direction, and is a control sequence.</summary>
    public const string Hostile = "</script><script>alert(1)</script>\" onload='x' <img src=//example.com/x> & \u202egnp.exe \u001b[2J";

    /// <summary>One word that no line can hold.</summary>
    public static string Long { get; } = string.Concat(Enumerable.Repeat("Donaudampfschifffahrtsgesellschaft", 12));

    /// <summary>Every kind of block and of words, each with the same text.</summary>
    public static Document All(string text)
    {
        IReadOnlyList<Inline> words = [text, new Run(text, Setting.Strong), new Run(text, Setting.Soft), new Run(text, Setting.Code), new VerdictMark(Verdict.Gap), new VerdictMark(Verdict.Claimed, "not sound"), new TagMark(Tag.Law), new Link("a", text), new Cite("Art. 13(2)"), new FileLink($"evidence/{text}", text), new LineBreak()];
        return new Document(text, "en",
            [new Heading(1, "top", text), new Tally(text, [(Verdict.Demonstrated, 2), (Verdict.Open, 0)]), new Callout(text, new Paragraph(words))],
            [
                new Heading(2, "a", text),
                new Paragraph(words) { IsSoft = true },
                new Quotation(text, "Annex I Part I(1)"),
                new ItemList([[new Paragraph(words)], [new Paragraph(text)]], IsNumbered: true),
                new Terms((text, words)),
                new Table(text, [new(text, 1) { IsKey = true }, new(text, 3)], [new([words, words]) { Id = "row", Facets = new("gap", "LAW", ["gateway"]) }, new([[text], []]) { Facets = new("open", null, []) }]) { HasTitle = true, IsDense = true },
                new PageBreak(),
                new Heading(2, "b", text),
                new Entry(new Heading(3, "entry", text), new("claimed", text, [text]), new Fold([text], new Tree(text, [new(words, [words], [new([text], [], [])])]))),
            ],
            [new Paragraph(text)]);
    }

    /// <summary>A document of these blocks.</summary>
    public static Document Of(params IReadOnlyList<Block> body) => new("T", "en", [new Heading(1, "top", "T")], body, []);
}
