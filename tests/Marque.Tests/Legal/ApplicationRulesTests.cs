using Marque.Legal;
using NodaTime;

namespace Marque.Tests.Legal;

/// <summary>Dates of application (D-1 to D-8) and transition (T-1 to T-6): one test per rule.</summary>
public class ApplicationRulesTests
{
    private static LegalSet Set => LegalFolder.Set;

    [Fact]
    public void D_1_the_regulation_is_in_force_since_10_december_2024()
    {
        Is("D-1", 2024, 12, 10, Tag.Law);
        Assert.Equal(new LocalDate(2024, 11, 20).PlusDays(20), Rule("D-1").Date);
        Assert.Equal(Rule("D-1").Date, Set.Provisions["13(1)"].Wording.From);
    }

    [Fact]
    public void D_2_chapter_iv_articles_35_to_51_applies_from_11_june_2026()
    {
        Is("D-2", 2026, 6, 11, Tag.Law);
        Assert.Contains("Chapter IV (Articles 35 to 51) shall apply from 11 June 2026", Words("D-2"), StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(35, 17), Enumerable.Range(1, 71).Where(n => Applies(n) == Rule("D-2").Date));
    }

    [Fact]
    public void D_3_article_14_applies_from_11_september_2026_and_no_other_article_does()
    {
        Is("D-3", 2026, 9, 11, Tag.Law);
        Assert.Contains("Article 14 shall apply from 11 September 2026", Words("D-3"), StringComparison.Ordinal);
        Assert.Equal([14], Enumerable.Range(1, 71).Where(n => Applies(n) == Rule("D-3").Date));
        // Reporting in a wider sense stays at D-6: voluntary reporting, the platform, stewards, fines.
        Assert.All(new[] { 15, 16, 24, 64 }, n => Assert.Equal(Rule("D-6").Date, Applies(n)));
    }

    [Fact]
    public void D_4_member_states_strive_for_enough_notified_bodies_by_11_december_2026()
    {
        Is("D-4", 2026, 12, 11, Tag.Law);
        Assert.Contains("by 11 December 2026", Words("D-4"), StringComparison.Ordinal);
    }

    [Fact]
    public void D_5_the_wordings_of_the_health_data_space_take_effect_on_26_march_2027()
    {
        Is("D-5", 2027, 3, 26, Tag.Law);
        Assert.Equal(["13(4)", "31(3)", "32(5a)"], Set.Wordings.Where(w => w.Wording.From == Rule("D-5").Date).Select(w => w.Id));
    }

    [Fact]
    public void D_6_everything_else_applies_from_11_december_2027()
    {
        Is("D-6", 2027, 12, 11, Tag.Law);
        Assert.Contains("This Regulation shall apply from 11 December 2027", Words("D-6"), StringComparison.Ordinal);
        Assert.Equal(71 - 17 - 1, Enumerable.Range(1, 71).Count(n => Applies(n) == Rule("D-6").Date));
        Assert.All(Set.Points, p => Assert.Equal(Rule("D-6").Date, Set.Provisions[p.Provision].Applies.From));
    }

    [Fact]
    public void D_7_the_radio_equipment_act_ends_on_11_december_2027_as_secondary_sources_agree()
    {
        Is("D-7", 2027, 12, 11, Tag.Law);
        Assert.Equal(("medium", "Delegated Regulation (EU) 2026/339"), (Rule("D-7").Confidence, Set.Cite(Rule("D-7").Basis)!.Source!.Name));
    }

    [Fact]
    public void D_8_certificates_under_other_legislation_end_by_11_june_2028()
    {
        Is("D-8", 2028, 6, 11, Tag.Law);
        Assert.Contains("shall remain valid until 11 June 2028", Words("D-8"), StringComparison.Ordinal);
    }

    [Fact]
    public void T_1_earlier_units_are_covered_only_if_substantially_modified_from_11_december_2027()
    {
        Is("T-1", 2027, 12, 11, Tag.Law);
        Assert.Contains("only if, from that date, those products are subject to a substantial modification", Words("T-1"), StringComparison.Ordinal);
    }

    [Fact]
    public void T_2_placing_on_the_market_is_judged_per_unit_by_guidance() => Is("T-2", 2027, 12, 11, Tag.Guidance);

    [Fact]
    public void T_3_article_14_covers_products_placed_earlier()
    {
        Is("T-3", 2026, 9, 11, Tag.Law);
        Assert.Contains("the obligations laid down in Article 14 shall apply to all products", Words("T-3"), StringComparison.Ordinal);
    }

    [Fact]
    public void T_4_exploitation_known_before_11_september_2026_is_not_reported_by_guidance() => Is("T-4", 2026, 9, 11, Tag.Guidance);

    [Fact]
    public void T_5_certificates_keep_their_value_for_the_risks_they_cover_by_guidance() => Is("T-5", 2028, 6, 11, Tag.Guidance);

    [Fact]
    public void T_6_a_substantial_modification_counts_from_11_december_2027()
    {
        Is("T-6", 2027, 12, 11, Tag.Guidance);
        Assert.Contains("‘substantial modification’", Words("T-6"), StringComparison.Ordinal);
    }

    private static ApplicationDate Rule(string id) => Set.Dates.Single(d => d.Rule == id);

    private static void Is(string id, int year, int month, int day, Tag tag) => Assert.Equal((new LocalDate(year, month, day), tag), (Rule(id).Date, Rule(id).Tag));

    private static string Words(string id) => string.Join('\n', Citations.In(Set, Rule(id).Basis).Select(c => c.Words));

    private static LocalDate Applies(int article) => Set.Provisions[article.ToString(System.Globalization.CultureInfo.InvariantCulture)].Applies.From;
}
