using System.Text;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Documents.Users;
using Marque.Tests.Cases;
using NodaTime;

namespace Marque.Tests.Documents;

/// <summary>Annex II, Annex I Part II(5) and RFC 9116.</summary>
public sealed class UserDocumentsTests
{
    private const string Main = "product: { id: v, name: Valve }\nrole: manufacturer\nparts: [{ id: firmware, type: embedded-device, targetLevel: 1 }]\n";

    [Fact]
    public void The_information_of_the_example_has_the_items_of_Annex_II_in_their_order()
    {
        var document = Papers.OfExample("edge-gateway")["user-information.en"];
        // Where the declaration is, item 6, follows its signature.
        Assert.Equal(["1", "2", "3", "4", "5", "7", "8", "9"], Sections(document));
        Assert.Equal(["(a)", "(b)", "(c)", "(d)", "(e)", "(f)"], Papers.Blocks(document).OfType<Heading>().Where(h => h.Id.StartsWith("annex-ii-8", StringComparison.Ordinal) && h.Level == 3).Select(h => Papers.Text(h.Text)[..3]));
        Assert.Contains(Papers.Lines(document), l => l == "End of the support period: May 2036");
        Assert.DoesNotContain(document.Opening, b => b is Callout);
        Assert.DoesNotContain(Papers.Words(document), w => w is VerdictMark);
    }

    [Fact]
    public void An_address_of_the_declaration_gives_item_6()
    {
        var document = Papers.Of(("marque.yaml", Main), ("user-information.yaml", "declarationAddress: https://example.com/doc\n"))["user-information"];
        Assert.Contains("6", Sections(document));
        Assert.Contains("https://example.com/doc", Papers.Lines(document));
    }

    [Fact]
    public void What_is_missing_makes_a_draft_that_says_so_with_its_item()
    {
        var document = Papers.Of(("marque.yaml", Main), ("user-information.yaml", "language: en\n"))["user-information"];
        var missing = Assert.IsType<ItemList>(Assert.Single(Assert.IsType<Callout>(Assert.Single(document.Opening, b => b is Callout)).Blocks)).Items.Select(i => Papers.Text(Assert.IsType<Paragraph>(Assert.Single(i)).Text)).ToList();
        foreach (var provision in new[] { "Annex II(1)", "Annex II(2)", "Annex II(3)", "Annex II(4)", "Annex II(5)", "Annex II(7)", "Annex II(8)(a)", "Annex II(8)(b)", "Annex II(8)(c)", "Annex II(8)(d)", "Annex II(8)(e)" })
        {
            Assert.Contains(missing, m => m.EndsWith($"({provision}).", StringComparison.Ordinal));
        }

        // Only where applicable: the declaration's address, integration, the bill of materials.
        Assert.DoesNotContain(missing, m => m.Contains("Annex II(6)", StringComparison.Ordinal) || m.Contains("(8)(f)", StringComparison.Ordinal) || m.Contains("Annex II(9)", StringComparison.Ordinal));
        Assert.Equal(["3"], Sections(document));
    }

