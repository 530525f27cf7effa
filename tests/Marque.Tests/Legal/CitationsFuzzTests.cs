using CsCheck;
using Marque.Legal;

namespace Marque.Tests.Legal;

public class CitationsFuzzTests
{
    private static readonly string[] Pieces = ["Art.", "Arts", "Article ", "Articles ", "13", "14(2)", "(3)", "(a)", "(ii)", ", ", " and ", " to ", "-", "–", "third subparagraph", ", first to third subparagraphs", "sentences", "point (b)", "Annex ", "Annexes ", "Annex I", "Part II", " of ", "Regulation ", "Regulation (EU) 2025/327", "guidance C(2026) 5252", "points 1-2", "FAQ", " ", "\n", "é", "\ud83d\ude00", "(", ")", ";"];

    [Fact]
    public void Any_words_give_citations_in_order_that_lie_in_the_words() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 14].Sample(
            indices =>
            {
                var words = string.Concat(indices.Select(i => Pieces[i]));
                var start = 0;
                foreach (var c in Citations.In(LegalFolder.Set, words))
                {
                    if (c.Start < start || c.Start + c.Text.Length > words.Length || words.Substring(c.Start, c.Text.Length) != c.Text) return false;
                    if (c.Provision is not null && c.Source is not null) return false;
                    start = c.Start;
                }

                return true;
            },
            iter: 5000);

    [Fact]
    public void Every_provision_is_cited_by_its_id_and_with_its_article_named() =>
        Assert.All(LegalFolder.Set.Provisions.Keys, id =>
        {
            Assert.Equal(id, LegalFolder.Set.Cite(id)!.Provision!.Id);
            if (char.IsAsciiDigit(id[0])) Assert.Equal(id, LegalFolder.Set.Cite($"Art. {id}")!.Provision!.Id);
            foreach (var (n, word) in (ReadOnlySpan<(int, string)>)[(1, "first"), (2, "second"), (6, "sixth")])
            {
                var cited = LegalFolder.Set.Cite($"{id}, {word} subparagraph");
                if (char.IsAsciiDigit(id[0])) Assert.Equal(n <= LegalFolder.Set.Provisions[id].Subparagraphs.Count, cited is not null);
            }
        });
}
