using System.Text.Json;
using System.Text.RegularExpressions;
using Marque.Legal;
using Marque.Text;

namespace Marque.Tests.Legal;

public partial class RegulationTextTests
{
    // SHA-256 of the UTF-8 words of each point: the words stay what they were checked to be, with or without the reference at hand.
    [Theory]
    [InlineData("I.1", "43e3ccc22220ec4644328ecdebb18092b512a18322341165282842073eff421f")]
    [InlineData("I.2.a", "5e27cc819a6fa274b91879d8e68aab3a0035d6d98885bd59c0170911b491f39a")]
    [InlineData("I.2.b", "92d445391aae456ee4746fd23710593b17c8427259fa8f1ccd4d28e8571b5d80")]
    [InlineData("I.2.c", "2b96c4ac3bef39fee2c0cdf2f36787eb488fbfe591a9444986c9ad0bc4687343")]
    [InlineData("I.2.d", "753e6ec4c5ceff296f63b11da28bbf933ab7fcc7290fd5ae4d62a102c7d7bd32")]
    [InlineData("I.2.e", "e1598dd7e7fe519b3861d52f4c3059162ae5de88d1f9294ae39414c2dd9639cf")]
    [InlineData("I.2.f", "28f6f6a8b56cab8517cee06d72831e1e1d78316fc785e5e8b7917f31a6a50cc8")]
    [InlineData("I.2.g", "671d57d5c603fd55d6c37ee7e16c026775f808f840db94e345c04accfabc4063")]
    [InlineData("I.2.h", "b676ebe2d7c3631703c6b898ffdb8a104c8bfc0ef920e0b237a034f5851a1dee")]
    [InlineData("I.2.i", "98092ad2c2ed2915d30a5d4cdfd4aa213054a179e2e3b8ef5ace3cec5309a93f")]
    [InlineData("I.2.j", "2203df947e6ac8c5314891dac88d7322ed735bf81678ece1377ead6d18797adf")]
    [InlineData("I.2.k", "3e780675a2a2ae8f6ed59493c166c405aebdd4768fbbe9b5b4b6fb525eae4a8f")]
    [InlineData("I.2.l", "b8ad449ecb3d94c7a3696018557765426c15a6ebe5d3c676d1ea3d9f8f4ea579")]
    [InlineData("I.2.m", "0a981904c9dc80e22e68f33ec05aa8c391d21f71d5f76422e473e46bbaab79af")]
    [InlineData("II.1", "059ff682e66bf2cc550377581804e924c00c3ce47ab47a7187149393f5576662")]
    [InlineData("II.2", "f4189978100ebc55b3a3ce6aa753ed0b9149b405f6460bfcfad733281ab386e2")]
    [InlineData("II.3", "ab696814062bef1c76fc5e50133cdb9bff4a36d43eae58e1505baa89e30bad15")]
    [InlineData("II.4", "dcd129588e3e88a8c03049a0573d9e9479c0deeea8d4274e6f42510a4ea27151")]
    [InlineData("II.5", "705c3cfa9711eb8758e0626d921ee5fc45bebff9ecc213f8edb2a39b571a0408")]
    [InlineData("II.6", "4ac4318599118d2d12a049e8f8775e982e012e6216d41b7b83fcb949565f905a")]
    [InlineData("II.7", "573db7d7850a14bd6b9e7dae63d43c443993bfc71c91d2244d92df6f37023440")]
    [InlineData("II.8", "1b767a2dc198edb0fec18b929c1a13de5fee1aad6d0ee5948b59c93a49e6391a")]
    public void The_words_of_each_annex_i_point_are_pinned(string id, string sha256) =>
        Assert.Equal(sha256, Digest.Of(System.Text.Encoding.UTF8.GetBytes(Point(id).Text)).ToString());

    [Fact]
    public void The_words_of_annex_i_equal_the_published_text_character_by_character()
    {
        // All labelled lines but the opening words of Part I(2), which the points (a) to (m) end.
        var published = Published("anx_I").Where(p => p.Label.Length > 0 && !p.Text.EndsWith(" shall:", StringComparison.Ordinal)).Select(p => p.Text);
        Assert.Equal(published, LegalFolder.Set.Points.Select(p => p.Text));
    }