    [Fact]
    public void Each_language_of_the_case_has_a_document_of_its_own()
    {
        var papers = Papers.OfExample("edge-gateway");
        Assert.Contains(Papers.Lines(papers["user-information.de"]), l => l.StartsWith("Verbindet Maschinennetze", StringComparison.Ordinal));
        Assert.Contains(Papers.Lines(papers["user-information.en"]), l => l.StartsWith("Connects machine networks", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_files_in_one_language_are_a_problem_and_never_one_document() =>
        Assert.Contains(Papers.Read(("marque.yaml", Main), ("user-information.yaml", "language: de\n"), ("user-information.de.yaml", "sbom: x\n")).Problems, p => p.Code == "case.duplicate");

    [Fact]
    public void A_support_period_of_a_line_that_is_not_there_is_a_problem() =>
        Assert.Contains(Papers.Read(("marque.yaml", Main), ("support.yaml", "lines: [{ line: 9.x, until: \"2031-12\" }]\n")).Problems, p => p.Place.File == "support.yaml");

    [Fact]
    public void The_policy_page_says_what_the_case_declares_and_what_it_lacks()
    {
        var whole = Papers.OfExample("edge-gateway")["disclosure-policy"];
        Assert.DoesNotContain(whole.Opening, b => b is Callout);
        Assert.Contains("2", Papers.Lines(whole));
        var bare = Papers.Of(("marque.yaml", Main), ("vulnerability-handling.yaml", "disclosurePolicy: { languages: [en] }\n"))["disclosure-policy"];
        Assert.Equal(5, Assert.IsType<ItemList>(Assert.Single(Assert.IsType<Callout>(Assert.Single(bare.Opening, b => b is Callout)).Blocks)).Items.Count);
    }

    [Fact]
    public void A_security_txt_has_the_fields_of_RFC_9116_with_contact_and_expiry()
    {
        var text = Encoding.ASCII.GetString(SecurityTxt.Of(Case("contact: [psirt@example.com, https://example.com/report]", "expires: 2027-06-30T12:00:00Z", "canonical: https://example.com/.well-known/security.txt", "address: https://example.com/cvd", "languages: [en, de]", "encryption: https://example.com/key", "acknowledgments: https://example.com/thanks"), Examples.ToldAt).Value!);
        Assert.Equal("Contact: mailto:psirt@example.com\r\nContact: https://example.com/report\r\nExpires: 2027-06-30T12:00:00Z\r\nEncryption: https://example.com/key\r\nAcknowledgments: https://example.com/thanks\r\nPreferred-Languages: en, de\r\nCanonical: https://example.com/.well-known/security.txt\r\nPolicy: https://example.com/cvd\r\n", text);
    }

    [Theory]
    [InlineData("security-txt.contact", "expires: 2027-06-30T12:00:00Z")]
    [InlineData("security-txt.expires", "contact: psirt@example.com")]
    [InlineData("security-txt.expired", "contact: psirt@example.com", "expires: 2026-11-24T00:00:00Z")]
    public void One_that_would_not_hold_is_not_made(string code, params string[] policy)
    {
        var read = SecurityTxt.Of(Case(policy), Examples.ToldAt);
        Assert.Null(read.Value);
        Assert.Equal(code, Assert.Single(read.Problems).Code);
    }

    [Fact]
    public void A_value_cannot_begin_a_line_of_its_own()
    {
        Assert.Equal("policy.language", Assert.Single(Papers.Read(("marque.yaml", Main), ("vulnerability-handling.yaml", "disclosurePolicy: { languages: [\"en\\r\\nContact: mailto:evil@example.com\"] }\n")).Problems).Code);
        Assert.Equal("policy.contact", Assert.Single(Papers.Read(("marque.yaml", Main), ("vulnerability-handling.yaml", "disclosurePolicy: { contact: \"https://example.com/r\\n\\u2028Contact: x\" }\n")).Problems).Code);
        var product = Papers.Read(("marque.yaml", $"{Main}contact: {{ email: \"psirt@example.com\\r\\nContact: x\" }}\n"), ("vulnerability-handling.yaml", "disclosurePolicy: { expires: 2027-06-30T12:00:00Z }\n")).Value!;
        Assert.Equal("security-txt.contact", Assert.Single(SecurityTxt.Of(product, Examples.ToldAt).Problems).Code);
    }

    private static Case Case(params string[] policy) => Papers.Read(("marque.yaml", Main), ("vulnerability-handling.yaml", $"disclosurePolicy:\n{string.Concat(policy.Select(p => $"  {p}\n"))}")).Value!;

    private static List<string> Sections(Document document) => [.. document.Body.OfType<Heading>().Where(h => h.Level == 2).Select(h => Papers.Text(h.Text).Split('.')[0])];
}
