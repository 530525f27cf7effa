using System.Text.Json;
using System.Text.RegularExpressions;
using Marque.Legal;

namespace Marque.Tests.Legal;

public partial class CitationsTests
{
    [Theory]
    [InlineData("13(8)", "13(8)", "Manufacturers shall ensure, when placing")]
    [InlineData("Art. 13(8)", "13(8)", "Manufacturers shall ensure, when placing")]
    [InlineData("Article 13(8), third subparagraph", "13(8)", "Without prejudice to the second subparagraph")]
    [InlineData("13(8), third subparagraph", "13(8)", "Without prejudice to the second subparagraph")]
    [InlineData("Art. 13(3), third and fourth sentences", "13(3)", "The cybersecurity risk assessment shall indicate")]
    [InlineData("Art. 71(2), second subparagraph", "71(2)", "However, Article 14 shall apply from 11 September 2026")]
    [InlineData("Art. 14(2)(c)(ii)", "14(2)(c)(ii)", "where available, information concerning any malicious actor")]
    [InlineData("Art. 14(7), third subparagraph, point (d)", "14(7)(d)", "the Member State in which the highest number of users")]
    [InlineData("Art. 3(42)", "3(42)", "‘actively exploited vulnerability’")]
    [InlineData("Article 21", "21", "An importer or distributor shall be considered")]
    [InlineData("Annex I Part I(2)(e)", "Annex I Part I(2)(e)", "protect the confidentiality")]
    [InlineData("Annex I Part II(1)", "Annex I Part II(1)", "identify and document vulnerabilities")]
    [InlineData("Part II, point (8), of Annex I", "Annex I Part II(8)", "ensure that, where security updates")]
    [InlineData("Part I of Annex I", "Annex I Part I", "(1) Products with digital elements shall be designed")]
    [InlineData("Annex VII(2)(b)", "Annex VII(2)(b)", "necessary information and specifications of the vulnerability handling")]
    [InlineData("Annex VIII Part IV(3.1)(a)", "Annex VIII Part IV(3.1)(a)", "the name and address of the manufacturer")]
    [InlineData("Annex III Class I(12)", "Annex III Class I(12)", "Routers, modems")]
    [InlineData("Annex VI", "Annex VI", "The simplified EU declaration of conformity")]
    public void A_citation_names_its_provision_and_its_words(string citation, string id, string begins)
    {
        var cited = LegalFolder.Set.Cite(citation)!;
        Assert.Equal((citation, id), (cited.Text, cited.Provision!.Id));
        Assert.StartsWith(begins, cited.Words, StringComparison.Ordinal);
        Assert.True(cited.Resolves);
    }

    [Theory]
    [InlineData("Art. 13(26)")]
    [InlineData("Art. 72")]
    [InlineData("Art. 13(8), seventh subparagraph")]
    [InlineData("Art. 13(9), second sentence")]
    [InlineData("Art. 13(3), fourth to third sentences")]
    [InlineData("Annex I Part I(2)(n)")]
    [InlineData("Annex I Part III(1)")]
    [InlineData("Annex IX")]
    [InlineData("Annex I(2)(e)")]
    [InlineData("Art. 13(1) and more")]
    [InlineData("Art. 14(1) and (3)")]
    [InlineData("13")]
    [InlineData("Regulation (EU) 1999/1")]
    [InlineData("")]
    public void What_is_not_one_existing_citation_names_nothing(string citation)
    {
        if (citation == "13") Assert.Equal("13", LegalFolder.Set.Cite(citation)!.Provision!.Id);
        else Assert.Null(LegalFolder.Set.Cite(citation));
    }

