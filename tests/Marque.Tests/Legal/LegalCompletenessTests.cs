using System.Text.Json;
using Marque.Facts;
using Marque.Legal;

namespace Marque.Tests.Legal;

public class LegalCompletenessTests
{
    private static LegalSet Set => LegalFolder.Set;

    [Fact]
    public void Annex_i_has_its_22_points_in_the_order_of_the_law()
    {
        Assert.Equal(22, Set.Points.Count);
        Assert.Equal("I.1 I.2.a I.2.b I.2.c I.2.d I.2.e I.2.f I.2.g I.2.h I.2.i I.2.j I.2.k I.2.l I.2.m II.1 II.2 II.3 II.4 II.5 II.6 II.7 II.8", string.Join(' ', Set.Points.Select(p => p.Id)));
        Assert.All(Set.Points, p => Assert.Equal(Set.Provisions[p.Provision].Text, p.Text));
    }

    [Fact]
    public void Only_the_points_of_part_i_2_may_be_not_applicable() =>
        Assert.Equal(Set.Points.Where(p => p.Provision.Contains("Part I(2)", StringComparison.Ordinal)), Set.Points.Where(p => p.WhereApplicable));

    [Fact]
    public void The_regulation_has_71_articles_and_8_annexes()
    {
        Assert.All(Enumerable.Range(1, 71), n => Assert.Contains(n.ToString(System.Globalization.CultureInfo.InvariantCulture), Set.Provisions.Keys));
        Assert.All(new[] { "I", "II", "III", "IV", "V", "VI", "VII", "VIII" }, n => Assert.Contains($"Annex {n}", Set.Provisions.Keys));
        Assert.Equal(13, Set.Provisions.Keys.Count(k => k.StartsWith("Annex I Part I(2)(", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_process_standard_has_47_requirements_in_8_practices()
    {
        var catalog = Set.Catalogs.Single(c => c.Id == "iec62443-4-1");
        Assert.Equal(("2018", true, 47), (catalog.Edition, catalog.IsProcess, catalog.Items.Count));
        Assert.Equal("SM 13, SR 5, SD 4, SI 2, SVV 5, DM 6, SUM 5, SG 7", string.Join(", ", catalog.Items.GroupBy(i => i.Group).Select(g => $"{g.Key} {g.Count()}")));
        Assert.All(catalog.Items, i => Assert.Null(i.FirstLevel));
    }

    [Fact]
    public void The_component_standard_has_73_requirements_49_enhancements_and_4_constraints()
    {
        var items = Set.Catalogs.Single(c => c.Id == "iec62443-4-2").Items;
        Assert.Equal((4, 73, 49), (items.Count(i => i.Id.StartsWith("CCSC", StringComparison.Ordinal)), items.Count(i => i.FirstLevel is not null && i.EnhancementOf is null), items.Count(i => i.EnhancementOf is not null)));
        Assert.Equal("CR 43, SAR 2, EDR 8, HDR 8, NDR 12", string.Join(", ", items.Where(i => i.EnhancementOf is null && i.FirstLevel is not null).GroupBy(i => i.Id[..i.Id.IndexOf(' ', StringComparison.Ordinal)]).OrderBy(g => "CSEHN".IndexOf(g.Key[0], StringComparison.Ordinal)).Select(g => $"{g.Key} {g.Count()}")));
    }

    [Theory]
    [InlineData("software-application", "34+0 44+9 45+22 45+28")]
    [InlineData("embedded-device", "36+0 50+11 51+26 51+32")]
    [InlineData("host-device", "36+0 50+12 51+27 51+33")]
    [InlineData("network-device", "40+0 54+13 55+31 55+37")]
    public void Levels_select_the_published_number_of_requirements_and_enhancements(string type, string expected)
    {
        var items = Set.Catalogs.Single(c => c.Id == "iec62443-4-2").Items.Where(i => i.ComponentTypes.Contains(type, StringComparer.Ordinal)).ToList();
        var counts = Enumerable.Range(1, expected.Split(' ').Length).Select(level => $"{items.Count(i => i.FirstLevel <= level && i.EnhancementOf is null)}+{items.Count(i => i.FirstLevel <= level && i.EnhancementOf is not null)}");
        Assert.Equal(expected, string.Join(' ', counts));
    }

    [Fact]
    public void An_enhancement_has_the_component_types_of_its_base_and_no_lower_level()
    {
        var items = Set.Catalogs.Single(c => c.Id == "iec62443-4-2").Items;
        Assert.All(items.Where(i => i.EnhancementOf is not null), e =>
        {
            var b = items.Single(i => i.Id == e.EnhancementOf);
            Assert.Equal(b.ComponentTypes, e.ComponentTypes);
            Assert.True(e.FirstLevel >= b.FirstLevel, e.Id);
            Assert.StartsWith($"{b.Id} RE(", e.Id, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Each_level_says_how_well_it_is_verified()
    {
        var counts = Set.Catalogs.Single(c => c.Id == "iec62443-4-2").Items.Where(i => i.LevelConfidence is not null).GroupBy(i => i.LevelConfidence!).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        Assert.Equal((104, 5, 1, 10, 2), (counts["verified"], counts["verified-disputed"], counts["disputed"], counts["single-source"], counts["verified-weak"]));
    }

    [Fact]
    public void The_bridge_has_217_pairs_of_which_118_are_required()
    {
        var bridge = Assert.Single(Set.Bridges);
        var pairs = bridge.Points.SelectMany(p => p.Pairs).ToList();
        Assert.Equal((217, 118, 99, 85, 132), (pairs.Count, pairs.Count(p => p.Role == PairRole.Required), pairs.Count(p => p.Role == PairRole.Supporting), pairs.Count(p => p.Catalog == "iec62443-4-1"), pairs.Count(p => p.Catalog == "iec62443-4-2")));
        Assert.Equal(Set.Points.Select(p => p.Id), bridge.Points.Select(p => p.Point));
        Assert.Equal(("draft", 4, 1), (bridge.Status, bridge.Points.Count(p => p.Overall == "full"), bridge.Points.Count(p => p.Overall == "none")));
        Assert.All(pairs, p => Assert.True(p.Rationale.Length > 0 && p.RoleBecause.Length > 0 && p.Sources.Count > 0));
    }

    [Fact]
    public void The_floor_of_each_point_follows_from_its_required_items()
    {
        var bridge = Set.Bridges[0];
        var items = Set.Catalogs.Single(c => c.Id == "iec62443-4-2").Items.ToDictionary(i => i.Id, StringComparer.Ordinal);
        var floors = bridge.Points.ToDictionary(p => p.Point, p => p.Pairs.Where(x => x.Role == PairRole.Required && x.Catalog == "iec62443-4-2").Max(x => items[x.Item].FirstLevel), StringComparer.Ordinal);
        Assert.Equal(floors, bridge.Points.ToDictionary(p => p.Point, p => p.Floor, StringComparer.Ordinal));
        Assert.Equal("I.2.b 1, I.2.c 2, I.2.d 2, I.2.e 1, I.2.f 2, I.2.h 1, I.2.i 2, I.2.j 2, I.2.k 1, I.2.l 2, I.2.m 2, II.7 2", string.Join(", ", floors.Where(f => f.Value is not null).Select(f => $"{f.Key} {f.Value}")));
    }

    [Fact]
    public void Data_minimisation_has_no_pair_its_bridge_is_the_remainder_alone() =>
        Assert.Empty(Set.Bridges[0].Points.Single(p => p.Point == "I.2.g").Pairs);

    [Fact]
    public void The_remainder_has_92_items_of_which_56_feed_points()
    {
        var points = Set.Points.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var onPoints = Set.Remainder.Where(r => points.Contains(r.Target)).ToList();
        Assert.Equal((92, 56, 40, 46, 24), (Set.Remainder.Count, onPoints.Count, onPoints.Count(r => r.Tag == Tag.Law), Set.Remainder.Count(r => r.Computable), Set.Remainder.Count(r => r.Condition is not null)));
        Assert.Equal((73, 3, 6, 1, 9), (Count(Tag.Law), Count(Tag.Guidance), Count(Tag.Reading), Count(Tag.Standard), Count(Tag.Practice)));
        Assert.All(Set.Points, p => Assert.Contains(Set.Remainder, r => r.Target == p.Id && r.Tag == Tag.Law || p.Id is "I.1"));

        int Count(Tag tag) => Set.Remainder.Count(r => r.Tag == tag);
    }

    [Fact]
    public void Quotations_in_the_demands_of_law_items_stand_in_the_provisions_they_rest_on()
    {
        foreach (var item in Set.Remainder.Where(r => r.Tag == Tag.Law))
        {
            var law = Citations.In(Set, item.Basis).Select(c => c.Words.Replace('’', '\'')).ToList();
            foreach (var quotation in Quotations(item.Demand)) Assert.True(law.Exists(l => l.Contains(quotation.Replace('’', '\''), StringComparison.OrdinalIgnoreCase)), $"{item.Id}: “{quotation}” is not in {item.Basis}");
        }

        static IEnumerable<string> Quotations(string words) => words.Split('“').Skip(1).Select(w => w[..w.IndexOf('”', StringComparison.Ordinal)]);
    }

    [Fact]
    public void There_are_26_categories_of_which_8_are_not_wholly_verified()
    {
        Assert.Equal((26, 19, 4, 3), (Set.Categories.Count, Of(ProductClass.ImportantI), Of(ProductClass.ImportantII), Of(ProductClass.Critical)));
        Assert.Equal("III-I-12 III-I-15 III-I-18 III-I-19 III-II-1 III-II-2 IV-2 IV-3", string.Join(' ', Set.Categories.Where(c => !c.Complete).Select(c => c.Id)));
        Assert.All(Set.Categories, c => Assert.Equal(Set.Provisions[c.Provision].Text, c.Text));

        int Of(ProductClass of) => Set.Categories.Count(c => c.Class == of);
    }

    [Fact]
    public void No_draft_wording_is_shipped()
    {
        using var reference = JsonDocument.Parse(LegalFolder.Reference("cra/data/product-categories.json"));
        var drafts = reference.RootElement.GetProperty("categories").EnumerateArray().SelectMany(c => c.GetProperty("missingParts").EnumerateArray())
            .Select(m => m.GetProperty("draftText").GetString()).OfType<string>().SelectMany(d => d.Split(". ")).Where(s => s.Length > 30).ToList();
        Assert.NotEmpty(drafts);
        foreach (var (path, bytes) in LegalFolder.Files)
        {
            var text = System.Text.Encoding.UTF8.GetString(bytes.Span);
            Assert.All(drafts, d => Assert.False(text.Contains(d, StringComparison.Ordinal), $"{path} holds draft wording: {d}"));
        }
    }

    [Fact]
    public void Verified_descriptions_equal_the_reference()
    {
        using var reference = JsonDocument.Parse(LegalFolder.Reference("cra/data/product-categories.json"));
        var expected = reference.RootElement.GetProperty("categories").EnumerateArray().Select(c => (c.GetProperty("id").GetString()!, string.Join('\n', c.GetProperty("technicalDescription2025_2392").EnumerateArray().Select(d => d.GetString()))));
        Assert.Equal(expected, Set.Categories.Select(c => (c.Id, string.Join('\n', c.Description))));
    }

    [Fact]
    public void Each_kind_of_fact_has_one_freshness_policy_and_few_have_a_limit()
    {
        Assert.Equal(FactKinds.All.Order(StringComparer.Ordinal), Set.Freshness.Select(f => f.Kind).Order(StringComparer.Ordinal));
        Assert.Equal(["threat-dragon", "threagile", "pytm", "web-page"], Set.Freshness.Where(f => f.Days is not null).Select(f => f.Kind));
    }

    [Fact]
    public void Automatic_rules_judge_bills_of_materials_only()
    {
        Assert.Equal(["sbom.drawn-up", "sbom.machine-readable", "sbom.per-release"], Set.AutomaticRules.Select(r => r.Requirement));
        Assert.All(Set.AutomaticRules, r => Assert.All(r.Kinds, k => Assert.True(FactKinds.Of(k) is FactKind.CycloneDx or FactKind.Spdx)));
        Assert.All(Set.AutomaticRules, r => Assert.Equal([("components", 1L)], r.MinimumCounts));
    }
}
