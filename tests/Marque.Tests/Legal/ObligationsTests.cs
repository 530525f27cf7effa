using Marque.Legal;
using NodaTime;

namespace Marque.Tests.Legal;

public class ObligationsTests
{
    private static LegalSet Set => LegalFolder.Set;

    [Fact]
    public void The_manufacturers_paragraphs_of_article_13_are_all_there() =>
        Assert.Equal(Enumerable.Range(1, 23).Select(n => $"13({n})"), Ids(o => o.Id.StartsWith("13(", StringComparison.Ordinal)));

    [Fact]
    public void Article_14_is_there_stage_by_stage() =>
        Assert.Equal(["14", "14(1)", "14(2)(a)", "14(2)(b)", "14(2)(c)", "14(3)", "14(4)(a)", "14(4)(b)", "14(4)(c)", "14(6)", "14(7)", "14(8)"], Ids(o => o.Id.Split('(')[0] == "14"));

    [Fact]
    public void The_other_operators_have_their_articles()
    {
        Assert.Equal(["18", "23"], Articles(Role.AuthorisedRepresentative));
        Assert.Equal(["19", "21", "23"], Articles(Role.Importer));
        Assert.Equal(["20", "21", "23"], Articles(Role.Distributor));
        Assert.Equal(["24"], Articles(Role.Steward));
        Assert.Equal(["13", "14", "22", "23", "28", "29", "30", "31", "32", "33"], Articles(Role.Manufacturer).Where(a => !a.StartsWith("Annex", StringComparison.Ordinal)));
    }

    [Fact]
    public void Annexes_ii_v_and_vii_are_there_item_by_item()
    {
        Assert.Equal(9, Set.Obligations.Count(o => o.Id.StartsWith("Annex II(", StringComparison.Ordinal) && o.Id.Count(c => c == '(') == 1));
        Assert.Equal(6, Set.Obligations.Count(o => o.Id.StartsWith("Annex II(8)(", StringComparison.Ordinal)));
        Assert.Equal(8, Set.Obligations.Count(o => o.Id.StartsWith("Annex V(", StringComparison.Ordinal)));
        Assert.Equal(8, Set.Obligations.Count(o => o.Id.StartsWith("Annex VII(", StringComparison.Ordinal) && o.Id.Count(c => c == '(') == 1));
    }

    [Fact]
    public void Obligations_stand_in_the_order_of_the_law()
    {
        Assert.Equal(Set.Obligations.Select(o => o.Provision).OrderBy(Position), Set.Obligations.Select(o => o.Provision));

        // The reader meets a point before the paragraph that holds it, so positions come from the file.
        int Position(string id) => System.Text.Encoding.UTF8.GetString(LegalFolder.Files["cra/regulation.json"].Span).IndexOf($"\"id\": \"{id}\"", StringComparison.Ordinal);
    }

    [Fact]
    public void An_obligation_applies_from_the_day_its_provision_applies() =>
        Assert.All(Set.Obligations, o => Assert.Equal(Set.Provisions[o.Provision].Applies.From, o.AppliesFrom));

    [Theory]
    [InlineData("13(21)", "recall")]
    [InlineData("13(22)", "authority-request")]
    [InlineData("13(23)", "cease-of-operations")]
    [InlineData("13(6)", "upstream-vulnerability")]
    [InlineData("14(2)(a)", "actively-exploited-vulnerability")]
    [InlineData("14(4)(c)", "severe-incident")]
    [InlineData("14(8)", "reportable")]
    [InlineData("19(5)", "recall")]
    [InlineData("19(5), second subparagraph", "vulnerability-known")]
    [InlineData("20(4), second subparagraph", "vulnerability-known")]
    [InlineData("13(13)", null)]
    public void Event_duties_name_their_event(string id, string? happens) => Assert.Equal(happens, Of(id).Event);

    [Theory]
    [InlineData("13(1)", "annex-i-part-i")]
    [InlineData("13(3)", "risk-assessment")]
    [InlineData("13(8)", "annex-i-part-ii support-period")]
    [InlineData("13(12)", "31(1) 31(2) procedure declaration 30(1) 30(3)")]
    [InlineData("32(2)", "classification procedure")]
    public void Feeds_name_what_an_obligation_is_the_weakest_of(string id, string feeds) => Assert.Equal(feeds, string.Join(' ', Of(id).Feeds));

    [Fact]
    public void Modules_and_classes_bound_the_procedures_duties()
    {
        Assert.Equal("A", Of("Annex VIII Part I(4.2)").Module);
        Assert.Equal("H", Of("30(4)").Module);
        Assert.Equal([ProductClass.ImportantI], Of("32(2)").Classes);
        Assert.Equal([ProductClass.ImportantI, ProductClass.ImportantII], Of("32(5)").Classes);
        Assert.All(Set.Obligations.Where(o => o.Id.StartsWith("Annex VIII", StringComparison.Ordinal)), o => Assert.NotNull(o.Module));
    }

    [Fact]
    public void Reporting_items_feed_article_14_and_its_paragraphs() =>
        Assert.Equal("14 14 14 14 14 14(7) 14(8)", string.Join(' ', Set.Remainder.Where(r => r.Workstream == "reporting").Select(r => r.Target)));

    [Fact]
    public void Permissions_are_told_from_duties() =>
        Assert.Equal(["13(10)", "13(11)", "30(2)", "32(5)", "33(5)"], Ids(o => o.IsPermission));

    [Fact]
    public void The_stewards_reporting_applies_later_than_the_manufacturers()
    {
        Assert.Equal(new LocalDate(2026, 9, 11), Of("14(1)").AppliesFrom);
        Assert.Equal(new LocalDate(2027, 12, 11), Of("24(3)").AppliesFrom);
    }

    private static Obligation Of(string id) => Set.Obligations.Single(o => o.Id == id);

    private static IEnumerable<string> Ids(Func<Obligation, bool> which) => Set.Obligations.Where(which).Select(o => o.Id);

    private static IEnumerable<string> Articles(Role role) => Set.Obligations.Where(o => o.Roles.Contains(role)).Select(o => o.Id.Split('(')[0]).Distinct(StringComparer.Ordinal);
}