    [Theory]
    [InlineData("guidance C(2026) 5252, points 158 and 161", "guidance C(2026) 5252")]
    [InlineData("FAQ 6.4", "FAQ")]
    [InlineData("OJ L, 2025/90555, 2.7.2025", "OJ L, 2025/90555, 2.7.2025")]
    [InlineData("Regulation (EU) 2025/327, Art. 104 and Art. 105", "Regulation (EU) 2025/327")]
    [InlineData("Article 10(1) of Regulation (EU) No 1025/2012", "Regulation (EU) No 1025/2012")]
    [InlineData("Article 12, point (a), of Regulation (EU) 2019/881", "Regulation (EU) 2019/881")]
    public void A_citation_of_another_source_names_that_source_and_no_article_of_the_regulation(string citation, string source)
    {
        var cited = LegalFolder.Set.Cite(citation)!;
        Assert.Equal((source, null, citation), (cited.Source!.Name, cited.Provision, cited.Text));
    }

    [Theory]
    [InlineData("Articles 13 and 14 apply, and Article 14(1) and (3) to stewards", "13|14|14(1)|14(3)")]
    [InlineData("Art. 13(17), first to third subparagraphs; Annex II(2)", "13(17)|Annex II(2)")]
    [InlineData("the categories of Annexes III and IV, Articles 35 to 51", "Annex III|Annex IV|35|51")]
    [InlineData("as of Art. 69(2), 2027-12-11 counts", "69(2)")]
    [InlineData("Art. 13(15), (16) and (19); 5 years", "13(15)|13(16)|13(19)")]
    [InlineData("guidance C(2026) 5252, points 211-214 (R-3); see Art. 14", "guidance C(2026) 5252|14")]
    [InlineData("Article 14 of Directive (EU) 2022/2555", "Directive (EU) 2022/2555")]
    [InlineData("nothing is cited in the Article above, nor in this Annex", "")]
    public void Citations_are_found_in_words(string words, string expected) =>
        Assert.Equal(expected, string.Join('|', Citations.In(LegalFolder.Set, words).Select(c => c.Provision?.Id ?? c.Source?.Name ?? "?")));

    [Fact]
    public void An_act_that_the_set_does_not_know_leaves_its_article_unresolved() =>
        Assert.False(Assert.Single(Citations.In(LegalFolder.Set, "Article 5 of Regulation (EU) No 182/2011")).Resolves);

    [Fact]
    public void Every_citation_written_in_the_sets_own_words_resolves()
    {
        foreach (var (path, bytes) in LegalFolder.Files)
        {
            using var file = JsonDocument.Parse(bytes);
            // The Regulation's words cite other acts and "this Article"; everything else is ours.
            foreach (var words in OurWords(file.RootElement, path == "cra/regulation.json"))
            {
                foreach (var citation in Citations.In(LegalFolder.Set, words)) Assert.True(citation.Resolves, $"{path}: '{citation.Text}' in '{words}'");
            }
        }
    }

    [Fact]
    public void References_of_the_regulation_to_itself_resolve()
    {
        // "paragraph 2 of this Article" aside, every "Article N" without another act's name exists.
        var bad = LegalFolder.Set.Provisions.Values.Where(p => !Container().IsMatch(p.Id))
            .SelectMany(p => Citations.In(LegalFolder.Set, p.Text).Where(c => !c.Resolves).Select(c => $"{p.Id}: {c.Text}{Following(p.Text, c)}"))
            .Where(b => !OtherAct().IsMatch(b));
        Assert.Empty(bad);
    }

    private static string Following(string text, CitedText c) => text[(c.Start + c.Text.Length)..Math.Min(text.Length, c.Start + c.Text.Length + 80)];

    private static IEnumerable<string> OurWords(JsonElement value, bool law)
    {
        return value.ValueKind switch
        {
            JsonValueKind.String => law ? [] : [value.GetString()!],
            JsonValueKind.Array => value.EnumerateArray().SelectMany(v => OurWords(v, law)),
            JsonValueKind.Object => value.EnumerateObject().Where(p => p.Name is not ("text" or "description" or "demand")).SelectMany(p => OurWords(p.Value, law && p.Name is not ("by" or "source" or "corrigenda" or "effect"))),
            _ => [],
        };
    }

    [GeneratedRegex(@"^(\d+|Annex [IVX]+( (Part|Class) [IVX]+)?)$")]
    private static partial Regex Container();

    [GeneratedRegex(@"(Regulation|Directive|Decision|Treaty|TFEU)")]
    private static partial Regex OtherAct();
}
