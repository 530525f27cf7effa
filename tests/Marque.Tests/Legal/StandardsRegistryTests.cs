using System.Text.Json;
using Marque.Legal;
using NodaTime;

namespace Marque.Tests.Legal;

public class StandardsRegistryTests
{
    private static LegalSet Set => LegalFolder.Set;

    [Fact]
    public void Nothing_is_in_effect_and_nothing_is_known_of_any_coverage()
    {
        Assert.NotEmpty(Set.Standards);
        Assert.All(Set.Standards, s => Assert.Empty(s.Citations));
        Assert.All(Set.Standards, s => Assert.Empty(s.Coverage));
    }

    [Fact]
    public void Every_work_item_of_the_reference_is_there_with_its_status()
    {
        using var reference = JsonDocument.Parse(LegalFolder.Reference("cra/data/standards.json"));
        var expected = reference.RootElement.GetProperty("standards").EnumerateArray().Select(s => (s.GetProperty("reference").GetString()!.Replace(" (→ A11)", "", StringComparison.Ordinal), s.GetProperty("status").GetString()!)).ToList();
        Assert.Equal(40, expected.Count);
        Assert.Equal(expected, Set.Standards.Take(40).Select(s => (s.Reference, s.Status)));
    }

    [Theory]
    [InlineData("IEC 62443-4-1:2018")]
    [InlineData("EN IEC 62443-4-1:2018")]
    [InlineData("IEC 62443-4-2:2019")]
    [InlineData("EN IEC 62443-4-2:2019")]
    public void The_editions_of_62443_are_other_technical_specifications_and_no_candidates(string reference)
    {
        var standard = Of(reference);
        Assert.Equal(InstrumentKind.Other, standard.Kind);
        Assert.Contains("Not cited, not a candidate: other technical specification, Annex VII(5)", standard.Expectation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_european_amendments_are_candidates_with_an_expectation_that_presumes_nothing()
    {
        foreach (var reference in new[] { "EN IEC 62443-4-1:2018/prAA:2026", "EN IEC 62443-4-2:2019/prAA:2026" })
        {
            Assert.Equal((InstrumentKind.HarmonisedStandard, new LocalDate(2026, 10, 30)), (Of(reference).Kind, Of(reference).AdoptBy));
            Assert.StartsWith("intended", Of(reference).Expectation, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_certification_scheme_is_there_and_not_designated()
    {
        Assert.Equal(InstrumentKind.CertificationScheme, Of("EUCC").Kind);
        Assert.Contains("not designated under Art. 27(9)", Of("EUCC").Status, StringComparison.Ordinal);
    }

    [Fact]
    public void Q_4_no_notified_body_was_known_on_1_october_2026() => Assert.Equal((0, new LocalDate(2026, 10, 1)), Set.NotifiedBodies);

    [Fact]
    public void The_request_has_41_items_with_their_deadlines_for_adoption()
    {
        Assert.Equal(Enumerable.Range(1, 41), Set.RequestItems.Select(i => i.Item));
        Assert.All(Set.RequestItems, i => Assert.Equal(i.Item switch { 1 or 15 => new LocalDate(2026, 8, 30), <= 14 => new LocalDate(2027, 10, 30), _ => new LocalDate(2026, 10, 30) }, i.AdoptBy));
        Assert.Equal(Set.Categories.Select(c => c.Id), Set.RequestItems.Skip(15).Select(i => i.Category));
        Assert.Equal(Set.Points.Select(p => p.Id), Set.RequestItems.Take(15).SelectMany(i => i.Points));
    }

    [Fact]
    public void Each_entry_has_a_day_of_its_own_evidence()
    {
        Assert.All(Set.Standards, s => Assert.InRange(s.AsOf, new LocalDate(2026, 7, 31), Set.AsOf));
        Assert.All(Set.Standards, s => Assert.NotEmpty(s.Sources));
        Assert.Equal(new LocalDate(2026, 10, 7), Set.AsOf);
    }

    [Fact]
    public void A_vertical_standard_names_the_categories_of_its_request_item()
    {
        Assert.Equal(["III-I-12"], Of("EN 304 627").Categories);
        Assert.Equal(["III-I-13", "III-I-14"], Of("prEN 50765").Categories);
        Assert.True(Of("prEN 40000-1-4").Horizontal);
        Assert.Empty(Of("EN IEC 62443-4-2:2019/prAA:2026").Categories);
    }

    private static Standard Of(string reference) => Set.Standards.Single(s => s.Reference == reference);
}