    [Fact]
    public void The_regulation_is_copied_without_loss_or_addition()
    {
        // Every line of the published text, in order; labels, headings and footnotes stand in fields of their own.
        using var reference = JsonDocument.Parse(LegalFolder.Reference("cra/data/regulation.en.json"));
        var published = reference.RootElement.GetProperty("provisions").EnumerateObject()
            .SelectMany(p => Published(p.Name).Skip(2).Select(l => l.Label.Length == 0 && l.Depth == 0 && p.Name.StartsWith("art", StringComparison.Ordinal) ? Number().Replace(l.Text, "") : l.Text))
            .Where(t => !Heading().IsMatch(t) && !Footnote().IsMatch(t));
        using var ours = JsonDocument.Parse(LegalFolder.Files["cra/regulation.json"]);
        var lines = new List<string>();
        foreach (var top in ours.RootElement.GetProperty("provisions").EnumerateArray()) Lines(top, lines);
        Assert.Equal(published, lines);
    }

    [Fact]
    public void Titles_of_articles_and_annexes_are_the_published_ones()
    {
        using var reference = JsonDocument.Parse(LegalFolder.Reference("cra/data/regulation.en.json"));
        foreach (var p in reference.RootElement.GetProperty("provisions").EnumerateObject())
        {
            var id = p.Name.StartsWith("art_", StringComparison.Ordinal) ? p.Name[4..] : $"Annex {p.Name[4..]}";
            Assert.Equal(p.Value[1].GetProperty("text").GetString(), LegalFolder.Set.Provisions[id].Heading);
        }
    }

    [Fact]
    public void Subparagraphs_are_counted_as_the_law_counts_them()
    {
        var set = LegalFolder.Set;
        Assert.Equal(6, set.Provisions["13(8)"].Subparagraphs.Count);
        Assert.StartsWith("Without prejudice to the second subparagraph", set.Provisions["13(8)"].Subparagraphs[2], StringComparison.Ordinal);
        // 14(7), last subparagraph: "In relation to the third subparagraph, point (d)".
        Assert.Contains("\n(d) the Member State in which the highest number of users", set.Provisions["14(7)"].Subparagraphs[2], StringComparison.Ordinal);
        Assert.Equal(4, set.Provisions["14(7)"].Subparagraphs.Count);
        // The third subparagraph of 16(2) goes on after its points, in lower case.
        Assert.Equal(3, set.Provisions["16(2)"].Subparagraphs.Count);
        Assert.Contains("\nonly the information that a notification was made", set.Provisions["16(2)"].Subparagraphs[2], StringComparison.Ordinal);
        Assert.Equal(set.Provisions["13(8)"].Text, string.Join('\n', set.Provisions["13(8)"].Subparagraphs));
    }

    [Fact]
    public void A_provision_holds_its_points_with_their_labels()
    {
        var text = LegalFolder.Set.Provisions["14(2)"].Text;
        Assert.StartsWith("For the purposes of the notification referred to in paragraph 1, the manufacturer shall submit:\n(a) an early warning", text, StringComparison.Ordinal);
        Assert.Contains("\n(i) a description of the vulnerability", text, StringComparison.Ordinal);
        Assert.Contains("\n3. A manufacturer shall notify any severe incident", LegalFolder.Set.Provisions["14"].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("13(4)", "Regulation (EU) 2025/327, Art. 104(1)", "as referred to in Article 12, which are also", "as referred to in Article 12 and Article 32(5a), which are also")]
    [InlineData("31(3)", "Regulation (EU) 2025/327, Art. 104(2)", "as referred to in Article 12, which are also", "as referred to in Article 12 and Article 32(5a), which are also")]
    public void A_wording_that_takes_effect_later_stands_beside_todays(string id, string by, string today, string later)
    {
        var set = LegalFolder.Set;
        var day = new NodaTime.LocalDate(2027, 3, 26);
        Assert.Contains(today, set.Provisions[id].Text, StringComparison.Ordinal);
        Assert.Contains(today, set.ProvisionOn(id, day.PlusDays(-1))!.Text, StringComparison.Ordinal);
        var amended = set.ProvisionOn(id, day)!;
        Assert.Contains(later, amended.Text, StringComparison.Ordinal);
        Assert.Equal((by, day), (amended.AmendedBy, amended.Wording.From));
        Assert.Equal(day.PlusDays(-1), set.Provisions[id].Wording.Until);
        // The words change before they ever apply: Article 71(2).
        Assert.Equal(new NodaTime.LocalDate(2027, 12, 11), amended.Applies.From);
    }

    [Fact]
    public void The_wordings_of_regulation_2025_327_equal_the_reference()
    {
        var reference = System.Text.Encoding.UTF8.GetString(LegalFolder.Reference("cra/regulation.md"));
        foreach (var wording in LegalFolder.Set.Wordings.Where(w => w.AmendedBy is not null)) Assert.Contains(wording.Text, reference, StringComparison.Ordinal);
        Assert.Equal(3, LegalFolder.Set.Wordings.Count(w => w.AmendedBy is not null));
    }

    [Fact]
    public void A_paragraph_that_is_inserted_later_resolves_and_is_not_yet_part_of_its_article()
    {
        var set = LegalFolder.Set;
        Assert.Equal("32(5a)", set.Cite("Art. 32(5a)")!.Provision!.Id);
        Assert.Equal(new NodaTime.LocalDate(2027, 3, 26), set.Provisions["32(5a)"].Wording.From);
        Assert.DoesNotContain("EHR systems", set.Provisions["32"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Corrigenda_are_applied_and_named()
    {
        var set = LegalFolder.Set;
        Assert.StartsWith("By way of derogation from paragraphs 2 to 9,", set.Provisions["64(10)"].Text, StringComparison.Ordinal);
        Assert.Equal(["OJ L, 2025/90555, 2.7.2025"], set.Provisions["64(10)"].Corrigenda);
        Assert.Contains("‘72.", set.Provisions["67"].Text, StringComparison.Ordinal);
        Assert.Equal(["OJ L, 2025/90828, 17.10.2025"], set.Provisions["67"].Corrigenda);
    }

    [Fact]
    public void Drafting_oddities_of_the_adopted_text_are_kept()
    {
        var set = LegalFolder.Set;
        Assert.Contains("sole responsibility of the provider", set.Provisions["Annex V(3)"].Text, StringComparison.Ordinal);
        Assert.Contains("product with digital element]", set.Provisions["Annex VI"].Text, StringComparison.Ordinal);
        Assert.Contains("of the its total worldwide annual turnover", set.Provisions["64(2)"].Text, StringComparison.Ordinal);
    }

    private static AnnexPoint Point(string id) => LegalFolder.Set.Points.Single(p => p.Id == id);

    private static List<(int Depth, string Label, string Text)> Published(string key)
    {
        using var reference = JsonDocument.Parse(LegalFolder.Reference("cra/data/regulation.en.json"));
        return [.. reference.RootElement.GetProperty("provisions").GetProperty(key).EnumerateArray().Select(e => (e.GetProperty("depth").GetInt32(), e.GetProperty("label").GetString()!, e.GetProperty("text").GetString()!))];
    }

    private static void Lines(JsonElement node, List<string> lines)
    {
        var id = node.GetProperty("id").GetString()!;
        if (id == "32(5a)") return;
        // Annex VIII prints headings of points as lines.
        if (node.TryGetProperty("label", out _) && node.TryGetProperty("title", out var heading)) lines.Add(heading.GetString()!);
        foreach (var part in node.GetProperty("body").EnumerateArray())
        {
            if (part.ValueKind == JsonValueKind.String) lines.Add(part.GetString()!);
            else Lines(part, lines);
        }
    }

    [GeneratedRegex(@"^\d{1,2}\. ")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(Part|Class) [IVX]+( |$)")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\(\d+\) (Directive|OJ L)")]
    private static partial Regex Footnote();
}
